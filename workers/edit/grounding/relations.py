"""Rule: what a fact says of one part is not said of another. With an oak seat on a steel frame "oak frame" is false.

A value is tied to the words for a part that it stands before ("an oak frame", 橡木框架) or behind ("the frame is made of
oak", 框架为橡木). It is wrong where no reading of the place is true, and facts tell of that part and say something else,
or all that they tell of the value is of other parts.
"""

# ruff: noqa: E501  a pattern reads best whole

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from workers.edit.grounding import joints
from workers.edit.grounding.joints import (
    JOINTS,
    MADE,
    OVER,
    SHOWN,
    STOPS,
    TYING,
    ZH_COUNTER,
    ZH_GAP_AHEAD,
    ZH_GAP_BACK,
    ZH_MADE,
    ZH_MADE_AHEAD,
)
from workers.edit.grounding.parts import A_CHARGE, CHINESE, COUNTED, KNOWN, LONGEST, part_of, sides_of
from workers.edit.grounding.parts import DATA as PARTS
from workers.edit.grounding.stems import stem
from workers.edit.grounding.ties import COUNT, VALUES, Tie, Ties, Value
from workers.edit.grounding.tracing import occurrences
from workers.edit.reading import Reading

_AHEAD: Final = 4
_OF: Final = " of "
_LATIN: Final = "\u2e80"
_NEXT: Final = re.compile("[ -]([a-z]+)")
_APART: Final = re.compile("[ -]")
_LETTERS: Final = re.compile("[a-z]+")
_NOTHING: Final[frozenset[str]] = frozenset()
_WINDOW: Final = 40

DATA: Final = (*PARTS, *joints.DATA)


class _Said(NamedTuple):
    """A value where it stands."""

    start: int
    end: int
    value: Value

    @property
    def amount(self) -> bool:
        return self.value.matters.isdisjoint(VALUES)


class _Bound(NamedTuple):
    """The parts of which it may be said there. `whole`: it is said of the product."""

    words: frozenset[str]
    start: int
    end: int
    whole: bool = False


class Wrong(NamedTuple):
    """What is said of the wrong part; `told`: ids of the facts that say what that part is."""

    start: int
    end: int
    told: tuple[str, ...]


def relations(reading: Reading) -> list[str]:
    """A value that facts have, told of a part of which they do not have it."""
    return [reading.text[start:end] for start, end, _ in wrongs(reading)]


def contradicted(reading: Reading) -> frozenset[str]:
    """The ids of the facts that say what a part is of which the text says something else."""
    return frozenset(fact for wrong in wrongs(reading) for fact in wrong.told)


def wrongs(reading: Reading) -> Iterator[Wrong]:
    """The same, as places."""
    ties = reading.ties
    if ties is None or not (ties.disputed or ties.values):
        return
    said = [*_values(reading.lower, ties), *_amounts(reading, ties)]
    told = [one for one in said if one.value.open]
    starts = {one.start: one.value.matters for one in said} if told else {}
    for one in told:
        found = list(_ahead(one, reading.lower, ties, starts))
        if not found or not reading.lower[one.end : one.end + 1].isascii():
            found += _behind(one, reading.lower, ties)
        false = [wrong for bound in found if (wrong := _false(one, bound, reading, ties))]
        if false and len(false) == len(found):
            yield false[0]


def _values(lower: str, ties: Ties) -> Iterator[_Said]:
    taken: set[int] = set()
    for value in ties.values:
        for start, end in occurrences(value.form, lower) if value.form in lower else ():
            if start not in taken:
                taken.update(range(start, end))
                yield _Said(start, end, value)


def _amounts(reading: Reading, ties: Ties) -> Iterator[_Said]:
    """The numbers that facts have, by their places in the text."""
    at = 0
    for sentence, traced in zip(reading.sentences, reading.traced, strict=False):
        if traced.amounts:
            at = reading.text.index(sentence, at)
            for quantity, facts, _, _ in traced.amounts:
                matters = [unit.dimension or COUNT for unit in quantity.units]
                if ties.disputed.isdisjoint(matters):
                    continue
                value = ties.amount(matters, facts)
                yield _Said(at + quantity.start, at + quantity.end, value)


def _ahead(said: _Said, lower: str, ties: Ties, starts: dict[int, frozenset[str]]) -> Iterator[_Bound]:
    """The noun that it stands before: the last words of a compound ("an oak drawer front") together."""
    if not lower[said.end : said.end + 1].isascii():
        yield from _ahead_chinese(said, lower, ties)
        return
    words, end = _NOTHING, said.end
    over = None if said.amount else OVER.match(lower, said.end)
    if over and (part := _part(over[1], ties)):
        yield _Bound(part, said.start, over.end())
        return
    for word, stop in _following(said, lower, starts):
        part, whole = _part(word, ties), stem(word) in ties.product
        if words and not part and not whole:
            break
        if part or whole:
            words, end = words | part, stop
    if words or (end > said.end and not said.amount):
        yield _Bound(words, said.start, end, whole=not words)


def _following(said: _Said, lower: str, starts: dict[int, frozenset[str]]) -> Iterator[tuple[str, int]]:
    """The words behind it, each with its end, as far as they may be of one noun: up to another such value."""
    at = said.end + (len(_OF) - 1 if said.amount and lower.startswith(_OF, said.end) else 0)
    for _ in range(_AHEAD):
        following = _NEXT.match(lower, at)
        if following is None or following[1] in STOPS:
            return
        if not starts.get(following.start(1), _NOTHING).isdisjoint(said.value.matters):
            return
        at = following.end()
        yield following[1], at


def _ahead_chinese(said: _Said, lower: str, ties: Ties) -> Iterator[_Bound]:
    gap = (ZH_COUNTER if said.value.matters == {COUNT} else ZH_GAP_AHEAD).match(lower, said.end)
    for at in dict.fromkeys((gap.end() if gap else said.end, said.end)):
        for length in range(LONGEST + 2, 0, -1):
            word = lower[at : at + length]
            if parts := (ties.own_chinese.get(word) or _NOTHING) | CHINESE.get(word, _NOTHING):
                yield _Bound(parts, said.start, at + length)
                return
        for name in ties.product_chinese:
            if lower.startswith(name, at) and not said.amount:
                yield _Bound(_NOTHING, said.start, at + len(name), whole=True)
                return
    made = ZH_MADE_AHEAD.match(lower, said.end) if "origin" in said.value.matters else None
    if made:
        yield _Bound(_NOTHING, said.start, made.end(), whole=True)


def _behind(said: _Said, lower: str, ties: Ties) -> Iterator[_Bound]:
    """The noun of which it is said: "the frame is oak"."""
    before = lower[max(0, said.start - _WINDOW) : said.start]
    if COUNT in said.value.matters or A_CHARGE.search(before):
        return
    if max(before.rstrip(" :")[-1:], lower[said.start]) > _LATIN:
        yield from _behind_chinese(said, before, ties)
    else:
        yield from _behind_english(said, before, ties)


def _behind_english(said: _Said, before: str, ties: Ties) -> Iterator[_Bound]:
    floor = said.start - len(before)
    tied, made = said.amount or before.endswith(": "), -1
    for word, at in _preceding(before):
        part = _part(word, ties) if word not in JOINTS or word in ties.own else _NOTHING
        if part and (tied or word.endswith("ed")):
            yield _Bound(part | _coordinated(before[:at], ties), floor + at, said.end)
            return
        if tied and not said.amount and stem(word) in ties.product:
            part = _coordinated(before[:at], ties)
            yield _Bound(part, floor + at, said.end, whole=not part)
            return
        if word not in JOINTS and not (word == "with" and before[:at].endswith("ed ")):
            break
        tied = tied or word in TYING
        made = at if _of_product(word, said) else made
    if made >= 0:
        yield _Bound(_NOTHING, floor + made, said.end, whole=True)


def _preceding(before: str) -> Iterator[tuple[str, int]]:
    """The words before it, the nearest first, as far as no mark but a colon parts them; and where each begins."""
    end = len(before)
    for piece in reversed(_APART.split(before)):
        at = end - len(piece)
        end = at - 1
        word = piece.rstrip(":")
        if word.isalpha():
            yield word, at
        elif word and not word[0].isdigit():
            return


def _of_product(word: str, said: _Said) -> bool:
    """Whether the verb tells of the product, where no part stands before it: "made in Spain"."""
    return (word in MADE and "origin" in said.value.matters) or (word in SHOWN and "colour" in said.value.matters)


def _coordinated(before: str, ties: Ties) -> frozenset[str]:
    """The parts that the last noun is named with: "drawer fronts", "shell and lining"."""
    words = _NOTHING
    for word in reversed(_LETTERS.findall(before)[-_AHEAD:]):
        part = _part(word, ties)
        if not part and word not in {"and", "the"}:
            break
        words |= part
    return words


def _behind_chinese(said: _Said, before: str, ties: Ties) -> Iterator[_Bound]:
    gap = ZH_GAP_BACK.search(before)
    start = gap.start() if gap else len(before)
    lower = before[:start]
    for end in range(start, len(before) + 1):
        for length in range(LONGEST + 2, 0, -1):
            word = before[max(0, end - length) : end]
            if parts := (ties.own_chinese.get(word) or _NOTHING) | CHINESE.get(word, _NOTHING):
                yield _Bound(parts, said.start - (len(before) - end) - len(word), said.end)
                return
    for name in ties.product_chinese:
        if lower.endswith(name) and not said.amount:
            yield _Bound(_NOTHING, said.start - (len(before) - start) - len(name), said.end, whole=True)
            return
    if gap and "origin" in said.value.matters and ZH_MADE.search(gap[0]):
        yield _Bound(_NOTHING, said.start - len(gap[0]), said.end, whole=True)


def _part(word: str, ties: Ties) -> frozenset[str]:
    own, known = stem(word), part_of(word)
    if not ties.kind.isdisjoint(known | {own}) and not (known and own in ties.own):
        return _NOTHING
    return known | {own} if own in ties.own else known


def _false(said: _Said, bound: _Bound, reading: Reading, ties: Ties) -> Wrong | None:
    """What is wrong with saying it of these parts; None where it is true, or where no fact can tell."""
    if reading.lower[bound.start : bound.end] in reading.said:
        return None
    if any(tie.part.whole if bound.whole else not tie.part.words.isdisjoint(bound.words) for tie in said.value.tied):
        return None
    own = _of_it(said, bound, reading, ties)
    if own:
        return Wrong(bound.start, bound.end, tuple(tie.fact for tie in own))
    return Wrong(bound.start, bound.end, ()) if _of_others(said, bound) else None


def _of_it(said: _Said, bound: _Bound, reading: Reading, ties: Ties) -> list[Tie]:
    """What facts tell of these parts, in the same matter."""
    alike = ties.alike(said.value.matters)
    if bound.whole:
        return [tie for tie in alike if tie.part.whole]
    sides = sides_of(reading.lower[bound.start : bound.end + _AHEAD * 3]) if said.amount else _NOTHING
    if sides:
        alike = [tie for tie in alike if not tie.part.sides or not sides.isdisjoint(tie.part.sides)]
    heads = [tie for tie in alike if not tie.part.whole and not tie.part.heads.isdisjoint(bound.words)]
    return heads or [tie for tie in alike if not tie.part.words.isdisjoint(bound.words)]


def _of_others(said: _Said, bound: _Bound) -> bool:
    """Whether all that facts tell of the value is of parts that are known to be others."""
    if not said.value.elsewhere:
        return False
    if bound.whole:
        return "origin" in said.value.matters
    return bound.words <= (COUNTED if COUNT in said.value.matters else KNOWN)
