"""A part that only says when, where or who tells of no product; the same words said of one are claims."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import judge
from workers.edit.grounding import idioms
from workers.edit.grounding.everyday import ENGLISH, SCENES
from workers.edit.grounding.scenes import sets_the_scene
from workers.edit.grounding.synonyms import synonyms
from workers.plan.brief import Brief, Fact


def of(*facts: Fact) -> Brief:
    return Brief("p-1", Kind.DESCRIPTION, "en-US", facts, LIMITS[Kind.DESCRIPTION])


@pytest.mark.parametrize(
    "part",
    [
        "friday evening",
        "a rainy afternoon",
        "friends at the door",
        "and you are nearly out of the door",
        "should your thoughts wander",
        "when the bills are paid",
        "keep it by your desk or on a shelf",
        "in front of the mirror",
        "just as you please",
        "long day at work?",
    ],
)
def test_what_sets_a_scene(part: str) -> None:
    assert sets_the_scene(part)


@pytest.mark.parametrize(
    "part",
    [
        "day and night",
        "nothing comes near",
        "nobody comes near",
        "the others can't",
        "you will never want another",
        "everyone wants one",
        "your guests will ask",
        "you are in good hands",
        "we come to your door",
        "keep it in the garden",
        "a bench",
        "a table and a desk",
        "on a rainy day",
        "who needs another?",
        "want to save time?",
        "why pay more?",
    ],
)
def test_what_says_more_than_that(part: str) -> None:
    assert not sets_the_scene(part)


WOOD = fact("material", "oak")
WARDROBE = of(
    fact("name", "Alder Wardrobe"), fact("type", "wardrobe"), fact("material", "oak"), fact("width", "120", "cm")
)
BLANKET = of(fact("name", "Plover Blanket"), fact("type", "blanket"), fact("material", "wool"), fact("colour", "grey"))
SPEAKER = of(fact("name", "Sonder Speaker"), fact("type", "speaker"), fact("power", "20", "w"))
ARMCHAIR = of(
    fact("name", "Otter Armchair"), fact("type", "armchair"), fact("material", "velvet"), fact("legs", "beech")
)


@pytest.mark.parametrize(
    ("order", "text", "true"),
    [
        (WARDROBE, "By the door, the oak wardrobe is 120 cm wide.", True),
        (WARDROBE, "The oak wardrobe is 120 cm wide and has a door.", False),
        (WARDROBE, "The oak wardrobe is 120 cm wide, with a mirror.", False),
        (WARDROBE, "Friday evening, and you are nearly out of the door. The oak wardrobe is 120 cm wide.", True),
        (WARDROBE, "The oak wardrobe is the last you will need.", False),
        (BLANKET, "When the bills are paid, the grey wool blanket is on the sofa.", True),
        (BLANKET, "The grey wool makes you smile.", False),
        (BLANKET, "The grey wool is from a village nearby.", False),
        (BLANKET, "Your favourite songs, and a grey wool blanket.", True),
        (BLANKET, "The grey wool blanket is your favourite.", False),
        (BLANKET, "The grey wool blanket suits everyone.", False),
        (SPEAKER, "The 20 W speaker reads letters aloud.", False),
        (SPEAKER, "The 20 W speaker is in a quiet corner.", True),
        (SPEAKER, "The 20 W speaker is quiet.", False),
        (ARMCHAIR, "The armchair is upholstered in velvet.", True),
        (ARMCHAIR, "The upholstered armchair is of velvet.", False),
    ],
)
def test_a_word_of_a_scene_is_none_where_the_product_is_spoken_of(order: Brief, text: str, true: bool) -> None:
    assert (not judge(order, text).refusals) is true


def test_words_of_scenes_are_no_everyday_words() -> None:
    assert ENGLISH.isdisjoint(SCENES)
    assert SCENES.isdisjoint("best better free soft strong warm everything always half double".split())


def test_each_idiom_is_found_by_one_of_its_words() -> None:
    for text in (
        "next to the bed",
        "at last",
        "your favourite songs",
        "straight to work",
        "as always",
        "take your time",
    ):
        assert list(idioms.spans(text)), text
        assert any(head in text.split() for head in idioms.HEADS), text


def test_a_word_has_others_for_the_same_and_some_only_one_way() -> None:
    assert "couch" in set(synonyms(["sofa"]))
    assert "warmth" in set(synonyms(["heat"]))
    assert "heat" not in set(synonyms(["warmth"]))
