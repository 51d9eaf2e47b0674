"""Whether a sum of money is told in the part that a fact gives it: a price of £20 is not "£20 off", nor "was £20"."""

import re
from collections.abc import Iterable
from typing import Final

from workers.edit.grounding.tracing import Amount, Span
from workers.plan.brief import Fact

_PARTS: Final = {
    # part: before the sum, behind it; then the same in Chinese.
    "saved": (
        "sav(?:e|es|ed|ings?)|discount(?:ed)?|reduced|reduction|knocked(?: down)?|cashback|rebate|cut|offer",
        "off|less(?! than [£$€¥0-9])|back|cashback|rebate|saved|savings?|discount|cheaper|reduction",
        "立减|直降|满|省|减|返现?|优惠|折扣|便宜|抵扣?",
        "优惠|折扣|返现",
    ),
    "before": (
        (
            "was|were|used to be|used to cost|(?:reduced|down) from|worth|valued?|originally|formerly|previously"
            "|(?:old|original|previous|former|regular|list|retail) price|rrp|msrp|instead"
        ),
        "(?:old|original|previous|former|regular|list|retail) price|value|rrp|msrp",
        "(?:原|市场|吊牌|划线|专柜|零售)价|价值|曾",
        "原价|的价值",
    ),
    "floor": ("from|start(?:s|ing)?|begin(?:s|ning)?", "(?:and|or) up|upwards?|onwards?", "低至|最低", "起"),
    "token": (
        "voucher|gift card|coupon|credit",
        "(?:gift )?(?:voucher|card)|coupon|credit|token",
        "券后?|红包",
        "[^，。]{0,3}(?:券|红包|礼金)",
    ),
    "share": (
        "deposit|down payment|instal?ments?|monthly|weekly",
        "(?:(?:a|per|each|every) |/ ?)(?:month|week|year)|monthly|weekly|deposit",
        "每月|月供|定金|订金|首付",
        "(?:/|每|一个?)月",
    ),
}
"""What a sum may be besides what one pays, by the words beside it."""
_LINKS: Final = r"(?: (?:an?|the|as|at|by|for|from|full|further|extra|is|just|of|off|only|to|up|you|about))*"

_BEFORE: Final = re.compile(
    r"(?:" + "|".join(rf"(?P<{part}>\b(?:{en})\b{_LINKS}|(?:{zh}))" for part, (en, _, zh, _) in _PARTS.items())
    + r")[ :：了为是仅]*\Z"
)  # fmt: skip
_BEHIND: Final = re.compile(
    r"[ -]?(?:" + "|".join(rf"(?P<{part}>(?:{en})\b|{zh})" for part, (_, en, _, zh) in _PARTS.items()) + ")"
)
_SAID: Final = re.compile(
    "|".join(rf"(?P<{part}>\b(?:{one}|{other})\b|(?:{zh}|{hen}))" for part, (one, other, zh, hen) in _PARTS.items())
)

DATA: Final = (_BEFORE.pattern, _BEHIND.pattern, _SAID.pattern)


def dealt(amount: Amount, facts: Iterable[Fact]) -> Span | None:
    """Where a sum, with the words beside it, is told in a part that none of the facts that have it gives it."""
    having = [fact for fact in facts if fact.id in amount.facts]
    before, behind = _BEFORE.search(amount.before), _BEHIND.match(amount.behind)
    told = behind or before
    part = told.lastgroup if told else None
    near = "" if told else f"{amount.before} {amount.behind}"
    if any(part in _parts_of(fact) or fact.name.lower() in near for fact in having):
        return None
    start, end = amount.quantity.start, amount.quantity.end
    return start - (len(amount.before) - before.start() if before else 0), end + (behind.end() if behind else 0)


def _parts_of(fact: Fact) -> frozenset[str | None]:
    """None: it is what one pays. A sum that is only ever something else stands beside its own name, or not at all."""
    said = _SAID.finditer(f"{fact.name} {fact.value}".lower())
    return frozenset([match.lastgroup for match in said]) or frozenset([None])
