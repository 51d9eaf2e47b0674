"""After the first refusal several drafts are asked for at once: in one batch, judged in their order, bounded."""

import asyncio
from collections.abc import Sequence

import pytest

from schemas.kinds import Kind
from tests.doubles import ManualClock, NullMeter, drafted, settle
from tests.doubles_model import FakeModel, HeldModel
from workers.copywriter import MAX_DRAFTS, Copywriter
from workers.errors import Fatal, Permanent
from workers.outcome import Answer, Attempt, Draft, Lane, Order, Origin, Refusal
from workers.plan.brief import Brief, Fact, Limits, fact_id
from workers.write.batching import Batcher
from workers.write.batching import Limits as Batching
from workers.write.breaker import Breaker
from workers.write.cache import KnownCopies
from workers.write.patience import Away
from workers.write.prompts.compact import COMPACT
from workers.write.prompts.compact import read as read_prompt
from workers.write.writer import BriefWriter

NAME = Fact(fact_id("name", "Alma cup"), "name", "Alma cup")
GOOD, BAD = "Alma cup", "Alma cup (at) Alma"


def brief(product: str = "sku") -> Brief:
    return Brief(product, Kind.TITLE, "en-US", (NAME,), Limits(80))


class ByAttempt:
    """A writer whose text, or failure, follows from the attempt; what is not named is refused."""

    fingerprint = "model"

    def __init__(self, **script: str | Exception) -> None:
        self.script = script
        self.asked: list[tuple[int, list[str]]] = []

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> list[Draft]:
        """The same for all briefs."""
        self.asked.append((attempts[0].number, [one.brief.product for one in attempts]))
        line = self.script.get(f"a{attempts[0].number}", BAD)
        if isinstance(line, Exception):
            raise line
        return [drafted(one, line, tokens_in=3, tokens_out=2) for one in attempts]


def desk(writer, attempts: int = 2, candidates: int = 3) -> Copywriter:
    return Copywriter(writer, attempts, NullMeter(), lambda _brief, _attempt, _avoid: GOOD, candidates=candidates)


async def test_the_first_time_one_draft_is_asked_for_then_several_at_once() -> None:
    writer = ByAttempt(a2=GOOD)
    (written,) = await desk(writer).write([brief()], Lane.LIVE)
    assert writer.asked == [(0, ["sku"]), (1, ["sku"]), (2, ["sku"]), (3, ["sku"])]
    assert written.copy is not None
    assert written.copy.copy_id == Attempt(brief(), 2, (Refusal("contact", ""),)).copy_id("model")
    assert written.copy.attempt == 2


async def test_a_first_draft_that_passes_is_all_that_is_asked_for() -> None:
    writer = ByAttempt(a0=GOOD)
    await desk(writer).write([brief()], Lane.LIVE)
    assert writer.asked == [(0, ["sku"])]


async def test_the_first_candidate_that_passes_wins_and_all_of_them_are_paid() -> None:
    (written,) = await desk(ByAttempt(a2=GOOD, a3=GOOD)).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.attempt == 2
    assert [tried.attempt for tried in written.tried] == [0, 1]
    assert (written.cost.model_calls, written.cost.tokens_in, written.cost.tokens_out) == (4, 12, 8)


async def test_only_who_has_no_copy_is_asked_for_again() -> None:
    class Half(ByAttempt):
        async def write(self, attempts: Sequence[Attempt], lane: Lane) -> list[Draft]:
            self.asked.append((attempts[0].number, [one.brief.product for one in attempts]))
            return [drafted(one, BAD if one.brief.product == "b" and one.number < 3 else GOOD) for one in attempts]

    writer = Half()
    written = await desk(writer).write([brief("a"), brief("b"), brief("c")], Lane.LIVE)
    assert writer.asked == [(0, ["a", "b", "c"]), (1, ["b"]), (2, ["b"]), (3, ["b"])]
    assert [one.copy.attempt for one in written if one.copy] == [0, 3, 0]


@pytest.mark.parametrize(
    ("attempts", "candidates", "drafts"),
    [(1, 3, 1), (2, 1, 2), (2, 3, 4), (3, 2, 5), (4, 4, 13), (8, 3, MAX_DRAFTS), (8, 8, MAX_DRAFTS)],
)
async def test_there_are_never_more_drafts_than_the_bound(attempts: int, candidates: int, drafts: int) -> None:
    writer = ByAttempt()
    (written,) = await desk(writer, attempts, candidates).write([brief()], Lane.LIVE)
    assert [attempt for attempt, _ in writer.asked] == list(range(drafts))
    assert drafts <= min(MAX_DRAFTS, 1 + (attempts - 1) * candidates)
    assert [tried.attempt for tried in written.tried] == list(range(drafts))
    assert written.copy is not None
    assert written.copy.origin is Origin.FALLBACK


async def test_a_candidate_that_the_model_cannot_take_does_not_cost_the_others_theirs() -> None:
    (written,) = await desk(ByAttempt(a1=Permanent("cannot-realise"), a3=GOOD)).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.attempt == 3
    assert "cannot-realise" not in {refusal.rule for refusal in written.refusals}
    (none,) = await desk(ByAttempt(a1=Permanent("cannot-realise"))).write([brief()], Lane.LIVE)
    assert none.copy is not None
    assert none.copy.origin is Origin.FALLBACK
    assert [(tried.attempt, tried.refusals[0].rule) for tried in none.tried] == [
        (0, "contact"), (2, "contact"), (3, "contact"), (1, "cannot-realise"),
    ]  # fmt: skip


async def test_a_writer_that_goes_away_among_candidates_leaves_what_has_come() -> None:
    away = Away("writer-away")
    (written,) = await desk(ByAttempt(a1=away, a2=away, a3=GOOD)).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.attempt == 3
    (marked,) = await desk(ByAttempt(a1=away)).write([brief()], Lane.LIVE)
    assert marked.copy is not None
    assert marked.copy.away


async def test_what_must_stop_the_worker_comes_as_itself_and_not_in_a_group() -> None:
    with pytest.raises(Fatal, match="writer-contract"):
        await desk(ByAttempt(a2=Fatal("writer-contract"))).write([brief()], Lane.LIVE)


def _refused_first(order: Order) -> Answer:
    asked = read_prompt(order.prompt)
    text = BAD if getattr(asked, "attempt", 0) == 0 else GOOD
    return Answer(text, 0.0, 1, 1, "stop", "ok")


def _writer(model, clock: ManualClock) -> tuple[BriefWriter, Batcher]:
    async def there() -> None:
        return

    batcher = Batcher(model, clock, NullMeter(), Batching(max_rows=8))
    breaker = Breaker(there, clock, NullMeter())
    return BriefWriter(model, COMPACT, batcher, breaker, KnownCopies(100), clock, NullMeter()), batcher


async def test_candidates_are_rows_of_one_call() -> None:
    model, clock = FakeModel(answer=_refused_first), ManualClock()
    writer, batcher = _writer(model, clock)
    task = asyncio.get_running_loop().create_task(desk(writer).write([brief("a"), brief("b")], Lane.LIVE))
    for _ in range(4):
        await clock.advance(0.002)
    assert [one.copy.attempt for one in await task if one.copy] == [1, 1]
    assert [len(rows) for rows in model.calls] == [2, 6]
    await batcher.close()


async def test_who_is_cancelled_among_candidates_leaves_no_row_behind() -> None:
    model, clock = HeldModel(), ManualClock()
    writer, batcher = _writer(model, clock)
    task = asyncio.get_running_loop().create_task(desk(writer).write([brief()], Lane.LIVE))
    await clock.advance(0.002)
    model.open[0].reply.set_result([Answer(BAD, 0.0, 1, 1, "stop", "ok")])
    await clock.advance(0.002)
    assert len(model.open[0].rows) == 3
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await settle()
    assert model.cancelled == 1
    assert not model.open
    assert len(writer.in_flight) == 0
    await batcher.close()
