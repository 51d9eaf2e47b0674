"""A user's `personal-copy`: picks, each with its blurb where there is one, and requests for those missing. Pure."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from schemas.inbound import BlurbRequest
from schemas.inbound_users import UserBehaviour, UserPicks
from schemas.outbound import AudienceBlurb, LedgerOutput
from schemas.outbound_users import EVERYTHING, Affinity, PersonalCopy, PersonalPick, PopularShelf
from schemas.topics import AFFINITY, AUDIENCE_BLURB, CATALOGUE, COPY_REQUESTS, PERSONAL_COPY, USER_PICKS
from workers.desks.blurb import blurb_key
from workers.desks.catalogued import catalogued
from workers.desks.contract import Known, Received, held_as
from workers.desks.press import Press
from workers.desks.printed import sealed
from workers.outcome import Entry, Record
from workers.plan.audience import EVERYONE, Audience
from workers.plan.lexicon import supported
from workers.plan.picks import NOTHING, ON_A_SHELF, Pick, Shown, Sources, Weights, interests, picked
from workers.plan.profile_stored import Profile
from workers.publish.fold import edition_at
from workers.publish.ledger import source_of

MAX_ASKED: Final = 2
"""Blurbs that one event asks for; the next event asks for more."""
ASK_AGAIN_MS: Final = 600_000
"""A request that came to nothing is repeated after so long."""
LAST_ACTED_ON: Final = 3
MAX_TEXT: Final = 400

_TELLS: Final = {"purchased": 1000, "carted": 1000, "viewed": 800, "rated": 600}
_AGAIN: Final = {"carted": 1000, "viewed": 700}
_LANGUAGE: Final = 800
_OTHER: Final = 300
_SHARED: Final = frozenset({"interest", "popular"})
_FALLBACK_LOCALE: Final = "en"
_NO_ENTRIES: Final[Mapping[bytes, Entry]] = {}


class Personal(NamedTuple):
    """What becomes of a user's personal copy. `picks` of None: it is withdrawn. `due`: it differs from what stands."""

    due: bool
    last_edition: int
    audience: Audience = EVERYONE
    locale: str = _FALLBACK_LOCALE
    picks: tuple[PersonalPick, ...] | None = None
    asked: tuple[tuple[int, BlurbRequest], ...] = ()


def personal_of(acts: Sequence[Received], profile: Profile, audience: Audience, known: Known) -> Personal:
    """`acts`: what the user did that counts, now or when it came before."""
    user = acts[-1].key
    held = known.get(PERSONAL_COPY.name, _NO_ENTRIES).get(user)
    last = 0 if held is None else held.edition
    if profile.opted_out or not profile.events:
        return Personal(held is not None and held.value is not None, last)
    standing = held_as(held, PersonalCopy)
    events = [received.event for received in acts if isinstance(received.event, UserBehaviour)]
    locale = _locale(events, standing)
    chosen = picked(profile, _sources(events, profile, standing, (user, known)), lambda name: _had(name, locale, known))
    joined = [_joined(pick, audience, locale, known) for pick in chosen]
    last_picks = () if standing is None or standing.audience != audience.id else standing.picks
    before = {pick.product: pick.asked_ms for pick in last_picks}
    picks, asked = _asked(joined, audience, before, acts[-1].delivery.timestamp_ms)
    due = standing is None or _told(standing.audience, standing.locale, standing.picks) != _told(
        audience.id, locale, picks
    )
    return Personal(due and (bool(picks) or standing is not None), last, audience, locale, picks, asked)


def personal_records(personal: Personal, press: Press, profile: Profile) -> tuple[Record, ...]:
    """The copy, or its tombstone; then what is asked of the products' owners."""
    if not personal.due:
        return ()
    user = press.cause.key
    edition = edition_at(personal.last_edition, profile.applied)
    if personal.picks is None:
        return (press.record(PERSONAL_COPY, user, None, edition),)
    copy = PersonalCopy(
        user=user.decode(),
        edition=edition,
        applied=profile.applied,
        at_ms=profile.at_ms,
        audience=personal.audience.id,
        facets=personal.audience.facets,
        locale=personal.locale,
        picks=personal.picks,
        # Blurbs are a machine's, all of them.
        ai_generated=any(pick.text for pick in personal.picks),
        source=source_of(press.cause.position),
    )
    asked = (press.request(COPY_REQUESTS, partition, request) for partition, request in personal.asked)
    return (press.record(PERSONAL_COPY, user, sealed(copy), edition), *asked)


def personal_output(personal: Personal, records: Sequence[Record]) -> tuple[LedgerOutput, ...]:
    """What the ledger says of it."""
    return tuple(
        LedgerOutput(
            topic=record.topic,
            partition=record.partition,
            key=(record.key or b"").decode(),
            edition=record.edition,
            verdict="withdrawn" if personal.picks is None else "published",
        )
        for record in records
        if record.topic == PERSONAL_COPY.name
    )


def _told(audience: str, locale: str, picks: Sequence[PersonalPick]) -> tuple[object, ...]:
    """What readers see. Scores move with every event, and alone are no reason to write."""
    return (
        audience,
        locale,
        tuple((p.product, p.reason, p.locale, p.text, p.edition, p.asked_ms, p.copy_id) for p in picks),
    )


def _locale(events: Sequence[UserBehaviour], standing: PersonalCopy | None) -> str:
    told = next((event.locale for event in reversed(events) if event.locale is not None), None)
    return told or (standing.locale if standing is not None else _FALLBACK_LOCALE)


def _sources(
    events: Sequence[UserBehaviour], profile: Profile, standing: PersonalCopy | None, asking: tuple[bytes, Known]
) -> Sources:
    user, known = asking
    fitted = known.get(AFFINITY.name, _NO_ENTRIES)
    together, again = _acted_on(events)
    external = held_as(known.get(USER_PICKS.name, _NO_ENTRIES).get(user), UserPicks)
    return Sources(
        together=[(act, _weights(fitted, f"product {product}")) for product, act in together.items()],
        shelves={facet: _weights(fitted, f"shelf {facet}") for facet, _ in interests(profile.likes)},
        popular=_weights(fitted, f"shelf {EVERYTHING}"),
        standing=() if standing is None else [Pick(p.product, p.score, p.reason) for p in standing.picks],
        again=again,
        external=() if external is None else external.picks,
    )


def _acted_on(events: Sequence[UserBehaviour]) -> tuple[dict[str, int], dict[str, int]]:
    """The last products that say what else the user would like, and those that one may come back to."""
    together: dict[str, int] = {}
    again: dict[str, int] = {}
    for event in events:
        for product in event.products:
            together.pop(product.id, None)
            again.pop(product.id, None)
            if event.action in _TELLS:
                together[product.id] = _TELLS[event.action]
            if event.action in _AGAIN:
                again[product.id] = _AGAIN[event.action]
    return dict(list(together.items())[-LAST_ACTED_ON:]), dict(list(again.items())[-LAST_ACTED_ON:])


class _Joined(NamedTuple):
    """A pick, and what it quotes of its blurb, if there is one to this audience.

    `home`: its product's partition. `wanting`: the blurb is missing, or an older set's.
    """

    pick: Pick
    locale: str
    quoted: Mapping[str, Any]
    home: int
    wanting: bool


def _joined(pick: Pick, audience: Audience, wanted: str, known: Known) -> _Joined:
    product = known[CATALOGUE.name][pick.product.encode()]
    told = catalogued(product)
    locale = _best(told.locales if told is not None else (), wanted)
    entry = known.get(AUDIENCE_BLURB.name, _NO_ENTRIES).get(blurb_key(pick.product.encode(), audience.id, locale))
    blurb = _NO_BLURB if entry is None or entry.value is None else _blurb(entry.value)
    wanting = blurb.facets != audience.facets and supported(locale)
    return _Joined(pick, locale, blurb.quoted, product.partition, wanting)


class _Blurb(NamedTuple):
    """`quoted`: the fields of a pick that tell of it."""

    quoted: Mapping[str, Any] = MappingProxyType({})
    facets: tuple[str, ...] | None = None


_NO_BLURB: Final = _Blurb()
_OF_THE_BLURB: Final = ("text", "copy_id", "origin", "fingerprint", "rules_version")


@lru_cache(maxsize=8192)
def _blurb(value: bytes) -> _Blurb:
    told = held_as(Entry(0, value), AudienceBlurb)
    if told is None or len(told.blurb.text) > MAX_TEXT:
        return _NO_BLURB
    quoted = {name: getattr(told.blurb, name) for name in _OF_THE_BLURB} | {"edition": told.edition}
    return _Blurb(MappingProxyType(quoted), told.facets)


def _asked(
    joined: Sequence[_Joined], audience: Audience, before: Mapping[str, int], now_ms: int
) -> tuple[tuple[PersonalPick, ...], tuple[tuple[int, BlurbRequest], ...]]:
    """The picks, and requests for the first that are worth a blurb. `before`: what was picked for this audience last,
    and when its blurb was asked for.
    """
    picks: list[PersonalPick] = []
    asked: list[tuple[int, BlurbRequest]] = []
    for place, one in enumerate(joined):
        product = one.pick.product
        last_ms = before.get(product, 0) if one.wanting else 0
        # What stands on a shelf is shown to all of the audience; of what was found for this user alone the first
        # counts, and what is still there at the next event.
        worth = one.pick.reason in _SHARED or not place or product in before
        if one.wanting and worth and len(asked) < MAX_ASKED and now_ms - last_ms >= ASK_AGAIN_MS:
            last_ms = now_ms
            request = BlurbRequest(product=product, locale=one.locale, audience=audience.id, facets=audience.facets)
            asked.append((one.home, request))
        picks.append(
            PersonalPick(
                product=product,
                score=one.pick.score,
                reason=one.pick.reason,
                locale=one.locale,
                asked_ms=last_ms,
                **one.quoted,
            )
        )
    return tuple(picks), tuple(asked)


def _best(locales: Sequence[str], wanted: str) -> str:
    """The user's locale where the product has copy in it, else one of the same language, else the product's first."""
    alike = [locale for locale in locales if locale[:2] == wanted[:2]]
    return wanted if wanted in locales else next(iter((*alike, *locales)), wanted)


def _had(product: str, wanted: str, known: Known) -> Shown | None:
    """What can be had, and how well it suits: a storefront in another country, or another language, is none of ours."""
    told = catalogued(known.get(CATALOGUE.name, _NO_ENTRIES).get(product.encode()))
    if told is None or not told.in_stock:
        return None
    if wanted in told.locales:
        return Shown(told.facets)
    alike = any(locale[:2] == wanted[:2] for locale in told.locales)
    return Shown(told.facets, _LANGUAGE if alike else _OTHER)


def _weights(fitted: Mapping[bytes, Entry], key: str) -> Weights:
    entry = fitted.get(key.encode())
    return NOTHING if entry is None or entry.value is None else _weighed(entry.value)


@lru_cache(maxsize=4096)
def _weighed(value: bytes) -> Weights:
    """A fitted record's products; nothing where it cannot be read."""
    entry = Entry(0, value)
    if (affinity := held_as(entry, Affinity)) is not None:
        return {one.product: one.weight for one in affinity.neighbours}
    shelf = held_as(entry, PopularShelf)
    return NOTHING if shelf is None else {one.product: one.weight for one in shelf.products[:ON_A_SHELF]}
