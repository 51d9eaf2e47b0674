"""Whether a seller's own words may stand in our text as they are: script, length, shape, and no claims in them."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
import unicodedata
from typing import Final

from workers.plan.lexicon.locales import language_of
from workers.plan.lexicon.pleas import speaks

_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ebef]")
_LATIN: Final = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_CHINESE_MARKS: Final = re.compile("[\u3000-\u303f\uff01-\uff60]")
_SHAPE: Final = re.compile(r"[^\W_](?:[\w \-'’&/,.()+%°×·\"、（），]*[\w)%°\"）+])?")
_STOPS: Final = re.compile(r"(?<![A-Z])\.(?:\s|$)|[。!?;:！？；：]")
_HYPE: Final = re.compile(
    r"\b(?:best|perfect|amazing|ultimate|finest|greatest|no\.? ?1|number one|guaranteed?|free|cures?|heals?|"
    r"miracle|premium|luxur(?:y|ious)|world[- ]class|unbeatable|must[- ]have|exclusive|eco|eco[- ]?friendly|"
    r"sustainable|anti-?bacterial|anti-?microbial|ignore|disregard|instructions?|assistant|click|buy|visit|"
    r"call|contact|whatsapp|sale|discount|cheap(?:est|er)?|sexy|men|women|boys?|girls?|ladies|awards?|"
    r"winner|award-winning|burns|fights?|relieves?|(?:stress|pain) relief|prevents?|stops|detox\w*|slimming|weight loss|acne|cancer|"
    r"disease|immun\w+|non-?toxic|plastic[- ]free|refunds?|reviews?)\b|"
    r"最|第一|顶级|极致|极品|完美|国家级|世界级|唯一|绝对|首选|独家|万能|治疗|治愈|疗效|保证|包治|特效|零风险|"
    r"全网|销量|史上|无敌|神器|爆款|环保|促销|特价|微信|联系|男|女|一哥|一姐|标杆|领军|领导|之王|王者|鼻祖|御用|特供|专供|官方|正品|获奖|大奖|"
    r"养生|减肥|瘦身|燃脂|排毒|降[压糖脂]|护肝|明目|颈椎|失眠|感冒|鼻炎|病|杀菌|抗癌|缓解|预防|改善|根治|治[头鼻失感咳胃病痘]|壮阳|祛斑|好评|返[现钱利]|红包",
    re.IGNORECASE,
)

MAX_LATIN: Final = 48
MAX_WORDS: Final = 7
MAX_HAN: Final = 24


def scripts(text: str) -> frozenset[str]:
    """Which of "latin", "han", "other" the letters of a text belong to."""
    found = set()
    for char in text:
        if _HAN.match(char):
            found.add("han")
        elif _LATIN.match(char):
            found.add("latin")
        elif unicodedata.category(char)[0] in "LM":
            found.add("other")
    return frozenset(found)


_NOTHING: Final = frozenset(
    {"none", "no", "n/a", "na", "null", "nil", "unknown", "other", "others", "various", "yes", "true", "false", "tbd",
     "无", "其他", "不详", "未知", "其它", "没有", "有", "是", "否"}
)  # fmt: skip


def has_han(text: str) -> bool:
    """Whether any character is a Han character."""
    return _HAN.search(text) is not None


def name_sayable(text: str, locale: str) -> bool:
    """A proper name stands as it is: Latin in English, Latin or Han in Chinese."""
    found = scripts(text)
    english = language_of(locale) == "en"
    allowed = {"latin"} if english else {"latin", "han"}
    if english and _CHINESE_MARKS.search(text):
        return False
    return found <= allowed and bool(found or re.search("[0-9]", text))


def value_sayable(text: str, locale: str) -> bool:
    """A value in the locale's own script, short, without a sentence's marks and words, and without claims."""
    english = language_of(locale) == "en"
    found = scripts(text)
    fits = found == {"latin"} if english else "han" in found and "other" not in found
    return fits and _modest(text, MAX_LATIN if english else MAX_HAN) and not speaks(text)


def label_sayable(text: str, locale: str) -> bool:
    """A model, a size, a standard: as a value, but Latin may stand in Chinese, and digits alone may stand anywhere."""
    return name_sayable(text, locale) and _modest(text, MAX_LATIN)


def _modest(text: str, most: int) -> bool:
    return (
        text.casefold() not in _NOTHING
        and len(text) <= most
        and len(text.split()) <= MAX_WORDS
        and _SHAPE.fullmatch(text) is not None
        and _STOPS.search(text) is None
        and _HYPE.search(text) is None
    )


_PARTS: Final = re.compile(r"\s*(?:,|\+|&|\band\b)\s*")
_NO_ARTICLE: Final = re.compile(r"(?:an?|the|one|two|three|four|five|six|some|all|[0-9]+)\b", re.IGNORECASE)
_UNCOUNTED: Final = frozenset({"hardware", "documentation", "software", "packaging", "equipment", "bedding", "tape"})


def counted(text: str) -> str:
    """What comes with a thing, as one says it: "gig bag, strap" -> "a gig bag and a strap"."""
    parts = [_one(part) for part in _PARTS.split(text) if part]
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else text


def _one(part: str) -> str:
    last = part.rsplit(maxsplit=1)[-1].lower()
    if _NO_ARTICLE.match(part) or last.endswith("s") or last in _UNCOUNTED:
        return part
    return f"{'an' if part[0].lower() in 'aeio' else 'a'} {part}"


_PLAIN_WORD: Final = re.compile(r"[A-Z][a-z]+")


def calm(text: str) -> str:
    """A raw English value inside a sentence: "Solid Mango Wood" -> "solid mango wood"; "Cordura", "USB Type" stay."""
    parts = text.split()
    if len(parts) > 1 and all(_PLAIN_WORD.fullmatch(part) or part.islower() for part in parts):
        return text.lower()
    return text


def calm_name(text: str) -> str:
    """A name that shouts is lowered to capitals at the beginnings: "MEN'S RUNNING SHOES" -> "Men's Running Shoes"."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) > 8 and " " in text and all(char.isupper() for char in letters):  # noqa: PLR2004  no acronym
        return " ".join(part[:1] + part[1:].lower() for part in text.split(" "))
    return text


_WIDE: Final = str.maketrans({",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"})


def wide_name(text: str) -> str:
    """A Chinese name with Chinese punctuation; a Latin one stays as it is."""
    return text.translate(_WIDE).replace("， ", "，").replace("： ", "：") if has_han(text) else text


_BRITISH_TO_AMERICAN: Final = (
    ("grey", "gray"),
    ("Grey", "Gray"),
    ("colour", "color"),
    ("Colour", "Color"),
    ("fibre", "fiber"),
)


def american(text: str) -> str:
    """The commonest words that differ, in American spelling."""
    for gb, us in _BRITISH_TO_AMERICAN:
        text = text.replace(gb, us)
    return text


def british(text: str) -> str:
    """The commonest words that differ, in British spelling."""
    for gb, us in _BRITISH_TO_AMERICAN:
        text = text.replace(us, gb)
    return text
