"""The paths of users through the gate: who may ask for whom, what an answer carries, what a stream tells."""

import asyncio

import pytest

from schemas.codec import encode
from schemas.outbound_users import AudienceSet, AudienceWords, FittedAudience
from tests.doubles import settle
from tests.unit.web.asgi import Open, ask
from tests.unit.web.shelf_double import NOW_MS, OTHER_USER, USER
from tests.unit.web.stocked import BEARER, JANE, PATH, TOKENS, stocked
from tests.unit.web.test_routes import described
from tests.unit.web.world import KEY
from workers.web.limits import Rate
from workers.web.position import Position

PROBLEM = "application/problem+json"


@pytest.fixture
def world():
    return stocked()


# -- blurbs ------------------------------------------------------------------------------------------------------


async def test_a_user_is_answered_as_the_description_says(world):
    got = await ask(world.app, f"{PATH}?slot=home&limit=1&locale=en-GB")
    assert got.status == 200
    assert got.headers["cache-control"] == "private, no-cache"
    assert got.headers["copydesk-position"] == Position(1, 10).token
    assert got.document == {
        "user": USER,
        "slot": "home",
        "personal": True,
        "audience": {"id": "kitchen", "words": got.document["audience"]["words"]},
        "locale": "en-GB",
        "items": [
            {
                "product": "mug",
                "title": "Mug",
                "text": "For your kitchen.",
                "level": "audience-blurb",
                "locale": "en-GB",
                "reason": "together",
                "audience": "kitchen",
                "edition": NOW_MS - 5,
                "copy_id": "b" * 32,
                "origin": "model",
                "fingerprint": "f" * 64,
                "ai_generated": True,
                "ai_label": "AI-generated",
            }
        ],
        "age_seconds": 0,
        "stale": False,
    }
    await described(world, "/v1/users/{id}/blurbs", got)


async def test_what_the_caller_has_is_not_sent_again_until_something_else_is_to_be_seen(world):
    tag = (await ask(world.app, PATH)).headers["etag"]
    world.shop.copies.reached_ms = NOW_MS - 3000
    again = await ask(world.app, PATH, headers={"if-none-match": tag})
    assert (again.status, again.body) == (304, b"")
    world.shop.list("bowl", "en-GB", in_stock=False, edition=9)
    assert (await ask(world.app, PATH, headers={"if-none-match": tag})).status == 200


async def test_a_position_is_waited_for_and_then_the_answer_says_stale(world):
    headers = {"copydesk-wait-for": Position(1, 20).token}
    task = asyncio.get_running_loop().create_task(ask(world.app, PATH, headers=headers))
    await world.clock.advance(0.02)
    assert not task.done()
    await world.clock.advance(0.05)
    assert task.result().document["stale"] is True
    world.shop.pick({"product": "bowl"}, edition=20)
    reached = await ask(world.app, PATH, headers=headers)
    assert (reached.document["stale"], reached.document["items"][0]["product"]) == (False, "bowl")


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/users/jane@example.com/blurbs", 400, "bad-user"),
        (f"/v1/users/{USER.upper()}/blurbs", 400, "bad-user"),
        (f"/v1/users/{USER}%0A/blurbs", 400, "bad-user"),
        ("/v1/users/me/blurbs", 401, "no-token"),
        (f"{PATH}?slot=A", 400, "bad-slot"),
        (f"{PATH}?limit=13", 400, "bad-limit"),
        (f"{PATH}?locale=english", 400, "bad-locale"),
        (f"/v1/users/{USER}", 404, "no-route"),
        (f"/v1/users/{USER}/blurbs/more", 404, "no-route"),
    ],
)
async def test_a_question_that_is_none_is_a_problem_that_repeats_nothing_of_it(world, path, status, kind):
    got = await ask(world.app, path)
    assert (got.status, got.headers["content-type"]) == (status, PROBLEM)
    assert got.document["type"] == f"urn:copydesk:problem:{kind}"
    assert b"jane" not in got.body
    await described(world, "/v1/users/{id}/blurbs", got)


async def test_a_strange_position_is_refused(world):
    assert (await ask(world.app, PATH, headers={"copydesk-wait-for": "x"})).status == 400


async def test_a_store_that_is_not_whole_says_so(world):
    world.shop.catalogue.reached_ms = None
    got = await ask(world.app, PATH)
    assert (got.status, got.headers["retry-after"]) == (503, "1")
    await described(world, "/v1/users/{id}/blurbs", got)


async def test_blurbs_are_counted_by_level_and_by_slots_that_have_a_name():
    world = stocked(slots=("home",))
    for query in ("?limit=1&slot=home", "?limit=1&slot=a-strangers-word", "?limit=1"):
        await ask(world.app, PATH + query)
    counted = [labels for name, labels in world.meter.counted if name == "api_blurbs_total"]
    assert counted == [{"slot": slot, "level": "audience-blurb"} for slot in ("home", "other", "none")]
    assert USER not in str(world.meter.counted)
    assert {labels["route"] for name, labels in world.meter.counted if name == "api_requests_total"} == {"blurbs"}


# -- who may ask for whom ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("user", ["me", USER])
async def test_a_token_opens_its_own_users_blurbs(user):
    got = await ask(stocked(tokens=TOKENS).app, f"/v1/users/{user}/blurbs", headers=JANE)
    assert (got.status, got.document["user"], got.document["personal"]) == (200, USER, True)


async def test_to_a_token_all_other_users_are_the_same_nothing():
    world = stocked(tokens=TOKENS)
    world.shop.pick({"product": "bowl"}, user=OTHER_USER)
    unknown = USER.replace("0", "9")
    answers = [
        await ask(world.app, f"/v1/users/{user}/blurbs", headers=JANE) for user in (OTHER_USER, unknown, "nonsense")
    ]
    assert {got.status for got in answers} == {404}
    assert len({got.body for got in answers}) == 1
    events = await ask(world.app, f"/v1/events?users={OTHER_USER}", headers=JANE)
    assert events.status == 404
    assert len(world.feed) == 0


@pytest.mark.parametrize("path", [PATH, "/v1/products/mug/copy", "/v1/audiences"])
async def test_with_tokens_nobody_asks_without_one(path):
    world = stocked(tokens=TOKENS)
    assert (await ask(world.app, path)).status == 401
    assert (await ask(world.app, path, headers={"authorization": "Bearer b.a.d"})).status == 401
    assert (await ask(world.app, path, headers=JANE)).status == 200


async def test_a_users_token_is_no_key_to_the_shops_own_machinery():
    assert (await ask(stocked(tokens=TOKENS).app, "/metrics", headers=JANE)).status == 401


async def test_a_key_asks_for_any_user_but_is_nobody_itself():
    world = stocked(keys=(KEY,), tokens=TOKENS)
    assert (await ask(world.app, PATH, headers=BEARER)).status == 200
    assert (await ask(world.app, "/v1/users/me/blurbs", headers=BEARER)).status == 401


async def test_a_user_has_a_limit_of_their_own():
    world = stocked(tokens=TOKENS, of_key=Rate(2, 0.1))
    statuses = [(await ask(world.app, PATH, headers=JANE, peer=f"198.51.100.{n}")).status for n in range(3)]
    assert statuses == [200, 200, 429]


# -- updates -----------------------------------------------------------------------------------------------------


def events(body):
    return [frame.split(b"event: ")[1].split(b"\n")[0] for frame in body.split(b"\n\n") if b"event: " in frame]


async def test_a_user_hears_of_themselves_at_the_beginning_and_when_something_changes(world):
    async with Open(world.app, f"/v1/events?users={USER}") as stream, Open(world.app, "/v1/events") as other:
        assert b'data: {"user":"%s","edition":10,"withdrawn":false}' % USER.encode() in stream.got.body
        world.shop.pick({"product": "bowl"}, edition=20)
        world.announcer.user_heard(1, 7, USER.encode())
        world.shop.forget()
        world.announcer.user_heard(1, 8, USER.encode())
        await settle()
        assert events(stream.got.body) == [b"personal-copy"] * 3
        assert b'"edition":100,"withdrawn":true' in stream.got.body
        assert b"id:" not in stream.got.body
        assert events(other.got.body) == []


async def test_nobody_hears_of_another_user(world):
    async with Open(world.app, f"/v1/events?users={OTHER_USER}") as stream:
        assert b'{"user":"%s","edition":0,"withdrawn":true}' % OTHER_USER.encode() in stream.got.body
        world.announcer.user_heard(1, 7, USER.encode())
        await settle()
        assert events(stream.got.body) == [b"personal-copy"]
    assert not world.feed.listens(OTHER_USER)


async def test_everybody_hears_of_a_blurb_and_goes_on_behind_it(world):
    world.announcer.blurb_heard(3, 4, b"mug kitchen en-GB")
    async with Open(world.app, "/v1/events", headers={"last-event-id": "b3-4"}) as stream:
        world.shop.blurb("mug", NOW_MS, None)
        world.announcer.blurb_heard(3, 5, b"mug kitchen en-GB")
        world.announcer.blurb_heard(3, 6, b"mug kitchen")
        world.announcer.blurb_heard(3, 7, b"a b c d")
        await settle()
        assert events(stream.got.body) == [b"audience-blurb"]
        assert b'"audience":"kitchen","locale":"en-GB","edition":%d,"withdrawn":true' % NOW_MS in stream.got.body


async def test_me_is_whose_token_it_is_on_the_stream_too():
    world = stocked(tokens=TOKENS)
    async with Open(world.app, "/v1/events?users=me", headers=JANE) as stream:
        assert USER.encode() in stream.got.body
    assert (await ask(stocked().app, "/v1/events?users=me")).status == 401
    assert (await ask(stocked().app, "/v1/events?users=jane")).status == 400


# -- audiences ---------------------------------------------------------------------------------------------------


async def test_without_a_fit_the_ruled_audiences_are_told(world):
    got = await ask(world.app, "/v1/audiences")
    assert (got.status, got.document["fitted"], got.document["version"]) == (200, False, 0)
    assert got.document["audiences"][0] == {
        "id": "everyone",
        "words": {"en": "everyone", "zh": "所有人"},
        "facets": [],
        "size": 0,
    }
    await described(world, "/v1/audiences", got)
    again = await ask(world.app, "/v1/audiences", headers={"if-none-match": got.headers["etag"]})
    assert again.status == 304


async def test_a_fitted_set_takes_their_place_and_everyone_is_always_there(world):
    words = AudienceWords(en="mugs", zh="马克杯")
    fit = FittedAudience(id="mug", facets=("t:mug",), words=words, size=40, centre={"t:mug": 1000})
    told = AudienceSet(edition=5, version=3, users=100, k_min=20, audiences=(fit,))
    world.shop.audiences.put(0, b"fitted", encode(told), 5)
    got = await ask(world.app, "/v1/audiences")
    assert (got.document["fitted"], got.document["version"]) == (True, 3)
    assert [(one["id"], one["size"]) for one in got.document["audiences"]] == [("everyone", 0), ("mug", 40)]
    assert b"centre" not in got.body
    world.shop.audiences.put(0, b"fitted", b'{"type":"audience-set/9"}', 6)
    assert (await ask(world.app, "/v1/audiences")).document["fitted"] is False


async def test_while_the_fit_may_be_further_on_no_audience_is_guessed(world):
    world.shop.audiences.reached_ms = None
    assert (await ask(world.app, "/v1/audiences")).status == 503
