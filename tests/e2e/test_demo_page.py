"""The demo shop's page in a real browser, before a read side in memory."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.inbound_users import PSEUDONYM
from tests.e2e.browser import Watched, until, watched_page
from tests.e2e.browser_api import StubApi, Stubs
from tests.e2e.browser_payloads import PAYLOADS
from tests.e2e.browser_shop import KITCHEN, listings, pick, sentence, trace

pytestmark = pytest.mark.browser

PRODUCTS = listings()
PICKS = PRODUCTS[:6]
A_PAGE = 12
TAGS = "[...new Set([...document.querySelectorAll('*')].map((node) => node.localName))]"

HANDLERS = (
    "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((it) => /^on/.test(it))"
)


@pytest.fixture
def api(stubs: Stubs) -> StubApi:
    api = stubs.fresh()
    api.say(*map(pick, PICKS), audience=KITCHEN)
    api.demo = {"/demo/products": {"products": PRODUCTS, "total": len(PRODUCTS)}, "/demo/trace": trace(PICKS)}
    return api


@pytest.fixture
def seen(browser: Browser, api: StubApi) -> Iterator[Watched]:
    with watched_page(browser, api.origin, viewport={"width": 1440, "height": 900}) as watched:
        yield watched
        assert watched.is_clean()


def entered(seen: Watched) -> Page:
    seen.page.goto(f"{seen.origin}/demo/")
    expect(seen.page.locator(".card").first).to_be_visible()
    expect(seen.page.locator("copydesk-blurbs [part=title]")).to_have_count(6)
    return seen.page


def test_a_shopper_comes_in_under_a_pseudonym_and_sees_for_whom_the_picks_are(seen, api):
    page = entered(seen)
    assert re.fullmatch(PSEUDONYM, api.asked[0][0])
    expect(page.locator("#audience")).to_have_text("For those who like kitchenware, mid-range prices")
    expect(page.get_by_role("region", name="Picked for you").last).to_be_visible()


def test_the_trace_leads_from_the_event_to_the_verdict(seen, api):
    page = entered(seen)
    page.get_by_role("button", name=f"Add to cart: {PRODUCTS[7]['title']}").click()
    steps = page.locator(".step")
    expect(steps.locator("h3")).to_have_text(["Event", "Profile", "Audience", "Brief", "Draft", "Verdict"])
    expect(steps.nth(0)).to_contain_text(f"Added to cart {PRODUCTS[7]['title']}")
    expect(steps.nth(1)).to_contain_text("category · kitchen")
    expect(steps.nth(2)).to_contain_text(KITCHEN["words"])
    expect(steps.nth(3)).to_contain_text(str(PICKS[0]["title"]))
    expect(steps.nth(4)).to_contain_text(sentence(PICKS[0]))
    expect(steps.nth(4)).to_contain_text("capacity: 350 ml")
    expect(steps.nth(5)).to_contain_text("published")


def test_a_pick_whose_words_are_awaited_says_so(seen, api):
    page = entered(seen)
    page.get_by_role("button", name="Pick 6:").click()
    expect(page.locator(".step").nth(5)).to_contain_text("Pending")
    assert page.evaluate("document.activeElement.textContent") == "6"


def test_what_is_done_is_sent_as_the_shopper_s(seen, api):
    page = entered(seen)
    title = str(PRODUCTS[2]["title"])
    page.get_by_role("button", name=title, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Buy").click()
    page.get_by_role("button", name=f"Not for me: {title}").click()
    # Each is a request of its own, and none waits for the one before.
    until(lambda: sorted(act["action"] for act in api.acted) == ["dismissed", "purchased", "viewed"])
    assert {(act["user"], act["product"]) for act in api.acted} == {(api.asked[0][0], PRODUCTS[2]["id"])}


def test_a_pick_that_is_followed_opens_on_the_page_itself(seen, api):
    page = entered(seen)
    page.locator("copydesk-blurbs a").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=str(PICKS[1]["title"]))).to_be_visible()
    until(lambda: [act["product"] for act in api.acted] == [PICKS[1]["id"]])
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    expect(page.locator(".step").nth(3)).to_contain_text(str(PICKS[1]["title"]))


def test_a_new_shopper_is_another_and_the_first_can_come_back(seen, api):
    page = entered(seen)
    first = page.locator("#shopper").input_value()
    page.get_by_role("button", name="New shopper").click()
    until(lambda: api.asked[-1][0] != first)
    page.reload()
    expect(page.locator("#shopper option")).to_have_count(2)
    page.locator("#shopper").select_option(first)
    until(lambda: api.asked[-1][0] == first)


def test_a_department_shows_its_own(seen, api):
    page = entered(seen)
    page.get_by_role("group", name="Departments").get_by_role("button", name="kitchen").click()
    expect(page.locator(".card .category")).to_have_text(["kitchen · AI-generated"] * page.locator(".card").count())
    assert page.evaluate("document.activeElement.textContent") == "kitchen"


@pytest.mark.parametrize("width", [360, 820])
def test_it_fits_small_screens(browser, api, width):
    with watched_page(browser, api.origin, viewport={"width": width, "height": 760}) as small:
        page = entered(small)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert small.is_clean()


def test_hostile_words_are_shown_as_text_and_do_nothing(seen, api):
    page = entered(seen)
    expect(page.locator(".step").nth(4)).to_contain_text(sentence(PICKS[0]))
    tags = set(page.evaluate(TAGS))
    hostile = [
        {**PRODUCTS[0], **dict.fromkeys(("id", "title", "category", "price", "text", "colour"), it)} for it in PAYLOADS
    ]
    told = trace(hostile[:6])
    told["profile"]["likes"] = dict.fromkeys(PAYLOADS, 5)
    told |= {"words": PAYLOADS[0]}
    told["blurbs"][0]["facts"][0] |= {"name": PAYLOADS[1], "value": PAYLOADS[2], "unit": PAYLOADS[3]}
    api.demo = {"/demo/products": {"products": hostile, "total": len(hostile)}, "/demo/trace": told}
    api.say(*map(pick, hostile[:6]), audience={"id": PAYLOADS[0], "words": PAYLOADS[8]})
    page.reload()
    for _ in PAYLOADS[A_PAGE::A_PAGE]:
        page.locator("#more").click()
    expect(page.locator(".card")).to_have_count(len(PAYLOADS))
    expect(page.locator("#more")).to_be_hidden()
    assert page.locator(".card h3").all_text_contents() == list(PAYLOADS)
    expect(page.locator("#audience")).to_contain_text(PAYLOADS[8])
    expect(page.locator(".step").nth(2)).to_contain_text(PAYLOADS[0])
    assert set(page.evaluate(TAGS)) <= tags
    assert page.evaluate(HANDLERS) == []
