"""What every model behind `ports.Model` keeps to: the fake of our tests, and the real one in Triton."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from schemas.kinds import Kind
from tests.doubles_model import FakeModel, served
from tests.platform import RunningTriton, running_triton
from workers.adapters.triton import TritonModel
from workers.outcome import Answer, Attempt, Order
from workers.plan.brief import Brief, Fact, Limits, fact_id
from workers.ports import Model
from workers.write.prompts.compact import CANARY, COMPACT, NAME, read_canary
from workers.write.realise import realise
from workers.write.realise.serve import answer_prompt

REPOSITORY = Path(__file__).parents[2] / "model_repository"
SECONDS = 10.0


@pytest.fixture(scope="module")
def real() -> Iterator[RunningTriton]:
    with running_triton(REPOSITORY) as server:
        yield server


@pytest.fixture(params=["fake", pytest.param("triton", marks=pytest.mark.triton)])
def url(request: pytest.FixtureRequest) -> str | None:
    return None if request.param == "fake" else request.getfixturevalue("real").url


@pytest.fixture
async def model(url: str | None) -> AsyncIterator[Model]:
    if url is None:
        yield FakeModel(answer=served)
        return
    adapter = TritonModel(url)
    await adapter.handshake(SECONDS)
    yield adapter
    await adapter.close()


def order(product: str, kind: Kind = Kind.TITLE) -> Order:
    facts = (
        Fact(fact_id("material", "linen"), "material", "linen"),
        Fact(fact_id("colour", "blue"), "colour", "blue"),
        Fact(fact_id("weight", "1.2", "kg"), "weight", "1.2", "kg"),
    )
    return COMPACT.order(Attempt(Brief(product, kind, "en-US", facts, Limits(200)), 1))


async def test_the_model_says_who_it_is(model):
    assert len(model.fingerprint) == 64
    assert set(model.fingerprint) <= set("0123456789abcdef")
    (answer,) = await model.infer([Order(CANARY)], SECONDS)
    assert answer.status == "ok"
    assert read_canary(answer.text).fingerprint == model.fingerprint
    assert NAME in read_canary(answer.text).packs


async def test_there_is_an_answer_for_each_row_in_order_with_its_own_status(model):
    rows = [Order(CANARY), Order(b"{"), order("p1"), Order(b'{"pack":"chat/9"}'), Order(CANARY)]
    found = await model.infer(rows, SECONDS)
    assert [row.status for row in found[:2]] == ["ok", "bad-prompt"]
    assert [row.status for row in found[3:]] == ["unknown-pack", "ok"]
    assert all(isinstance(row, Answer) for row in found)
    assert all(row.text == "" and row.finish == "error" for row in found if row.status != "ok")


async def test_equal_rows_get_equal_answers_in_whatever_batch_they_come(model):
    alone = (await model.infer([order("p1")], SECONDS))[0]
    rows = [order("p1"), order("p2", Kind.META), Order(b"{"), order("p1")]
    together = await model.infer(rows, SECONDS)
    assert (together[0], together[3]) == (alone, alone)


@pytest.mark.triton
async def test_the_model_in_triton_says_what_the_realiser_says_in_process(real):
    adapter = TritonModel(real.url)
    await adapter.handshake(SECONDS)
    rows = [order(f"p{number}", kind) for number in range(5) for kind in Kind]
    found = await adapter.infer(rows, SECONDS)
    await adapter.close()
    replies = [answer_prompt(row.prompt, realise) for row in rows]
    assert [(row.text, row.status) for row in found] == [(reply.text, reply.status) for reply in replies]


async def test_a_full_batch_is_answered_and_calls_may_overlap(model):
    rows = [order(f"p{number}") for number in range(model.max_batch_size)]
    found = await asyncio.gather(*(model.infer(rows, SECONDS) for _ in range(4)))
    assert all(len(answers) == len(rows) for answers in found)
    assert found[0] == found[1] == found[2] == found[3]
