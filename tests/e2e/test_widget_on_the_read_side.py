"""The widget and the demo's page before the read side's own gate and routes: both mean the same by every word."""

import asyncio
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.browser import Watched, until, watched_page
from tests.e2e.browser_api import STATIC, served
from tests.unit.web.shelf_double import USER
from tests.unit.web.world import World
from workers.entrypoints.api.pages import demo_in, widget_in
from workers.web.events import Bounds

pytestmark = pytest.mark.browser

SHELF = ("mug-1", "bowl-2", "pan-3")


class LiveWorld:
    """The world behind a socket; what happens in it, happens on its server's loop."""

    def __init__(self) -> None:
        pages = widget_in(STATIC) | demo_in(STATIC)
        self.world = World(pages=pages, demo=True, bounds=Bounds(kept=64, subscribers=8, queued=64))
        for edition, product in enumerate(SHELF, start=1):
            self.world.shop.list(product, "en-GB", name=f"The {product}", edition=edition)
            self.world.shop.write(
                product, "en-GB", edition, f"The {product}", description=f"It is the {product}. And so on."
            )

    async def app(self, scope, receive, send) -> None:
        self.loop = asyncio.get_running_loop()
        if scope["type"] == "lifespan":
            return
        await self.world.app(scope, receive, send)

    def personal(self, user: str, product: str, text: str, edition: int) -> None:
        """A blurb, and personal copy that names it: written, and told to who listens."""
        shop, announcer = self.world.shop, self.world.announcer
        shop.blurb(product, edition, text)
        shop.pick({"product": product, "text": text, "edition": edition}, user=user, edition=edition)
        self.loop.call_soon_threadsafe(announcer.user_heard, 1, edition, user.encode())


@pytest.fixture
def live() -> LiveWorld:
    return LiveWorld()


@pytest.fixture
def seen(browser: Browser, live: LiveWorld) -> Iterator[Watched]:
    with served(live.app) as origin, watched_page(browser, origin) as watched:
        watched.page.goto(f"{origin}/demo/")
        yield watched
        assert watched.is_clean()


def test_nobody_sees_the_shop_s_own_words_and_then_what_was_written_for_them(seen, live):
    widget = seen.page.locator("copydesk-blurbs")
    expect(widget.locator("[part=text]").first).to_have_text("It is the bowl-2.")
    expect(seen.page.locator("#audience")).to_contain_text("Nothing is known of you yet")
    live.personal(seen.page.locator("#shopper").input_value(), "pan-3", "For the kitchen: a pan.", 20)
    expect(widget.locator("[part=text]").first).to_have_text("For the kitchen: a pan.")
    expect(widget.locator("[part=badge]").first).to_have_text("AI-generated")
    expect(seen.page.locator("#audience")).to_contain_text("For those who like")
    expect(seen.page.locator(".step").nth(4)).to_contain_text("For the kitchen: a pan.")
    assert seen.shifted < 0.01


def test_a_product_that_is_delisted_is_gone_at_the_next_update(seen, live):
    widget = seen.page.locator("copydesk-blurbs")
    expect(widget.locator("[part=title]")).to_have_count(3)
    live.world.shop.delist("mug-1", 30)
    live.loop.call_soon_threadsafe(live.world.feed.reset)
    expect(widget.locator("[part=title]")).to_have_text(["The bowl-2", "The pan-3"])


def test_what_a_shopper_does_and_sees_is_taken_in(seen, live):
    until(lambda: live.world.post.taken)
    assert {(one.action, one.slot, one.user) for one in live.world.post.taken} == {("shown", "demo-home", None)}
    assert {one.product for one in live.world.post.taken} <= set(SHELF)
    seen.page.get_by_role("button", name="Add to cart: The bowl-2").click()
    until(lambda: live.world.shoppers.taken)
    assert [(event.action, event.products[0].id) for event in live.world.shoppers.taken] == [("carted", "bowl-2")]


def test_a_user_who_is_named_is_asked_for_by_name(browser, live):
    with served(live.app) as origin, watched_page(browser, origin) as watched:
        live.world.shop.blurb("mug-1", 9, "A mug to you.")
        live.world.shop.pick({"product": "mug-1", "edition": 9}, user=USER)
        watched.page.goto(f"{origin}/demo/")
        watched.page.evaluate("(user) => document.querySelector('copydesk-blurbs').setAttribute('user', user)", USER)
        expect(watched.page.locator("copydesk-blurbs [part=text]").first).to_have_text("A mug to you.")
        assert watched.is_clean()
