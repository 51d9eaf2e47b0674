"""The law as data: the packs beside this file, and those that an operator adds.

A pack is a list of terms of one language. A term has wordings (`edit/law/forms.py` says how they are written), a class,
where and since when it holds, and where it is written. What is shipped was written from the statutes; no list was
copied. An operator's pack may also say how its brand speaks, `voice`, and what its catalogue knows, `values`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from workers.edit.packs import scope
from workers.edit.packs.contents import contents
from workers.edit.packs.fields import MAX_FORMS, Country, Form, Glob, Name, Note, always_something
from workers.edit.packs.lists import spelled_out
from workers.edit.packs.scope import Scope
from workers.edit.packs.sheets import Sheet, read
from workers.edit.packs.values import Value
from workers.edit.packs.voice import Voice
from workers.errors import Misuse
from workers.plan.brief import digest

MAX_TERMS: Final = 2000
MAX_VOICES: Final = 200
MAX_VALUES: Final = 10_000


class Class(StrEnum):
    """What a term means for a draft that has it."""

    HARD = "hard"
    """Never said, whatever the facts."""
    CONDITIONAL = "conditional"
    """Said only beside the evidence: a fact of the product."""
    EXCEPTION = "exception"
    """No claim at all: what stands inside one of these wordings is let pass."""
    REQUIRED = "required"
    """An operator's: one of its wordings must be there."""


class Term(Scope):
    """One thing that the law, a platform or an operator has a say in.

    `evidence`: names of facts, with `*` for anything, perhaps `name=value`; any one lets a conditional term pass.
    `where`: facts that the product must have, for the term to hold. `even_in_names`: a brand is no excuse.
    No countries or channels: all of them.
    """

    id: Name
    cls: Class = Field(alias="class")
    forms: Annotated[tuple[Form, ...], Field(min_length=1, max_length=MAX_FORMS)]
    source: Note
    since: date | None = None
    countries: frozenset[Country] = frozenset()
    channels: frozenset[Name] = frozenset()
    evidence: Annotated[tuple[Glob, ...], Field(max_length=64)] = ()
    where: Mapping[str, tuple[Glob, ...]] = Field(default_factory=dict, max_length=8)
    even_in_names: bool = False
    shipped: bool = Field(default=False, exclude=True)

    @model_validator(mode="after")
    def _sound(self) -> "Term":
        if self.evidence and self.cls is not Class.CONDITIONAL:
            raise ValueError("only a conditional term passes by evidence: make its class conditional, or drop it")
        for form in self.forms if self.cls in {Class.HARD, Class.CONDITIONAL} else ():
            always_something(form)
        return self


class Pack(BaseModel):
    """The terms, the voice and the values of one file. What stands at its head holds for each term and each voice that
    says nothing else. Values are of no language: a maker's name stands in both.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pack: Name
    words: Annotated[Mapping[str, tuple[str, ...]], Field(max_length=64)] = Field(default_factory=dict)
    language: Literal["en", "zh"] | None = None
    terms: Annotated[tuple[Term, ...], Field(max_length=MAX_TERMS)] = ()
    voice: Annotated[tuple[Voice, ...], Field(max_length=MAX_VOICES)] = ()
    values: Annotated[tuple[Value, ...], Field(max_length=MAX_VALUES)] = ()

    _spell_out = model_validator(mode="before")(staticmethod(spelled_out))

    @model_validator(mode="after")
    def _sound(self) -> "Pack":
        if not (self.terms or self.voice or self.values):
            raise ValueError("it says nothing: give it terms, a voice, or values")
        if self.language is None and (self.terms or self.voice):
            raise ValueError("terms and a voice are of one language: give it `language: en` or `language: zh`")
        for entry in self.voice:
            if unfit := entry.unfit(self.language or ""):
                raise ValueError(f"voice {entry.id!r}: {unfit}")
        return self


SHIPPED: Final = (
    "amazon_bullets.yaml", "cn_advertising.yaml", "cn_health.yaml", "eu_green.yaml", "health.yaml",
    "testimonials.yaml", "us_ftc.yaml",
)  # fmt: skip
INHERITED: Final = {"terms": ("source", "since", "countries", "channels", "where", *scope.KEYS), "voice": scope.KEYS}


class Said(NamedTuple):
    """One entry of a pack's list `name` that some sellers' copy is held to, and what it says, as text."""

    language: str
    name: str
    entry: Scope
    told: str


@dataclass(frozen=True, eq=False)
class Book:
    """All packs that a worker edits by, without what holds for some sellers alone: that is `scoped`.

    `version` changes with what is said to all. Of `values` and `channels` it says nothing: the rules that read them do.
    `channels`: where copy of a locale, or of a language, goes.
    """

    version: str
    packs: tuple[Pack, ...]
    scoped: tuple[Said, ...] = ()
    channels: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def terms(self, language: str) -> Iterable[Term]:
        """Those of one language, pack by pack."""
        return (term for pack in self.packs if pack.language == language for term in pack.terms)

    def voices(self, language: str) -> Iterable[Voice]:
        """How copy of one language is to speak, pack by pack."""
        return (entry for pack in self.packs if pack.language == language for entry in pack.voice)

    @property
    def shown(self) -> tuple[str, ...]:
        """Where copy goes, as text: the same in every process."""
        return tuple(f"{place} {name}" for place, names in sorted(self.channels.items()) for name in sorted(names))

    def channels_of(self, locale: str) -> frozenset[str]:
        """Where copy in this locale goes: what stands beside it, and what stands beside its language."""
        return frozenset().union(*(names for place, names in self.channels.items() if scope.within(locale, place)))


@lru_cache(maxsize=1)
def shipped() -> Book:
    """The packs beside this file, read once. Raises `Misuse` where one is malformed."""
    sheets = [sheet(name) for name in SHIPPED]
    packs = tuple(_marked(parse(*one)) for one in sheets)
    _check(packs)
    return Book(digest(*(part for one in sheets for part in one)), packs)


def merged(book: Book, added: Iterable[tuple[str, bytes]]) -> Book:
    """The book with an operator's packs, each as file name and bytes. Raises `Misuse` where one is malformed.

    What an operator adds forbids more. Its exceptions excuse its own terms and conditional ones, never what the law
    forbids outright.
    """
    packs = tuple(parse(name, text) for name, text in added)
    _check((*book.packs, *packs))
    common = tuple(map(_to_all, packs))
    said = tuple(
        f"{pack.language} {told}" for pack in common if (told := contents(pack, "pack", "words", "language", "values"))
    )
    version = digest(book.version, *said) if said else book.version
    return Book(version, (*book.packs, *common), tuple(one for pack in packs for one in _to_some(pack)))


def books_for(book: Book, seller: str) -> tuple[Book, ...]:
    """What holds for this seller's copy: the book, and one of what is said to it beside that, if anything is."""
    held = _held(book, seller) if book.scoped and seller else ()
    return (book, _own(book, held)) if held else (book,)


@lru_cache(maxsize=4096)
def _held(book: Book, seller: str) -> tuple[int, ...]:
    return tuple(number for number, said in enumerate(book.scoped) if said.entry.of_seller(seller))


# By what is held: a glob may stand for a million sellers.
@lru_cache(maxsize=1024)
def _own(book: Book, held: tuple[int, ...]) -> Book:
    said = [book.scoped[number] for number in held]
    return Book(digest(*(one.told for one in said)), tuple(_own_pack(said, language) for language in ("en", "zh")))


def _own_pack(said: list[Said], language: str) -> Pack:
    mine = [one for one in said if one.language == language]
    lists = {name: tuple(one.entry for one in mine if one.name == name) for name in INHERITED}
    return Pack.model_construct(None, pack=f"own-{language}", language=language, **lists)


def _to_all(pack: Pack) -> Pack:
    kept = {name: tuple(entry for entry in getattr(pack, name) if not entry.sellers) for name in INHERITED}
    return pack.model_copy(update=kept)


def _to_some(pack: Pack) -> Iterator[Said]:
    entries = ((name, entry) for name in INHERITED for entry in getattr(pack, name) if entry.sellers)
    return (
        Said(pack.language or "", name, entry, f"{pack.language} {contents(entry, 'sellers')}")
        for name, entry in entries
    )


def _marked(pack: Pack) -> Pack:
    return pack.model_copy(update={"terms": tuple(term.model_copy(update={"shipped": True}) for term in pack.terms)})


def _check(packs: tuple[Pack, ...]) -> None:
    for what, names in (
        ("pack", [pack.pack for pack in packs]),
        ("term", [term.id for pack in packs for term in pack.terms]),
        ("voice", [entry.id for pack in packs for entry in pack.voice]),
    ):
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise Misuse("pack-malformed", f"{what} {twice[0]!r} stands twice: give one of them another name")


_PACK: Final = TypeAdapter(Pack)


@lru_cache(maxsize=16)
def parse(name: str, text: bytes) -> Pack:
    """The pack of one file. Raises `Misuse`, which says in which line what is wrong, and how to mend it.

    Remembered: ten thousand values take a second, and each desk asks for its editor.
    """
    return read(Sheet(name, text), _PACK, INHERITED)


def sheet(name: str) -> Sheet:
    """One of the files beside this one."""
    return Sheet(name, files(__name__).joinpath(name).read_bytes())


__all__ = [
    "INHERITED", "MAX_FORMS", "SHIPPED", "Book", "Class", "Country", "Form", "Glob", "Name", "Pack", "Term", "Value",
    "Voice", "books_for", "merged", "parse", "sheet", "shipped",
]  # fmt: skip
