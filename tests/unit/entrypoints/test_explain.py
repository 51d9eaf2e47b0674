"""What led to a copy, made once more: the brief by its id, the prompt, the drafts before it and what was refused."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from rich.text import Text

from schemas.inbound import ProductCreated
from schemas.kinds import Kind
from workers.adapters.memory import RealiserModel
from workers.copywriter import FALLBACK, REPAIRED
from workers.edit import telling
from workers.edit.gate import SHIPPED, Editor, with_packs
from workers.entrypoints.explain.redrafting import Redrafting
from workers.entrypoints.explain.remake import Remake, Remaking
from workers.entrypoints.explain.search import Explanation
from workers.entrypoints.explain.view import document, lines
from workers.outcome import Answer, Attempt, Order
from workers.plan.audience import Audience
from workers.plan.benefits import load
from workers.plan.blurb import blurb_brief
from workers.plan.brief import Brief, Fact, copy_id, digest
from workers.plan.facts import facts_of
from workers.plan.select import select
from workers.write.realise import realise

BENEFITS = load()
MUG = ProductCreated.model_validate(
    {
        "id": "mug-1",
        "locales": ["en-GB"],
        "title": "Harrow Mug",
        "brand": "Harrow",
        "category": ["Kitchen", "Mugs"],
        "attributes": [
            {"name": "material", "value": "stoneware"},
            {"name": "capacity", "value": "350", "unit": "ml"},
            {"name": "colour", "value": "blue"},
        ],
    }
)
FACTS = facts_of(MUG)
FLASK = facts_of(MUG.model_copy(update={"title": "Eco-Friendly Flask"}))


def told(facts: tuple[Fact, ...]) -> list[dict[str, Any]]:
    return [{"id": fact.id, "name": fact.name, "value": fact.value, "unit": fact.unit} for fact in facts]


def ordered(facts: tuple[Fact, ...], kind: Kind = Kind.TITLE) -> Brief:
    briefs = select("mug-1", facts, "en-GB", BENEFITS).briefs
    return next(brief for brief in briefs if brief.kind is kind)


def _named(brief: Brief, attempt: int, fingerprint: str, editor: Editor = SHIPPED) -> str:
    """The copy id of a draft, as the first draft's refusals have it told."""
    refusals = editor.judge(brief, realise(brief, 0)).refusals
    return Attempt(brief, attempt, telling.told((), refusals) if attempt else ()).copy_id(fingerprint)


def explained(brief: Brief, *listings: tuple[Fact, ...], **changes: Any) -> Explanation:
    writer = RealiserModel().fingerprint
    copy = {
        "brief_id": brief.id,
        "copy_id": _named(brief, changes.get("attempt", 0), changes.get("fingerprint", writer)),
        "origin": "model",
        "writer_away": False,
        "attempt": 0,
        "fingerprint": writer,
        "rules_version": SHIPPED.version,
        "sentences": [],
        **changes,
    }
    found = Explanation(copy["copy_id"], brief.kind.value, "mug-1", "en-GB", copy)
    found.listings = [{"facts": told(facts)} for facts in listings or (FACTS,)]
    return found


@dataclass
class Asked(RealiserModel):
    """The realiser, overheard."""

    orders: list[Order] = field(default_factory=list)
    status: str = ""

    async def infer(self, rows: Any, timeout: float) -> Any:
        self.orders += rows
        if self.status:
            return [Answer("", 0.0, 0, 0, "error", self.status) for _ in rows]
        return await super().infer(rows, timeout)


async def remade(found: Explanation, model: Any = None) -> Remake:
    return await Remaking(Redrafting(model or Asked(), SHIPPED, 2, 3), BENEFITS).run(found)


async def test_the_brief_is_rebuilt_and_its_prompt_rendered() -> None:
    brief = ordered(FACTS)
    remake = await remade(explained(brief, attempt=2))
    assert (remake.brief, remake.same, remake.same_writer, remake.same_rules) == (brief, True, True, True)
    assert remake.prompt.startswith('{"pack":"compact/1","attempt":2,"brief":{')
    assert [draft.attempt for draft in remake.drafts] == [0, 1], "those before it"
    assert [draft.text for draft in remake.drafts] == [realise(brief, attempt) for attempt in (0, 1)]


async def test_the_facts_that_ordered_it_are_found_among_older_ones() -> None:
    brief = ordered(FACTS)
    remake = await remade(explained(brief, FACTS, FLASK))
    assert (remake.brief, remake.same) == (brief, True)


async def test_where_the_facts_have_changed_since_nothing_is_made_again() -> None:
    model = Asked()
    remake = await remade(explained(ordered(FACTS), FLASK), model)
    assert (remake.brief, remake.same, remake.drafts) == (ordered(FLASK), False, ())
    assert model.orders == []
    assert "the facts have changed since" in plain(explained(ordered(FACTS)), remake)


async def test_of_facts_that_order_no_such_copy_there_is_no_brief() -> None:
    few = FACTS[:3]
    remake = await remade(explained(ordered(FACTS, Kind.BULLETS), few))
    assert (remake.brief, remake.same) == (None, False)
    assert "order no such copy" in plain(explained(ordered(FACTS)), remake)


async def test_each_draft_shows_the_rules_that_refuse_it() -> None:
    remake = await remade(explained(ordered(FLASK), FLASK, attempt=1))
    (draft,) = remake.drafts
    assert [(one.rule, one.span) for one in draft.refusals] == [("claims", "Eco-Friendly")]
    text = plain(explained(ordered(FLASK)), remake)
    for words in (
        "prompt",
        "at most 120 characters",
        "claims  Eco-Friendly",
        "before it, made once more: as they were",
    ):
        assert words in text


async def test_before_fallback_come_all_drafts_of_the_model_and_the_fallbacks_own() -> None:
    brief = ordered(FLASK)
    found = explained(brief, FLASK, origin="fallback", attempt=2, copy_id=copy_id(brief.id, 2, FALLBACK))
    remake = await remade(found)
    assert [(draft.origin, draft.attempt) for draft in remake.drafts] == [
        *(("model", attempt) for attempt in range(4)),
        *(("fallback", attempt) for attempt in range(2)),
    ]


async def test_of_a_writer_that_was_away_there_are_no_drafts() -> None:
    found = explained(ordered(FLASK), FLASK, origin="fallback", writer_away=True, attempt=1)
    assert [draft.origin for draft in (await remade(found)).drafts] == ["fallback"]


async def test_before_a_repaired_draft_come_all_of_them_itself_too() -> None:
    brief = ordered(FLASK)
    repaired = digest(copy_id(brief.id, 1, RealiserModel().fingerprint), REPAIRED)
    remake = await remade(explained(brief, FLASK, attempt=1, copy_id=repaired))
    assert [draft.attempt for draft in remake.drafts] == [0, 1, 2, 3]


async def test_a_person_who_wrote_it_all_had_no_drafts() -> None:
    assert (await remade(explained(ordered(FACTS), origin="human", fingerprint="human"))).drafts == ()


async def test_another_model_and_other_rules_are_told() -> None:
    found = explained(ordered(FLASK), FLASK, attempt=1, fingerprint="another", rules_version="older")
    remake = await remade(found)
    assert (remake.same_writer, remake.same_rules) == (False, False)
    text = plain(found, remake)
    assert "another model wrote then" in text
    assert "judged by other rules then" in text


ACME = b"pack: acme\nlanguage: en\nsellers: [acme-*]\nvoice: [{id: words, never: [mug]}]\n"


@pytest.mark.parametrize(("seller", "rules"), [("acme-7", ["voice"]), ("other", []), (None, [])])
async def test_a_sellers_copy_is_explained_by_what_holds_for_that_seller(seller: str | None, rules: list[str]) -> None:
    editor = with_packs([("acme.yaml", ACME)])
    brief = ordered(FACTS)
    name = _named(brief.sold_by(seller or ""), 1, RealiserModel().fingerprint, editor)
    found = explained(brief, attempt=1, copy_id=name, rules_version=editor.version_for(seller or ""))
    found.listings[0] |= {} if seller is None else {"seller": seller}
    remake = await Remaking(Redrafting(Asked(), editor, 2, 3), BENEFITS).run(found)
    assert (remake.brief, remake.same_rules) == (brief, True)
    assert [one.rule for draft in remake.drafts for one in draft.refusals] == rules
    assert "acme-7" not in plain(found, remake) + repr(document(found, remake))


async def test_copy_for_a_channel_is_explained_by_the_order_that_fits_there() -> None:
    editor = with_packs((), {"en": frozenset({"google-ads"})})
    brief = editor.order(ordered(FACTS))
    assert brief.id != ordered(FACTS).id
    found = explained(brief, rules_version=editor.version)
    remake = await Remaking(Redrafting(Asked(), editor, 2, 3), BENEFITS).run(found)
    assert (remake.brief, remake.same, remake.same_rules) == (brief, True, True)


async def test_a_row_that_the_server_refuses_is_a_draft_that_is_not_there() -> None:
    found = explained(ordered(FLASK), FLASK, attempt=1)
    remake = await remade(found, Asked(status="cannot-realise"))
    assert remake.drafts[0].fault == "cannot-realise"
    assert "no draft: cannot-realise" in plain(found, remake)


async def test_a_blurb_is_ordered_for_its_audience() -> None:
    brief = blurb_brief("mug-1", FACTS, "en-GB", Audience("blue", ("k:blue",)), BENEFITS)
    found = explained(brief)
    found.audience, found.facets = "blue", ["k:blue"]
    remake = await remade(found)
    assert (remake.brief, remake.same) == (brief, True)


async def test_what_a_fact_permits_is_told_by_its_own_id_where_it_is_ordered_and_where_it_is_said() -> None:
    brief = ordered(FACTS, Kind.DESCRIPTION)
    clause = brief.clauses[0]
    said = {"text": f"The Harrow Mug {clause.text}.", "facts": [clause.fact]}
    found = explained(brief, sentences=[said, {"text": "It is blue.", "facts": []}])
    remake = await remade(found)
    text = plain(found, remake)
    assert f"{clause.fact}  permits {clause.id}: {clause.text}" in text
    assert f"says {clause.id}" in text
    told_of = document(found, remake)["remade"]["sentences"]
    assert [one["clauses"] for one in told_of] == [(clause.id,), ()]
    other = await remade(explained(brief, FLASK, sentences=[said]))
    assert clause.id not in plain(found, other), "another brief permits other things"


REVIEW = {
    "product": "mug-1",
    "locale": "en-GB",
    "kind": "title",
    "fingerprint": "f",
    "rules_version": "r",
    "drafts": [
        {
            "text": "Eco-Friendly Flask",
            "attempt": 1,
            "origin": "model",
            "copy_id": "d" * 32,
            "whole": True,
            "refusals": [{"rule": "claims", "span": "Eco-Friendly"}],
        }
    ],
}


@pytest.mark.parametrize(("waits", "words"), [(True, "that waits for a person"), (False, "that was put to a person")])
async def test_a_draft_that_was_put_to_a_person_is_shown_as_it_was_kept(waits: bool, words: str) -> None:
    brief = ordered(FLASK)
    found = Explanation("d" * 32, "title", "mug-1", "en-GB", listings=[{"facts": told(FLASK)}], waits=waits)
    found.review = REVIEW | {"brief_id": brief.id}
    model = Asked()
    remake = await remade(found, model)
    assert (remake.same, remake.drafts, model.orders) == (True, (), [])
    text = plain(found, remake)
    for expected in (words, "draft 1 model, attempt 2", "claims  Eco-Friendly", "(Directive (EU) 2024/825", "prompt"):
        assert expected in text


async def test_scripts_get_all_of_it() -> None:
    found = explained(ordered(FLASK), FLASK, attempt=1)
    whole = document(found, await remade(found))
    assert whole["remade"]["brief"]["id"] == whole["copy"]["brief_id"]
    (told,) = whole["remade"]["drafts"][0]["refusals"]
    assert (told["rule"], told["span"], told["at"]) == ("claims", "Eco-Friendly", [(7, 19)])
    assert told["missing"] == {"about": ["certification", "eco_label*"], "facts": []}
    assert [term["id"] for term in told["terms"]] == ["eu-generic"]
    assert "listings" not in whole
    assert document(found, None)["remade"] is None


def plain(found: Explanation, remake: Remake) -> str:
    return "\n".join(Text.from_markup(line).plain for line in lines(found, remake))
