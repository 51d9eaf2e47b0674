"""What comes with a product, and what it fits, told apart: "includes an iPhone 14" of a cable that is made for one."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.edit.grounding.tracing import occurrences
from workers.edit.reading import Reading

_INCLUDED: Final = "included"
_FITS: Final = "compatibility"
_EITHER: Final = (_INCLUDED, _FITS)
_FILLER: Final = r"(?:[ :](?:an?|the|its|your|one|two|three|also|spare))*[ :]\Z|"
_COMES: Final = re.compile(
    r"(?:\bcomes? (?:complete )?with|\binclud(?:es?|ing|ed)|\bsupplied with|\bbox (?:holds|contains|includes|has)"
    rf"|\bin the box|\byou (?:also )?get|\bsold with|\bbundled with){_FILLER}"
    r"(?:附[送带赠]?|内附|随附|包含|内含|含有?|赠送?|标配|配[有备]|[送装]有)(?:一[个条只根部台])?[：: ]?\Z"
)
_COMES_BEHIND: Final = re.compile(
    r" (?:is|are|comes?) (?:also )?(?:included|supplied|in the box|with it)\b|(?:已|均)?(?:附送|随附|附赠)"
)
_WORKS: Final = re.compile(
    rf"(?:\bcompatible with|\bworks? with|\bpairs? with|\bmade for|\bdesigned for){_FILLER}"
    r"(?:兼容|适配|适用于?|通用于)[：: ]?\Z"
)
_PARTS: Final = re.compile(r"\s*(?:[,;/、，；|+]|\band\b|\bor\b|[和与及])\s*")
_WINDOW: Final = 40
_SHORT: Final = 3

DATA: Final = (_COMES.pattern, _COMES_BEHIND.pattern, _WORKS.pattern)


def contents(reading: Reading) -> Iterable[str]:
    """What it only fits said to come with it; what only comes with it said to be what it fits."""
    return () if reading.about.isdisjoint(_EITHER) else _contents(reading)


def _contents(reading: Reading) -> Iterator[str]:
    included, fitting = _things(_INCLUDED, reading), _things(_FITS, reading)
    for thing in [thing for thing in (*fitting, *included) if thing in reading.lower]:
        for start, end in occurrences(thing, reading.lower):
            before, behind = reading.lower[max(0, start - _WINDOW) : start], reading.lower[end : end + _WINDOW]
            comes = _COMES.search(before) or _COMES_BEHIND.match(behind)
            wrong = comes and not _among(thing, included)
            if wrong or (_WORKS.search(before) and not _among(thing, fitting)):
                yield reading.text[start:end]


def _things(name: str, reading: Reading) -> list[str]:
    ids = {fact for fact, about in reading.matters.items() if about == name}
    forms = [form for one in reading.ground if one.fact in ids for form in one.forms]
    parts = [part for form in forms for part in _PARTS.split(form)]
    return [part for part in dict.fromkeys((*forms, *parts)) if len(part) >= _SHORT or not part.isascii()]


def _among(thing: str, known: list[str]) -> bool:
    return any(thing in one for one in known)
