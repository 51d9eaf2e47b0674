"""Whether a draft says what was just said of other products. Pure: `Shelves` is all that it remembers.

A shelf is what a reader sees side by side: one type of product (where none is told, its department), one locale, one
kind of copy. Prose only: titles and search lines follow a form that the reader looks for, and are alike by right.

Soft: no finding makes a draft unfit to be published. It makes another one worth asking for.
"""

from collections import Counter
from typing import Final, NamedTuple

from schemas.kinds import Kind
from workers.edit.gate import SPANS_PER_RULE
from workers.edit.sameness.cliches import worn_in
from workers.edit.sameness.outline import SLOTS, Outline, Sketches, lines_of, outline_of
from workers.lately import Lately
from workers.outcome import Refusal
from workers.plan.brief import Brief

KINDS: Final = frozenset({Kind.DESCRIPTION, Kind.BULLETS, Kind.BLURB})
TEXTS: Final = 200
"""Of one shelf, one for each product, that a draft is compared with."""
SHELVES: Final = 256
"""That are remembered: some 30 MB when all of them are full."""

ENOUGH: Final = 20
"""Texts of others that a shelf must hold before an opening can be worn."""
WORN: Final = 0.125
"""An opening that began more than this share of them is worn."""
ALIKE: Final = 0.8
"""Texts of which so many shingles are in both (Jaccard) are near-duplicates."""


class Likeness(NamedTuple):
    """What a draft has in common with its shelf. `degree`: 0 is nothing; of several drafts the least is the best.

    `outline` is None for a kind that is never compared.
    """

    refusals: tuple[Refusal, ...] = ()
    degree: float = 0.0
    outline: Outline | None = None


ALONE: Final = Likeness()


class Shelves:
    """What was published lately: `texts` of each of the `shelves` that were used last. Bounded; with 0, nothing."""

    def __init__(self, texts: int = TEXTS, shelves: int = SHELVES) -> None:
        self.texts = texts
        self._shelves: Lately[tuple[str, str, Kind], _Shelf] = Lately(shelves)

    def compare(self, brief: Brief, text: str) -> Likeness:
        """The draft beside its shelf, the product's own text aside. Equal shelves give equal answers."""
        if brief.kind not in KINDS:
            return ALONE
        lines = lines_of(brief, text)
        outline = outline_of(lines, brief.locale)
        worn = worn_in([token for line in lines for token in line], brief.locale)
        found = [Refusal("cliche", phrase) for phrase in worn[:SPANS_PER_RULE]]
        shelf = self._shelves.get(shelf_of(brief)) or _Shelf()
        share = shelf.share(brief.product, outline)
        if share > WORN:
            found += [Refusal("opening", opening) for opening in outline.openings[:SPANS_PER_RULE]]
        alike, product = shelf.nearest(brief.product, outline)
        if alike >= ALIKE:
            found.append(Refusal("near-duplicate", product))
        return Likeness(tuple(found), len(worn) + share + alike, outline)

    def remember(self, brief: Brief, text: str, likeness: Likeness = ALONE) -> None:
        """The text is about to be published: it takes the place of the product's last one. `likeness`: its own."""
        if brief.kind in KINDS and self.texts:
            outline = likeness.outline or outline_of(lines_of(brief, text), brief.locale)
            self._shelf(brief).add(brief.product, outline, self.texts)

    def recall(self, brief: Brief, text: str) -> None:
        """A text from before: behind all that is there, where there is room, and nothing of the product."""
        if brief.kind in KINDS:
            shelf = self._shelf(brief)
            if len(shelf.rows) < self.texts and brief.product not in shelf.rows:
                shelf.add_behind(brief.product, outline_of(lines_of(brief, text), brief.locale))

    def _shelf(self, brief: Brief) -> "_Shelf":
        key = shelf_of(brief)
        shelf = self._shelves.get(key)
        if shelf is None:
            shelf = _Shelf()
            self._shelves.keep(key, shelf)
        return shelf


class _Shelf:
    """One text for each product, the oldest first, each in a row of its own; and how many begin with each opening."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self._texts: list[tuple[str, frozenset[str]]] = []
        self._openings: Counter[str] = Counter()
        self._sketches = Sketches()

    def add(self, product: str, outline: Outline, room: int) -> None:
        row = len(self._texts)
        if product in self.rows:
            row = self._leave(product)
        elif row >= room:
            row = self._leave(next(iter(self.rows)))
        self.rows[product] = row
        self._put(row, product, outline)

    def add_behind(self, product: str, outline: Outline) -> None:
        row = len(self._texts)
        self.rows = {product: row, **self.rows}
        self._put(row, product, outline)

    def share(self, product: str, outline: Outline) -> float:
        """Of the others' texts, the share that begins so; of several openings, that of the rarest."""
        row = self.rows.get(product)
        mine = frozenset() if row is None else self._texts[row][1]
        others = len(self.rows) - (row is not None)
        if others < ENOUGH or not outline.openings:
            return 0.0
        return min([self._openings[opening] - (opening in mine) for opening in outline.openings]) / others

    def nearest(self, product: str, outline: Outline) -> tuple[float, str]:
        """How alike the most similar text of another product is, and whose it is."""
        alike = self._sketches.alike(outline.sketch)
        if (own := self.rows.get(product)) is not None:
            alike[own] = 0
        most = max(alike, default=0)
        return most / SLOTS, self._texts[alike.index(most)][0] if most else ""

    def _put(self, row: int, product: str, outline: Outline) -> None:
        text = product, frozenset(outline.openings)
        self._texts[row : row + 1] = [text]
        self._sketches.put(row, outline.sketch)
        self._openings.update(text[1])

    def _leave(self, product: str) -> int:
        """The row that it had."""
        row = self.rows.pop(product)
        for opening in self._texts[row][1]:
            self._openings[opening] -= 1
            if not self._openings[opening]:
                del self._openings[opening]
        return row


def shelf_of(brief: Brief) -> tuple[str, str, Kind]:
    """The type, else the department, else "": what a brief does not say, it is not shelved by."""
    named = {fact.name: fact.value for fact in brief.facts if fact.name in {"type", "category"}}
    return named.get("type") or named.get("category", ""), brief.locale, brief.kind
