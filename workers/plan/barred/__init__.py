"""What a seller writes that is no fact of a product: orders, addresses, deals past the shop. Pure.

The editor refuses the same wordings in a draft. Here they are taken out before a brief may hold them: a fact vouches
for each of its words, and of an order some words are what it orders one to say.
"""

import re
from functools import lru_cache
from typing import Final

from workers.plan.barred.conduct import CONDUCT
from workers.plan.barred.contact import ADDRESSES
from workers.plan.barred.leaks import LEAKS
from workers.plan.barred.orders import ORDERS
from workers.plan.barred.phrases import found_in
from workers.plan.lexicon.pleas import pleads

_TABLES: Final = (("orders", ORDERS), ("placeholder", LEAKS), ("contact", ADDRESSES), ("conduct", CONDUCT))
_LOOKALIKES: Final = str.maketrans("аеорсухіѕԁո’", "aeopcyxisdn'")
"""Cyrillic and Armenian letters in Latin words."""
_SHORTEST: Final = 3
_MARKS: Final = frozenset("<>|{]:=$")
"""One of these is in whatever `_MACHINE` finds."""
_MACHINE: Final = re.compile(
    r"<\||\|>|<</?sys|</?(?:unk|mask|pad|script|iframe|img|svg|system|facts?|prompt|事实|系统)\b|\{\{?\s?\w{1,24}\s?\}|\]\(|javascript:|\bon\w+=|\$\{",
    re.IGNORECASE,
)
"""A template's, a model's or a page's own marks. Tags that only dress a word are taken off it."""


def machine_made(raw: str) -> bool:
    """Whether a seller's words, as they came, hold what only machines write."""
    return not _MARKS.isdisjoint(raw) and _MACHINE.search(raw) is not None


@lru_cache(maxsize=16_384)
def barred(text: str) -> str:
    """The editor's rule for which these words, cleaned, may be no fact; "" where they may."""
    lower = text.lower().translate(_LOOKALIKES)
    if len(lower) < _SHORTEST or lower.isdigit():
        return ""
    for rule, table in _TABLES:
        if found_in(table, lower):
            return rule
    return "orders" if pleads(lower) else ""
