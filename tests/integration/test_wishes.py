"""`copydesk forget` and `opt-out`, against real servers: a mark in every partition, and a receipt."""

import asyncio
import json
import sys
import time
from pathlib import Path

import pytest

from tests.faults.arena import PARTITIONS, Arena, arena, audit
from tests.faults.shop import Shop
from tests.faults.topic_log import read_logs
from tests.faults.workload import Event
from workers.pseudonym import pseudonym
from workers.settings import environment

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow]

KEYS = {"1": "0f" * 32, "2": "1e" * 32}
RAW = "wren@mail.example"
MOVER = "robin@mail.example"
USERS = tuple(pseudonym(KEYS[version].encode(), int(version), RAW) for version in ("2", "1"))


OLD, NEW = (pseudonym(KEYS[version].encode(), int(version), MOVER) for version in ("1", "2"))


def bought(number: int, user: str) -> Event:
    event = {
        "id": f"e{number}",
        "user": user,
        "action": "purchased",
        "at_ms": time.time_ns() // 1_000_000,
        "products": [{"id": "mug-1", "category": ["Mugs"]}],
    }
    return Event(number % PARTITIONS, user.encode(), json.dumps(event).encode())


async def said(stage: Arena, *arguments: str) -> tuple[int, dict[str, object]]:
    more = {"COPYDESK_KAFKA__BOOTSTRAP": stage.bootstrap, "COPYDESK_PRIVACY__PSEUDONYM_KEYS": json.dumps(KEYS)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workers", *arguments, "--json"),
        env=environment() | more,
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    assert RAW.encode() not in output
    assert MOVER.encode() not in output
    return process.returncode or 0, json.loads(output)


async def visible(stage: Arena) -> dict[tuple[int, str], dict[str, object]]:
    logs = await asyncio.to_thread(read_logs, stage.bootstrap, ("profile",))
    found: dict[tuple[int, str], dict[str, object]] = {}
    for record in logs["profile"]:
        value, place = json.loads(record.value), (record.partition, record.key.decode())
        if place not in found or value["edition"] > found[place]["edition"]:
            found[place] = value
    return found


@pytest.mark.timeout(180)
async def test_a_user_is_forgotten_under_every_pseudonym_wherever_their_events_stand(tmp_path: Path) -> None:
    users = tmp_path / "users.txt"
    users.write_text(f"{MOVER}\n{RAW}\n\n{MOVER}\n")
    async with arena(tmp_path, workers=0, user_workers=1) as stage:
        shop = Shop(stage.bootstrap)
        await asyncio.to_thread(shop.send, [bought(n, USERS[n % 2]) for n in range(6)], "user-behaviour")
        code, receipt = await said(stage, "forget", RAW)
        assert (code, receipt["done"], receipt["users"]) == (0, True, list(USERS))
        assert len(receipt["positions"]) == 2 * PARTITIONS
        assert set(receipt["expires"]) == {"user-behaviour", "user-behaviour-dlq", "user-ledger", "profile"}
        profiles = await visible(stage)
        assert len(profiles) == 2 * PARTITIONS
        assert all(not p["likes"] and not p["bought"] and p["forgotten"] >= 0 for p in profiles.values())

        code, receipt = await said(stage, "opt-out", USERS[0])
        assert (code, receipt["users"]) == (0, [USERS[0]])
        await asyncio.to_thread(shop.send, [bought(10, USERS[0]), bought(11, USERS[1])], "user-behaviour")
        await said(stage, "opt-in", "somebody else")  # behind both in the log, so they have been handled
        profiles = await visible(stage)
        assert profiles[10 % PARTITIONS, USERS[0]]["likes"] == {}
        assert profiles[11 % PARTITIONS, USERS[1]]["likes"] != {}
        await moved_once(stage, shop, users)
        code, report = await audit(stage.bootstrap, "user-behaviour")
        assert code == 0, report


async def moved_once(stage: Arena, shop: Shop, file: Path) -> None:
    """A user's profile goes to where the events under the new key stand; a second time there is nothing to move."""
    await asyncio.to_thread(shop.send, [bought(20, OLD), bought(21, NEW)], "user-behaviour")
    await said(stage, "opt-in", "somebody else")  # behind both in the log, so they have been handled
    code, receipt = await said(stage, "move", str(file))
    assert (code, receipt["done"], receipt["users"]) == (0, True, 2)
    assert receipt["requests"] > receipt["nothing_to_move"]
    await said(stage, "opt-in", "somebody else")
    profiles = await visible(stage)
    old, new = profiles[20 % PARTITIONS, OLD], profiles[21 % PARTITIONS, NEW]
    assert (old["likes"], old["bought"]) == ({}, "")
    assert new["likes"]["t:mug"] > 9_900, "both, a little worn perhaps"
    code, receipt = await said(stage, "move", str(file), "--from", "1", "--to", "2")
    assert (code, receipt["nothing_to_move"], receipt["requests"]) == (0, 2, 0)
