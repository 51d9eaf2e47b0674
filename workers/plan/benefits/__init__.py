"""What a fact permits one to say beyond itself: the tables beside this file, read once by the composition root.

A row names a fact, its values or a range, perhaps the products for which it holds, and for each language
clauses by key. An English clause is a predicate in the third person singular ("stays cool to the touch"), a Chinese
one a phrase that follows a comma ("天热时触感清凉"). Whatever a clause says must follow from the fact alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources import files
from typing import Annotated, Final

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from workers.errors import Fatal
from workers.plan.brief import Clause, Fact, digest
from workers.plan.lexicon.entries import TypeWord
from workers.plan.lexicon.locales import language_of
from workers.plan.lexicon.lookup import SET_SUFFIX, type_word
from workers.plan.lexicon.quantities import CANONICAL
from workers.plan.lexicon.wording import parts_of

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, StringConstraints(min_length=2, max_length=90, strip_whitespace=True)]

MAX_CLAUSES_A_FACT: Final = 4
LANGUAGES: Final = ("en", "zh")
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE: Final = "100"


class Range(BaseModel):
    """Numbers of one unit, both ends included."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: str = Field(max_length=16)
    least: Decimal = Decimal(0)
    most: Decimal = Decimal("1e12")


class Row(BaseModel):
    """One pattern of facts, and what it permits. `groups`, `types`: of products; none given = any."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fact: Key | Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=40)]
    values: tuple[str, ...] = ()
    range: Range | None = None
    groups: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    en: Mapping[Key, Text] = Field(default_factory=dict)
    zh: Mapping[Key, Text] = Field(default_factory=dict)

    def fits(self, kind: TypeWord | None) -> bool:
        """Whether it holds for products of this type; None = the type is not known."""
        if not self.groups and not self.types:
            return True
        return kind is not None and (kind.group in self.groups or kind.key in self.types)

    def texts(self, language: str) -> Mapping[str, str]:
        return self.zh if language == "zh" else self.en


_ROWS: Final = TypeAdapter(tuple[Row, ...])


@dataclass(frozen=True, slots=True)
class Benefits:
    """`version` is the digest of the files."""

    version: str
    rows: tuple[Row, ...] = ()
    _by_value: Mapping[tuple[str, str], tuple[Row, ...]] = field(default_factory=dict, repr=False)
    _by_range: Mapping[str, tuple[Row, ...]] = field(default_factory=dict, repr=False)

    def clauses(self, facts: Iterable[Fact], locale: str) -> tuple[Clause, ...]:
        """The clauses that these facts permit in this locale, in the order of the facts. The type decides the group."""
        known = tuple(facts)
        language = language_of(locale)
        kind = next((word for fact in known if fact.name == "type" and (word := type_word(fact.value))), None)
        return tuple(clause for fact in known for clause in self._of(fact, kind, language))

    def _of(self, fact: Fact, kind: TypeWord | None, language: str) -> Iterator[Clause]:
        count = 0
        for row in (*self._by_value.get(_subject(fact), ()), *self._ranges(fact)):
            if not row.fits(kind):
                continue
            for key, text in row.texts(language).items():
                if count < MAX_CLAUSES_A_FACT:
                    yield Clause(f"{key}.{language}", fact.id, text)
                    count += 1

    def _ranges(self, fact: Fact) -> Iterator[Row]:
        rows = self._by_range.get(fact.name, ())
        match = CANONICAL.fullmatch(fact.value) if rows else None
        if match is None or match["mark"] or match["high"] or match["plus"]:
            return
        number = Decimal(match["low"])
        for row in rows:
            if row.range and row.range.unit == fact.unit and row.range.least <= number <= row.range.most:
                yield row


def _subject(fact: Fact) -> tuple[str, str]:
    """What a pattern is looked up by. "100% linen" is linen; a blend is none of its parts; a set is its pieces."""
    if fact.name == "composition":
        parts = parts_of(fact.value)
        return ("material", parts[0][0]) if len(parts) == 1 and parts[0][1] == _WHOLE else ("composition", "")
    return (fact.name, fact.value.removesuffix(SET_SUFFIX) if fact.name == "type" else fact.value)


def load() -> Benefits:
    """Reads the tables. Raises `Fatal` where one is malformed."""
    sources = sorted(
        (item for item in files(__name__).iterdir() if item.name.endswith(".yaml")), key=lambda item: item.name
    )
    texts = [(item.name, item.read_bytes()) for item in sources]
    rows = tuple(row for name, text in texts for row in parse(name, text))
    return of_rows(rows, digest(*(part for name, text in texts for part in (name, text))))


def of_rows(rows: tuple[Row, ...], version: str) -> Benefits:
    """Benefits from rows that are already checked."""
    by_value: dict[tuple[str, str], list[Row]] = {}
    by_range: dict[str, list[Row]] = {}
    for row in rows:
        for value in row.values:
            by_value.setdefault((row.fact, value), []).append(row)
        if row.range is not None:
            by_range.setdefault(row.fact, []).append(row)
    return Benefits(
        version,
        rows,
        {key: tuple(found) for key, found in by_value.items()},
        {key: tuple(found) for key, found in by_range.items()},
    )


def parse(name: str, text: bytes) -> tuple[Row, ...]:
    """The rows of one file. Raises `Fatal`, which names it, where it is malformed."""
    try:
        return _ROWS.validate_python(yaml.load(text, _LOADER))  # noqa: S506  a safe loader, the quick one where there is one
    except (yaml.YAMLError, ValidationError) as error:
        raise Fatal("benefits-malformed", f"{name}: {error}") from error
