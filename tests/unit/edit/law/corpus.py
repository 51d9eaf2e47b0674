"""The law rule's corpus, and the rule as its tests ask it."""

from functools import cache
from pathlib import Path

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.law.claims import Finding, findings
from workers.edit.law.markets import Market, market_of
from workers.edit.packs import Book, shipped
from workers.edit.reading import read
from workers.plan.brief import Brief, Fact

CORPUS = Path(__file__).parent / "texts"
THING = (fact("type", "bottle"), fact("colour", "grey"), fact("weight", "0.36", "kg"))


def lines(name: str) -> list[str]:
    texts = (line.strip() for line in (CORPUS / name).read_text("utf-8").splitlines())
    return [text for text in texts if text and not text.startswith("#")]


@cache
def brief_of(locale: str, facts: tuple[Fact, ...] = THING, kind: Kind = Kind.DESCRIPTION) -> Brief:
    return Brief("thing", kind, locale, facts, LIMITS[kind])


def found(text: str, brief: Brief, market: Market | None = None, book: Book | None = None) -> list[Finding]:
    return list(findings(read(text, brief), market or market_of(brief.locale), book or shipped()))


def terms(text: str, brief: Brief, market: Market | None = None, book: Book | None = None) -> set[str]:
    return {finding.term.id for finding in found(text, brief, market, book)}
