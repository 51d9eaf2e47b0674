"""The writer of briefs: what is known, what is shared, what is asked, and what it says of an absent model."""

import asyncio
from dataclasses import dataclass, field

import pytest

from schemas.kinds import PRODUCT_KINDS, Kind
from tests.doubles import ManualClock, NullMeter, settle
from tests.doubles_model import FakeModel, HeldModel, served
from workers.errors import DoNotRestart, Permanent, Transient
from workers.outcome import Answer, Attempt, Draft, Lane, Order
from workers.plan.brief import Brief, Fact, Limits
from workers.write.batching import SWEEP_SECONDS, Batcher
from workers.write.batching import Limits as CallLimits
from workers.write.breaker import Breaker, State
from workers.write.cache import KnownCopies
from workers.write.prompts.compact import COMPACT
from workers.write.writer import PATIENCE_SECONDS, BriefWriter


def brief(product: str, kind: Kind = Kind.TITLE) -> Brief:
    return Brief(product, kind, "en-US", (Fact("f", "material", "linen"),), Limits(80))


PRODUCT = [brief("p1", kind) for kind in PRODUCT_KINDS]


async def unanswered() -> None:
    raise Transient("writer-away")


@dataclass
class Counts(NullMeter):
    seen: dict[tuple[str, ...], float] = field(default_factory=dict)

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        key = (name, *labels.values())
        self.seen[key] = self.seen.get(key, 0) + amount


@dataclass
class Desk:
    model: FakeModel | HeldModel
    entries: int = 100

    def __post_init__(self) -> None:
        self.clock = ManualClock()
        self.meter = Counts()
        self.breaker = Breaker(unanswered, self.clock, self.meter)
        self.batcher = Batcher(self.model, self.clock, self.meter, CallLimits(linger=0.001))
        self.writer = BriefWriter(
            self.model,
            COMPACT,
            self.batcher,
            self.breaker,
            KnownCopies(self.entries),
            self.clock,
            self.meter,
        )

    async def write(self, *briefs: Brief, attempt: int = 1) -> list[Draft]:
        async with asyncio.TaskGroup() as group:
            task = self.begin(group, *briefs, attempt=attempt)
            await self.clock.advance(0.1)
        return list(task.result())

    def begin(self, group: asyncio.TaskGroup, *briefs: Brief, attempt: int = 1) -> asyncio.Task[list[Draft]]:
        return group.create_task(self.writer.write([Attempt(one, attempt) for one in briefs], Lane.LIVE))

    async def fault(self, *briefs: Brief) -> Exception:
        work = asyncio.get_running_loop().create_task(self.writer.write([Attempt(one, 1) for one in briefs], Lane.LIVE))
        await self.clock.advance(0.1)
        return work.exception()


async def test_a_products_briefs_go_in_one_call_and_come_back_in_order():
    desk = Desk(FakeModel(answer=served))
    drafts = await desk.write(*PRODUCT)
    assert desk.model.calls == [[COMPACT.order(Attempt(one, 1)) for one in PRODUCT]]
    assert [(draft.text, draft.attempt, draft.known) for draft in drafts] == [("p1 1", 1, False)] * 5
    assert {draft.fingerprint for draft in drafts} == {desk.model.fingerprint} == {desk.writer.fingerprint}


async def test_a_known_copy_is_not_asked_for_again():
    desk = Desk(FakeModel(answer=served))
    await desk.write(*PRODUCT[:3])
    drafts = await desk.write(*PRODUCT)
    assert [len(call) for call in desk.model.calls] == [3, 2]
    assert [draft.known for draft in drafts] == [True] * 3 + [False] * 2
    assert desk.meter.seen["known_copies_total", "cache"] == 3


async def test_another_attempt_or_another_fingerprint_is_another_copy():
    desk = Desk(FakeModel(answer=served))
    await desk.write(PRODUCT[0])
    await desk.write(PRODUCT[0], attempt=2)
    desk.model.fingerprint = "e" * 64
    drafts = await desk.write(PRODUCT[0])
    assert len(desk.model.calls) == 3
    assert drafts[0].fingerprint == "e" * 64


async def test_a_draft_bears_the_fingerprint_it_was_asked_under():
    desk = Desk(HeldModel())
    async with asyncio.TaskGroup() as group:
        task = desk.begin(group, PRODUCT[0])
        await desk.clock.advance(0.1)
        old, desk.model.fingerprint = desk.model.fingerprint, "e" * 64
        desk.model.open[0].answer()
    assert task.result()[0].fingerprint == old


async def test_equal_briefs_at_once_are_one_row_even_within_one_product():
    desk = Desk(FakeModel(answer=served))
    async with asyncio.TaskGroup() as group:
        tasks = [desk.begin(group, PRODUCT[0], PRODUCT[0]) for _ in range(3)]
        await desk.clock.advance(0.1)
    assert [len(call) for call in desk.model.calls] == [1]
    assert {draft.text for task in tasks for draft in task.result()} == {"p1 1"}
    assert sorted(draft.known for task in tasks for draft in task.result()) == [False] * 2 + [True] * 4
    assert desk.meter.seen["known_copies_total", "in-flight"] == 2
    assert len(desk.writer.in_flight) == 0


async def test_the_first_of_equal_callers_may_leave_without_taking_the_others_along():
    desk = Desk(HeldModel())
    async with asyncio.TaskGroup() as group:
        first, second = desk.begin(group, PRODUCT[0]), desk.begin(group, PRODUCT[0])
        await desk.clock.advance(0.1)
        first.cancel()
        await settle()
        desk.model.open[0].answer()
    assert first.cancelled()
    assert second.result()[0].text
    assert (desk.model.cancelled, len(desk.model.calls), len(desk.writer.in_flight)) == (0, 1, 0)


async def test_who_comes_after_all_equal_callers_have_left_asks_anew():
    desk = Desk(HeldModel())
    async with asyncio.TaskGroup() as group:
        leaver, neighbour = desk.begin(group, PRODUCT[0]), desk.begin(group, PRODUCT[1])
        await desk.clock.advance(0.1)
        leaver.cancel()
        await settle()
        again = desk.begin(group, PRODUCT[0])
        await desk.clock.advance(0.1)
        for call in tuple(desk.model.open):
            call.answer()
    assert neighbour.result()
    assert again.result()
    assert [len(call.rows) for call in desk.model.calls] == [2, 1]


async def test_an_open_breaker_answers_at_once_unless_all_is_known():
    desk = Desk(FakeModel(answer=served))
    await desk.write(PRODUCT[0])
    for _ in range(5):
        desk.breaker.failed(Transient("writer-away"))
    assert desk.breaker.state is State.OPEN
    assert (await desk.write(PRODUCT[0]))[0].known
    fault = await desk.fault(*PRODUCT)
    assert isinstance(fault, Transient)
    assert fault.reason == "writer-away"
    assert len(desk.model.calls) == 1
    await desk.breaker.close()


@pytest.mark.parametrize(
    ("status", "reason"),
    [("cannot-realise", "cannot-realise"), ("bad-prompt", "bad-prompt"), ("<script>", "model-error")],
)
async def test_a_row_without_an_answer_is_a_bad_brief_and_its_siblings_are_kept(status, reason):
    def answer(order: Order) -> Answer:
        return Answer("", 0, 0, 0, "error", status) if b'"meta"' in order.prompt else served(order)

    desk = Desk(FakeModel(answer=answer))
    fault = await desk.fault(*PRODUCT)
    assert isinstance(fault, Permanent)
    assert fault.reason == reason
    assert all(draft.known for draft in await desk.write(*PRODUCT[:-1]))


async def test_a_row_that_breaks_its_call_leaves_its_siblings_known():
    poison = COMPACT.order(Attempt(PRODUCT[2], 1)).prompt
    desk = Desk(FakeModel(answer=served, poison=frozenset({poison})))
    fault = await desk.fault(*PRODUCT)
    assert isinstance(fault, Permanent)
    assert fault.reason == "model-error"
    calls = len(desk.model.calls)
    assert all(draft.known for draft in await desk.write(*PRODUCT[:2], *PRODUCT[3:]))
    assert len(desk.model.calls) == calls


async def test_a_model_that_no_longer_takes_our_prompts_stops_us():
    desk = Desk(FakeModel(answer=lambda _: Answer("", 0, 0, 0, "error", "unknown-pack")))
    assert isinstance(await desk.fault(*PRODUCT), DoNotRestart)


async def test_a_brief_that_plan_should_not_have_let_through_is_never_shown_to_the_model():
    desk = Desk(FakeModel(answer=served))
    fault = await desk.fault(PRODUCT[0], brief("p\u202e2"))
    assert (fault.reason, desk.model.calls) == ("unclean-brief", [])
    assert len(desk.writer.in_flight) == 0


async def test_a_full_queue_is_told_to_the_caller_and_forgotten():
    desk = Desk(HeldModel(max_batch_size=1))
    desk.batcher = Batcher(desk.model, desk.clock, desk.meter, CallLimits(queue_rows=1, calls_in_flight=1))
    writer = BriefWriter(desk.model, COMPACT, desk.batcher, desk.breaker, KnownCopies(0), desk.clock, desk.meter)
    async with asyncio.TaskGroup() as group:
        for one in PRODUCT[:2]:
            group.create_task(writer.write([Attempt(one, 1)], Lane.LIVE))
            await settle()
        with pytest.raises(Transient, match="writer-overloaded"):
            await writer.write([Attempt(PRODUCT[2], 1)], Lane.LIVE)
        assert len(writer.in_flight) == 2
        while desk.model.open:
            desk.model.open[0].answer()
            await settle()


async def test_patience_ends():
    desk = Desk(HeldModel())
    waiting = asyncio.get_running_loop().create_task(desk.writer.write([Attempt(PRODUCT[0], 2)], Lane.LIVE))
    await desk.clock.advance(PATIENCE_SECONDS - 1)
    assert not waiting.done()
    await desk.clock.advance(1 + SWEEP_SECONDS)
    with pytest.raises(Transient, match="writer-too-slow"):
        await waiting


async def test_tokens_and_rows_are_counted():
    desk = Desk(FakeModel(answer=lambda _: Answer("text", -1.0, 7, 3, "stop", "ok")))
    (draft,) = await desk.write(PRODUCT[0])
    assert (draft.score, draft.tokens_in, draft.tokens_out, draft.finish) == (-1.0, 7, 3, "stop")
    assert desk.meter.seen["model_tokens_total", "in"] == 7
    assert desk.meter.seen["model_tokens_total", "out"] == 3
    assert desk.meter.seen["model_rows_total", "live"] == 1
    assert desk.meter.seen["model_calls_total", "ok"] == 1
