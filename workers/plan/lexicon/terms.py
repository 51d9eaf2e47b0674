"""What is granted with a product: warranty, returns, shipping, in words."""

import re
from typing import Final

from workers.plan.brief import Fact
from workers.plan.lexicon import quantities
from workers.plan.lexicon.locales import british, language_of
from workers.plan.lexicon.lookup import folded
from workers.plan.lexicon.units import unit_of

_PERIODS: Final = frozenset({"hour", "day", "business-day", "week", "month", "year"})

# The state's key, then English and Chinese; a period's patterns stand under "".
_WORDS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "warranty": {
        "": ("a {a} warranty", "质保{v}"),
        "none": ("no warranty", "不提供质保"),
        "lifetime": ("a lifetime warranty", "终身质保"),
    },
    "limited_warranty": {
        "": ("a {a} limited warranty", "{v}有限质保"),
        "lifetime": ("a limited lifetime warranty", "终身有限质保"),
    },
    "returns": {
        "": ("can be returned within {v}", "支持{v}内退货"),
        "none": ("cannot be returned", "不支持退货"),
    },
    "shipping": {
        "": ("ships in {v}", "{v}内发货"),
        "overnight": ("ships overnight", "隔夜配送"),
        "same-day": ("ships the same day", "当日发货"),
        "free": ("ships free of charge", "包邮"),
    },
}

_STATES: Final = {
    "no warranty": "none", "none": "none", "no": "none", "no return policy": "none", "no returns": "none",
    "no return": "none", "non returnable": "none", "not returnable": "none", "final sale": "none", "无": "none",
    "不支持退货": "none", "不支持退换": "none", "不支持退换货": "none", "不可退货": "none", "无质保": "none",
    "不提供质保": "none", "无保修": "none", "lifetime warranty": "lifetime", "lifetime": "lifetime",
    "lifetime guarantee": "lifetime", "终身": "lifetime", "终身质保": "lifetime", "终身保修": "lifetime",
    "ships overnight": "overnight", "overnight": "overnight", "隔夜配送": "overnight", "same day": "same-day",
    "ships same day": "same-day", "ships the same day": "same-day", "ships today": "same-day",
    "当天发货": "same-day", "当日发货": "same-day", "free shipping": "free", "free": "free", "ships free": "free",
    "包邮": "free", "全国包邮": "free", "免运费": "free", "limited lifetime warranty": "limited-lifetime",
    "limited lifetime": "limited-lifetime", "lifetime limited warranty": "limited-lifetime",
}  # fmt: skip

_FILLER: Final = re.compile(
    r"\b(?:ships?|in|within|for|returns?|policy|warranty|guarantee|manufacturers?|dispatched|dispatch)\b|"
    r"质保|保修|退换货|退换|退货|发货|支持|无理由|提供|内"
)
_LIMITED: Final = re.compile(r"\blimited\b|有限")


def read_term(name: str, value: str, unit: str = "") -> tuple[str, str, str] | None:
    """The fact's name, value and unit of "2 year limited warranty"; None where it says more than we can hold."""
    plain = folded(value)
    state = _STATES.get(plain)
    if state == "limited-lifetime":
        return "limited_warranty", "lifetime", ""
    if state is not None:
        return (name, state, "") if state in _WORDS[name] else None
    text, limited = _LIMITED.subn(" ", value.casefold())
    found = quantities.read(" ".join(_FILLER.sub(" ", text).split()), unit)
    if found is None or found.unit not in _PERIODS:
        return None
    if limited and name != "warranty":
        return None
    return "limited_warranty" if limited else name, found.value, found.unit


def term_sayable(fact: Fact) -> bool:
    """Whether the fact is a known state or a period."""
    known = _WORDS.get(fact.name, {})
    number = quantities.CANONICAL.fullmatch(fact.value)
    return (not fact.unit and fact.value in known and fact.value != "") or (
        number is not None and not number["plus"] and unit_of(fact.unit) in _PERIODS and "" in known
    )


def term_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    """The term's phrase: a noun phrase for a warranty, a verb phrase for returns and shipping; then the bare period."""
    english, chinese = _WORDS[fact.name].get("" if fact.unit else fact.value, ("", ""))
    if language_of(locale) == "zh":
        period = quantities.chinese(fact.value, fact.unit) if fact.unit else ""
        return (chinese.replace("{v}", period), period)
    spelling = "gb" if british(locale) else "us"
    period = quantities.english(fact.value, fact.unit, spelling) if fact.unit else ""
    attributive = quantities.english_before_noun(fact.value, fact.unit, spelling) if fact.unit else ""
    return (english.replace("{v}", period).replace("{a}", attributive), period, attributive)
