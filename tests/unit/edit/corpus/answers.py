"""Attributes that are answered yes or no, in the seller's own words: said otherwise than they are answered.

`kept` rows were looked at while the rules were written. `held` rows were written before the rules: at first sight 105 of
107 lies in English and 89 of 96 in Chinese were caught, and 12 truths refused. `late` rows were written after the rules
had been mended by those: 88 of 95 and 87 of 87. Where the answer is yes, an affirmation is the truth and a denial the lie; where it is no, the
other way round.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from schemas.inbound import Attribute, ProductCreated
from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS
from tests.unit.write.realise.listings import BENEFITS
from workers.plan.brief import Brief
from workers.plan.facts import facts_of


class Answer(NamedTuple):
    """`lie` and `truth` are both about one attribute of the brief."""

    brief: Brief
    lie: str
    truth: str


class Wordings(NamedTuple):
    """`things` a product has or has not, `sorts` that it is or is not, and how either is said."""

    things: str
    sorts: str
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    being: tuple[str, ...]
    not_being: tuple[str, ...]


YES = {"en": ("yes", "true", "included"), "zh": ("是", "有", "支持")}
NO = {"en": ("no", "none", "not included"), "zh": ("否", "无", "不支持")}

WORDINGS: dict[str, dict[str, Wordings]] = {
    "kept": {
        "en": Wordings(
            "NFC; caffeine; latex; camera; handle; pump; filter; alarm; heated seat; wheels",
            "organic; recycled",
            ("It has {}.", "With {}.", "Comes with {}.", "{} included.", "It has built-in {}."),
            ("It has no {}.", "Without {}.", "No {}.", "It does not have {}.", "{} not included."),
            ("It is {}.", "{}.", "A {} unit."),
            ("It is not {}.", "Not {}.", "Non-{}."),
        ),
        "zh": Wordings(
            "蓝牙; 摄像头; 指纹解锁; 香精; 咖啡因; 滤网; 把手; 轮子; NFC; 糖",
            "有机; 进口",
            ("带{}。", "支持{}。", "有{}。", "配备{}。", "{}好用。"),
            ("不带{}。", "无{}。", "没有{}。", "不支持{}。", "未配备{}。"),
            ("{}产品。", "这是{}的。", "{}。"),
            ("非{}产品。", "并非{}。", "不是{}的。"),
        ),
    },
    "held": {
        "en": Wordings(
            "ice maker; drawstring; preservatives; night light; subwoofer; stylus; child lock; palm oil; trackpad; kickstand",
            "refurbished; edible",
            ("There is {} as well.", "It also comes with {}.", "You get {} too.", "It uses {}.", "Its {} is there for you."),
            ("There is no {}.", "It comes without {}.", "It lacks {}.", "You will not find {} here.", "It does not come with {}."),
            ("These are {}.", "{} and in black.", "It is {} and black."),
            ("These are not {}.", "It isn't {}.", "It is not {}, it is black."),
        ),
        "zh": Wordings(
            "收音机; 夜灯; 磁吸; 触控笔; 防腐剂; 棕榈油; 童锁; 抽绳; 投屏; 支架",
            "野生; 二手",
            ("自带{}。", "还有{}。", "内置{}。", "也能用{}。", "具备{}。"),
            ("并无{}。", "不具备{}。", "不含{}。", "未带{}。", "{}是没有的。"),
            ("它是{}的。", "属于{}。", "{}款，黑色。"),
            ("它不是{}的。", "不属于{}。", "非{}款，黑色。"),
        ),
    },
    "late": {
        "en": Wordings(
            "steam function; buckle; radio; glitter; egg white; charging dock; mesh pocket; fluoride; remote start; voice control",
            "reusable; hypoallergenic",
            ("It features {}.", "Enjoy {}.", "{} is part of it.", "It is black and has {}.", "It even has {}."),
            ("It does not feature {}.", "There isn't any {}.", "It is sold without {}.", "It is black and has no {}.", "It has not got {}."),
            ("It is a {} unit.", "Black and {}.", "This unit is {}."),
            ("It is not a {} unit.", "Black, not {}.", "This unit isn't {}."),
        ),
        "zh": Wordings(
            "语音控制; 亮片; 加湿; 蛋白; 魔术贴; 氟; 网袋; 遥控启动; 扶手; 暗袋",
            "可降解; 定制",
            ("带有{}。", "附带{}。", "它有{}。", "黑色，带{}。", "含{}。"),
            ("不带有{}。", "不附带{}。", "它没有{}。", "黑色，不带{}。", "不包含{}。"),
            ("是{}产品。", "{}的产品。", "黑色{}产品。"),
            ("不是{}产品。", "非{}的产品。", "黑色非{}产品。"),
        ),
    },
}  # fmt: skip

ROWS: dict[str, str] = {
    "kept": """
en certification=none | It is certified. | It is not certified.
en warranty=no | It comes with a warranty. | It comes without a warranty.
en warranty=n/a | It has a warranty. | It is black.
en guarantee=none | With a guarantee. | It has no guarantee.
en eco label=none | Eco-friendly. | It is black.
en eco label=n/a | Eco-friendly. | It is black.
en waterproof=n/a | It is waterproof. | It is black.
en waterproof=yes | Barely waterproof. | It is waterproof.
en waterproof=yes | Almost waterproof. | Waterproof.
en waterproof=yes | Waterproof it is not. | Waterproof it is.
en waterproof=yes | Far from waterproof. | A waterproof unit.
en gluten free=no | Gluten free. | Not gluten free.
en gluten free=yes | It is not gluten-free. | It is gluten-free.
en allergens=milk, nuts | Milk free. | It has milk and nuts.
en allergens=milk, nuts;gluten free=no | Nut free. | It has nuts.
en allergens=milk, nuts;gluten free=no | Free from milk. | Not gluten free.
en contains=gluten, soy | No soy. | Contains soy.
en ingredients=heather honey | Contains no honey. | Contains honey.
en ingredients=heather honey | No heather. | Heather honey.
en compatibility=Android, iOS | It doesn't work with Android. | It works with Android.
en compatibility=Android, iOS | Android only. | For Android and iOS.
en compatibility=Android, iOS | Not compatible with iOS. | Compatible with iOS.
en bluetooth version=5.3 | It has no Bluetooth. | Bluetooth 5.3.
en closure=laces | No laces. | With laces.
en warranty=2 years | Warranty not included. | A two-year warranty.
en material=full-grain leather | The leather is not full-grain. | The leather is full-grain.
en care=dry clean | Do not dry clean. | Dry clean.
en latex free=no | Latex free. | Not latex free.
en latex free=yes | Contains latex. | Contains no latex.
en certification=CE, GOTS | No CE mark. | It has the CE mark.
zh 认证=无 | 已认证。 | 未认证。
zh 质保=无 | 享质保。 | 无质保。
zh 专利=无 | 有专利。 | 无专利。
zh 防水等级=无 | 防水。 | 不防水。
zh 防水等级=IPX4 | 不防水。 | 防水等级IPX4。
zh 环保标志=无 | 环保。 | 没有环保标志。
zh 检测报告=无 | 有检测报告。 | 没有检测报告。
zh 可用电磁炉=否 | 可用电磁炉。 | 不能用于电磁炉。
zh 可用明火=是 | 不可用明火。 | 可用明火。
zh 可用明火=是 | 明火不可用。 | 可用明火，黑色。
zh 适配系统=Android、iOS | 仅支持iOS。 | 支持iOS。
zh 适配系统=Android、iOS | 不支持Android。 | 支持Android。
zh 洗涤方式=干洗 | 无需干洗。 | 需要干洗。
zh 洗涤方式=干洗 | 不要干洗。 | 请干洗。
zh 防水=是 | 几乎防水。 | 防水。
zh 防水=是 | 算不上防水。 | 防水，黑色。
zh 过敏原=牛奶、坚果 | 不含牛奶。 | 含牛奶。
zh 配料=大豆、小麦 | 无大豆。 | 含大豆。
zh 不含酒精=是 | 含酒精。 | 不含酒精。
zh 不含酒精=否 | 不含酒精。 | 含酒精。
""",
    "held": """
en certification=no | It comes certified. | It comes without certification.
en certification=n/a | Fully certified. | It is black.
en warranty=none | Its warranty is there for you. | There is no warranty.
en returns=none | It can be returned. | It cannot be returned.
en patent=none | It is patented. | It is not patented.
en eco label=no | A green choice. | It is black.
en eco label=none | An eco-friendly unit. | It is black.
en dishwasher safe=n/a | It is dishwasher safe. | It is black.
en windproof=yes | Hardly windproof. | It is windproof.
en windproof=yes | Partly windproof. | Windproof and black.
en waterproof=yes | It is no longer waterproof. | It is waterproof.
en waterproof=yes | It might be waterproof. | It is waterproof, in black.
en rechargeable=yes | Rechargeable it is not. | It is rechargeable.
en vegan=yes | Anything but vegan. | It is vegan.
en sugar free=no | It is sugar-free. | It is not sugar-free.
en lactose free=yes | It isn't lactose-free. | It is lactose-free.
en allergens=eggs, fish | Egg free. | Contains eggs.
en allergens=eggs, fish | No fish. | It has eggs and fish.
en may contain=sesame | Sesame-free. | It may contain sesame.
en allergens=milk | Dairy free. | It contains milk.
en contains=wheat, celery | It is free of celery. | It contains celery.
en ingredients=oats, dates | Made without oats. | Made with oats.
en ingredients=oats, dates | Date free. | Oats and dates.
en compatibility=Windows, Linux | Only for Linux. | For Windows and Linux.
en compatibility=Windows, Linux | It cannot be used with Windows. | It can be used with Windows.
en works with=gas, induction | Not for gas. | For gas and induction.
en usb version=3.0 | It has no USB. | USB 3.0.
en closure=zip | There is no zip. | A zip closure.
en included=charger, case | Charger not included. | Charger included.
en included=charger, case | Without a case. | With a case.
en material=recycled polyester | The polyester isn't recycled. | The polyester is recycled.
en paraben free=yes | With parabens. | Without parabens.
en paraben free=no | It is paraben-free. | It is not paraben-free.
en certification=FSC, PEFC | It is not FSC certified. | It is FSC certified.
en suitable for=hardwood, tile | Unsuitable for tile. | Suitable for tile.
zh 认证=否 | 有认证。 | 没有认证。
zh 保修=无 | 享保修。 | 不享保修。
zh 质保=没有 | 提供质保。 | 不提供质保。
zh 质保=不适用 | 享质保。 | 黑色。
zh 环保标志=否 | 绿色环保。 | 无环保标志。
zh 专利=否 | 专利产品。 | 没有专利。
zh 防水等级=不支持 | 可防水。 | 不可防水。
zh 防水=是 | 勉强防水。 | 可防水。
zh 防水=是 | 谈不上防水。 | 有防水功能。
zh 防风=是 | 半防风。 | 防风。
zh 可用洗碗机=否 | 可用洗碗机。 | 不可用洗碗机。
zh 可用烤箱=是 | 不能用于烤箱。 | 可用烤箱。
zh 支持快充=否 | 支持快充。 | 不支持快充。
zh 兼容系统=Windows、macOS | 只支持macOS。 | 支持macOS。
zh 兼容系统=Windows、macOS | 不兼容Windows。 | 兼容Windows。
zh 洗涤方式=手洗 | 不可手洗。 | 可手洗。
zh 过敏原=鸡蛋、花生 | 无花生。 | 含花生。
zh 过敏原=鸡蛋、花生 | 不含鸡蛋。 | 含鸡蛋和花生。
zh 配料=燕麦、红枣 | 没有红枣。 | 有红枣。
zh 不含防腐剂=是 | 含防腐剂。 | 不含防腐剂。
zh 无香精=否 | 无香精。 | 有香精。
zh 包装清单=充电器、收纳袋 | 不含充电器。 | 含充电器。
zh 蓝牙版本=5.3 | 没有蓝牙。 | 蓝牙5.3。
zh 适用场景=办公室、卧室 | 不适合卧室。 | 适合卧室。
""",
    "late": """
en certification=not certified | It has certification. | It is not certified.
en warranty=no warranty | It has a full guarantee. | No warranty.
en eco label=no | Sustainable. | It is black.
en waterproof=no | It is waterproof and black. | It is black but not waterproof.
en waterproof=yes | Waterproof only in part. | Waterproof and black.
en dishwasher safe=yes | It is hardly dishwasher safe. | It is dishwasher safe.
en dishwasher safe=no | Put it in the dishwasher. | Do not put it in the dishwasher.
en foldable=yes | It almost folds. | It folds.
en vegan=no | Vegan. | It is not vegan.
en vegan=yes | It was never vegan. | It was always vegan.
en lid=none | With a lid. | Without a lid.
en timer=no | It has a timer. | It comes without a timer.
en allergens=soy, celery | It is soy-free. | It contains soy.
en contains=lupin, mustard | Made without mustard. | Made with mustard.
en may contain=almonds | No almonds. | It may contain almonds.
en compatibility=Nikon, Canon | Just for Canon. | For Nikon and Canon.
en compatibility=Nikon, Canon | It does not fit Nikon. | It fits Nikon.
en included=stand, adapter | The adapter is not included. | The adapter is included.
en alcohol free=no | Alcohol-free. | It is not alcohol-free.
en alcohol free=yes | It contains alcohol. | It is free of alcohol.
en wi-fi version=6 | It has no Wi-Fi. | Wi-Fi 6.
en closure=zip | Without a zip. | With a zip.
en care=hand wash | Do not hand wash. | Hand wash.
zh 质保=暂无 | 质保服务。 | 暂无质保。
zh 认证=未认证 | 认证产品。 | 未经认证。
zh 防水=否 | 防水设计。 | 不具备防水功能。
zh 防水=是 | 接近防水。 | 具备防水功能。
zh 保温=是 | 不太保温。 | 保温。
zh 定时=否 | 可定时。 | 不可定时。
zh 可用微波炉=否 | 可用微波炉加热。 | 不能用于微波炉。
zh 过敏原=芝麻、虾 | 不含芝麻。 | 含芝麻。
zh 配料=可可、榛子 | 不添加榛子。 | 添加榛子。
zh 适配机型=尼康、佳能 | 仅适配佳能。 | 适配佳能。
zh 适配机型=尼康、佳能 | 不适配尼康。 | 适配尼康。
zh 附件=支架、电源线 | 不附支架。 | 附支架。
zh 无酒精=是 | 含酒精。 | 不含酒精。
zh 洗涤方式=手洗 | 切勿手洗。 | 请手洗。
zh 闭合方式=拉链 | 没有拉链。 | 拉链闭合。
""",
}  # fmt: skip


@cache
def answers(half: str, language: str) -> tuple[Answer, ...]:
    """All of one half: each attribute in one having and one lacking wording, answered yes and no; then the rows."""
    return (*_asked(WORDINGS[half][language], language), *_rows(half, language))


def _asked(told: Wordings, language: str) -> Iterator[Answer]:
    for names, saying, denying in ((told.things, told.having, told.lacking), (told.sorts, told.being, told.not_being)):
        for number, name in enumerate(names.split("; ")):
            for turn in range(3):
                affirmed = said(saying[(number + turn) % len(saying)], name)
                denied = said(denying[(number + turn) % len(denying)], name)
                yield Answer(order(language, ((name, NO[language][turn]),)), affirmed, denied)
                yield Answer(order(language, ((name, YES[language][turn]),)), denied, affirmed)


def said(frame: str, name: str) -> str:
    """The frame with the attribute's name in it."""
    sentence = frame.replace("{}", name)
    return sentence[0].upper() + sentence[1:]


def _rows(half: str, language: str) -> Iterator[Answer]:
    for line in ROWS[half].strip().split("\n"):
        spoken, _, rest = line.partition(" ")
        if spoken == language:
            facts, lie, truth = rest.split(" | ")
            pairs = [fact.partition("=") for fact in facts.split(";")]
            yield Answer(order(language, tuple((name, value) for name, _, value in pairs)), lie, truth)


@cache
def order(language: str, attributes: tuple[tuple[str, str], ...]) -> Brief:
    """A plain product that is black, and whatever else is said of it."""
    locale, title, brand, colour = {
        "en": ("en-GB", "Solway Unit", "Solway", ("colour", "black")),
        "zh": ("zh-CN", "川岭日用品", "川岭", ("颜色", "黑色")),
    }[language]
    told = tuple(Attribute(name=name, value=value) for name, value in (*attributes, colour))
    facts = facts_of(ProductCreated(id="p-1", locales=(locale,), title=title, brand=brand, attributes=told))
    return Brief("p-1", Kind.DESCRIPTION, locale, facts, LIMITS[Kind.DESCRIPTION], BENEFITS.clauses(facts, locale))
