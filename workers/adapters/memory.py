"""The ports in memory: one process, no broker, no server. For `copydesk try`, and for examples run as tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workers.errors import Abandoned
from workers.outcome import Answer, Entry, Order, Record
from workers.ports import Lease
from workers.telemetry import MetricName
from workers.write.realise import realise
from workers.write.realise.serve import answer_prompt, fingerprint


@dataclass(slots=True)
class MemoryTable:
    """`ports.Table`: folds by edition, as readers do."""

    entries: dict[tuple[int, bytes], Entry] = field(default_factory=dict)

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition."""
        return self.entries.get((partition, key))

    def scan(self, partition: int, prefix: bytes) -> list[tuple[bytes, Entry]]:
        """All entries whose key begins with `prefix`, in key order."""
        return sorted(
            (key, entry)
            for (number, key), entry in self.entries.items()
            if number == partition and key.startswith(prefix)
        )

    def find(self, key: bytes) -> Entry | None:
        """As `ports.Followed`: wherever it stands."""
        found = ((number, entry) for (number, known), entry in self.entries.items() if known == key)
        return next((replace(entry, partition=number) for number, entry in found), None)

    def apply(self, record: Record) -> None:
        """Keep the record if its edition is the highest seen."""
        place = (record.partition, record.key or b"")
        known = self.entries.get(place)
        if known is None or record.edition > known.edition:
            headers = {name: value or b"" for name, value in record.headers}
            self.entries[place] = Entry(record.edition, record.value, headers)


@dataclass(slots=True)
class MemorySink:
    """`ports.Sink`: a log of everything, and the tables that mirror it."""

    tables: dict[str, MemoryTable]
    log: list[Record] = field(default_factory=list)

    async def publish(self, records: Sequence[Record], lease: Lease) -> None:
        """Append, then apply. Raises `Abandoned`."""
        lease.check()
        for record in records:
            self.log.append(record)
            if record.edition and record.topic in self.tables:
                self.tables[record.topic].apply(record)


@dataclass(slots=True)
class OpenLease:
    """`ports.Lease`: held until `given_up`."""

    given_up: bool = False

    def check(self) -> None:
        """Raise `Abandoned` once given up."""
        if self.given_up:
            raise Abandoned("partition-given-up")


class NoMeter:
    """`ports.Meter` that nobody reads."""

    def count(self, name: MetricName, amount: float = 1, **labels: str) -> None:
        """Nothing."""

    def observe(self, name: MetricName, value: float, **labels: str) -> None:
        """Nothing."""

    def gauge(self, name: MetricName, value: float, **labels: str) -> None:
        """Nothing."""


class RealiserModel:
    """`ports.Model`: what the model in Triton answers as long as it is the realiser, in this process."""

    max_batch_size = 64

    @property
    def fingerprint(self) -> str:
        """As the server would tell it."""
        return fingerprint()

    async def infer(self, rows: Sequence[Order], timeout: float) -> Sequence[Answer]:  # noqa: ARG002
        """An answer for each row; `timeout` is never needed."""
        replies = [answer_prompt(row.prompt, realise) for row in rows]
        return [Answer(r.text, 0.0, r.tokens_in, r.tokens_out, r.finish, r.status) for r in replies]
