"""An operator's values: what only this shop's catalogue knows is found where no fact has it, and nowhere else."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from tests.unit.edit.corpus.own_words import OWN, editor, pack, strange
from tests.unit.edit.corpus.planting import innocent
from workers.edit.gate import RULES, SHIPPED, Editor, judge, with_packs
from workers.edit.grounding.values import _forms_of, spelled
from workers.edit.packs import parse
from workers.errors import Fatal
from workers.plan.brief import Brief, Clause, Fact

AIM = 0.95
WITHOUT = 0.8
"""What the shipped rules alone catch of such faults is less than this."""
FALSE_ALARMS = 0.01
EVERY_NTH = 2
NAME, BRAND = fact("name", "Harrow Mug"), fact("brand", "Harrow")
MUG = (NAME, BRAND, fact("type", "mug"), fact("material", "stoneware"))
KNOWN = frozenset(form.text for one in parse("own.yaml", pack()).values for form in _forms_of(one))
FORMS = [form for tongues in OWN.values() for forms in tongues.values() for form in forms]


def house(*values: dict[str, object], more: str = "") -> Editor:
    text = yaml.safe_dump({"pack": "own", "values": list(values)}, allow_unicode=True)
    return with_packs([("own.yaml", (text + more).encode())])


def value(matter: str, *forms: str) -> dict[str, object]:
    return {"matter": matter, "forms": list(forms)}


def brief(*more: Fact, locale: str = "en-GB", kind: Kind = Kind.DESCRIPTION, clauses: tuple[Clause, ...] = ()) -> Brief:
    return Brief("mug", kind, locale, (*MUG, *more), LIMITS[kind], clauses)


def told(text: str, order: Brief, by: Editor) -> list[str]:
    return [refusal.span for refusal in by.judge(order, text).refusals if refusal.rule == "value"]


def test_without_values_there_is_no_rule_to_ask() -> None:
    assert [rule.name for rule in editor().rules] == [*(rule.name for rule in RULES), "value"]
    assert "value" not in {rule.name for rule in SHIPPED.rules}


@pytest.mark.parametrize(("matter", "language"), [(matter, language) for matter in OWN for language in ("en", "zh")])
def test_what_no_shipped_list_knows_is_found_with_the_pack(matter: str, language: str) -> None:
    items = [item for item in strange() if (item.kind, item.language) == (matter, language)]
    assert len(items) >= 90
    missed = [(item.span, item.text[-90:]) for item in items if not told(item.text, item.brief, editor())]
    assert len(missed) <= (1 - AIM) * len(items), missed[:5]


def test_without_the_pack_no_rule_says_of_many_of_them_what_they_are() -> None:
    """All of them are strange words then."""
    found = [{refusal.rule for refusal in judge(item.brief, item.text).refusals} for item in strange()]
    assert all(found)
    caught = sum(bool(rules - {"unfounded"}) for rules in found)
    assert caught < WITHOUT * len(strange())


def test_true_copy_is_not_refused_for_the_words_of_others() -> None:
    texts = innocent()[::EVERY_NTH]
    refused = [(text[:90], spans) for order, text in texts if (spans := told(text, order, editor()))]
    assert len(refused) <= FALSE_ALARMS * len(texts), refused[:5]


@pytest.mark.parametrize(
    "text",
    [
        "A zamak handle.", "A Zamak handle.", "A ZAMAK handle.", "Made of zamak.", "The zamak's weight is felt.",
        "Ｚａｍａｋ inside.", "A zamak-cast handle.",
    ],
)  # fmt: skip
def test_a_word_is_found_however_it_is_written(text: str) -> None:
    assert told(text, brief(), house(value("material", "zamak")))


@pytest.mark.parametrize("text", ["A mug from Zamakov.", "Zamaking.", "A bezamak.", "A mug."])
def test_a_word_is_one_of_its_own(text: str) -> None:
    assert not told(text, brief(), house(value("material", "zamak")))


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        ("rosso corsa", ["A rosso corsa mug.", "A rosso-corsa mug.", "Rosso Corsa glaze."]),
        ("pinwheel", ["A pinwheel print.", "Pinwheels all over."]),
        ("pinwheels", ["A pinwheel print.", "Pinwheels all over."]),
        ("crème de pêche", ["A crème de pêche glaze.", "Crème-de-Pêche glaze."]),
        ("wishbone & co", ["A wishbone & co print."]),
        ("O'Hara lace", ["With O’Hara lace.", "With O'Hara lace."]),
        ("暮山紫", ["暮山紫的杯子。", "这款暮山紫马克杯。"]),
    ],
)
def test_gaps_numbers_and_accents_make_no_difference(form: str, texts: list[str]) -> None:
    rule = house(value("pattern", form))
    for text in texts:
        order = brief(locale="en-GB" if text.isascii() or "’" in text or "è" in text.lower() else "zh-CN")
        assert told(text, order, rule), text
        assert not told(text, brief(fact("pattern", form), locale=order.locale), rule), text
        assert not told(text, brief(fact("pattern", f"deep {form} two"), locale=order.locale), rule), text


def test_names_of_one_thing_vouch_for_each_other() -> None:
    one, two = value("brand", "安踏云", "Antayun"), value("brand", "Kelmuth")
    assert told("A mug by Antayun.", brief(), house(one, two)) == ["Antayun"]
    assert not told("A mug by Antayun.", brief(fact("maker", "安踏云")), house(one, two))
    assert not told("安踏云马克杯。", brief(fact("maker", "Antayun"), locale="zh-CN"), house(one, two))
    assert told("A mug by Kelmuth.", brief(fact("maker", "Antayun")), house(one, two)) == ["Kelmuth"]


def test_what_a_clause_says_is_no_invention() -> None:
    clause = Clause("c", BRAND.id, "has a zamak heart")
    assert not told("It has a zamak heart.", brief(clauses=(clause,)), house(value("material", "zamak")))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("A mug by Kelmuth.", True), ("Kelmuth makes it.", True), ("Kelmuth's mug.", True),
        ("Kelmuth Mug holds a lot.", True), ("It has a kelmuth feel.", False), ("Kelmuth it is.", False),
    ],
)  # fmt: skip
def test_a_maker_is_named_with_a_capital(text: str, refused: bool) -> None:
    assert bool(told(text, brief(), house(value("brand", "Kelmuth")))) == refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("A mug by Classic Home.", True), ("A mug for a classic home.", False), ("Classic home style.", False),
        ("Classic Home is where it stands.", False),
    ],
)  # fmt: skip
def test_a_maker_of_ordinary_words_has_capitals_where_they_have_none(text: str, refused: bool) -> None:
    assert bool(told(text, brief(), house(value("brand", "Classic Home")))) == refused
    assert not told("Harrow Mug for a Classic Home", brief(kind=Kind.TITLE), house(value("brand", "Classic Home")))


def test_a_maker_that_writes_itself_small_is_found_small() -> None:
    assert told("A mug by ivanto.", brief(), house(value("brand", "ivanto"))) == ["ivanto"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("素野马克杯，容量350毫升。", True), ("这款素野杯子。", True), ("素野出品。", True), ("来自素野的杯子。", True),
        ("朴素野趣的杯子。", False), ("一个朴素野餐杯。", False),
    ],
)  # fmt: skip
def test_two_characters_may_be_two_words_that_meet(text: str, refused: bool) -> None:
    assert bool(told(text, brief(locale="zh-CN"), house(value("brand", "素野")))) == refused


def test_what_a_pack_always_wants_is_never_refused_by_another() -> None:
    wants = b"pack: house\nlanguage: en\nvoice: [{id: a, always: [{forms: [(Nordvik|Nordvik Home)]}]}]\n"
    values = yaml.safe_dump(
        {"pack": "own", "values": [value("brand", "Nordvik Home"), value("brand", "Kelmuth")]}
    ).encode()
    by = with_packs([("own.yaml", values), ("house.yaml", wants)])
    assert not told("A mug at Nordvik Home.", brief(), by)
    assert told("A mug by Kelmuth.", brief(), by)


def test_what_one_sellers_copy_always_says_is_refused_nobody_and_shows_in_the_version() -> None:
    wants = b"pack: house\nlanguage: en\nsellers: [acme]\nvoice: [{id: a, always: [Kelmuth House]}]\n"
    own = yaml.safe_dump({"pack": "own", "values": [value("brand", "Kelmuth House", "Zorvan")]}).encode()
    alone, by = with_packs([("own.yaml", own)]), with_packs([("own.yaml", own), ("house.yaml", wants)])
    text = "A mug at Kelmuth House by Zorvan."
    assert told(text, brief(), alone) == ["Kelmuth House", "Zorvan"]
    assert told(text, brief(), by) == ["Zorvan"]
    assert alone.version != by.version


def test_the_version_is_that_of_the_words_not_of_the_counts() -> None:
    few, many = value("material", "zamak") | {"products": 3}, value("material", "zamak") | {"products": 90}
    other = value("material", "tombac")
    assert house(few).version == house(many).version != SHIPPED.version
    assert house(few, other).version == house(other, many).version != house(few).version
    assert with_packs([("a.yaml", pack())]).version == with_packs([("b.yaml", pack())]).version


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{matter: materia, forms: [zamak]}", "line 3: values.0.matter: Input should be 'brand', 'material'"),
        ("{matter: material, forms: []}", "line 3: values.0.forms: Tuple should have at least 1 item"),
        ("{matter: material, forms: [ab]}", "'ab' would be found everywhere: write three letters or more"),
        ("{matter: material, forms: ['12']}", "'12' would be found everywhere"),
        ("{matter: material, forms: [none]}", "'none' says that nothing is known: take it out"),
        ('{matter: material, forms: ["zam\\u200bak"]}', "holds a sign that no copy has"),
        ("{matter: material, forms: [zamak], colour: red}", "values.0.colour: Extra inputs are not permitted: take it"),
        ("{matter: material, forms: [zamak], products: 0}", "products: Input should be greater than or equal to 1"),
    ],
)
def test_a_malformed_value_stops_the_start_with_its_line(line: str, fault: str) -> None:
    with pytest.raises(Fatal) as refused:
        with_packs([("own.yaml", f"pack: own\nvalues:\n  - {line}\n".encode())])
    assert refused.value.reason == "pack-malformed"
    assert fault in refused.value.detail


def test_a_pack_of_words_of_a_language_says_which() -> None:
    with pytest.raises(Fatal, match="give it `language: en`"):
        with_packs([("own.yaml", b"pack: own\nsource: ours\nterms: [{id: a, class: hard, forms: [gizmo]}]\n")])


JOINTS = st.sampled_from([" ", ", ", "。", "，", "-", "'", "", "s ", ". The ", "的", "ΣΑΣ", "İ", "\n", "\ud800"])
MADE_UP = st.lists(st.tuples(st.sampled_from(FORMS) | st.text(max_size=4), JOINTS).map("".join), max_size=8).map(
    "".join
)


@given(MADE_UP, st.sampled_from(["en-US", "zh-CN"]), st.sampled_from(list(LIMITS)))
def test_it_never_raises_and_refuses_only_what_is_there(text: str, locale: str, kind: Kind) -> None:
    for span in told(text, brief(locale=locale, kind=kind), editor()):
        assert spelled(span) in KNOWN


@given(MADE_UP, st.lists(st.sampled_from(FORMS), max_size=4), st.sampled_from(["en-US", "zh-CN"]))
def test_what_a_fact_has_is_never_refused(text: str, held: list[str], locale: str) -> None:
    facts = [fact(f"fact {number}", form) for number, form in enumerate(held)]
    spans = told(text + " ".join(held), brief(*facts, locale=locale), editor())
    assert {spelled(span) for span in spans}.isdisjoint(map(spelled, held))
