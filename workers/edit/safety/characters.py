"""Rules about characters: nothing that hides, reverses or breaks; nothing in a script the reader cannot read."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.tracing import stands
from workers.edit.reading import Reading

_HIDDEN: Final = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 without the line feed, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0"  # what shows nothing
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # zero width, bidirectional
    "\ufe00-\ufe0f\U000e0000-\U000e0fff"  # variation selectors, tags
    "\ufff9-\uffff\ufdd0-\ufdef\ud800-\udfff"  # annotations, U+FFFD, no characters at all
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "]{1,16}"
)
_STACKED: Final = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2,16}")
"""Marks upon marks upon one letter."""

_PICTURES: Final = re.compile(
    "[\u231a\u231b\u23e9-\u23f3\u2600-\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff]{1,16}"
)
"""Emoji, and the dingbats that stand for them."""

_LATIN: Final = r"A-Za-zªºµÀ-ÖØ-öø-ɏɐ-ʯḀ-ỿﬀ-ﬆ"
_HAN: Final = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SYMBOLS: Final = "μΩπΦø℃℉Å㎡㎜㎝㎏㎖²³"
"""Letters of other scripts that units are written in."""

_NOT_LATIN: Final = re.compile(rf"[^\W\d_{_LATIN}{_SYMBOLS}]{{1,40}}")
_NOT_CHINESE: Final = re.compile(rf"[^\W\d_{_LATIN}{_HAN}{_SYMBOLS}]{{1,40}}")
_CHINESE: Final = re.compile(rf"[{_HAN}]")
_CHINESE_MARKS: Final = re.compile("[\u3000-\u303f\uff01-\uff60]{1,16}")
_LATIN_WORD: Final = re.compile(rf"[{_LATIN}](?<![\d{_LATIN}][{_LATIN}])[{_LATIN}'’&.-]{{0,40}}")
_EDGES: Final = ".-'’&"
_LATIN_LETTER: Final = re.compile(rf"[{_LATIN}]")
_PLAIN_ENGLISH: Final = re.compile("[\n -~£€é°×·–—‘’“”…]*+")
_PLAIN: Final = re.compile("[\n -~\u4e00-\u9fff£€é°×·–—‘’“”…、。《》「」『』【】〈〉，：；（）！？％¥￥℃]*+")
"""What nearly all copy is made of: no pattern here is about one of these, in its language."""
_SPACES_BETWEEN: Final = 2
_FOREIGN_WORDS: Final = 4
"""So many Latin words in a row, none of them from the facts, are no name: they are another language."""

DATA: Final = (_HIDDEN.pattern, _STACKED.pattern, _PICTURES.pattern, _LATIN, _HAN, _SYMBOLS, str(_FOREIGN_WORDS))


def control_characters(reading: Reading) -> Iterable[str]:
    """Control, bidirectional, zero-width, private and lone surrogate characters, U+FFFD, stacked marks."""
    if _PLAIN.fullmatch(reading.text):
        return ()
    return [match.group() for pattern in (_HIDDEN, _STACKED) for match in pattern.finditer(reading.text)]


def script(reading: Reading) -> Iterable[str]:
    """The locale's script, no emoji. A foreign name may stand there as a fact has it; Chinese in English may not."""
    language = reading.brief.locale.partition("-")[0]
    if language == "zh":
        return _not_chinese(reading)
    # Of ASCII there is nothing that English is not written in.
    return _not_english(reading) if language == "en" and not reading.text.isascii() else ()


def _not_english(reading: Reading) -> Iterator[str]:
    if _PLAIN_ENGLISH.fullmatch(reading.text):
        return
    yield from _PICTURES.findall(reading.text)
    yield from _CHINESE_MARKS.findall(reading.text)
    for word in _NOT_LATIN.findall(reading.text):
        if _CHINESE.search(word) or not _in_facts(word, reading):
            yield word


def _not_chinese(reading: Reading) -> Iterator[str]:
    if _PLAIN.fullmatch(reading.text) is None:
        yield from _PICTURES.findall(reading.text)
        yield from [word for word in _NOT_CHINESE.findall(reading.text) if not _in_facts(word, reading)]
    if _LATIN_LETTER.search(reading.text):
        yield from _other_language(reading)


def _other_language(reading: Reading) -> Iterator[str]:
    """English phrases in Chinese copy. Copy without a Chinese character may hold only words of the facts."""
    longest = _FOREIGN_WORDS - 1 if _CHINESE.search(reading.text) else 0
    run: list[re.Match[str]] = []
    for word in _LATIN_WORD.finditer(reading.text):
        if run and word.start() - run[-1].end() > _SPACES_BETWEEN:
            run = []
        if _in_facts(word.group().strip(_EDGES), reading):
            continue
        run.append(word)
        if len(run) > longest:
            yield reading.text[run[0].start() : word.end()]
            run = []


def _in_facts(word: str, reading: Reading) -> bool:
    form = lowered(fold(word))
    if not form:
        return True
    return stands(form, reading.said)
