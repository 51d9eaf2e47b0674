"""Logs as a faultless system would leave them, made in memory: what the judge's own tests plant faults in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.faults import topic_log
from tests.faults.last_facts import EXPECTS, MARKER, WRITTEN_LOCALES
from tests.faults.topic_log import LogRecord
from tests.faults.workload import Event

Headers = tuple[tuple[str, bytes | None], ...]


@dataclass
class _State:
    """What is applied to one product."""

    version: int = 0
    offset: int = -1
    delisted_at: int = -1
    standing: dict[str, tuple[int, str]] = field(default_factory=dict)


@dataclass
class Ideal:
    """Handles events one by one, to the end, and never fails."""

    logs: dict[str, list[LogRecord]] = field(default_factory=lambda: {t: [] for t in topic_log.JUDGED})
    _states: dict[bytes, _State] = field(default_factory=dict)
    _ends: dict[tuple[str, int], int] = field(default_factory=dict)
    _edition: int = 1000

    def append(
        self, topic: str, partition: int, key: bytes | None, value: bytes | None, headers: Headers = ()
    ) -> LogRecord:
        offset = self._ends.get((topic, partition), 0)
        self._ends[topic, partition] = offset + 1
        record = LogRecord(topic, partition, offset, key, value, headers)
        self.logs[topic].append(record)
        return record

    def handle(self, events: Iterable[Event]) -> "Ideal":
        for event in events:
            source = self.append(topic_log.INPUT, event.partition, event.key, event.value, event.headers)
            reason = source.header(EXPECTS)
            if reason is not None:
                self._dead_letter(source, reason)
            else:
                self._apply(source)
        return self

    def edition(self) -> tuple[int, Headers]:
        """The next edition and its header."""
        self._edition += 1
        return self._edition, (("copydesk-edition", str(self._edition).encode()),)

    def tell(self, source: LogRecord, verdict: str, outputs: list[dict[str, Any]], **more: object) -> LogRecord:
        """A ledger entry."""
        entry = {
            "source": {"topic": source.topic, "partition": source.partition, "offset": source.offset},
            "verdict": verdict,
            "reason": None,
            "superseded_by": None,
            "outputs": outputs,
            **more,
        }
        key = f"{source.topic}/{source.partition}/{source.offset}".encode()
        return self.append(topic_log.LEDGER, source.partition, key, json.dumps(entry).encode())

    def _dead_letter(self, source: LogRecord, reason: bytes) -> None:
        place: Headers = tuple(
            (f"{family}{name}", str(part).encode())
            for family in ("__connect.errors.", "kafka_dlt-original-")
            for name, part in (
                ("topic", source.topic),
                ("partition", source.partition),
                ("offset", source.offset),
            )
        )
        headers = (*source.headers, ("copydesk-dlq-reason", reason), *place)
        self.append(topic_log.DEAD_LETTERS, source.partition, source.key, source.value, headers)
        self.tell(source, "dead-lettered", [], reason=reason.decode())

    def _apply(self, source: LogRecord) -> None:
        state = self._states.setdefault(source.key or b"", _State())
        if source.value is None:
            state.version, state.offset, state.delisted_at = 0, source.offset, source.offset
            self._publish(source, state, {})
            return
        listing = json.loads(source.value)
        version = listing.get("version", state.version)
        if version < state.version:
            self.tell(source, "superseded", [], reason="version-went-back")
            return
        state.version, state.offset = version, source.offset
        marker = next(a["value"] for a in listing["attributes"] if a["name"] == MARKER)
        wanted = {place: f"Holds {marker} ml." for place in listing["locales"] if place in WRITTEN_LOCALES}
        self._publish(source, state, wanted)

    def _publish(self, source: LogRecord, state: _State, wanted: dict[str, str]) -> None:
        outputs = []
        for locale in sorted(set(wanted) | set(state.standing)):
            edition, text = state.standing.get(locale, (0, ""))
            key = (source.key or b"") + b" " + locale.encode()
            verdict = "unchanged" if wanted.get(locale) == text else "published"
            if verdict == "published":
                edition, headers = self.edition()
                headers += (("ce_id", f"{source.topic}/{source.partition}/{source.offset}#copy".encode()),)
                value = self.copy_of(source, locale, wanted[locale], state) if locale in wanted else None
                self.append(topic_log.COPY, source.partition, key, value, headers)
                verdict = "published" if value else "withdrawn"
                state.standing[locale] = (edition, wanted.get(locale, ""))
            outputs.append({"topic": topic_log.COPY, "key": key.decode(), "edition": edition, "verdict": verdict})
        state.standing = {place: told for place, told in state.standing.items() if place in wanted}
        self._catalogue(source, state)
        verdicts = {output["verdict"] for output in outputs}
        published = "published" if "published" in verdicts else "unchanged"
        self.tell(source, published if source.value is not None else "withdrawn", outputs)

    @staticmethod
    def copy_of(source: LogRecord, locale: str, text: str, state: Any) -> bytes:
        """The value of a product's copy."""
        revision = {"version": state.version, "offset": source.offset, "delisted_at": state.delisted_at}
        document = {
            "product": (source.key or b"").decode(),
            "locale": locale,
            "revision": revision,
            "source": {"topic": source.topic, "partition": source.partition, "offset": source.offset},
            "kinds": {"description": {"text": text}},
        }
        return json.dumps(document).encode()

    def _catalogue(self, source: LogRecord, state: _State) -> None:
        _, headers = self.edition()
        entry = {
            "listed": source.value is not None,
            "revision": {"version": state.version, "offset": state.offset, "delisted_at": state.delisted_at},
            "source": {"offset": source.offset},
        }
        self.append(topic_log.CATALOGUE, source.partition, source.key, json.dumps(entry).encode(), headers)
