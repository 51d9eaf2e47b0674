"""What one fact, or one clause that it permits, allows a text to say: wordings, amounts, counts, names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from workers.edit.grounding import dates
from workers.edit.grounding.folding import fold
from workers.edit.grounding.parts import bare, telling
from workers.edit.grounding.polarity import Polarity, polarity, stance
from workers.edit.grounding.quantities import CLASSIFIERS, Quantity, quantities
from workers.edit.grounding.stems import stem
from workers.edit.grounding.units import COUNT, Unit, units_named
from workers.plan.brief import Clause, Fact
from workers.plan.lexicon import supported, surface_forms
from workers.plan.lexicon.lookup import NAMES, find_name, folded_name
from workers.plan.lexicon.units import UNITS

Claim = tuple[str, Decimal, str]
"""What a number says. ("mass", 1.2, ""): an amount in its dimension's own unit. ("", 3, ""): so many of anything.
("", 14, "xperia"): 14 beside that word. ("name", 0, "s8"): a word with digits in it.
("of", 2, "drawer"): so many of these, and no other number of them."""


class Evidence(NamedTuple):
    """`fact` is the id that a sentence gets which says any of this. `forms` are folded and lower case."""

    fact: str
    forms: tuple[str, ...]
    claims: frozenset[Claim]


_APOSTROPHES: Final = "\u2019\u2018\u02bc"
_NAME: Final = "name"
_TERMS: Final = frozenset({"min_order"})
"""Their numbers count nothing of the product: a shop that sells by two says nothing of two pockets."""
_JOINTS: Final = {True: (" of ", " is ", ": ", " "), False: ("", "为", ":")}
"""What stands between a term and its number, in English and in Chinese."""
_OF: Final = "of"
_DENIED: Final = {True: ("{}", "no {}", "{}-free", "{} free"), False: ("{}", "无{}", "非{}", "不含{}")}
"""What a fact that denies lets one say of it, and how that is denied in one word."""
COUNTS: Final = {
    name: (stem(word.us.partition(" ")[0]), word.zh.removesuffix("数"))
    for name, word in NAMES.items()
    if word.kind == "number" and name not in {"count", "pack"}
}
"""What is counted of a product, in both languages: a drawer, 抽屉."""
_COUNTED: Final = re.compile("[ -]?([a-z]{1,24})(?:[ -]([a-z]{1,24}))?")
"""What stands behind a number: an English word or two."""
_NO_MORE: Final = re.compile(f"[{''.join(sorted(CLASSIFIERS))}]?(?![\u3400-\u9fff0-9])")
"""A Chinese number of what stands before it has nothing more behind it than its measure word."""
_PLURALS: Final = {"is": "are", "has": "have", "does": "do", "goes": "go"}
_PLURAL: Final = re.compile(r"(?:(?<=[cs]h)|(?<=ss)|(?<=[xz]))es\Z|s\Z")
_SAYS_NOTHING: Final = frozenset({"yes", "no", "true", "false", "y", "n", "是", "否", "有", "无"})
_HEAD: Final = re.compile(r"([^,:;|(（，：]{4,}?)(?:[,:;|(（，：]|[ ][-–—/][ ])")
"""The head of a title: "Oak Planter" of "Oak Planter, Set of 3"."""
_WORD: Final = re.compile("[a-z]+")
_TOKEN: Final = re.compile(r"[a-z0-9.]+")
_BEFORE: Final = re.compile(r"([a-z]+|[^\W\da-z_])[ \-]?\Z")
_AFTER: Final = re.compile(r"[ \-]?(?:of (?:them|these|those|which) (?:are )?)?([a-z]+|[^\W\da-z_])")
_ITEM: Final = re.compile(r"((?:[ -][a-z]{2,24}){1,4})(?=\Z| ?[,;&+(]| and )")
"""What a list counts: the "adjustable buckles" of two."""
_DIGIT: Final = re.compile(r"[0-9]")
_NUMERIC: Final = re.compile(r"[\s\d+._eE-]+")
"""What a decimal's spelling is made of."""
_BARE: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_NOUGHT: Final = Decimal(0)
_WORD_WINDOW: Final = 24
_CHINESE_WORD: Final = 2
_EDGES: Final = " \t.,;:!?。，；：！？…"
_SEVERAL: Final = re.compile(r"([0-9.]{1,9}(?:[/、,~-] ?[0-9.]{1,9}){1,7}) ?([^\W\d]{0,12})")
_NUMBERS: Final = re.compile("[0-9]+(?:[.][0-9]+)?")
"""Of a pillow that is 10/8 cm high, and of sizes 35-40."""
_AND_MORE: Final = (" and up", " and over", " and above", " or more", "以上")
"""What the mark behind "12+" says."""
_MARKS: Final = "<>=~+"
"""What a number that is a bound is written with: "12+"."""
_LONGEST_NUMBER: Final = 24


def lowered(folded: str) -> str:
    """Lower case and straight apostrophes, one character for each, so that offsets stay."""
    lower = folded.lower()
    if lower.isascii():
        return lower
    lower = lower if len(lower) == len(folded) else "".join(c if len(c.lower()) > 1 else c.lower() for c in folded)
    for apostrophe in _APOSTROPHES:
        lower = lower.replace(apostrophe, "'")
    return lower


@lru_cache(maxsize=16_384)
def of_fact(fact: Fact, locale: str) -> Evidence:
    """What the fact allows one to say in this locale."""
    if polarity(fact.name, fact.value) is Polarity.SILENT:
        return Evidence(fact.id, (), frozenset())
    texts = _answered(fact, locale) or [fact.value, f"{fact.value} {fact.unit}", *_in_other_words(fact)]
    if supported(locale):
        texts += surface_forms(fact, locale)
    number = _decimal(fold(fact.value).strip(_EDGES + _MARKS))
    if number is None:
        return _of_texts(fact.id, texts, _counting(fact))
    if fact.name in _TERMS:
        return Evidence(fact.id, _of_term(fact), frozenset())
    # Without a unit, or with one that nobody knows, it counts things: the words around it are free.
    units = units_named(fact.unit) or (COUNT,)
    counted = [(_OF, number, word) for word in _things(fact.name)] if units == (COUNT,) else []
    return _of_texts(fact.id, texts, frozenset([*_amounts(number, units), *counted]))


@lru_cache(maxsize=4096)
def _things(name: str) -> tuple[str, ...]:
    """What a fact of this name counts: of a seller's own name (枕套数量) what it ends in."""
    if find_name(name) is not None:
        return COUNTS.get(name, ())
    latin, own = list(telling(folded_name(name))), bare(name)
    return (*(stem(word) for word in latin[-1:]), *([own] if len(own) > 1 and not own.isascii() else ()))


def _counting(fact: Fact) -> frozenset[Claim]:
    """The numbers of a value that is nothing else and has no unit: sizes 35-40."""
    several = None if fact.unit or dates.wordings(fact.value) else _SEVERAL.fullmatch(fact.value)
    numbers = _NUMBERS.findall(several[1]) if several and not several[2] else []
    return frozenset(claim for one in numbers for claim in _amounts(Decimal(one), (COUNT,)))


def _in_other_words(fact: Fact) -> Iterator[str]:
    """What its value says that is written another way."""
    yield from dates.wordings(fact.value)
    if fact.name == "resolution":
        yield f"{fact.value} px"
    if fact.value.endswith("+"):
        yield from (f"{fact.value[:-1]}{more}" for more in _AND_MORE)
    if fact.name == "name" and (head := _HEAD.match(fact.value)):
        yield head[1]
    unit = None if units_named(fact.unit) else UNITS.get(fact.unit)
    if unit is not None:
        yield from (f"{fact.value} {unit.us_many}", f"{fact.value}{unit.zh}")
    several = _SEVERAL.fullmatch(fact.value)
    if several:
        yield from (f"{number} {fact.unit or several[2]}" for number in _NUMBERS.findall(several[1]))


def _answered(fact: Fact, locale: str) -> list[str]:
    """Of a fact that is answered yes or no what it affirms, or denies, in the words for it."""
    told, labels = stance(fact)
    english = locale.startswith("en")
    known = [label for label in labels if label.isascii() or not english]
    if told is Polarity.DENIES:
        return [fact.value, *(frame.format(label) for label in known for frame in _DENIED[english])]
    return known if told is Polarity.AFFIRMS else []


def _of_term(fact: Fact) -> tuple[str, ...]:
    """The number in the term's own words: "minimum order of 48", "MOQ: 48", "48件起订"."""
    name = NAMES[fact.name]
    labels = (name.us, name.gb, name.zh, *name.aliases)
    said = [f"{label}{joint}{fact.value}" for label in labels for joint in _JOINTS[label.isascii()]]
    said += [pattern.replace("{v}", fact.value) for pattern in name.zh_vp]
    return tuple(dict.fromkeys(lowered(fold(text)).strip(_EDGES) for text in said))


@lru_cache(maxsize=16_384)
def of_clause(clause: Clause) -> Evidence:
    """What the clause says, on behalf of its fact."""
    return _of_texts(clause.fact, [clause.text], frozenset())


@lru_cache(maxsize=4096)
def of_many(clause: str) -> str:
    """A clause, in lower case, as it is said of more than one: "keep feet dry" for "keeps feet dry"."""
    verb, _, rest = clause.partition(" ")
    if not (verb.endswith("s") and verb.isascii() and rest):
        return clause
    plural = f"{verb[:-3]}y" if verb.endswith("ies") else _PLURAL.sub("", verb)
    return f"{_PLURALS.get(verb, plural)} {rest}"


def claims_of(quantity: Quantity, lower: str) -> tuple[Claim, ...]:
    """What the quantity may claim: any one of these suffices. `lower` is the text it stands in."""
    if quantity.name:
        return ((_NAME, _NOUGHT, quantity.name),)
    amounts = _amounts(quantity.value, quantity.units)
    return (*amounts, *_counts(quantity, lower)) if quantity.countable else amounts


# The same sizes are told again and again; and a claim that is asked for again has its number's hash.
@lru_cache(maxsize=4096)
def _amounts(value: Decimal, units: tuple[Unit, ...]) -> tuple[Claim, ...]:
    return tuple([(dimension, value if factor == 1 else value * factor, "") for dimension, factor in units])


def _counts(quantity: Quantity, lower: str) -> list[Claim]:
    """The number with the word (of Chinese, the character) before it, and with the one behind it.

    Behind a Chinese measure word stands what is counted: 三种颜色.
    """
    before = _BEFORE.search(lower, max(0, quantity.start - _WORD_WINDOW), quantity.start)
    after = _AFTER.match(lower, quantity.end)
    counts = [("", quantity.value, stem(word[1])) for word in (before, after) if word]
    if after and after[1] in CLASSIFIERS:
        counts.append(("", quantity.value, lower[after.end() : after.end() + _CHINESE_WORD]))
    return counts


def miscounted(quantity: Quantity, lower: str, ground: Iterable[Evidence]) -> bool:
    """Whether a fact counts what stands behind the bare number, and counts otherwise: 2 drawers, where one is."""
    behind = _COUNTED.match(lower, quantity.end)
    near = frozenset([stem(word) for word in behind.groups() if word]) if behind else frozenset()
    told = [(word, number) for _, _, claims in ground for kind, number, word in claims if kind == _OF]
    own = [number for word, number in told if word in near or _beside(word, quantity, lower)]
    return bool(own) and quantity.value not in own


def _beside(word: str, quantity: Quantity, lower: str) -> bool:
    """Whether a Chinese number counts what is called so: 四只枕套, 枕套四只."""
    if word.isascii() or len(word) == 1:
        return False
    start, end = quantity.start, quantity.end
    if lower.startswith(word, end) or lower.startswith(word, end + 1):
        return True
    return _NO_MORE.match(lower, end) is not None and lower[:start].rstrip(" x×:").endswith(word)


def _decimal(value: str) -> Decimal | None:
    if _NUMERIC.fullmatch(value) is None:
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and len(value) <= _LONGEST_NUMBER else None


def _of_texts(fact: str, texts: list[str], known: frozenset[Claim]) -> Evidence:
    forms: dict[str, None] = {}
    claims = set(known)
    for text in dict.fromkeys(texts):
        form, claimed = _of_text(text)
        claims |= claimed
        if form:
            forms[form] = None
    return Evidence(fact, tuple(forms), frozenset(claims))


@lru_cache(maxsize=16_384)
def _of_text(text: str) -> tuple[str, frozenset[Claim]]:
    """The wording that a text is, "" where it is none, and what it claims. Both languages write "1.2 kg"."""
    folded = fold(text).strip(_EDGES)
    if _BARE.fullmatch(folded):
        return "", frozenset()
    lower = lowered(folded)
    claims: list[Claim] = [(_NAME, _NOUGHT, name) for name in _names(lower)]
    found = quantities(folded)
    for quantity in found:
        # A bare number in a title counts nothing: it stands for itself, beside its own words only.
        claims += [claim for claim in claims_of(quantity, lower) if claim[0] or claim[2]]
    claims += _of_items([one for one in found if one.countable], lower)
    wording = lower not in _SAYS_NOTHING and _decimal(lower) is None
    return lower if wording else "", frozenset(claims)


def _of_items(counted: list[Quantity], lower: str) -> list[Claim]:
    """Each number with the words of what it counts; but where two count alike things, not with what these are."""
    items = [(one.value, _stems(match[1])) for one in counted if (match := _ITEM.match(lower, one.end))]
    if not items:
        return []
    heads = Counter(words[-1] for _, words in items)
    return [("", value, word) for value, words in items for word in words if heads[word] <= 1]


def _stems(words: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(words)]


def _names(lower: str) -> list[str]:
    """Words with digits in them, and what two neighbours make together: "usb 3.0" is also written "usb3.0"."""
    if _DIGIT.search(lower) is None:
        return []
    words = [word.strip(".") for word in _TOKEN.findall(lower)]
    words += [first + second for first, second in pairwise(words)]
    # Of such words those that have a case have letters, and those of nothing but letters no digits.
    return [word for word in words if word.islower() and not word.isalpha() and _DIGIT.search(word)]
