"""What a brief's facts tie to which part: its materials, colours, places and amounts, in all their wordings."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, filterfalse
from typing import Final, NamedTuple

from workers.edit.grounding import parts
from workers.edit.grounding.ambiguous import DEMONYMS
from workers.edit.grounding.folding import fold
from workers.edit.grounding.parts import CHINESE, COUNTED, KNOWN, Part, named, part_of
from workers.edit.grounding.quantities import quantities
from workers.edit.grounding.stems import stem
from workers.edit.grounding.tracing import Ground, calling, stands
from workers.edit.grounding.units import units_named
from workers.plan.brief import Fact
from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import find_name, find_value, type_word

COUNT: Final = "count"
_MATTERS: Final = (("material", "material"), ("gem", "material"), ("colour", "colour"), ("place", "origin"))
_OF_KIND: Final = {"material": "material", "composition": "material", "colour": "colour", "place": "origin"}
VALUES: Final = frozenset({"material", "colour", "origin"})
_NAMED: Final = (
    (
        "origin",
        re.compile(r"\b(?:from|origin|(?:made|grown|designed|woven|roasted) in)\b|产地|来源|[种制设烘]\S{0,2}地"),
    ),
    ("colour", re.compile(r"\bcolou?r\b|颜色|配色")),
    ("material", re.compile(r"\bmaterial\b|材质|材料")),
)
"""What a value is that no list has, by its attribute's name."""
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?: [x-] [0-9.]+)*")
_DIGIT: Final = re.compile("[0-9]")
_NUMBERED: Final = re.compile(r"\S*[0-9][0-9/.%]* ?")
"""What is numbered of a value: the "18/10 " of a steel."""
_UNIT: Final = ' ?[a-zA-Z"″\u3400-\u9fff]{1,6}'
_MEASURED: Final = re.compile(rf"[0-9][0-9.]*(?: ?[x×*X/-] ?[0-9.]+){{0,2}}{_UNIT}(?: ?[x×*X] ?[0-9.]+{_UNIT}){{0,2}}")
_HAN_END: Final = re.compile("[\u3400-\u9fff]+\\Z")
_NONE: Final[frozenset[str]] = frozenset()
_WORD: Final = re.compile("[a-z]+")
_NAME_END: Final = 2
_NAMED_SO: Final = frozenset({"brand", "name"})
"""A name may have a colour in it that nothing is of: 墨白."""

_ROWS: Final = [row.partition(" | ") for row in DEMONYMS.strip().splitlines()]
QUALITIES: Final = {
    "water_rating": ("waterproof", "water-resistant", "防水"),
    "waterproof": ("waterproof", "防水"),
    "water_resistant": ("water-resistant", "防泼水"),
    "windproof": ("windproof", "防风"),
    "machine_washable": ("machine washable", "machine-washable", "可机洗"),
    "dishwasher_safe": ("dishwasher safe", "dishwasher-safe", "可用洗碗机"),
    "adjustable": ("adjustable", "可调节"),
    "reversible": ("reversible",),
    "non_slip": ("non-slip", "防滑"),
    "insulated": ("insulated",),
    "backlit": ("backlit",),
}
"""What a part is said to be by a fact whose value is the part."""
PEOPLE: Final = {who: frozenset(places.split("; ")) for who, _, places in _ROWS}


class Tie(NamedTuple):
    """What one fact tells. `matters`: what its value is, or of which dimension; `known`: a row of parts has it."""

    fact: str
    part: Part
    matters: frozenset[str]
    known: bool


class Value(NamedTuple):
    """One wording of what some facts have. `tied`: the ties that it makes true; `elsewhere`: these are of parts that
    are known, and no other fact says it; `open`: whether there is anything of which it would be false.
    """

    form: str
    matters: frozenset[str]
    tied: tuple[Tie, ...]
    elsewhere: bool
    open: bool


@dataclass(frozen=True)
class Ties:
    """`told`: all of them; `disputed`: matters in which something may be false. `product`: the product's nouns, `kind`:
    all words of its kind, the "stuffed" of stuffed animals; `product_chinese`: its Chinese names.
    """

    told: tuple[Tie, ...]
    disputed: frozenset[str]
    values: tuple[Value, ...]
    product: frozenset[str]
    kind: frozenset[str]
    product_chinese: tuple[str, ...]

    @cached_property
    def own(self) -> frozenset[str]:
        """Words for parts that only these facts name."""
        return frozenset(filter(str.isascii, chain.from_iterable(tie.part.words for tie in self.told)))

    @cached_property
    def own_chinese(self) -> Mapping[str, frozenset[str]]:
        """The same of Chinese, each as what it means."""
        words = filterfalse(str.isascii, chain.from_iterable(tie.part.words for tie in self.told))
        return {word: frozenset({word}) for word in words}

    def amount(self, matters: list[str], facts: list[str]) -> Value:
        """What is known of a number that these facts have."""
        return _value("", frozenset(matters), self.alike(matters), facts)

    def names(self, word: str) -> bool:
        """Whether a fact tells of a part that is called so."""
        called = part_of(word) | {stem(word)} if word.isascii() else CHINESE.get(word, _NONE) | {word}
        return any(not called.isdisjoint(tie.part.words) for tie in self.told)

    def alike(self, matters: Iterable[str]) -> list[Tie]:
        """All ties in any of these matters."""
        return list(dict.fromkeys([tie for matter in matters for tie in self.told if matter in tie.matters]))


def ties_of(facts: tuple[Fact, ...], ground: Ground) -> Ties | None:
    """None where no fact tells of a part."""
    if not any([_of_part(fact.name) for fact in facts]):  # noqa: C419  a dozen
        return None
    product, kind, chinese = _product(calling(facts))
    told = [tie for fact in facts for tie in _by(fact)]
    known = tuple([_of_product(tie, product if tie.known else product | kind) for tie in told])
    parts = [tie for tie in known if not tie.part.whole]
    if not parts:
        return None
    disputed = frozenset([matter for tie in parts for matter in tie.matters if tie.known or _several(matter, known)])
    at_stake = disputed & VALUES
    values = tuple(_values(facts, ground, {tie.fact: tie for tie in known}, at_stake)) if at_stake else ()
    return Ties(known, disputed, values + _qualities(facts), product, kind, chinese)


@lru_cache(maxsize=4096)
def _of_part(name: str) -> bool:
    """Whether a fact of this name may tell of a part."""
    part = named(name)
    return name in QUALITIES or (name not in _NAMED_SO and not part.whole and bool(part.words))


def _several(matter: str, ties: tuple[Tie, ...]) -> bool:
    return sum([matter in tie.matters for tie in ties]) > 1


@lru_cache(maxsize=16_384)
def _quality(fact: Fact) -> tuple[Tie, ...]:
    """What a quality's value tells, where it is a part that has the quality: waterproof is the shell."""
    part = _of_value(fact.value) if fact.name in QUALITIES and not _DIGIT.search(fact.value) else _NONE
    known = frozenset({fact.name})
    return (Tie(fact.id, Part(part, part, _NONE, whole=False), known, part <= KNOWN),) if part else ()


def _qualities(facts: tuple[Fact, ...]) -> tuple[Value, ...]:
    told = [(fact, tie) for fact in facts if fact.name in QUALITIES for tie in _quality(fact)]
    return tuple([_value(form, tie.matters, (tie,), (fact.id,)) for fact, tie in told for form in QUALITIES[fact.name]])


def _of_value(value: str) -> frozenset[str]:
    told = [part_of(word) for word in _WORD.findall(value.lower())]
    return frozenset().union(*told, *(parts for word, parts in CHINESE.items() if word in value))


def _of_product(tie: Tie, product: frozenset[str]) -> Tie:
    """The tie without the product's own words: a tent's "inner tent" is what is inner, a pan's "pan" the whole."""
    part = tie.part
    if product.isdisjoint(part.words):
        return tie
    words = part.words - product
    return tie._replace(part=part._replace(words=words, heads=(part.heads - product) or words, whole=not words))


@lru_cache(maxsize=16_384)
def _by(fact: Fact) -> tuple[Tie, ...]:
    """What a fact ties of whatever matter."""
    if fact.name in _NAMED_SO:
        return ()
    part = named(fact.name)
    own = (_tie(fact, part),) if part.whole or part.words else ()
    return tuple([tie for tie in (*own, *_quality(fact)) if tie.matters])


def _tie(fact: Fact, part: Part) -> Tie:
    matters = _matters(fact)
    known = not part.whole and bool(part.heads) and part.heads <= (COUNTED if COUNT in matters else KNOWN)
    return Tie(fact.id, part, matters, known)


def _matters(fact: Fact) -> frozenset[str]:
    if fact.unit:
        return frozenset(unit.dimension for unit in units_named(fact.unit))
    if _NUMBER.fullmatch(fact.value):
        return frozenset({COUNT})
    if measured := _measured(fact.value):
        return measured
    word = find_name(fact.name)
    kind = word.kind if isinstance(word, NameWord) else ""
    cuts = list(_cut(fact.value))
    found = frozenset([matter for domain, matter in _MATTERS for cut in cuts if find_value(domain, cut)])
    if found or kind:
        return found or (frozenset({_OF_KIND[kind]}) if kind in _OF_KIND else _NONE)
    return frozenset([matter for matter, called in _NAMED if called.search(fact.name.lower())])


def _measured(value: str) -> frozenset[str]:
    """Of which dimension a value is that is nothing but amounts of one: "245 × 250 cm"."""
    amounts = quantities(fold(value)) if _MEASURED.fullmatch(value) else ()
    found = [frozenset([unit.dimension for unit in one.units]) for one in amounts]
    return frozenset.intersection(*found) - {""} if found else _NONE


def _cut(value: str) -> Iterator[str]:
    """The value, and what it is a sort of: "solid oak" is oak."""
    yield value
    if " " in value:
        yield value.rpartition(" ")[2]
    han = _HAN_END.search(value)
    yield from (han[0][at:] for at in range(len(han[0]))) if han else ()


def _values(
    facts: tuple[Fact, ...], ground: Ground, known: Mapping[str, Tie], disputed: frozenset[str]
) -> Iterator[Value]:
    forms: dict[str, frozenset[str]] = {}
    for fact, evidence in zip(facts, ground, strict=False):
        tie = known.get(fact.id)
        if tie is not None and not tie.matters.isdisjoint(disputed):
            for form in _plain_forms(evidence.forms, tie.matters):
                forms[form] = forms.get(form, _NONE) | tie.matters
    told = [(one.fact, "\n".join(one.forms)) for one in ground]
    for form in sorted(forms, key=len, reverse=True):
        alike = [tie for tie in known.values() if not tie.matters.isdisjoint(forms[form])]
        saying = dict.fromkeys([fact for fact, lines in told if _has(lines, form)])
        yield _value(form, forms[form], alike, saying)


def _value(form: str, matters: frozenset[str], alike: Sequence[Tie], saying: Collection[str]) -> Value:
    """What is known of a wording, or of an amount, that these facts say; `alike`: all ties in such matters."""
    tied = tuple([tie for tie in alike if tie.fact in saying])
    elsewhere = len(tied) == len(saying) > 0 and all(tie.known for tie in tied)
    return Value(form, matters, tied, elsewhere, elsewhere or len(alike) > len(tied))


@lru_cache(maxsize=4096)
def _plain_forms(forms: tuple[str, ...], matters: frozenset[str]) -> tuple[str, ...]:
    return tuple([one for told in forms for one in _forms(told, matters)])


def _forms(told: str, matters: frozenset[str]) -> Iterator[str]:
    """The wording without its numbers, and what it is a sort of: the "steel" of "18/10 stainless steel"."""
    plain = (_NUMBERED.sub("", told) if _DIGIT.search(told) else told).strip(" ,;/&+%")
    if not (plain[:1].isalpha() and plain[-1:].isalpha()):
        return
    if plain != told and told[-1:].isalpha():
        yield told
    yield plain
    if "material" in matters and " " in plain:
        yield plain.rpartition(" ")[2]
    if "origin" in matters:
        yield from (who for who, places in PEOPLE.items() if plain in places)


def _has(lines: str, form: str) -> bool:
    if form in lines and (not form.isascii() or stands(form, lines)):
        return True
    return form in PEOPLE and any(place in lines for place in PEOPLE[form])


@lru_cache(maxsize=1024)
def _product(facts: tuple[Fact, ...]) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """What the product is called: the stems of its nouns, of all words of its kind, and its Chinese names."""
    latin, kind, han = _NONE, _NONE, _NONE
    for nouns, words, names in map(_called, facts):
        latin |= nouns
        kind |= words
        han |= names
    return latin, kind, tuple(sorted((one for one in han if len(one) > 1), key=len, reverse=True))


def _called(fact: Fact) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """As `_product`, by one fact."""
    word = type_word(fact.value) if fact.name == "type" else None
    if word is not None:
        forms = (word.us, word.gb, word.us_plural, *word.aliases)
        nouns = [stem(form.rpartition(" ")[2].lower()) for form in forms if form.isascii()]
        words = [stem(one) for form in forms for one in _WORD.findall(form.lower())]
        return frozenset(nouns), frozenset(words), frozenset([word.zh, *filterfalse(str.isascii, word.aliases)])
    last = _WORD.findall(fact.value.lower())[-1:] if fact.name == "name" else ()
    chinese = [fact.value[-_NAME_END:]] if fact.name == "name" and _HAN_END.search(fact.value) else ()
    return frozenset(map(stem, last)), _NONE, frozenset(chinese)


DATA: Final = (*parts.DATA, DEMONYMS)
