"""By which term of which pack words were refused, and where that is written. Whoever looks at a refusal asks.

A refusal keeps the rule and the words alone: the terms are found again in the words.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from workers.edit.law.claims import Finding, findings
from workers.edit.law.markets import Market, market_of
from workers.edit.law.voice import voices
from workers.edit.packs import Book, books_for
from workers.edit.reading import read
from workers.outcome import Refusal
from workers.plan.brief import Brief

MISSING: Final = "without "


class Cited(NamedTuple):
    """`id`: the term's, or that of an entry of `voice`. `source`: the statute, or the guide; `instead`: what to say."""

    id: str
    source: str = ""
    instead: str = ""


def cited(refusal: Refusal, brief: Brief, book: Book) -> tuple[Cited, ...]:
    """The terms and entries that these words break; none for a rule that goes by no pack's words."""
    if refusal.rule == "claims":
        market = market_of(brief.locale)._replace(channels=book.channels_of(brief.locale))
        found = _found(refusal.span, brief, market, book)
        return tuple(dict.fromkeys(Cited(one.term.id, one.term.source) for one in found))
    if refusal.rule == "voice":
        return tuple(dict.fromkeys(chain.from_iterable(_of_voice(refusal, brief, book))))
    return ()


def _of_voice(refusal: Refusal, brief: Brief, book: Book) -> Iterator[list[Cited]]:
    for part in books_for(book, brief.seller):
        if told := voices(part):
            found = _found(refusal.span, brief, Market(), told.words)
            yield [Cited(one.term.id.partition(" ")[0], "", told.insteads.get(one.term.id, "")) for one in found]


def _found(span: str, brief: Brief, market: Market, book: Book) -> Iterator[Finding]:
    """What the very words break: a sentence with too many marks may hold others. Of what a text lacks they are ours."""
    yield from (one for one in findings(read(span, brief), market, book) if one.span == span)
    if span.startswith(MISSING):
        lacking = [one for one in findings(read("", brief), market, book) if not one.span]
        yield from (one for one in lacking if span.startswith(f"{MISSING}{one.term.forms[0]}"))
