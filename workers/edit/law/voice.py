"""Rule: an operator's brand voice. The `voice` of the packs says it; this reads.

Words are looked for as the law's terms are, evasion and all, and those inside the product's own brand are let pass.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workers.edit.law.claims import findings
from workers.edit.law.markets import Market
from workers.edit.packs import Book, Class, Pack, Term, Voice, books_for
from workers.edit.packs.scope import KEYS
from workers.edit.packs.voice import Wording
from workers.edit.reading import Reading
from workers.plan.brief import Brief
from workers.plan.lexicon import supported, surface_forms

Check = Callable[[Voice, Reading], Iterator[str]]

_EXCLAMATION: Final = re.compile("[!！‼⁉❗❕]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PICTURE: Final = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa"
    "\u3030\u303d\u3297\u3299\u20e3]"
)
"""Emoji, and the dingbats and symbols that stand for them: hearts, stars, ticks, pointing hands."""
_CAPITALS: Final = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")
_NAMES: Final = frozenset({"name", "brand", "model"})
_ADDRESSES: Final = {"formal": "你", "informal": "您", "none": "你您"}
"""What each way of address does without."""
_EVERYWHERE: Final = Market()
_OURS: Final = "voice"


@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """What an operator's packs say of the voice. `words`: what is never and always said, as terms; `insteads`: what to
    say for each, by the term's id, "" where nobody has told.
    """

    words: Book
    insteads: dict[str, str]
    entries: dict[str, tuple[Voice, ...]]


@lru_cache(maxsize=1024)
def voices(book: Book) -> Voices | None:
    """None where no pack says how its brand speaks: then nothing is asked of a text."""
    entries = {language: tuple(book.voices(language)) for language in ("en", "zh")}
    if not any(entries.values()):
        return None
    packs = tuple(
        Pack.model_construct(pack=f"{_OURS}-{language}", language=language, terms=tuple(_terms(said)))
        for language, said in entries.items()
    )
    wordings = (one for said in entries.values() for one in _wordings(said))
    insteads = {name: one.instead or ("" if cls is Class.HARD else one.forms[0]) for name, cls, _, one in wordings}
    return Voices(Book(book.version, packs), insteads, entries)


def demands(book: Book) -> tuple[str, ...]:
    """The entries that want words in a text. The fallback writes none that no fact has: it will be refused."""
    entries = [entry for language in ("en", "zh") for entry in book.voices(language)]
    entries += [said.entry for said in book.scoped if isinstance(said.entry, Voice)]
    return tuple(entry.id for entry in entries if entry.always)


def verdict(reading: Reading, book: Book) -> Iterator[str]:
    """The words that break it, then what is missing, then the sentences and signs that are too much."""
    for part in books_for(book, reading.brief.seller):
        if told := voices(part):
            yield from _verdict(reading, told)


def _verdict(reading: Reading, told: Voices) -> Iterator[str]:
    for finding in findings(reading, _EVERYWHERE, told.words):
        yield finding.span or f"without {finding.term.forms[0]}{_hint(told.insteads[finding.term.id], finding.term)}"
    for entry in told.entries[reading.brief.locale.partition("-")[0]]:
        if entry.covers(reading.brief):
            for check in _CHECKS:
                yield from check(entry, reading)


def _hint(instead: str, term: Term) -> str:
    return "" if instead == term.forms[0] else f": {instead}"


def _terms(entries: tuple[Voice, ...]) -> Iterator[Term]:
    for name, cls, entry, wording in _wordings(entries):
        fields = {key: getattr(entry, key) for key in KEYS} | {"class": cls}
        yield Term.model_construct(id=name, forms=wording.forms, source=_OURS, **fields)


def _wordings(entries: tuple[Voice, ...]) -> Iterator[tuple[str, Class, Voice, Wording]]:
    for entry in entries:
        for cls, side in ((Class.HARD, "never"), (Class.REQUIRED, "always")):
            for number, wording in enumerate(getattr(entry, side) or ()):
                yield f"{entry.id} {side} {number}", cls, entry, wording


def _exclamations(entry: Voice, reading: Reading) -> Iterator[str]:
    """The sentences whose marks are too many, counted from the first."""
    if entry.max_exclamations is None:
        return
    seen = 0
    for sentence in reading.sentences:
        marks = len(_EXCLAMATION.findall(sentence))
        seen += marks
        if marks and seen > entry.max_exclamations:
            yield sentence


def _long(entry: Voice, reading: Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        words = entry.max_sentence_words is not None and len(_WORD.findall(sentence)) > entry.max_sentence_words
        if words or (entry.max_sentence_chars is not None and len(sentence) > entry.max_sentence_chars):
            yield sentence


def _pictures(entry: Voice, reading: Reading) -> Iterator[str]:
    if entry.no_emoji and not reading.text.isascii():
        yield from _PICTURE.findall(reading.text)


def _capitals(entry: Voice, reading: Reading) -> Iterator[str]:
    """Words of three capitals or more that neither the list nor a fact has in capitals."""
    if entry.no_all_caps is None:
        return
    loud = [word for word in _CAPITALS.findall(reading.text) if word.isupper() and word not in entry.no_all_caps.allow]
    if loud:
        known = _in_capitals(reading.brief)
        yield from (word for word in loud if word not in known)


def _in_capitals(brief: Brief) -> frozenset[str]:
    """As the facts and clauses write them: "LED", "NORRLAND"."""
    texts = [clause.text for clause in brief.clauses]
    for fact in brief.facts:
        texts += [fact.value, *(surface_forms(fact, brief.locale) if supported(brief.locale) else ())]
    return frozenset(word for text in texts for word in _CAPITALS.findall(text) if word.isupper())


def _address(entry: Voice, reading: Reading) -> Iterator[str]:
    """The sentences that speak to the reader otherwise; what the product is called aside."""
    unfit = _ADDRESSES.get(entry.address or "", "")
    if not any(character in reading.text for character in unfit):
        return
    names = [fact.value for fact in reading.brief.facts if fact.name in _NAMES]
    for sentence in reading.sentences:
        rest = sentence
        for name in names:
            rest = rest.replace(name, "")
        if any(character in rest for character in unfit):
            yield sentence


_CHECKS: Final[tuple[Check, ...]] = (_exclamations, _long, _pictures, _capitals, _address)
