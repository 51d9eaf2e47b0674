"""Watches committed offsets while the system works: none may pass an event that has no ledger entry yet."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping

from confluent_kafka import Consumer, KafkaException, TopicPartition

from tests.faults import topic_log
from tests.faults.ledger_log import source_of
from tests.faults.report import Finding
from tests.faults.topic_log import Partition, Tail, Unreadable, tail_of

GROUP = "copydesk-products"
EVERY = 0.2
CALL_WITHIN = 5.0


class Watch:
    """What has been committed against what has an outcome. Pure; `see_*` in the order of the readings.

    `begins`: offsets before it count as finished (another test's).
    """

    def __init__(self, begins: Mapping[Partition, int]) -> None:
        self._begins = dict(begins)
        self._finished: defaultdict[Partition, set[int]] = defaultdict(set)
        self._prefix: defaultdict[Partition, int] = defaultdict(int, begins)
        self._committed: dict[Partition, int] = {}
        self.findings: list[Finding] = []
        self.repeated_below_commit: list[tuple[str, int, int]] = []
        self.most_uncommitted: defaultdict[Partition, int] = defaultdict(int)
        self.samples = 0

    def see_entry(self, topic: str, partition: int, offset: int) -> None:
        """A ledger entry. One that comes after a commit was seen above it repeats what needed no repeat."""
        place = (topic, partition)
        if offset < self._committed.get(place, 0):
            self.repeated_below_commit.append((topic, partition, offset))
        if offset >= self._prefix[place]:
            self._finished[place].add(offset)
        while self._prefix[place] in self._finished[place]:
            self._finished[place].discard(self._prefix[place])
            self._prefix[place] += 1

    def finished(self, topic: str) -> int:
        """Positions of a topic that have an outcome, from the beginning on."""
        return sum(
            self._prefix[place] - begin + len(self._finished[place])
            for place, begin in self._begins.items()
            if place[0] == topic
        )

    def see_committed(self, committed: Mapping[Partition, int]) -> None:
        """Offsets sampled before the ledger was read to its end."""
        self.samples += 1
        for place, offset in (self._begins | dict(committed)).items():
            finished = self._prefix[place]
            if offset > finished:
                hole = (*place, finished)
                self.findings.append(Finding("committed-unfinished", hole, f"{offset} is committed"))
            self.most_uncommitted[place] = max(self.most_uncommitted[place], finished - offset)
            self._committed[place] = max(offset, self._committed.get(place, 0))


class CommitSampler(threading.Thread):
    """Samples a group until `stop`. What the broker does not answer is a missed sample, not a finding."""

    def __init__(self, bootstrap: str, since: Mapping[Partition, int], group: str = GROUP) -> None:
        super().__init__(name="commit-sampler", daemon=True)
        self._broker = bootstrap
        self._group = group
        self._since = since
        self._stopping = threading.Event()
        self._inputs = [place for place in since if place[0] in topic_log.INPUTS]
        self.watch = Watch({place: since[place] for place in self._inputs})
        self.missed = 0
        self.last_trouble = ""
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            with tail_of(self._broker, [topic_log.LEDGER], self._since) as ledger:
                group = Consumer(
                    {
                        "bootstrap.servers": self._broker,
                        "group.id": self._group,
                        "log_level": topic_log.QUIET,
                    }
                )
                try:
                    self._sample_until_stopped(group, ledger)
                finally:
                    group.close()
        except BaseException as error:
            self.failure = error
            raise

    def stop(self) -> Watch:
        """End the thread. Raises whatever ended it before, or when it never saw anything."""
        self._stopping.set()
        self.join(30)
        if self.failure is not None:
            raise self.failure
        if self.is_alive() or not self.watch.samples:
            raise Unreadable(f"no samples: {self.missed} missed, the last: {self.last_trouble}")
        return self.watch

    def _sample_until_stopped(self, group: Consumer, ledger: Tail) -> None:
        while not self._stopping.is_set():
            began = time.monotonic()
            try:
                committed = _committed(group, self._inputs)
                for record in ledger.read(CALL_WITHIN):
                    topic, partition, offset = source_of(record)
                    self.watch.see_entry(topic, partition, offset)
                self.watch.see_committed(committed)
            except (Unreadable, KafkaException) as error:
                self.missed += 1
                self.last_trouble = str(error)
            self._stopping.wait(max(0.0, EVERY - (time.monotonic() - began)))


def _committed(group: Consumer, places: Iterable[Partition]) -> dict[Partition, int]:
    asked = [TopicPartition(topic, number) for topic, number in places]
    answers = group.committed(asked, timeout=CALL_WITHIN)
    return {(tp.topic, tp.partition): tp.offset for tp in answers if tp.error is None and tp.offset >= 0}
