"""What the tests in a browser share: a Chromium and stubs of the read side, for as long as a file's tests run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e.browser import running_chromium
from tests.e2e.browser_api import Stubs, running_stubs


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def stubs() -> Iterator[Stubs]:
    with running_stubs() as running:
        yield running
