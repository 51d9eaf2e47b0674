"""A shopper at the demo's page while it runs: what a browser sees of real workers, a real broker and a real Triton."""

import time
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.e2e.browser import Watched, running_chromium, watched_page

LOOKED_AT = 3
WITHIN_MS = 20_000
ITEMS = "() => [...document.querySelector('copydesk-blurbs').shadowRoot.querySelectorAll('li')].map(e => e.textContent)"


@dataclass(frozen=True)
class Visit:
    """What was seen. `seconds`: from a shopper's click to other words in the widget."""

    before: list[str]
    after: list[str]
    title: str
    steps: str
    seconds: float
    clean: bool


def visit(address: str) -> Visit:
    """Looks at some products, as a shopper does. Blocks. Skips where there is no Chromium."""
    origin = address.removesuffix("/demo/")
    with running_chromium() as chromium, watched_page(chromium, origin) as seen:
        page = seen.page
        page.set_default_timeout(WITHIN_MS)
        page.goto(address)
        page.wait_for_function(f"({ITEMS})().length > 0")
        before = page.evaluate(ITEMS)
        seconds = _look_around(seen, before)
        expect(page.locator("#picks-title")).to_have_text("Picked for you", timeout=WITHIN_MS)
        expect(page.locator("#steps")).to_contain_text("Verdict", timeout=WITHIN_MS)
        steps = page.locator("#steps").inner_text()
        return Visit(before, page.evaluate(ITEMS), page.title(), steps, seconds, seen.is_clean())


def _look_around(seen: Watched, before: list[str]) -> float:
    """Seconds until the widget shows something else than it did."""
    page = seen.page
    began = time.monotonic()
    page.get_by_role("button", name="Browse five for me").click()
    while page.evaluate(ITEMS) == before:
        assert time.monotonic() - began < WITHIN_MS / 1000, "the widget never changed"
        page.wait_for_timeout(20)
    return time.monotonic() - began
