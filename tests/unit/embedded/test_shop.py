"""The simulated shop behaves as a shop does, and the same way each time."""

import gc
import os
import subprocess
import sys
from collections import Counter, defaultdict, deque
from itertools import islice, pairwise
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.codec import decode, encode
from schemas.inbound_users import UserBehaviour
from schemas.topics import USER_BEHAVIOUR
from tests.unit.plan.strategies import listings as any_listing
from workers.demo import listings
from workers.embedded import shop_people
from workers.embedded.shop import BOTS_PER_USER, DUPLICATED, LATE, MAX_LATE_MS, USERS_PER_EVENT, Shop, events
from workers.embedded.shop_people import (
    HOUR_MS,
    MAX_SKEW_HOURS,
    SKEWED,
    WHIM_MS,
    WHIM_STRENGTH,
    WITHOUT_CONSENT,
    pseudonym,
)
from workers.embedded.shop_shelves import LOCALES, UNFILED
from workers.plan.lexicon.lookup import find_category, find_type

CATALOGUE = listings()
START = 1_767_225_600_000
DAY_MS = 24 * HOUR_MS
USERS = 300
COUNT = 60_000
"""A little more than a day's."""


def first(count, users=400, seed=7, start=START, catalogue=CATALOGUE):
    return list(islice(events(Shop(catalogue, users, seed), start), count))


def renamed(catalogue):
    return [listing.model_copy(update={"id": f"p-{number}"}) for number, listing in enumerate(catalogue)]


def bytes_of(told):
    return [encode(event) for event in told]


@pytest.fixture(scope="module")
def shop():
    return Shop(CATALOGUE, USERS, 7)


@pytest.fixture(scope="module")
def told(shop):
    """As they arrived."""
    return list(islice(events(shop, START), COUNT))


@pytest.fixture(scope="module")
def personas(shop, told):
    return {user: shop.persona_of(user) for user in {event.user for event in told}}


@pytest.fixture(scope="module")
def sessions(told):
    """Each session's events as they happened, each once."""
    by_id = {event.id: event for event in told}
    grouped = defaultdict(list)
    for event in sorted(by_id.values(), key=lambda event: event.at_ms):
        grouped[event.session].append(event)
    return grouped


@pytest.fixture(scope="module")
def views(shop, told):
    """What people viewed, each view once, as (user, product)."""
    unique = {event.id: event for event in told if event.action == "viewed" and event.user not in shop.bots}
    return [(event.user, event.products[0].id) for event in unique.values()]


# ---------------------------------------------------------------------------------------------------------- repeatable


@settings(max_examples=15)
@given(seed=st.integers(0, 2**63), users=st.integers(1, 5_000))
def test_equal_seeds_tell_equal_events_and_others_tell_others(seed, users):
    told = bytes_of(first(150, users, seed))
    assert told == bytes_of(first(150, users, seed))
    assert not set(told) & set(bytes_of(first(150, users, seed + 1)))


def test_one_shop_tells_the_same_again_whatever_it_was_asked_meanwhile(shop, told):
    again = events(shop, START)
    for event in told[:500]:
        assert shop.persona_of(event.user).locale == event.locale
        assert encode(next(again)) == encode(event)


def test_the_order_of_the_catalogue_is_nothing_to_it():
    assert bytes_of(first(500, catalogue=CATALOGUE[::-1])) == bytes_of(first(500))


def test_another_start_repeats_no_id():
    assert not {event.id for event in first(500)} & {event.id for event in first(500, start=START + 1)}


def test_another_process_tells_the_same():
    script = (
        "from itertools import islice; from hashlib import sha256; from schemas.codec import encode;"
        "from workers.demo import listings; from workers.embedded.shop import Shop, events;"
        f"told = islice(events(Shop(listings(), 400, 7), {START}), 500);"
        "print(sha256(b''.join(map(encode, told))).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": hashing},
            capture_output=True,
            check=True,
        ).stdout
        for hashing in ("1", "2")
    ]
    assert runs[0] == runs[1] != b""


# --------------------------------------------------------------------------------------------------------------- valid


def test_every_event_is_valid_and_fits(told):
    for event in told[::7]:
        assert decode(encode(event), UserBehaviour, USER_BEHAVIOUR.max_record_bytes) == event


@settings(max_examples=25)
@given(catalogue=st.lists(any_listing, min_size=1, max_size=12).map(renamed))
def test_whatever_sellers_list_the_events_are_valid_and_fit(catalogue):
    for event in first(100, users=20, catalogue=catalogue):
        assert decode(encode(event), UserBehaviour, USER_BEHAVIOUR.max_record_bytes) == event
        assert event.query is None or find_type(event.query) or find_category(event.query)


def test_an_event_says_of_a_product_what_its_listing_says(told):
    known = {listing.id: listing for listing in CATALOGUE}
    for product in (product for event in told[:5_000] for product in event.products):
        listing = known[product.id]
        assert (product.category, product.brand, product.price) == (listing.category, listing.brand, listing.price)


def test_a_query_is_a_type_or_a_department_in_the_language_of_the_user(told):
    asked = {(event.query, event.locale) for event in told if event.action == "searched"}
    assert len(asked) > 80
    for query, locale in asked:
        assert find_type(query) or find_category(query)
        assert any("一" <= sign <= "鿿" for sign in query) == (locale == "zh-CN"), (query, locale)
    assert {"jumper", "sweater"} & {query for query, locale in asked if locale == "en-GB"} == {"jumper"}


def test_users_see_what_is_listed_in_their_locale(told):
    listed = {listing.id: listing.locales for listing in CATALOGUE}
    assert {event.locale for event in told} == set(LOCALES)
    assert all(event.locale in listed[product.id] for event in told for product in event.products)


@pytest.mark.parametrize(("catalogue", "users"), [((), 10), (CATALOGUE, 0)])
def test_a_shop_without_products_or_users_is_refused(catalogue, users):
    with pytest.raises(ValueError, match="at least one"):
        Shop(catalogue, users, 7)


def test_one_product_without_a_category_is_a_shop_too():
    bare = CATALOGUE[0].model_copy(update={"category": (), "title": "Zorb", "price": None, "locales": ("de-DE",)})
    shop = Shop([bare], 1, 7)
    assert shop.persona_of(shop.user(0)).likes == {UNFILED: 1.0}
    assert {p.id for event in islice(events(shop, START), 200) for p in event.products} == {bare.id}


# ----------------------------------------------------------------------------------------------- popularity and rhythm


def test_few_products_and_few_users_have_most_of_the_views(views):
    products_seen = [count for _, count in Counter(product for _, product in views).most_common()]
    users_seen = [count for _, count in Counter(user for user, _ in views).most_common()]
    assert 0.35 < sum(products_seen[: len(CATALOGUE) // 10]) / len(views) < 0.65
    assert 0.25 < sum(users_seen[: USERS // 10]) / len(views) < 0.55
    assert users_seen[0] / len(views) < 0.03, "nobody shops all day"
    assert len(products_seen) == len(CATALOGUE), "the tail is seen, too"
    # By Zipf's law, ten times the rank has a tenth of the views; each storefront has a top of its own, so a bit more.
    assert 3 < products_seen[2] / products_seen[29] < 20


@pytest.mark.parametrize("users", [50, 150])
def test_the_mean_rate_follows_from_the_number_of_users(users):
    expected = DAY_MS / 1_000 * users / USERS_PER_EVENT
    told = first(int(expected * 1.4), users, seed=3)
    within = sum(START <= event.at_ms < START + DAY_MS for event in told)
    assert 0.8 < within / expected < 1.2


def test_nights_are_quiet_where_the_users_live_and_evenings_are_full(told, personas):
    hours = Counter(
        (event.at_ms - START) // HOUR_MS
        for event in told
        if event.locale == "en-GB" and not personas[event.user].bot and not personas[event.user].skew_ms
    )
    assert sum(hours[hour] for hour in range(18, 22)) > 3 * sum(hours[hour] for hour in range(2, 6))
    for locale in LOCALES:
        day = [shop_people.rhythm(START + minute * 60_000, locale) for minute in range(24 * 60)]
        assert sum(day) / len(day) == pytest.approx(1)
        assert 0 < min(day) < max(day) <= shop_people.BUSIEST


def test_now_and_then_a_product_goes_viral_for_an_hour(sessions, personas):
    """A link from elsewhere leads to it: its first view has no position. Hours are those in which visits began."""
    found, seen = defaultdict(set), defaultdict(Counter)
    for session, happened in sessions.items():
        if personas[happened[0].user].bot:
            continue
        hour = int(session.split("-")[0], 16) // HOUR_MS
        for event in happened:
            if event.action == "viewed":
                seen[hour][event.products[0].id] += 1
                found[hour] |= {product.id for product in event.products if product.position is None}
    viral = {hour: products.pop() for hour, products in found.items() if len(products) == 1}
    assert 2 <= len(viral) <= 12, "of 28 hours"
    assert sum(map(len, found.values())) == 0, "one at a time"
    lifts = []
    for hour, product in viral.items():
        usual = sum((counted for when, counted in seen.items() if when != hour), Counter())
        lifts.append(seen[hour][product] / seen[hour].total() / (usual[product] / usual.total()))
    assert min(lifts) > 1.1, "even of what is always popular"
    assert median(lifts) > 2


# -------------------------------------------------------------------------------------------------------------- visits


def test_the_mix_of_actions_is_that_of_a_shop(told):
    share = {action: count / len(told) for action, count in Counter(event.action for event in told).items()}
    assert set(share) == {"viewed", "searched", "listed", "carted", "removed", "purchased", "dismissed", "rated"}
    assert share["viewed"] > 0.5
    assert share["viewed"] > share["listed"] > share["searched"] > share["carted"] > share["purchased"] > share["rated"]
    assert 0.03 < share["carted"] / share["viewed"] < 0.15


class Funnel:
    """Follows one session, and minds the order of what happens to each product."""

    def __init__(self):
        self.shown, self.seen, self.cart, self.bought = set(), set(), set(), None

    def follow(self, event):
        getattr(self, event.action)(event, {product.id for product in event.products})

    def searched(self, event, ids):
        assert event.query
        assert not ids

    def listed(self, event, ids):
        assert [product.position for product in event.products] == list(range(len(ids)))
        self.shown |= {(product.id, product.position) for product in event.products}

    def viewed(self, event, ids):
        place = event.products[0].position
        assert place is None or (event.products[0].id, place) in self.shown
        self.seen |= ids

    def dismissed(self, event, ids):
        assert (event.products[0].id, event.products[0].position) in self.shown

    def carted(self, event, ids):
        assert ids <= self.seen - self.cart
        self.cart |= ids

    def removed(self, event, ids):
        assert ids <= self.cart
        self.cart -= ids

    def purchased(self, event, ids):
        assert ids == self.cart
        assert self.bought is None
        self.bought = ids

    def rated(self, event, ids):
        assert ids <= self.bought
        assert event.rating in {1, 2, 3, 4, 5}


def test_nothing_is_carted_unseen_nor_bought_uncarted_nor_rated_unbought(sessions):
    followed = 0
    for happened in sessions.values():
        # What was still held up when the last event was taken is missing.
        if len(happened) != max(int(event.id.rsplit("-", 1)[1]) for event in happened):
            continue
        funnel = Funnel()
        for event in happened:
            funnel.follow(event)
        followed += 1
    assert followed > 0.95 * len(sessions)


def test_a_visit_is_of_one_user_takes_time_and_looks_on(shop, sessions):
    dwells = []
    for happened in sessions.values():
        assert len({(event.user, event.locale, event.consent) for event in happened}) == 1
        assert all(before.at_ms < after.at_ms for before, after in pairwise(happened))
        dwells += [event.dwell_ms for event in happened if event.dwell_ms is not None]
    dwells.sort()
    tenth, middle, ninetieth = (dwells[len(dwells) * part // 10] for part in (1, 5, 9))
    assert 15_000 < middle < 45_000
    assert 2 < middle / tenth == pytest.approx(ninetieth / middle, rel=0.15), "log-normal"


# ----------------------------------------------------------------------------------------------------------- nuisances


def test_the_share_of_late_events_is_the_stated_one_and_they_are_minutes_late(told, personas):
    known, late, newest = set(), [], 0
    for event in told:
        if event.id not in known and not personas[event.user].skew_ms:
            if event.at_ms < newest:
                late.append(newest - event.at_ms)
            newest = max(newest, event.at_ms)
        known.add(event.id)
    assert 0.8 * LATE < len(late) / len(told) < 1.2 * LATE
    assert 120_000 < max(late) <= MAX_LATE_MS


def test_the_share_of_duplicates_is_the_stated_one_and_they_are_the_same_bytes(told):
    known = {}
    for event in told:
        assert encode(known.setdefault(event.id, event)) == encode(event)
    assert 0.8 * DUPLICATED < 1 - len(known) / len(told) < 1.2 * DUPLICATED


def test_some_devices_run_hours_ahead(told, personas):
    true_ms, ahead = START, defaultdict(list)
    for event in told:
        if personas[event.user].skew_ms:
            ahead[event.user].append(event.at_ms - true_ms)
        else:
            true_ms = max(true_ms, event.at_ms)
    assert ahead
    for user, by_ms in ahead.items():
        assert HOUR_MS <= personas[user].skew_ms <= MAX_SKEW_HOURS * HOUR_MS
        assert all(abs(ms - personas[user].skew_ms) < 2 * MAX_LATE_MS for ms in by_ms), "always by the same"


def test_some_users_have_not_agreed_and_each_of_their_events_says_so(told, personas):
    said = defaultdict(set)
    for event in told:
        said[event.user].add(event.consent)
    assert all(consents == {personas[user].consents} for user, consents in said.items())
    assert {False} in said.values()


def test_the_shares_of_such_devices_and_users_are_the_stated_ones(shop):
    many = [shop.persona_of(pseudonym(7, number)) for number in range(5_000)]
    assert 0.7 * SKEWED < sum(persona.skew_ms > 0 for persona in many) / len(many) < 1.3 * SKEWED
    assert 0.8 * WITHOUT_CONSENT < sum(not persona.consents for persona in many) / len(many) < 1.2 * WITHOUT_CONSENT


def test_a_few_bots_view_hundreds_of_products_a_minute(shop, told):
    assert len(shop.bots) == max(1, round(USERS * BOTS_PER_USER))
    assert all(shop.persona_of(user).bot for user in shop.bots)
    crawled = [event for event in told if event.user in shop.bots]
    assert 0.005 < len(crawled) / len(told) < 0.08
    assert {event.action for event in crawled} == {"viewed"}
    fullest = Counter((event.session, event.at_ms // 60_000) for event in crawled).most_common(1)[0][1]
    assert fullest > 200


# --------------------------------------------------------------------------------------------------------------- truth


def test_pseudonyms_are_of_the_shop_and_seed_alone():
    one, other = Shop(CATALOGUE, 50, 1), Shop(CATALOGUE[:5], 50, 2)
    users = {one.user(number) for number in range(50)}
    assert len(users) == 50
    assert not users & {other.user(number) for number in range(50)}
    assert users | set(one.bots) >= {event.user for event in islice(events(one, START), 2_000)}


def test_what_a_persona_likes_is_viewed_clearly_more_often(shop, views, personas):
    """Against how often the others of the same storefront view the same departments."""
    by_user, by_locale = defaultdict(Counter), defaultdict(Counter)
    for user, product in views:
        department = shop.wares[product].department
        by_user[user][department] += 1
        by_locale[personas[user].locale][department] += 1
    lifts, strongest, judged = [], 0, 0
    for user, seen in by_user.items():
        persona = personas[user]
        if seen.total() < 40:
            continue
        usual = by_locale[persona.locale]
        liked = sum(seen[department] for department in persona.likes) / seen.total()
        lifts.append(liked / (sum(usual[department] for department in persona.likes) / usual.total()))
        judged += 1
        strongest += seen.most_common(1)[0][0] in persona.likes
    lifts.sort()
    assert judged > 180
    assert lifts[judged // 2] > 1.8
    assert lifts[judged // 20] > 1, "of nearly every user"
    assert strongest / judged > 0.85


def test_thrifty_users_buy_cheaper_things(shop, told, personas):
    dearness = defaultdict(list)
    for event in told:
        if event.action == "carted":
            persona = personas[event.user]
            dearness[round(persona.leaning)].append(shop.wares[event.products[0].id].dearness)
    thrifty, lavish = (sum(dearness[side]) / len(dearness[side]) for side in (0, 1))
    assert lavish - thrifty > 0.08


def test_likes_are_shares_of_departments_that_the_storefront_has(shop):
    for number in range(200):
        persona = shop.persona_of(shop.user(number))
        assert sum(persona.likes.values()) == pytest.approx(1)
        assert 1 <= len(persona.likes) <= 3
        assert persona.likes.keys() <= shop.shelves[persona.locale].sections.keys()
        assert list(persona.likes.values()) == sorted(persona.likes.values(), reverse=True)


def test_interests_drift_slowly_around_what_stays(shop):
    users = [shop.user(number) for number in range(50)]
    for user in users:
        course = [shop.guest(user, START + at * DAY_MS) for at in range(60)]
        assert {guest.persona for guest in course if guest.persona != course[0].persona} == set()
        assert all(0 <= guest.strength <= WHIM_STRENGTH for guest in course)
        for before, after in pairwise(course):
            fades = before.whim != after.whim
            assert not fades or before.strength + after.strength <= 2 * WHIM_STRENGTH * DAY_MS / WHIM_MS + 1e-9
            assert abs(before.strength - after.strength) <= 2 * WHIM_STRENGTH * DAY_MS / WHIM_MS + 1e-9
    assert sum(shop.guest(user, START).whim != shop.guest(user, START + WHIM_MS).whim for user in users) > 25


# -------------------------------------------------------------------------------------------------------------- memory


def test_memory_does_not_grow_with_the_events():
    """Of a small shop, in which the visits under way weigh little: they come and go with the hours of the day."""
    shop = Shop(CATALOGUE, 40, 7)

    def sizes():
        return {name: len(value) for name, value in vars(shop).items() if hasattr(value, "__len__")}

    def blocks():
        gc.collect()
        return sys.getallocatedblocks()

    before, stream = sizes(), events(shop, START)
    deque(islice(stream, 5_000), maxlen=0)
    settled = blocks()
    deque(islice(stream, 50_000), maxlen=0)
    assert blocks() - settled < 5_000, "a tenth of a block for each event"
    assert sizes() == before


def test_what_is_held_meanwhile_follows_from_the_number_of_users(shop):
    stream, most_held, most_under_way = events(shop, START), 0, 0
    for _ in islice(stream, 20_000):
        inside = stream.gi_frame.f_locals
        most_held = max(most_held, len(inside["held"]))
        most_under_way = max(most_under_way, len(inside["happened"].gi_frame.f_locals["under_way"]))
    assert 0 < most_under_way < USERS / 2
    assert 0 < most_held < 20
