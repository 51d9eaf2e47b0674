"""That a machine wrote it: what the law wants said to people, and told to machines, of every artefact.

The explicit words stand beside the copy, in its record and in the read side's answers: whoever shows the copy shows
them. The metadata travels with it. This has the words, and checks the record.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from schemas.outbound import MAX_LABEL
from workers.edit.law.markets import Market
from workers.edit.packs import Country, Name, sheet
from workers.edit.packs.sheets import read

_Text = Annotated[str, StringConstraints(min_length=2, max_length=200)]


class Label(BaseModel):
    """`explicit`: the words to show, by language. `metadata`: what every written piece must carry."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    countries: frozenset[Country]
    since: date
    source: _Text
    explicit: Mapping[str, Annotated[str, StringConstraints(min_length=2, max_length=MAX_LABEL)]]
    metadata: Annotated[tuple[str, ...], Field(min_length=1, max_length=16)]


_LABELS: Final = TypeAdapter(tuple[Label, ...])
FLAG: Final = "ai_generated"
WORDS: Final = "ai_label"
HUMAN: Final = "human"


@lru_cache(maxsize=1)
def labels() -> tuple[Label, ...]:
    """All that are shipped. Raises `Fatal` where the file is malformed."""
    return read(sheet("labels.yaml"), _LABELS)


def required(market: Market, day: date | None = None) -> Iterator[Label]:
    """The labels that the market's law asks for; without a day, as if what is announced held already."""
    for label in labels():
        held = not market.countries or not market.countries.isdisjoint(label.countries)
        if held and (day is None or label.since <= day):
            yield label


@lru_cache(maxsize=256)
def explicit(locale: str) -> str:
    """What is shown of a machine's text in this locale: the words of its language, English where there are none."""
    words = [label.explicit for label in labels()]
    found = [one[language] for language in (locale[:2], "en") for one in words if language in one]
    return found[0] if found else ""


def unlabelled(record: Mapping[str, object], label: Label) -> Iterator[str]:
    """What a published record lacks for this label, by its path; none where it is well labelled."""
    pieces = list(_pieces(record, ""))
    if any(map(_machines, (piece for _, piece in pieces))):
        if record.get(FLAG) is not True:
            yield FLAG
        if not record.get(WORDS):
            yield WORDS
    for path, piece in pieces:
        yield from (f"{path}{key}" for key in label.metadata if not piece.get(key))


def _machines(piece: Mapping[str, object]) -> bool:
    """What a person only approved of is a machine's still, and so is what does not say."""
    return piece.get("origin") != HUMAN or piece.get("fingerprint") != HUMAN


def _pieces(value: object, path: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Everything in the record that has a text. Its sentences are its own: what they are parts of is labelled."""
    if isinstance(value, Mapping):
        if value.get("text"):
            yield path, value
            return
        for key, inner in value.items():
            yield from _pieces(inner, f"{path}{key}.")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, inner in enumerate(value):
            yield from _pieces(inner, f"{path}{number}.")
