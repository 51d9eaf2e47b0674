"""A seller's pack against real servers: a product moves to another seller, and is held to what that one says."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.faults.arena import arena, audit
from tests.integration.test_review import copydesk, kinds, listed, logs_of
from workers.edit.gate import SHIPPED

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow]

SOLD = {"title": "Harrow Flask"}
PACK = "pack: acme\nlanguage: en\nsellers: [acme-*]\nvoice: [{id: acme-words, never: [green]}]\n"


@pytest.mark.timeout(180)
async def test_a_product_that_moves_is_held_to_its_new_sellers_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "acme.yaml"
    pack.write_text(PACK)
    packs = json.dumps([str(pack)])
    monkeypatch.setenv("COPYDESK_EDIT__PACKS", packs)
    async with arena(tmp_path, workers=1, settings={"COPYDESK_EDIT__PACKS": packs}) as stage:
        await listed(stage, tmp_path, **SOLD, seller_id="other")
        before = await kinds(stage)
        assert any("green" in kind["text"].lower() for kind in before.values())
        assert {kind["rules_version"] for kind in before.values()} == {SHIPPED.version}
        await listed(stage, tmp_path, **SOLD, seller_id="third")
        assert await kinds(stage) == before
        await listed(stage, tmp_path, **SOLD, seller_id="acme-7")
        after = await kinds(stage)
        assert not [kind for kind in after.values() if "green" in kind["text"].lower()]
        (version,) = {kind["rules_version"] for kind in after.values()}
        assert version != SHIPPED.version
        assert await ledger_verdicts(stage) == ["published", "unchanged", "published"]
        assert await topics_that_tell(stage, b"acme-7") == {"catalogue", "product-created"}
        code, report = await audit(stage.bootstrap)
        assert code == 0, report
        code, said, _ = await copydesk(stage, "explain", next(iter(after.values()))["copy_id"], "--json")
        assert (code, json.loads(said)["remade"]["same_rules"], "acme-7" in said) == (0, True, False)


async def ledger_verdicts(stage: Any) -> list[str]:
    logs = await logs_of(stage, "copy-ledger")
    return [json.loads(record.value)["verdict"] for record in logs["copy-ledger"]]


async def topics_that_tell(stage: Any, seller: bytes) -> set[str]:
    logs = await logs_of(stage, "product-created", "catalogue", "product-copy", "copy-ledger", "copy-review")
    return {topic for topic, records in logs.items() if any(seller in (record.value or b"") for record in records)}
