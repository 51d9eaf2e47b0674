"""How a fact is worded in a locale, and whether it may be said there at all."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from workers.plan.brief import Fact
from workers.plan.lexicon import quantities, raw
from workers.plan.lexicon.entries import Flag, NameWord, TypeWord, Word
from workers.plan.lexicon.locales import british, language_of, supported
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, SET_SUFFIX, type_word
from workers.plan.lexicon.terms import term_forms, term_sayable
from workers.plan.lexicon.units import CURRENCIES, UNITS, Money

NUMERIC: Final = frozenset({"measure", "bare", "number", "dims", "pixels", "rating", "age"})
UNITLESS: Final = frozenset({"bare", "number", "pixels", "rating"})
# Kinds whose patterns bear a seller's own word. "Comes as a sewn" or "suits three-person" shows why the others do not.
RAW: Final = frozenset(
    {"material", "colour", "pattern", "finish", "coating", "gem", "flavour", "scent", "place", "activity", "energy",
     "connect", "text"}
)  # fmt: skip
PROPER: Final = frozenset({"proper", "rating", "size"})
_BELOW_ZERO: Final = frozenset({"temperature", "temperature_rating"})
OWN: Final = frozenset({"name", "brand", "type", "category", "price", "in_stock"})
_PART: Final = re.compile(r"([a-z0-9-]+) ([0-9.]+)")
# ISO 4217: "no currency", and the code for tests.
_NO_CURRENCY: Final = frozenset({"XXX", "XTS"})
_NONZERO: Final = re.compile("[1-9]")
_DIGIT: Final = re.compile("[0-9]")


@lru_cache(maxsize=16384)
def sayable(fact: Fact, locale: str) -> bool:
    """Whether the locale has words for the fact: concept, unit, or a raw value in the locale's own script."""
    if not supported(locale):
        return False
    if fact.name in OWN:
        return _own_sayable(fact, locale)
    flag = FLAGS.get(fact.name)
    if flag is not None:
        return bool(flag_words(flag, fact.value, locale))
    name = NAMES.get(fact.name)
    return name is not None and _value_sayable(name, fact, locale)


def _own_sayable(fact: Fact, locale: str) -> bool:
    if fact.name == "type":
        return type_word(fact.value) is not None
    if fact.name == "category":
        return fact.value in DOMAINS["category"]
    if fact.name == "price":
        return _NONZERO.search(fact.value) is not None and fact.unit not in _NO_CURRENCY
    if fact.name == "in_stock":
        return fact.value in {"yes", "no"}
    return raw.name_sayable(fact.value, locale)


def _value_sayable(name: NameWord, fact: Fact, locale: str) -> bool:
    if name.kind == "term":
        return term_sayable(fact)
    if name.kind == "composition":
        return bool(parts_of(fact.value))
    if fact.value in DOMAINS.get(name.kind, {}):
        return True
    if name.kind in NUMERIC and _is_number(fact.value):
        return _number_sayable(name, fact)
    if name.kind in PROPER:
        return raw.label_sayable(fact.value, locale)
    return name.kind in RAW and raw.value_sayable(fact.value, locale)


def _number_sayable(name: NameWord, fact: Fact) -> bool:
    if not _NONZERO.search(fact.value) or (fact.value.startswith("-") and name.key not in _BELOW_ZERO):
        return False
    if name.kind == "age":
        return fact.unit in {"year", "month"} and ("+" in fact.value or "-" in fact.value)
    if name.key in {"count", "pack"} and fact.value == "1":
        return False
    if name.kind == "number" and not fact.value.isdigit():
        return False
    return fact.unit in UNITS or (not fact.unit and name.kind in UNITLESS)


def _is_number(value: str) -> bool:
    return bool(quantities.CANONICAL.fullmatch(value) or quantities.CANONICAL_DIMS.fullmatch(value))


def parts_of(value: str) -> tuple[tuple[str, str], ...]:
    """A composition's parts, material key and per cent: "cotton 60, linen 40". () where one is unknown."""
    parts = tuple(match.groups() for part in value.split(", ") if (match := _PART.fullmatch(part)))
    known = all(key in DOMAINS["material"] for key, _ in parts)
    return tuple((key, number) for key, number in parts) if known and len(parts) == value.count(",") + 1 else ()


def value_word(kind: str, value: str) -> Word | None:
    """The lexicon's entry of a value."""
    return DOMAINS.get(kind, {}).get(value)


@lru_cache(maxsize=16384)
def said(fact: Fact, locale: str) -> str:
    """The value's first wording in this locale, as it stands inside a sentence."""
    forms = _forms(fact, locale)
    return forms[0] if forms else fact.value


@lru_cache(maxsize=16384)
def before_noun(fact: Fact, locale: str) -> str:
    """The value as it stands before its noun: "15.6-inch"."""
    if language_of(locale) == "en" and _is_number(fact.value):
        return quantities.english_before_noun(fact.value, fact.unit, "gb" if british(locale) else "us")
    return said(fact, locale)


def surface_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    """Every wording of the fact's value that a text may use in this locale, ours first; compare without case."""
    return tuple(dict.fromkeys(form for form in _forms(fact, locale) if form)) if sayable(fact, locale) else ()


def number_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    """Those wordings of the fact that hold a digit ("1.2 kg", "1.2kg", "1.2-kg"); () where none does."""
    return tuple(form for form in surface_forms(fact, locale) if _DIGIT.search(form))


def _forms(fact: Fact, locale: str) -> tuple[str, ...]:
    if fact.name in OWN:
        return _own_forms(fact, locale)
    flag = FLAGS.get(fact.name)
    if flag is not None:
        return (flag_words(flag, fact.value, locale), _label(flag, locale))
    name = NAMES.get(fact.name)
    return (fact.value,) if name is None else _value_forms(name, fact, locale)


def _value_forms(name: NameWord, fact: Fact, locale: str) -> tuple[str, ...]:
    word = value_word(name.kind, fact.value)
    if word is not None:
        return word_forms(word, locale)
    if name.kind == "term":
        return term_forms(fact, locale)
    if name.kind == "composition":
        return _composition_forms(fact, locale)
    if name.kind in NUMERIC and _is_number(fact.value):
        return _age_forms(fact, locale) if name.kind == "age" else _number_forms(fact, locale)
    return _raw_forms(name, fact.value, locale)


def _raw_forms(name: NameWord, value: str, locale: str) -> tuple[str, ...]:
    if name.kind == "size" and language_of(locale) == "en":
        return (f"size {value}", value)
    if name.kind == "size":
        return (f"{value}码" if value.isascii() and len(value) <= 5 else value, value)  # noqa: PLR2004  "EU 42"
    if name.kind == "text" and language_of(locale) == "en":
        return (raw.counted(value), value)
    if name.kind in PROPER or language_of(locale) == "zh":
        return (value,)
    return ((raw.british if british(locale) else raw.american)(raw.calm(value)), value)


def _own_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    english = language_of(locale) == "en"
    if fact.name == "type":
        word = type_word(fact.value)
        return _type_forms(fact.value, word, locale) if word else (fact.value,)
    if fact.name == "category":
        word_ = value_word("category", fact.value)
        return word_forms(word_, locale) if word_ else (fact.value,)
    if fact.name == "price":
        return price_forms(fact.value, fact.unit, locale)
    if fact.name == "in_stock":
        stock = {"yes": ("in stock", "现货"), "no": ("out of stock", "暂时缺货")}.get(fact.value, ("", ""))
        return (stock[0 if english else 1],)
    shown = raw.calm_name(fact.value) if english else raw.wide_name(fact.value)
    return (shown, fact.value)


def _type_forms(key: str, word: TypeWord, locale: str) -> tuple[str, ...]:
    one, many = (word.gb, word.gb_plural) if british(locale) else (word.us, word.us_plural)
    if language_of(locale) == "zh":
        own = (f"{word.zh}套装",) if key.endswith(SET_SUFFIX) and not word.zh.endswith("套装") else ()
        return (*own, word.zh)
    return (one, many, word.us, word.us_plural, word.gb, word.gb_plural)


def word_forms(word: Word, locale: str) -> tuple[str, ...]:
    """The word in this locale, then the language's other spelling.

    No synonyms of sellers: "genuine leather" or "pure linen" say more than the concept that they were read as.
    """
    if language_of(locale) == "zh":
        return (word.zh,)
    return (word.gb, word.us) if british(locale) else (word.us, word.gb)


def flag_words(flag: Flag, value: str, locale: str) -> str:
    """What a feature's "yes" or "no" is said as; "" where it is not said."""
    if language_of(locale) == "zh":
        return {"yes": flag.zh_yes, "no": flag.zh_no}.get(value, "")
    gb = british(locale)
    yes, no = (flag.gb_yes, flag.gb_no) if gb else (flag.us_yes, flag.us_no)
    return {"yes": yes, "no": no}.get(value, "")


def _label(word: Flag | NameWord, locale: str) -> str:
    if language_of(locale) == "zh":
        return word.zh
    return word.gb if british(locale) else word.us


def label(name: str, locale: str) -> str:
    """What an attribute is called: "weight", "重量"."""
    return _label(NAMES.get(name) or FLAGS[name], locale)


def _composition_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    parts = parts_of(fact.value)
    table = DOMAINS["material"]
    if language_of(locale) == "zh":
        each = [f"{number}%{table[key].zh}" for key, number in parts]
        return ("、".join(each), *each)
    each = [f"{number}% {table[key].gb if british(locale) else table[key].us}" for key, number in parts]
    return (listing(each), *each)


def listing(parts: list[str]) -> str:
    """As "a", "a and b", "a, b and c": no comma before "and"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else ""


def _number_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    value, unit = fact.value, fact.unit
    spelling = "gb" if british(locale) else "us"
    if language_of(locale) == "zh":
        ours = quantities.chinese(value, unit)
        return (ours, quantities.english(value, unit).replace(" ", ""), quantities.english(value, unit))
    ours = quantities.english(value, unit, spelling)
    attributive = quantities.english_before_noun(value, unit, spelling)
    return (ours, attributive, ours.replace(" ", ""), ours.replace(",", ""))


def _age_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    low, _, high = fact.value.rstrip("+").partition("-")
    open_end = fact.value.endswith("+")
    if language_of(locale) == "zh":
        unit = "岁" if fact.unit == "year" else "个月"
        return (f"{low}{unit}以上" if open_end else f"{low}至{high}{unit}", f"{low}{unit}")
    unit = "" if fact.unit == "year" else " months"
    return (f"{low}{unit} and up" if open_end else f"{low} to {high}{unit}", f"{low}+", f"{low}-{high}")


def price_forms(amount: str, currency: str, locale: str) -> tuple[str, ...]:
    """As "$129.99" in English, "129.99美元" or "¥199" in Chinese; with the decimals that the currency has."""
    money = CURRENCIES.get(currency, Money(f"{currency} ", currency))
    number = _amount(amount, money.digits)
    if language_of(locale) == "zh":
        short = quantities.plain(Decimal(amount))
        ours = f"{money.zh_sign}{short}" if money.zh_sign else f"{short}{money.zh}"
        return (ours, f"{number}{money.zh}", f"{short}{money.zh}", f"{money.sign}{number}")
    whole, point, rest = number.partition(".")
    shown = f"{int(whole):,}{point}{rest}"
    sign = "US$" if currency == "USD" and british(locale) else money.sign
    return (f"{sign}{shown}", f"{money.sign}{shown}", f"{sign}{number}", f"{currency} {number}")


def _amount(amount: str, digits: int) -> str:
    places = len(amount.partition(".")[2])
    return amount if places > digits else f"{Decimal(amount):.{digits}f}"
