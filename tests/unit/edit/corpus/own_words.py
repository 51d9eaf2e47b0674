"""Words that no shipped list knows, as a shop's catalogue might have them; and faults made of them."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import yaml

from schemas.kinds import Kind
from tests.unit.edit.corpus.swaps import _alone, _forms, _type_in
from tests.unit.edit.corpus.truths import Item, Truth, truths
from workers.edit.gate import Editor, with_packs

SEED = 23
ENOUGH = 120
"""Faults of one matter in one language."""

OWN: Mapping[str, Mapping[str, Sequence[str]]] = {
    "brand": {
        "en": (
            "Zorvan", "Kelmuth", "Aldermoor", "Ostrava Mill", "Wrenfield & Co", "Tessaly", "ivanto", "Brindle Row", "Moorgate Forge",
            "Quorndale", "Hexley", "Paravel", "Urban Classic", "Sundholm", "Fjordkind", "Marlowe Dean", "O'Dalley", "Lunette",
        ),
        "zh": (
            "栖木里", "素野", "暮山集", "禾声", "鹤归堂", "拾穗", "半亩方塘", "青砚", "檐下", "锦帆", "云水谣", "知渔",
            "岚舍", "石竹记", "野渡", "衡山屿", "朴喜", "沐禾坊",
        ),
    },
    "material": {
        "en": ("zamak", "velmora", "karnith fibre", "tombac", "sorbelite", "moongrain", "ultrasilk weave", "corozo", "paktong", "tyvaran"),
        "zh": ("锌镁铸材", "云母纤维", "乌檀", "藤石", "苎光绸", "月岩板", "玄铁木", "鲛绡", "碳晶砂", "冰岛绒"),
    },
    "colour": {
        "en": ("rosso corsa", "verde lago", "glacier pearl", "smaragd", "heliotrope", "cinnabar", "eau de nil", "gamboge", "isabelline"),
        "zh": ("暮山紫", "月影灰蓝", "青梅煮雪", "落霞绛", "黛岚", "琉璃烟", "酡颜", "霁青", "缃叶"),
    },
    "origin": {
        "en": ("Kestrova", "Upper Maldon", "Vestrand", "Isle of Corran", "Tarsholm", "Lake Orrin"),
        "zh": ("云栖谷", "澜沧坝子", "雾凇岭", "青螺岛", "赤水坪", "望海屯"),
    },
    "pattern": {
        "en": ("asanoha", "seigaiha", "fleurette", "quatrefoil", "arlequin", "millefleur"),
        "zh": ("青海波", "麻叶纹样", "四叶花格", "宝相花", "云雷纹样", "海棠格"),
    },
    "scent": {
        "en": ("petrichor", "tonka", "vetiver", "osmanthia", "palo santo", "labdanum"),
        "zh": ("雨后青苔", "零陵", "龙涎调", "苦橙叶", "雪顶松", "岩兰草"),
    },
    "flavour": {
        "en": ("speculoos", "dulce de leche", "ube", "gianduja", "pandan", "calamansi"),
        "zh": ("杨枝甘露", "芝芝莓莓", "桂花酒酿", "海盐芝士奶盖", "金桔柠乐", "姜汁撞奶"),
    },
    "certification": {
        "en": ("Okeysafe", "Greenmarque", "TrueFibre Seal", "CleanWeave"),
        "zh": ("绿芽标", "净织盟", "安护印", "真纤印"),
    },
}  # fmt: skip
"""By matter and language. None of them is in a list of ours; some are real words, most are not."""

FRAMES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "brand": {"en": ("It is a piece by {}.", "{} makes it.", "This one comes from {}."), "zh": ("{}出品。", "来自{}的手艺。", "{}匠心之作。")},
    "material": {"en": ("It is made of {}.", "It has a {} frame.", "The body is {}."), "zh": ("采用{}。", "选用{}材质。", "{}手柄。")},
    "colour": {"en": ("It comes in {}.", "It has a {} finish.", "A {} version."), "zh": ("{}配色。", "颜色为{}。", "{}款。")},
    "origin": {"en": ("It is made in {}.", "It comes from {}.", "A craft of {}."), "zh": ("产自{}。", "来自{}。", "{}制造。")},
    "pattern": {"en": ("It has a {} design.", "A {} print runs over it."), "zh": ("{}图案。", "{}印花。")},
    "scent": {"en": ("It has a {} scent.", "It smells of {}."), "zh": ("{}香型。", "散发{}香气。")},
    "flavour": {"en": ("It comes in {} flavour.", "It tastes of {}."), "zh": ("{}味。", "{}口味。")},
    "certification": {"en": ("It bears the {} label.", "It is {} approved."), "zh": ("通过{}认证。", "获{}。")},
}  # fmt: skip
_DOMAIN = {"material": "material", "colour": "colour", "place": "origin"}


def pack(own: Mapping[str, Mapping[str, Sequence[str]]] = OWN) -> bytes:
    """All of them, as a pack."""
    values = [
        {"matter": matter, "forms": [form], "products": 3}
        for matter, tongues in own.items()
        for forms in tongues.values()
        for form in forms
    ]
    return yaml.safe_dump({"pack": "own-words", "values": values}, allow_unicode=True).encode()


@cache
def editor() -> Editor:
    return with_packs([("own-words.yaml", pack())])


@cache
def strange() -> tuple[Item, ...]:
    """True texts in which a word of the list took a true value's place, stands before the product's noun, or in a
    sentence that was added.
    """
    chance = random.Random(SEED)
    made: dict[tuple[str, str], list[Item]] = {}
    for truth in truths():
        for item in (*_swapped(truth, chance), *_slipped(truth, chance), *_added(truth, chance)):
            made.setdefault((item.kind, item.language), []).append(item)
    return tuple(item for _, items in sorted(made.items()) for item in chance.sample(items, min(ENOUGH, len(items))))


SYLLABLES = "ka lo vin mer tos bel dra fen gal hol nar pex qui ros sul tam ul ver wick zan".split()
CHARACTERS = "云木禾山青素野石花月水星鹿林海竹松风雨雪光心家美天大中和好乐安平高明新生东西南北金玉春秋长福宝康"
FIRST_WORDS = ("Classic", "The", "Home", "Urban", "New", "Pure")


def many(count: int) -> list[str]:
    """Made-up makers, half of them Chinese; a third of the others begin with an ordinary word."""
    chance, made = random.Random(SEED), dict[str, None]()
    while len(made) < count // 2:
        name = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()
        made[f"{chance.choice(FIRST_WORDS)} {name}" if chance.random() < 1 / 3 else name] = None
    while len(made) < count:
        made["".join(chance.choices(CHARACTERS, k=chance.choice((2, 3, 3, 4))))] = None
    return list(made)


def _swapped(truth: Truth, chance: random.Random) -> Iterator[Item]:
    brand = next((fact.value for fact in truth.facts if fact.name == "brand"), "")
    places = [("brand", brand)] if brand else []
    places += [(matter, form) for domain, matter in _DOMAIN.items() for form in _forms(truth, domain)]
    for matter, form in places:
        span = _alone(form, truth.text)
        if span is not None:
            word = chance.choice(OWN[matter][truth.language])
            shown = word[0].upper() + word[1:] if truth.text[span[0]].isupper() and matter != "brand" else word
            yield Item(truth.brief, truth.text[: span[0]] + shown + truth.text[span[1] :], matter, shown)


def _slipped(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """As writers make things up: "a zamak mug"."""
    span = _type_in(truth)
    for matter in ("material", "colour", "pattern", "scent", "flavour") if span else ():
        word, gap = chance.choice(OWN[matter][truth.language]), " " if truth.language == "en" else ""
        yield Item(truth.brief, f"{truth.text[: span[0]]}{word}{gap}{truth.text[span[0] :]}", matter, word)


def _added(truth: Truth, chance: random.Random) -> Iterator[Item]:
    if truth.brief.kind not in {Kind.DESCRIPTION, Kind.BULLETS}:
        return
    for matter, tongues in FRAMES.items():
        word = chance.choice(OWN[matter][truth.language])
        sentence = chance.choice(tongues[truth.language]).format(word)
        joint = "\n" if truth.brief.kind is Kind.BULLETS else " " if truth.language == "en" else ""
        yield Item(truth.brief, f"{truth.text}{joint}{sentence}", matter, word)
