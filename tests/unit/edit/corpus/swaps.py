"""Faults made by changing one thing that a true text says. What would still be true is not planted."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from schemas.kinds import Kind
from tests.unit.edit.corpus.answers import NO, WORDINGS, YES, said
from tests.unit.edit.corpus.truths import Item, Truth, truths
from workers.plan.brief import Clause, Fact, fact_id
from workers.plan.lexicon import surface_forms
from workers.plan.lexicon.entries import Flag
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, TYPES, type_word
from workers.plan.lexicon.wording import flag_words, parts_of

NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNITS = {
    "cm": "mm", "mm": "cm", "kg": "g", "g": "kg", "inches": "feet", "hours": "minutes", "oz": "lb", "L": "cl", "ml": "cl",
    "W": "V", "mAh": "Ah", "GB": "TB", "TB": "GB", "厘米": "毫米", "毫升": "升", "升": "毫升", "千克": "克", "克": "千克",
    "小时": "分钟", "元": "美元", "瓦": "伏", "毫安时": "安时", "个月": "天", "months": "weeks", "years": "months",
    "€": "£", "£": "$", "$": "€", "¥": "€",
}  # fmt: skip
UNIT = re.compile(
    r"(?<=\d)([ -]?)(cm|mm|kg|g|inches|hours|oz|L|ml|W|mAh|GB|TB|months|years|厘米|毫升|升|千克|克|小时|元|瓦|毫安时|个月)"
    r"(?![A-Za-z])|([€£$¥])(?=\d)"
)
NEGATIONS = (
    ("is not ", "is "), ("are not ", "are "), ("cannot ", "can "), ("has no ", "has "), ("have no ", "have "),
    ("does not ", "does "), ("do not ", "do "), ("without ", "with "), ("needs no ", "needs "), ("need no ", "need "),
    ("不可", "可"), ("不适用", "适用"), ("不支持", "支持"), ("不配", "配"), ("不带", "带"), ("不含", "含"), ("不防", "防"),
    ("无需", "需"), ("不自动", "自动"), ("无", "带"), ("非触摸屏", "触摸屏"),
)  # fmt: skip


def said_of(truth: Truth) -> str:
    """All wordings of all that is true of the product: what stands in here is no fault."""
    return _said(truth.facts, truth.clauses, truth.brief.locale)


@lru_cache(maxsize=64)
def _said(facts: tuple[Fact, ...], clauses: tuple[Clause, ...], locale: str) -> str:
    wordings = [form for fact in facts for form in (fact.value, *surface_forms(fact, locale))]
    return "\n".join((*wordings, *(clause.text for clause in clauses))).casefold()


def numbers(truth: Truth, chance: random.Random) -> Iterator[Item]:
    found = list(NUMBER.finditer(truth.text))
    known = {Decimal(number) for number in NUMBER.findall(said_of(truth).replace(",", ""))}
    for match in chance.sample(found, min(1, len(found))):
        changed = _other_number(match.group(), chance)
        if not any(Decimal(changed).scaleb(power) in known for power in range(-3, 4)):
            yield _planted(truth, "number", match.span(), changed)


def _other_number(literal: str, chance: random.Random) -> str:
    at = chance.choice([index for index, c in enumerate(literal) if c.isdigit()])
    return literal[:at] + chance.choice([d for d in "123456789" if d != literal[at]]) + literal[at + 1 :]


def units(truth: Truth, chance: random.Random) -> Iterator[Item]:
    found = list(UNIT.finditer(truth.text))
    for match in chance.sample(found, min(1, len(found))):
        group = 2 if match[2] else 3
        yield _planted(truth, "unit", match.span(group), UNITS[match[group]])


def materials(truth: Truth, chance: random.Random) -> Iterator[Item]:
    yield from _values(truth, chance, "material")


def colours(truth: Truth, chance: random.Random) -> Iterator[Item]:
    yield from _values(truth, chance, "colour")


def origins(truth: Truth, chance: random.Random) -> Iterator[Item]:
    yield from _values(truth, chance, "place")


FAULTS = {"material": "material", "colour": "colour", "place": "origin"}


def _values(truth: Truth, chance: random.Random, domain: str) -> Iterator[Item]:
    """One value that the text states, for another of its kind."""
    spans = [span for form in _forms(truth, domain) if (span := _alone(form, truth.text))]
    known = said_of(truth)
    table = list(DOMAINS[domain].values())
    for span in chance.sample(spans, min(1, len(spans))):
        word = chance.choice(table)
        other = word.zh if truth.language == "zh" else word.us
        if other.casefold() not in known and not _says_as_much(other, known):
            yield _planted(truth, FAULTS[domain], span, _cased(other, truth.text[slice(*span)]))


def _forms(truth: Truth, domain: str) -> Iterator[str]:
    language = truth.language
    for fact in truth.brief.facts:
        name = NAMES.get(fact.name)
        if name is None or name.kind not in {domain, "composition"}:
            continue
        keys = [key for key, _ in parts_of(fact.value)] if name.kind == "composition" else [fact.value]
        for key in keys:
            word = DOMAINS[domain].get(key)
            if word is not None:
                yield from ((word.zh,) if language == "zh" else (word.us, word.gb))


def _says_as_much(other: str, known: str) -> bool:
    """A less exact word for the same thing is no fault: steel is said of stainless steel, 棉 of 精梳棉."""
    return len(other) == 1 or any(part in known.split() for part in other.casefold().split()[-1:])


def brands(truth: Truth, chance: random.Random) -> Iterator[Item]:
    own = next((fact.value for fact in truth.facts if fact.name == "brand"), "")
    other = chance.choice(_others(truth.language, "brand"))
    span = _alone(own, truth.text) if own else None
    if span and other.casefold() not in said_of(truth):
        yield _planted(truth, "brand", span, other)


def products(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """The product's name, or the word for what it is."""
    name = next((fact.value for fact in truth.brief.facts if fact.name == "name"), "")
    span = _alone(name, truth.text) if name else None
    other = chance.choice(_others(truth.language, "name"))
    if span is None:
        span, other = _type_in(truth), _another_type(truth, chance)
    if span and other.casefold() not in said_of(truth):
        yield _planted(truth, "product", span, _cased(other, truth.text[slice(*span)]))


def _type_in(truth: Truth) -> tuple[int, int] | None:
    for fact in truth.brief.facts:
        word = type_word(fact.value) if fact.name == "type" else None
        if word is not None:
            forms = (word.zh,) if truth.language == "zh" else (word.us_plural, word.us, word.gb)
            return next((span for form in forms if (span := _alone(form, truth.text))), None)
    return None


def _another_type(truth: Truth, chance: random.Random) -> str:
    word = chance.choice(list(TYPES.values()))
    return word.zh if truth.language == "zh" else word.us


@lru_cache(maxsize=8)
def _others(language: str, name: str) -> list[str]:
    """What other listings are called, or their makers, in the same language."""
    found = {
        fact.value: None
        for truth in truths()
        if truth.language == language
        for fact in truth.facts
        if fact.name == name and len(fact.value) > 1 and fact.value.isascii() == (language == "en")
    }
    return list(found)


def negations(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """A denial dropped, or a feature denied that the product has; an attribute of the seller's own, answered no or yes."""
    if truth.brief.kind in {Kind.DESCRIPTION, Kind.BULLETS}:
        yield _answered(truth, chance)
    for fact in truth.brief.facts:
        flag = FLAGS.get(fact.name)
        if flag is None:
            continue
        ours = flag_words(flag, fact.value, truth.brief.locale)
        theirs = flag_words(flag, "yes" if fact.value == "no" else "no", truth.brief.locale)
        span = _alone(ours, truth.text) if ours else None
        if span is not None and theirs and theirs.casefold() not in said_of(truth):
            yield _planted(truth, "negation", span, theirs)
        elif fact.value == "no":
            yield from _undenied(truth, flag)


def _answered(truth: Truth, chance: random.Random) -> Item:
    """Said to be there where the listing says no, or to be missing where it says yes, in a sentence of its own."""
    told = WORDINGS[chance.choice(("kept", "held", "late"))][truth.language]
    name, is_there = chance.choice(told.things.split("; ")), chance.random() < 0.5
    value = chance.choice((YES if is_there else NO)[truth.language])
    sentence = said(chance.choice(told.lacking if is_there else told.having), name).rstrip(".。")
    facts = (*truth.brief.facts, Fact(fact_id(name, value, ""), name, value, ""))
    joint, end = (
        ("\n", "") if truth.brief.kind is Kind.BULLETS else (" ", ".") if truth.language == "en" else ("", "。")
    )
    text = f"{truth.text}{joint}{sentence}{end}"
    return Item(replace(truth.brief, facts=facts), text, "negation", sentence)


def _undenied(truth: Truth, flag: Flag) -> Iterator[Item]:
    """The denial in another number or order than the lexicon's: "are not waterproof"."""
    for denial, claim in NEGATIONS:
        at = truth.text.find(denial)
        denied = truth.text[at + len(denial) : at + len(denial) + 24].lower()
        if at >= 0 and any(word in denied for word in (flag.us.split(" ")[0].lower(), flag.zh)):
            yield _planted(truth, "negation", (at, at + len(denial)), claim)
            return


def _alone(form: str, text: str) -> tuple[int, int] | None:
    match = re.search(rf"(?<![A-Za-z]){re.escape(form)}(?![A-Za-z])", text, re.IGNORECASE)
    return match.span() if match else None


def _cased(word: str, like: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in word.split(" ")) if like[:1].isupper() else word


def _planted(truth: Truth, kind: str, span: tuple[int, int], put: str) -> Item:
    return Item(truth.brief, truth.text[: span[0]] + put + truth.text[span[1] :], kind, put)


SWAPS: tuple[Callable[[Truth, random.Random], Iterator[Item]], ...] = (
    numbers, units, materials, colours, origins, brands, products, negations,
)  # fmt: skip
