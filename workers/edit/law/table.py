"""What is looked for in one market: the wordings of its terms, each by words that are in every text that has it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from workers.edit.law.evasion import joints, legible, respelled, skeleton, spoken
from workers.edit.law.forms import (
    ALSO_ASCII,
    Neighbours,
    literally,
    needles,
    neighbours,
    parsed,
    pattern,
    run_together,
    side_by_side,
    spelled_out,
)
from workers.edit.law.markets import Market
from workers.edit.law.misspelled import TELLTALES
from workers.edit.needles import Needles
from workers.edit.packs import Book, Class, Term

Offers = tuple[tuple[str, ...], ...]
"""Of each of these one word is there."""

_LOOKED_FOR: Final = frozenset({Class.HARD, Class.CONDITIONAL})
_PLAIN: Final = re.compile("[!-~\u3400-\u9fff]+")
"""What no other character is in another case, but for `ALSO_ASCII`."""
_FIGURE: Final = re.compile(r"\d")
_LETTERS: Final = re.compile("[a-z\u3400-\u9fff]+")
"""What is itself in a skeleton, or what is read for it. A digit of another script is read as something else."""


class Wording(NamedTuple):
    """One wording: as it is `written`, and `hidden`: as it stands in a skeleton; "" where it may not be looked for so.

    `literal`: what is in every text in lower case that has it as it is written; `beside`: in every skeleton, in pinyin,
    of one that has it in either way. There, of each pair of `neighbours`, one of the former stands right before one of
    the latter; where it is hidden, of each of `together` too.
    """

    written: str
    hidden: str
    joints: int
    literal: Offers
    beside: Offers
    neighbours: tuple[Neighbours, ...]
    together: tuple[Neighbours, ...]
    needles: tuple[str, ...]
    sought: tuple[str, ...]


class Row(NamedTuple):
    """A wording of a term, and one of the words that it is looked for by; `bare`: that in a skeleton."""

    needle: str
    bare: str
    hidden: str
    wording: Wording
    term: Term

    @property
    def provable(self) -> bool:
        return self.term.cls is Class.CONDITIONAL

    def may_stand(self, bare: str, told: str) -> bool:
        """Whether a text with this skeleton may have it in either way. `told`: the skeleton in pinyin."""
        if not (legible(self.bare, bare) and _one_of_each(self.wording.beside, told)):
            return False
        return all([_joined(*pair, bare) for pair in self.wording.neighbours])  # noqa: C419  there are few

    def may_be_written(self, lower: str) -> bool:
        """Whether a text may have it as it is written."""
        return _one_of_each(self.wording.literal, lower) or any([letter in lower for letter in ALSO_ASCII])  # noqa: C419

    def may_be_hidden(self, bare: str) -> bool:
        """Whether a skeleton may have it as it stands there."""
        return self.hidden != "" and all([_joined(*pair, bare) for pair in self.wording.together])  # noqa: C419


@dataclass(frozen=True, slots=True)
class Table:
    """What holds in one market, and by what it is looked for: `bare` has the telltales behind the rows.

    `spoken`: by their pinyin; None where nobody writes so. `signs`: what is nothing in a skeleton; None: there is none.
    """

    rows: tuple[Row, ...]
    exceptions: tuple[Row, ...]
    required: tuple[Term, ...]
    bare: Needles
    spoken: Needles | None
    signs: Needles | None
    excepted: Needles


# Each seller of whom a pack speaks has tables of its own, small ones: those of a thousand are kept.
@lru_cache(maxsize=4096)
def table_of(book: Book, language: str, market: Market) -> Table:
    """What the book says there to copy of this language."""
    terms = [term for term in book.terms(language) if market.holds(term)]
    rows = tuple([row for term in terms if term.cls in _LOOKED_FOR for row in _rows(term)])
    exceptions = tuple([row for term in terms if term.cls is Class.EXCEPTION for row in _rows(term)])
    bare = [row.bare for row in rows]
    in_pinyin = [spoken(row.bare) if row.hidden else None for row in rows] if language == "zh" else []
    signs = [None if row.bare else row.needle for row in rows]
    return Table(
        rows,
        exceptions,
        tuple([term for term in terms if term.cls is Class.REQUIRED]),
        Needles([*bare, *TELLTALES] if language == "zh" else bare),
        Needles(in_pinyin) if any(in_pinyin) else None,
        Needles(signs) if any(signs) else None,
        Needles([row.needle for row in exceptions]),
    )


def _rows(term: Term) -> Iterator[Row]:
    for form in term.forms:
        wording = _wording(form)
        for needle in wording.needles if term.cls is Class.EXCEPTION else wording.sought:
            hidden = wording.hidden if term.cls is not Class.EXCEPTION and any(c.isalnum() for c in needle) else ""
            yield Row(needle, skeleton(needle), hidden, wording, term)


@lru_cache(maxsize=16_384)
def _wording(form: str) -> Wording:
    parts = parsed(form)
    # A sign is nothing in a skeleton: there "#1 brand" is what "I brand" is.
    hidden = "" if "#" in form else pattern(parts, respelled)
    plain, sought = needles(parts), side_by_side(parts)
    told = sorted(spelled_out(parts), key=len)
    literal = tuple([words for words in told if all(map(_PLAIN.fullmatch, words))])
    letters = [words for words in literal if all(map(_LETTERS.fullmatch, words))]
    beside = tuple([tuple([spoken(skeleton(word)) for word in words]) for words in letters])
    near = _in_skeletons([pair for pair in neighbours(parts) if not _FIGURE.search("".join(chain(*pair)))])
    together = _in_skeletons(run_together(parts))
    written = pattern(parts, literally)
    return Wording(written, hidden, joints(parts), literal, beside, near, together, plain or ("",), sought or ("",))


def _in_skeletons(pairs: list[Neighbours]) -> tuple[Neighbours, ...]:
    """Those of nothing but Latin letters: a character may be written as its pinyin."""
    spelled = [(tuple(map(skeleton, left)), tuple(map(skeleton, right))) for left, right in pairs]
    return tuple([pair for pair in spelled if "".join(chain(*pair)).isascii()])


def _one_of_each(offers_: Offers, text: str) -> bool:
    for words in offers_:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def _joined(left: tuple[str, ...], right: tuple[str, ...], bare: str) -> bool:
    for word in right:
        at = bare.find(word)
        while at >= 0:
            if bare.endswith(left, 0, at):
                return True
            at = bare.find(word, at + 1)
    return False
