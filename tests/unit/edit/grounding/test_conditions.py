"""An amount is told of what its fact tells it of: one of a pair, a part, a sealed bag."""

import pytest

from tests.unit.edit.briefs import LIMITS, Kind, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief, Fact

SHOES = (fact("name", "透气跑鞋"), fact("type", "running-shoes"), fact("单只重量", "245", "g"))
BOOTS = (fact("name", "Tarn Boots"), fact("type", "hiking-boots"), fact("weight", "480 g per boot"))
SYRUP = (fact("name", "Cardinal Syrup"), fact("shelf_life", "24", "month"), fact("net_weight", "16", "oz"))
KNIFE = (fact("name", "Osaya Chef's Knife"), fact("blade_length", "8", "inch"), fact("handle", "pakkawood"))
SHEARS = (
    fact("name", "Wickenden Secateurs"), fact("type", "pruning-shears"), fact("handle", "ash"),
    fact("blade", "carbon-steel"), fact("length", "21", "cm"),
)  # fmt: skip
PRUNERS = (fact("name", "修枝剪"), fact("type", "pruning-shears"), fact("handle", "ash"), fact("length", "21", "cm"))
BEDDING = (
    fact("name", "水洗棉四件套"), fact("type", "bedding-set"), fact("床单尺寸", "245 × 250 cm"),
    fact("被套尺寸", "200 × 230 cm"), fact("枕套数量", "2"),
)  # fmt: skip
CAN = (fact("name", "洒水壶"), fact("type", "watering-can"), fact("壶嘴材质", "黄铜"), fact("壶身材质", "镀锌铁"))
SMOCK = (
    fact("name", "Skerrymuir Smock"), fact("type", "jacket"), fact("material", "waxed cotton"),
    fact("lining", "100% cotton flannel"),
)  # fmt: skip
TEA = (fact("name", "云岭白茶礼盒"), fact("type", "tea"), fact("net_weight", "200", "g"), fact("每罐净重", "100", "g"))
MUG = (
    fact("name", "暖居保温杯"), fact("type", "tumbler"), fact("内胆材质", "316不锈钢"), fact("外壳材质", "304不锈钢"),
)  # fmt: skip
BIKE = (
    fact("name", "Bramble Bike"), fact("type", "bicycle"), fact("gears", "3"), fact("recommended_age", "4-7", "year"),
)  # fmt: skip


def wrong(facts: tuple[Fact, ...], text: str) -> list[str]:
    locale = "en-US" if facts[0].value.isascii() else "zh-CN"
    order = Brief("p", Kind.DESCRIPTION, locale, facts, LIMITS[Kind.DESCRIPTION])
    return [one.span for one in judge(order, text).refusals if one.rule in {"relation", "numbers"}]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (SHOES, "一双总重 245 g。"),
        (BOOTS, "A pair weighs 480 g."),
        (SYRUP, "It keeps for 24 months once opened."),
        (KNIFE, "The knife measures 8 inches from tip to end of handle."),
        (SHEARS, "They have a carbon steel blade 21 cm long."),
        (SHEARS, "The handle is 21 cm."),
        (PRUNERS, "手柄长21厘米。"),
        (PRUNERS, "21厘米长的手柄。"),
        (BEDDING, "被套 245 × 250 cm，床单 200 × 230 cm。"),
        (BEDDING, "枕套四只。"),
        (TEA, "每罐200克。"),
        (BIKE, "For children from 3 to 7."),
        (MUG, "内胆304不锈钢，外壳316不锈钢。"),
        (BEDDING, "四只枕套。"),
        (CAN, "黄铜做的壶身配镀锌铁的壶嘴。"),
        (SMOCK, "Cotton flannel on the outside, waxed cotton as the lining."),
    ],
)
def test_an_amount_or_a_material_of_another_is_refused(facts: tuple[Fact, ...], text: str) -> None:
    assert wrong(facts, text)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (SHOES, "单只重 245 g。"),
        (SHOES, "跑鞋重245克。"),
        (BOOTS, "Each boot weighs 480 g."),
        (BOOTS, "A pair of boots at 480 g each."),
        (SYRUP, "It keeps for 24 months."),
        (KNIFE, "The blade is 8 inches long."),
        (SHEARS, "The secateurs are 21 cm long with a carbon steel blade."),
        (SHEARS, "The secateurs measure 21 cm and have an ash handle."),
        (PRUNERS, "全长21厘米，手柄为白蜡木。"),
        (BEDDING, "被套 200 × 230 cm，床单 245 × 250 cm。"),
        (BEDDING, "四件套，枕套两只。"),
        (TEA, "净含量200克，每罐100克。"),
        (BIKE, "For ages 4 to 7, with 3 gears."),
        (MUG, "内胆316不锈钢，外壳304不锈钢。"),
        (CAN, "镀锌铁做的壶身配黄铜的壶嘴。"),
        (SMOCK, "Waxed cotton on the outside, cotton flannel as the lining."),
    ],
)
def test_what_the_fact_tells_it_of_is_let_pass(facts: tuple[Fact, ...], text: str) -> None:
    assert wrong(facts, text) == []
