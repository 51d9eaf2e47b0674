"""`copydesk review` against real servers: a listing that the law holds back is seen, decided on, and audited."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.arena import Arena, arena, audit
from tests.faults.judged_copy import fold_by_edition
from tests.faults.topic_log import read_logs
from workers.settings import environment

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow]

FLASK: dict[str, Any] = {
    "id": "flask-1",
    "locales": ["en-GB"],
    "title": "Eco-Friendly Flask",
    "brand": "Tarn",
    "category": ["Kitchen", "Bottles"],
    "attributes": [
        {"name": "material", "value": "stainless steel"},
        {"name": "capacity", "value": "500", "unit": "ml"},
        {"name": "colour", "value": "green"},
    ],
}
KEY = "flask-1 en-GB title"
WITHIN = 30.0


async def copydesk(stage: Arena, *arguments: str, given: bytes | None = None) -> tuple[int, str, str]:
    """Exit code, what it says, what it complains of."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workers", *arguments),
        env=environment() | {"COPYDESK_KAFKA__BOOTSTRAP": stage.bootstrap},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await asyncio.wait_for(process.communicate(given), 60)
    return process.returncode or 0, said.decode(), complained.decode()


async def listed(stage: Arena, folder: Path, **changes: object) -> None:
    """Sent, and handled: its outcome is in the ledger."""
    before = len((await logs_of(stage, "copy-ledger"))["copy-ledger"])
    file = folder / "flask.json"
    file.write_text(json.dumps(FLASK | changes))
    code, _, complained = await copydesk(stage, "produce", "products", str(file))
    assert code == 0, complained
    deadline = asyncio.get_running_loop().time() + WITHIN
    while len((await logs_of(stage, "copy-ledger"))["copy-ledger"]) == before:
        assert asyncio.get_running_loop().time() < deadline
        await asyncio.sleep(0.1)


async def logs_of(stage: Arena, *topics: str) -> Any:
    return await asyncio.to_thread(read_logs, stage.bootstrap, topics)


async def kinds(stage: Arena) -> dict[str, Any]:
    record = fold_by_edition((await logs_of(stage, "product-copy"))["product-copy"]).visible[b"flask-1 en-GB"]
    return dict(json.loads(record.value)["kinds"]) if record.value else {}


async def waiting(stage: Arena, *filters: str) -> list[str]:
    code, said, complained = await copydesk(stage, "review", "list", "--json", *filters)
    assert code == 0, complained
    return [one["key"] for one in json.loads(said)]


@pytest.mark.timeout(180)
async def test_a_listing_that_the_law_holds_back_is_decided_by_a_person(tmp_path: Path) -> None:
    async with arena(tmp_path, workers=1) as stage:
        await listed(stage, tmp_path)
        held = await waiting(stage)
        assert held == [f"flask-1 en-GB {kind}" for kind in ("description", "meta", "seo_title", "title")]
        assert await waiting(stage, "--rule", "claims", "--limit", "1") == held[:1]
        assert await waiting(stage, "--rule", "contact") == await waiting(stage, "--locale", "zh-CN") == []
        await seen(stage)
        await refused(stage)
        await edited(stage)
        await changed(stage, tmp_path)
        code, report = await audit(stage.bootstrap)
        assert code == 0, report


async def seen(stage: Arena) -> None:
    code, said, _ = await copydesk(stage, "review", "show", *KEY.split())
    assert code == 0
    assert "Eco-Friendly" in said
    assert "claims" in said
    assert "capacity = 500 ml" in said
    code, said, _ = await copydesk(stage, "review", "show", KEY, "--json")
    review = json.loads(said)
    assert (review["key"], review["state"], review["kind"]) == (KEY, "open", "title")
    code, said, _ = await copydesk(stage, "explain", review["drafts"][0]["copy_id"])
    assert code == 0
    for words in ("a draft that waits for a person", "product-created/", '"pack":"compact/1"', "draft 1", "claims"):
        assert words in said
    bullets = (await kinds(stage))["bullets"]
    code, said, _ = await copydesk(
        stage, "explain", bullets["copy_id"], "--triton", stage.platform.triton_url, "--json"
    )
    told = json.loads(said)
    assert (code, told["remade"]["same_brief"], told["remade"]["same_rules"]) == (0, True, True)
    assert told["remade"]["brief"]["id"] == bullets["brief_id"]


async def refused(stage: Arena) -> None:
    """Nothing of it leaves the command."""
    for arguments in (
        ("approve", KEY, "--draft", "1", "--by", "ada"),
        ("edit", KEY, "--text", "Call 0800 123 4567 for a flask", "--by", "ada"),
    ):
        code, _, complained = await copydesk(stage, "review", *arguments)
        assert code == 1
        assert complained.startswith("refused-by-editor: ")
    code, _, complained = await copydesk(stage, "review", "edit", KEY, "--by", "ada")
    assert (code, complained.split(":")[0]) == (2, "no-text")
    code, _, complained = await copydesk(stage, "review", "reject", KEY, "--by", "ada@shop.example")
    assert (code, complained.split(":")[0]) == (1, "bad-decision")
    assert (await logs_of(stage, "copy-requests"))["copy-requests"] == []


async def edited(stage: Arena) -> None:
    text = b"Tarn flask, 500 ml, vacuum-insulated\n"
    code, said, _ = await copydesk(stage, "review", "edit", KEY, "--file", "-", "--by", "ada", given=text)
    assert code == 0
    assert "published" in said
    assert "overruled" in said
    title = (await kinds(stage))["title"]
    assert (title["text"], title["origin"], title["approved_by"]) == (text.decode().strip(), "human", "ada")
    code, _, complained = await copydesk(stage, "review", "edit", KEY, "--text", "Tarn flask", "--by", "bob")
    assert (code, complained.split(":")[0]) == (1, "nothing-waits")
    code, said, _ = await copydesk(stage, "review", "reject", "flask-1 en-GB meta", "--by", "ada", "--json")
    assert (code, json.loads(said)["carried_out"]) == (0, True)
    assert await waiting(stage) == ["flask-1 en-GB description", "flask-1 en-GB seo_title"]
    code, said, _ = await copydesk(stage, "explain", title["copy_id"])
    assert code == 0
    assert "written by human, approved by ada" in said
    assert "edit by ada, overruling" in said


async def changed(stage: Arena, folder: Path) -> None:
    """A person's words stay over what they do not state, and go with what they do."""
    await listed(stage, folder, in_stock=True)
    assert (await kinds(stage))["title"]["approved_by"] == "ada"
    more = [{"name": "capacity", "value": "750", "unit": "ml"}, *FLASK["attributes"][::2]]
    await listed(stage, folder, attributes=more)
    assert "title" not in await kinds(stage)
    assert KEY in await waiting(stage)
