"""The widget in a real browser, before a read side in memory: what shoppers see, hear, reach with keys, and tell."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import Watched, until, watched_page
from tests.e2e.browser_api import StubApi, Stubs, item
from workers.edit.law.labels import explicit

pytestmark = pytest.mark.browser

LINKED = (
    "<copydesk-blurbs user='u1' slot='home' href-template='/p/{id}'><a href='/best'>Bestsellers</a></copydesk-blurbs>"
)

LOOKED_AT = """(seen) => {
  Object.defineProperty(document, "hidden", { value: !seen, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def api(stubs: Stubs) -> StubApi:
    api = stubs.fresh()
    api.page = LINKED
    return api


@pytest.fixture
def seen(browser: Browser, api: StubApi) -> Iterator[Watched]:
    with watched_page(browser, api.origin, viewport={"width": 1000, "height": 700}) as watched:
        yield watched
        assert watched.is_clean()


def opened(seen: Watched) -> Page:
    """The page, once it shows what the API has said and listens to what it will say."""
    seen.page.goto(seen.origin)
    expect(titles(seen.page)).not_to_have_count(0)
    until(lambda: seen.heard("copydesk-update"))
    return seen.page


def titles(page: Page):
    return page.locator("copydesk-blurbs [part=title]")


def listens(api: StubApi) -> None:
    until(lambda: api.listeners)


def test_it_shows_what_the_api_says_in_a_named_list(seen, api):
    page = opened(seen)
    expect(titles(page)).to_have_text(["Title of mug-1", "Title of bowl-2", "Title of pan-3"])
    region = page.get_by_role("region", name="Picked for you")
    expect(region.get_by_role("listitem")).to_have_count(3)
    expect(region.get_by_role("link", name="Text of bowl-2.")).to_have_attribute("href", f"{api.origin}/p/bowl-2")
    assert api.asked[0] == ("u1", {"slot": "home", "limit": "6", "locale": "en"}, 200)


def test_an_update_of_what_is_shown_is_shown_and_said_aloud(seen, api):
    page = opened(seen)
    listens(api)
    api.say(item("mug-1"), item("bowl-2", text="It holds more now."))
    api.tell(product="bowl-2", locale="en-GB", edition=2, withdrawn=False)
    expect(page.get_by_text("It holds more now.")).to_be_visible()
    expect(titles(page)).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("Recommendations updated")


def test_an_update_of_the_user_is_shown(seen, api):
    page = opened(seen)
    listens(api)
    api.say(item("kettle-9"), personal=False)
    api.tell(user="u1", edition=2, withdrawn=False)
    expect(titles(page)).to_have_text(["Title of kettle-9"])
    expect(page.get_by_role("region", name="Popular now")).to_be_visible()


def test_updates_that_come_together_are_asked_for_together(seen, api):
    page = opened(seen)
    listens(api)
    api.say(item("last-1"))
    for edition in range(50):
        api.tell(product="mug-1", locale="en-GB", edition=edition + 1, withdrawn=False)
    expect(titles(page)).to_have_text(["Title of last-1"])
    assert len(api.asked) <= 5


def test_an_answer_that_is_known_is_not_sent_again(seen, api):
    opened(seen)
    listens(api)
    until(lambda: api.tell(user="u1", edition=1, withdrawn=False) or len(api.asked) >= 3)
    assert [status for _, _, status in api.asked][:3] == [200, 304, 304]


def test_nothing_moves_when_the_answer_comes_or_changes(seen, api):
    page = opened(seen)
    listens(api)
    room = page.locator("copydesk-blurbs").bounding_box()
    api.say(item("pan-3"), item("new-4", text="word " * 150), item("mug-1"), item("bowl-2"))
    api.tell(user="u1", edition=2, withdrawn=False)
    expect(titles(page)).to_have_count(4)
    assert page.locator("copydesk-blurbs").bounding_box() == room
    assert seen.shifted == 0


def test_tab_reaches_each_product_and_enter_follows_it(seen, api):
    page = opened(seen)
    for product in ("mug-1", "bowl-2", "pan-3"):
        page.keyboard.press("Tab")
        assert focused(page) == f"Title of {product}"
    page.keyboard.press("Enter")
    page.wait_for_url("**/p/pan-3")
    until(lambda: api.feedback)
    clicked = [one for one in api.feedback if one["action"] == "clicked"]
    assert [(one["product"], one["slot"], one["position"]) for one in clicked] == [("pan-3", "home", 2)]


def focused(page: Page) -> str | None:
    """The title of the product that has the focus, or what else has it."""
    held = "document.querySelector('copydesk-blurbs').shadowRoot.activeElement"
    return page.evaluate(f"{held}?.matches('a') ? {held}.querySelector('[part=title]').textContent : {held}?.tagName")


def test_the_focus_stays_on_its_product_over_an_update(seen, api):
    page = opened(seen)
    listens(api)
    page.keyboard.press("Tab")
    api.say(item("new-4"), item("bowl-2"), item("mug-1", text="Still the mug."))
    api.tell(user="u1", edition=2, withdrawn=False)
    expect(page.get_by_text("Still the mug.")).to_be_visible()
    assert focused(page) == "Title of mug-1"


def test_the_focus_never_lands_on_another_product(seen, api):
    page = opened(seen)
    listens(api)
    page.keyboard.press("Tab")
    api.say(item("new-4"), item("bowl-2"))
    api.tell(product="mug-1", locale="en-GB", edition=2, withdrawn=True)
    expect(titles(page)).to_have_text(["Title of new-4", "Title of bowl-2"])
    assert focused(page) == "SECTION"


def test_a_page_may_follow_the_click_itself(seen, api):
    page = opened(seen)
    page.evaluate("addEventListener('copydesk-click', (event) => event.preventDefault())")
    titles(page).first.click()
    until(lambda: [it["product"] for it in seen.heard("copydesk-click")] == ["mug-1"])
    assert page.url == f"{api.origin}/"


def test_a_template_that_leads_elsewhere_makes_no_link_but_still_a_click(seen, api):
    page = opened(seen)
    for template in ("javascript:alert('{id}')", "https://{id}/", "http://{id}.shop.example/", "data:,{id}", "", "//["):
        page.evaluate("(to) => document.querySelector('copydesk-blurbs').setAttribute('href-template', to)", template)
        assert page.locator("copydesk-blurbs [part=link][href]").count() == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(lambda: seen.heard("copydesk-click"))


def test_what_is_seen_is_told_once(seen, api):
    api.say(item("mug-1", copy_id="ab" * 16, audience="kitchen"))
    page = opened(seen)
    until(lambda: api.feedback)
    api.tell(user="u1", edition=2, withdrawn=False)
    page.evaluate("scrollTo(0, 9999)")
    titles(page).first.click(modifiers=["ControlOrMeta"], button="middle")
    until(lambda: any(one["action"] == "clicked" for one in api.feedback))
    shown = [one for one in api.feedback if one["action"] == "shown"]
    assert len(shown) == 1
    told = {"product": "mug-1", "audience": "kitchen", "copy_id": "ab" * 16, "slot": "home", "position": 0}
    assert shown[0] | told == shown[0]
    assert shown[0]["kind"].startswith("text/plain")


def test_what_a_machine_wrote_says_so_in_the_answer_s_words(seen, api):
    api.say(item("mug-1", ai_generated=True, ai_label="Said by the law"), item("bowl-2", ai_label="AI-generated"))
    page = opened(seen)
    expect(page.locator("copydesk-blurbs [part=badge]")).to_have_text(["Said by the law", ""])
    api.say(item("mug-1", ai_generated=True, ai_label=explicit("zh-CN"), locale="zh-CN"))
    page.evaluate("document.querySelector('copydesk-blurbs').setAttribute('locale', 'zh-CN')")
    expect(page.locator("copydesk-blurbs [part=badge]")).to_have_text(["AI生成"])


def test_what_a_machine_wrote_is_not_shown_without_its_label(seen, api):
    api.say(item("mug-1", ai_generated=True), item("bowl-2", ai_generated=True, ai_label="AI-generated"))
    expect(titles(opened(seen))).to_have_text(["Title of bowl-2"])


def test_it_runs_from_right_to_left_where_its_language_does(seen, api):
    api.page = LINKED.replace("slot", "locale='ar' slot")
    api.say(item("mug-1", "كوب", "يتسع لكوبين.", locale="ar"), item("bowl-2"))
    page = opened(seen)
    mug, bowl = (titles(page).nth(at).bounding_box() for at in (0, 1))
    assert mug["x"] > bowl["x"]
    assert titles(page).first.get_attribute("dir") == "rtl"
    assert titles(page).nth(1).get_attribute("dir") == "ltr"


def test_it_is_dark_where_the_page_is(seen, api):
    page = opened(seen)
    ink = "getComputedStyle(document.querySelector('copydesk-blurbs').shadowRoot.querySelector('a')).backgroundColor"
    assert page.evaluate(ink) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ink) == "rgb(29, 34, 40)"


def test_an_element_that_is_taken_out_asks_and_listens_no_more(seen, api):
    page = opened(seen)
    listens(api)
    page.evaluate("window.kept = document.querySelector('copydesk-blurbs'); kept.remove()")
    until(lambda: not api.listeners)
    page.evaluate("document.body.append(kept)")
    until(lambda: len(api.streams) == 2)
    expect(titles(page)).to_have_count(3)


def test_a_page_that_nobody_looks_at_listens_no_more_until_somebody_does(seen, api):
    page = opened(seen)
    listens(api)
    page.evaluate(LOOKED_AT, False)
    until(lambda: not api.listeners)
    api.say(item("meanwhile-1"))
    page.evaluate(LOOKED_AT, True)
    expect(titles(page)).to_have_text(["Title of meanwhile-1"])
    listens(api)


def test_two_elements_of_one_user_share_a_stream(seen, api):
    api.page = LINKED + LINKED
    page = opened(seen)
    expect(titles(page)).to_have_count(6)
    listens(api)
    assert len(api.streams) == 1


def test_a_token_goes_along_everywhere(seen, api):
    page = opened(seen)
    page.evaluate("document.querySelector('copydesk-blurbs').token = 'one.token.here'")
    until(lambda: api.streams[-1:] == ["Bearer one.token.here"])
    page.evaluate("addEventListener('copydesk-click', (event) => event.preventDefault())")
    titles(page).first.click()
    until(lambda: any(one["action"] == "clicked" for one in api.feedback))
    assert [one["kind"] for one in api.feedback if one["action"] == "clicked"] == ["application/json"]


def test_nobody_is_shown_what_was_another_s(seen, api):
    page = opened(seen)
    api.hold()
    page.evaluate("document.querySelector('copydesk-blurbs').setAttribute('user', 'u2')")
    expect(titles(page)).to_have_count(0)
    api.release()
    expect(titles(page)).to_have_count(3)
    assert api.asked[-1][0] == "u2"
