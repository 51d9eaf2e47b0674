"""Blurbs on the owner's side: written once for an audience, taken back with the event that changes a stated fact."""

import pytest

from schemas.codec import decode, decode_own, encode_json
from schemas.outbound import AudienceBlurb, LedgerEntry
from schemas.reasons import Reason
from schemas.topics import AUDIENCE_BLURB, COPY_LEDGER, COPY_REQUESTS, PRODUCT_CREATED
from tests.doubles import ManualClock
from workers.bootstrap import desks_of
from workers.desks import blurb
from workers.desks.contract import Desk, Stamp
from workers.entrypoints.trial.event import Bench, Trial, bench
from workers.outcome import Copy, Delivery, Origin, Position, Standards, Written
from workers.settings import Settings

KEY = b"mug-1"
MUG = {
    "id": "mug-1",
    "locales": ["en-GB"],
    "title": "Harrow Mug",
    "brand": "Harrow",
    "category": ["Kitchen", "Mugs"],
    "attributes": [{"name": "material", "value": "stoneware"}, {"name": "colour", "value": "blue"}],
}
ASKED = {"type": "blurb-request/1", "product": "mug-1", "locale": "en-GB", "audience": "kitchen"}


@pytest.fixture(scope="module")
def desks() -> dict[str, Desk]:
    return desks_of(Settings())


def delivery(topic: str, offset: int, value: dict[str, object] | None) -> Delivery:
    return Delivery(Position(topic, 0, offset), KEY, None if value is None else encode_json(value), (), 1)


async def listed(table: Bench, offset: int = 0, **changes: object) -> Trial:
    return await table.handle(delivery(PRODUCT_CREATED.name, offset, MUG | changes))


async def asked(table: Bench, offset: int = 0, facet: str = "m:stoneware") -> Trial:
    return await table.handle(delivery(COPY_REQUESTS.name, offset, ASKED | {"facets": [facet]}))


def entry(trial: Trial) -> LedgerEntry:
    (record,) = trial.publication.ledger
    return decode(record.value or b"", LedgerEntry, COPY_LEDGER.max_record_bytes)


def blurbs(trial: Trial) -> list[AudienceBlurb | None]:
    mine = [record for record in trial.publication.outputs if record.topic == AUDIENCE_BLURB.name]
    return [None if record.value is None else decode_own(record.value, AudienceBlurb) for record in mine]


async def test_a_blurb_is_written_once_and_an_equal_request_finds_it(desks: dict[str, Desk]) -> None:
    async with bench(desks, ManualClock()) as table:
        await listed(table)
        first, again = await asked(table), await asked(table, 1)
    (made,) = blurbs(first)
    assert made is not None
    assert (made.product, made.audience, made.locale, made.facets) == (
        "mug-1",
        "kitchen",
        "en-GB",
        ("m:stoneware",),
    )
    assert "stoneware" in made.blurb.text.lower()
    assert first.publication.outputs[0].key == b"mug-1 kitchen en-GB"
    assert (entry(first).verdict, entry(first).model_calls) == ("published", 1)
    assert blurbs(again) == []
    assert (entry(again).verdict, entry(again).model_calls, entry(again).outputs[0].edition) == (
        "unchanged",
        0,
        made.edition,
    )


async def test_a_changed_fact_that_it_states_takes_it_back_with_the_event(desks: dict[str, Desk]) -> None:
    async with bench(desks, ManualClock()) as table:
        await listed(table)
        await asked(table)
        other = await listed(table, 1, price={"amount": "9.00", "currency": "GBP"})
        changed = await listed(table, 2, attributes=[{"name": "material", "value": "glass"}])
        again = await asked(table, 1)
    assert blurbs(other) == [], "it states no price"
    assert blurbs(changed) == [None]
    assert entry(changed).withdrawn_blurbs == 1
    (made,) = blurbs(again)
    assert made is not None
    assert "stoneware" not in made.blurb.text.lower()


async def test_a_delisting_takes_back_the_blurbs_of_every_audience(desks: dict[str, Desk]) -> None:
    async with bench(desks, ManualClock()) as table:
        await listed(table)
        await asked(table)
        gone = await table.handle(delivery(PRODUCT_CREATED.name, 1, None))
        after = await asked(table, 1)
    assert blurbs(gone) == [None]
    assert (entry(after).verdict, entry(after).reason) == ("superseded", Reason.UNKNOWN_PRODUCT)


async def test_a_product_that_nobody_knows_has_no_blurb(desks: dict[str, Desk]) -> None:
    async with bench(desks, ManualClock()) as table:
        trial = await asked(table)
    assert blurbs(trial) == []
    assert entry(trial).reason == Reason.UNKNOWN_PRODUCT


async def test_fallback_never_replaces_what_the_model_wrote(desks: dict[str, Desk]) -> None:
    """Another model serves, and is away: what stands is better than what could be written."""
    desk = desks[COPY_REQUESTS.name]
    request = desk.decode(delivery(COPY_REQUESTS.name, 1, ASKED | {"facets": ["m:stoneware"]}))
    async with bench(desks, ManualClock()) as table:
        await listed(table)
        await asked(table)
        tables, reads = table.sink.tables, desk.reads([request])
        known = {topic: dict(tables[topic].scan(0, prefix)) for topic, prefix in reads.prefixes}
        known |= {topic: {key: tables[topic].get(0, key)} for topic, key in reads.keys}
    plan = desk.plan([request], known, Standards("another-model", "other-rules"))
    (brief,) = plan.briefs
    fallback = Copy(brief.kind, "x", (), brief.id, "0" * 32, Origin.FALLBACK, 0, "m", "r")
    publication = desk.compose(plan, [Written(brief, fallback)], Stamp(1, "me"))
    assert publication.outputs == ()
    assert publication.verdicts == ("unchanged",)
    told = decode(publication.ledger[0].value or b"", LedgerEntry, COPY_LEDGER.max_record_bytes).outputs[0]
    assert (told.verdict, told.kinds[brief.kind].origin) == ("unchanged", "model")


async def test_a_product_has_so_many_blurbs_and_no_more(
    desks: dict[str, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blurb, "MAX_BLURBS", 1)
    async with bench(desks, ManualClock()) as table:
        await listed(table)
        await asked(table)
        another = ASKED | {"audience": "everyone", "facets": []}
        refused = await table.handle(delivery(COPY_REQUESTS.name, 1, another))
        again = await asked(table, 2)
    assert (entry(refused).verdict, entry(refused).reason) == ("superseded", Reason.TOO_MANY_BLURBS)
    assert entry(again).verdict == "unchanged"
