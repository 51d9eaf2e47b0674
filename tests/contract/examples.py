"""The examples on disk as deliveries. `schemas/examples/README.md` says how to read them."""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import schemas
from schemas.codec import Undecodable, decode_json
from schemas.envelope import STRUCTURED
from workers.outcome import Delivery, Position

FOLDER = Path(schemas.__file__).parent / "examples"
KEYS = {"no-key": None, "bad-key": b"mug \xff", "key-mismatch": b"another-product"}


@dataclass(frozen=True)
class Example:
    """One file. `reason` is the dead letter's; empty for a valid one."""

    path: Path

    @property
    def topic(self) -> str:
        return self.path.relative_to(FOLDER).parts[0]

    @property
    def reason(self) -> str:
        return self.path.stem.partition("--")[0] if self.path.parent.name == "invalid" else ""

    @property
    def name(self) -> str:
        return str(self.path.relative_to(FOLDER))

    @property
    def value(self) -> bytes | None:
        if self.path.suffix == ".null":
            return None
        data = self.path.read_bytes()
        return base64.b64decode(data) if self.path.suffix == ".b64" else data

    @property
    def document(self) -> Any:
        """The value as JSON; None where it is none."""
        try:
            return decode_json(self.value or b"", 1 << 20)
        except Undecodable:
            return None

    @property
    def event(self) -> Any:
        """The event's data, out of a structured CloudEvent too."""
        structured = isinstance(self.document, dict) and "specversion" in self.document
        return self.document["data"] if structured else self.document

    def delivery(self, offset: int = 0) -> Delivery:
        structured = isinstance(self.document, dict) and "specversion" in self.document
        headers = (("ce_id", self.name.encode()), ("traceparent", b"00-aa-bb-01"))
        if structured:
            headers = (*headers, ("content-type", STRUCTURED + b"; charset=utf-8"))
        return Delivery(Position(self.topic, 3, offset), self._key(), self.value, headers, 1_700_000_000_000)

    def _key(self) -> bytes | None:
        if self.reason in KEYS:
            return KEYS[self.reason]
        event = self.event if isinstance(self.event, dict) else {}
        return str(event.get("user") or event.get("id") or event.get("product") or "mug-1").encode()


def examples() -> list[Example]:
    """Every file, in order."""
    return [Example(path) for path in sorted(FOLDER.rglob("*")) if path.is_file() and path.name != "README.md"]
