"""Faults made by denying what is true: a sentence of its own, the tail of a true one, or a true verb turned round.

As in `additions`, the rule was written while looking at `SEEN`; `UNSEEN` was written before it and never looked at.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import random
import re
from collections.abc import Iterator, Mapping

from schemas.kinds import Kind
from tests.unit.edit.corpus.truths import Item, Truth, truths
from workers.edit.grounding.evidence import of_many
from workers.plan.brief import Fact
from workers.plan.lexicon import surface_forms
from workers.plan.lexicon.lookup import NAMES

Shelf = Mapping[str, Mapping[str, tuple[str, ...]]]

SEEN: Shelf = {
    "en": {
        "material composition": ("It is not made of {v}.", "It isn't made from {v}.", "It contains no {v}.", "There is no {v} in it.", "It was made without {v}."),
        "upper sole lining handle frame strap cover filling": ("The {l} is not {v}.", "The {l} isn't made of {v}."),
        "colour": ("It is not {v}.", "It does not come in {v}.", "It isn't available in {v}."),
        "origin": ("It was not made in {v}.", "It does not come from {v}.", "It isn't from {v}."),
        "weight": ("It does not weigh {v}.", "It doesn't weigh {v}.", "Its weight is not {v}."),
        "capacity volume": ("It does not hold {v}.", "Its capacity is not {v}."),
        "height length width depth diameter thickness": ("Its {l} is not {v}.", "It does not measure {v}."),
        "battery_life": ("It does not run for {v}.", "The battery doesn't last {v}."),
        "battery power screen storage memory brightness": ("It does not have {v}.", "The {l} is not {v}."),
        "price": ("It does not cost {v}.", "It is not sold for {v}."),
        "pockets drawers doors shelves compartments keys strings wheels blades": ("It does not have {n} {l}.", "It has no {l}.", "It comes without {l}."),
        "warranty": ("It has no warranty.", "It comes without a warranty.", "It does not come with {v}.", "There is no warranty."),
        "returns": ("It cannot be returned.", "It can't be returned."),
        "connectivity ports panel": ("It has no {v}.", "It does not have {v}."),
        "closure pattern neckline": ("It does not have a {v}.", "It is not {v}."),
        "flavour scent ingredients": ("It is not {v}.", "It contains no {v}."),
        "activity room occasion season": ("It is not for {v}.", "It is not meant for {v}."),
        "author publisher brand": ("It is not by {v}.", "It was not made by {v}."),
        "included": ("It does not come with {v}.", "It comes without {v}."),
        "clause": ("It does not {base}.", "It never {clause}."),
    },
    "zh": {
        "material composition": ("不采用{v}。", "材质不是{v}。", "并非{v}材质。", "不含{v}。", "没有使用{v}。"),
        "upper sole lining handle frame strap cover filling": ("{l}不是{v}。", "{l}并非{v}。"),
        "colour": ("不是{v}。", "颜色并非{v}。", "没有{v}。"),
        "origin": ("不产自{v}。", "产地不是{v}。", "并非{v}制造。"),
        "weight": ("重量不是{v}。", "并不重{v}。", "净重并非{v}。"),
        "capacity volume": ("容量不是{v}。", "容量没有{v}。"),
        "height length width depth diameter thickness": ("{l}不是{v}。", "{l}没有{v}。"),
        "battery_life": ("续航不是{v}。", "续航没有{v}。"),
        "battery power screen storage memory brightness": ("{l}不是{v}。", "{l}并非{v}。"),
        "price": ("售价不是{v}。", "售价并非{v}。"),
        "pockets drawers doors shelves compartments keys strings wheels blades": ("没有{n}个{l}。", "没有{l}。", "不带{l}。"),
        "warranty": ("没有质保。", "无质保。", "不提供质保。", "不提供{v}。"),
        "returns": ("不支持退货。", "不能退货。"),
        "connectivity ports panel": ("不支持{v}。", "没有{v}。"),
        "closure pattern neckline": ("不是{v}。", "没有{v}。"),
        "flavour scent ingredients": ("不是{v}。", "不含{v}。"),
        "activity room occasion season": ("不适合{v}。", "并非为{v}设计。"),
        "author publisher brand": ("不是{v}的。", "并非{v}出品。"),
        "included": ("不含{v}。", "不附{v}。"),
        "clause": ("并非{clause}。", "不会{clause}。"),
    },
}  # fmt: skip
UNSEEN: Shelf = {
    "en": {
        "material composition": ("No part of it is {v}.", "You will find no {v} here.", "It is anything but {v}.", "{V} it is not.", "It is free of {v}.", "It has nothing to do with {v}."),
        "upper sole lining handle frame strap cover filling": ("The {l} is something other than {v}.", "The {l} has never been {v}."),
        "colour": ("You cannot have it in {v}.", "It never comes in {v}.", "{V} is not its colour."),
        "origin": ("It has never seen {v}.", "No part of it comes from {v}.", "It hasn't been made in {v}."),
        "weight": ("You won't find it weighs {v}.", "It weighs nothing like {v}.", "It certainly isn't {v}."),
        "capacity volume": ("You cannot fill it with {v}.", "It lacks a capacity of {v}."),
        "height length width depth diameter thickness": ("It doesn't reach a {l} of {v}.", "Nobody would measure a {l} of {v}."),
        "battery_life": ("You will not get {v} out of it.", "It fails to run for {v}."),
        "pockets drawers doors shelves compartments keys strings wheels blades": ("It lacks {n} {l}.", "{L} are not included.", "You won't find any {l}.", "Neither {l} nor a lid is there."),
        "warranty": ("No warranty is given.", "A warranty is not included.", "It is not covered by any warranty."),
        "closure pattern neckline": ("It is far from {v}.", "It isn't a {v} piece."),
        "activity room occasion season": ("It was never designed for {v}.", "It won't suit {v}."),
        "included": ("You will not get {v}.", "{V} is not included."),
        "clause": ("It will not {base}.", "In no way can it {base}."),
    },
    "zh": {
        "material composition": ("绝非{v}所制。", "未使用{v}。", "{v}并不是它的材质。", "不带一点{v}。", "与{v}无关。"),
        "upper sole lining handle frame strap cover filling": ("{l}从来不是{v}。", "{l}不由{v}制成。"),
        "colour": ("不提供{v}。", "{v}不是它的颜色。", "从未有{v}。"),
        "origin": ("它不来自{v}。", "从未在{v}生产。", "不在{v}制作。"),
        "weight": ("它没有{v}重。", "称起来不是{v}。"),
        "capacity volume": ("装不下{v}。", "并不能容纳{v}。"),
        "height length width depth diameter thickness": ("{l}达不到{v}。", "{l}并不是{v}。"),
        "battery_life": ("用不到{v}。", "不能续航{v}。"),
        "pockets drawers doors shelves compartments keys strings wheels blades": ("并无{l}。", "未配{l}。", "{l}是没有的。"),
        "warranty": ("质保并不提供。", "不享受质保。", "概无质保。"),
        "closure pattern neckline": ("绝不是{v}。", "不做{v}。"),
        "activity room occasion season": ("不能用于{v}。", "不宜{v}。"),
        "included": ("{v}不在内。", "没有附带{v}。"),
        "clause": ("从不{clause}。", "没有{clause}。"),
    },
}  # fmt: skip
TURNED = {
    "en": (
        (" is made of ", " is not made of "), (" is made from ", " isn't made from "), (" weighs ", " does not weigh "), (" holds ", " doesn't hold "),
        (" comes in ", " does not come in "), (" comes from ", " does not come from "), (" is made in ", " is not made in "), (" measures ", " does not measure "),
        (" comes with ", " comes without "), (" runs for ", " does not run for "), (" keeps ", " never keeps "),
    ),
    "zh": (
        ("采用", "不采用"), ("产自", "不产自"), ("净重", "净重不是"), ("容量为", "容量不是"), ("颜色为", "颜色不是"), ("材质为", "材质不是"), ("重量为", "重量不是"),
        ("续航", "续航没有"), ("售价", "售价不是"), ("来自", "并非来自"), ("适合", "不适合"), ("直径", "直径不是"), ("高度", "高度不是"),
    ),
}  # fmt: skip
"""What a true text says, and its denial."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def denied(shelf: Shelf) -> Iterator[Item]:
    """Of each true description or bullets some facts, each denied alone and at the end of a true sentence."""
    chance = random.Random(5)
    for truth in truths():
        if truth.brief.kind not in {Kind.DESCRIPTION, Kind.BULLETS}:
            continue
        sentences = list(_sentences(shelf[truth.language], truth))
        for sentence in chance.sample(sentences, min(2, len(sentences))):
            yield _beside(truth, sentence, chance)
        if shelf is SEEN:
            yield from _turned(truth, chance)


def _sentences(shelf: Mapping[str, tuple[str, ...]], truth: Truth) -> Iterator[str]:
    for fact in truth.brief.facts:
        for names, patterns in shelf.items():
            if fact.name in names.split() and (slots := _slots(fact, truth)):
                yield from (_filled(one, slots) for one in patterns if slots.keys() >= _wanted(one))
    for clause in truth.brief.clauses:
        told = clause.text.lower() if truth.language == "en" else clause.text
        if not re.search(r"\b(?:no|not|never|nothing|neither|without|less|little)\b|[不无非未没免]", told):
            slots = {"clause": told, "base": of_many(told)}
            yield from (_filled(one, slots) for one in shelf["clause"] if _fits(one, told))


def _fits(pattern: str, told: str) -> bool:
    """ "Does not keep" for "keeps", "never has" for "has"; nothing for "can be worn"."""
    if not told.isascii() or "{clause}" in pattern:
        return not told.startswith("can ")
    return of_many(told) != told and not told.startswith(("is ", "has ", "does "))


def _slots(fact: Fact, truth: Truth) -> dict[str, str]:
    forms = [form for form in surface_forms(fact, truth.brief.locale) if form] or [fact.value]
    word = NAMES.get(fact.name)
    label = (word.zh if truth.language == "zh" else word.us) if word else fact.name
    if fact.value in {"none", "0"}:
        return {}
    slots = {"v": forms[0], "V": forms[0].capitalize(), "l": label, "L": label.capitalize(), "n": fact.value}
    return {key: value for key, value in slots.items() if key != "n" or value != "1"}


def _wanted(pattern: str) -> set[str]:
    return set(_PLACEHOLDER.findall(pattern))


def _filled(pattern: str, slots: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda slot: slots[slot[1]], pattern)


def _beside(truth: Truth, sentence: str, chance: random.Random) -> Item:
    """Alone, or hung on to a true sentence."""
    wording = sentence.rstrip(".。")
    if truth.brief.kind is Kind.BULLETS:
        lines = truth.text.split("\n")
        lines[chance.randrange(len(lines))] = wording
        return Item(truth.brief, "\n".join(lines), "denial", wording)
    if chance.random() < 0.5:
        gap, end = (" ", ".") if truth.language == "en" else ("", "。")
        return Item(truth.brief, f"{truth.text}{gap}{wording}{end}", "denial", wording)
    joint, end = (chance.choice((", ", ", and ", ", but ")), ".") if truth.language == "en" else ("，", "。")
    tail = wording[0].lower() + wording[1:]
    return Item(truth.brief, f"{truth.text[:-1]}{joint}{tail}{end}", "denial", tail)


def _turned(truth: Truth, chance: random.Random) -> Iterator[Item]:
    there = [pair for pair in TURNED[truth.language] if re.search(f"{pair[0]}(?![：可不水电])", truth.text)]
    for said, otherwise in chance.sample(there, min(1, len(there))):
        yield Item(truth.brief, re.sub(f"{said}(?![：可不水电])", otherwise, truth.text, count=1), "denial", otherwise)
