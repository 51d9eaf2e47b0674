"""An event in the making: our field names, the shop's values. Whatever had to be changed is noted by an identifier."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from workers.entrypoints.produce.behaviour.values import Fields, category_in, number, text, whole

_NAME_LIMIT: Final = 64
_CATEGORIES: Final = 4
_MOST: Final = 10_000
_PRICE_LIMIT: Final = Decimal("1e12")
_CURRENCY_LETTERS: Final = 3

Names = Mapping[str, Sequence[str]]
"""Our names of a product's fields, each with those that a convention has for it: the first that is there is taken."""


class Left(StrEnum):
    """Why a sound record is no event of ours."""

    NOT_A_BEHAVIOUR = "not-a-behaviour"
    SAYS_NOTHING = "says-nothing"


@dataclass(slots=True)
class Draft:
    """`document` holds fields as in `UserBehaviour`. `user` and `session` are raw, and go no further than the door."""

    user: str
    document: dict[str, Any]
    session: str = ""
    changes: list[str] = field(default_factory=list)

    def add_products(self, items: Iterable[Fields], names: Names, currency: str = "") -> None:
        """The products acted on. `currency` is that of an item which names none."""
        told = ({ours: _of(item, theirs) for ours, theirs in names.items()} for item in items)
        self.document["products"] = [self._product(item, currency) for item in told]

    def _product(self, told: Fields, currency: str) -> dict[str, Any]:
        found: dict[str, Any] = {"id": text(told.get("id")), "category": self._category(told.get("category"))}
        if brand := text(told.get("brand")):
            self._keep(found, "brand", brand if len(brand) <= _NAME_LIMIT else None)
        if amount := text(told.get("price")):
            self._keep(found, "price", _price(amount, text(told.get("currency")) or currency))
        if text(told.get("quantity")):
            self._keep(found, "quantity", whole(told.get("quantity"), 1, _MOST))
        if text(told.get("position")):
            self._keep(found, "position", whole(told.get("position"), 0, _MOST))
        return found

    def _keep(self, found: dict[str, Any], name: str, value: object) -> None:
        if value is None:
            self.changes.append(f"{name}-left-out")
        else:
            found[name] = value

    def _category(self, value: object) -> list[str]:
        path = category_in(value)
        kept = [name for name in path if len(name) <= _NAME_LIMIT][:_CATEGORIES]
        if len(kept) != len(path):
            self.changes.append("category-cut")
        return kept


def _of(item: Fields, names: Sequence[str]) -> object:
    return next((item[name] for name in names if item.get(name) not in (None, "")), None)


def _price(amount: str, currency: str) -> dict[str, str] | None:
    """A price without a currency says nothing."""
    found, code = number(amount), currency.upper()
    if found is None or not 0 <= found <= _PRICE_LIMIT:
        return None
    if len(code) != _CURRENCY_LETTERS or not (code.isascii() and code.isalpha()):
        return None
    return {"amount": format(round(found, 6).normalize(), "f"), "currency": code}
