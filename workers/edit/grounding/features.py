"""Rule: what a thing is said to be able to do, and not to do, is a fact's. A dropped "not" is a false promise."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.grounding import denials
from workers.edit.grounding.denials import denied_at, diluted_at
from workers.edit.grounding.listed import listed
from workers.edit.grounding.polarity import Polarity, polarity, stance
from workers.edit.grounding.stems import stem
from workers.edit.needles import Needles
from workers.edit.reading import Reading
from workers.plan.barred.phrases import compiled
from workers.plan.brief import Brief, Fact
from workers.plan.lexicon.lookup import FLAGS, NAMES, find_name, folded_name


class Feature(NamedTuple):
    """`has` finds the feature, `lacks` words that deny it by themselves ("unlined"); "" = there are none."""

    keys: frozenset[str]
    needles: tuple[str, ...]
    has: re.Pattern[str]
    lacks: re.Pattern[str] | None


_TABLE: Final = r"""
waterproof water_rating | waterproof; 防水 | \bwaterproof\b;防水(?!涂层|剂) |
water_resistant water_rating | water-re; water re; showerproof; 泼水; 防溅 | \bwater[- ](?:resist|repel)\w*|\bshowerproof\b;防泼水(?!涂层)|防溅 |
windproof | windproof; 防风 | \bwindproof\b;防风 |
machine_washable | machine; clean only; cleaning only; 机洗; 洗衣机; 限干洗; 能干洗; 水洗 | \bmachine[- ](?:wash\w*)|\bwashing machine\b|\bwashed in (?:a|the) machine;(?<!碗)机洗|洗衣机 | \bdry[- ]clean(?:ing)? only\b|(?:仅限|只能)干洗|不[可能]水洗
dishwasher_safe | dishwasher; 洗碗机 | \bdishwashers?\b;洗碗机 |
microwave_safe | microwav; 微波 | \bmicrowav\w+;微波炉? |
oven_safe | oven; 烤箱 | \bovens?(?:proof|[- ](?:safe|proof))|\b(?:in|into|for|under) (?:the|an?) (?:hot )?oven\b;烤箱 |
induction | induction; 电磁炉 | \binduction\b;电磁炉 |
foldable | fold; 折叠 | \bfold(?:s|able|ing|ed)?(?: flat)?\b(?! (?:of|in soft))|\bcollapsible\b;折叠 |
height_adjustable | height; 高度; 升降 | \bheight[- ]adjust\w+|\badjustable[- ]height\b;高度不?可调|可?升降 |
adjustable | adjust; 调节 | (?<!height[- ])\badjust(?:able|s)\b;(?<!高度)不?可调节 |
reversible | reversible; 双面 | \breversible\b;双面 |
stackable | stack; 叠放; 堆叠 | \bstack(?:s|able)?\b(?! of);叠放|堆叠 |
removable_cover | cover; 拆 | \bremovable covers?\b|\bcovers? (?:is|are|can be) remov\w+;外套可拆|可拆洗 |
assembly | assembl; ready to use; 组装; 安装; 装好 | \bassembl(?:y|e|ed)\b;[组安]装 | \b(?:fully|ready|pre)[- ]?assembled\b|\bready to use\b|免[组安]装|[组安]装好
handmade | hand; machine m; machine-m; woven; knitted; tufted; stitched; 手工; 机织; 机制 | \bhand-?(?:made|crafted|sewn|woven|painted)\b|\bmade by hand\b;手工(?:制作|打造|缝制|编织|艺) | \bmachine[- ](?:made|woven|knitted|tufted|stitched)\b|机[织制](?!造)
hooded | hood; 帽 | \bhood(?:s|ed)?\b;连帽|帽款|带帽 | \bhoodless\b
lined | lined; 里衬 | (?<!un)\blined\b(?! (?:with|in|by))|\b(?:a|full) lining\b;里衬 | \bunlined\b
insulated | insulated; 保温 | \b(?:un)?insulated\b;保温层|保温(?!杯|瓶|壶|箱|\d) | \buninsulated\b
leakproof | leak; spill; 防漏 | \b(?:leak|spill)-?[ ]?proof\b|\b(?:(?:do|does|will|can)(?:n't| ?not)|won't|never) leaks?\b;防漏|不漏 | \b(?:it|they|and|which|that) leaks?\b
non_slip | slip; 防滑 | \bnon-?slip\b|\banti-?slip\b|\bslip-resist\w+|\b(?:(?:do|does|will|can)(?:n't| ?not)|won't|never) slips?\b(?! (?:off|out|down|through|into|over|under|between|inside|past))(?![ -]on);防滑 |
polarized | polari; 偏光 | \bpolari[sz]ed\b;偏光 |
uv_protection | uv; ultraviolet; 紫外线; 防晒 | \buv\b|\bultraviolet\b;紫外线|防晒(?!霜|乳|指|喷) |
bpa_free | bpa; 双酚 | \bbpa\b;双酚 |
cruelty_free | cruelty; animals | \bcruelty[- ]free\b;零残忍 |
lockable | lock; 上锁; 带锁 | \block(?:s|able|ed)\b;上锁|带锁 |
outdoor | outdoor; weather; 户外 | \boutdoors?\b(?! (?:style|life|meals|trips))|\bweather-?proof\b;户外(?:可用|使用|也) |
rechargeable charging_time | recharg; 充电 | \brecharg\w+;可(?:反复|重复)?充电 |
cordless | cord; wireless; 无线; 有线款 | \bcordless\b;无线款|无绳 | \bhas a cord\b|\bhave a cord\b|\bcorded\b|有线款
noise_cancelling | noise; 降噪 | \bnoise[- ]cancel\w+|\banc\b;降噪 |
touchscreen | touch; 触 | \btouch-?[ ]?screens?\b|\btouch display\b;触[摸控]?屏 |
backlit | back; 背光 | \bback-?li(?:t|ght\w*)\b;背光 |
dimmable | dim; 调光; 亮度 | \bdimm(?:able|er|ed|ing)\b|\bdims\b|\bdim (?:it|them)\b;调光|亮度不?可调|可?调节?亮度 |
fast_charging | charg; 快; | \b(?:fast|quick|rapid)[- ]charg\w+;快速充电|快充|闪充 |
wireless_charging | wireless charg; wirelessly; 无线充 | \bwireless(?:ly)?[- ]charg\w+|\bcharges wirelessly\b;无线充电 |
microphone | micro; 麦克风 | \bmicrophones?\b|\bbuilt-in mic\b;麦克风 |
gps | gps | \bgps\b;gps |
remote | remote; 遥控 | \bremote[- ]control\w*|\bremote\b;遥控 |
timer | timer; 定时 | \btimers?\b;定时 |
auto_shutoff | off; 断电; 关机; 关灯 | \b(?:auto(?:matic)?|self)[- ](?:shut-?[ ]?off|switch-?off|off|power-?off)\b|\bswitch(?:es)? itself off\b|\bturns itself off\b|\boff (?:by itself|automatically|on its own)\b|\bautomatically (?:shuts|switches|turns|powers|goes) (?:itself )?off\b;自动(?:断电|关机|关灯)|自己关灯 |
dual_sim | sim; 双卡 | \bdual[- ]sim\b|\btwo sim\b;双卡 |
batteries_included | batteries; 电池 | \bbatteries (?:are )?included\b|\b(?:comes?|supplied) with(?:out)? batteries\b|(?:\b(?:includes|has|have|no)|\A(?:with|without)) batteries\b;(?:不?含|附|送)电池 |
vegan_flag diet | vegan; 纯素 | \bvegan\b(?! leather);纯素 |
gluten_free_flag diet | gluten; 麸质 | \bgluten\b;麸质 |
sugar_free_flag diet | sugar; 糖 | \bsugar[- ]free\b|\b(?:no|without|zero) (?:added )?sugar\b;无糖|零糖|0糖|不含糖|无添加糖 |
lactose_free_flag diet | lactose; 乳糖 | \blactose\b;乳糖 |
fragrance_free scent | fragrance; scent; perfume; 香精; 香料; 无香; 香味 | \bfragrance-free\b|\bunscented\b|\b(?:no|without|zero) (?:added )?(?:scent|fragrance|perfume)\b;不含香[精料]|无香[精料型]|(?:不[带含]|没有|无)香味 |
lid | lid; 盖 | \blids?\b;带盖|有盖|盖子|无盖 | \blidless\b
gift_box | gift; 礼盒 | \bgift[- ]?box(?:es|ed)?\b;礼盒 |
bulb_included | bulb; 灯泡; 光源 | \b(?:comes?|supplied) with(?:out)? (?:a )?bulbs?\b|\bbulbs? (?:is |are )?included\b|\bincludes (?:a )?bulb\b;(?:不?含|附|送)(?:灯泡|光源) |
"""
_WITHIN_NO: Final = re.compile(r"\A(?:高度不|不|无(?!线|绳|糖|香|添)|非)|\bwithout\b|^no\b")
_FREE: Final = frozenset({"bpa_free", "gluten_free_flag", "lactose_free_flag"})
"""Of these the word is for what is not in them: both "free of" and a bare mention name the feature."""
_SAID_BY_ABSENCE: Final = frozenset({"sugar_free_flag", "fragrance_free", "leakproof", "cordless", "non_slip"})
"""The name of the feature is itself a denial."""
_NOT: Final = re.compile(
    r"(?:\b(?:not|never|non)|n't)(?: (?:entirely|fully|completely|really|an?))*[ -]\Z|(?:不是|并非|不算|非)\Z"
)
_IT_IS_NOT: Final = re.compile(r"(?:[- ]free)? (?:it|they) (?:is|are) not\b")
_FREE_OF: Final = re.compile("[- ]?free")
_LETTERS: Final = re.compile("[a-z]+")
_LINKING: Final = frozenset("is are can be".split())
_REFUSING: Final = frozenset("no not non without never un".split())
_LEXICON: Final = frozenset({"name", "brand", "type", "category", "price", "in_stock", *NAMES, *FLAGS})
_NEAR: Final = 24
"""Of these only a denial of the whole name denies the feature: "not sugar-free"."""


_CARE: Final = {
    "machine-wash": "yes", "machine-wash-cold": "yes", "machine-wash-30": "yes", "hand-wash": "no", "dry-clean": "no",
}  # fmt: skip
"""What a way of care says of the washing machine."""


def _read(table: str) -> tuple[Feature, ...]:
    found = []
    for line in table.strip().splitlines():
        keys, needles, rest = line.split(" | ", 2)
        has, _, lacks = rest.rpartition(" |")
        patterns = "|".join(part.strip() for part in has.split(";"))
        found.append(
            Feature(
                frozenset(keys.split()),
                tuple(needle.strip() for needle in needles.split(";") if needle.strip()),
                compiled(patterns),
                compiled(lacks.strip()) if lacks.strip() else None,
            )
        )
    return tuple(found)


_FEATURES: Final = _read(_TABLE)
_SOUGHT: Final = Needles([needle for feature in _FEATURES for needle in feature.needles])
_OWNERS: Final = tuple(number for number, feature in enumerate(_FEATURES) for _ in feature.needles)
"""The feature of each needle, by number: to hash a pattern is to read all of it."""
NEEDLES: Final = tuple(needle for feature in _FEATURES for needle in feature.needles)
DATA: Final = (_TABLE, str(_CARE), *denials.DATA, _WITHIN_NO.pattern, _NOT.pattern, _IT_IS_NOT.pattern)


def features(reading: Reading) -> list[str]:
    """A feature that no fact gives, or that a fact denies; a denial where a fact gives it."""
    likely = _likely(_SOUGHT.within(reading.lower, reading.words))
    return [reading.text[start:end] for feature in likely for start, end in _wrong(feature, reading)]


def _likely(numbers: Iterable[int]) -> list[Feature]:
    """The features of these needles, each once."""
    return [_FEATURES[owner] for owner in dict.fromkeys([_OWNERS[number] for number in numbers])]


def _facts_about(feature: Feature, brief: Brief) -> list[Fact]:
    """Those that a seller named after it, in our words or in others, and that say something."""
    keys = feature.keys
    facts = [
        fact
        for fact in brief.facts
        if fact.name in keys or (fact.name not in _LEXICON and not keys.isdisjoint(_keys_of(fact.name)))
    ]
    if not facts and "machine_washable" in feature.keys:
        return [fact._replace(name="machine_washable", value=_CARE[fact.value]) for fact in _cared_for(brief)]
    return [fact for fact in facts if polarity(fact.name, fact.value) is not Polarity.SILENT]


@lru_cache(maxsize=16_384)
def _keys_of(name: str) -> frozenset[str]:
    """Those of the features whose words are in a name that the lexicon does not know: 可用电磁炉."""
    named = () if find_name(name) else (one for one in _FEATURES if one.has.search(folded_name(name)))
    return frozenset().union(*(feature.keys for feature in named))


def about(lower: str) -> tuple[str, ...]:
    """The names of facts about the features that are named there."""
    found = [one for one in _FEATURES if one.has.search(lower) or (one.lacks and one.lacks.search(lower))]
    return tuple(name for feature in found for name in sorted(feature.keys))


def mentioned(lower: str, names: frozenset[str]) -> bool:
    """Whether it speaks of a feature of which there is a fact; whether it says what that says is the rule's to tell."""
    return bool(spans(lower, names))


def spans(lower: str, names: frozenset[str]) -> list[tuple[int, int]]:
    """Where it names features of which there is a fact, as `mentioned`."""
    likely = [one for one in _likely(_SOUGHT.within(lower)) if not one.keys.isdisjoint(names)]
    return [match.span() for feature in likely for match in feature.has.finditer(lower)]


def _named(brief: Brief) -> str:
    """The name "Waterproof Jacket" speaks for itself, whatever the feature says."""
    return " ".join(fact.value.lower() for fact in brief.facts if fact.name in {"name", "brand"})


def _cared_for(brief: Brief) -> list[Fact]:
    """Facts about care that say something of the washing machine."""
    return [fact for fact in brief.facts if fact.name == "care" and fact.value in _CARE]


def _wrong(feature: Feature, reading: Reading) -> Iterator[tuple[int, int]]:
    named = list(feature.has.finditer(reading.lower))
    lacking = list(feature.lacks.finditer(reading.lower)) if feature.lacks else []
    facts = _facts_about(feature, reading.brief) if named or lacking else []
    said, held = reading.said, _held(facts)
    for match in named:
        if held is None:
            wrong = (
                _denied_though_told(feature, match, facts, reading.lower) if facts else _unsaid(feature, match, reading)
            )
        else:
            wrong = _told(feature, match, reading.lower) is not held and match.group() not in _named(reading.brief)
        if wrong:
            yield match.span()
    for match in lacking:
        if held is not False and match.group() not in said:
            yield match.span()


def _unsaid(feature: Feature, match: re.Match[str], reading: Reading) -> bool:
    """Whether neither a fact, in whatever words, nor the name of a part or an attribute (安装方式) has it."""
    if any(match.group() in NAMES[name].zh for name in reading.about if name in NAMES):
        return False
    if match.group() in reading.said or (reading.ties is not None and reading.ties.names(match.group())):
        return False
    if any(_of_a_part(match.group(), fact) for fact in reading.brief.facts) or _contained(match, reading):
        return False
    told = [_told(feature, one, reading.said) for one in feature.has.finditer(reading.said)]
    return not told or not all(told) or _told(feature, match, reading.lower) is not True


def _contained(match: re.Match[str], reading: Reading) -> bool:
    """Whether a fact lists it, or what it is in, and it is not said to be absent: gluten, of wheat."""
    if not any(match.group() in listed(fact) for fact in reading.brief.facts):
        return False
    return not (_FREE_OF.match(reading.lower, match.end()) or denied_at(reading.lower, *match.span()))


def _of_a_part(words: str, fact: Fact) -> bool:
    """Whether a fact that is named after a part says this of it: that the cover is "removable"."""
    told = frozenset(_LETTERS.findall(fact.value.lower()))
    named = frozenset(map(stem, _LETTERS.findall(fact.name)))
    wanted = [word for word in _LETTERS.findall(words) if word not in _LINKING]
    rest = [word for word in wanted if stem(word) not in named]
    if not rest or len(rest) == len(wanted) or not told.isdisjoint(_REFUSING):
        return False
    return frozenset(map(_done, rest)) <= frozenset(map(_done, told))


def _done(word: str) -> str:
    """What is done to what is "removable", or "removed"."""
    return stem(word.removesuffix("able"))


def _held(facts: list[Fact]) -> bool | None:
    """Whether they answer that it has the feature; None where none of them answers."""
    told = {polarity(fact.name, fact.value) for fact in facts}
    if Polarity.AFFIRMS in told or Polarity.DENIES in told:
        return Polarity.AFFIRMS in told
    return None


def _denied_though_told(feature: Feature, match: re.Match[str], facts: list[Fact], lower: str) -> bool:
    """Whether it says "not waterproof", where the water rating is IPX4."""
    there = match.group()
    if not any(label in there or there in label for fact in facts for label in stance(fact).labels):
        return False
    return _told(feature, match, lower) is not True


def _told(feature: Feature, match: re.Match[str], lower: str) -> bool | None:
    """Whether the text says that it has the feature, here; None where it has less than all of it."""
    start, end = match.span()
    if diluted_at(lower, start, end):
        return None
    if not feature.keys.isdisjoint(_FREE | _SAID_BY_ABSENCE):
        return _NOT.search(lower, max(0, start - _NEAR), start) is None and _IT_IS_NOT.match(lower, end) is None
    return not (_WITHIN_NO.search(match.group()) or denied_at(lower, start, end))
