"""Of which part of a product a fact tells: read from the fact's name, and from a table of words for parts.

"Lining", 里料 and "lined" are one part; what no row has ("burn time", 烘焙地) is a part of its own, called by the words
of the name that say more than which attribute it is.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.grounding.stems import stem
from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import find_name, folded_name

_TABLE: Final = """
shell outer exterior fabric outside | 面料 外层 表层 外料
lining lined liner interior inner inside | 里料 内里 里布 内衬 里衬 衬里
filling filled fill padding padded stuffing wadding | 填充物 填充 内填 内芯 芯材 填料
collar | 领子 衣领 领口
cuff | 袖口
sleeve | 袖子 衣袖
hood | 帽子
pocket | 口袋
zip zipper | 拉链
button | 纽扣 扣子 按键 按钮
hem | 下摆
upper | 鞋面 帮面
sole outsole | 鞋底 大底
insole footbed | 鞋垫
lace shoelace | 鞋带
eyelet | 鞋眼
heel | 鞋跟 后跟 跟高
toe | 鞋头
shaft | 靴筒 筒高
strap band bracelet | 表带 背带 肩带 腕带
hand | 指针
dial | 表盘
case | 表壳
movement | 机芯
frame rim | 框架 车架 边框 镜框 骨架
lens | 镜片
arm armrest temple | 扶手 镜腿
seat | 座面 坐垫 座板 座垫 座高
back backrest | 靠背 椅背 背面
front | 正面
top tabletop worktop | 台面 桌面
leg | 桌腿 椅腿 凳腿 支脚
foot feet | 脚垫 脚套
base | 底座 底盘 基座
bottom | 底部
drawer | 抽屉
shelf shelves | 层板 搁板
door | 柜门 门
window | 窗
vent | 通风口
hook | 挂钩
knob | 旋钮
handle grip | 手柄 把手 提手
blade | 刀身 刀片 刀刃
comb | 梳子
bowl | 碗
lid | 盖子 杯盖 瓶盖 锅盖 壶盖
body | 机身 包身 杯身 壶身 瓶身 锅身 琴体 主体 车身
jar | 罐身 杯身
wick | 烛芯
wax | 蜡
shade lampshade | 灯罩
cord cable lead | 电线 线缆 电源线
flysheet | 外帐
innertent | 内帐
groundsheet | 地席 帐底
pole | 帐杆
peg | 地钉
cover | 封面
cushion | 靠垫 抱枕
fingerboard fretboard | 指板
neck | 琴颈
soundboard | 琴面板
pot planter | 花盆
plating plated | 镀层
stone | 宝石 主石
chain | 链条 链子
pendant | 吊坠
buckle clasp | 搭扣 扣头
wheel | 轮子 车轮
tyre tire | 轮胎
saddle | 车座
screen display | 屏幕
trim piping border edging | 包边 滚边
leather hide | 皮料 皮革
gross packed boxed shipping | 毛重 总重 包装重量
now current currently | 现价 现售
was old original originally formerly previously rrp | 原价 划线价
"""
_COUNTED: Final = frozenset(
    "pocket zip button drawer shelf door window vent hook knob blade comb wheel lens strap buckle eyelet leg pole peg"
    " handle cushion".split()
)
"""Parts of which one says how many there are, each by its own word."""
_WHOLE: Final = frozenset({"material", "composition", "colour", "origin", "provenance", "price"})
"""Attributes of the product itself."""
_SURFACE: Final = frozenset({"shell", "body"})
"""Of what the product is made of, these are too, where no fact has another."""
_ATTRIBUTES: Final = """
width wide across diameter | 宽 径
diameter across | 径
height tall high height | 高
depth deep | 深
length long | 长
thickness thick | 厚
"""
"""What a side is called in an attribute's name, and beside an amount."""
_PLAIN: Final = frozenset(
    "material materials colour color colours colors type in from at of the a an with and for to by on is it its origin"
    " country made weight height width depth length diameter thickness size dimension dimensions time duration number"
    " count quantity total max maximum min minimum net product item main overall no per price cost adjustable range"
    " level rating name finish pattern style area volume capacity life period years year set sets long wide high tall"
    " deep thick extended full up down available standard average approx approximate recommended keeps come comes code".split()
)
"""Words of an attribute's name that say nothing of a part."""
_PLAIN_CHINESE: Final = (
    "来源地 材质 材料 质地 颜色 配色 产地 来源 直径 宽度 高度 深度 长度 厚度 重量 尺寸 时间 时长 数量 个数 价格 类型 规格 产品 商品 色 地 宽 高 深 长 厚 重 数"
).split()  # fmt: skip
"""The longest first."""
_WORD: Final = re.compile("[a-z]+")
_HAN: Final = re.compile("[\u3400-\u9fff]+")
A_CHARGE: Final = re.compile("[一单每]次充电[^，。,.]{0,6}\\Z")
"""What lasts until the next charge is no charging."""

DATA: Final = (
    A_CHARGE.pattern,
    _TABLE,
    " ".join(sorted(_COUNTED)),
    _ATTRIBUTES,
    " ".join(sorted(_PLAIN)),
    " ".join(_PLAIN_CHINESE),
)


class Part(NamedTuple):
    """`heads`: what the name ends in, of which it tells; `words`: all parts that it names. `sides`: which side of it."""

    heads: frozenset[str]
    words: frozenset[str]
    sides: frozenset[str]
    whole: bool


def _read(table: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    latin: dict[str, frozenset[str]] = {}
    han: dict[str, frozenset[str]] = {}
    for row in table.strip().splitlines():
        english, _, chinese = row.partition("|")
        name = english.split()[0]
        for word in english.split():
            latin[stem(word)] = latin.get(stem(word), frozenset()) | {name}
        for word in chinese.split():
            han[word] = han.get(word, frozenset()) | {name}
    return latin, han


LATIN, CHINESE = _read(_TABLE)
_SIDES, _SIDES_CHINESE = _read(_ATTRIBUTES)
LONGEST: Final = max(map(len, CHINESE))
COUNTED: Final = frozenset(part for word in _COUNTED for part in LATIN[stem(word)])
KNOWN: Final = frozenset().union(*LATIN.values())


def part_of(word: str) -> frozenset[str]:
    """The parts that an English word may mean; none where no row has it."""
    return LATIN.get(stem(word), frozenset())


def sides_of(words: str) -> frozenset[str]:
    """Which sides of a thing words in lower case speak of."""
    found = [_SIDES.get(stem(word), frozenset()) for word in _WORD.findall(words)]
    found += [side for character, side in _SIDES_CHINESE.items() if character in words]
    return frozenset().union(*found)


@lru_cache(maxsize=4096)
def named(name: str) -> Part:
    """What the name of a fact tells of."""
    known = find_name(name)
    if not isinstance(known, NameWord):
        return _merged([folded_name(name)], whole=False)
    if known.key in _WHOLE:
        own = _SURFACE if known.kind in {"material", "composition"} else frozenset()
        return Part(own, own, frozenset(), whole=True)
    return _merged([known.us.lower(), known.zh, *map(str.lower, known.aliases)], whole=False)


def _merged(labels: Iterable[str], *, whole: bool) -> Part:
    parts = [_of_label(label) for label in labels]
    return Part(
        frozenset().union(*[heads for heads, _ in parts]),
        frozenset().union(*[words for _, words in parts]),
        frozenset().union(*map(sides_of, labels)),
        whole,
    )


def _of_label(label: str) -> tuple[frozenset[str], frozenset[str]]:
    told = [*map(_of_word, telling(label)), *map(_of_chinese, _HAN.findall(label))]
    told = [parts for parts in told if parts]
    return (told[-1] if told else frozenset()), frozenset().union(*told)


def telling(label: str) -> Iterator[str]:
    """The English words of a name that say of which part it is."""
    return (word for word in _WORD.findall(label) if word not in _PLAIN)


def _of_word(word: str) -> frozenset[str]:
    return part_of(word) or frozenset({stem(word)})


def _of_chinese(label: str) -> frozenset[str]:
    if label in CHINESE:
        return CHINESE[label]
    own = bare(label)
    if own in CHINESE:
        return CHINESE[own]
    found = [CHINESE[own[at:]] for at in range(len(own)) if own[at:] in CHINESE]
    return frozenset().union({own} if len(own) > 1 or own == label else (), *found[:1])


def bare(label: str) -> str:
    """A Chinese name without its attribute: 底座直径 is one of the 底座."""
    while longer := next((word for word in _PLAIN_CHINESE if label.endswith(word) and label != word), ""):
        label = label.removesuffix(longer)
    return "" if label in _PLAIN_CHINESE else label
