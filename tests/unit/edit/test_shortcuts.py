"""What the editor skips for most texts would have said nothing of them."""

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit import planted
from tests.unit.edit.briefs import LIMITS, brief, fact
from tests.unit.edit.law.corpus import lines
from workers.edit import shape
from workers.edit.gate import RULES, SHIPPED, SPANS_PER_RULE, judge
from workers.edit.grounding import ambiguous, denials, promises, unfounded
from workers.edit.grounding import names as naming
from workers.edit.grounding import quantities as numbers
from workers.edit.grounding import vocabulary as listed
from workers.edit.grounding import words as known
from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.measures import _ANY_LENGTH
from workers.edit.grounding.numerals import WORDS as NUMBER_WORDS
from workers.edit.grounding.tracing import weigh
from workers.edit.grounding.units import LENGTHS, UNITS
from workers.edit.grounding.wordlists import HAN
from workers.edit.law.evasion import origins, read_together, skeleton, spoken, within_words
from workers.edit.law.forms import whole_words
from workers.edit.law.markets import Market
from workers.edit.law.table import table_of
from workers.edit.needles import Needles, letters_of
from workers.edit.packs import shipped
from workers.edit.phrases import Phrases, found
from workers.edit.reading import Reading, read
from workers.edit.safety import characters, contact, leaks, markup, traits
from workers.plan.barred.phrases import compiled
from workers.plan.brief import Brief

WORDS = st.sampled_from(
    [*"<{[%*_`#>-•·?\t\n\x00\x7f", "as a", "null", "microsoft", "微信", "抱歉", "navy", "Ünï", "１２"]
)
TEXTS = st.lists(WORDS | st.text(max_size=4), max_size=12).map("".join)
TABLES = st.sampled_from([leaks._LEAKS, markup._MARKUP, contact._ADDRESSES])
ALL_PLANTED = [
    text.partition(":")[2] if text.startswith(("zh:", "en:", "title:", "bullets:")) else text
    for table in (planted.REFUSED, planted.PASSING)
    for texts in table.values()
    for text in texts
]
FORMS = [form.text for form in listed.FORMS]
BY_FIRST: dict[str, list[str]] = {}
"""English forms by their first word, Chinese ones by their first two characters; the longest first."""
for written in sorted(FORMS, key=len, reverse=True):
    first = written[:2] if HAN.search(written) else written.split(" ")[0]
    BY_FIRST.setdefault(first, []).append(written)
JOINTS = st.sampled_from([" ", ", ", "。", "，", "-", "'", "", "s ", "1", ". The ", "ΣΑΣ", "İ", "\n"])
MADE_UP = st.lists(
    st.tuples(st.sampled_from(FORMS) | st.sampled_from(ALL_PLANTED) | st.text(max_size=3), JOINTS).map("".join),
    max_size=6,
).map("".join)


def reading(text: str, locale: str = "en-US") -> Reading:
    return read(text, brief(locale, Kind.DESCRIPTION))


@given(TEXTS)
def test_what_is_not_searched_for_characters_has_none_that_are_refused(text: str) -> None:
    whole = reading(text)
    patterns = (characters._HIDDEN, characters._STACKED)
    assert list(characters.control_characters(whole)) == [span for one in patterns for span in one.findall(text)]
    assert list(characters.script(whole)) == list(characters._not_english(whole))


def test_plain_characters_are_in_no_pattern_of_the_others() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    plain = "".join(filter(characters._PLAIN.fullmatch, every))
    english = "".join(filter(characters._PLAIN_ENGLISH.fullmatch, every))
    assert len(plain) > len(english) > 100
    assert not any(
        pattern.search(f"{one}{one}")
        for one in plain
        for pattern in (characters._HIDDEN, characters._STACKED, characters._NOT_CHINESE)
    )
    assert not any(pattern.search(english) for pattern in (characters._CHINESE_MARKS, characters._NOT_LATIN))


@given(TABLES, TEXTS)
def test_a_phrase_is_found_where_its_needle_and_its_pattern_are_in_the_order_of_the_table(
    table: Phrases, text: str
) -> None:
    whole = reading(text)
    lower = whole.lower
    spans = [match.span() for row in table.all if row.needle in lower for match in row.pattern.finditer(lower)]
    assert list(found(table, whole)) == [whole.text[start:end] for start, end in spans]


@given(TABLES, TEXTS.filter(str.isascii))
def test_a_phrase_that_is_not_ascii_is_not_in_a_text_that_is(table: Phrases, text: str) -> None:
    lower = reading(text).lower
    assert not any(row.needle in lower for row in table.all if not row.needle.isascii())
    assert contact._SPELLED_DIGITS.search(lower) is None


@given(
    st.lists(st.none() | st.text("abc鱼缸1 ", max_size=7), max_size=24), st.text("abc鱼缸1 \ud800\ufffd", max_size=40)
)
def test_the_words_that_are_there_are_told_in_their_order(words: list[str | None], text: str) -> None:
    needles, wider = Needles(words), Needles([*words, "b", "ca", "鱼"])
    there = [number for number, word in enumerate(words) if word is not None and word in text]
    assert needles.within(text) == needles.within(text, wider.words(text)) == there
    assert needles.words(text) == {words[number] for number in there}


@given(st.text("a\ud800\udfff", min_size=1, max_size=3), st.text("a\ud800\udfff鱼", max_size=12))
def test_half_a_character_is_found_as_any_other_half(word: str, text: str) -> None:
    whole = re.compile("[\ud800-\udfff]")
    assert Needles([word]).within(text) == [0] * (whole.sub("?", word) in whole.sub("?", text))


@settings(max_examples=300)
@given(MADE_UP, st.sampled_from(["en-US", "zh-CN"]), st.sampled_from(Kind))
def test_no_rule_that_is_not_asked_had_anything_to_say(text: str, locale: str, kind: Kind) -> None:
    order = brief(locale, kind)
    alone = read(text, order)
    said = [(rule.name, len(list(zip(range(SPANS_PER_RULE), rule.check(alone), strict=False)))) for rule in RULES]
    refusals = [refusal.rule for refusal in judge(order, text).refusals]
    assert refusals == [name for name, spans in said for _ in range(spans)]


@given(MADE_UP)
def test_the_words_of_a_text_are_those_of_each_rule(text: str) -> None:
    lower = reading(text).lower
    words = SHIPPED.sought.words(lower)
    assert words == {needle for rule in RULES for needle in rule.needles if needle in lower}


@given(MADE_UP)
def test_a_sentence_weighs_the_same_in_its_text_and_alone(text: str) -> None:
    whole = reading(text)
    for sentence, traced in zip(whole.sentences, whole.traced, strict=False):
        alone = weigh(sentence, whole.ground)
        assert traced.unfounded == alone.unfounded
        assert traced.denied or traced == alone


def test_what_a_letter_is_in_lower_case_does_not_depend_on_other_sentences() -> None:
    """Where the text has a letter that two stand for in lower case, each letter is looked at alone."""
    street = fact("material", "ΟΔΟΣ")
    order = Brief("p", Kind.DESCRIPTION, "en-US", (street,), LIMITS[Kind.DESCRIPTION])
    assert [sentence.facts for sentence in judge(order, "It is ΟΔΟΣ. It is İ.").sentences] == [(street.id,), ()]


def slowly_hit(lower: str) -> Iterator[tuple[int, int, str]]:
    """Words of the list, by looking at every place."""
    end = 0
    for word in re.finditer("[a-z0-9]+", lower):
        if word.start() < end:
            continue
        for form in BY_FIRST.get(word.group(), ()):
            match = not HAN.search(form) and re.compile("[ '-]?".join(form.split(" ")) + "(?![a-z0-9])").match(
                lower, word.start()
            )
            if match:
                end = match.end()
                yield match.start(), end, form
                break
    yield from slowly_hit_in_chinese(lower)


def slowly_hit_in_chinese(lower: str) -> Iterator[tuple[int, int, str]]:
    end = 0
    for start in range(len(lower)):
        for form in BY_FIRST.get(lower[start : start + 2], ()) if start >= end else ():
            if HAN.search(form) and lower.startswith(form, start):
                end = start + len(form)
                yield start, end, form
                break
    for match in listed._SINGLE.finditer(lower):
        yield match.start(1), match.end(1), match[1]


@given(MADE_UP)
def test_the_listed_words_are_found_as_by_looking_everywhere(text: str) -> None:
    lower = reading(text).lower
    hits = listed.hits(lower)
    assert [(hit.start, hit.end, hit.form) for hit in hits] == sorted(slowly_hit(lower))
    assert all(hit.sure == (hit.form not in ambiguous.ENGLISH | ambiguous.CHINESE) for hit in hits)


@given(st.from_regex(traits._PEOPLE))
def test_whoever_is_guessed_at_is_told_by_a_word(text: str) -> None:
    for match in traits._PEOPLE.finditer(text.lower()):
        assert traits._may_tell(match.group())


@given(st.from_regex(f"(?:{promises._DEVICES})|(?:{promises._ZH_DEVICES})", fullmatch=True))
def test_whatever_is_fitted_has_a_needle(device: str) -> None:
    assert any(needle in device for needle in promises._DEVICE_NEEDLES)


SIGNS = st.sampled_from([*denials.NEEDLES, "not", "can't", "free of", "rather than", "far from", "fails to", "-free"])


@given(st.lists(SIGNS | WORDS | st.sampled_from([" ", ", ", "。", "是", "cotton"]), max_size=8).map("".join))
def test_where_anything_is_denied_a_needle_tells_so(text: str) -> None:
    lower = text.lower()
    if any(denials.denials(lower)):
        assert denials.signs_of(lower)
        assert any(needle in lower for needle in denials.NEEDLES)
    assert any(denials._ENGLISH.finditer(lower)) <= any(needle in lower for needle in denials.NEEDLES)


def test_a_known_brand_begins_with_one_of_the_beginnings() -> None:
    for brand in known.BRANDS:
        assert naming._BRAND_STARTS[brand] in letters_of(f"a {brand}")
        assert any(word.group() == brand for word in naming._WORD.finditer(f"a {brand}"))


def test_a_number_in_words_is_told_by_its_letters() -> None:
    assert all(numbers._NUMBER_WORD.search(word) for word in NUMBER_WORDS)


@given(MADE_UP)
def test_a_text_without_the_letters_of_a_number_says_all_its_numbers_in_figures(text: str) -> None:
    folded = fold(text)
    if not numbers.in_letters(lowered(folded)):
        assert numbers.figures(folded) == numbers.quantities(folded)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_stands_beside_a_forbidden_wording_is_wherever_that_is(language: str) -> None:
    texts = [line.rpartition(" | ")[2] for line in lines(f"refused_{language}.txt")]
    rows = table_of(shipped(), language, Market()).rows
    looked = {row.wording.written: row.wording for row in rows}.values()
    met = [(one, text) for one in looked for text in texts if any(whole_words(one.written, text.lower()))]
    assert met
    for one, text in met:
        bare, asked = skeleton(text), [row for row in rows if row.wording is one]
        may_stand = [row for row in asked if row.may_stand(bare, spoken(bare))]
        assert any(row.may_be_written(text.lower()) for row in may_stand)


@given(st.lists(st.sampled_from(["eco", "be", "co", "e", "o", " ", "-", ".", "É", "１", "l"]), max_size=9).map("".join))
def test_what_only_is_within_words_is_no_hidden_wording(text: str) -> None:
    places, lower = origins(text), lowered(fold(text))
    for match in re.finditer("eco|be", skeleton(text)):
        if within_words(match, lower):
            assert not read_together(text, places[match.start() : match.end()], 0)


@given(
    st.sampled_from([r"\bors?b", r"\bor-?a|\bba\b", r"\b(?:or|ba) a\b", r"(?<!a )\ba (?:b|\bor)", r"a\b\bb?"]),
    st.text("abors -é", max_size=24),
)
def test_a_pattern_with_letters_first_matches_where_it_did(pattern: str, text: str) -> None:
    spans = [match.span() for match in re.finditer(pattern, text)]
    assert [match.span() for match in compiled(pattern).finditer(text)] == spans


@given(st.sampled_from(["or", "(?:a|ab)", "b[ -]?o", "é", "(?:-|)o"]), st.text("abo -éſK", max_size=24))
def test_a_wording_is_whole_where_no_latin_letter_goes_on(wording: str, text: str) -> None:
    whole = rf"(?:(?<![a-z0-9])|(?=[^a-z0-9]))(?:{wording})(?:(?![a-z0-9])|(?<=[^a-z0-9]))"
    lower = lowered(text)
    spans = [match.span() for match in re.finditer(whole, lower, 0 if lower.isascii() else re.IGNORECASE)]
    assert list(whole_words(wording, lower)) == spans


def test_no_unit_that_may_be_glued_to_what_follows_is_longer_than_is_looked() -> None:
    uncased = [name for name in UNITS if name[0].lower() == name[0].upper()]
    assert all(len(name) in LENGTHS[name[0]] for name in uncased)
    assert max(map(len, uncased)) <= max(_ANY_LENGTH)


@given(st.text(",;:—–，；、：。且并而同时 a0", max_size=12) | MADE_UP)
def test_the_parts_of_a_sentence_end_where_the_separators_say(text: str) -> None:
    whole = re.compile(unfounded._SEPARATORS)
    assert [one.span() for one in unfounded._BETWEEN.finditer(text)] == [one.span() for one in whole.finditer(text)]


@given(
    st.lists(st.sampled_from(["It is it.", "it IS it", "It is!", "是它。", "是它", "Ae ea", "Aé"]) | TEXTS, max_size=5)
)
def test_a_sentence_is_said_again_where_its_words_are(sentences: list[str]) -> None:
    words = [tuple(shape._WORDS.findall(sentence.casefold())) for sentence in sentences]
    again = [number for number, one in enumerate(words) if one and one in words[:number]]
    assert list(shape.said_again(sentences)) == again
