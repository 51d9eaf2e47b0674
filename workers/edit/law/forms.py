"""How a wording is written in a pack, and what it is looked for by.

`eco friendly`: a space stands for a space, a hyphen or nothing. `(cures|cure) cancer`: one of several, perhaps none.
`{n}`: a number in figures. `{..}`: up to eight characters of the same clause. `{few}`: up to four words of a sentence,
and the spaces around them. Nothing else is special: a pack holds no regular expression, so that none can be slow. Latin
words are whole words.
"""

import re
import string
from collections.abc import Callable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import pairwise, product
from typing import Final

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.quantities import Span

_DASHES: Final = "‐-―"


class Mark(Enum):
    """What is no wording itself; the value is the pattern that it stands for."""

    NUMBER = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
    GAP = r"[^，。；！？：,.;!?\n]{0,8}"
    FEW = rf"(?:[\s_{_DASHES}-]{{1,2}}[a-z0-9'%]{{1,16}},?){{0,4}}[\s_{_DASHES}-]{{1,2}}"


Parts = tuple["Part", ...]
Part = str | Mark | frozenset[Parts]
Spelling = Callable[[str], str]
Neighbours = tuple[tuple[str, ...], tuple[str, ...]]

MAX_DEPTH: Final = 3
_PIECES: Final = re.compile(r"\{n\}|\{\.\.\}|\{few\}|[()|]|[^(){}|]+|.", re.DOTALL)
_MARKS: Final = {"{n}": Mark.NUMBER, "{..}": Mark.GAP, "{few}": Mark.FEW}
_SPACES: Final = re.compile(r"\s+")
_SPACE: Final = rf"[\s_{_DASHES}-]{{0,2}}"
_WORD: Final = re.compile(r"[^\s_-]+")
_LATIN: Final = "a-z0-9"
ALSO_ASCII: Final = "ıİſ"
"""In a text in lower case, what is a letter of ASCII in another case: a long s is an s."""
_IN_WORDS: Final = frozenset(string.ascii_lowercase + string.digits + ALSO_ASCII)
_FIGURES: Final = tuple(string.digits)
_MANY: Final = 400
_TELLING: Final = 5
"""Beyond so many Latin letters, a needle that is longer finds no fewer texts."""


@lru_cache(maxsize=16_384)
def parsed(form: str) -> Parts:
    """The parts of a wording, lower case. Raises ValueError, which says what is wrong with it."""
    pieces = iter(_PIECES.findall(lowered(fold(form)).replace("’", "'").strip()))
    alternatives, end = _alternatives(pieces, 0)
    if end:
        raise ValueError("a ) without its (: add it, or take the ) out")
    if len(alternatives) != 1:
        raise ValueError("a | outside of ( ): write two wordings")
    return next(iter(alternatives))


def _alternatives(pieces: Iterator[str], depth: int) -> tuple[frozenset[Parts], str]:
    """What stands up to the next ), and that; at the end of the wording, nothing."""
    if depth > MAX_DEPTH:
        raise ValueError(f"( ) more than {MAX_DEPTH} deep: write several wordings")
    found: list[list[Part]] = [[]]
    for piece in pieces:
        if piece == ")":
            return frozenset(map(tuple, found)), piece
        if piece == "|":
            found.append([])
        else:
            found[-1].append(_part(piece, pieces, depth))
    return frozenset(map(tuple, found)), ""


def _part(piece: str, pieces: Iterator[str], depth: int) -> Part:
    if piece in {"{", "}"}:
        raise ValueError(f"{piece} stands only in {{n}}, {{..}}, {{few}} and the name of a list under `words`")
    if piece != "(":
        return _MARKS.get(piece, piece)
    inner, end = _alternatives(pieces, depth + 1)
    if not end:
        raise ValueError("a ( without its ): add it, or take the ( out")
    return inner


def literally(text: str) -> str:
    """The pattern of plain words: a space is also a hyphen, or nothing."""
    return _SPACE.join(re.escape(word) for word in _SPACES.split(text))


def pattern(parts: Parts, spelling: Spelling) -> str:
    """The regular expression of a wording, its words in the spelling of the text that is searched."""
    return "".join(_piece(part, spelling) for part in parts)


# The same long list stands in many wordings.
@lru_cache(maxsize=4096)
def _piece(part: Part, spelling: Spelling) -> str:
    if isinstance(part, str):
        return spelling(part)
    if isinstance(part, Mark):
        # Where nothing stands between words, nobody can tell a few of them from half a sentence.
        return "" if part is Mark.FEW and spelling is not literally else part.value
    return _either([pattern(parts, spelling) for parts in part])


def _either(pieces: list[str]) -> str:
    """One of the pieces, the longest first, or "in" would hide "in the world".

    Those that begin alike are tried together: at most places in a text none of hundreds begins.
    """
    begun: dict[str, list[str]] = {}
    for piece in sorted(pieces, key=_longest):
        begun.setdefault(piece[:1] if piece[:1].isalpha() else "", []).append(piece)
    alone = begun.pop("", [])
    together = [f"{first}(?:{'|'.join(piece[1:] for piece in told)})" for first, told in begun.items()]
    return f"(?:{'|'.join((*together, *alone))})"


def _longest(piece: str) -> tuple[int, str]:
    return -len(piece), piece


def whole_words(expression: str, lower: str) -> Iterator[Span]:
    """Where the wording stands in a text in lower case, not beginning or ending inside a Latin word."""
    wording, at = (_in_ascii(expression) if lower.isascii() else _in_letters(expression)), 0
    while at <= len(lower) and (match := wording.search(lower, at)):
        start, end = match.span()
        if start and lower[start - 1] in _IN_WORDS and lower[start : start + 1] in _IN_WORDS:
            at = start + 1
        else:
            yield start, end
            at = end + (start == end)


# Where a word begins is not asked by these: it would be tried at each character, not at the wording's first letters.
@lru_cache(maxsize=8192)
def _in_letters(expression: str) -> re.Pattern[str]:
    """The pattern, where it does not end inside a Latin word. Compiled when it is first needed."""
    return re.compile(_ending_whole(expression), re.IGNORECASE)


@lru_cache(maxsize=8192)
def _in_ascii(expression: str) -> re.Pattern[str]:
    """The same for ASCII, where a letter in lower case is in no other case than its own.

    A class of characters that reaches further takes ten times as long to compile, and a wording has dozens.
    """
    return re.compile(_ending_whole(expression.replace(_DASHES, "")))


def _ending_whole(expression: str) -> str:
    return rf"(?:{expression})(?:(?![{_LATIN}])|(?<=[^{_LATIN}]))"


@lru_cache(maxsize=4096)
def as_it_stands(expression: str) -> re.Pattern[str]:
    """The pattern, wherever it stands. Compiled when it is first needed."""
    return re.compile(expression)


def needles(parts: Parts) -> tuple[str, ...]:
    """Words, one of which is in every text that has the wording; none if there is no such set."""
    return max(offers(parts), key=_worth, default=())


def offers(parts: Parts) -> list[tuple[str, ...]]:
    """As `needles`, of each part that has them."""
    return [offer for part in parts if (offer := _offer(part))]


def spelled_out(parts: Parts) -> list[tuple[str, ...]]:
    """As `offers`, and each word that stands there by itself."""
    alone = [(word,) for part in parts if isinstance(part, str) for word in _WORD.findall(part)]
    return [*alone, *offers(parts)]


def side_by_side(parts: Parts) -> tuple[str, ...]:
    """As `needles`, where nothing stands between words: "i (never|always)" has "inever" and "ialways" there."""
    spelled = [words for part in parts if (words := _spelled(part)) != ("",)]
    pairs = [_products(left, right) for left, right in pairwise(spelled)]
    # Of equal ones those that are spelled out: "helpwith" is in fewer texts than "with".
    offers = [offer for offer in (*spelled, *pairs, needles(parts)) if offer and all(offer) and len(offer) <= _MANY]
    return max(offers, key=_worth, default=needles(parts))


def neighbours(parts: Parts) -> list[Neighbours]:
    """What a part may say, and what the next one may, where but a space stands between."""
    return _pairs([_spelled(part) for part in parts])


def run_together(parts: Parts) -> list[Neighbours]:
    """As `neighbours`, where nothing stands between words, nor a few of them; a number is a figure."""
    return _pairs([_FIGURES if part is Mark.NUMBER else _spelled(part) for part in parts if part is not Mark.FEW])


def _pairs(spelled: list[tuple[str, ...]]) -> list[Neighbours]:
    told = [words for words in spelled if words != ("",)]
    return [(left, right) for left, right in pairwise(told) if left and right and all(left) and all(right)]


def _products(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    if len(left) * len(right) > _MANY:
        return ()
    return tuple(sorted({one + other for one in left for other in right}))


@lru_cache(maxsize=4096)
def _spelled(part: Part) -> tuple[str, ...]:
    """All that a part may say, without spaces; none where that is no end of things."""
    if isinstance(part, str):
        return ("".join(_WORD.findall(part)),)
    if isinstance(part, Mark):
        return ()
    within = [tuple(map(_spelled, parts)) for parts in part]
    if any(not all(parts) for parts in within):
        return ()
    return tuple({"".join(words) for parts in within for words in product(*parts)})


@lru_cache(maxsize=4096)
def _offer(part: Part) -> tuple[str, ...]:
    if isinstance(part, str):
        return tuple(sorted(_WORD.findall(part), key=len)[-1:])
    if isinstance(part, Mark):
        return ()
    within = [needles(parts) for parts in part]
    return tuple(sorted({needle for inner in within for needle in inner})) if all(within) else ()


def _worth(offer: tuple[str, ...]) -> tuple[int, int]:
    telling = min(len(needle) if needle.isascii() else 2 * len(needle) for needle in offer)
    return min(telling, _TELLING), -len(offer)
