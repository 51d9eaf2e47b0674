"""A denied fact is no fact; a hedge, a figure of speech and a fact's own denial are."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import pytest

from tests.unit.edit.briefs import LIMITS, Kind, fact
from workers.edit.gate import judge
from workers.edit.grounding.tracing import trace
from workers.plan.brief import Brief, Clause

COTTON = fact("material", "cotton")
NAVY = fact("colour", "navy")
WEIGHT = fact("weight", "620", "g")
NO_HOOD = fact("hooded", "no")
FACTS = (
    fact("name", "Fell Jacket"),
    fact("type", "jacket"),
    COTTON,
    NAVY,
    WEIGHT,
    NO_HOOD,
    fact("waterproof", "no"),
    fact("pockets", "3"),
    fact("warranty", "2", "year"),
    fact("returns", "none"),
)
NEVER_IRONED = Clause("c-1", COTTON.id, "needs no ironing")
BREATHES = Clause("c-2", COTTON.id, "lets air reach the skin")
ENGLISH = Brief("p", Kind.DESCRIPTION, "en-US", FACTS, LIMITS[Kind.DESCRIPTION], (NEVER_IRONED, BREATHES))
COOL = Clause("c-3", COTTON.id, "天热也不闷")
CHINESE = Brief("p", Kind.DESCRIPTION, "zh-CN", FACTS, LIMITS[Kind.DESCRIPTION], (COOL,))


def denials(text: str) -> list[str]:
    order = CHINESE if any(character >= "\u3400" for character in text) else ENGLISH
    return [refusal.span for refusal in judge(order, text).refusals if refusal.rule == "denial"]


@pytest.mark.parametrize(
    "text",
    [
        "It is not only cotton.", "It isn't just navy.", "It weighs no more than 620 g.", "It is not over 620 g.",
        "Not a gram over 620 g.", "Why not take navy?", "There is no doubt that it is navy.", "No need to guess: it is navy.",
        "Nothing but cotton was used.", "Do not forget that it is navy.", "You cannot go wrong with navy.",
        "It isn't heavy: it weighs 620 g.", "If it is not raining, wear navy.", "It is not waterproof and weighs 620 g.",
        "It is not waterproof, in navy.", "It is not waterproof but comes in navy.", "It has no hood but 3 pockets.",
        "It comes without a hood in navy.", "Without a hood, the navy jacket weighs 620 g.", "No hood, 3 pockets.",
        "There's no hood on the navy jacket.", "The jacket has no hood yet weighs 620 g.", "It needs no ironing.",
        "Jackets that need no ironing, in cotton.", "You won't need another navy jacket.", "Don't let the 620 g fool you.",
        "Do not put this navy jacket in the rain.", "It never fails to let air reach the skin.", "No other is navy.",
        "It cannot be returned.", "It is not waterproof – it is cotton.", "Never without its 3 pockets.", "It has no lid.",
        "Not once did the 2-year warranty matter.", "The cotton jacket is not waterproof.", "Cotton, not linen.",
        "不仅是藏青色，也好搭配。", "不只是棉。", "重量不超过620克。", "不用多想，藏青色就好。", "无论何时，藏青色都合适。", "少不了3个口袋。",
        "不重，只有620克。", "不防水的藏青色外套。", "不防水但有3个口袋。", "不带帽，藏青色。", "没有帽子的藏青色外套。", "非藏青色莫属。",
        "不是白色，是藏青色。", "不是白色而是藏青色。", "天热也不闷。", "没有比棉更好的。", "不得不说是棉。", "藏青色不挑人。", "不支持退货。",
        "不妨选藏青色。", "除非下雨，都穿藏青色。", "不到一秒就认出藏青色。", "无帽款，藏青色。", "并非没有3个口袋。", "无需多想的藏青色。",
    ],
)  # fmt: skip
def test_what_denies_no_fact_passes(text: str) -> None:
    assert denials(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is not cotton.", "It isn’t navy.", "It was never navy.", "It doesn't weigh 620 g.", "It has no pockets.", "There is no warranty.",
        "It comes without a 2-year warranty.", "It is free of cotton.", "A cotton-free jacket.", "Cotton it is not.", "It has none of its 3 pockets.",
        "Pockets are not included.", "It does not let air reach the skin.", "They never let air reach the skin.",
        "It is not waterproof and not navy.", "It is neither cotton nor linen.", "It is far from navy.", "No hood and no pockets.",
        "不是棉。", "不含棉。", "并非藏青色。", "重量不是620克。", "没有口袋。", "无质保。", "没有3个口袋。", "不防水，也不是棉。", "棉并不是它的材质。",
    ],
)  # fmt: skip
def test_what_denies_a_fact_is_refused(text: str) -> None:
    assert denials(text)


def test_a_denied_fact_is_not_credited() -> None:
    told = judge(ENGLISH, "It is not cotton. It is not navy, and weighs 620 g. It is cotton, not cotton.").sentences
    assert [sentence.facts for sentence in told] == [(), (WEIGHT.id,), (COTTON.id,)]
    assert trace("It is not cotton.", ENGLISH) == (COTTON.id,)  # the words alone


def test_a_fact_that_denies_is_credited() -> None:
    told = judge(ENGLISH, "It has no hood. It needs no ironing.").sentences
    assert [sentence.facts for sentence in told] == [(NO_HOOD.id,), (COTTON.id,)]


BY_NAME = {
    "en-GB": (
        fact("name", "Tarn Waterproof Walking Boots"), fact("type", "hiking-boots"), fact("upper", "nubuck"),
        fact("waterproof", "yes"), fact("scent", "lavender"), fact("lining", "wool"),
    ),
    "zh-CN": (
        fact("name", "山行防水外套"), fact("type", "jacket"), fact("material", "nylon"), fact("waterproof", "yes"),
        fact("lining", "polyester"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "text", "refused"),
    [
        ("en-GB", "These boots aren't waterproof.", True),
        ("en-GB", "Waterproof boots with a nubuck upper.", False),
        ("en-GB", "It contains no added scent.", True),
        ("en-GB", "It has no fragrance.", True),
        ("en-GB", "It has a lavender scent.", False),
        ("en-GB", "Unscented.", True),
        ("en-GB", "These boots lack waterproofing.", True),
        ("en-GB", "There is no lining.", True),
        ("en-GB", "There is a wool lining.", False),
        ("zh-CN", "这件外套不防水。", True),
        ("zh-CN", "这件外套防水，尼龙材质。", False),
        ("zh-CN", "外套没有内衬。", True),
    ],
)
def test_what_the_name_says_too_may_not_be_denied(locale: str, text: str, refused: bool) -> None:
    order = Brief("p", Kind.DESCRIPTION, locale, BY_NAME[locale], LIMITS[Kind.DESCRIPTION])
    assert bool(judge(order, text).refusals) is refused


def test_what_is_unscented_has_no_scent() -> None:
    facts = (fact("name", "Pureleaf Laundry Liquid"), fact("scent", "unscented"))
    assert (
        judge(Brief("p", Kind.DESCRIPTION, "en-GB", facts, LIMITS[Kind.DESCRIPTION]), "It has no scent.").refusals == ()
    )
