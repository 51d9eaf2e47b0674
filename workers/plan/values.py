"""From a seller's value to concepts, numbers and shares, by what kind of attribute it belongs to. Pure."""

import re
from collections.abc import Iterator
from typing import Final

from workers.plan.brief import Fact, fact_id
from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import DOMAINS, find_value, folded
from workers.plan.lexicon.quantities import Quantity, read, read_dims
from workers.plan.lexicon.terms import read_term
from workers.plan.lexicon.units import unit_of
from workers.plan.lexicon.wording import NUMERIC

_JOINTS: Final = re.compile(r"\s*(?:[,;/、，；|]|\s&\s|\s\+\s|\band\b|和|与|及)\s*", re.IGNORECASE)
_SHARE: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*%\s*(.+?)|(.+?)\s*([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*%")
_SHARE_JOINTS: Final = re.compile(
    r"\s*[,;/、，；|+]\s*|\s+and\s+|(?<=%)\s+(?=[^\W0-9]+[0-9.]+%)|(?<=\S)\s+(?=[0-9.]+\s*%)"
)
_DRESSING: Final = re.compile(r"\b(?:fabric|material|leather upper)\b|面料|材质|布料|材料|制$")
_UNSCENTED: Final = frozenset({"unscented", "fragrance free", "none", "no scent", "无香", "无香型", "无香味"})
MAX_SPLIT: Final = 8

MAX_UNIT: Final = 16
_COUNTED: Final = frozenset(
    {"piece", "pair", "pack", "person", "seat", "layer", "speed", "key", "string", "sheet", "bottle", "box"}
)


def fact_of(name: str, value: str, unit: str = "") -> Fact:
    """A fact with its id."""
    return Fact(fact_id(name, value, unit), name, value, unit)


def values_of(name: NameWord, value: str, unit: str) -> Iterator[Fact]:
    """The facts of one attribute that the lexicon knows; a list of known values is one fact for each."""
    if name.kind in {"material", "composition"} and (mix := _composition(value)):
        yield _mixed(name, value, mix)
    elif name.kind in NUMERIC:
        yield _number_fact(name, value, unit)
    elif name.kind == "term":
        yield fact_of(*(read_term(name.key, value, unit) or (name.key, value, unit)))
    else:
        yield from _concepts(name, value, unit)


def _concepts(name: NameWord, value: str, unit: str) -> Iterator[Fact]:
    elsewhere = _said_elsewhere(name, value)
    if elsewhere:
        yield from elsewhere
        return
    kind = "material" if name.kind == "composition" else name.kind
    key = name.key if name.kind != "composition" else "material"
    for part in _split(kind, value):
        known = find_value(kind, part) or find_value(kind, _DRESSING.sub("", part))
        yield fact_of(key, known) if known else fact_of(key, part, (unit_of(unit) or unit)[:MAX_UNIT])


def _said_elsewhere(name: NameWord, value: str) -> tuple[Fact, ...]:
    """What a listing puts under one name and we know under another."""
    if name.key == "scent" and folded(value) in _UNSCENTED:
        return (fact_of("fragrance_free", "yes"),)
    if name.key == "ports" and value.isascii() and value.isdigit():
        return (fact_of("port_count", value),)
    return (_finished_colour(value) or ()) if name.kind == "colour" else ()


def _mixed(name: NameWord, value: str, mix: str) -> Fact:
    """A blend is said of the whole product only; a lining of "100% silk" is a silk lining."""
    if name.key in {"material", "composition"}:
        return fact_of("composition", mix)
    key, _, share = mix.rpartition(" ")
    return fact_of(name.key, key if share == "100" and "," not in mix else value)


def _finished_colour(value: str) -> tuple[Fact, Fact] | None:
    """A colour and a finish of "matte black"."""
    first, _, rest = value.partition(" ")
    finish, colour = find_value("finish", first), find_value("colour", rest)
    if find_value("colour", value) or finish is None or colour is None:
        return None
    return fact_of("colour", colour), fact_of("finish", finish)


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
        return fact_of(name.key, concept)
    found = (read_dims if name.kind in {"dims", "pixels"} else read)(value, unit)
    if found is None and name.kind == "measure" and (dims := read_dims(value, unit)):
        return fact_of("dimensions", dims.value, dims.unit)
    if found is not None:
        return fact_of(name.key, found.value, _unit_for(name, found))
    if name.key == "length" and (hem := find_value("hem", value)):
        return fact_of("hem", hem)
    return fact_of(name.key, value, (unit_of(unit) or unit)[:MAX_UNIT])


def _unit_for(name: NameWord, found: Quantity) -> str:
    """The unit as it is meant: batteries are sold in 毫安 (mAh); counted things need no word for the piece."""
    if name.key == "battery" and found.unit == "ma":
        return "mah"
    return "" if name.kind == "number" and found.unit in _COUNTED else found.unit


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
