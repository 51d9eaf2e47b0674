"""The machine's own Chromium, driven by Playwright, and a page in it that reports all that it should not have done."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "SKIPPED LOUDLY: no Chromium on PATH, so the widget was judged by no browser; apt install chromium"
WITHIN_MS = 5000

WATCH = """
window.violations = [];
window.shifts = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => one.value)))
  .observe({type: "layout-shift", buffered: true});
"""


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Skips where there is none. No sandbox: it cannot be made inside most containers, and every page here is ours."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        print(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def until(holds: Callable[[], object]) -> None:
    """A browser sets no event of ours: it is asked again, with a deadline."""
    ends = time.monotonic() + WITHIN_MS / 1000
    while not holds():
        assert time.monotonic() < ends, "it did not come to this"
        time.sleep(0.02)


@dataclass
class Watched:
    """A page, and what it did: errors, dialogs, requests to others than its own origin."""

    page: Page
    origin: str
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    strayed: list[str] = field(default_factory=list)

    @property
    def violations(self) -> list[str]:
        return self.page.evaluate("window.violations")

    def heard(self, name: str) -> list[dict[str, object]]:
        """The details of the widget's events of that name. Not by `wait_for_function`, which the page's policy bars."""
        told = self.page.evaluate("window.heard")
        return [detail for kind, detail in told if kind == name]

    @property
    def shifted(self) -> float:
        return self.page.evaluate("window.shifts.reduce((sum, one) => sum + one, 0)")

    def is_clean(self) -> bool:
        """Nothing that a page must never do."""
        found = [self.errors, self.dialogs, self.strayed, self.violations]
        assert found == [[], [], [], []]
        return True


@contextmanager
def watched_page(browser: Browser, origin: str, **context) -> Iterator[Watched]:
    """A fresh page, without cookies or storage, that has gone nowhere yet. What glides for the eye alone does not."""
    opened = browser.new_context(reduced_motion="reduce", **context)
    opened.set_default_timeout(WITHIN_MS)
    opened.add_init_script(WATCH)
    page = opened.new_page()
    seen = Watched(page, origin)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda said: said.type in {"error", "warning"} and seen.errors.append(said.text))
    page.on("request", lambda request: _strays(request.url, origin) and seen.strayed.append(request.url))
    page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
    try:
        yield seen
    finally:
        opened.close()


def _strays(url: str, origin: str) -> bool:
    return urlsplit(url)[:2] != urlsplit(origin)[:2]
