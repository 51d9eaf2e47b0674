"""The best words for one product and one user: its newest blurb, else copy, else the name. Pure.

What was written when the personal copy was made is joined with what stands now: a blurb that was withdrawn is not
shown from a copy that still quotes it. Language goes before level: copy that can be read is better than a blurb that
cannot.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from schemas.codec import Undecodable, decode_own, plain_own
from schemas.kinds import Kind
from schemas.outbound import AudienceBlurb, CopyOrigin, ProductCopy
from schemas.topics import DELETE_RETENTION_MS
from workers.desks.blurb import blurb_key
from workers.desks.printed import machine_written
from workers.desks.sheet import copy_key
from workers.edit.law.labels import explicit
from workers.outcome import Entry
from workers.web.answers import ordered
from workers.web.offer import Offer
from workers.web.personal import Pick
from workers.web.remembered import remembered
from workers.web.shelf import Shelf
from workers.web.views import BlurbView, Level, Why

_TOLD_BY: Final = (Kind.DESCRIPTION, Kind.BULLETS, Kind.META, Kind.TITLE)
"""The kinds of copy whose first sentence says what a product is, the best first."""

_NO_LOCALE: Final = "en"
_BLURB_TYPE: Final = AudienceBlurb.model_fields["type"].default
_BLURB_TYPES: Final = (str, str, str, int, bool, str, str, str, str)


class Asked(NamedTuple):
    """One product for one user: why, for which audience, and the words that the personal copy had."""

    product: str
    reason: Why
    locale: str | None
    now_ms: int
    audience: str | None = None
    pick: Pick | None = None


class _Words(NamedTuple):
    text: str
    level: Level
    locale: str | None
    edition: int
    ai_generated: bool
    audience: str | None = None
    copy_id: str | None = None
    origin: CopyOrigin | None = None
    fingerprint: str | None = None


class _Copy(NamedTuple):
    """A product's copy in one locale: what it is called, and what is said of it first. Either may be missing.

    `ai_generated`: the title.
    """

    title: str
    words: _Words | None
    ai_generated: bool


def worded(shelf: Shelf, offer: Offer, asked: Asked) -> BlurbView | None:
    """The item; None for a product of which there is neither copy nor a name."""
    words = next(_chain(shelf, offer, asked), None)
    if words is None:
        return None
    title, machine = _title(shelf, offer, words.locale)
    return BlurbView(
        product=asked.product,
        title=title or words.text,
        text=words.text,
        level=words.level,
        locale=words.locale,
        reason=asked.reason,
        audience=words.audience,
        edition=words.edition,
        copy_id=words.copy_id,
        origin=words.origin,
        fingerprint=words.fingerprint,
        ai_generated=words.ai_generated or machine,
        ai_label=explicit(words.locale or _NO_LOCALE) if words.ai_generated or machine else None,
    )


def _chain(shelf: Shelf, offer: Offer, asked: Asked) -> Iterator[_Words]:
    """Everything that could be said, best first."""
    more = (asked.pick.locale if asked.pick else None, asked.locale)
    for locales in _by_nearness(offer.listing.locales, more, asked.locale):
        for locale in locales:
            yield from _blurb(shelf, offer, asked, locale)
        for locale in locales:
            copy = _copy_of(shelf, offer, locale)
            if copy is not None and copy.words is not None:
                yield copy.words
    if offer.listing.name:
        yield _Words(offer.listing.name, "product-name", None, offer.listing.edition, ai_generated=False)


@lru_cache(maxsize=1024)
def _by_nearness(
    locales: tuple[str, ...], more: tuple[str | None, ...], asked: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Locales of the language that is asked for, then the others; `more`: blurbs may be there in those too."""
    ranked = ordered(tuple(dict.fromkeys([*locales, *filter(None, more)])), asked)
    near = tuple(locale for locale, match in ranked if match != "any")
    return near, tuple(locale for locale, match in ranked if match == "any")


def _blurb(shelf: Shelf, offer: Offer, asked: Asked, locale: str) -> Iterator[_Words]:
    if asked.audience is None:
        return
    held = shelf.blurbs.get(offer.partition, blurb_key(asked.product.encode(), asked.audience, locale))
    shared = _shared_in(held)
    pick = asked.pick if asked.pick is not None and asked.pick.locale == locale and asked.pick.text else None
    if held is not None and shared is not None and (pick is None or held.edition >= pick.edition):
        yield shared
    elif pick is not None and not _withdrawn(pick, held, asked.now_ms):
        whose = (asked.audience, pick.copy_id, pick.origin, pick.fingerprint)
        yield _Words(pick.text or "", "personal-blurb", locale, pick.edition, True, *whose)  # noqa: FBT003


def _withdrawn(pick: Pick, held: Entry | None, now_ms: int) -> bool:
    """Whether the words that a pick quotes have been taken back since, or replaced by what we cannot read."""
    if held is not None:
        return held.edition > pick.edition or (held.edition == pick.edition and held.value is None)
    # An edition is no earlier than its moment, and a tombstone is kept for so long: then it would be here.
    return now_ms - pick.edition >= DELETE_RETENTION_MS


def _title(shelf: Shelf, offer: Offer, locale: str | None) -> tuple[str, bool]:
    """What the product is called beside a text of this locale, and whether a machine wrote that."""
    near, far = _by_nearness(offer.listing.locales, (), locale)
    written = next(_titles(shelf, offer, near), None)
    if written is not None:
        return written
    # The listing's name says no language; copy of another one would be mixed in.
    if offer.listing.name:
        return offer.listing.name, False
    return next(_titles(shelf, offer, far), ("", False))


def _titles(shelf: Shelf, offer: Offer, locales: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    for locale in locales:
        copy = _copy_of(shelf, offer, locale)
        if copy is not None and copy.title:
            yield copy.title, copy.ai_generated


def _copy_of(shelf: Shelf, offer: Offer, locale: str) -> _Copy | None:
    return _copy_in(shelf.copies.get(offer.partition, copy_key(offer.listing.product.encode(), locale)))


def _copy(value: bytes) -> _Copy | None:
    try:
        copy = decode_own(value, ProductCopy)
    except Undecodable:
        return None
    title = copy.kinds.get(Kind.TITLE)
    if title is None:
        return _Copy("", _first_words(copy), ai_generated=False)
    return _Copy(title.text, _first_words(copy), machine_written(title))


def _first_words(copy: ProductCopy) -> _Words | None:
    kind = next((kind for kind in _TOLD_BY if kind in copy.kinds and copy.kinds[kind].text), None)
    if kind is None:
        return None
    told = copy.kinds[kind]
    sentence = told.sentences[0].text if told.sentences else told.text
    return _Words(
        text=sentence,
        level="product-copy",
        locale=copy.locale,
        edition=copy.edition,
        ai_generated=machine_written(told),
        copy_id=told.copy_id,
        origin=told.origin,
        fingerprint=told.fingerprint,
    )


def _shared(value: bytes) -> _Words | None:
    """Read sparingly, as `personal` is: of every blurb of a shop, the text and what is told beside it."""
    try:
        told = plain_own(value)
        blurb = told["blurb"]
        words = _Words(
            text=blurb["text"],
            level="audience-blurb",
            locale=told["locale"],
            edition=told["edition"],
            ai_generated=told["ai_generated"],
            audience=told["audience"],
            copy_id=blurb["copy_id"],
            origin=blurb["origin"],
            fingerprint=blurb["fingerprint"],
        )
        ours = told["type"] == _BLURB_TYPE and tuple(map(type, words)) == _BLURB_TYPES
    except (Undecodable, KeyError, TypeError):
        return None
    return words if ours else None


_copy_in: Final = remembered(_copy)


def _shared_in(entry: Entry | None) -> _Words | None:
    """Not remembered: there are too many blurbs, and items are."""
    return None if entry is None or entry.value is None else _shared(entry.value)
