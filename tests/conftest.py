"""The tiers: a test's folder decides its marker, its time limit and its turn."""

from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
TIERS = ("unit", "contract", "integration", "e2e", "faults", "bench")
ON_REAL_SERVERS = TIERS[2:]
MARKED = ("e2e", "faults")

# The first such test of a machine's life waits for the servers' packages to be fetched.
LIMIT_ON_REAL_SERVERS = 300

# An example on a busy machine is slow, not wrong.
settings.register_profile("any-machine", settings(), deadline=None)
settings.load_profile("any-machine")


def tier(item: pytest.Item) -> str:
    folder = item.path.relative_to(HERE).parts[0]
    if folder not in TIERS:
        raise pytest.UsageError(f"{item.path}: a test lives in one of {', '.join(TIERS)}")
    return folder


# Last, so that the tiers keep their order, cheap ones first, whatever was shuffled within them.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: TIERS.index(tier(item)))
    for item in items:
        if tier(item) in MARKED:
            item.add_marker(tier(item))
        if tier(item) in ON_REAL_SERVERS and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(LIMIT_ON_REAL_SERVERS))
