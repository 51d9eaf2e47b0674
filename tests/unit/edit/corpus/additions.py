"""Faults made by adding what no fact says. Each wording stands in one of two shelves, `SEEN` and `UNSEEN`.

The rules were written while looking at the first. The second was written afterwards and never looked at while the rules
were changed: what is caught of it says how far they reach beyond the wordings that their author thought of.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import random
from collections.abc import Iterator, Mapping, Sequence

from schemas.kinds import Kind
from tests.unit.edit.corpus.swaps import said_of
from tests.unit.edit.corpus.truths import Item, Truth

Shelf = Mapping[str, Mapping[str, Sequence[str]]]

SEEN: Shelf = {
    "certificate": {
        "en": (
            "It is OEKO-TEX certified.", "FDA approved.", "It carries the CE mark.", "UL listed for safe use.",
            "Certified organic by the USDA.", "It meets ISO 9001.", "GOTS certified fabric.", "Energy Star rated.",
            "It is Fairtrade certified.", "It has RoHS approval.", "FSC certified wood.", "Dermatologist tested.",
            "Clinically proven.", "Lab tested for safety.", "Halal certified.", "It comes with a certificate of authenticity.",
            "It has a patented design.", "It passed the GS test.",
        ),
        "zh": (
            "通过CCC认证。", "获得欧盟CE认证。", "已通过FDA认证。", "拥有有机认证。", "通过国家质检。", "获ISO9001认证。",
            "通过SGS检测。", "拥有国家专利。", "经权威机构检测。", "通过OEKO-TEX认证。", "达到食品级标准。", "符合欧盟标准。",
            "经临床验证。", "附鉴定证书。",
        ),
    },
    "award": {
        "en": (
            "Winner of the Red Dot Award.", "An award-winning design.", "It won the iF Design Award.",
            "Voted product of the year.", "Recommended by experts.", "Rated five stars by buyers.", "A prize-winning classic.",
            "As seen on television.", "Endorsed by chefs.",
        ),
        "zh": ("荣获红点奖。", "曾获iF设计奖。", "屡获大奖。", "年度产品奖得主。", "专家推荐。", "明星同款。", "央视推荐。", "好评如潮。"),
    },
    "origin": {
        "en": (
            "Made in Italy.", "It is crafted in Japan.", "Swiss made.", "Imported from France.", "It is German engineered.",
            "Designed in Sweden.", "An authentic Italian piece.", "It comes from New Zealand.", "Proudly made in the USA.",
        ),
        "zh": ("意大利制造。", "日本进口。", "产自新西兰。", "德国工艺。", "法国设计。", "原装进口。", "瑞士品质。", "来自韩国。"),
    },
    "warranty": {
        "en": (
            "It comes with a lifetime warranty.", "Backed by our money-back guarantee.", "Free returns.",
            "A full manufacturer's warranty is included.", "Satisfaction guaranteed.", "It ships free.",
            "Covered by a limited guarantee.", "Next-day delivery.",
        ),
        "zh": ("享终身质保。", "全国联保。", "支持无理由退货。", "假一赔十。", "全国包邮。", "只换不修。", "官方保修。", "次日达。"),
    },
    "compatibility": {
        "en": (
            "It fits iPhone 15.", "Compatible with Alexa.", "It works with Apple HomeKit.", "It pairs with Android phones.",
            "It supports Google Assistant.", "Compatible with all PlayStation consoles.", "It fits most car cup holders.",
            "It connects to Samsung TVs.",
        ),
        "zh": ("适配iPhone手机。", "兼容安卓系统。", "支持华为鸿蒙。", "适用于小米电视。", "可连接天猫精灵。", "兼容各品牌设备。", "适配特斯拉。"),
    },
    "comparative": {
        "en": (
            "It is lighter than any other.", "Better than leather.", "The best-selling model in its class.",
            "Longer lasting than rivals.", "It is the lightest of its kind.", "Stronger than steel.",
            "It is more durable than ordinary models.", "The world's first of its kind.", "It outperforms the competition.",
            "Twice as strong.", "Unlike other brands, it lasts.", "The number one choice.",
        ),
        "zh": (
            "比同类产品更轻。", "优于普通款式。", "业内领先。", "销量第一。", "全网最低价。", "比真皮更耐用。", "远超同类。",
            "同类中最轻。", "行业首创。", "胜过其他品牌。", "不输大牌。",
        ),
    },
}  # fmt: skip

FOREIGN = {
    "en": (
        "Il est fabriqué avec soin pour la maison.", "Das ist ein schönes Geschenk für die ganze Familie.",
        "Es un regalo perfecto para toda la familia.", "È un regalo per tutta la famiglia.", "这是一份好礼物。",
        "これは素敵な贈り物です。", "Это хороший подарок.", "이것은 좋은 선물입니다.", "Een mooi cadeau voor het hele gezin.",
        "É um presente para toda a família.", "هذه هدية جميلة.", "Cette pièce est idéale pour les enfants.",
    ),
    "zh": (
        "It makes a lovely gift for the family.", "これは素敵な贈り物です。", "Это хороший подарок.", "이것은 좋은 선물입니다.",
        "Das ist ein schönes Geschenk für die Familie.", "هذه هدية جميلة.", "Un cadeau parfait pour la famille.",
    ),
}  # fmt: skip
LONGER = frozenset({Kind.DESCRIPTION, Kind.BULLETS})


def additions(shelf: Shelf, truth: Truth, chance: random.Random) -> Iterator[Item]:
    """One sentence of each sort, where there is room for one."""
    if truth.brief.kind not in LONGER:
        return
    for kind, tongues in shelf.items():
        yield from _added(truth, kind, chance.choice(tongues[truth.language]), chance)


def foreign(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """A sentence in another language."""
    if truth.brief.kind in LONGER:
        yield from _added(truth, "language", chance.choice(FOREIGN[truth.language]), chance)


def _added(truth: Truth, kind: str, sentence: str, chance: random.Random) -> Iterator[Item]:
    if sentence.rstrip(".。").casefold() in said_of(truth):
        return
    if truth.brief.kind is Kind.BULLETS:
        lines = truth.text.split("\n")
        lines[chance.randrange(len(lines))] = sentence.rstrip(".。")
        yield Item(truth.brief, "\n".join(lines), kind, sentence)
        return
    gap = " " if truth.language == "en" else ""
    yield Item(truth.brief, f"{truth.text}{gap}{sentence}", kind, sentence)
