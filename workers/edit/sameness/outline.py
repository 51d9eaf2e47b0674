"""What is kept of a text to compare others with: how it begins, and a sketch of how it goes on. Pure.

Brand, name, type and numbers are masked: what is left is what was written about the product.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple
from zlib import crc32

from schemas.kinds import Kind
from workers.plan.brief import Brief, Fact
from workers.plan.lexicon import surface_forms

MASK: Final = "…"
NUMBER: Final = "0"
_CHINESE: Final = "\u3005\u3007\u3040-\u30ff\u3400-\u9fff"
_TOKEN: Final = re.compile(rf"[{_CHINESE}]|[^\W\d_{_CHINESE}]+|\d[\d.,]*|{MASK}")
_MODEL: Final = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
"""A letter beside a digit: "S8" is no number of the product's."""
_CHINESE_RUN: Final = re.compile(rf"[{_CHINESE}]{{2,}}")
_NAMING: Final = frozenset({"name", "brand", "type"})
_SMALL_WORDS: Final = frozenset("a an and by for from in of on or the to with".split())


class _Grain(NamedTuple):
    """How many tokens an opening and a shingle have: words, or Chinese characters."""

    opening: int
    shingle: int


_WORDS: Final = _Grain(4, 3)
_CHARACTERS: Final = _Grain(6, 4)

# MinHash in one pass (one-permutation hashing; Li, Owen and Zhang 2012): the first hash behind each of 32 points stands
# for a permutation's minimum. Two orders of the same hashes, as the points of one pick the same few of a short text.
# Own code, because datasketch and rensa hash each shingle once for each slot, and err as much.
_ORDERS: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)
_POINTS: Final = tuple(range(0, 1 << 64, 1 << 59))
_64_BITS: Final = (1 << 64) - 1
SLOTS: Final = len(_ORDERS) * len(_POINTS)


class Outline(NamedTuple):
    """`openings`: the first words of the text, or of each bullet. `sketch`: 64 bytes."""

    openings: tuple[str, ...]
    sketch: bytes


def lines_of(brief: Brief, text: str) -> list[list[str]]:
    """The text in tokens; bullets line by line."""
    lines = text.splitlines() if brief.kind is Kind.BULLETS else [text]
    return [tokens for line in lines if (tokens := tokens_of(brief, line))]


def outline_of(lines: Sequence[Sequence[str]], locale: str) -> Outline:
    """Equal texts about products of other names have equal outlines."""
    by_character = locale.partition("-")[0] in {"zh", "ja"}
    grain, joint = (_CHARACTERS, "") if by_character else (_WORDS, " ")
    openings = tuple([joint.join(line[: grain.opening]) for line in lines])
    return Outline(openings, _sketch({shingle for line in lines for shingle in _shingles(line, grain.shingle)}))


def tokens_of(brief: Brief, text: str) -> list[str]:
    """Words and Chinese characters, lower case, without marks; what is masked is one token, however long it was."""
    names, words = _masks(brief)
    lower = text.lower()
    for name in names:
        lower = lower.replace(name, MASK)
    tokens: list[str] = []
    for token in _TOKEN.findall(lower):
        if token[0].isdigit():
            tokens.append(NUMBER)
        elif token != MASK and token not in words:
            tokens.append(token)
        elif not tokens or tokens[-1] != MASK:
            tokens.append(MASK)
    return tokens


class Sketches:
    """Sketches in numbered rows, held slot by slot: 64 small steps compare one with all rows, not one for each row."""

    def __init__(self) -> None:
        self._slots = tuple(bytearray() for _ in range(SLOTS))

    def put(self, row: int, sketch: bytes) -> None:
        """In place of what the row holds; the next free row is one more than the last."""
        for place, slot in enumerate(self._slots):
            slot[row : row + 1] = sketch[place : place + 1]

    def alike(self, sketch: bytes) -> bytearray:
        """For each row how many slots are equal, of `SLOTS`: the share of all shingles that is in both, by 0.06."""
        pairs = zip(self._slots, sketch, strict=True)
        # One byte for each row, and 64 ones do not overflow it: all rows are added up at once.
        equal = sum([int.from_bytes(slot.translate(_only(value)), "big") for slot, value in pairs])
        return bytearray(equal.to_bytes(len(self._slots[0]), "big"))


@cache
def _only(value: int) -> bytes:
    """The table by which this byte becomes 1 and any other 0."""
    return bytes(value) + b"\1" + bytes(255 - value)


def _masks(brief: Brief) -> tuple[list[str], set[str]]:
    """Names that no spaces bound, the longest first, and the words of all."""
    found = [_mask(fact, brief.locale) for fact in brief.facts if fact.name in _NAMING]
    names = sorted({name for names, _ in found for name in names}, key=len, reverse=True)
    return names, {word for _, words in found for word in words}


@lru_cache(maxsize=16_384)
def _mask(fact: Fact, locale: str) -> tuple[tuple[str, ...], frozenset[str]]:
    forms = [form.lower() for form in (fact.value, *surface_forms(fact, locale))]
    names = {run for form in forms for run in _CHINESE_RUN.findall(form)} | {
        form for form in forms if _MODEL.search(form)
    }
    words = {word for form in forms for word in _TOKEN.findall(form) if len(word) > 1 and not word[0].isdigit()}
    return tuple(sorted(names)), frozenset(words - _SMALL_WORDS)


def _shingles(tokens: Sequence[str], size: int) -> Iterator[str]:
    """Runs of so many tokens; of fewer, all of them."""
    return (" ".join(tokens[start : start + size]) for start in range(max(1, len(tokens) - size + 1)))


def _sketch(shingles: set[str]) -> bytes:
    if not shingles:
        return bytes(SLOTS)
    hashes = [crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles]
    slots = bytearray()
    for order in _ORDERS:
        ranked = sorted([value * order & _64_BITS for value in hashes])
        ranked.append(ranked[0])
        slots.extend([ranked[bisect_left(ranked, point, 0, len(hashes))] & 0xFF for point in _POINTS])
    return bytes(slots)
