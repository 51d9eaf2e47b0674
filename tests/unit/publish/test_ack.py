"""The gate's law: what may be committed never passes an event whose outcome is not confirmed."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from workers.publish.ack import AckGate, Admission, Partition

P = Partition("in", 0)
MAX_EVENTS = 8


class GateAgainstALog(RuleBasedStateMachine):
    """A partition of a log with gaps, a worker that crashes, rebalances and replays, and the oracle's own books."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[int] = []
        self.next_offset = 0
        self.committed = 0
        self.generation = 1
        self.confirmed: set[int] = set()
        self._begin()

    def _begin(self) -> None:
        self.gate: AckGate[int] = AckGate(MAX_EVENTS, 10_000)
        self.gate.assign(P, self.generation)
        self.read_at = self.committed
        self.begun: set[int] = set()
        self.in_hand: set[int] = set()

    @rule(gap=st.integers(0, 3), count=st.integers(1, 5))
    def produce(self, gap: int, count: int) -> None:
        """The log grows, with holes where compaction or transactions leave them."""
        self.next_offset += gap
        for _ in range(count):
            self.log.append(self.next_offset)
            self.next_offset += 1

    @precondition(lambda self: any(offset >= self.read_at for offset in self.log))
    @rule(size=st.integers(0, 3000), stale=st.booleans())
    def deliver(self, size: int, stale: bool) -> None:
        """The next record arrives; a record of an older generation never counts."""
        offset = next(o for o in self.log if o >= self.read_at)
        if stale:
            assert self.gate.deliver(P, self.generation - 1, offset, size, offset) is Admission.STALE
            return
        self.read_at = offset + 1
        self.in_hand.add(offset)
        if self.gate.deliver(P, self.generation, offset, size, offset) is Admission.ADMIT:
            self.begun.add(offset)

    @precondition(lambda self: self.begun)
    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        """Any begun event finishes, in any order; twice changes nothing."""
        offset = data.draw(st.sampled_from(sorted(self.begun)))
        self.begun.discard(offset)
        self.in_hand.discard(offset)
        self.confirmed.add(offset)
        self.gate.finish(P, self.generation, offset)
        assert self.gate.finish(P, self.generation, offset) == 0

    @rule()
    def unpark(self) -> None:
        """Parked deliveries begin, in order, while there is room."""
        begun = list(self.gate.unpark(P))
        assert begun == sorted(begun)
        self.begun.update(begun)

    @rule()
    def commit(self) -> None:
        """The watermark is committed."""
        watermark = self.gate.watermark(P)
        if watermark is not None:
            assert watermark >= self.committed
            self.committed = watermark

    @rule()
    def crash(self) -> None:
        """Everything in memory is gone; reading begins again at the committed offset."""
        self.generation += 1
        self._begin()

    @rule()
    def revoke_and_return(self) -> None:
        """The partition goes and comes back; what was in hand may no longer acknowledge anything."""
        in_hand, old = set(self.begun), self.generation
        self.gate.revoke(P)
        self.generation += 1
        self.gate.assign(P, self.generation)
        for offset in in_hand:
            assert self.gate.finish(P, old, offset) == 0
        self.read_at = self.committed
        self.begun, self.in_hand = set(), set()

    @invariant()
    def nothing_unconfirmed_is_passed(self) -> None:
        """Every logged offset below the watermark and below the committed offset has a confirmed outcome."""
        bound = max(self.committed, self.gate.watermark(P) or 0)
        assert {o for o in self.log if o < bound} <= self.confirmed

    @invariant()
    def the_books_agree(self) -> None:
        """What is begun is bounded; what is in hand is exactly what is not acknowledged, or done behind a hole."""
        assert len(self.begun) <= MAX_EVENTS
        assert self.gate.unacked(P) >= len(self.in_hand)
        assert self.gate.parked() == len(self.in_hand - self.begun)
        if self.gate.parked():
            assert self.gate.full(P)


GateAgainstALog.TestCase.settings = settings(max_examples=150, stateful_step_count=60)
TestGateAgainstALog = GateAgainstALog.TestCase


def test_one_partition_that_is_full_stops_nobody_else() -> None:
    gate: AckGate[int] = AckGate(2, 1000)
    other = Partition("in", 1)
    gate.assign(P, 1)
    gate.assign(other, 1)
    for offset in range(3):
        gate.deliver(P, 1, offset, 1, offset)
    assert gate.full(P)
    assert not gate.full(other)
    assert gate.deliver(other, 1, 0, 1, 0) is Admission.ADMIT


def test_a_slow_head_holds_the_watermark_and_its_end_releases_it() -> None:
    gate: AckGate[int] = AckGate(100, 1000)
    gate.assign(P, 1)
    for offset in (10, 12, 15):
        gate.deliver(P, 1, offset, 1, offset)
    assert gate.finish(P, 1, 12) == 0
    assert gate.finish(P, 1, 15) == 0
    assert gate.watermark(P) is None
    assert gate.finish(P, 1, 10) == 3
    assert gate.watermark(P) == 16


def test_bytes_alone_fill_a_partition_and_it_is_read_again_below_half() -> None:
    gate: AckGate[int] = AckGate(100, 1000)
    gate.assign(P, 1)
    gate.deliver(P, 1, 0, 600, 0)
    gate.deliver(P, 1, 1, 600, 1)
    assert gate.full(P)
    gate.finish(P, 1, 0)
    assert gate.full(P)
    gate.finish(P, 1, 1)
    assert not gate.full(P)
