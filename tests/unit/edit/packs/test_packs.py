"""The packs: what is shipped is sound, and an operator's is read, or refused in words that mend it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import fact
from tests.unit.edit.law.corpus import THING, brief_of, found, terms
from workers.edit.law.claims import claims, verdict
from workers.edit.law.evasion import _LOOK_ALIKES, SYLLABLES, joints, skeleton
from workers.edit.law.forms import needles, parsed, side_by_side
from workers.edit.packs import SHIPPED, Class, merged, parse, sheet, shipped
from workers.edit.reading import read
from workers.errors import Fatal

HOUSE = """
pack: nordvik
language: en
source: Nordvik style guide
terms:
  - id: nordvik-never
    class: hard
    forms: [cheap, (gizmo|gadget)]
  - id: nordvik-kitchen
    class: hard
    where: {category: [kitchen*]}
    forms: [foodie]
  - id: nordvik-always
    class: required
    kinds: [description]
    where: {brand: [nordvik]}
    forms: [Nordvik]
  - id: nordvik-excuse
    class: exception
    forms: [miracle cure soap, eco-friendly inks]
"""


def book(text: str = HOUSE):
    return merged(shipped(), [("nordvik.yaml", text.encode())])


def test_every_term_says_where_it_is_written_since_when_and_for_whom():
    for pack in shipped().packs:
        for term in pack.terms:
            assert term.since is not None
            assert term.countries or term.channels
            assert not re.search(r"https?:|www\.", term.source)
            assert term.shipped


def test_every_class_and_both_languages_are_there():
    counted = {(pack.language, term.cls) for pack in shipped().packs for term in pack.terms}
    assert counted == {(language, cls) for language in ("en", "zh") for cls in Class if cls is not Class.REQUIRED}
    assert len(SHIPPED) == len(shipped().packs)


def test_every_chinese_character_of_a_term_can_be_told_from_its_pinyin():
    sought = {Class.HARD, Class.CONDITIONAL}
    # There are too many illnesses: each more syllable is read into more ordinary words.
    packs = [pack for pack in shipped().packs if pack.pack != "cn-health"]
    forms = [form for pack in packs for term in pack.terms if term.cls in sought for form in term.forms]
    assert {c for form in forms for c in re.findall(r"[\u3400-\u9fff]", form) if ord(c) not in SYLLABLES} == set()


def test_a_look_alike_is_read_as_the_plain_letter_it_looks_like():
    pairs = list(zip(_LOOK_ALIKES[::2], _LOOK_ALIKES[1::2], strict=True))
    assert all("a" <= plain <= "z" < other for other, plain in pairs)
    assert len({other for other, _ in pairs}) == len(pairs)
    assert skeleton("Ｂ.е_ѕ-т\u200b ①②") == skeleton("best 12")


def test_no_wording_is_in_one_term_twice():
    for pack in shipped().packs:
        for term in pack.terms:
            assert len(set(term.forms)) == len(term.forms), term.id


def test_an_operators_words_are_never_used_or_always_or_only_for_some_products():
    plain, house = brief_of("en-US"), book()
    assert terms("A cheap gadget for foodies. A foodie's joy.", plain, book=house) == {"nordvik-never"}
    kitchen = brief_of("en-US", (*THING, fact("category", "kitchenware")))
    assert terms("A foodie's joy.", kitchen, book=house) == {"nordvik-kitchen"}
    branded = brief_of("en-US", (*THING, fact("brand", "Nordvik")))
    assert terms("A grey bottle.", branded, book=house) == {"nordvik-always"}
    assert terms("A grey Nordvik bottle.", branded, book=house) == set()
    assert list(verdict(read("A grey bottle.", branded), house)) == ["without Nordvik"]
    titled = brief_of("en-US", (*THING, fact("brand", "Nordvik")), Kind.TITLE)
    assert terms("Grey bottle", titled, book=house) == set()


def test_an_operators_exception_excuses_what_may_be_proved_and_never_what_is_forbidden():
    order, house = brief_of("en-US"), book()
    assert terms("Printed with eco-friendly inks.", order) == {"us-green-general"}
    assert terms("Printed with eco-friendly inks.", order, book=house) == set()
    assert terms("The miracle cure soap.", order, book=house) == {"us-cure"}


def test_another_pack_is_another_version_and_the_same_ones_are_the_same():
    assert book().version == book().version != shipped().version
    assert book(HOUSE.replace("cheap", "cheaper")).version != book().version
    assert book(HOUSE + "# a note").version == book().version


def test_the_rule_reads_what_is_shipped():
    reading = read("A cheap miracle cure.", brief_of("en-US"))
    assert list(claims(reading)) == ["miracle cure"]
    assert list(verdict(reading, book())) == ["cheap", "miracle cure"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("class: hard\n    forms: [cheap", "class: hrad\n    forms: [cheap"),
            "line 7: terms.0.class: Input should be",
        ),
        (("[cheap, ", "[ch(eap, "), "line 8: terms.0.forms.0: 'ch(eap': a ( without its ): add it, or take the ( out"),
        (("[cheap, ", "['ch{x}eap', "), "stands only in {n}, {..}, {few} and the name of a list"),
        (("[cheap, ", "[a|b, "), "a | outside of ( ): write two wordings"),
        (("[cheap, ", "[cheap), "), "a ) without its ("),
        (("[cheap, ", "['(cheap|)', "), "may be nothing at all: give it one word that is always there"),
        (("[cheap, ", "['((((a))))', "), "more than 3 deep"),
        (("source: Nordvik style guide\n", ""), "line 5: terms.0.source: Field required: add it"),
        (("language: en", "language: de"), "line 3: language: Input should be 'en' or 'zh': write one of these"),
        (("[foodie]", "[foodie]\n    colour: red"), "line 13: terms.1.colour: Extra inputs are not permitted: take it"),
        (("nordvik-kitchen", "nordvik-never"), "term 'nordvik-never' stands twice: give one of them another name"),
        (("pack: nordvik", "pack: us-ftc"), "pack 'us-ftc' stands twice"),
        (("language: en\n", "language: en\nwords: {n: [a]}\n"), "'n' is no name of a list"),
        (
            (HOUSE, f"words: {{long: [{'x' * 13_000}]}}\nterms: [{{forms: ['{{long}}']}}]"),
            "characters when its lists are spelled out, at most",
        ),
        (("[foodie]", "[foodie"), "put what has one of {}[]:#,*& in quotes"),
        (("[foodie]", "[foodie]\n    evidence: [award]"), "only a conditional term passes by evidence"),
        ((HOUSE, "- a\n- b\n"), "line 1: the file: Input should be a valid dictionary"),
        ((HOUSE, ""), "line 1: the file"),
        ((HOUSE, "\x00"), "nordvik.yaml: no YAML"),
        ((HOUSE, "[" * 5000), "nordvik.yaml"),
        ((HOUSE, "x" * (1 << 20) + "x"), "at most 1048576: split it in two"),
    ],
)
def test_a_malformed_pack_is_refused_by_file_and_line_with_what_is_wrong_and_how_to_mend_it(change, told):
    changed = HOUSE.replace(*change)
    assert changed != HOUSE
    with pytest.raises(Fatal) as refused:
        book(changed)
    assert refused.value.reason == "pack-malformed"
    assert told in refused.value.detail
    assert "\n" not in refused.value.detail or "Input should be" in refused.value.detail


@given(st.text("ab最 (|){n}.", max_size=30))
@example("(a|)")
def test_a_wording_is_read_or_refused_and_its_needle_is_in_every_text_that_has_it(form):
    try:
        parts = parsed(form)
    except ValueError:
        return
    assert joints(parts) >= 0
    assert all(needle in form.lower() for needle in needles(parts))
    assert bool(side_by_side(parts)) == bool(needles(parts))


@pytest.mark.parametrize(
    ("form", "texts", "others"),
    [
        ("eco friendly", ["eco friendly", "eco-friendly", "ecofriendly", "Eco–friendly"], ["eco, friendly", "deco"]),
        ("(waxes|wax) all", ["wax all", "waxes-all"], ["wax ball"]),
        ("wax{few}oak", ["wax oak", "wax the old, dark oak"], ["wax the chair, or the table, then oak", "wax. Oak"]),
        ("{n}% off", ["30% off", "12.5% off"], ["% off"]),
        ("no {..} cure", ["no known cure", "no cure"], ["no one knows the cure"]),
        ("最佳", ["这是最佳的"], ["这是最近的"]),
    ],
)  # fmt: skip
def test_what_a_wording_stands_for(form, texts, others):
    pack = f"pack: one\nlanguage: {'zh' if form == '最佳' else 'en'}\nsource: ours\nterms:\n"
    pack += f"  - id: only\n    class: conditional\n    forms: ['{form}']\n"
    house, order = merged(shipped(), [("one.yaml", pack.encode())]), brief_of("zh-CN" if form == "最佳" else "en-GB")
    for text in texts:
        assert [
            one.term.id for one in found(text, order, book=house) if one.term.id in {"only", "cn9-best", "eu-generic"}
        ]
    for text in others:
        assert "only" not in terms(text, order, book=house)


LISTS = """
words:
  heals: [mends, (sets right|puts right)]
  hurts: [lamps, "{clocks}"]
"""


def test_a_wording_is_made_of_lists_that_the_head_of_a_pack_names():
    wording = HOUSE.replace("[cheap, ", "['{heals}{few}{hurts}', ")
    lists = LISTS.replace("words:\n", "words:\n  clocks: [clocks, watches]\n")
    house, order = book(wording + lists), brief_of("en-GB")
    for text in ("It mends lamps.", "It sets right all your old watches.", "It puts right clocks."):
        assert terms(text, order, book=house) == {"nordvik-never"}
    assert terms("It mends chairs. Clocks, too.", order, book=house) == set()
    assert book(wording + lists.replace("watches", "dials")).version != house.version
    with pytest.raises(Fatal, match="the name of a list"):
        book(wording + LISTS)


def test_a_pack_is_read_alone_too():
    assert parse("us_ftc.yaml", sheet("us_ftc.yaml").text).pack == "us-ftc"
