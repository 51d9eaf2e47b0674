"""Copy that somebody else wrote, held to its listing's facts: the editor alone, for other teams' checks.

A row is a listing as on `product-created`, and one text about it. `verdict_on` is the library's way in: no broker, no
model, no setting. Other teams import it from `copydesk`.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BeforeValidator, StringConstraints

from schemas.codec import Undecodable, decode, validate
from schemas.inbound import Inbound, Locale, ProductCreated
from schemas.kinds import Kind
from workers.edit.gate import SHIPPED, Editor, Judged
from workers.edit.grounding.belonging import belonging
from workers.edit.grounding.permitted import clauses_said
from workers.edit.reading import read
from workers.errors import Misuse
from workers.outcome import Refusal
from workers.plan.benefits import Benefits, load
from workers.plan.brief import Brief
from workers.plan.facts import facts_of
from workers.plan.lexicon.locales import LOCALES, supported
from workers.plan.select import open_brief

MAX_TEXT: Final = 100_000
MAX_ROW_BYTES: Final = 1 << 20


def _lines(text: object) -> object:
    """Bullets may come as a list, too."""
    return "\n".join(text) if isinstance(text, list) and all(isinstance(line, str) for line in text) else text


class Written(Inbound):
    """One text. `kind` says how it falls into sentences, and how long it may be."""

    product: ProductCreated
    locale: Locale
    kind: Literal["title", "bullets", "description", "seo_title", "meta"] = "description"
    text: Annotated[str, BeforeValidator(_lines), StringConstraints(max_length=MAX_TEXT)]


class Told(NamedTuple):
    """A sentence, the ids of the facts that it states, and of the clauses whose words it says."""

    text: str
    facts: tuple[str, ...]
    clauses: tuple[str, ...]


class Verdict(NamedTuple):
    """What the editor says of a text. `fault`: why the row could not be read, or judged; then nothing else is told.

    `belongs`: from 0 to 1, how far the text is one about this listing (`edit.grounding.belonging`). `brief`: what it
    was held to. `line`: where it stood among others, from 1.
    """

    written: Written | None
    judged: Judged | None = None
    fault: str = ""
    belongs: float | None = None
    brief: Brief | None = None
    line: int = 0

    @property
    def passes(self) -> bool:
        return self.judged is not None and not self.judged.refusals

    @property
    def refused(self) -> bool:
        return bool(self.refusals)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return () if self.judged is None else self.judged.refusals

    @property
    def sentences(self) -> tuple[Told, ...]:
        """The text's first 12."""
        if self.judged is None or self.brief is None:
            return ()
        clauses = self.brief.clauses
        return tuple(Told(one.text, one.facts, clauses_said(one.text, clauses)) for one in self.judged.sentences)


def rules(without: Collection[str], editor: Editor = SHIPPED) -> frozenset[str]:
    """The names of the rules that count. Raises `Misuse` for a name that is none."""
    known = {rule.name for rule in editor.rules}
    if strange := sorted(set(without) - known):
        raise Misuse("no-such-rule", f"{', '.join(strange)}; there are {', '.join(sorted(known))}")
    return frozenset(known - set(without))


def verdicts(lines: Iterable[bytes], counting: frozenset[str], editor: Editor = SHIPPED) -> Iterator[Verdict]:
    """One for each line that is not empty."""
    for number, line in enumerate(lines, start=1):
        if row := line.strip():
            yield verdict_on(row, counting, editor)._replace(line=number)


def verdict_on(
    row: bytes | dict[str, Any], counting: Collection[str] | None = None, editor: Editor = SHIPPED
) -> Verdict:
    """What the editor says of a row, which is JSON or what stands in it. Pure, and never raises, whatever the row is.

    `counting`: the names of the rules that count; without it all do. A name that is none is a fault, not a pass.
    """
    if strange := frozenset(counting or ()) - {rule.name for rule in editor.rules}:
        return Verdict(None, fault=f"no-such-rule: {', '.join(sorted(strange))}")
    try:
        written = decode(row, Written, MAX_ROW_BYTES) if isinstance(row, bytes) else validate(row, Written)
    except Undecodable as fault:
        return Verdict(None, fault=f"{fault.reason}: {fault.detail}".rstrip(": "))
    if not supported(written.locale):
        return Verdict(written, fault=f"no-supported-locale: {written.locale}; there are {', '.join(LOCALES)}")
    brief = brief_of(written)
    judged = editor.judge(brief, written.text)
    counted = tuple(one for one in judged.refusals if counting is None or one.rule in counting)
    return Verdict(written, Judged(judged.sentences, counted), "", belonging(read(written.text, brief)), brief)


def brief_of(written: Written) -> Brief:
    """What the text is held to: all that the listing says, whatever our own desk would state in that kind."""
    product = written.product
    brief = open_brief(product.id, Kind(written.kind), written.locale, facts_of(product), _benefits())
    return brief.sold_by(product.seller_id or "")


@cache
def _benefits() -> Benefits:
    return load()
