"""From a listing to facts: normalised, bounded, each with an id. Pure and total."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.inbound import ProductCreated
from schemas.outbound import MAX_FACTS
from workers.plan.brief import Fact
from workers.plan.cleaned import boasts, named, stated, titled
from workers.plan.lexicon.categories import HOLIDAYS
from workers.plan.lexicon.entries import Flag
from workers.plan.lexicon.lookup import (
    FLAGS,
    NAMES,
    find_category,
    find_type,
    find_value,
    folded,
    folded_name,
)
from workers.plan.lexicon.quantities import plain, read
from workers.plan.nouns import type_of
from workers.plan.senses import meant
from workers.plan.values import fact_of, values_of

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
_NO_NAME: Final = frozenset(
    {"", "no brand", "generic", "unbranded", "n a", "none", "null", "nil", "nan", "undefined", "unknown", "other",
     "tbd", "todo", "test", "untitled", "无", "无品牌", "其他", "未知"}
)  # fmt: skip
# Ours: what a listing says under these names is said by the event's own fields, or not at all.
_RESERVED: Final = frozenset({"name", "title", "price", "category", "in stock", "stock"}) | _BRAND_NAMES
_STOCK_NAMES: Final = frozenset({"availability", "availability status", "stock status", "in stock", "库存状态", "有货"})
_IN_STOCK: Final = frozenset({"in stock", "low stock", "available", "yes", "true", "现货", "有货"})
_OUT_OF_STOCK: Final = frozenset({"out of stock", "sold out", "no", "false", "缺货", "无货"})
_YES: Final = frozenset(
    {"yes", "y", "true", "1", "是", "有", "支持", "可", "可以", "需要", "included", "required", "with"}
)
_NO: Final = frozenset(
    {
        "no",
        "n",
        "false",
        "0",
        "none",
        "否",
        "无",
        "不支持",
        "不可",
        "没有",
        "不需要",
        "无需",
        "免",
        "not included",
        "without",
    }
)
_RANKS: Final = {name: place for place, name in enumerate((*NAMES, *FLAGS))}
_OWN: Final = ("name", "brand", "type", "category", "price", "in_stock")


def facts_of(event: ProductCreated) -> tuple[Fact, ...]:
    """What the listing says, at most 72 facts, in an order that does not follow the listing's.

    Text of the seller is never a fact. Nor are traits of people, addresses, orders, deals (`barred_in` tells of them),
    or what is empty once it is cleaned.
    """
    attributes = tuple(_told(event))
    own = tuple(_own_facts(event, attributes))
    kind = next((fact.value for fact in own if fact.name == "type"), None)
    unique = {fact.id: fact for fact in (*own, *_attribute_facts(attributes, kind))}
    return tuple(sorted(unique.values(), key=_rank)[:MAX_FACTS])


def _rank(fact: Fact) -> tuple[int, int, str]:
    """Ours first, then by the lexicon's order, then what the lexicon does not know, by name."""
    if fact.name in _OWN:
        return (0, _OWN.index(fact.name), "")
    if fact.name in _RANKS:
        return (1, _RANKS[fact.name], "")
    return (2, 0, fact.name)


def _told(event: ProductCreated) -> Iterator[tuple[str, str, str]]:
    """The attributes that may be facts at all, cleaned: name, value, unit."""
    for name, value, unit, rule in map(stated, event.attributes):
        if name and value and not rule and not _TRAITS.search(folded_name(name)):
            yield name, value, unit


def _own_facts(event: ProductCreated, told: tuple[tuple[str, str, str], ...]) -> Iterator[Fact]:
    title, rule = titled(event)
    if title and folded(title) not in _NO_NAME and not rule:
        yield fact_of("name", title)
    brand = _brand(event, told)
    if brand:
        yield fact_of("brand", brand)
    path = tuple(words.text for name in event.category if not (words := named(name)).rule and words.text)
    styles = tuple(value for name, value, _ in told if folded_name(name) in _STYLE_NAMES)
    kind = type_of(
        "" if rule else title, tuple(v for n, v, _ in told if folded_name(n) in _TYPE_NAMES), (*path, *styles)
    )
    if kind is not None:
        yield fact_of("type", kind)
    yield from _filed((*path, *(style for style in styles if find_category(style))), kind)
    if event.price is not None:
        yield fact_of("price", plain(event.price.amount), event.price.currency)
    stock = event.in_stock if event.in_stock is not None else _stock(told)
    if stock is not None:
        yield fact_of("in_stock", "yes" if stock else "no")


def _brand(event: ProductCreated, told: tuple[tuple[str, str, str], ...]) -> str:
    written = event.brand or next((value for name, value, _ in told if folded_name(name) in _BRAND_NAMES), "")
    brand, rule = named(written)
    return "" if rule or folded(brand) in _NO_NAME or boasts(brand) else brand


def _stock(told: Iterable[tuple[str, str, str]]) -> bool | None:
    for name, value, _ in told:
        if folded_name(name) in _STOCK_NAMES and folded(value) in _IN_STOCK | _OUT_OF_STOCK:
            return folded(value) in _IN_STOCK
    return None


def _filed(path: tuple[str, ...], kind: str | None) -> Iterator[Fact]:
    """The department, as near as it is named, unless it says what the type says."""
    for name in reversed(path):
        if folded(name) in HOLIDAYS:
            yield fact_of("occasion", folded(name))
            continue
        if find_type(name) is not None and kind is not None:
            continue
        key = find_category(name)
        yield fact_of("category", key or name)
        return


def _attribute_facts(told: tuple[tuple[str, str, str], ...], kind: str | None) -> Iterator[Fact]:
    for name, value, unit in told:
        plain_name = folded_name(name)
        if plain_name in _RESERVED or (plain_name in _TYPE_NAMES and find_type(value)):
            continue
        if plain_name in _STOCK_NAMES and folded(value) in _IN_STOCK | _OUT_OF_STOCK:
            continue
        if plain_name in _STYLE_NAMES:
            yield from _style_facts(value)
            continue
        known = meant(name, kind)
        if known is None:
            yield _unknown(name, value, unit)
        elif isinstance(known, Flag):
            yield from _flag_facts(known, value, unit)
        else:
            yield from values_of(known, value, unit)


def _style_facts(value: str) -> Iterator[Fact]:
    """Shops file all sorts of things under "style": a type, a feast, a department, or a style."""
    if find_type(value) is not None:
        return
    plain_value = folded(value)
    if plain_value in HOLIDAYS:
        yield fact_of("occasion", plain_value)
    elif find_value("style", value) is not None or find_category(value) is None:
        yield from values_of(NAMES["style"], value, "")


def _unknown(name: str, value: str, unit: str) -> Fact:
    found = read(value, unit)
    return fact_of(name, found.value, found.unit) if found else fact_of(name, value, unit)


def _flag_facts(flag: Flag, value: str, unit: str) -> Iterator[Fact]:
    plain_value = folded(value)
    if plain_value in _YES or plain_value in {folded(form) for form in (flag.us, flag.gb, flag.zh, *flag.aliases)}:
        yield fact_of(flag.key, "yes")
    elif plain_value in _NO:
        yield fact_of(flag.key, "no")
    elif flag.key in {"waterproof", "water_resistant"}:
        yield from values_of(NAMES["water_rating"], value, unit)
    else:
        yield fact_of(flag.key, value, unit)
