"""Rules: a material, a colour, an origin that the copy names is a fact's. Their words are the lexicon's: a closed list.

Words that no list holds are not found here; `names` and the numbers look for the commonest of those.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding import ambiguous
from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.tracing import stands
from workers.edit.grounding.wordlists import HAN, Form, Hit, Meaning, found, lists_of
from workers.edit.reading import Reading
from workers.plan.brief import Brief, Fact
from workers.plan.lexicon.entries import TypeWord, Word
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, TYPES
from workers.plan.lexicon.units import CURRENCIES

INNOCENT: Final = "innocent"
_MATTERS: Final = (("material", "material"), ("gem", "material"), ("colour", "colour"), ("place", "origin"))
_MORE: Final = re.compile(r"(?:pure|genuine|real|solid|full[- ]grain|natural|fine|100%) |[纯真足全头]")
"""What a seller's synonym says beyond the concept: "genuine leather" is more than leather."""
_NEVER: Final = frozenset(
    {"us", "u.s.", "u.s.a.", "eu", "the eu", "prc", "p.r.c.", "none", "solid color", "made in china"}
)
_TOO_WIDE: Final = frozenset(
    {"set", "bag", "book", "box", "case", "light", "kit", "top", "food", "tea", "oil", "pen", "suits"}
)
_WORD: Final = re.compile(r"[a-z0-9]+")


def _spaced(form: str) -> str:
    return " ".join(_WORD.findall(form))


def _collected() -> Iterator[Form]:
    listed: dict[str, Meaning] = {}
    for form, meaning in _meanings():
        key = form if HAN.search(form) else _spaced(form)
        if len(key) > 1:
            known = listed.get(key)
            listed[key] = known._replace(keys=known.keys + meaning.keys) if known else meaning
    for form, meaning in listed.items():
        sure = form not in ambiguous.ENGLISH and form not in ambiguous.CHINESE
        yield Form(form, tuple(form.split(" ")), meaning, sure)


def _meanings() -> Iterator[tuple[str, Meaning]]:
    for phrase in sorted(ambiguous.INNOCENT_ENGLISH | ambiguous.INNOCENT_CHINESE):
        yield phrase, Meaning(INNOCENT, ())
    for money in CURRENCIES.values():
        yield money.zh, Meaning(INNOCENT, ())
    for domain, matter in _MATTERS:
        for word in DOMAINS[domain].values():
            yield from _of_value(word, domain, matter)
    yield from _of_places()
    for kind in TYPES.values():
        yield from _of_type(kind)


def _of_type(kind: TypeWord) -> Iterator[tuple[str, Meaning]]:
    meaning = Meaning("type", (_lower(kind.us), _lower(kind.us_plural), kind.zh, kind.key))
    for form in (kind.us, kind.gb, kind.us_plural, kind.gb_plural, kind.zh, *kind.aliases):
        if _lower(form) not in _TOO_WIDE:
            yield _lower(form), meaning


def _of_value(word: Word, domain: str, matter: str) -> Iterator[tuple[str, Meaning]]:
    for form in dict.fromkeys(map(_lower, (word.us, word.gb, word.zh, *word.aliases))):
        if form not in _NEVER:
            keys = () if _MORE.match(form) else _names_of(word, domain)
            yield form.removeprefix("the ").removeprefix("a ").removeprefix("an "), Meaning(matter, keys)


def _of_places() -> Iterator[tuple[str, Meaning]]:
    for row in ambiguous.DEMONYMS.strip().splitlines():
        who, _, places = row.partition(" | ")
        yield who, Meaning("origin", tuple(places.split("; ")))
    for region in sorted(ambiguous.REGIONS | ambiguous.REGIONS_CHINESE):
        yield region, Meaning("origin", ())


def _names_of(word: Word, domain: str) -> tuple[str, ...]:
    """A country's key is no word of it: Italy's would be vouched for by any "it"."""
    names = (_lower(word.us), _lower(word.gb), word.zh)
    return names if domain == "place" else (_lower(word.key), *names)


def _lower(text: str) -> str:
    return lowered(fold(text))


FORMS: Final = tuple(_collected())
_LISTS: Final = lists_of(FORMS)
_JOINING: Final = frozenset("and but for from into nor off onto over than that the then when while with".split())
"""Words of which each text has some: they say nothing of the word before them."""
DATA: Final = tuple(f"{form}|{meaning.matter}|{';'.join(meaning.keys)}" for form, _, meaning, _ in FORMS) + tuple(
    sorted(ambiguous.ENGLISH | ambiguous.CHINESE | _JOINING)
)

_MADE: Final = (
    r"\b(?:made|crafted|cut|built|woven|knitted|carved|cast|forged|sewn|turned|formed|lined|filled|plated|covered|coated)"
    r" (?:entirely |out )?(?:of|from|in|with|by)(?: [a-z]+)? $"
)
_BEFORE: Final = re.compile(
    rf"{_MADE}|\b(?:genuine|solid|pure|real|polished|brushed|colou?rs?:?|shades? of|tones? of|material:?|comes? in) $|% $"
)
_AFTER: Final = re.compile(
    r"[ -](?:colou?red|colou?rs?|tones?|shades?|hue|finish|body|base|frames?|legs?|handles?|lining|soles?|uppers?|straps?"
    r"|bands?|case|shell|cover|top|blades?|fabric|plating|plated|construction|exterior|interior|lid|filling|build|insoles?"
    r"|fingerboard|soundboard|pot|lens|lenses|dial|material|leather|design|version|model|edition)\b"
)
_ITEM_BEFORE: Final = re.compile(r"(?:\A|[,;:|/(\n•.]|\band|\bin|\bof|\bor|&)[ ]?\Z")
_ITEM_AFTER: Final = re.compile(r" ?(?:\Z|[,;.|/)\n!]| and\b| with\b| or\b)")
_ADJECTIVE: Final = re.compile(r"(?:\A|[\n,.] ?|\b(?:an?|the|this|these|in|and|of|its|for|with|or|\w+ed|\w+y) )\Z")
_NEXT: Final = re.compile(r"[ -]([a-z]{3,24})")
_LAST: Final = re.compile(r"([a-z]{3,24})[ -]\Z")
_ZH_BEFORE: Final = re.compile(r"(?:采用|选用|使用|精选|为|是|[：:，,、。\n/| ·的款与和双])\Z|\A\Z|%\Z")
_ZH_AFTER: Final = re.compile(
    r"\Z|材质|面料|色|款|配色|制|[，,。、；;\n/| ·（(与和的]|里料|填充|内|表|把手|手柄|鞋|表带|框|台面|支脚|刀|琴|镜|花盆|杯|瓶|碗|盘|锅|壶"
)
_SINGLES: Final = re.compile("[棉丝麻铜铁钢银金锡玉铝钛纸皮]")
_SINGLE: Final = re.compile(
    rf"(?:采用|选用|材质为|成分为|[%、，,：:\n]|\A)({_SINGLES.pattern})(?=材质|面料|制|质|里料|填充|[，,。、\n]|\Z)"
)
_WINDOW: Final = 40
_COLOUR: Final = "色"
_ALL: Final = "100"
_ALL_OF: Final = "纯全"
_MEASURE: Final = "measure"
MAKES: Final = frozenset({"material", "composition"})
_MATERIAL: Final = "material"
_COMPOSITION: Final = "composition"
_CALLED: Final = frozenset({"name", "brand", "type", "category"})
_MIXED: Final = re.compile(r" [0-9.]+(?=,|\Z)")
"""The share of a composition's part."""
_PLAIN: Final = re.compile("[a-z -]+")
_SOLID: Final = "solid"
_OF_A_KIND: Final = {"wood": ("wood", "wooden"), "metal": ("metal",)}
"""What any material of the kind may be called."""
_NO_WOOD: Final = frozenset(
    "mdf particleboard engineered-wood bamboo rattan wicker seagrass water-hyacinth cork straw raffia".split()
)
"""They stand beside woods, and are none."""
_KINDS: Final = {word.key: word.kind for word in DOMAINS["material"].values() if word.key not in _NO_WOOD}


@lru_cache(maxsize=1024)
def hits(lower: str) -> tuple[Hit, ...]:
    """Words of the list in the text, longest first where they begin together; none overlaps another."""
    listed = found(lower, _LISTS)
    if not lower.isascii() and _SINGLES.search(lower):
        listed += [
            Hit(*one.span(1), one[1], Meaning("material", (one[1],)), sure=True) for one in _SINGLE.finditer(lower)
        ]
        listed.sort()
    return tuple(listed)


@lru_cache(maxsize=1024)
def of_matter(lower: str) -> dict[str, list[Hit]]:
    """The hits by their matter, each in the order of the text."""
    found: dict[str, list[Hit]] = {}
    for hit in hits(lower):
        found.setdefault(hit.meaning.matter, []).append(hit)
    return found


def _unsupported(listed: Iterable[Hit], reading: Reading) -> Iterable[str]:
    said = reading.said
    strange = [hit for hit in listed if not _has(hit, reading) and hit.form not in entirely(reading.brief)]
    if not strange:
        return ()
    named = _in_names(reading.about)
    strange = [hit for hit in strange if hit.form not in named and not _of_its_name(hit.form, reading.brief)]
    told = [hit for hit in strange if (hit.sure or meant(hit, reading.lower, said)) and _capital(hit, reading)]
    return [reading.text[hit.start : hit.end] for hit in told]


def _has(hit: Hit, reading: Reading) -> bool:
    """Whether a fact has it: 胡桃木色 is a colour, and no 胡桃木."""
    colour = f"{hit.form}{_COLOUR}"
    if hit.meaning.matter != "material" or colour not in reading.said or reading.lower.startswith(_COLOUR, hit.end):
        return vouched(hit, reading.said)
    return vouched(hit, reading.said.replace(colour, _COLOUR))


def vouched(hit: Hit, said: str) -> bool:
    """Whether a fact has this word, or another for the same thing."""
    if not hit.form.isascii() and HAN.search(hit.form) and (hit.form in said or hit.form.removesuffix("色") in said):
        return True
    if stands(hit.form, said) or any(stands(form, said) for form in hit.meaning.keys if form):
        return True
    return " " in hit.form and stands(hit.form.replace(" ", "-"), said)


@lru_cache(maxsize=1024)
def _in_names(about: frozenset[str]) -> frozenset[str]:
    """Words of the names of measures: what has a paper weight has paper."""
    known = [NAMES[name] for name in about if name in NAMES]
    return frozenset(" ".join([word.us for word in known if word.kind == _MEASURE]).split())


def _of_its_name(form: str, brief: Brief) -> bool:
    """Whether a fact has it in two: its wax is soy, so that it is of soy wax."""
    value, _, name = form.rpartition(" ")
    return bool(value) and any(name == fact.name and value == _lower(fact.value) for fact in brief.facts)


def warranted(hit: Hit, brief: Brief, said: str) -> bool:
    """Whether the facts have the word, or all that is made of anything is made of what it means: "wood" of oak."""
    return vouched(hit, said) or hit.form in entirely(brief)


def entirely(brief: Brief) -> frozenset[str]:
    """What may be said of a thing that is all of one material, or of one kind: "pure linen", 纯棉, "wood"."""
    made = [(fact.name, fact.value) for fact in brief.facts if _is_made(fact)]
    return _entirely(tuple(made)) if made else frozenset()


@lru_cache(maxsize=16_384)
def _is_made(fact: Fact) -> bool:
    """Whether it tells what the thing, or a part of it, is made of: in a seller's own words, it has one for that."""
    known = FLAGS.get(fact.name) or NAMES.get(fact.name)
    if known is not None or fact.name in _CALLED:
        return getattr(known, "kind", "") in MAKES
    return any(hit.meaning.matter == _MATERIAL for hit in hits(_lower(fact.value)))


@lru_cache(maxsize=1024)
def _entirely(made: tuple[tuple[str, str], ...]) -> frozenset[str]:
    whole = [value for name, value in made if name == _COMPOSITION]
    pure = _pure(whole[0]) if len(whole) == 1 else frozenset()
    values = [part for _, value in made for part in _MIXED.sub("", value).split(", ")]
    kinds = {_KINDS.get(value, "") for value in values}
    kind = kinds.pop() if len(kinds) == 1 else ""
    solid = {f"{_SOLID} {kind}"} if kind and all(value.startswith(f"{_SOLID}-") for value in values) else set()
    return pure.union(_OF_A_KIND.get(kind, ()), solid, *[_all_of(value) for name, value in made if name == _MATERIAL])


def _pure(composition: str) -> frozenset[str]:
    name, _, share = composition.partition(" ")
    word = DOMAINS["material"].get(name) if share == _ALL else None
    forms = () if word is None else (word.us, word.gb, word.zh, *word.aliases)
    chinese = {f"{all_of}{form}" for form in forms if HAN.search(form) for all_of in _ALL_OF}
    return frozenset(
        chinese.union([f"{more} {form.lower()}" for form in forms if form.isascii() for more in ("pure", "100%")])
    )


def _all_of(material: str) -> tuple[str, ...]:
    """In a seller's own words: "pure European linen", and "pure linen", of "100% European linen"."""
    lower = _lower(material)
    rest = lower.removeprefix("100% ").removeprefix("100 % ").removeprefix("100 percent ")
    if rest == lower or not rest.isascii() or not _PLAIN.fullmatch(rest):
        return ()
    return (f"pure {rest}", f"pure {rest.rpartition(' ')[2]}")


def _capital(hit: Hit, reading: Reading) -> bool:
    """Places are written with a capital: "china" is what a cup may be of."""
    return hit.meaning.matter != "origin" or not reading.text[hit.start].islower()


def meant(hit: Hit, lower: str, said: str) -> bool:
    """Whether the words around an ambiguous word say that it is meant as a value."""
    before, after = lower[max(0, hit.start - _WINDOW) : hit.start], lower[hit.end : hit.end + _WINDOW]
    if HAN.search(hit.form):
        known = len(after) > 1 and after[:2] in said
        return known or (_ZH_BEFORE.search(before) is not None and _ZH_AFTER.match(after) is not None)
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    if _ITEM_BEFORE.search(before) and _ITEM_AFTER.match(after):
        return True
    following, previous = _NEXT.match(after), _LAST.search(before)
    if following is None or following[1] in _JOINING or not stands(following[1], said):
        return False
    return _ADJECTIVE.search(before) is not None or (previous is not None and stands(previous[1], said))


def materials(reading: Reading) -> Iterable[str]:
    """Materials and stones that no fact has."""
    return _unsupported(of_matter(reading.lower).get("material", ()), reading)


def colours(reading: Reading) -> Iterable[str]:
    """Colours that no fact has."""
    return _unsupported(of_matter(reading.lower).get("colour", ()), reading)


def origins(reading: Reading) -> Iterable[str]:
    """Places, and words for who comes from there, that no fact has."""
    return _unsupported(of_matter(reading.lower).get("origin", ()), reading)
