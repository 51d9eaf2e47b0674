"""What is put to a person, and when nobody need look any more."""

from pathlib import Path

import pytest

from schemas.outbound_review import MAX_DRAFT_CHARS
from schemas.topics import COPY_REQUESTS, COPY_REVIEW, PRODUCT_COPY, PRODUCT_CREATED
from tests.unit.desks.review_world import (
    BENEFITS,
    CUP,
    FALLS_BACK,
    OTHER_PRICE,
    PASSES,
    RED,
    TITLE,
    Drafting,
    World,
    decided,
    decision,
    delisted,
    drafted,
    held,
    listed,
    stages,
    told_of,
)
from workers.bootstrap import desks_of
from workers.desks.describe import Describe
from workers.desks.review import Policy
from workers.edit.gate import SHIPPED
from workers.outcome import Origin, Refusal, Tried
from workers.settings import Settings


def test_what_nothing_may_be_published_of_waits_with_its_drafts_and_facts() -> None:
    world = World()
    entry = listed(world)
    assert world.visible == {}
    assert world.open.keys() == world.ordered.keys()
    review = world.open[TITLE]
    assert (review.brief_id, review.state, review.copy_edition) == (world.ordered[TITLE].id, "open", 0)
    assert [(draft.origin, draft.text) for draft in review.drafts][1:] == [("fallback", "Alma cup.")]
    assert [(one.rule, one.span) for one in review.drafts[0].refusals] == [("numbers", "3")]
    assert {fact.value for fact in review.facts} == {"Alma cup", "cup", "blue"}
    assert entry.verdict == "unchanged", "readers see what they saw before"
    assert ("cup-1 en-US title", "published") in told_of(entry, COPY_REVIEW.name)
    assert world.audited().clean


@pytest.mark.parametrize(("policy", "waits"), [(Policy.HELD, False), (Policy.REFUSED, True), (Policy.OFF, False)])
def test_by_policy_fallback_waits_too_that_stands_for_a_refused_draft(policy: Policy, waits: bool) -> None:
    world = World(Describe(BENEFITS, policy), mood=FALLS_BACK)
    listed(world)
    assert world.visible[TITLE].origin == "fallback"
    assert (TITLE in world.open) is waits
    listed(world, **OTHER_PRICE)
    assert (TITLE in world.open) is waits, "the brief is the same, and what stands is what stood"


def test_the_setting_and_an_operators_packs_reach_the_desk(tmp_path: Path) -> None:
    pack = tmp_path / "tarn.yaml"
    pack.write_text(
        "pack: tarn\nlanguage: en\nsource: our own\nterms:\n  - {id: tarn-never, class: hard, forms: [gizmo]}\n"
    )
    desk = desks_of(Settings(review={"policy": "off"}, edit={"packs": (pack,)}))[PRODUCT_CREATED.name]
    assert desk.review is Policy.OFF
    assert desk.editor.version != SHIPPED.version


def test_where_it_is_off_nobody_is_asked() -> None:
    world = World(Describe(BENEFITS, Policy.OFF))
    listed(world)
    assert world.open == {}


def test_a_repeat_does_not_overtake_who_is_about_to_decide() -> None:
    world, before = held()
    entry = listed(world, **OTHER_PRICE)
    assert world.open[TITLE] == before
    assert ("cup-1 en-US title", "unchanged") in told_of(entry, COPY_REVIEW.name)


def test_other_drafts_are_another_review() -> None:
    world, before = held()
    world.model = "model-b"
    listed(world, **OTHER_PRICE)
    assert world.open[TITLE].edition > before.edition
    assert world.open[TITLE].brief_id == before.brief_id


def test_a_changed_brief_is_another_review() -> None:
    world, before = held()
    listed(world, **RED)
    assert world.open[TITLE].brief_id != before.brief_id


def test_what_is_published_later_waits_no_more() -> None:
    world, _ = held()
    world.mood = PASSES
    entry = listed(world, **OTHER_PRICE)
    assert world.open == {}
    assert ("cup-1 en-US title", "withdrawn") in told_of(entry, COPY_REVIEW.name)
    assert world.audited().clean


def test_a_delisted_product_waits_for_nobody() -> None:
    world, _ = held()
    entry = delisted(world)
    assert world.open == {}
    assert entry.verdict == "withdrawn"
    assert ("cup-1 en-US title", "withdrawn") in told_of(entry, COPY_REVIEW.name)
    assert world.audited().clean


def test_a_locale_that_is_no_longer_asked_for_waits_for_nobody() -> None:
    world, _ = held(locales=["en-US", "zh-CN"])
    assert {locale for locale, _ in world.open} == {"en-US", "zh-CN"}
    listed(world)
    assert {locale for locale, _ in world.open} == {"en-US"}


def test_a_rewrite_whose_owner_dies_behind_its_copy_closes_the_review_when_it_comes_again() -> None:
    world = World(Describe(BENEFITS, Policy.REFUSED), mood=FALLS_BACK)
    (fallback,) = {output.edition for output in listed(world).outputs if output.topic == PRODUCT_COPY.name}
    assert world.open
    world.mood, world.model = PASSES, "model-b"
    asked = {"product": "cup-1", "locale": "en-US", "edition": fallback, "reason": "operator"}
    offset = world.arrives(COPY_REQUESTS.name, {"type": "copy-request/1", "action": "rewrite", **asked})
    publication = world.composed(COPY_REQUESTS.name, offset)
    world.publish(*(record for record in publication.outputs if record.topic == PRODUCT_COPY.name))
    again = world.handle(COPY_REQUESTS.name, offset)
    assert (again.verdict, again.reason) == ("unchanged", None)
    assert world.open == {}
    assert world.audited().clean


def test_a_decision_whose_owner_dies_behind_its_copy_counts_though_a_listing_closed_the_review() -> None:
    world, review = held()
    offset = world.arrives(COPY_REQUESTS.name, decision(review, "edit", text="Alma cup"))
    world.publish(*stages(world.composed(COPY_REQUESTS.name, offset))[0])
    assert world.human
    world.mood = PASSES
    listed(world)
    assert world.open == {}
    again = world.handle(COPY_REQUESTS.name, offset)
    assert (again.reason, again.decision.by) == (None, "ada")
    assert {kind.copy_id for output in again.outputs for kind in output.kinds.values()} == {world.human[TITLE].copy_id}
    other = decided(world, review, "edit", text="Alma cup")
    assert other.reason == "edition-moved", "the same words, of another request"


def test_a_listing_whose_owner_dies_behind_its_fallback_closes_the_review_when_it_comes_again() -> None:
    world, _ = held()
    world.mood = FALLS_BACK
    offset = world.arrives(PRODUCT_CREATED.name, CUP)
    publication = world.composed(PRODUCT_CREATED.name, offset)
    world.publish(*(record for record in publication.outputs if record.topic == PRODUCT_COPY.name))
    world.handle(PRODUCT_CREATED.name, offset)
    assert world.open == {}, "only where fallback is looked at too may a review stand beside it"


def test_a_rewrite_of_one_locale_leaves_the_reviews_of_the_other() -> None:
    world, _ = held(locales=["en-US", "zh-CN"])
    decided(world, world.open[TITLE], "edit", text="Alma cup")
    edition = world.tables[PRODUCT_COPY.name].get(0, b"cup-1 en-US").edition
    asked = {"product": "cup-1", "locale": "en-US", "edition": edition, "reason": "operator"}
    world.mood = PASSES
    world.handle(COPY_REQUESTS.name, world.arrives(COPY_REQUESTS.name, {"type": "copy-request/1", **asked}))
    assert {locale for locale, _ in world.open} == {"zh-CN"}


def test_what_an_event_resolved_before_a_crash_it_tells_when_it_comes_again() -> None:
    """Its first work, with the review, is in the ledger; so is the third, the second is not."""
    world, _ = held()
    world.mood = PASSES
    for stage in stages(world.composed(PRODUCT_CREATED.name, 0))[:-1]:
        world.publish(*stage)
    again = world.handle(PRODUCT_CREATED.name, 0)
    assert ("cup-1 en-US title", "withdrawn") in told_of(again, COPY_REVIEW.name)
    assert world.audited().clean


@pytest.mark.parametrize(
    ("model", "own", "shown"),
    [
        ("abcdec", "", "b1 c2 d3 e4"),
        ("abcde", "xyz", "c2 d3 e4 x0"),
        ("ab", "axyz", "a0 b1 x1 y2"),
        ("", "xyz", "x0 y1 z2"),
    ],
)
def test_the_newest_drafts_are_shown_each_text_once(model: str, own: str, shown: str) -> None:
    world = Drafting()
    world.tried = tuple(
        Tried(text, attempt, origin, (), "d" * 32)
        for origin, texts in ((Origin.MODEL, model), (Origin.FALLBACK, own))
        for attempt, text in enumerate(texts)
    )
    listed(world)
    assert " ".join(f"{draft.text}{draft.attempt}" for draft in world.open[TITLE].drafts) == shown


@pytest.mark.parametrize("text", ["a" * (MAX_DRAFT_CHARS + 1), "a\x00b", "a\ud800b"])
def test_what_cannot_be_shown_whole_says_so(text: str) -> None:
    (draft,) = drafted(text).open[TITLE].drafts
    assert not draft.whole
    assert draft.text == text[:MAX_DRAFT_CHARS].replace("\x00", "\ufffd").replace("\ud800", "\ufffd")


def test_every_rule_is_told_before_any_is_told_twice() -> None:
    rules = ["numbers", "numbers", "numbers", "name", "name", "colour", "claims", "contact", "markup"]
    world = drafted("a", *(Refusal(rule, str(n) * 70) for n, rule in enumerate(rules)))
    (draft,) = world.open[TITLE].drafts
    assert [one.rule for one in draft.refusals] == ["numbers", "name", "colour", "claims", "contact", "markup"]
    assert draft.refusals[1].span == "3" * 64
