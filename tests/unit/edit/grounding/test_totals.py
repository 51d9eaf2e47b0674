"""What facts come to together may be said, and no other number; each thing of a list may be named."""

from dataclasses import replace

import pytest

from schemas.inbound import ProductCreated
from schemas.kinds import Kind
from tests.unit.write.realise.listings import BENEFITS
from workers.edit.gate import judge
from workers.plan.brief import Brief
from workers.plan.facts import facts_of
from workers.plan.select import select


def brief_of(**attributes: str | list[str]) -> Brief:
    rows = [(name, value) for name, told in attributes.items() for value in ([told] if isinstance(told, str) else told)]
    listing = ProductCreated.model_validate(
        {
            "id": "kettle", "locales": ["en-GB"], "title": "Lowell Kettle", "brand": "Lowell", "category": ["Kitchen"],
            "attributes": [{"name": name.replace("_", " "), "value": value} for name, value in rows],
        }
    )  # fmt: skip
    facts = facts_of(listing)
    brief = select("kettle", facts, "en-GB", BENEFITS).of(Kind.DESCRIPTION)
    assert brief is not None
    return replace(brief, facts=tuple(facts))


MANY = brief_of(colour=["navy", "olive", "black"], pockets="2 zipped side pockets, 1 front pocket")
BOXED = brief_of(in_the_box="1 kettle, 1 base, 2 filters")
COUNTED = brief_of(in_the_box="1 kettle, 1 base, 2 filters", pieces="6")
SPEAKER = brief_of(battery_life="15 hours", charging_time="2 hours")


def rules(brief: Brief, text: str) -> set[str]:
    return {refusal.rule for refusal in judge(brief, text).refusals}


@pytest.mark.parametrize(
    ("brief", "text"),
    [
        (MANY, "It comes in three colours: navy, olive and black."),
        (MANY, "There are three pockets."),
        (BOXED, "Four parts are in the box: one kettle, one base and two filters."),
        (BOXED, "The box holds a kettle, a base and two filters."),
        (SPEAKER, "It plays up to 15 hours per charge."),
        (SPEAKER, "It plays for fifteen hours between charges."),
    ],
)
def test_a_sum_of_what_facts_have_is_true(brief: Brief, text: str) -> None:
    assert rules(brief, text) == set()


@pytest.mark.parametrize(
    ("brief", "text"),
    [
        (MANY, "It comes in four colours."),
        (MANY, "There are four pockets."),
        (MANY, "It has three zips."),
        (BOXED, "Five parts are in the box."),
        (COUNTED, "Four pieces are in the box."),
        (SPEAKER, "It plays for two hours per charge."),
    ],
)
def test_no_other_number_is(brief: Brief, text: str) -> None:
    assert rules(brief, text) & {"numbers", "relation"}
