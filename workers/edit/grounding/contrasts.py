"""Words of which a thing is one and no other: where a fact says "wired", a text may not say "wireless".

Each row: where the words stand | groups of synonyms, between which ";" stands. Words that mean nothing else ("sure")
count anywhere: those of a row for which no place is told, those with "!", and all Chinese ones. Others count beside a
word of the row's places ("light roast", "the roast is light"), of which a beginning is enough; "@": also as what the
product is ("a soft mattress", "Soft."). "+": it vouches for its group, and contradicts none.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from itertools import accumulate
from typing import Final, NamedTuple

TABLE: Final = """
| wired, corded, cabled, 有线 ; wireless, cordless, 无线, +bluetooth, +wi-fi, +wifi, +蓝牙
power operat run work | mains, plug-in, corded, 插电 ; battery, batteries, 电池供电, 电池驱动, +cordless, +rechargeable, +电池 ; solar, 太阳能供电, +太阳能
noise anc isolation | active, 主动降噪 ; passive, 被动降噪
sleeve | long, 长袖 ; short, 短袖 ; three-quarter, 七分袖 ; sleeveless!, 无袖
hem @ | cropped!, mini!, short, 短款, 短裙, 迷你裙 ; long, full-length!, maxi!, ankle-length!, 长款, 长裙 ; midi!, mid-length!, knee-length!, 中长款, 中长裙, 中裙, 半长裙
fit cut silhouette | slim, skinny, tight, fitted, 修身, 紧身 ; loose, relaxed, oversized, baggy, 宽松 ; regular, standard
rise waist | high, 高腰 ; low, 低腰 ; mid, medium, 中腰
heel | flat, 平底, 平跟 ; high, stiletto, 高跟, 细高跟 ; low, kitten, 低跟 ; medium, mid, 中跟
leg | straight, 直筒 ; wide, 阔腿 ; tapered, 锥形, 小脚裤 ; flared, 喇叭裤
roast | dark, darkly, 深烘, 深度烘焙 ; medium, 中烘, 中度烘焙 ; light, lightly, blonde, 浅烘, 浅度烘焙 ; medium-dark, 中深烘, 中深度烘焙
condition @ | new, brand-new!, unused!, 全新 ; used, pre-owned!, second-hand!, pre-loved!, 二手, +refurbished, +翻新 ; refurbished!, renewed!, reconditioned!, 翻新
fresh preserv @ | fresh, 新鲜, 鲜活 ; frozen!, deep-frozen!, 冷冻, 速冻 ; dried!, freeze-dried!, dehydrated!, 干制, 风干, 晒干, 冻干 ; canned!, tinned!
surface finish sheen @ | matte, matt, 哑光, 亚光, 磨砂 ; glossy, gloss, high-gloss!, shiny, 高光, 亮面, 光面, 亮光 ; satin, semi-gloss!, 半光
firmness feel @ | soft, plush, 偏软, 软款 ; firm, hard, extra-firm!, 偏硬, 硬款 ; medium, medium-firm!, 软硬适中
sweetness @ | dry, brut!, 干型 ; sweet, 甜型 ; off-dry!, semi-sweet!, semi-dry!, medium-sweet!, 半干, 半甜
| sweetened, sugared, 含糖, 加糖, 全糖, +正常糖 ; 半糖 ; 少糖, 低糖, 微糖 ; unsweetened, sugar-free, 无糖, 零糖, 0糖, 不含糖, 不加糖
milk fat @ | whole, full-fat!, full-cream!, 全脂 ; skimmed!, skim, fat-free!, non-fat!, 脱脂 ; semi-skimmed!, low-fat!, half-fat!, 低脂, 半脱脂
| salted, lightly-salted, 有盐, 含盐, 加盐 ; unsalted, salt-free, 无盐, 不含盐, 不加盐
| decaffeinated, decaf, caffeine-free, 无咖啡因, 低因, 脱因, 不含咖啡因 ; caffeinated, 含咖啡因
| alcoholic, 含酒精 ; non-alcoholic, alcohol-free, 无酒精, 不含酒精, 零酒精
| scented, perfumed, 有香, 香型 ; unscented, fragrance-free, perfume-free, 无香, 无香型, 无香料
tea | green, 绿茶 ; black, 红茶 ; white, 白茶 ; oolong, 乌龙茶, 乌龙 ; dark, pu-erh, 黑茶, 普洱 ; yellow, 黄茶 ; herbal
water wine drink | still ; sparkling, carbonated, 气泡
nuts seeds @ | raw, 生坚果 ; roasted!, toasted, 烘烤, 炒制
| bone-in, 带骨 ; boneless, deboned, 去骨, 无骨
| usb-c, usb-type-c, type-c ; usb-a, usb-type-a, type-a ; micro-usb, microusb ; mini-usb ; lightning-port, lightning-connector, lightning-plug, lightning接口, lightning, usb-lightning
side hand mount position | left, 左手, 左侧, 左边 ; right, 右手, 右侧, 右边
size bed @ | single, 单人 ; double, 双人 ; queen, king, 大床
use | indoor!, indoors, 室内 ; outdoor!, outdoors, 户外, 室外
operation movement transmission control @ | manual, hand-operated!, hand-powered!, hand-cranked!, 手动, 手摇 ; automatic, fully-automatic!, electric, electrically, 电动, 全自动, 自动 ; semi-automatic!, 半自动
movement @ | automatic, self-winding!, 自动机械 ; quartz!, 石英 ; hand-wound!, manual-wind!
guitar piano violin drum | acoustic ; electric
shape @ | round, circular, 圆形 ; square, 方形, 正方形, 四方 ; rectangular!, oblong, 长方形, 矩形, +方形 ; oval!, elliptical!, 椭圆形 ; triangular!, 三角形 ; hexagonal!, 六边形
display watch @ | digital, 数显 ; analog, analogue, 指针式
| hardcover, hardback, 精装 ; paperback, softcover, softback, 平装
| over-ear, around-ear, 头戴式, 罩耳式 ; on-ear, 压耳式 ; in-ear, 入耳式 ; open-ear, 开放式
light white bulb | warm, 暖白, 暖光, 暖色 ; cool, cold, 冷白, 冷光 ; neutral, 自然光, 中性光
| disposable, single-use, 一次性 ; reusable, 可重复使用
engine fuel motor | petrol, gasoline, 汽油 ; diesel, 柴油 ; electric
hob oven stove cooker grill heater | gas, 燃气 ; electric, 电热 ; induction ; charcoal, 木炭
load | front, 滚筒 ; top, 波轮
duty | heavy ; light
thickness @ | thick, 加厚, 厚款 ; thin, 薄款, 超薄
| duck-down, 白鸭绒, 灰鸭绒, 鸭绒 ; goose-down, 白鹅绒, 灰鹅绒, 鹅绒
| small-dog, small-dogs, small-breed, small-breeds, 小型犬, 小型狗, +中小型犬, +小中型犬 ; medium-dog, medium-dogs, 中型犬, +中小型犬, +小中型犬, +中大型犬 ; large-dog, large-dogs, large-breed, large-breeds, 大型犬, 大型狗, +中大型犬
| puppy, puppies, 幼犬 ; adult-dog, adult-dogs, 成犬 ; senior-dog, senior-dogs, 老年犬
| kitten, kittens, 幼猫 ; adult-cat, adult-cats, 成猫 ; senior-cat, senior-cats, 老年猫
| mineral-glass, mineral-crystal, 矿物玻璃, 矿物质玻璃 ; sapphire-glass, sapphire-crystal, 蓝宝石玻璃, 蓝宝石镜面, 蓝宝石水晶 ; quartz-glass, 石英玻璃 ; acrylic-crystal, acrylic-glass, 亚克力镜面
| 头层牛皮, 头层皮 ; 二层牛皮, 二层皮, 剖层牛皮, 剖层皮
| single-breasted, 单排扣 ; double-breasted, 双排扣
| single-wall, single-walled, 单层 ; double-wall, double-walled, 双层 ; triple-wall, triple-walled, 三层
| crew-neck, round-neck, 圆领 ; v-neck, v领 ; turtleneck, roll-neck, 高领 ; mock-neck, 半高领 ; mandarin-collar, stand-collar, 立领 ; square-neck, 方领 ; boat-neck, 一字领 ; polo-collar, polo领, 翻领
| round-toe, round-toed, 圆头 ; pointed-toe, pointed-toed, 尖头 ; square-toe, square-toed, 方头 ; open-toe, open-toed, peep-toe, 露趾
| striped, 条纹 ; plaid, tartan, gingham, 格纹, 格子 ; polka-dot, polka-dots, 波点 ; floral, 碎花
spic heat @ | mild, 微辣 ; medium, 中辣 ; hot, 特辣, 重辣, 超辣 ; 不辣
"""
_GAP: Final = "[ -]?"
_EDGE: Final = "(?<![a-z0-9-]){}(?![a-z0-9])"


class Contrast(NamedTuple):
    """`places`: beginnings of words, of which one stands beside what is not `sure`; `whole`: it may also be said of the
    product itself. `words`: every one of them, leftmost and longest; `own`: of each the number of its group, and
    `vouches`: those for which it vouches. `beginnings`: a Latin word's first letters, a Chinese one's two characters;
    `joined`: these too where a word's parts are written as one.
    """

    places: tuple[str, ...]
    whole: bool
    words: re.Pattern[str]
    own: dict[str, int]
    vouches: dict[str, frozenset[int]]
    sure: frozenset[str]
    beginnings: frozenset[str]
    joined: frozenset[str]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


_ASCII_RUN: Final = re.compile("[a-z]+")
_PARTS: Final = re.compile("[ -]")
_COPULA: Final = r"(?:\w*(?: length| height| type| level| size)?(?::| is| are| in| feels?| stays?) ?(?:a |an |the |on the |very |quite |fully )?|\w* on )"
_BETWEEN: Final = r"(?:[ -](?!and\b|or\b|with\b|in\b|of\b|for\b|the\b|a\b|an\b|on\b|to\b|but\b|from\b)[a-z]+)?"


def key(word: str) -> str:
    """A word, however its parts are joined in a text."""
    return word.replace(" ", "").replace("-", "")


def _contrast(row: str) -> Contrast:
    where, _, told = row.partition("|")
    names = where.split()
    own: dict[str, int] = {}
    vouches: dict[str, frozenset[int]] = {}
    sure, spelled = set(), []
    for number, entry in ((n, entry.strip()) for n, group in enumerate(told.split(";")) for entry in group.split(",")):
        word = entry.strip("!+").lower()
        spelled.append(word)
        vouches[key(word)] = vouches.get(key(word), frozenset()) | {number}
        if not entry.startswith("+"):
            own[key(word)] = number
        if not names or entry.endswith("!") or not word.isascii():
            sure.add(key(word))
    places = tuple(name for name in names if name != "@")
    beside = "|".join(places)
    return Contrast(
        places=places,
        whole="@" in names,
        words=re.compile("|".join(map(_pattern, sorted(set(spelled), key=len, reverse=True)))),
        own=own,
        vouches=vouches,
        sure=frozenset(sure),
        beginnings=frozenset(map(_beginning, spelled)),
        joined=frozenset(_beginning(begun) for word in spelled for begun in accumulate(_PARTS.split(word))),
        before=re.compile(rf"\b(?:{beside}){_COPULA}\Z") if places else None,
        behind=re.compile(rf"{_BETWEEN}[ -](?:{beside})") if places else None,
    )


def _beginning(word: str) -> str:
    run = _ASCII_RUN.match(word)
    return run[0] if run else word[:2]


def _pattern(word: str) -> str:
    if not word.isascii():
        return re.escape(word)
    return _EDGE.format(_GAP.join(map(re.escape, _PARTS.split(word))))


CONTRASTS: Final = tuple(map(_contrast, TABLE.strip().splitlines()))
