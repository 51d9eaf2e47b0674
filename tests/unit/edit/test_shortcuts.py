"""What the editor skips for most texts would have said nothing of them."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import brief
from workers.edit import characters, contact, leaks, markup
from workers.edit.needles import Sieve
from workers.edit.phrases import Phrases, found
from workers.edit.reading import Reading, read

WORDS = st.sampled_from(
    [*"<{[%*_`#>-•·?\t\n\x00\x7f", "as a", "null", "microsoft", "微信", "抱歉", "navy", "Ünï", "１２"]
)
TEXTS = st.lists(WORDS | st.text(max_size=4), max_size=12).map("".join)
TABLES = st.sampled_from([leaks._LEAKS, markup._MARKUP, contact._ADDRESSES])


def reading(text: str) -> Reading:
    return read(text, brief("en-US", Kind.DESCRIPTION))


@given(TEXTS)
def test_what_is_not_searched_for_characters_has_none_that_are_refused(text: str) -> None:
    whole = reading(text)
    patterns = (characters._HIDDEN, characters._STACKED)
    assert list(characters.control_characters(whole)) == [span for one in patterns for span in one.findall(text)]
    assert list(characters.script(whole)) == list(characters._not_english(whole))


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


@given(st.lists(st.text("abc鱼缸 ", max_size=6), max_size=12), st.text("abc鱼缸 ", max_size=30))
def test_a_sieve_lets_through_the_words_that_are_there_in_their_order(words: list[str], text: str) -> None:
    assert Sieve(words).within(text) == [number for number, word in enumerate(words) if word in text]
