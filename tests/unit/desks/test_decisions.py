"""What comes of what a person decides: published under their name, or void; and what stays of it."""

import pytest

from schemas.topics import COPY_REQUESTS, COPY_REVIEW, PRODUCT_COPY, PRODUCT_CREATED
from tests.unit.desks.review_world import (
    CARE,
    FALLS_BACK,
    OTHER_PRICE,
    PASSES,
    RED,
    TITLE,
    decided,
    decision,
    delisted,
    drafted,
    held,
    listed,
    stages,
    told_of,
)


def test_an_approved_draft_is_published_with_who_approved_it() -> None:
    world, review = held()
    entry = decided(world, review, "approve")
    told = world.visible[TITLE]
    assert (told.text, told.copy_id) == (review.drafts[0].text, review.drafts[0].copy_id)
    assert (told.origin, told.approved_by, told.fingerprint) == ("human", "ada", "model-a")
    assert TITLE not in world.open
    assert len(world.open) == len(world.ordered) - 1
    assert (entry.verdict, entry.decision.action, entry.decision.by) == ("published", "approve", "ada")
    assert entry.decision.overruled == ("numbers", "unfounded")
    assert told_of(entry, PRODUCT_COPY.name) == [("cup-1 en-US", "published")]
    assert told_of(entry, COPY_REVIEW.name) == [("cup-1 en-US title", "withdrawn")]
    assert world.audited().clean


@pytest.mark.parametrize(("action", "more", "made"), [("approve", {}, True), ("edit", {"text": "Alma cup"}, False)])
def test_that_a_machine_wrote_it_is_said_of_approved_drafts_too(action: str, more: dict[str, str], made: bool) -> None:
    world, review = held()
    decided(world, review, action, **more)
    value = world.tables[PRODUCT_COPY.name].get(0, b"cup-1 en-US").value
    assert (b'"ai_generated":true' in value) is made


def test_a_persons_own_words_are_published_with_the_facts_that_they_state() -> None:
    world, review = held()
    decided(world, review, "edit", text=" Alma cup in blue, $9.50 \n", note="shorter")
    told = world.visible[TITLE]
    assert (told.text, told.approved_by, told.fingerprint) == ("Alma cup in blue, $9.50", "ada", "human")
    stated = {fact.name for fact in world.entry.facts if fact.id in told.sentences[0].facts}
    assert stated == {"name", "type", "colour", "price"}, "any of the product's, not only a title's"


def test_a_rejection_leaves_what_stands_and_is_not_asked_again_of_the_same_drafts() -> None:
    world, review = held()
    entry = decided(world, review, "reject", note="we do not sell it so")
    assert (entry.verdict, entry.reason, entry.decision.note) == ("unchanged", None, "we do not sell it so")
    assert TITLE not in world.visible
    listed(world, **OTHER_PRICE)
    assert TITLE not in world.open
    world.model = "model-b"
    listed(world)
    assert TITLE in world.open, "these drafts nobody has seen"
    assert world.audited().clean


def test_of_two_people_the_first_counts() -> None:
    world, review = held()
    decided(world, review, "edit", text="Alma cup")
    second = decided(world, review, "edit", text="A blue cup", approver="bob")
    assert (second.verdict, second.reason) == ("superseded", "edition-moved")
    assert (world.visible[TITLE].text, world.visible[TITLE].approved_by) == ("Alma cup", "ada")


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_what_was_seen_before_the_brief_changed_decides_nothing(action: str) -> None:
    world, review = held()
    listed(world, **RED)
    assert decided(world, review, action).reason == "edition-moved"
    assert TITLE in world.open
    assert TITLE not in world.visible


def test_what_was_seen_before_there_were_other_drafts_decides_nothing() -> None:
    world, review = held()
    world.model = "model-b"
    listed(world, **OTHER_PRICE)
    assert world.open[TITLE].brief_id == review.brief_id
    assert decided(world, review, "approve").reason == "edition-moved"


def test_a_product_that_is_gone_is_not_decided_on() -> None:
    world, review = held()
    delisted(world)
    assert decided(world, review, "edit", text="Alma cup").reason == "unknown-product"
    assert world.visible == {}
    assert world.audited().clean


def test_a_draft_that_is_not_there_or_not_whole_cannot_be_approved() -> None:
    world, review = held()
    assert decided(world, review, "approve", attempt=7).reason == "no-such-draft"
    cut = drafted("a" * 2000)
    assert decided(cut, cut.open[TITLE], "approve").reason == "no-such-draft"
    assert TITLE in cut.open


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Alma cup: call 0800 123 4567", "contact"),
        ("Alma <b>cup</b>", "markup"),
        ("Alma cup\u202e", "control-characters"),
        ("Alma cup " * 40, "length"),
        ("Алма чашка", "script"),
        ("The miracle cure of cups", "claims"),
        ("Alma cup [brand]", "placeholder"),
    ],
)
def test_nobody_overrules_what_protects_the_reader(text: str, rule: str) -> None:
    world, review = held()
    entry = decided(world, review, "edit", text=text)
    assert (entry.verdict, entry.reason) == ("superseded", "refused-by-editor")
    assert rule in entry.decision.refused
    assert entry.outputs == ()
    assert world.open[TITLE] == review
    assert world.audited().clean


def test_a_person_may_know_better_than_the_facts() -> None:
    world, review = held()
    entry = decided(world, review, "edit", text="Alma cup, 350 ml, hand-thrown in Portugal")
    assert {"numbers", "origin"} <= set(entry.decision.overruled)
    assert world.visible[TITLE].text == "Alma cup, 350 ml, hand-thrown in Portugal"


# -- and then -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mood", [PASSES, FALLS_BACK])
def test_a_persons_words_stay_until_a_fact_that_they_state_has_changed(mood: str) -> None:
    world, review = held()
    decided(world, review, "edit", text="Alma cup, $9.50")
    world.mood = mood
    listed(world, **CARE)
    assert world.visible[TITLE].text == "Alma cup, $9.50", "it says nothing of care"
    # The brief of a title holds no price, so it is the same brief as before: it must not keep the old words.
    listed(world, **CARE, **OTHER_PRICE)
    assert world.visible[TITLE].origin != "human"
    assert world.visible[TITLE].brief_id == world.ordered[TITLE].id
    assert world.audited().clean


def test_a_request_for_a_rewrite_leaves_a_persons_words() -> None:
    world, review = held()
    decided(world, review, "edit", text="Alma cup")
    edition = world.tables[PRODUCT_COPY.name].get(0, b"cup-1 en-US").edition
    asked = {"product": "cup-1", "locale": "en-US", "edition": edition, "reason": "rules-changed"}
    world.mood, world.model = PASSES, "model-b"
    world.handle(COPY_REQUESTS.name, world.arrives(COPY_REQUESTS.name, {"type": "copy-request/1", **asked}))
    assert world.visible[TITLE].text == "Alma cup"
    assert {told.origin for slot, told in world.visible.items() if slot != TITLE} == {"model"}


# -- and again ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_decision_that_comes_again_after_a_crash_is_told_as_carried_out(action: str) -> None:
    world, review = held()
    offset = world.arrives(COPY_REQUESTS.name, decision(review, action))
    for stage in stages(world.composed(COPY_REQUESTS.name, offset))[:-1]:
        world.publish(*stage)
    before, records = world.visible, len(world.logs.get(PRODUCT_COPY.name, []))
    entry = world.handle(COPY_REQUESTS.name, offset)
    assert (entry.verdict, entry.reason) == ("unchanged", None)
    assert told_of(entry, COPY_REVIEW.name) == [("cup-1 en-US title", "withdrawn")]
    assert (world.visible, len(world.logs.get(PRODUCT_COPY.name, []))) == (before, records)
    assert world.audited().clean


def test_a_decision_of_which_only_the_copy_had_landed_resolves_its_review_then() -> None:
    world, review = held()
    offset = world.arrives(COPY_REQUESTS.name, decision(review, "approve"))
    first, *_ = stages(world.composed(COPY_REQUESTS.name, offset))
    world.publish(*first)
    assert TITLE in world.visible
    assert TITLE in world.open
    entry = world.handle(COPY_REQUESTS.name, offset)
    assert TITLE not in world.open
    assert told_of(entry, PRODUCT_COPY.name) == [("cup-1 en-US", "unchanged")]
    assert len(world.logs[PRODUCT_COPY.name]) == 1
    assert world.audited().clean


def test_a_decision_is_known_by_its_copy_when_an_earlier_event_resolved_the_review_meanwhile() -> None:
    world, review = held()
    offset = world.arrives(COPY_REQUESTS.name, decision(review, "approve"))
    first, *_ = stages(world.composed(COPY_REQUESTS.name, offset))
    world.publish(*first)
    world.handle(PRODUCT_CREATED.name, 0)
    assert TITLE not in world.open
    entry = world.handle(COPY_REQUESTS.name, offset)
    assert (entry.reason, told_of(entry, PRODUCT_COPY.name)) == (None, [("cup-1 en-US", "unchanged")])
    assert world.audited().clean
