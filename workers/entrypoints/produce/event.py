"""A foreign record as a `ProductCreated`: values made plain, bounds kept, everything that had to change reported."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import partial
from hashlib import blake2b
from typing import Any, Final

from schemas.codec import Undecodable, validate
from schemas.inbound import MAX_ATTRIBUTES, ProductCreated
from workers.entrypoints.produce.files import BadRow, Row
from workers.entrypoints.produce.mapping import ATTRIBUTES, Rule, value_at

SELLER_TEXT_LIMIT: Final = 10_000
_IMAGES, _URL_LIMIT = 16, 512
_CATEGORIES, _NAME_LIMIT, _VALUE_LIMIT, _UNIT_LIMIT = 8, 64, 256, 16

_SAFE_ID: Final = re.compile(r"[\x21-\x7e]{1,128}")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._~-]+")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SIGNS: Final = "$€£¥￥ \u00a0"
_IN: Final = frozenset({"true", "yes", "1", "in stock", "instock", "available", "low stock", "有货", "是", "现货"})
_OUT: Final = frozenset(
    {"false", "no", "0", "out of stock", "outofstock", "sold out", "unavailable", "无货", "否", "缺货"}
)

_FIXES: Final = {
    "id": "map one: --map id=FIELD",
    "title": "map one: --map title=FIELD",
    "price.amount": "map a plain number: --map price.amount=FIELD",
    "price.currency": "three capitals: --map price.currency==USD",
    "locales": "as en-US or zh-CN: --locale en-US",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """An event that may be sent. `changes` are identifiers, each with a detail, of what is not as in the file."""

    place: str
    event: ProductCreated
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        return self.event.id


class _Unreadable(Exception):
    """A value that no target can take: place in the event, and what is wrong."""

    def __init__(self, target: str, detail: str) -> None:
        super().__init__(target)
        self.target = target
        self.detail = detail


@dataclass(slots=True)
class _Draft:
    """An event in the making."""

    document: dict[str, Any] = field(default_factory=dict)
    attributes: list[dict[str, str]] = field(default_factory=list)
    price: dict[str, str] = field(default_factory=dict)
    changes: list[tuple[str, str]] = field(default_factory=list)


def to_event(row: Row, rules: Sequence[Rule], locales: Sequence[str]) -> Listing | BadRow:
    """The row as an event, or why it is none. `locales` are those of a row that names none."""
    draft = _Draft(document={"locales": list(locales)})
    try:
        for rule in rules:
            _apply(rule, row.fields, draft)
        event = validate(_finished(draft), ProductCreated)
    except _Unreadable as fault:
        return BadRow(row.place, "bad-value", _with_fix(f"`{fault.target}`: {fault.detail}", fault.target))
    except Undecodable as fault:
        target = fault.detail.partition("`")[2].partition("`")[0]
        return BadRow(row.place, str(fault.reason), _with_fix(fault.detail, target))
    return Listing(row.place, event, tuple(draft.changes))


def _with_fix(detail: str, target: str) -> str:
    fix = _FIXES.get(target.rstrip(".0123456789"))
    return f"{detail}; {fix}" if fix else detail


def _apply(rule: Rule, fields: Mapping[str, Any], draft: _Draft) -> None:
    values = [rule.constant] if rule.constant else [value_at(fields, source) for source in rule.sources]
    if rule.target.startswith(f"{ATTRIBUTES}."):
        unit = rule.unit or (_text(value_at(fields, rule.unit_source)) if rule.unit_source else "")
        _attribute(rule.target.partition(".")[2], ", ".join(filter(None, map(_text, values))), unit, draft)
    elif rule.target == ATTRIBUTES:
        for value in values:
            for name, text, unit in _spread(value):
                _attribute(name, text, unit, draft)
    else:
        _SETTERS[rule.target](values, draft)


def _attribute(name: str, value: str, unit: str, draft: _Draft) -> None:
    if not name or not value:
        return
    fits = len(name) <= _NAME_LIMIT and len(value) <= _VALUE_LIMIT and len(unit) <= _UNIT_LIMIT
    if not fits or len(draft.attributes) >= MAX_ATTRIBUTES:
        draft.changes.append(("attribute-left-out", name[:_NAME_LIMIT]))
        return
    draft.attributes.append({"name": name, "value": value} | ({"unit": unit} if unit else {}))


def _spread(value: object) -> Iterator[tuple[str, str, str]]:
    """A list of name, value, unit; or an object of names and values, those perhaps with units."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if isinstance(inner, Mapping):
                yield str(name), _text(inner.get("value")), _text(inner.get("unit"))
            else:
                yield str(name), _text(inner), ""
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping):
                yield _text(item.get("name")), _text(item.get("value")), _text(item.get("unit"))


def _text(value: object) -> str:
    """A value as one writes it: no exponents, yes and no, lists by commas; "" for nothing and for objects."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float | Decimal):
        return format(Decimal(str(value)), "f")
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(item) for item in value if not isinstance(item, list | Mapping))))
    return ""


def _first(values: Sequence[object]) -> str:
    return next(filter(None, map(_text, values)), "")


def _set_text(name: str, values: Sequence[object], draft: _Draft) -> None:
    if text := _first(values):
        draft.document[name] = text


def _set_id(values: Sequence[object], draft: _Draft) -> None:
    text = _first(values)
    if not text:
        return
    draft.document["id"] = made_safe(text)
    if draft.document["id"] != text:
        draft.changes.append(("id-made-safe", f"{text[:80]} -> {draft.document['id']}"))


def made_safe(text: str) -> str:
    """The id itself where it is printable ASCII, else what is readable of it and a hash: equal texts, equal ids."""
    if _SAFE_ID.fullmatch(text):
        return text
    readable = _UNSAFE.sub("-", text).strip("-")[:64]
    mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return f"{readable}-{mark}" if readable else mark


def _set_version(values: Sequence[object], draft: _Draft) -> None:
    text = _first(values)
    if text.isdecimal():
        draft.document["version"] = int(text)
    elif text:
        draft.changes.append(("version-left-out", text[:80]))


def _set_amount(values: Sequence[object], draft: _Draft) -> None:
    text = _first(values).strip(_SIGNS)
    if not text:
        return
    plain = text.replace(",", "") if _THOUSANDS.fullmatch(text) else text
    try:
        amount = round(Decimal(plain), 6)
    except InvalidOperation:
        raise _Unreadable("price.amount", f"{text[:40]!r} is no number") from None
    draft.price["amount"] = format(amount.normalize(), "f")


def _set_currency(values: Sequence[object], draft: _Draft) -> None:
    if text := _first(values):
        draft.price["currency"] = text.upper()


def _set_stock(values: Sequence[object], draft: _Draft) -> None:
    text = _first(values).casefold()
    if text in _IN or text in _OUT:
        draft.document["in_stock"] = text in _IN
    elif text.removeprefix("-").replace(".", "", 1).isdecimal():
        draft.document["in_stock"] = Decimal(text) > 0
    elif text:
        draft.changes.append(("stock-left-out", text[:80]))


def _set_seller_text(values: Sequence[object], draft: _Draft) -> None:
    text = _first(values)
    if len(text) > SELLER_TEXT_LIMIT:
        draft.changes.append(("seller-text-cut", f"{len(text)} characters"))
    if text:
        draft.document["seller_text"] = text[:SELLER_TEXT_LIMIT]


def _listed(values: Sequence[object], separator: str) -> list[str]:
    items = [item for value in values for item in (value if isinstance(value, list) else _text(value).split(separator))]
    return list(dict.fromkeys(filter(None, map(_text, items))))


def _set_locales(values: Sequence[object], draft: _Draft) -> None:
    if locales := _listed(values, ","):
        draft.document["locales"] = locales


def _set_category(values: Sequence[object], draft: _Draft) -> None:
    path = _listed(values, ">")
    kept = [name for name in path if len(name) <= _NAME_LIMIT][:_CATEGORIES]
    if kept != path:
        draft.changes.append(("category-cut", " > ".join(path)[:80]))
    draft.document["category"] = kept


def _set_images(values: Sequence[object], draft: _Draft) -> None:
    urls = _listed(values, " ")
    kept = [url for url in urls if len(url) <= _URL_LIMIT][:_IMAGES]
    if kept != urls:
        draft.changes.append(("image-left-out", f"{len(urls) - len(kept)} of {len(urls)}"))
    draft.document["images"] = kept


def _finished(draft: _Draft) -> dict[str, Any]:
    """The document. A price without a currency says nothing: it is left out."""
    document = draft.document | {"attributes": draft.attributes}
    if "amount" in draft.price and "currency" not in draft.price:
        draft.changes.append(("price-without-currency", draft.price["amount"]))
    elif "amount" in draft.price:
        document["price"] = draft.price
    return document


_SETTERS: Final[dict[str, Callable[[Sequence[object], _Draft], None]]] = {
    "id": _set_id,
    "version": _set_version,
    "locales": _set_locales,
    "title": partial(_set_text, "title"),
    "brand": partial(_set_text, "brand"),
    "category": _set_category,
    "price.amount": _set_amount,
    "price.currency": _set_currency,
    "in_stock": _set_stock,
    "images": _set_images,
    "seller_text": _set_seller_text,
    "seller_id": partial(_set_text, "seller_id"),
}
