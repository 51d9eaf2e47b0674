import pytest

from workers.plan.benefits import Benefits, load


@pytest.fixture(scope="session")
def benefits() -> Benefits:
    return load()
