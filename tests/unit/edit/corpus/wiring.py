"""Faults in what is true: an amount told of another attribute or as more than it is, another model, a comparison."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import random
import re
from collections.abc import Callable, Iterator
from functools import cache

from schemas.kinds import Kind
from tests.unit.edit.corpus.swaps import said_of
from tests.unit.edit.corpus.truths import Item, Truth, truths
from workers.plan.brief import Fact
from workers.plan.lexicon import language_of, surface_forms
from workers.plan.lexicon.lookup import NAMES, find_name

SEED = 11
ENOUGH = 160

SIDES = ("length", "width", "height", "thickness")
WEIGHTS = ("weight", "max_load", "fill_weight")
HOURS = ("battery_life", "charging_time")
FAMILIES = (SIDES, WEIGHTS, HOURS, ("memory", "storage"), ("camera", "front_camera"))
TOLD_ALIKE = frozenset(
    {("diameter", "width"), ("depth", "thickness"), ("capacity", "max_load"), ("seat_height", "height")}
)
"""An attribute whose amount may be told of the other: a mug of 7 cm in diameter is 7 cm wide."""
OWN = {
    "en": {
        "width": ("It is {v} wide.", "Width: {v}.", "The width is {v}."),
        "height": ("It is {v} tall.", "It stands {v} high.", "With a height of {v}, it fits."),
        "length": ("It is {v} long.", "{v} in length.", "Its length is {v}."),
        "thickness": ("It is {v} thick.", "Its thickness is {v}."),
        "weight": ("It weighs {v}.", "Weighing {v}, it is easy to carry.", "It has a weight of {v}."),
        "max_load": ("It holds {v}.", "It carries {v}.", "It takes a load of {v}."),
        "charging_time": ("It charges in {v}.", "{v} of charging.", "It takes {v} to charge."),
        "battery_life": ("It runs for {v}.", "It lasts {v}.", "It has a battery life of {v}."),
    },
    "zh": {
        "width": ("宽{v}。", "宽度为{v}。", "{v}宽。"),
        "height": ("高{v}。", "高度：{v}。", "高度约{v}。"),
        "length": ("长{v}。", "长度为{v}。"),
        "thickness": ("厚{v}。", "厚度为{v}。"),
        "weight": ("重{v}。", "重量约{v}。", "自重{v}。"),
        "max_load": ("承重{v}。", "可承重{v}。"),
        "charging_time": ("充电{v}。", "充电时间{v}。", "充电需{v}。"),
        "battery_life": ("续航{v}。", "续航时间约{v}。", "{v}续航。"),
    },
}  # fmt: skip
MEASURES = re.compile(
    r"(?<![\d.,×x至–~-])(?<![\d.] )(\d+(?:\.\d+)?)([ -]?)(cm|mm|m|inch(?:es)?|kg|g|oz|hours?|L|ml|W|mAh|厘米|毫米|英寸|千克|克|小时|升|毫升|瓦|毫安时)"
    r"(?![A-Za-z²/])(?! ?[x×至–-])"
)
HEDGES = {
    "en": ("over {}", "more than {}", "at least {}", "well over {}", "in excess of {}", "upwards of {}", "under {}", "less than {}", "no less than {}", "beyond {}"),
    "zh": ("超过{}", "不止{}", "至少{}", "{}以上", "不到{}", "逾{}", "超{}", "不低于{}", "大于{}"),
}  # fmt: skip
ALLOWED = {
    "en": ("about {}", "nearly {}", "around {}", "just {}", "up to {}"),
    "zh": ("约{}", "近{}", "仅{}", "大约{}", "{}左右"),
}
MODELS = {
    "en": ("Pro", "Max", "Ultra", "Plus", "Mini", "Lite", "Air", "SE", "Pro Max", "II"),
    "zh": ("Pro", "Max", "Ultra", "Plus", "mini", "Lite", "Air", "SE", "标准版", "青春版", "旗舰版", "Pro版", "至尊版", "二代"),
}  # fmt: skip
COMPARED = {
    "en": ("Softer to the touch.", "It dries faster.", "A lighter choice.", "It feels stronger.", "Made to last longer.", "Easier to clean.", "Brighter light.", "It is more comfortable.", "A quieter night.", "More durable."),
    "zh": ("更柔软。", "更快干。", "手感更好。", "更轻便。", "更耐用。", "穿着更舒适。", "更易清洗。", "更安静。", "更结实。", "更省心。"),
}  # fmt: skip


@cache
def misplaced() -> tuple[Item, ...]:
    """So many of each kind in each language."""
    chance = random.Random(SEED)
    made: dict[tuple[str, str], dict[str, Item]] = {}
    for truth in truths():
        for plant in PLANTS:
            for item in plant(truth, chance):
                made.setdefault((item.kind, item.language), {})[item.text] = item
    return tuple(
        item
        for _, items in sorted(made.items())
        for item in chance.sample(list(items.values()), min(ENOUGH, len(items)))
    )


def rewired(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """One amount of the product, in the words for another attribute of its dimension."""
    amounts = {fact: known.key for fact in truth.brief.facts if (known := find_name(fact.name))}
    found = [(fact, key, family) for fact, key in amounts.items() for family in FAMILIES if key in family]
    for fact, key, family in chance.sample(found, min(1, len(found))):
        others = [other for other in family if other in OWN[truth.language] and other != key]
        taken = {have for one, have in amounts.items() if (one.value, one.unit) == (fact.value, fact.unit)}
        free = [
            other for other in others if other not in taken and not any((have, other) in TOLD_ALIKE for have in taken)
        ]
        if free and (amount := _amount(fact, truth)):
            template = chance.choice(OWN[truth.language][chance.choice(free)])
            yield from _added(truth, "wiring", template.replace("{v}", amount))


def renamed(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """The lexicon's own wording of one attribute, for the amount of another, where it stands in the text."""
    tongue = language_of(truth.brief.locale)
    for family in FAMILIES:
        have = [(fact, known) for fact in truth.brief.facts if (known := find_name(fact.name)) and known.key in family]
        for fact, known in have:
            other = NAMES[chance.choice([key for key in family if key != known.key])]
            if any(name.key == other.key for _, name in have):
                continue
            ours, theirs = (known.zh_vp, other.zh_vp) if tongue == "zh" else (known.en_vp, other.en_vp)
            amount = _amount(fact, truth)
            if ours and theirs and amount and ours[0].replace("{v}", amount) in truth.text:
                put = theirs[0].replace("{v}", amount)
                yield Item(truth.brief, truth.text.replace(ours[0].replace("{v}", amount), put, 1), "wiring", put)


def hedged(truth: Truth, chance: random.Random) -> Iterator[Item]:
    yield from _around(truth, chance, HEDGES, "hedge")


def loosened(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """What says no more than the fact."""
    yield from _around(truth, chance, ALLOWED, "loose")


def _around(truth: Truth, chance: random.Random, table: dict[str, tuple[str, ...]], kind: str) -> Iterator[Item]:
    found = list(MEASURES.finditer(truth.text))
    for match in chance.sample(found, min(1, len(found))):
        if match[2] == "-":
            continue
        put = chance.choice(table[truth.language]).format(match.group())
        yield Item(truth.brief, truth.text[: match.start()] + put + truth.text[match.end() :], kind, put)


def modelled(truth: Truth, chance: random.Random) -> Iterator[Item]:
    """Another model's word behind the product's name, its model or its brand."""
    known = said_of(truth)
    for name in ("name", "model", "brand"):
        form = next((fact.value for fact in truth.brief.facts if fact.name == name), "")
        word = chance.choice(MODELS[truth.language])
        at = truth.text.find(form) + len(form)
        if not form or at < len(form) or word.lower() in known:
            continue
        gap = "" if truth.language == "zh" and chance.random() < 0.5 else " "
        yield Item(truth.brief, f"{truth.text[:at]}{gap}{word}{truth.text[at:]}", "model", word)


def compared(truth: Truth, chance: random.Random) -> Iterator[Item]:
    sentence = chance.choice(COMPARED[truth.language])
    if chance.random() < 0.25:
        yield from _added(truth, "better", sentence)


def _added(truth: Truth, kind: str, sentence: str) -> Iterator[Item]:
    known = said_of(truth)
    if sentence.rstrip(".。").casefold() in known:
        return
    if truth.brief.kind is Kind.BULLETS:
        first, _, rest = truth.text.partition("\n")
        yield Item(truth.brief, f"{sentence.rstrip('.。')}\n{rest or first}", kind, sentence.rstrip(".。"))
    elif truth.brief.kind is Kind.DESCRIPTION:
        gap = " " if truth.language == "en" else ""
        yield Item(truth.brief, f"{truth.text}{gap}{sentence}", kind, sentence)


def _amount(fact: Fact, truth: Truth) -> str:
    return next((form for form in surface_forms(fact, truth.brief.locale) if form[:1].isdigit()), "")


PLANTS: tuple[Callable[[Truth, random.Random], Iterator[Item]], ...] = (
    rewired, renamed, hedged, loosened, modelled, compared,
)  # fmt: skip
