"""How a fact answers: it affirms what it is named after, denies it, tells something of it, or says nothing.

Read here alone: "NFC: no", 质保 = 无 and "latex free: yes" deny NFC, a warranty and latex. What is denied may be said to
be missing and nothing else; what says nothing ("n/a") vouches for nothing.
"""

# ruff: noqa: E501  a table reads best in few lines

import re
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.grounding.everyday import ENGLISH
from workers.edit.grounding.folding import fold
from workers.edit.grounding.stems import stem
from workers.plan.brief import Fact
from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import FLAGS, find_name, folded, folded_name


class Polarity(Enum):
    """What a fact's value makes of its name."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    TELLS = "tells"
    SILENT = "silent"


class Stance(NamedTuple):
    """`labels`: what is affirmed, denied or told of, in lower case; none where words of other rules name it."""

    polarity: Polarity
    labels: tuple[str, ...]


_AFFIRMING: Final = frozenset(
    "yes y true included available supported present ✓ √ 是 有 支持 可 可以 具备 具有 包含 含 含有 带 真".split()
)
_DENYING: Final = frozenset(
    [
        *"no n false none nil without never 否 无 没有 不支持 不可 不可以 不能 不含 不带 未 免 暂无 尚无 假 ✗ ×".split(),
        "not included",
        "not available",
        "not supported",
    ]
)
_SILENT: Final = frozenset(
    [
        *"n/a na n.a n.a. n\\a null nan tbd tba unknown unspecified undefined ? - -- – — / 不适用 未知 不详 不明 待定 未填写 未注明".split(),
        "not applicable",
        "not specified",
        "not stated",
        "not known",
        "n / a",
    ]
)
_NO_TO_ALL: Final = re.compile(
    r"(?:(?:not|none|non|no|without)\b|没有|暂无|尚无|尚未|[未无非不])[ -]?(?:(?:yet|any|经|通过|取得|获得?|提供|是|能|可)[ -]?)?"
)
_ANY_LABEL: Final = frozenset("certified tested applicable rated approved 认证 检测 提供 支持".split())

_OWN: Final = frozenset("name brand type category price in_stock model author publisher title".split())
"""A maker may be called "Yes"."""
_ALWAYS_SOME: Final = frozenset(
    "material composition finish colour pattern style shape fit size texture origin care season occasion room activity"
    " dimensions weight net_weight length width height depth diameter volume capacity".split()
)
"""All things have some: none is no answer."""
_IDLE: Final = frozenset(
    "safe included compatible compatibility required friendly function feature support supported available enabled option"
    " needed content rating rated version type material length size information level number count resolution policy period"
    " label certification certified certificate".split()
)
_LEADING: Final = frozenset("is has with contains includes supports number of the built in integrated".split())
_LOOSE: Final = frozenset("standard fit fits works sensor image washing cleaning main key".split())
_CHINESE_LEAD: Final = re.compile(
    "^(?:是否|有无|可否|能否)?(?:支持|自带|附带|内置|配备|包含|含有|可用于?|可以|带有|具有|适用于?|含(?!量|片))?(?=.)"
)
_CHINESE_TAIL: Final = re.compile("(?<=.)(?:功能|与否|版本|等级|级别|类型|材质|长度|数量|尺寸|标志|标识|认证|证书)$")
_FREE: Final = re.compile(r"^(?P<what>.{2,}?)[ -]free$|^(?:no|non|without) (?:added )?(?P<other>.{2,})$")
_FREE_IN_CHINESE: Final = re.compile("^(?:不含|无添加|无(?![线绳纺烟缝痕氧])|零|0)(?P<what>.+)$")
_NOUN: Final = re.compile(r"^non (?:slip|stick|toxic|woven|scratch|skid)")

_FREE_FROM: Final = re.compile(
    r"^(?:(?:made|formulated) )?(?:free (?:from|of)|without|(?:contains|has|with) no|does not contain|no added)$"
    "|^(?:产品|配方)?(?:不含有?|[无未不零]添加|不包含)(?:成分|物质)?$"
)
"""A name that denies what its value lists."""
_MARKS: Final = re.compile(r"\s*[,，、;；/&]\s*|\s+(?:and|or)\s+|(?<=[\u3400-\u9fff])[和与及或](?=[\u3400-\u9fff])")

DATA: Final = (
    _FREE_FROM.pattern, _MARKS.pattern,
    " ".join(sorted(_AFFIRMING)), " ".join(sorted(_DENYING)), " ".join(sorted(_SILENT)), " ".join(sorted(_ALWAYS_SOME | _OWN)),
    " ".join(sorted(_IDLE | _LEADING | _LOOSE)), _NO_TO_ALL.pattern, _CHINESE_LEAD.pattern, _CHINESE_TAIL.pattern, _FREE.pattern,
    _FREE_IN_CHINESE.pattern, _NOUN.pattern,
)  # fmt: skip


def holds(name: str, value: str) -> bool:
    """Whether a fact of this name and value vouches for what it is named after."""
    return polarity(name, value) in {Polarity.AFFIRMS, Polarity.TELLS}


@lru_cache(maxsize=16_384)
def polarity(name: str, value: str) -> Polarity:
    """What the value makes of the name, as both are written: "latex free: yes" affirms that."""
    told = folded(value) or value
    if name in _OWN:
        return Polarity.TELLS
    if value.casefold().strip() in _SILENT or told in _SILENT:
        return Polarity.SILENT
    if told in _DENYING or (value == "0" and _word_kind(name) == "number") or _denies_its_name(name, told):
        return Polarity.SILENT if name in _ALWAYS_SOME else Polarity.DENIES
    return Polarity.AFFIRMS if told in _AFFIRMING else Polarity.TELLS


def _word_kind(name: str) -> str:
    word = find_name(name)
    return word.kind if isinstance(word, NameWord) else ""


def _denies_its_name(name: str, told: str) -> bool:
    """Whether the value is a denial and the name again: "not waterproof", 未认证."""
    denial = _NO_TO_ALL.match(told)
    if denial is None:
        return False
    rest = told[denial.end() :]
    own = {stem(word) for label in _named(name) for word in label.split(" ")}
    return bool(rest) and (rest in _ANY_LABEL or all(stem(word) in own for word in rest.split(" ")))


@lru_cache(maxsize=16_384)
def stance(fact: Fact) -> Stance:
    """What the fact makes of what it is about: "latex free: yes" denies latex."""
    told = polarity(fact.name, fact.value)
    if told is Polarity.SILENT or fact.name in _OWN or fact.name in FLAGS:
        return Stance(told, ())
    if told is Polarity.TELLS:
        return (
            Stance(Polarity.DENIES, parts(fact)) if _lists_what_is_not(fact.name) else Stance(told, _named(fact.name))
        )
    what = _free_of(folded_name(fact.name))
    if what:
        return Stance(Polarity.DENIES if told is Polarity.AFFIRMS else Polarity.AFFIRMS, (what,))
    return Stance(told, _named(fact.name))


@lru_cache(maxsize=4096)
def _lists_what_is_not(name: str) -> bool:
    return _FREE_FROM.match(folded_name(name)) is not None


def parts(fact: Fact) -> tuple[str, ...]:
    """The things that a fact lists, in their order and in lower case."""
    things = [part.strip(" .。") for part in _MARKS.split(fold(fact.value).lower())]
    return tuple(dict.fromkeys(part for part in things if part))


def _free_of(name: str) -> str:
    if _NOUN.match(name):
        return ""
    match = _FREE.match(name) if name.isascii() else _FREE_IN_CHINESE.match(name)
    return next((part for part in match.groups() if part), "") if match else ""


@lru_cache(maxsize=4096)
def _named(name: str) -> tuple[str, ...]:
    """What an attribute of this name is about, in all words for it."""
    word = find_name(name)
    names = [folded_name(name), name.lower()] if "-" in name else [folded_name(name)]
    if word is not None:
        names = [folded_name(one) for one in (word.us, word.gb, word.zh, *word.aliases)]
    cores = [_core(one) for one in names]
    return tuple(dict.fromkeys(core for core in cores if core and core not in _LOOSE and not _everyday(core, word)))


def _everyday(core: str, word: object) -> bool:
    """Of an attribute that the lexicon knows, a word that any sentence has: "time", "works with"."""
    return word is not None and core.isascii() and all(part in ENGLISH for part in core.split(" "))


def _core(name: str) -> str:
    """The name without what says that it is an attribute: "bluetooth version", 是否支持蓝牙."""
    if not name.isascii():
        return _CHINESE_TAIL.sub("", _CHINESE_LEAD.sub("", name)) or name
    words = name.split(" ")
    while len(words) > 1 and words[-1] in _IDLE:
        words.pop()
    while len(words) > 1 and words[0] in _LEADING:
        words.pop(0)
    return " ".join(words)
