"""From the shelf and a user to blurbs: picks, then what is popular, then what there is. Pure.

Every product is looked up in the catalogue, whoever chose it: what is withdrawn or sold out is not shown to anybody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from schemas.codec import encode, encode_json
from schemas.outbound_users import EVERYTHING, MAX_PICKS, PopularShelf
from workers.desks.contract import held_as
from workers.plan.audience import EVERYONE
from workers.plan.audience_words import worded as worded_facets
from workers.plan.lexicon import supported
from workers.web.answers import LOCALE
from workers.web.etags import DIGEST
from workers.web.found import Found
from workers.web.items import Items
from workers.web.personal import Personal, personal_in
from workers.web.position import Position
from workers.web.problem import Problem
from workers.web.shelf import Shelf, reached_ms, seconds_since
from workers.web.storefront import Storefront
from workers.web.views import Level, SpokenAudienceView
from workers.web.wording import Asked

LIMIT: Final = 6
_SLOT: Final = re.compile(r"[a-z0-9-]{1,32}")
_LIMIT: Final = re.compile(r"[0-9]{1,2}")
_OPENING: Final = b'{"user":"%s","slot":%s,%s,"items":[%s],'
"""A pseudonym is letters, digits and a dot: nothing in it needs an escape."""
_STILL: Final = b'"age_seconds":0.0,"stale":false}'


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


class Blurbs(NamedTuple):
    """An answer before it is sent. `body`: `BlurbsView` as JSON, up to its last two fields."""

    body: bytes
    levels: tuple[Level, ...]
    age_seconds: float
    stale: bool

    @property
    def tag(self) -> str:
        """As `etags.tag_of` makes it of the view: over all of it but its age, and whether it is stale."""
        digest = blake2b(self.body, digest_size=DIGEST)
        digest.update(_STILL)
        return f'W/"{digest.hexdigest()}"'

    def told(self, stale: bool) -> bytes:  # noqa: FBT001  a field of the answer, no behaviour
        """All of it."""
        return b'%s"age_seconds":%s,"stale":%s}' % (self.body, encode_json(self.age_seconds), encode_json(stale))


def blurbs(items: Items, front: Storefront, query: BlurbsQuery, now_ms: int) -> Found[Blurbs]:
    """What the user is to see. Raises `Fatal` when the disk fails."""
    shelf = items.shelf
    products_ms, users_ms = reached_ms(shelf.of_products), reached_ms(shelf.of_users)
    if products_ms is None:
        return Found(Problem.RESTORING)
    personal, position = (None, None) if users_ms is None else _personal(shelf, query.user)
    locale = query.locale or (None if personal is None else personal.locale)
    shown, levels = _first(query.limit, items, _asked(shelf, personal, (locale, now_ms), front))
    about = _about(None if personal is None else (personal.audience, personal.facets), locale)
    said = Blurbs(
        body=_OPENING % (query.user.encode(), encode_json(query.slot), about, b",".join(shown)),
        levels=tuple(levels),
        age_seconds=seconds_since(products_ms if users_ms is None else min(products_ms, users_ms), now_ms),
        stale=users_ms is None,
    )
    return Found(said, position)


@lru_cache(maxsize=1024)
def _about(audience: tuple[str, tuple[str, ...]] | None, locale: str | None) -> bytes:
    """The fields between the slot and the items."""
    spoken_audience = _spoken(audience, locale)
    return b'"personal":%s,"audience":%s,"locale":%s' % (
        encode_json(audience is not None),
        encode(spoken_audience),
        encode_json(locale),
    )


def _personal(shelf: Shelf, user: str) -> tuple[Personal | None, Position | None]:
    """None for whoever is not known, has opted out, or is forgotten: nobody can tell which."""
    found = shelf.personal.find(user.encode())
    if found is None:
        return None, None
    partition, entry = found
    return personal_in(entry), Position(partition, entry.edition)


def _asked(
    shelf: Shelf, personal: Personal | None, telling: tuple[str | None, int], front: Storefront
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


def _first(limit: int, items: Items, asked: Iterable[Asked]) -> tuple[list[bytes], list[Level]]:
    """As many as are wanted. Not one more is asked for: that may be a walk through the catalogue."""
    shown: list[bytes] = []
    levels: list[Level] = []
    seen: set[str] = set()
    for one in asked:
        ready = None if one.product in seen else items.item(one)
        seen.add(one.product)
        if ready is None:
            continue
        shown.append(ready.because(one.reason))
        levels.append(ready.level)
        if len(shown) == limit:
            break
    return shown, levels


def _spoken(audience: tuple[str, tuple[str, ...]] | None, locale: str | None) -> SpokenAudienceView:
    if audience is None:
        return SpokenAudienceView(id=EVERYONE.id, words=EVERYONE.words(spoken(locale)))
    name, facets = audience
    return SpokenAudienceView(id=name, words=audience_words(name, facets, locale))


def audience_words(name: str, facets: Sequence[str], locale: str | None) -> str:
    """What an audience is called in the language nearest to this locale."""
    try:
        return worded_facets(facets, spoken(locale))
    except KeyError:
        # A facet of a lexicon to come.
        return name


def spoken(locale: str | None) -> str:
    """The locale in which audiences have words, nearest to this one."""
    if locale is not None and supported(locale):
        return locale
    return "zh" if locale is not None and locale.startswith("zh") else "en"
