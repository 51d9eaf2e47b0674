"""The read side as a process of its own, on a real broker: what lands on the topics is answered, over every restart."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256

import pytest

from schemas.codec import decode, encode, encode_json
from schemas.inbound_users import CopyFeedback, UserBehaviour
from schemas.outbound_users import PopularShelf, Weighed
from schemas.topics import AFFINITY, CATALOGUE, COPY_FEEDBACK, PROFILE, USER_BEHAVIOUR
from tests.integration.api_process import (
    PARTITIONS,
    PROMPT,
    WITHIN,
    Stream,
    api,
    blurbed,
    listed,
    of_table,
    picked,
    send,
    until,
    withdrawn,
    written,
)
from tests.integration.table_world import stored
from tests.platform import running_kafka
from tests.unit.web.shelf_double import USER, catalogue_entry
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_admin import connect
from workers.adapters.kafka_topics import apply
from workers.adapters.partitioner import partition_for
from workers.entrypoints.api.shelf import FOLLOWED

pytestmark = pytest.mark.kafka

KEY = "a-key-of-a-shop"


@pytest.fixture(scope="module")
def broker() -> Iterator[str]:
    with running_kafka() as kafka:
        asyncio.run(_topics(kafka.bootstrap))
        yield kafka.bootstrap


async def _topics(bootstrap: str) -> None:
    async with connect(bootstrap) as admin:
        await apply(admin, [*FOLLOWED, PROFILE, COPY_FEEDBACK, USER_BEHAVIOUR], PARTITIONS, 1, SystemClock())


def test_what_lands_on_the_topics_is_answered_and_what_is_delisted_is_gone(broker, tmp_path):
    with api(broker, tmp_path) as side:
        until(lambda: side.ask("/readyz")[0] == 200)
        assert side.copy("shirt")[0] == 404

        send(broker, listed("shirt", 10))
        until(lambda: side.copy("shirt")[0] == 200, PROMPT)
        assert side.copy("shirt")[2]["kinds"]["title"]["text"] == "the name of shirt"

        send(broker, written("shirt", 11))
        until(lambda: side.copy("shirt")[2]["level"] == "product-copy", PROMPT)
        _, headers, copy = side.copy("shirt", "en-US")
        assert (copy["edition"], copy["match"], copy["stale"]) == (11, "language", False)
        assert copy["age_seconds"] < PROMPT
        assert side.copy("shirt", "en-US", if_none_match=headers["etag"])[0] == 304

        waited = side.copy("shirt", copydesk_wait_for=headers["copydesk-position"])
        assert waited[2]["stale"] is False

        send(broker, withdrawn("shirt", 12))
        until(lambda: side.copy("shirt")[2]["level"] == "product-name", PROMPT)

        # Delisted: its copy is still there, and must not be shown.
        send(broker, written("shirt", 13))
        until(lambda: side.copy("shirt")[2]["level"] == "product-copy", PROMPT)
        send(broker, listed("shirt", 14, is_listed=False))
        until(lambda: side.copy("shirt")[0] == 404, PROMPT)

        assert side.ask("/healthz")[0] == 200
        assert side.ask("/metrics")[0] == 200
        assert set(side.ask("/v1/openapi.json")[2]["paths"]) > {"/v1/events"}
        assert side.told("api_without_keys")
        assert side.stop() == 0


def test_a_killed_process_serves_from_disk_at_once_and_says_how_old_that_is(broker, tmp_path):
    send(broker, listed("lamp", 10), written("lamp", 11))
    with api(broker, tmp_path) as side:
        until(lambda: side.copy("lamp")[0] == 200)
        side.kill()
    time.sleep(1.5)
    # A port where nobody listens: the broker is away, and the shop's pages are not to be blank for that.
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        nobody = f"127.0.0.1:{reserved.getsockname()[1]}"
    with api(nobody, tmp_path) as side:
        status, _, copy = side.copy("lamp")
        assert (status, copy["edition"]) == (200, 11)
        assert copy["age_seconds"] > 1.5
        older = until(lambda: side.copy("lamp")[2]["age_seconds"] > 7 and side.copy("lamp")[2])
        assert older["edition"] == 11
        assert side.ask("/readyz")[0] == 503
        assert side.ask("/healthz")[0] == 200
        assert side.stop() == 0
    send(broker, written("lamp", 12))
    with api(broker, tmp_path) as side:
        assert side.copy("lamp")[0] == 200
        until(lambda: side.copy("lamp")[2]["edition"] == 12)
        until(lambda: side.copy("lamp")[2]["age_seconds"] < PROMPT)
        assert side.stop() == 0


def test_updates_are_told_and_told_again_to_who_comes_back(broker, tmp_path):
    with api(broker, tmp_path) as side:
        until(lambda: side.ask("/readyz")[0] == 200)
        stream = Stream(side)
        send(broker, listed("vase", 10), written("vase", 11))
        first, data = stream.next()
        assert data == {"product": "vase", "locale": "en-GB", "edition": 11, "withdrawn": False}
        stream.close()
        send(broker, written("vase", 12), withdrawn("vase", 13))
        until(lambda: side.copy("vase")[2]["level"] == "product-name", PROMPT)
        again = Stream(side, last_event_id=first)
        # What is told is what the store holds when it is told: the second record may have come with the first.
        missed = [again.next(), again.next()]
        assert missed[-1][1] == {"product": "vase", "locale": "en-GB", "edition": 13, "withdrawn": True}
        began = time.monotonic()
        assert side.stop() == 0
        assert time.monotonic() - began < PROMPT
        assert again.rest() is not None
        again.close()


def test_with_keys_only_who_has_one_is_answered_and_no_key_is_logged(broker, tmp_path):
    send(broker, listed("desk", 10))
    hashes = f'["{sha256(KEY.encode()).hexdigest()}"]'
    with api(broker, tmp_path, COPYDESK_API__KEY_HASHES=hashes) as side:
        until(lambda: side.copy("desk", authorization=f"Bearer {KEY}")[0] == 200)
        status, headers, problem = side.copy("desk")
        assert (status, headers["content-type"]) == (401, "application/problem+json")
        assert problem["type"] == "urn:copydesk:problem:no-key"
        assert side.copy("desk", authorization="Bearer wrong")[0] == 401
        assert not side.told("api_without_keys")
        assert side.stop() == 0
        assert KEY not in str(side.lines)


def test_beyond_loopback_nothing_is_served_without_keys(broker, tmp_path):
    environment = {**os.environ, "COPYDESK_KAFKA__BOOTSTRAP": broker, "COPYDESK_DATA_DIR": str(tmp_path)}
    argv = [sys.executable, "-m", "workers", "api", "--host", "0.0.0.0"]  # noqa: S104  it must be refused
    ended = subprocess.run(argv, env=environment, capture_output=True, timeout=WITHIN, check=False)
    assert ended.returncode == 1
    assert b"no-api-keys" in ended.stderr


def test_a_users_blurbs_follow_what_lands_on_the_topics_and_what_is_withdrawn_is_gone(broker, tmp_path):
    popular = PopularShelf(shelf="*", edition=10, products=(Weighed(product="bowl", weight=1000),))
    send(broker, of_table(AFFINITY.name, b"shelf *", encode(popular), 10), listed("mug", 10), listed("bowl", 10))
    with api(broker, tmp_path) as side:
        until(lambda: side.ask("/readyz")[0] == 200)
        first = until(side.items)[0]
        assert (first["product"], first["level"], first["reason"]) == ("bowl", "product-name", "popular")
        now = round(time.time() * 1000)
        send(broker, picked(4096, {"product": "mug", "text": "As it was.", "edition": now}))
        until(lambda: side.items()[0]["level"] == "personal-blurb", PROMPT)
        stream = Stream(side, f"/v1/events?users={USER}")
        assert stream.next()[1] == {"user": USER, "edition": 4096, "withdrawn": False}
        _a_blurb_comes_and_goes(broker, side, stream, now)
        sold_out = {"id": "0" * 15 + "2", "name": "in_stock", "value": "no"}
        entry = catalogue_entry("mug", 20, listed=True, locales=("en-GB",), facts=(sold_out,))
        send(broker, of_table(CATALOGUE.name, b"mug", encode(entry), 20))
        until(lambda: side.items()[0]["product"] == "bowl", PROMPT)
        send(broker, picked(8192, gone=True))
        assert stream.next()[1] == {"user": USER, "edition": 8192, "withdrawn": True}
        assert side.ask(f"/v1/users/{USER}/blurbs")[2]["personal"] is False
        stream.close()
        assert side.stop() == 0
        assert USER not in str(side.lines)


def _a_blurb_comes_and_goes(broker, side, stream, now):
    send(broker, blurbed("mug", now + 1, "For your kitchen."))
    told = {"product": "mug", "audience": "kitchen", "locale": "en-GB", "edition": now + 1, "withdrawn": False}
    assert stream.next()[1] == told
    assert side.items()[0]["text"] == "For your kitchen."
    send(broker, blurbed("mug", now + 2, None))
    assert stream.next()[1] == {**told, "edition": now + 2, "withdrawn": True}
    assert side.items()[0]["level"] == "product-name"


def test_what_pages_send_lands_on_its_topic_and_a_stop_loses_nothing(broker, tmp_path):
    shown = {"id": "f1", "action": "shown", "product": "mug", "at_ms": 1_700_000_000_000}
    act = {"user": USER, "action": "carted", "product": "mug"}
    with api(broker, tmp_path, COPYDESK_API__DEMO="true") as side:
        until(lambda: side.ask("/readyz")[0] == 200)
        assert side.ask("/v1/feedback", encode_json({"items": [shown]}), content_type="text/plain")[0] == 202
        assert side.ask("/demo/behaviour", encode_json(act), content_type="application/json")[0] == 202
        assert side.ask("/demo/", origin="https://evil.example")[0] == 200
        assert side.ask("/demo/products")[0] == 200
        assert side.ask(f"/demo/trace?user={USER}")[2]["user"] == USER
        assert side.ask("/widget.js")[1]["content-type"].startswith("text/javascript")
        assert side.stop() == 0
    seen = [one for number in range(PARTITIONS) for one in stored(broker, COPY_FEEDBACK, number)]
    assert [decode(one.value, CopyFeedback, 4096) for one in seen] == [CopyFeedback(**shown)]
    done = stored(broker, USER_BEHAVIOUR, partition_for(USER.encode(), PARTITIONS))
    assert [one.key for one in done] == [USER.encode()]
    assert decode(done[0].value, UserBehaviour, 4096).action == "carted"
