"""The demo shop's paths, and the files that a browser loads: there only where asked for, and for this machine alone."""

import pytest

from schemas.codec import encode, encode_json
from schemas.outbound_users import ProfileEntry
from tests.unit.web.asgi import ask
from tests.unit.web.shelf_double import NOW_MS, USER
from tests.unit.web.world import FakePost, World
from workers.entrypoints.api.pages import STATIC, demo_in, widget_in
from workers.errors import Fatal
from workers.web.demo import is_own
from workers.web.pages import POLICY

OWN = {"host": "127.0.0.1:8080"}
SENT = {**OWN, "content-type": "application/json"}
ACT = {"user": USER, "action": "carted", "product": "mug"}


@pytest.fixture
def world():
    world = World(demo=True)
    world.shop.list("mug", "en-GB", name="Mug")
    world.shop.write("mug", "en-GB", 5, "A blue mug", description="Holds 350 ml. Blue.")
    world.shop.list("bowl", "en-GB", name="Bowl")
    world.shop.list("gone", "en-GB")
    world.shop.delist("gone", 9)
    return world


async def test_the_catalogue_is_shown_page_by_page_without_what_is_not_on_offer(world):
    got = await ask(world.app, "/demo/products?limit=1&offset=1&locale=en-GB", headers=OWN)
    assert got.document["total"] == 2
    (mug,) = got.document["products"]
    assert (mug.pop("ai_generated"), mug.pop("ai_label")) == (True, "AI-generated")
    assert mug == {
        "id": "mug", "title": "A blue mug", "category": "", "price": "", "text": "Holds 350 ml.", "colour": ""
    }  # fmt: skip
    bare = await ask(world.app, "/demo/products?limit=1&locale=en-GB", headers=OWN)
    assert [(one["title"], one["ai_generated"]) for one in bare.document["products"]] == [("Bowl", False)]
    assert got.headers["cache-control"] == "no-store"


async def test_an_act_is_behaviour_of_a_user_who_has_agreed(world):
    got = await ask(world.app, "/demo/behaviour", body=encode_json(ACT), method="POST", headers=SENT)
    assert (got.status, got.document) == (202, {"taken": 1})
    (event,) = world.shoppers.taken
    assert (event.user, event.action, event.products[0].id, event.consent) == (USER, "carted", "mug", True)
    assert event.at_ms == NOW_MS


@pytest.mark.parametrize(
    "body", [b"", b"[]", encode_json({**ACT, "user": "jane"}), encode_json({**ACT, "action": "rated"})]
)
async def test_an_act_that_is_none_is_refused(world, body):
    got = await ask(world.app, "/demo/behaviour", body=body, method="POST", headers=SENT)
    assert got.status == 400
    assert world.shoppers.taken == []


async def test_where_there_is_no_room_the_page_is_told():
    world = World(demo=True, shoppers=FakePost(room=0))
    got = await ask(world.app, "/demo/behaviour", body=encode_json(ACT), method="POST", headers=SENT)
    assert got.status == 503


async def test_the_trace_shows_every_step_as_it_stands_in_the_topics(world):
    world.shop.pick({"product": "mug"}, {"product": "bowl"}, {"product": "gone"})
    world.shop.blurb("mug", NOW_MS, "For your kitchen.")
    profile = ProfileEntry(edition=3, applied=2, at_ms=NOW_MS, likes={"k:blue": 10, "t:mug": 3000}, audience="kitchen")
    world.profiles.put(1, USER.encode(), encode(profile), 3)
    told = (await ask(world.app, f"/demo/trace?user={USER}", headers=OWN)).document
    assert list(told["profile"]["likes"]) == ["t:mug", "k:blue"]
    assert told["personal"]["audience"] == "kitchen"
    assert told["words"]
    assert [(one["product"], one["title"], one["blurb"] is None) for one in told["blurbs"]] == [
        ("mug", "A blue mug", False),
        ("bowl", "Bowl", True),
    ]
    blurb, facts = told["blurbs"][0]["blurb"]["blurb"], told["blurbs"][0]["facts"]
    assert blurb["sentences"][0]["facts"] == [facts[0]["id"]]
    assert {"brief_id", "copy_id", "origin", "fingerprint", "rules_version"} <= set(blurb)


async def test_of_a_stranger_the_trace_is_empty(world):
    told = (await ask(world.app, f"/demo/trace?user={USER}", headers=OWN)).document
    assert (told["profile"], told["personal"], told["blurbs"]) == (None, None, [])


@pytest.mark.parametrize("path", ["/demo/products?limit=0", "/demo/products?offset=-1", "/demo/trace?user=jane"])
async def test_a_question_that_is_none_is_refused(world, path):
    assert (await ask(world.app, path, headers=OWN)).status == 400


@pytest.mark.parametrize("path", ["/demo/products", f"/demo/trace?user={USER}", "/demo/behaviour"])
async def test_by_another_name_the_demo_does_not_answer(world, path):
    method = "POST" if path.endswith("behaviour") else "GET"
    got = await ask(world.app, path, body=encode_json(ACT), method=method, headers={**SENT, "host": "evil.example"})
    assert got.status == 403
    assert world.shoppers.taken == []


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("localhost", True),
        ("localhost:80", True),
        ("127.0.0.1:8080", True),
        ("[::1]:8080", True),
        ("[::1]", True),
        ("", False),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("localhost:evil", False),
        ("evil.example:80", False),
    ],
)
def test_which_names_are_this_machines(host, own):
    assert is_own(host) is own


async def test_without_the_setting_there_is_no_demo():
    for path in ("/demo/products", "/demo/trace", "/demo/behaviour", "/demo/"):
        assert (await ask(World().app, path, headers=OWN)).status == 404


# -- files -------------------------------------------------------------------------------------------------------


async def test_the_widget_is_served_to_anybody_and_asked_for_again_only_where_it_changed():
    world = World(keys=("k",), pages=widget_in(STATIC), origins=("*",))
    got = await ask(world.app, "/widget.js", headers={"origin": "https://shop.example"})
    assert (got.status, got.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert got.body == (STATIC / "widget.js").read_bytes()
    assert (got.headers["cache-control"], got.headers["access-control-allow-origin"]) == ("no-cache", "*")
    again = await ask(world.app, "/widget.js", headers={"if-none-match": got.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


async def test_the_demos_page_may_load_its_own_files_and_nothing_else():
    world = World(pages=demo_in(STATIC))
    page = await ask(world.app, "/demo/")
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert page.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    script = await ask(world.app, "/demo/demo.js")
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert (await ask(world.app, "/demo/../widget.js")).status == 404
    assert (await ask(world.app, "/demo/%2e%2e/views.py")).status == 404


def test_an_installation_that_is_not_whole_is_not_served_from(tmp_path):
    with pytest.raises(Fatal, match="static-missing"):
        widget_in(tmp_path)
    assert demo_in(tmp_path) == {}


def test_only_what_a_browser_loads_is_served(tmp_path):
    (tmp_path / "demo").mkdir()
    for name in ("index.html", "a.css", "notes.txt", "secret.py"):
        (tmp_path / "demo" / name).write_text(name)
    assert set(demo_in(tmp_path)) == {"/demo/", "/demo/index.html", "/demo/a.css"}
