"""From the shelf and a user to blurbs: picks, then what is popular, then what there is. Pure.

Every product is looked up in the catalogue, whoever chose it: what is withdrawn or sold out is not shown to anybody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from schemas.outbound_users import EVERYTHING, MAX_PICKS, PersonalCopy, PopularShelf
from workers.desks.contract import held_as
from workers.plan.audience import EVERYONE
from workers.plan.audience_words import worded as worded_facets
from workers.plan.lexicon import supported
from workers.web.answers import LOCALE
from workers.web.found import Found
from workers.web.offer import offer_of
from workers.web.position import Position
from workers.web.problem import Problem
from workers.web.shelf import Shelf, age_seconds, reached_ms
from workers.web.storefront import Storefront
from workers.web.views import BlurbsView, BlurbView, SpokenAudienceView
from workers.web.wording import Asked, worded

LIMIT: Final = 6
_SLOT: Final = re.compile(r"[a-z0-9-]{1,32}")
_LIMIT: Final = re.compile(r"[0-9]{1,2}")


class BlurbsQuery(NamedTuple):
    """What is asked. `locale` of None: the user's own."""

    user: str
    slot: str | None = None
    limit: int = LIMIT
    locale: str | None = None


def asked_for(user: str, told: Mapping[str, str]) -> BlurbsQuery | Problem:
    """The question in a query string, or what is wrong with it."""
    slot, limit, locale = told.get("slot"), told.get("limit", str(LIMIT)), told.get("locale")
    if slot is not None and not _SLOT.fullmatch(slot):
        return Problem.BAD_SLOT
    if not _LIMIT.fullmatch(limit) or not 1 <= int(limit) <= MAX_PICKS:
        return Problem.BAD_LIMIT
    if locale is not None and not LOCALE.fullmatch(locale):
        return Problem.BAD_LOCALE
    return BlurbsQuery(user, slot, int(limit), locale)


def blurbs(shelf: Shelf, front: Storefront, query: BlurbsQuery, now_ms: int) -> Found[BlurbsView]:
    """What the user is to see. Raises `Fatal` when the disk fails."""
    if reached_ms(shelf.of_products) is None:
        return Found(Problem.RESTORING)
    whole = reached_ms(shelf.of_users) is not None
    personal, position = _personal(shelf, query.user) if whole else (None, None)
    locale = query.locale or (None if personal is None else personal.locale)
    asked = _asked(shelf, personal, (locale, now_ms), front)
    view = BlurbsView(
        user=query.user,
        slot=query.slot,
        personal=personal is not None,
        audience=_spoken(personal, locale),
        locale=locale,
        items=tuple(_first(query.limit, _shown(shelf, asked))),
        age_seconds=age_seconds((*shelf.of_products, *(shelf.of_users if whole else ())), now_ms) or 0,
        stale=not whole,
    )
    return Found(view, position)


def _personal(shelf: Shelf, user: str) -> tuple[PersonalCopy | None, Position | None]:
    """None for whoever is not known, has opted out, or is forgotten: nobody can tell which."""
    found = shelf.personal.find(user.encode())
    if found is None:
        return None, None
    partition, entry = found
    return held_as(entry, PersonalCopy), Position(partition, entry.edition)


def _asked(
    shelf: Shelf, personal: PersonalCopy | None, telling: tuple[str | None, int], front: Storefront
) -> Iterator[Asked]:
    """Every product that may be shown, best first; some may come twice."""
    locale, now_ms = telling
    audience = None if personal is None else personal.audience
    if personal is not None:
        for pick in personal.picks:
            yield Asked(pick.product, pick.reason, locale, now_ms, audience, pick)
    for name in (*(personal.facets[:1] if personal is not None else ()), EVERYTHING):
        for product in _popular(shelf, name):
            yield Asked(product, "popular", locale, now_ms, audience)
    for product in front.products(now_ms):
        yield Asked(product, "listed", locale, now_ms, audience)


def _popular(shelf: Shelf, name: str) -> Iterable[str]:
    found = shelf.affinity.find(f"shelf {name}".encode())
    fitted = None if found is None else held_as(found[1], PopularShelf)
    return () if fitted is None else [one.product for one in fitted.products]


def _shown(shelf: Shelf, asked: Iterable[Asked]) -> Iterator[BlurbView]:
    seen: set[str] = set()
    for one in asked:
        if one.product in seen:
            continue
        seen.add(one.product)
        offer = offer_of(shelf, one.product)
        view = None if offer is None else worded(shelf, offer, one)
        if view is not None:
            yield view


def _first(limit: int, views: Iterator[BlurbView]) -> Iterator[BlurbView]:
    # Not `islice`: it would ask for one more than it gives, and that may be a walk through the catalogue.
    for _, view in zip(range(limit), views, strict=False):
        yield view


def _spoken(personal: PersonalCopy | None, locale: str | None) -> SpokenAudienceView:
    if personal is None:
        return SpokenAudienceView(id=EVERYONE.id, words=EVERYONE.words(spoken(locale)))
    return SpokenAudienceView(id=personal.audience, words=audience_words(personal, locale))


def audience_words(personal: PersonalCopy, locale: str | None) -> str:
    """What the user's audience is called in the language nearest to this locale."""
    try:
        return worded_facets(personal.facets, spoken(locale))
    except KeyError:
        # A facet of a lexicon to come.
        return personal.audience


def spoken(locale: str | None) -> str:
    """The locale in which audiences have words, nearest to this one."""
    if locale is not None and supported(locale):
        return locale
    return "zh" if locale is not None and locale.startswith("zh") else "en"
