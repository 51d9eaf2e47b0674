"""A brief, read for writing: its own facts apart, its attributes as items in the order in which one speaks of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, TypeVar

from workers.plan.brief import Brief, Clause, Fact
from workers.plan.lexicon.lookup import FLAGS, NAMES, type_word
from workers.plan.lexicon.wording import OWN, said, sayable

T = TypeVar("T")

TOPICS: Final = ("make", "look", "measure", "tech", "taste", "use", "contents", "origin", "terms")
# What grows is not "made in" a country.
_GROWN: Final = frozenset({"food", "drink", "plant"})
_PLACE: Final = {name: place for place, name in enumerate((*NAMES, *FLAGS))}
_TOPIC: Final = {
    **{name: word.topic for name, word in NAMES.items()},
    **{name: word.topic for name, word in FLAGS.items()},
}
_ORDER: Final = {topic: place for place, topic in enumerate(TOPICS)}
_MULTIPLIER: Final = 6364136223846793005
_INCREMENT: Final = 1442695040888963407
_MASK: Final = (1 << 64) - 1


class Draw:
    """Choices that follow from brief id and attempt alone, one after the other."""

    def __init__(self, brief_id: str, attempt: int) -> None:
        seed = blake2b(f"{brief_id}/{attempt}".encode(), digest_size=8).digest()
        self._state = int.from_bytes(seed, "big")

    def number(self, below: int) -> int:
        """From 0 up to, but without, `below`."""
        self._state = (self._state * _MULTIPLIER + _INCREMENT) & _MASK
        return (self._state >> 33) % below

    def shuffled(self, options: Sequence[T]) -> Iterator[T]:
        """All of them, in a drawn order."""
        rest = list(options)
        while rest:
            yield rest.pop(self.number(len(rest)))

    def pick(self, options: Sequence[T]) -> T:
        """One of them, each as likely as the others."""
        return options[self.number(len(options))]


@dataclass(frozen=True, slots=True)
class Item:
    """One attribute with all its values, and what they permit one to say beyond themselves."""

    name: str
    topic: str
    facts: tuple[Fact, ...]
    ids: tuple[str, ...]
    clauses: tuple[Clause, ...] = ()

    @property
    def single(self) -> bool:
        """Whether it has one value."""
        return len(self.facts) == 1


@dataclass(frozen=True, slots=True)
class Content:
    """What a brief gives one to say. `items` stand in the order of speech."""

    brief: Brief
    own: dict[str, Fact]
    items: tuple[Item, ...]
    type_clauses: tuple[Clause, ...]

    @property
    def locale(self) -> str:
        return self.brief.locale

    @property
    def group(self) -> str:
        """The group of its type, or ""."""
        kind = self.own.get("type")
        word = type_word(kind.value) if kind else None
        return word.group if word else ""

    def first(self, *names: str) -> Item | None:
        """The first of these attributes that is there."""
        for name in names:
            for item in self.items:
                if item.name == name:
                    return item
        return None


def read(brief: Brief) -> Content:
    """Facts that the locale has no words for are left out, whoever put them in."""
    clauses: dict[str, list[Clause]] = {}
    for clause in brief.clauses:
        clauses.setdefault(clause.fact, []).append(clause)
    own: dict[str, Fact] = {}
    grouped: dict[str, list[Fact]] = {}
    for fact in brief.facts:
        if not sayable(fact, brief.locale):
            continue
        if fact.name in OWN:
            own.setdefault(fact.name, fact)
        else:
            grouped.setdefault(fact.name, []).append(fact)
    _drop_echo(grouped, brief.locale)
    kind = own.get("type")
    word = type_word(kind.value) if kind else None
    if word is not None and word.group in _GROWN and "origin" in grouped:
        grouped["provenance"] = grouped.pop("origin")
    items = [_item(name, facts, clauses) for name, facts in grouped.items()]
    items.sort(key=lambda item: (_ORDER[item.topic], _PLACE[item.name]))
    return Content(brief, own, tuple(items), tuple(clauses.get(kind.id, ())) if kind else ())


def _drop_echo(grouped: dict[str, list[Fact]], locale: str) -> None:
    """A colour that is called as the material is says nothing more: "made of terracotta, comes in terracotta"."""
    materials = {said(fact, locale) for fact in grouped.get("material", ())}
    if any(said(fact, locale) in materials for fact in grouped.get("colour", ())):
        del grouped["colour"]


def _item(name: str, facts: list[Fact], clauses: dict[str, list[Clause]]) -> Item:
    # What one of several materials permits is not true of the whole: "linen and polyester" stays unpraised.
    permitted = tuple(clauses.get(facts[0].id, ())) if len(facts) == 1 else ()
    return Item(name, _TOPIC[name], tuple(facts), tuple(fact.id for fact in facts), permitted)
