"""A product and who sells it: the seller's rules hold for its copy, and only the catalogue tells its id."""

from collections.abc import Iterator
from typing import Any

import pytest

from schemas.codec import decode, decode_own, encode_json
from schemas.inbound import ProductCreated
from schemas.kinds import Kind
from schemas.outbound import CatalogueEntry, LedgerEntry, ProductCopy
from schemas.reasons import Reason
from schemas.topics import (
    AUDIENCE_BLURB,
    CATALOGUE,
    COPY_REQUESTS,
    PRODUCT_COPY,
    PRODUCT_CREATED,
)
from tests.doubles import ManualClock
from tests.unit.desks.review_world import (
    CUP,
    FALLS_BACK,
    IS_REFUSED,
    PASSES,
    TITLE,
    World,
    decided,
    listed,
    stages,
)
from tests.unit.desks.test_blurb import blurbs, entry
from workers.desks.describe import Describe
from workers.edit.gate import SHIPPED, Editor, with_packs
from workers.entrypoints.trial.event import Bench, Trial, bench
from workers.outcome import Attempt, Copy, Delivery, Origin, Position, Record, Sentence, Written
from workers.plan.benefits import load
from workers.plan.brief import Brief, copy_id
from workers.write.prompts.compact import COMPACT
from workers.write.realise import realise

BENEFITS = load()
KEY = b"mug-1"
MUG = {
    "id": "mug-1",
    "locales": ["en-GB"],
    "title": "Harrow Mug",
    "brand": "Harrow",
    "category": ["Kitchen", "Mugs"],
    "attributes": [
        {"name": "material", "value": "stoneware"},
        {"name": "colour", "value": "blue"},
        {"name": "capacity", "value": "350", "unit": "ml"},
    ],
}


def editor(*never: str, sellers: str = "acme*") -> Editor:
    pack = f"pack: acme\nlanguage: en\nsellers: ['{sellers}']\nvoice: [{{id: words, never: [{', '.join(never)}]}}]\n"
    return with_packs([("acme.yaml", pack.encode())])


ACME = editor("stoneware")


def desks(by: Editor) -> dict[str, Describe]:
    desk = Describe(BENEFITS, editor=by)
    return {topic.name: desk for topic in desk.inputs}


class Shop:
    """One worker, and what comes to it of one product."""

    def __init__(self, table: Bench) -> None:
        self.table = table
        self.offsets = dict.fromkeys((PRODUCT_CREATED.name, COPY_REQUESTS.name), 0)

    async def sells(self, seller: str | None, **changes: Any) -> Trial:
        return await self._handle(PRODUCT_CREATED.name, MUG | {"seller_id": seller} | changes)

    async def asked(self) -> Trial:
        request = {"type": "blurb-request/1", "product": "mug-1", "locale": "en-GB", "audience": "kitchen"}
        return await self._handle(COPY_REQUESTS.name, request | {"facets": ["m:stoneware"]})

    async def _handle(self, topic: str, document: dict[str, Any]) -> Trial:
        offset = self.offsets[topic]
        self.offsets[topic] += 1
        return await self.table.handle(Delivery(Position(topic, 0, offset), KEY, encode_json(document), (), 1))

    @property
    def visible(self) -> ProductCopy:
        return decode_own(self.table.sink.tables[PRODUCT_COPY.name].get(0, b"mug-1 en-GB").value, ProductCopy)

    @property
    def seller(self) -> str:
        return decode_own(self.table.sink.tables[CATALOGUE.name].get(0, KEY).value, CatalogueEntry).seller


async def test_a_product_moves_and_nothing_is_written_where_the_same_rules_hold() -> None:
    async with bench(desks(ACME), ManualClock(), ACME) as table:
        shop = Shop(table)
        assert entry(await shop.sells(None)).verdict == "published"
        before = shop.visible
        for seller in ("other", "third", None):
            moved = entry(await shop.sells(seller))
            assert (moved.verdict, moved.model_calls, shop.seller) == ("unchanged", 0, seller or "")
        assert shop.visible == before
        assert {kind.rules_version for kind in before.kinds.values()} == {SHIPPED.version}


async def test_a_product_moves_to_a_seller_of_other_rules_and_is_held_to_them() -> None:
    async with bench(desks(ACME), ManualClock(), ACME) as table:
        shop = Shop(table)
        await shop.sells("other")
        assert "stoneware" in shop.visible.kinds[Kind.TITLE].text.lower()
        moved = entry(await shop.sells("acme-7"))
        assert (moved.verdict, shop.seller) == ("published", "acme-7")
        assert {kind.rules_version for kind in shop.visible.kinds.values()} == {ACME.version_for("acme-7")}
        assert not [kind for kind in shop.visible.kinds.values() if "stoneware" in kind.text.lower()]
        assert entry(await shop.sells("acme-8")).verdict == "unchanged", "the same is said to both"
        back = entry(await shop.sells("other"))
        assert (back.verdict, back.model_calls) == ("published", 0), "those drafts are known"
        assert "stoneware" in shop.visible.kinds[Kind.TITLE].text.lower()


async def test_the_words_of_a_blurb_are_the_new_sellers_too() -> None:
    async with bench(desks(ACME), ManualClock(), ACME) as table:
        shop = Shop(table)
        await shop.sells("other")
        (made,) = blurbs(await shop.asked())
        assert made is not None
        assert blurbs(await shop.sells("third")) == []
        moved = await shop.sells("acme-7")
        assert blurbs(moved) == [None]
        assert entry(moved).withdrawn_blurbs == 1
        again = [one for one in blurbs(await shop.asked()) if one is not None]
        assert not [one for one in again if "stoneware" in one.blurb.text.lower()]


async def test_a_blurb_that_new_rules_let_pass_stays_until_it_is_asked_for() -> None:
    calm = editor("unheard-of")
    async with bench(desks(calm), ManualClock(), calm) as table:
        shop = Shop(table)
        await shop.sells("other")
        await shop.asked()
        assert blurbs(await shop.sells("acme-7")) == []
        (made,) = blurbs(await shop.asked())
        assert made is not None
        assert made.blurb.rules_version == calm.version_for("acme-7")


async def test_a_seller_stands_in_the_catalogue_and_nowhere_else() -> None:
    async with bench(desks(ACME), ManualClock(), ACME) as table:
        shop = Shop(table)
        for trial in (await shop.sells("acme-7"), await shop.asked(), await shop.sells("acme-7", title="Alder Mug")):
            for record in written_of(trial):
                assert (b"acme-7" in (record.value or b"")) is (record.topic == CATALOGUE.name)
                assert b"acme-7" not in repr((record.key, record.headers)).encode()
            assert trial.drafts or trial.written
            for brief, draft in trial.drafts:
                assert "acme-7" not in f"{brief!r} {draft!r}"
                assert b"acme-7" not in COMPACT.order(Attempt(brief, 1)).prompt
            assert "acme-7" not in repr(trial.written)


def written_of(trial: Trial) -> Iterator[Record]:
    for stage in stages(trial.publication):
        yield from stage


@pytest.mark.parametrize("seller", ["acme-7", "other", ""])
def test_equal_orders_of_two_sellers_have_one_prompt(seller: str) -> None:
    world = World(Describe(BENEFITS))
    listed(world)
    for brief in world.ordered.values():
        assert COMPACT.order(Attempt(brief.sold_by(seller), 3)) == COMPACT.order(Attempt(brief, 3))


class Stubborn(World):
    """The model writes what the realiser would; `mood` says what is let pass of it."""

    def written(self, brief: Brief) -> Written:
        if self.mood != PASSES:
            return super().written(brief)
        sentence = Sentence(realise(brief, 0), ())
        names = (copy_id(brief.id, 0, self.model), Origin.MODEL, 0, self.model)
        return Written(
            brief,
            Copy(brief.kind, sentence.text, (sentence,), brief.id, *names, self.desk.editor.version_for(brief.seller)),
        )


def moved(by: Editor, mood: str, model: str = "model-a") -> World:
    """Model copy stands; then the product is acme's, and this is what its writer makes of it."""
    world = Stubborn(Describe(BENEFITS, editor=by), mood=PASSES)
    listed(world, seller_id="other")
    assert world.visible[TITLE].origin == "model"
    world.mood, world.model = mood, model
    listed(world, seller_id="acme-7")
    return world


def test_copy_that_the_new_seller_never_says_goes_also_for_fallback() -> None:
    assert moved(editor("alma"), FALLS_BACK).visible[TITLE].origin == "fallback"
    stays = moved(editor("unheard-of"), FALLS_BACK)
    assert stays.visible[TITLE].origin == "model", "what the rules let pass is better than fallback"


def test_copy_that_the_new_seller_never_says_goes_also_where_a_person_must_write_it() -> None:
    world = moved(editor("alma"), IS_REFUSED)
    assert TITLE not in world.visible
    assert world.open[TITLE].rules_version == world.desk.editor.version_for("acme-7")
    assert world.audited().clean
    assert moved(editor("unheard-of"), IS_REFUSED).visible[TITLE].origin == "model"


def test_a_death_behind_the_catalogue_leaves_nothing_of_the_old_sellers() -> None:
    world = Stubborn(Describe(BENEFITS, editor=editor("blue", "alma")), mood=PASSES)
    listed(world, seller_id="other")
    requested(world)
    offset = world.arrives(PRODUCT_CREATED.name, CUP | {"seller_id": "acme-7"})
    publication = world.composed(PRODUCT_CREATED.name, offset)
    world.publish(*publication.state)
    assert world.entry is not None
    assert world.entry.seller == "acme-7"
    told = world.handle(PRODUCT_CREATED.name, offset)
    assert told.withdrawn_blurbs == 1
    assert {kind.rules_version for kind in world.visible.values()} == {world.desk.editor.version_for("acme-7")}


@pytest.mark.parametrize(("mood", "verdict"), [(IS_REFUSED, "withdrawn"), (FALLS_BACK, "published")])
def test_a_blurb_that_new_packs_refuse_does_not_outlive_its_next_request(mood: str, verdict: str) -> None:
    world = Stubborn(Describe(BENEFITS, editor=editor("unheard-of")), mood=PASSES)
    listed(world, seller_id="acme-7")
    assert requested(world).verdict == "published"
    world.desk, world.mood = Describe(BENEFITS, editor=editor("blue", "alma")), mood
    assert requested(world).verdict == verdict
    assert (world.tables[AUDIENCE_BLURB.name].get(0, b"cup-1 a en-US").value is None) is (verdict == "withdrawn")
    assert world.audited().clean


def requested(world: World) -> LedgerEntry:
    request = {"type": "blurb-request/1", "product": "cup-1", "locale": "en-US", "audience": "a", "facets": []}
    return world.handle(COPY_REQUESTS.name, world.arrives(COPY_REQUESTS.name, request))


def test_a_person_is_held_to_the_sellers_terms_and_signs_under_its_rules() -> None:
    pack = "pack: own\nlanguage: en\nsource: our own\nterms: [{id: a, class: hard, sellers: [acme-7], forms: [gizmo]}]"
    world = World(Describe(BENEFITS, editor=with_packs([("own.yaml", pack.encode())])))
    listed(world, seller_id="acme-7")
    refused = decided(world, world.open[TITLE], "edit", text="Alma cup, a gizmo")
    assert (refused.reason, refused.decision.refused) == (Reason.REFUSED_BY_EDITOR, ("claims",))
    decided(world, world.open[TITLE], "edit", text="Alma cup")
    assert world.visible[TITLE].rules_version == world.desk.editor.version_for("acme-7") != world.desk.editor.version
    listed(world, seller_id="other")
    assert world.visible[TITLE].origin == "human", "a person's words stay while their facts do"


def test_a_rewrite_goes_by_the_seller_that_the_catalogue_remembers() -> None:
    world = Stubborn(Describe(BENEFITS, editor=ACME), mood=PASSES)
    listed(world, seller_id="acme-7")
    copy = decode_own(world.tables[PRODUCT_COPY.name].get(0, b"cup-1 en-US").value, ProductCopy)
    asked = {"type": "copy-request/1", "action": "rewrite", "product": "cup-1", "locale": "en-US"}
    world.model = "model-b"
    told = world.handle(
        COPY_REQUESTS.name,
        world.arrives(COPY_REQUESTS.name, asked | {"edition": copy.edition, "reason": "operator"}),
    )
    assert told.verdict == "published"
    assert {kind.rules_version for kind in world.visible.values()} == {ACME.version_for("acme-7")}


def test_an_entry_from_before_sellers_is_nobodys() -> None:
    world = World(Describe(BENEFITS))
    listed(world, seller_id="acme-7")
    document = world.entry.model_dump(mode="json")
    del document["seller"]
    assert decode(encode_json(document), CatalogueEntry, 1 << 20).seller == ""
    assert ProductCreated.model_validate(CUP).seller_id is None
