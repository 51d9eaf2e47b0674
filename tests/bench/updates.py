"""From what a shopper does to the word of it on their page's stream: broker, worker of users, read side.

`python -m tests.bench.updates` measures this alone.
"""

import http.client
import json
import tempfile
import time
from collections.abc import Iterator

from confluent_kafka import Producer

from tests.bench.alone import Row, rows_alone
from tests.bench.api import read_side
from tests.bench.filling import fill_with
from tests.bench.full_shelf import products, user_id
from tests.bench.latency import percentile
from tests.bench.rig import PARTITIONS, Rig, worker

USERS = 150
WITHIN = 30.0


def updates_ms(place: Rig, users: int = USERS) -> list[float]:
    """Milliseconds for each of so many users, one after the other; sorted."""
    listed = list(products())
    fill_with(place.bootstrap, iter(listed))
    product = json.loads(listed[0].value)["product"]
    settings = {"COPYDESK_DESKS": '["personalise"]', "COPYDESK_PRIVACY__SEAL_KEYS": '{"1": "%s"}' % ("0f" * 32)}
    with tempfile.TemporaryDirectory() as folder, worker(place, **settings), read_side(place.bootstrap, folder) as side:
        producer = Producer({"bootstrap.servers": place.bootstrap, "linger.ms": 0})
        _told(producer, side.port, user_id(0), product)
        return sorted(_told(producer, side.port, user_id(number), product) for number in range(1, users + 1))


def _told(producer: Producer, port: int, user: str, product: str) -> float:
    """From the sending of an event to the stream's word of new personal copy."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WITHIN)
    try:
        connection.request("GET", f"/v1/events?users={user}")
        frames = _frames(connection.getresponse())
        next(frames)
        began = time.perf_counter()
        producer.produce("user-behaviour", _event(user, product), user.encode(), hash(user) % PARTITIONS)
        producer.flush(WITHIN)
        next(frame for frame in frames if frame.get("withdrawn") is False and "product" not in frame)
        return (time.perf_counter() - began) * 1000
    finally:
        connection.close()


def _event(user: str, product: str) -> bytes:
    now_ms = time.time_ns() // 1_000_000
    acted = [{"id": product, "category": ["Clothing"]}]
    return json.dumps(
        {"id": f"w-{now_ms}", "user": user, "action": "carted", "at_ms": now_ms, "products": acted}
    ).encode()


def _frames(response: http.client.HTTPResponse) -> Iterator[dict[str, object]]:
    """The data of each event on the stream."""
    for line in response:
        if line.startswith(b"data:"):
            yield json.loads(line[5:])


def update_rows(place: Rig) -> list[Row]:
    """The row."""
    taken = updates_ms(place)
    p50, p99 = percentile(taken, 0.5), percentile(taken, 0.99)
    return [("event to widget's stream, p50", f"{p50:.0f} ms", f"p99 {p99:.0f} ms, {len(taken)} users")]


def main() -> None:
    """This alone, with a broker of its own."""
    rows_alone(update_rows)


if __name__ == "__main__":
    main()
