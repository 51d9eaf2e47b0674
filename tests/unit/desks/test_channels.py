"""Where copy is shown, on the whole path: what is ordered fits, what does not is refused, whoever wrote it."""

from datetime import date
from pathlib import Path
from typing import Any

from schemas.codec import decode, decode_own, encode_json
from schemas.kinds import Kind
from schemas.outbound import AudienceBlurb, LedgerEntry, ProductCopy
from schemas.topics import AUDIENCE_BLURB, COPY_LEDGER, COPY_REQUESTS, PRODUCT_COPY, PRODUCT_CREATED
from tests.doubles import ManualClock
from tests.unit.desks.review_world import World, decided, listed
from workers.bootstrap import desks_of, editor_of
from workers.desks.describe import Describe
from workers.edit.gate import SHIPPED
from workers.edit.law.channels import Unit, measured
from workers.entrypoints.trial.event import Bench, Trial, bench
from workers.outcome import Delivery, Position
from workers.plan.benefits import load
from workers.settings import Edit, Settings

NAME = "Harrow & Sons Short Sleeve Linen Shirt For Summer"
SHIRT = {
    "id": "shirt-1",
    "locales": ["zh-CN", "en-GB"],
    "title": NAME,
    "brand": "Harrow",
    "category": ["Clothing", "Shirts"],
    "attributes": [
        {"name": "material", "value": "linen"},
        {"name": "colour", "value": "navy"},
        {"name": "pattern", "value": "striped"},
    ],
}
TAOBAO = Settings(edit=Edit(channels={"zh-CN": ("taobao", "baidu-ads")}))
REQUEST = {"type": "blurb-request/1", "product": "shirt-1", "locale": "zh-CN", "audience": "a", "facets": ["m:linen"]}


async def told(table: Bench, topic: str, document: dict[str, Any], offset: int = 0) -> Trial:
    return await table.handle(Delivery(Position(topic, 0, offset), b"shirt-1", encode_json(document), (), 1))


def copy_of(table: Bench, locale: str) -> ProductCopy:
    return decode_own(table.sink.tables[PRODUCT_COPY.name].get(0, f"shirt-1 {locale}".encode()).value, ProductCopy)


def verdict(trial: Trial) -> str:
    return decode(trial.publication.ledger[0].value or b"", LedgerEntry, COPY_LEDGER.max_record_bytes).verdict


async def test_copy_for_a_channel_fits_there_and_other_locales_are_as_they_were() -> None:
    async with bench(desks_of(Settings()), ManualClock(), SHIPPED) as table:
        await told(table, PRODUCT_CREATED.name, SHIRT)
        before = {locale: copy_of(table, locale).kinds for locale in ("zh-CN", "en-GB")}
    assert measured(before["zh-CN"][Kind.TITLE].text, Unit.GBK_BYTES) > 50, "else nothing is shown here"
    async with bench(desks_of(TAOBAO), ManualClock(), editor_of(TAOBAO)) as table:
        trial = await told(table, PRODUCT_CREATED.name, SHIRT)
        after = {locale: copy_of(table, locale).kinds for locale in before}
        assert await _again(table) == "unchanged"
    assert not [refusal for written in trial.written for refusal in written.refusals]
    assert measured(after["zh-CN"][Kind.TITLE].text, Unit.GBK_BYTES) <= 50
    assert NAME in after["zh-CN"][Kind.TITLE].text
    assert {kind: one.text for kind, one in after["en-GB"].items()} == {
        kind: one.text for kind, one in before["en-GB"].items()
    }
    assert {one.rules_version for kinds in after.values() for one in kinds.values()} == {editor_of(TAOBAO).version}


async def _again(table: Bench) -> str:
    return verdict(await told(table, PRODUCT_CREATED.name, SHIRT, 1))


async def test_a_blurb_fits_there_too() -> None:
    async with bench(desks_of(TAOBAO), ManualClock(), editor_of(TAOBAO)) as table:
        await told(table, PRODUCT_CREATED.name, SHIRT | {"title": "山岚亚麻衬衫", "brand": "山岚"})
        trial = await told(table, COPY_REQUESTS.name, REQUEST)
        (record,) = [one for one in trial.publication.outputs if one.topic == AUDIENCE_BLURB.name]
        blurb = decode_own(record.value or b"", AudienceBlurb).blurb
        assert {brief.limits.max_chars for brief, _ in trial.drafts} == {40}, "of 45 that a blurb has else"
        assert measured(blurb.text, Unit.GBK_BYTES) <= 80
        assert blurb.rules_version == editor_of(TAOBAO).version
        assert verdict(await told(table, COPY_REQUESTS.name, REQUEST, 1)) == "unchanged"


async def test_copy_that_stood_before_the_channel_was_named_is_written_anew() -> None:
    async with bench(desks_of(Settings()), ManualClock(), SHIPPED) as table:
        await told(table, PRODUCT_CREATED.name, SHIRT)
        held = table.sink.tables
        async with bench(desks_of(TAOBAO), ManualClock(), editor_of(TAOBAO)) as later:
            later.sink.tables.update(held)
            assert await _again(later) == "published"
            assert measured(copy_of(later, "zh-CN").kinds[Kind.TITLE].text, Unit.GBK_BYTES) <= 50


def test_a_persons_words_are_held_to_the_channel_and_to_nothing_shorter() -> None:
    world = World(desk=Describe(load(), editor=editor_of(TAOBAO)))
    listed(world, locales=["zh-CN"])
    review = world.open["zh-CN", Kind.TITLE]
    assert decided(world, review, "edit", text="Alma cup 蓝色" * 5).decision.refused == ("channel",)
    fits = "Alma cup Alma 蓝色 blue cup cup cup"
    assert len(fits) > review.max_chars
    assert decided(world, review, "edit", text=fits).verdict == "published"
    stands = world.visible["zh-CN", Kind.TITLE]
    assert (stands.text, stands.brief_id) == (fits, review.brief_id)


async def test_a_law_is_asked_from_its_day_on_and_copy_is_judged_anew_then(tmp_path: Path) -> None:
    pack = tmp_path / "own.yaml"
    pack.write_text(
        "pack: own\nlanguage: en\nsource: our own\nsince: 2099-01-01\n"
        "terms: [{id: own-linen, class: hard, forms: [linen], even_in_names: true}]\n"
    )
    early, late = (Settings(edit=Edit(packs=(pack,), day=day)) for day in (date(2026, 10, 1), date(2099, 1, 1)))
    async with bench(desks_of(early), ManualClock(), editor_of(early)) as table:
        await told(table, PRODUCT_CREATED.name, SHIRT)
        assert "linen" in str(copy_of(table, "en-GB").kinds).lower()
        async with bench(desks_of(late), ManualClock(), editor_of(late)) as later:
            later.sink.tables.update(table.sink.tables)
            assert await _again(later) == "published"
            assert "linen" not in " ".join(one.text for one in copy_of(later, "en-GB").kinds.values()).lower()
