"""Copy that somebody else wrote, held to its listing's facts: the editor alone, for other teams' checks.

A row is a listing as on `product-created`, and one text about it. `verdict_on` is the library's way in: no broker, no
model, no setting.
"""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import StringConstraints

from schemas.codec import Undecodable, decode
from schemas.inbound import Inbound, Locale, ProductCreated
from schemas.kinds import Kind
from workers.edit.gate import SHIPPED, Editor, Judged
from workers.edit.grounding.belonging import belonging
from workers.edit.reading import read
from workers.errors import Fatal
from workers.plan.benefits import Benefits, load
from workers.plan.brief import MAX_FACTS, Brief, Limits
from workers.plan.facts import facts_of
from workers.plan.lexicon import supported
from workers.plan.select import select

MAX_TEXT: Final = 100_000
MAX_ROW_BYTES: Final = 1 << 20
ITEMS: Final = 9
"""Bullets, or sentences, where a listing says too little for our own desk to write that kind at all."""


class Written(Inbound):
    """One text. `kind` says which facts it may state, and how long it may be."""

    product: ProductCreated
    locale: Locale
    kind: Literal["title", "bullets", "description", "seo_title", "meta"] = "description"
    text: Annotated[str, StringConstraints(max_length=MAX_TEXT)]


class Verdict(NamedTuple):
    """What the editor says of the text in line `line`. `fault`: why the line could not be read.

    `belongs`: from 0 to 1, how far the text is one about this listing (`edit.grounding.belonging`). `brief`: what it
    was held to.
    """

    line: int
    written: Written | None
    judged: Judged | None = None
    fault: str = ""
    belongs: float | None = None
    brief: Brief | None = None

    @property
    def refused(self) -> bool:
        return self.judged is not None and bool(self.judged.refusals)


def rules(without: Collection[str], editor: Editor = SHIPPED) -> frozenset[str]:
    """The names of the rules that count. Raises `Fatal` for a name that is none."""
    known = {rule.name for rule in editor.rules}
    if strange := sorted(set(without) - known):
        raise Fatal("no-such-rule", f"{', '.join(strange)}; there are {', '.join(sorted(known))}")
    return frozenset(known - set(without))


def verdicts(lines: Iterator[bytes], counting: frozenset[str], editor: Editor = SHIPPED) -> Iterator[Verdict]:
    """One for each line that is not empty."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            written = decode(line.strip(), Written, MAX_ROW_BYTES)
        except Undecodable as fault:
            yield Verdict(number, None, None, f"{fault.reason}: {fault.detail}".rstrip(": "))
            continue
        if not supported(written.locale):
            yield Verdict(number, written, None, f"no-supported-locale: {written.locale}")
            continue
        brief = brief_of(written)
        judged = verdict_on(written, counting, editor)
        yield Verdict(number, written, judged, belongs=belonging(read(written.text, brief)), brief=brief)


def verdict_on(written: Written, counting: frozenset[str], editor: Editor = SHIPPED) -> Judged:
    """What the editor says. Pure, and never raises, whatever the text is."""
    judged = editor.judge(brief_of(written), written.text)
    return judged._replace(refusals=tuple(one for one in judged.refusals if one.rule in counting))


def brief_of(written: Written) -> Brief:
    """What our own desk would order; a kind that it would not write at all may state all of the facts."""
    facts, seller = facts_of(written.product), written.product.seller_id or ""
    kind = Kind(written.kind)
    for brief in select(written.product.id, facts, written.locale, _benefits()).briefs:
        if brief.kind is kind:
            return brief.sold_by(seller)
    clauses = _benefits().clauses(facts, written.locale)
    limits = Limits(max_chars=1000, max_items=ITEMS)
    return Brief(written.product.id, kind, written.locale, facts[:MAX_FACTS], limits, clauses, seller=seller)


@cache
def _benefits() -> Benefits:
    return load()
