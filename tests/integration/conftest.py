"""One broker and one model server for the whole tier; each test makes topics of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.platform import RunningKafka, RunningTriton, running_kafka, running_triton

MODELS = Path(__file__).parents[2] / "model_repository"


@pytest.fixture(scope="session")
def kafka() -> Iterator[RunningKafka]:
    with running_kafka() as broker:
        yield broker


@pytest.fixture(scope="session")
def triton() -> Iterator[RunningTriton]:
    with running_triton(MODELS) as server:
        yield server
