"""How far packs reach: the channels on which a shop shows its copy, and the day as of which it is judged.

The editor has no clock: its verdicts follow from what it is told. So the day is taken out of the book once, when the
book is put together, and what does not hold yet is not in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from workers.edit.law.channels import limits
from workers.edit.packs import Book, Term
from workers.edit.packs.scope import within
from workers.errors import Misuse
from workers.plan.brief import digest

Channels = Mapping[str, frozenset[str]]
"""By locale, or by language."""


def held(book: Book, channels: Channels, day: date | None) -> Book:
    """The book as it holds there and then; the same one if that is no other. Without a day, what is announced holds.

    Raises `Misuse` for a channel that neither a limit nor a pack names: nothing would ever be asked of it.
    """
    known = frozenset(limit.channel for limit in limits()).union(*(term.channels for _, term in _terms(book)))
    if strange := sorted(frozenset().union(*channels.values()) - known):
        raise Misuse("unknown-channel", f"{', '.join(strange)}; there are {', '.join(sorted(known))}")
    named = {place: names for place, names in channels.items() if names}
    there = replace(book, channels=named) if named else book
    return there if day is None else _on(there, day)


def not_yet(book: Book, day: date | None) -> tuple[str, ...]:
    """The terms that do not hold yet on that day, by id."""
    return tuple(term.id for _, term in _terms(book) if _later(term, day))


def unreached(book: Book) -> tuple[str, ...]:
    """An operator's terms, by id, that are for channels of which none is the book's in their language: never asked."""
    ours = ((language, term) for language, term in _terms(book) if term.channels and not term.shipped)
    return tuple(term.id for language, term in ours if not any(_met(term, language, book.channels)))


def _met(term: Term, language: str, channels: Channels) -> Iterator[bool]:
    for place, names in channels.items():
        there = not term.locales or any(within(place, one) or within(one, place) for one in term.locales)
        yield there and within(place, language) and not names.isdisjoint(term.channels)


def _on(book: Book, day: date) -> Book:
    packs = tuple(
        pack.model_copy(update={"terms": tuple(term for term in pack.terms if not _later(term, day))})
        for pack in book.packs
    )
    scoped = tuple(said for said in book.scoped if not (isinstance(said.entry, Term) and _later(said.entry, day)))
    late = [term.id for pack in book.packs for term in pack.terms if _later(term, day)]
    # By what is missing, not by the day: the version changes when the law does, not every morning.
    version = digest(book.version, *late) if late else book.version
    return replace(book, version=version, packs=packs, scoped=scoped) if late or scoped != book.scoped else book


def _later(term: Term, day: date | None) -> bool:
    return day is not None and term.since is not None and term.since > day


def _terms(book: Book) -> Iterator[tuple[str, Term]]:
    """All of them, those for some sellers too, each with its language."""
    common = ((pack.language or "", term) for pack in book.packs for term in pack.terms)
    return chain(common, ((said.language, said.entry) for said in book.scoped if isinstance(said.entry, Term)))
