"""A dead letter keeps what came in, whatever it was."""

from typing import Any

import pytest

from schemas.topics import PROBE
from workers.errors import Permanent
from workers.outcome import Delivery, Position
from workers.publish.dead_letters import REASON, dead_letter

HEADERS = (("shop", b"\xff\x00"), ("shop", b"again"), ("none", None), ("empty", b""))
NULLS = tuple((name, None) for name in ("ce_id", "content-type", "copydesk-redriven-from", "traceparent"))


@pytest.mark.parametrize("headers", [(), HEADERS, NULLS], ids=["none", "odd", "null"])
@pytest.mark.parametrize(("key", "value"), [(b"k", b"{"), (None, None), (b"", b"")])
def test_key_value_and_headers_come_through_untouched_and_the_reason_follows(
    headers: Any, key: Any, value: Any
) -> None:
    delivery = Delivery(Position(PROBE.name, 3, 9), key, value, headers, 5)
    publication = dead_letter(delivery, Permanent("malformed-json", "at 0"), 7)
    (letter,) = publication.outputs
    assert (letter.key, letter.value, letter.headers[: len(headers)]) == (key, value, headers)
    assert letter.headers[len(headers)] == (REASON, b"malformed-json")
    (entry,) = publication.ledger
    assert entry.key == f"{PROBE.name}/3/9".encode()
    assert None not in dict(entry.headers).values()


def test_a_null_header_has_a_name_to_hold_and_no_value() -> None:
    position = Position(PROBE.name, 0, 0)
    assert Delivery(position, b"key", None, (("none", None), ("some", b"xy"))).size == len("keynonesomexy")
