"""A brand with a plural's ending is another brand; a possessive, and a plural of a thing, are not."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief

SPEAKER = (
    fact("name", "Pebble 2 Speaker"),
    fact("brand", "Tonewell"),
    fact("type", "speaker"),
    fact("weight", "2", "kg"),
)
BOOT = (fact("name", "Ridgeline Trek 4 Gaiter"), fact("brand", "Bosch"), fact("weight", "2", "kg"))
LEVIS = (fact("name", "Levi's 501"), fact("brand", "Levi's"), fact("type", "jeans"))
TARN = (fact("name", "Tarn Kettle"), fact("type", "kettle"), fact("weight", "2", "kg"))


def named(facts: tuple, text: str, kind: Kind = Kind.DESCRIPTION, locale: str = "en-GB") -> list[str]:
    refusals = judge(Brief("p-1", kind, locale, facts, LIMITS[kind], ()), text).refusals
    return [told.span for told in refusals if told.rule == "name"]


@pytest.mark.parametrize(
    ("facts", "kind", "text"),
    [
        (SPEAKER, Kind.TITLE, "Tonewells Pebble 2 Speaker"),
        (SPEAKER, Kind.DESCRIPTION, "Tonewells makes the unit."),
        (SPEAKER, Kind.DESCRIPTION, "The speaker of Tonewells weighs 2 kg."),
        (BOOT, Kind.DESCRIPTION, "Bosches makes the gaiter."),
        (BOOT, Kind.TITLE, "Ridgelines Trek 4 Gaiter"),
        (TARN, Kind.DESCRIPTION, "Tarns makes the unit."),
        (TARN, Kind.TITLE, "Tarns Kettle"),
    ],
)
def test_a_name_has_no_ending_of_its_own(facts: tuple, kind: Kind, text: str) -> None:
    assert named(facts, text, kind)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (SPEAKER, "Tonewell's speaker weighs 2 kg."),
        (SPEAKER, "Tonewell’s Pebble 2 Speaker weighs 2 kg."),
        (SPEAKER, "Pebble 2 Speakers weigh 2 kg."),
        (BOOT, "Gaiters of 2 kg."),
        (BOOT, "Bosch Trek 4 Gaiters."),
        (LEVIS, "Levi's 501 jeans."),
        (TARN, "Tarn's kettle. The Tarn kettle. Tarn Kettles weigh 2 kg."),
    ],
)
def test_what_is_somebodys_or_several_may_stand(facts: tuple, text: str) -> None:
    assert named(facts, text) == []


def test_a_latin_name_in_chinese_copy_too() -> None:
    facts = (fact("name", "Tonewell 音箱"), fact("brand", "Tonewell"))
    assert named(facts, "Tonewells音箱。", locale="zh-CN") == ["Tonewells"]
