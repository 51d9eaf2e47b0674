"""How many products, of how many sellers, have each value that the lexicon does not know. Pure, and bounded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final, NamedTuple

from workers.edit.grounding.values import spelled
from workers.plan.brief import Fact
from workers.plan.lexicon.lookup import DOMAINS, NAMES

MAX_CANDIDATES: Final = 200_000
"""Of different values. Where there is no room, those of the fewest products are forgotten: a value that comes again
begins anew, so that a count is too low rather than too high."""
MAX_SPELLINGS: Final = 4
MAX_PARTS: Final = 8
MAX_SELLERS: Final = 8
"""So many sellers of a value are told apart; more are not needed."""
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
    """A value as the catalogue has it: what it is of, its wordings as most write them, how many products of how many
    sellers have it, at most 8.
    """

    matter: str
    forms: tuple[str, ...]
    products: int
    sellers: int = 1


class Bar(NamedTuple):
    """`least`: products that have a value, for it to count; `sellers`: who must have listed them, at the least."""

    least: int
    sellers: int = 1

    def met(self, count: "_Has") -> bool:
        return count.products >= self.least and len(count.sellers) >= self.sellers


@dataclass(slots=True)
class _Has:
    products: int = 0
    sellers: set[int] = field(default_factory=set)

    def add(self, seller: int) -> None:
        self.products += 1
        if len(self.sellers) < MAX_SELLERS:
            self.sellers.add(seller)


@dataclass(slots=True)
class _Count(_Has):
    spellings: dict[str, _Has] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """Products come one by one, each once. `forgotten`: values for which there was no room; `sellers`: of all products,
    as many as are told apart.
    """

    most: int = MAX_CANDIDATES
    products: int = 0
    forgotten: int = 0
    sellers: set[int] = field(default_factory=set)
    _counts: dict[tuple[str, str], _Count] = field(default_factory=dict)

    def add(self, facts: Iterable[Fact], seller: str = "") -> None:
        """One product, by its facts. Those of nobody are all one seller's, the shop's own."""
        self.products += 1
        who = _mark(seller)
        if len(self.sellers) < MAX_SELLERS:
            self.sellers.add(who)
        told: dict[tuple[str, str], tuple[str, ...]] = {}
        for matter, forms in wordings(facts):
            told.setdefault((matter, _key(forms[0])), forms)
        for key, forms in told.items():
            count = self._counts.setdefault(key, _Count())
            count.add(who)
            for form in forms:
                if form in count.spellings or len(count.spellings) < MAX_SPELLINGS:
                    count.spellings.setdefault(form, _Has()).add(who)
        if len(self._counts) > self.most:
            self._forget()

    def _forget(self) -> None:
        floor, kept = 0, self._counts
        while len(kept) > self.most // 2:
            floor += 1
            kept = {key: count for key, count in kept.items() if count.products > floor}
        self.forgotten += len(self._counts) - len(kept)
        self._counts = kept

    def bar(self, least: int, sellers: int) -> Bar:
        """What a value must meet. No more sellers are asked for than there are: one where the catalogue names none."""
        return Bar(least, min(sellers, len(self.sellers)))

    def seen(self, bar: Bar) -> list[Seen]:
        """Those of the most products first. Two names of one maker are put together where so many have both: one seller
        alone must not make its own name vouch for another's.
        """
        found: list[Seen] = []
        by: list[set[int]] = []
        place: dict[tuple[str, str], int] = {}
        ordered = sorted(self._counts.items(), key=lambda pair: (-pair[1].products, pair[0]))
        for (matter, key), count in ordered:
            forms = _distinct(key, count.spellings, bar)
            keys = [(matter, _key(form)) for form in forms]
            at = next((place[one] for one in keys if one in place), len(found))
            if at == len(found):
                found.append(Seen(matter, (), 0))
                by.append(set())
            known = found[at]
            by[at] |= count.sellers
            found[at] = Seen(matter, _once((*known.forms, *forms)), known.products + count.products, len(by[at]))
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


def _mark(seller: str) -> int:
    return int.from_bytes(blake2b(seller.encode(), digest_size=8).digest())


def _distinct(key: str, spellings: dict[str, _Has], bar: Bar) -> tuple[str, ...]:
    """The commonest writing first; of those that are looked for alike, one."""
    ordered = sorted(spellings, key=lambda form: (-spellings[form].products, form))
    own = [form for form in ordered if _key(form) == key]
    return _once([*own[:1], *(form for form in ordered if bar.met(spellings[form]))])


def _once(forms: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for form in forms:
        found.setdefault(spelled(form), form)
    return tuple(found.values())
