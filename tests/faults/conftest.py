"""A platform for each module of fault tests; its logs stay in the test's temporary folder."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.faults.arena import Arena, arena


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> AsyncIterator[Arena]:
    folder = tmp_path_factory.mktemp(request.module.__name__.rpartition(".")[2])
    async with arena(folder) as running:
        yield running
