"""The demo shop's answers: its catalogue, a shopper's act, and the trace of what came of it. Pure.

They say more than a read side should; so there are none without the setting, and never beyond this machine.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol, TypeVar

from schemas.inbound_users import ActedOn, UserBehaviour
from schemas.outbound import AudienceBlurb, CatalogueEntry, CatalogueFact
from schemas.outbound_users import PersonalCopy, ProfileEntry
from workers.desks.blurb import blurb_key
from workers.desks.contract import held_as
from workers.web.blurbs import audience_words
from workers.web.demo_views import (
    DemoAct,
    DemoBlurbView,
    DemoProductsView,
    DemoProductView,
    DemoProfileView,
    DemoTraceView,
)
from workers.web.offer import Offer, listing_in, offer_of
from workers.web.shelf import Served, Shelf
from workers.web.wording import Asked, worded

ROWS: Final = 2000
"""Of each partition: a demo's catalogue, not a shop's."""
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})


Held = TypeVar("Held")


class Shoppers(Protocol):
    """Sends on what the demo's shoppers do, sooner or later."""

    def offer(self, event: UserBehaviour) -> bool:
        """Take it, or not where there is no room."""
        ...


class Span(NamedTuple):
    """Which of the products. `locale`: the copy's."""

    limit: int
    offset: int
    locale: str | None = None


def is_own(host: str) -> bool:
    """Whether a request came by a name of this machine: a page elsewhere may have its own name lead here."""
    name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    return (name if port.isdigit() else host) in LOOPBACK


def products(shelf: Shelf, span: Span, now_ms: int) -> DemoProductsView:
    """Those that speak the shopper's language, where there are any. Raises `Fatal` when the disk fails."""
    every = list(_offers(shelf))
    spoken = [offer for offer in every if span.locale and _speaks(offer, span.locale)]
    offers = spoken or every
    shown = offers[span.offset : span.offset + span.limit]
    views = (_product(shelf, offer, Asked(offer.listing.product, "listed", span.locale, now_ms)) for offer in shown)
    return DemoProductsView(products=tuple(views), total=len(offers))


def _speaks(offer: Offer, locale: str) -> bool:
    return any(one[:2] == locale[:2] for one in offer.listing.locales)


def _offers(shelf: Shelf) -> Iterator[Offer]:
    for partition in shelf.catalogue.partitions:
        for _, entry in shelf.catalogue.page(partition, b"", ROWS):
            listing = listing_in(entry)
            if listing is not None and listing.on_offer:
                yield Offer(partition, listing)


def _product(shelf: Shelf, offer: Offer, asked: Asked) -> DemoProductView:
    told = worded(shelf, offer, asked)
    facts = {fact.name: fact for fact in reversed(_facts(shelf, offer))}
    price = facts.get("price")
    category, kind, colour = (facts[name].value if name in facts else "" for name in ("category", "type", "colour"))
    return DemoProductView(
        id=asked.product,
        title=asked.product if told is None else told.title,
        category=category or kind,
        price="" if price is None else f"{price.value} {price.unit}".strip(),
        text="" if told is None or told.level == "product-name" else told.text,
        ai_generated=told is not None and told.ai_generated,
        ai_label=None if told is None else told.ai_label,
        colour=colour,
    )


def _facts(shelf: Shelf, offer: Offer) -> tuple[CatalogueFact, ...]:
    entry = held_as(shelf.catalogue.get(offer.partition, offer.listing.product.encode()), CatalogueEntry)
    return () if entry is None else entry.facts


def behaviour(act: DemoAct, event_id: str, now_ms: int) -> UserBehaviour:
    """The act as the shop's own pages would have sent it: the user has agreed."""
    return UserBehaviour(
        id=event_id,
        user=act.user,
        action=act.action,
        at_ms=now_ms,
        products=(ActedOn(id=act.product),),
        locale=act.locale,
        consent=True,
    )


def trace(shelf: Shelf, profiles: Served, user: str) -> DemoTraceView:
    """Everything that is known of a user, step by step."""
    personal = _held(shelf.personal, user, PersonalCopy)
    profile = _held(profiles, user, ProfileEntry)
    return DemoTraceView(
        user=user,
        profile=None if profile is None else _profile(profile),
        personal=personal,
        words="" if personal is None else audience_words(personal.audience, personal.facets, personal.locale),
        blurbs=() if personal is None else tuple(_blurbs(shelf, personal)),
    )


def _held(topic: Served, user: str, record: type[Held]) -> Held | None:
    found = topic.find(user.encode())
    return None if found is None else held_as(found[1], record)


def _profile(profile: ProfileEntry) -> DemoProfileView:
    strongest = sorted(profile.likes.items(), key=lambda like: -like[1])
    return DemoProfileView(
        edition=profile.edition,
        applied=profile.applied,
        at_ms=profile.at_ms,
        likes=dict(strongest),
        audience=profile.audience,
        opted_out=profile.opted_out,
    )


def _blurbs(shelf: Shelf, personal: PersonalCopy) -> Iterator[DemoBlurbView]:
    for pick in personal.picks:
        offer = offer_of(shelf, pick.product)
        if offer is None:
            continue
        key = blurb_key(pick.product.encode(), personal.audience, pick.locale)
        told = worded(shelf, offer, Asked(pick.product, pick.reason, pick.locale, 0))
        yield DemoBlurbView(
            product=pick.product,
            title=pick.product if told is None else told.title,
            blurb=held_as(shelf.blurbs.get(offer.partition, key), AudienceBlurb),
            facts=_facts(shelf, offer),
        )
