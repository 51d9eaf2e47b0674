"""CloudEvents on Kafka: binary mode out (attributes as `ce_` headers), binary or structured mode in."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from cloudevents.core.bindings.kafka import KafkaMessage, to_binary
from cloudevents.core.exceptions import CloudEventValidationError
from cloudevents.core.formats.base import Format
from cloudevents.core.v1.event import CloudEvent

from schemas.codec import Undecodable, decode_json, encode_json
from schemas.reasons import Reason

Headers = tuple[tuple[str, bytes | None], ...]
"""In their order, names may repeat; a value may be null, which is not the empty one."""

STRUCTURED: Final = b"application/cloudevents+json"
EDITION: Final = "copydesk-edition"
"""Header of every record of a table: its edition, ASCII decimal."""
SENDER: Final = "copydesk-sender"
"""Header of every record of a table: the id of the process that sent it, ASCII, new at each start."""

_PASSED_ON: Final = ("traceparent", "tracestate")
_MAX_PASSED_ON: Final = 512
"""Bytes of a header that a stranger sent: without a bound, a record of ours might not fit its topic."""


class _AlreadyBytes(Format):
    """The value is JSON bytes before the envelope is made: the SDK must not parse and write it again."""

    def read(self, event_factory: Any, data: Any) -> Any:  # noqa: ANN401  the SDK's signature
        raise TypeError(event_factory, data)

    def write(self, event: Any) -> bytes:  # noqa: ANN401  the SDK's signature
        raise TypeError(event)

    def write_data(self, data: Any, datacontenttype: str | None) -> bytes:  # noqa: ANN401, ARG002
        return bytes(data or b"")

    def read_data(self, body: bytes, datacontenttype: str | None) -> Any:  # noqa: ANN401, ARG002
        return body

    def get_content_type(self) -> str:
        return "application/json"


def binary_headers(event_type: str, event_id: str, cause: str, wall_ms: int, traced: Headers = ()) -> Headers:
    """The headers of a record of ours. `cause` is the id of the event that it follows from."""
    own = (
        ("ce_id", event_id.encode()),
        ("ce_time", _time(wall_ms)),
        ("ce_causationid", cause.encode()),
        *_of_type(event_type),
    )
    return (*own, *(header for header in traced if _passed_on(*header))) if traced else own


def _passed_on(name: str, value: bytes | None) -> bool:
    return name in _PASSED_ON and value is not None and len(value) <= _MAX_PASSED_ON


@lru_cache(maxsize=64)
def _of_type(event_type: str) -> Headers:
    """What all events of a type have in common. The SDK makes it once: a record of ours costs two of these."""
    own = ("ce_id", "ce_time", "ce_causationid")
    return tuple(pair for pair in sdk_headers(event_type, "-", "-", 0) if pair[0] not in own)


@lru_cache(maxsize=1024)
def _time(wall_ms: int) -> bytes:
    return datetime.fromtimestamp(wall_ms / 1000, UTC).isoformat().replace("+00:00", "Z").encode()


def sdk_headers(event_type: str, event_id: str, cause: str, wall_ms: int) -> Headers:
    """The same headers as the CloudEvents SDK makes them; a test holds `binary_headers` to it."""
    event = CloudEvent(
        attributes={
            "type": event_type,
            "id": event_id,
            "source": "/copydesk",
            "time": datetime.fromtimestamp(wall_ms / 1000, UTC),
            "datacontenttype": "application/json",
            "dataschema": f"/schemas/json/{event_type}.json",
            "causationid": cause,
        },
        data=b"",
    )
    message: KafkaMessage = to_binary(event, _AlreadyBytes())
    return tuple(message.headers.items())


def event_id(headers: Headers) -> str | None:
    """The id that the producer gave the event, where it sent one; at most 128 characters of it."""
    for name, value in headers:
        if name == "ce_id":
            return None if value is None else value.decode(errors="replace")[:128]
    return None


def data_of(value: bytes, headers: Headers, max_bytes: int) -> object:
    """The event's data as plain values, out of whichever mode it came in. Raises `Undecodable`."""
    document = decode_json(value, max_bytes)
    if not headers or not _structured(headers):
        return document
    if not isinstance(document, dict):
        raise Undecodable(Reason.BAD_ENVELOPE, "a structured CloudEvent is an object")
    data = document.pop("data", None)
    if "time" in document:
        document["time"] = _moment(document["time"])
    try:
        CloudEvent(attributes=document, data=encode_json(data))
    except (CloudEventValidationError, TypeError, ValueError) as error:
        raise Undecodable(Reason.BAD_ENVELOPE, type(error).__name__) from None
    return data


def _structured(headers: Headers) -> bool:
    return any(name.lower() == "content-type" and (v or b"").startswith(STRUCTURED) for name, v in headers)


def _moment(text: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise Undecodable(Reason.BAD_ENVELOPE, "`time` is no RFC 3339 time") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
