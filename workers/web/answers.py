"""From the shelf and a question to an answer: the fallback chain. Pure.

Exact locale, else the same language, else any; copy, else the product's name. The catalogue is asked first, each time:
what it no longer lists is gone at once, whatever copy is still in the store.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from schemas.codec import Undecodable, decode_own
from schemas.kinds import Kind
from schemas.outbound import CatalogueEntry, ProductCopy, PublishedKind, PublishedSentence
from workers.desks.printed import machine_written
from workers.desks.sheet import copy_key
from workers.edit.law.labels import explicit
from workers.web.etags import fits
from workers.web.found import Found
from workers.web.offer import NAME
from workers.web.position import position_of
from workers.web.problem import Problem
from workers.web.shelf import Shelf, age_seconds
from workers.web.views import CopyView, KindView

Match = Literal["exact", "language", "any"]

_PRODUCT: Final = re.compile(r"[\x21-\x7e]{1,128}")
LOCALE: Final = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


class Query(NamedTuple):
    """What is asked. `locale` of None: whichever there is."""

    product: str
    locale: str | None = None


def misasked(query: Query) -> Problem | None:
    """What is wrong with the question."""
    if not _PRODUCT.fullmatch(query.product):
        return Problem.BAD_PRODUCT
    if query.locale is not None and not LOCALE.fullmatch(query.locale):
        return Problem.BAD_LOCALE
    return None


def answer(shelf: Shelf, query: Query, now_ms: int) -> Found[CopyView]:
    """What the shelf has for a product. Raises `Fatal` when the disk fails."""
    age = age_seconds(shelf.of_products, now_ms)
    product = query.product.encode()
    found = shelf.catalogue.find(product)
    if age is None:
        # What is not here yet may exist, and what is here may be withdrawn further on.
        return Found(Problem.RESTORING)
    if found is None:
        return Found(Problem.UNKNOWN_PRODUCT)
    partition, known = found
    try:
        entry = None if known.value is None else decode_own(known.value, CatalogueEntry)
    except Undecodable:
        # Whether it is still listed is not known, and what may be withdrawn is not shown.
        return Found(Problem.UNREADABLE, position_of(shelf, product, partition, None))
    position = position_of(shelf, product, partition, entry)
    if entry is None or not entry.listed:
        return Found(Problem.UNKNOWN_PRODUCT, position)
    view = next(_copies(shelf, partition, entry, query.locale), None) or _name(entry)
    return Found(Problem.NO_COPY if view is None else view.model_copy(update={"age_seconds": age}), position)


def ordered(locales: Sequence[str], asked: str | None) -> list[tuple[str, Match]]:
    """The locales that a product has, best first, each with how well it answers the one that is asked for."""
    if asked is None:
        return [(locale, "any") for locale in locales]
    ranks: tuple[Match, ...] = ("exact", "language", "any")
    matched = [(locale, _match(locale, asked)) for locale in locales]
    return sorted(matched, key=lambda one: ranks.index(one[1]))


def _match(locale: str, asked: str) -> Match:
    if locale == asked:
        return "exact"
    return "language" if locale[:2] == asked[:2] else "any"


def _copies(shelf: Shelf, partition: int, entry: CatalogueEntry, asked: str | None) -> Iterator[CopyView]:
    for locale, match in ordered(entry.locales, asked):
        known = shelf.copies.get(partition, copy_key(entry.product.encode(), locale))
        if known is None or known.value is None:
            continue
        try:
            copy = decode_own(known.value, ProductCopy)
        except Undecodable:
            # Written by a version to come: the next best is better than nothing.
            continue
        yield _view(copy, match)


def _view(copy: ProductCopy, match: Match) -> CopyView:
    return CopyView(
        product=copy.product,
        level="product-copy",
        locale=copy.locale,
        match=match,
        edition=copy.edition,
        age_seconds=0,
        stale=False,
        ai_generated=copy.ai_generated,
        ai_label=explicit(copy.locale) if copy.ai_generated else None,
        kinds={kind: _kind(one, copy.locale) for kind, one in copy.kinds.items()},
    )


def _kind(told: PublishedKind, locale: str) -> KindView:
    """Who approved of it is nobody's business out there."""
    return KindView(
        text=told.text,
        sentences=told.sentences,
        origin=told.origin,
        copy_id=told.copy_id,
        fingerprint=told.fingerprint,
        ai_generated=machine_written(told),
        ai_label=explicit(locale) if machine_written(told) else None,
    )


def _name(entry: CatalogueEntry) -> CopyView | None:
    fact = next((fact for fact in entry.facts if fact.name == NAME), None)
    if fact is None:
        return None
    title = KindView(
        text=fact.value,
        sentences=(PublishedSentence(text=fact.value, facts=(fact.id,)),),
        origin=None,
        copy_id=None,
        fingerprint=None,
        ai_generated=False,
        ai_label=None,
    )
    return CopyView(
        product=entry.product,
        level="product-name",
        locale=None,
        match=None,
        edition=entry.edition,
        age_seconds=0,
        stale=False,
        ai_generated=False,
        ai_label=None,
        kinds={Kind.TITLE: title},
    )


def etag(view: CopyView) -> str:
    """Weak: an answer's age is not part of what it says."""
    return f'W/"{view.level}-{view.edition}-{view.locale or "none"}-{view.match or "none"}"'


def unchanged(view: CopyView, if_none_match: str) -> bool:
    """Whether the caller has this answer already. A stale one is sent, since it has something else to say."""
    return not view.stale and fits(etag(view), if_none_match)
