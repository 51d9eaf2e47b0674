"""How many products have each value that the lexicon does not know. Pure, and bounded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from workers.edit.grounding.values import spelled
from workers.plan.brief import Fact
from workers.plan.lexicon.lookup import DOMAINS, NAMES

MAX_CANDIDATES: Final = 200_000
"""Of different values. Where there is no room, those of the fewest products are forgotten: a value that comes again
begins anew, so that a count is too low rather than too high."""
MAX_SPELLINGS: Final = 4
MAX_PARTS: Final = 8
_OF_KIND: Final = {
    "material": "material", "composition": "material", "gem": "gem", "colour": "colour", "pattern": "pattern",
    "finish": "finish", "coating": "coating", "place": "origin", "flavour": "flavour", "scent": "scent",
}  # fmt: skip
MATTER_OF: Final = {name: _OF_KIND[word.kind] for name, word in NAMES.items() if word.kind in _OF_KIND} | {
    "brand": "brand",
    "certification": "certification",
}
"""By attribute: the lining's material is a material."""
_PARTS: Final = re.compile(r"\s*(?:[,;/、，；|+&]|\band\b|和|与|及)\s*", re.IGNORECASE)
_SHARE: Final = re.compile(r"[0-9.]+ ?%")
_DRESSING: Final = re.compile(r"\b(?:fabric|material)$|面料$|材质$|布料$|材料$|认证$|(?<=[\u3400-\u9fff]{2})色$")
_TWO_SCRIPTS: Final = re.compile(
    r"(?P<han>[\u3400-\u9fff]{2,12})[ ·(（/-]*(?P<latin>[A-Za-z][A-Za-z .&'’-]{1,40}?)[)）]?"
    r"|(?P<latin2>[A-Za-z][A-Za-z .&'’-]{1,40}?)[ ·(（/-]*(?P<han2>[\u3400-\u9fff]{2,12})[)）]?"
)
"""安踏（ANTA): one maker, two names."""
_EDGES: Final = " .·-–—()（）\"'“”"


class Seen(NamedTuple):
    """A value as the catalogue has it: what it is of, its wordings as most write them, how many products have it."""

    matter: str
    forms: tuple[str, ...]
    products: int


@dataclass(slots=True)
class _Count:
    products: int = 0
    spellings: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """Products come one by one, each once. `forgotten`: values for which there was no room."""

    most: int = MAX_CANDIDATES
    products: int = 0
    forgotten: int = 0
    _counts: dict[tuple[str, str], _Count] = field(default_factory=dict)

    def add(self, facts: Iterable[Fact]) -> None:
        """One product, by its facts."""
        self.products += 1
        told: dict[tuple[str, str], tuple[str, ...]] = {}
        for matter, forms in wordings(facts):
            told.setdefault((matter, _key(forms[0])), forms)
        for key, forms in told.items():
            count = self._counts.setdefault(key, _Count())
            count.products += 1
            for form in forms:
                if form in count.spellings or len(count.spellings) < MAX_SPELLINGS:
                    count.spellings[form] = count.spellings.get(form, 0) + 1
        if len(self._counts) > self.most:
            self._forget()

    def _forget(self) -> None:
        floor, kept = 0, self._counts
        while len(kept) > self.most // 2:
            floor += 1
            kept = {key: count for key, count in kept.items() if count.products > floor}
        self.forgotten += len(self._counts) - len(kept)
        self._counts = kept

    def seen(self, least: int) -> list[Seen]:
        """Those of the most products first. Two names of one maker are put together where `least` products have both:
        one seller alone must not make its own name vouch for another's.
        """
        found: list[Seen] = []
        place: dict[tuple[str, str], int] = {}
        ordered = sorted(self._counts.items(), key=lambda pair: (-pair[1].products, pair[0]))
        for (matter, key), count in ordered:
            forms = _distinct(key, count.spellings, least)
            keys = [(matter, _key(form)) for form in forms]
            at = next((place[one] for one in keys if one in place), len(found))
            if at == len(found):
                found.append(Seen(matter, (), 0))
            known = found[at]
            found[at] = Seen(matter, _once((*known.forms, *forms)), known.products + count.products)
            place |= dict.fromkeys(keys, at)
        return sorted(found, key=lambda one: (-one.products, one.matter, one.forms))


def wordings(facts: Iterable[Fact]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the facts say of a matter, where the lexicon has no key for it: the matter, and the names of one thing."""
    for fact in facts:
        matter = MATTER_OF.get(fact.name)
        if matter == "brand":
            yield matter, _both_names(fact.value)
        elif matter is not None and fact.value not in DOMAINS.get(NAMES[fact.name].kind, ()):
            for part in _parts(fact.value):
                yield matter, (part,)


def _both_names(value: str) -> tuple[str, ...]:
    match = _TWO_SCRIPTS.fullmatch(value)
    if match is None:
        return (value.strip(_EDGES) or value,)
    return (match["han"] or match["han2"], (match["latin"] or match["latin2"]).strip(_EDGES))


def _parts(value: str) -> Iterator[str]:
    for part in _PARTS.split(_SHARE.sub(" ", value))[:MAX_PARTS]:
        plain = part.strip(_EDGES)
        if plain:
            yield _DRESSING.sub("", plain).strip(_EDGES) or plain


def _key(form: str) -> str:
    """The same for "Li-Ning", "LiNing" and "LI NING"."""
    return spelled(form).replace(" ", "")


def _distinct(key: str, spellings: dict[str, int], least: int) -> tuple[str, ...]:
    """The commonest writing first; of those that are looked for alike, one."""
    ordered = sorted(spellings, key=lambda form: (-spellings[form], form))
    own = [form for form in ordered if _key(form) == key]
    return _once([*own[:1], *(form for form in ordered if spellings[form] >= least)])


def _once(forms: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for form in forms:
        found.setdefault(spelled(form), form)
    return tuple(found.values())
