"""The widget when things go wrong: a read side that is away, and sellers whose words mean harm."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import Watched, until, watched_page
from tests.e2e.browser_api import StubApi, Stubs, item
from tests.e2e.browser_payloads import PAYLOADS

pytestmark = pytest.mark.browser

A_PAGE = 12
WIDGET = """<copydesk-blurbs user='u1' href-template='/p/{id}?from=home'>
<a href='/best'>Bestsellers</a></copydesk-blurbs>"""
INSIDE = """
const root = document.querySelector('copydesk-blurbs').shadowRoot;
const nodes = [...root.querySelectorAll('*')];
({
  tags: [...new Set(nodes.map((node) => node.localName))].sort(),
  handlers: nodes.flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith('on')),
  titles: [...root.querySelectorAll('[part=title]')].map((node) => node.textContent),
  texts: [...root.querySelectorAll('[part=text]')].map((node) => node.textContent),
  links: [...root.querySelectorAll('a[href]')].map((node) => node.href),
  label: root.querySelector('section').getAttribute('aria-label'),
})
"""


@pytest.fixture
def api(stubs: Stubs) -> StubApi:
    api = stubs.fresh()
    api.page = WIDGET
    return api


@pytest.fixture
def seen(browser: Browser, api: StubApi) -> Iterator[Watched]:
    with watched_page(browser, api.origin) as watched:
        yield watched


def titles(page: Page):
    return page.locator("copydesk-blurbs [part=title]")


def hostile(payload: str) -> dict[str, object]:
    """The payload in every field that an answer has, even where no honest API could put it."""
    rest = dict.fromkeys(
        ("locale", "reason", "level", "audience", "copy_id", "origin", "edition", "ai_generated", "ai_label"), payload
    )
    return item(payload, payload, payload, **rest)


def test_there_are_enough_payloads_and_each_is_its_own():
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


def test_hostile_text_is_shown_as_text_and_does_nothing(seen, api):
    api.page = WIDGET.replace("user", f"limit='{A_PAGE}' user")
    pages = [PAYLOADS[at : at + A_PAGE] for at in range(0, len(PAYLOADS), A_PAGE)]
    for number, payloads in enumerate(pages):
        api.say(*map(hostile, payloads), audience={"id": payloads[0], "words": payloads[0]}, user=payloads[0])
        if number == 0:
            seen.page.goto(seen.origin)
        else:
            api.tell(user="u1", edition=number, withdrawn=False)
        expect(titles(seen.page).first).to_have_text(payloads[0])
        inside = seen.page.evaluate(INSIDE)
        assert inside["tags"] == ["a", "li", "p", "section", "slot", "span", "ul"]
        assert inside["handlers"] == []
        assert inside["titles"] == inside["texts"] == list(payloads)
        assert all(link.startswith(f"{api.origin}/p/") and link.endswith("?from=home") for link in inside["links"])
        assert inside["label"] == "Picked for you"
    assert seen.is_clean()
    assert api.visited <= {"/", "/host.js", "/host.css", "/widget.js"}


def test_hostile_attributes_do_nothing_either(seen, api):
    seen.page.goto(seen.origin)
    for attribute in ("user", "locale", "slot", "label", "limit", "href-template"):
        set_each = "(it) => it[1].forEach((to) => document.querySelector('copydesk-blurbs').setAttribute(it[0], to))"
        seen.page.evaluate(set_each, [attribute, PAYLOADS])
    expect(titles(seen.page)).not_to_have_count(0)
    assert seen.page.evaluate(INSIDE)["tags"] == ["a", "li", "p", "section", "slot", "span", "ul"]
    assert (seen.dialogs, seen.strayed, seen.violations) == ([], [], [])


def test_an_answer_that_makes_no_sense_is_no_answer_to_show(seen, api):
    senseless = [None, "text", {}, [None, 1, "x", [], {}], [{"product": 1, "title": "x"}]]
    seen.page.goto(seen.origin)
    for items in senseless:
        expect(titles(seen.page)).to_have_count(3)
        good, before = api.answer, len(seen.heard("copydesk-update"))
        api.answer = {"items": items}
        api.tell(user="u1", edition=1, withdrawn=False)
        expect(seen.page.get_by_role("link", name="Bestsellers")).to_be_visible()
        assert len(seen.heard("copydesk-update")) > before
        api.answer = good
        api.tell(user="u1", edition=1, withdrawn=False)
    assert seen.is_clean()


def test_who_never_answered_is_stood_in_for_until_they_do(seen, api):
    api.status = 503
    seen.page.goto(seen.origin)
    expect(seen.page.get_by_role("link", name="Bestsellers")).to_be_visible()
    until(lambda: {"status": 503} in seen.heard("copydesk-error"))
    assert seen.shifted == 0
    api.status = 200
    expect(titles(seen.page)).to_have_count(3)
    expect(seen.page.get_by_role("link", name="Bestsellers")).not_to_be_visible()


def test_what_was_shown_stays_while_nobody_answers_and_is_renewed_after(seen, api):
    seen.page.goto(seen.origin)
    expect(titles(seen.page)).to_have_count(3)
    api.status = 503
    api.say(item("new-4"))
    api.down()
    until(lambda: seen.heard("copydesk-error"))
    assert titles(seen.page).all_text_contents() == ["Title of mug-1", "Title of bowl-2", "Title of pan-3"]
    api.status = 200
    expect(titles(seen.page)).to_have_text(["Title of new-4"], timeout=15_000)


def test_who_is_not_let_in_is_not_asked_for_ever(seen, api):
    api.status = 401
    seen.page.goto(seen.origin)
    until(lambda: {"status": 401} in seen.heard("copydesk-error"))
    expect(seen.page.get_by_role("link", name="Bestsellers")).to_be_visible()
    assert len(api.asked) <= 8
