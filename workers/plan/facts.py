"""From a listing to facts: normalised, bounded, each with an id. Pure and total."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.inbound import Attribute, ProductCreated
from schemas.outbound import MAX_FACTS
from workers.plan.brief import Fact, fact_id
from workers.plan.lexicon.categories import HOLIDAYS
from workers.plan.lexicon.entries import Flag, NameWord
from workers.plan.lexicon.length import shortened
from workers.plan.lexicon.lookup import (
    DOMAINS,
    FLAGS,
    NAMES,
    find_category,
    find_name,
    find_type,
    find_value,
    folded,
    folded_name,
)
from workers.plan.lexicon.quantities import Quantity, plain, read, read_dims
from workers.plan.lexicon.terms import read_term
from workers.plan.lexicon.units import unit_of
from workers.plan.lexicon.wording import NUMERIC
from workers.plan.nouns import type_of
from workers.plan.scrub import holds_address, visible, without_addresses

MAX_NAME: Final = 64
MAX_VALUE: Final = 256
MAX_UNIT: Final = 16
MAX_SPLIT: Final = 8

# Traits of people are never facts of a product, whatever the listing calls them.
_TRAITS: Final = re.compile(
    r"gender|\bsex\b|sexual|ethnic|\brace\b|racial|religio|nationalit|disabilit|marital|political|orientation|"
    r"age group|agegroup|target (?:audience|customer|group|user|market)|target age|buyer|customer|shopper|"
    r"department gender|suitable for people|affinity|income|pregnan|body type|"
    r"性别|人群|种族|民族|宗教|国籍|婚姻|残疾|政治|取向|收入|适用人|目标客户|年龄段人|孕妇|体型"
)
_TYPE_NAMES: Final = frozenset(
    {
        "type",
        "product type",
        "item type",
        "kind",
        "item",
        "product",
        "类型",
        "产品类型",
        "品类",
        "商品类型",
        "品名",
        "产品",
    }
)
_STYLE_NAMES: Final = frozenset({"style", "款式", "风格"})
_BRAND_NAMES: Final = frozenset({"brand", "brand name", "品牌", "品牌名称"})
_NO_BRAND: Final = frozenset(
    {"", "no brand", "generic", "unbranded", "n a", "none", "null", "无", "无品牌", "其他", "other"}
)
# Ours: what a listing says under these names is said by the event's own fields, or not at all.
_RESERVED: Final = frozenset({"name", "title", "price", "category", "in stock", "stock"}) | _BRAND_NAMES
_STOCK_NAMES: Final = frozenset({"availability", "availability status", "stock status", "in stock", "库存状态", "有货"})
_IN_STOCK: Final = frozenset({"in stock", "low stock", "available", "yes", "true", "现货", "有货"})
_OUT_OF_STOCK: Final = frozenset({"out of stock", "sold out", "no", "false", "缺货", "无货"})
_YES: Final = frozenset({"yes", "y", "true", "1", "是", "有", "支持", "可", "可以", "included", "required", "with"})
_NO: Final = frozenset(
    {"no", "n", "false", "0", "none", "否", "无", "不支持", "不可", "没有", "not included", "without"}
)
_JOINTS: Final = re.compile(r"\s*(?:[,;/、，；|]|\s&\s|\s\+\s|\band\b|和|与|及)\s*", re.IGNORECASE)
_SHARE: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*%\s*(.+?)|(.+?)\s*([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*%")
_SHARE_JOINTS: Final = re.compile(
    r"\s*[,;/、，；|+]\s*|\s+and\s+|(?<=%)\s+(?=[^\W0-9]+[0-9.]+%)|(?<=\S)\s+(?=[0-9.]+\s*%)"
)
_DRESSING: Final = re.compile(r"\b(?:fabric|material|leather upper|blend)\b|面料|材质|布料|材料|制$")
_RANKS: Final = {name: place for place, name in enumerate((*NAMES, *FLAGS))}
_OWN: Final = ("name", "brand", "type", "category", "price", "in_stock")


def facts_of(event: ProductCreated) -> tuple[Fact, ...]:
    """What the listing says, at most 72 facts, in an order that does not follow the listing's.

    Text of the seller is never a fact. Nor are traits of people, addresses, or what is empty once it is cleaned.
    """
    told = tuple(_told(event))
    unique = {fact.id: fact for fact in (*_own_facts(event, told), *_attribute_facts(told))}
    return tuple(sorted(unique.values(), key=_rank)[:MAX_FACTS])


def _rank(fact: Fact) -> tuple[int, int, str]:
    """Ours first, then by the lexicon's order, then what the lexicon does not know, by name."""
    if fact.name in _OWN:
        return (0, _OWN.index(fact.name), "")
    if fact.name in _RANKS:
        return (1, _RANKS[fact.name], "")
    return (2, 0, fact.name)


def _fact(name: str, value: str, unit: str = "") -> Fact:
    return Fact(fact_id(name, value, unit), name, value, unit)


def _told(event: ProductCreated) -> Iterator[tuple[str, str, str]]:
    """The attributes that may be facts at all, cleaned: name, value, unit."""
    for attribute in event.attributes:
        name, value, unit = _cleaned(attribute)
        if name and value and not _TRAITS.search(folded_name(name)) and not holds_address(value):
            yield name, value, unit


def _cleaned(attribute: Attribute) -> tuple[str, str, str]:
    name = shortened(visible(attribute.name).strip(" :：."), MAX_NAME)
    unit = visible(attribute.unit or "")[:MAX_UNIT].strip()
    return name, shortened(visible(attribute.value), MAX_VALUE), unit


def _own_facts(event: ProductCreated, told: tuple[tuple[str, str, str], ...]) -> Iterator[Fact]:
    title = shortened(without_addresses(visible(event.title)), MAX_VALUE)
    if title:
        yield _fact("name", title)
    brand = _brand(event, told)
    if brand:
        yield _fact("brand", brand)
    path = tuple(clean for name in event.category if (clean := _short(name)))
    styles = tuple(value for name, value, _ in told if folded_name(name) in _STYLE_NAMES)
    kind = type_of(title, tuple(v for n, v, _ in told if folded_name(n) in _TYPE_NAMES), (*path, *styles))
    if kind is not None:
        yield _fact("type", kind)
    yield from _filed((*path, *(style for style in styles if find_category(style))), kind)
    if event.price is not None:
        yield _fact("price", plain(event.price.amount), event.price.currency)
    stock = event.in_stock if event.in_stock is not None else _stock(told)
    if stock is not None:
        yield _fact("in_stock", "yes" if stock else "no")


def _short(text: str) -> str:
    return shortened(without_addresses(visible(text)), MAX_NAME)


def _brand(event: ProductCreated, told: tuple[tuple[str, str, str], ...]) -> str:
    written = event.brand or next((value for name, value, _ in told if folded_name(name) in _BRAND_NAMES), "")
    brand = _short(written)
    return "" if folded(brand) in _NO_BRAND else brand


def _stock(told: Iterable[tuple[str, str, str]]) -> bool | None:
    for name, value, _ in told:
        if folded_name(name) in _STOCK_NAMES and folded(value) in _IN_STOCK | _OUT_OF_STOCK:
            return folded(value) in _IN_STOCK
    return None


def _filed(path: tuple[str, ...], kind: str | None) -> Iterator[Fact]:
    """The department, as near as it is named, unless it says what the type says."""
    for name in reversed(path):
        if folded(name) in HOLIDAYS:
            yield _fact("occasion", folded(name))
            continue
        if find_type(name) is not None and kind is not None:
            continue
        key = find_category(name)
        yield _fact("category", key or name)
        return


def _attribute_facts(told: tuple[tuple[str, str, str], ...]) -> Iterator[Fact]:
    for name, value, unit in told:
        plain_name = folded_name(name)
        if plain_name in _RESERVED or (plain_name in _TYPE_NAMES and find_type(value)):
            continue
        if plain_name in _STOCK_NAMES and folded(value) in _IN_STOCK | _OUT_OF_STOCK:
            continue
        if plain_name in _STYLE_NAMES:
            yield from _style_facts(value)
            continue
        known = find_name(name)
        if known is None:
            yield _unknown(name, value, unit)
        elif isinstance(known, Flag):
            yield from _flag_facts(known, value, unit)
        else:
            yield from _known_facts(known, value, unit)


def _style_facts(value: str) -> Iterator[Fact]:
    """Shops file all sorts of things under "style": a type, a feast, a department, or a style."""
    if find_type(value) is not None:
        return
    plain_value = folded(value)
    if plain_value in HOLIDAYS:
        yield _fact("occasion", plain_value)
    elif find_value("style", value) is not None or find_category(value) is None:
        yield from _known_facts(NAMES["style"], value, "")


def _unknown(name: str, value: str, unit: str) -> Fact:
    found = read(value, unit)
    return _fact(name, found.value, found.unit) if found else _fact(name, value, unit)


def _flag_facts(flag: Flag, value: str, unit: str) -> Iterator[Fact]:
    plain_value = folded(value)
    if plain_value in _YES or plain_value in {folded(form) for form in (flag.us, flag.gb, flag.zh, *flag.aliases)}:
        yield _fact(flag.key, "yes")
    elif plain_value in _NO:
        yield _fact(flag.key, "no")
    elif flag.key in {"waterproof", "water_resistant"}:
        yield from _known_facts(NAMES["water_rating"], value, unit)
    else:
        yield _fact(flag.key, value, unit)


def _known_facts(name: NameWord, value: str, unit: str) -> Iterator[Fact]:
    if name.kind == "term":
        yield _fact(*(read_term(name.key, value, unit) or (name.key, value, unit)))
        return
    if name.kind in {"material", "composition"} and (mix := _composition(value)):
        yield _fact("composition" if name.key in {"material", "composition"} else name.key, mix)
        return
    if name.kind in NUMERIC:
        yield _number_fact(name, value, unit)
        return
    kind = "material" if name.kind == "composition" else name.kind
    key = name.key if name.kind != "composition" else "material"
    if kind == "colour" and (pair := _finished_colour(value)):
        yield from pair
        return
    for part in _split(kind, value):
        yield _fact(key, find_value(kind, part) or find_value(kind, _DRESSING.sub("", part)) or part)


def _finished_colour(value: str) -> tuple[Fact, Fact] | None:
    """A colour and a finish of "matte black"."""
    first, _, rest = value.partition(" ")
    finish, colour = find_value("finish", first), find_value("colour", rest)
    if find_value("colour", value) or finish is None or colour is None:
        return None
    return _fact("colour", colour), _fact("finish", finish)


def _split(kind: str, value: str) -> list[str]:
    """The parts of a list, if the lexicon knows each; else the whole."""
    if kind not in DOMAINS or find_value(kind, value) is not None:
        return [value]
    parts = [part for part in _JOINTS.split(value) if part][:MAX_SPLIT]
    known = all(find_value(kind, part) or find_value(kind, _DRESSING.sub("", part)) for part in parts)
    return parts if parts and known else [value]


def _number_fact(name: NameWord, value: str, unit: str) -> Fact:
    concept = find_value(name.kind, value)
    if concept is not None:
        return _fact(name.key, concept)
    found = (read_dims if name.kind in {"dims", "pixels"} else read)(value, unit)
    if found is None and name.kind == "measure" and (dims := read_dims(value, unit)):
        return _fact("dimensions", dims.value, dims.unit)
    if found is not None:
        return _fact(name.key, found.value, _unit_for(name, found))
    if name.key == "length" and (hem := find_value("hem", value)):
        return _fact("hem", hem)
    return _fact(name.key, value, (unit_of(unit) or unit)[:MAX_UNIT])


def _unit_for(name: NameWord, found: Quantity) -> str:
    """The unit as it is meant: batteries are sold in 毫安 (mAh); counted things need no word for the piece."""
    if name.key == "battery" and found.unit == "ma":
        return "mah"
    return "" if name.kind == "number" and found.unit in _COUNTED else found.unit


_COUNTED: Final = frozenset(
    {"piece", "pair", "pack", "person", "seat", "layer", "speed", "key", "string", "sheet", "bottle", "box"}
)


def _composition(value: str) -> str | None:
    """From "60% cotton, 40% linen" to "cotton 60, linen 40"; None where a part is unknown or the sum is too much."""
    parts = [part for part in _SHARE_JOINTS.split(value) if part]
    shares: list[tuple[str, str]] = []
    for part in parts[:MAX_SPLIT]:
        match = _SHARE.fullmatch(part)
        if match is None:
            return None
        number, word = match[1] or match[4], match[2] or match[3]
        key = find_value("material", word) or find_value("material", _DRESSING.sub("", word))
        if key is None:
            return None
        shares.append((key, number))
    if not shares or sum(float(number) for _, number in shares) > 100:  # noqa: PLR2004  per cent
        return None
    return ", ".join(f"{key} {number}" for key, number in shares)
