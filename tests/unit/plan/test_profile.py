"""The profile: laws that make a group of events, a repeat and a crash all come to the same, then each rule."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas.codec import decode, encode
from schemas.inbound import MAX_VERSION
from schemas.inbound_users import ActedOn, UserBehaviour
from schemas.outbound_users import ProfileEntry
from schemas.reasons import Reason
from workers.plan.profile import MAX_PACE, Step, apply, mark_of, together
from workers.plan.profile_stored import KEPT_LIKES, MAX_BYTES, Profile, entry_of, profile_of

NOW = 1_750_000_000_000
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
USER = "u1." + "0" * 32
ACTIONS = ("viewed", "searched", "listed", "carted", "removed", "purchased", "dismissed", "rated")
LONG_FACETS = [f"t:{'x' * 26}{n:02}" for n in range(30)]
facets = st.lists(
    st.one_of(st.sampled_from(["t:mug", "c:kitchen", "p:3", "k:blue", "b:1f3a9c"]), st.sampled_from(LONG_FACETS)),
    max_size=8,
    unique=True,
).map(tuple)


def step(offset: int = 0, action: str = "viewed", *, at: int = NOW, ids: str = "p", **fields: object) -> Step:
    """An event of one product for each letter of `ids`, each with the facets that are told."""
    named = fields.pop("facets", ("t:mug",))
    recorded = fields.pop("recorded", at)
    document = {"id": f"e-{offset}", "user": USER, "action": action, "at_ms": at} | fields
    products = tuple(ActedOn(id=letter) for letter in ids)
    event = UserBehaviour.model_validate(document | {"products": products})
    return Step(offset, recorded, event, (named,) * len(ids))


@st.composite
def logs(draw: st.DrawFn) -> list[Step]:
    """A log of one user: clocks astray, ids sent twice, bursts, products with long facets."""
    steps: list[Step] = []
    now = draw(st.sampled_from([0, NOW]))
    for offset in range(draw(st.integers(1, 16))):
        now += draw(st.sampled_from([0, 1, MINUTE, HOUR, 3 * DAY]))
        event = {
            "id": f"e-{draw(st.sampled_from([offset, offset, offset, max(offset - 2, 0)]))}",
            "at": max(now + draw(st.sampled_from([0, 0, 0, MINUTE, HOUR, -MINUTE, -2 * DAY, -31 * DAY])), 0),
            "ids": draw(st.text("abcdefghijklmnopqrstuvwxyz", max_size=10)),
            "facets": draw(facets),
            "rating": draw(st.one_of(st.none(), st.floats(0, 5))),
            "dwell_ms": draw(st.one_of(st.none(), st.integers(0, MAX_VERSION))),
            "consent": draw(st.sampled_from([None, None, None, True, False])),
        }
        steps.append(step(offset, draw(st.sampled_from(ACTIONS)), recorded=now, **event))
    return steps


audiences = st.sampled_from(["", "kitchen-blue", "x" * 32])


def stored(profile: Profile, edition: int = MAX_VERSION) -> Profile:
    value = encode(entry_of(profile, edition))
    return profile_of(decode(value, ProfileEntry, 8192))


def burst(count: int, first: int = 0, at: int = NOW) -> list[Step]:
    return [step(first + n, at=at) for n in range(count)]


@given(log=logs(), cuts=st.lists(st.integers(0, 16), max_size=4), audience=audiences)
def test_any_grouping_comes_to_the_same(log: list[Step], cuts: list[int], audience: str) -> None:
    start = Profile(audience=audience)
    whole, reasons = together(start, log)
    places = sorted({0, len(log), *(cut for cut in cuts if cut < len(log))})
    profile, found = start, ()
    for low, high in pairwise(places):
        profile, some = together(profile, log[low:high])
        found += some
    assert (profile, found) == (whole, reasons)
    assert list(profile.likes) == list(whole.likes)


@given(log=logs(), low=st.integers(0, 16), high=st.integers(0, 16))
def test_what_was_applied_or_refused_changes_nothing_when_it_comes_again(log: list[Step], low: int, high: int) -> None:
    whole, _ = together(Profile(), log)
    after, reasons = together(whole, log[min(low, high) : max(low, high)])
    assert after == whole
    assert None not in reasons


@given(log=logs(), crash=st.integers(0, 16), back=st.integers(0, 16))
def test_a_crash_that_reads_some_of_the_log_again_is_never_seen(log: list[Step], crash: int, back: int) -> None:
    before, _ = together(Profile(), log[:crash])
    resumed, _ = together(stored(before), log[max(crash - back, 0) :])
    assert resumed == together(Profile(), log)[0]


@given(log=logs(), audience=audiences, edition=st.integers(1, MAX_VERSION))
def test_each_step_is_what_is_stored_of_it_and_fits(log: list[Step], audience: str, edition: int) -> None:
    profile = Profile()
    for one in log:
        result = apply(profile, one)
        if isinstance(result, Reason):
            continue
        assert result.audience == profile.audience
        profile = result._replace(audience=audience)
        assert stored(profile, edition) == profile
        assert len(encode(entry_of(profile, MAX_VERSION))) <= MAX_BYTES
        assert all(weight > 0 for weight in profile.likes.values())
        assert list(profile.likes.items()) == sorted(profile.likes.items(), key=lambda like: (-like[1], like[0]))
        assert mark_of(one.event.id) == profile.events[-1]


def test_the_largest_record_fits() -> None:
    known = Profile(
        applied=MAX_VERSION - 1,
        at_ms=NOW,
        likes=dict.fromkeys(LONG_FACETS[:12], 10000000),
        seen=tuple(mark_of(f"s{n}") for n in range(12)),
        bought=tuple(mark_of(f"b{n}") for n in range(12)),
        dismissed=tuple(mark_of(f"d{n}") for n in range(12)),
        events=tuple(mark_of(f"x{n}") for n in range(12)),
        pace=100_000,
        audience="x" * 32,
    )
    result = apply(known, step(MAX_VERSION, "listed", at=NOW + MINUTE))
    assert isinstance(result, Profile)
    assert MAX_BYTES - 60 < len(encode(entry_of(result, MAX_VERSION))) <= MAX_BYTES
    assert len(result.events) == 4
    assert (result.seen, result.bought, result.dismissed) == ((), (), ())


@given(
    minutes=st.permutations(range(0, 4000, 250)), actions=st.lists(st.sampled_from(["viewed", "carted"]), min_size=16)
)
def test_out_of_order_events_come_to_the_weights_of_ordered_ones(minutes: list[int], actions: list[str]) -> None:
    log = [
        step(n, action, at=NOW + minute * MINUTE, facets=("t:mug", "p:3"), recorded=NOW + 4000 * MINUTE)
        for n, (minute, action) in enumerate(zip(minutes, actions, strict=False))
    ]
    ordered = sorted(log, key=lambda one: one.event.at_ms)
    late, _ = together(Profile(), log)
    in_time, _ = together(Profile(), [one._replace(offset=n) for n, one in enumerate(ordered)])
    assert late.at_ms == in_time.at_ms
    assert late.likes.keys() == in_time.likes.keys()
    # Half a thousandth for each of at most two roundings a step, in either order.
    assert all(abs(late.likes[name] - in_time.likes[name]) <= 2 * len(log) for name in late.likes)


def test_too_fast_is_the_same_answer_until_the_minute_has_passed() -> None:
    full, reasons = together(Profile(), burst(MAX_PACE))
    assert set(reasons) == {None}
    flood = burst(3, first=MAX_PACE)
    for _ in range(2):
        assert together(full, flood) == (full, (Reason.TOO_FAST,) * 3)
        assert together(stored(full), flood) == (full, (Reason.TOO_FAST,) * 3)
    later, reasons = together(full, [step(MAX_PACE + 3, at=NOW + MINUTE)])
    assert (later.pace, reasons) == (1, (None,))
    assert together(later, [*burst(MAX_PACE), *flood])[0] == later


def test_a_flood_that_is_dated_back_is_counted_too() -> None:
    full, reasons = together(Profile(), [step(0), *burst(MAX_PACE, first=1, at=NOW - HOUR)])
    assert reasons == (None,) * MAX_PACE + (Reason.TOO_FAST,)
    assert full.at_ms == NOW


def test_an_event_at_or_below_the_applied_offset_was_applied_before() -> None:
    known, _ = together(Profile(), [step(7)])
    assert apply(known, step(7)) is apply(known, step(6)) is Reason.APPLIED_BEFORE


def test_without_consent_nothing_is_kept() -> None:
    assert apply(Profile(), step(consent=False)) is Reason.NO_CONSENT
    assert isinstance(apply(Profile(), step(consent=True)), Profile)


@pytest.mark.parametrize(
    ("at", "taken"),
    [
        (NOW + 5 * MINUTE, NOW + 5 * MINUTE),
        (NOW + 5 * MINUTE + 1, NOW),
        (NOW - 30 * DAY, NOW - 30 * DAY),
        (NOW - 30 * DAY - 1, None),
    ],
)
def test_clocks_are_believed_within_bounds(at: int, taken: int | None) -> None:
    result = apply(Profile(), step(at=at, recorded=NOW))
    assert result is Reason.TOO_OLD if taken is None else isinstance(result, Profile) and result.at_ms == taken


def test_a_record_without_a_timestamp_is_no_time_before_all_time() -> None:
    result = apply(Profile(), step(at=10 * MINUTE, recorded=-1))
    assert isinstance(result, Profile)
    assert result.at_ms == 0


def test_an_event_sent_twice_counts_once_while_its_id_is_remembered() -> None:
    known, _ = together(Profile(), burst(4))
    assert apply(known, step(4, id="e-0")) is Reason.SENT_TWICE
    known, _ = together(known, [step(4)])
    assert isinstance(apply(known, step(5, id="e-0")), Profile)


def test_an_event_that_says_nothing() -> None:
    assert apply(Profile(), step(ids="")) is Reason.SAYS_NOTHING
    search = step(0, "searched", ids="", query="mug")
    assert apply(Profile(), search._replace(facets=((),))) is Reason.SAYS_NOTHING
    found = apply(Profile(), search._replace(facets=(("t:mug",),)))
    assert isinstance(found, Profile)
    assert found.likes == {"t:mug": 1500}
    assert isinstance(apply(Profile(), step(0, "rated", ids="", rating=4.0)), Profile)


@pytest.mark.parametrize(
    ("action", "fields", "gain"),
    [
        ("viewed", {}, 1000),
        ("viewed", {"dwell_ms": 30_000}, 1500),
        ("viewed", {"dwell_ms": MAX_VERSION}, 2000),
        ("listed", {}, 300),
        ("searched", {}, 1500),
        ("carted", {}, 3000),
        ("purchased", {}, 5000),
        ("rated", {"rating": 5.0}, 5000),
        ("rated", {"rating": 0.0}, -5000),
        ("rated", {}, 0),
        ("removed", {}, -1500),
        ("dismissed", {}, -3000),
    ],
)
def test_what_an_action_is_worth(action: str, fields: dict[str, object], gain: int) -> None:
    known, _ = together(Profile(), [step(0, "purchased", ids="xy")])
    result = apply(known, step(1, action, **fields))
    assert isinstance(result, Profile)
    assert result.likes == {"t:mug": 10_000 + gain}
    fresh = apply(Profile(), step(1, action, **fields))
    assert isinstance(fresh, Profile)
    assert fresh.likes == ({"t:mug": gain} if gain > 0 else {})


def test_weights_halve_in_a_fortnight_and_vanish_in_the_end() -> None:
    known, _ = together(Profile(), [step(0, "purchased")])
    later, _ = together(known, [step(1, at=NOW + 14 * DAY, facets=("t:jug",))])
    assert later.likes == {"t:mug": 2500, "t:jug": 1000}
    late, _ = together(later, [step(2, "purchased", at=NOW, facets=("t:pot",), recorded=NOW + 14 * DAY)])
    assert (late.likes["t:pot"], late.at_ms) == (2500, NOW + 14 * DAY)
    gone, _ = together(late, [step(3, at=NOW + 900 * DAY, facets=())])
    assert gone.likes == {}


def test_a_user_who_is_never_idle_forgets_as_fast_as_others() -> None:
    known, _ = together(Profile(), [step(0, "purchased")])
    minutely = [step(n + 1, "removed", at=NOW + n * 10 * MINUTE, facets=("t:jug",)) for n in range(14 * 24 * 6 + 1)]
    busy, _ = together(known, minutely)
    assert abs(busy.likes["t:mug"] - 2500) <= 200


def test_the_strongest_stay_and_ties_go_by_name() -> None:
    names = tuple(f"c:{letter}" for letter in "nmlkjihgfedcba")
    known, _ = together(Profile(), [step(0, ids="p", facets=names)])
    assert tuple(known.likes) == tuple(sorted(names))[:12]


def test_a_new_interest_takes_a_place_in_a_full_profile() -> None:
    known, _ = together(Profile(), [step(100, "purchased", facets=tuple(LONG_FACETS))])
    new = f"t:{'y' * 28}"
    visits = [step(n, at=NOW + n * MINUTE, facets=(new,)) for n in range(101, 141)]
    assert new not in together(known, visits[:20])[0].likes
    result, _ = together(known, visits)
    assert result.likes[new] > 1000
    assert LONG_FACETS[0] in result.likes


def test_marks_of_products() -> None:
    a, b, c = (mark_of(letter) for letter in "abc")
    log = [step(0, ids="a"), step(1, "dismissed", ids="ab"), step(2, "rated", ids="b"), step(3, "viewed", ids="a")]
    known, _ = together(Profile(), log)
    assert (known.seen, known.dismissed, known.bought) == ((b, a), (a, b), ())
    known, _ = together(known, [step(4, "carted", ids="a"), step(5, "purchased", ids="bc")])
    assert (known.seen, known.dismissed, known.bought) == ((b, a), (), (b, c))
    known, _ = together(known, [step(6, "listed", ids="c"), step(7, "removed", ids="b")])
    assert (known.seen, known.dismissed, known.bought) == ((b, a), (), (b, c))


def test_marks_are_bounded_and_the_oldest_go() -> None:
    known, _ = together(Profile(), [step(0, ids="abcdefghij"), step(1, "dismissed", ids="kl")])
    assert known.seen == tuple(mark_of(letter) for letter in "cdefghij")
    bought, _ = together(Profile(), [step(0, "purchased", ids="abcdefghij"), step(1, "purchased", ids="klmn")])
    assert bought.bought == tuple(mark_of(letter) for letter in "cdefghijklmn")


def test_the_strongest_interests_stay_whatever_was_bought() -> None:
    names = [f"c:interest-{number}" for number in range(12)]
    liked = [
        step(number, "purchased", ids=chr(97 + number), at=NOW + number * HOUR, facets=(name,))
        for number, name in enumerate(names)
    ]
    full, _ = together(Profile(), liked)
    assert len(full.likes) >= KEPT_LIKES
    strongest = list(full.likes)[:KEPT_LIKES]
    more, _ = together(
        full, [step(20 + n, "purchased", ids=chr(110 + n), at=NOW + 12 * HOUR, facets=()) for n in range(9)]
    )
    assert list(more.likes)[:KEPT_LIKES] == strongest
    assert more.bought[-1] == mark_of("v")


def test_marks_are_stored_one_behind_the_other() -> None:
    marks = (mark_of("a"), mark_of("b"))
    entry = entry_of(Profile(applied=1, seen=marks), 1)
    assert entry.seen == "".join(marks)
    assert profile_of(entry).seen == marks
    for wrong in ("12345", "1234567", "1234 6", ["123456"]):
        with pytest.raises(ValidationError):
            ProfileEntry.model_validate(entry.model_dump() | {"seen": wrong})


def test_a_mark_is_the_start_of_a_hash() -> None:
    assert mark_of("p-1") == mark_of("p-1") != mark_of("p-2")
    assert len(mark_of("")) == 6
