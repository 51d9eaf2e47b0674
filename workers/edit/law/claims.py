"""Rule: what the law, a platform or an operator forbids, and what they want proved. The packs are the law; this reads.

A term is looked for twice: as it is written, and as somebody would write it who hides it (`evasion`, `misspelled`).
What stands inside an exception, or inside the product's own brand, is let pass; a conditional term passes beside its
evidence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import chain, islice
from typing import Final, NamedTuple

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.polarity import holds
from workers.edit.grounding.tracing import occurrences
from workers.edit.law.evasion import joints, mixed, origins, read_together, respelled, skeleton, spoken, two_words
from workers.edit.law.forms import as_it_stands, literally, needles, offers, parsed, pattern, side_by_side, whole_words
from workers.edit.law.markets import MARKETS, Market, market_of
from workers.edit.law.misspelled import TELLTALES, Meant, meant
from workers.edit.needles import Needles
from workers.edit.packs import Book, Class, Term, books_for, shipped
from workers.edit.reading import Reading
from workers.plan.brief import Brief

NAMES: Final = frozenset({"brand", "model", "品牌", "型号"})
"""Facts that name the goods: an absolute word in a mark is no claim (SAMR notice 6 of 2023, art. 6 (4))."""
MAX_FINDINGS: Final = 64
MAX_HITS: Final = 256
MAX_EXCUSES: Final = 1024


class Finding(NamedTuple):
    """What a draft says that it may not. `span` is the draft's words; of a required term that is missing, none."""

    term: Term
    start: int
    end: int
    span: str


class _Row(NamedTuple):
    """One wording: as it is written, and, but for an exception's, `hidden`: as it stands in a skeleton.

    `beside`: of each of these one is in every skeleton that has the wording, in either way.
    """

    needle: str
    written: str
    hidden: str
    joints: int
    beside: tuple[tuple[str, ...], ...]
    term: Term

    @property
    def provable(self) -> bool:
        return self.term.cls is Class.CONDITIONAL


@dataclass(frozen=True, slots=True)
class _Table:
    """What holds in one market, and by what it is looked for: `bare` has the telltales behind the rows."""

    rows: tuple[_Row, ...]
    exceptions: tuple[_Row, ...]
    required: tuple[Term, ...]
    bare: Needles
    spoken: Needles
    signs: Needles
    excepted: Needles


def claims(reading: Reading) -> Iterator[str]:
    """The rule: by the packs that are shipped, in the market of the brief's locale."""
    return verdict(reading, shipped())


def verdict(reading: Reading, book: Book) -> Iterator[str]:
    """The rule by other packs: the words that break it, then what is missing."""
    for finding in findings(reading, _market(reading.brief.locale, book), book):
        yield finding.span or f"without {finding.term.forms[0]}"


def data(book: Book) -> tuple[str, ...]:
    """What the rule's verdicts depend on beside its code."""
    countries = (f"{locale} {sorted(market.countries)}" for locale, market in MARKETS.items())
    return (book.version, *countries, *book.shown)


def findings(reading: Reading, market: Market, book: Book) -> Iterator[Finding]:
    """What the draft says that it may not, in the order of the text; at most 64."""
    brief = reading.brief
    language = brief.locale.partition("-")[0]
    tables = [_table(part, language, market) for part in books_for(book, brief.seller)]
    hits = chain.from_iterable(_hits(table, reading) for table in tables)
    found = {(hit.term.id, hit.start, hit.end): hit for hit in islice(hits, MAX_HITS)}
    if found:
        exceptions = chain.from_iterable(_exceptions(table, reading) for table in tables)
        excuses = _Excuses(tuple(islice(exceptions, MAX_EXCUSES)), tuple(islice(_names(reading), MAX_EXCUSES)))
        kept = [hit for hit in found.values() if not _excused(hit, excuses)]
        for hit in islice(_outermost(kept), MAX_FINDINGS):
            yield hit._replace(span=reading.text[hit.start : hit.end])
    yield from (Finding(term, 0, 0, "") for table in tables for term in table.required if _lacking(term, reading))


def evidence_wanted(reading: Reading, book: Book) -> tuple[str, ...]:
    """The names of facts that would prove what is said; none where no fact could."""
    found = findings(reading, _market(reading.brief.locale, book), book)
    return tuple(wanted.partition("=")[0] for finding in found for wanted in finding.term.evidence)


def _market(locale: str, book: Book) -> Market:
    market = market_of(locale)
    return market._replace(channels=book.channels_of(locale)) if book.channels else market


def _hits(table: _Table, reading: Reading) -> Iterator[Finding]:
    said = Meant(bare := skeleton(reading.text))
    suspects = table.bare.within(said.bare)
    if suspects and suspects[-1] >= len(table.rows):
        said = meant(said.bare, [number - len(table.rows) for number in suspects if number >= len(table.rows)])
        suspects = [number for number in table.bare.within(said.bare) if number < len(table.rows)]
    suspects += table.signs.within(reading.lower)
    suspects += table.spoken.within(spoken(said.bare)) if mixed(reading.lower) else ()
    rows = [row for row in map(table.rows.__getitem__, suspects) if _may_stand(row, bare)]
    likely = {(row.term.id, row.written): row for row in rows}.values()
    rows = [row for row in likely if _concerns(row.term, reading.brief) and not _proved(row.term, reading.brief)]
    for row in rows:
        for start, end in whole_words(row.written, reading.lower):
            yield Finding(row.term, start, end, "")
    hiding = [row for row in rows if row.hidden]
    yield from _hidden(hiding, reading.text, said) if hiding else ()


def _may_stand(row: _Row, bare: str) -> bool:
    for words in row.beside:
        for word in words:
            if word in bare:
                break
        else:
            return False
    return True


def _hidden(rows: Iterable[_Row], text: str, said: Meant) -> Iterator[Finding]:
    places: list[int] = []
    for row in rows:
        for match in as_it_stands(row.hidden).finditer(said.bare):
            places = places or origins(text)
            within = list(dict.fromkeys(places[spot] for spot in said.places(match)))
            if read_together(text, within, row.joints) and not (row.provable and two_words(text, within)):
                yield Finding(row.term, within[0], within[-1] + 1, "")


class _Excuses(NamedTuple):
    exceptions: tuple[Finding, ...]
    names: tuple[tuple[int, int], ...]


def _exceptions(table: _Table, reading: Reading) -> Iterator[Finding]:
    for row in map(table.exceptions.__getitem__, table.excepted.within(reading.lower)):
        if _concerns(row.term, reading.brief):
            for start, end in whole_words(row.written, reading.lower):
                yield Finding(row.term, start, end, "")


def _names(reading: Reading) -> Iterator[tuple[int, int]]:
    for fact in reading.brief.facts:
        if fact.name in NAMES and fact.value:
            yield from occurrences(lowered(fold(fact.value)), reading.lower)


def _excused(hit: Finding, excuses: _Excuses) -> bool:
    if not hit.term.even_in_names and any(start <= hit.start and hit.end <= end for start, end in excuses.names):
        return True
    within = (one.term for one in excuses.exceptions if one.start <= hit.start and hit.end <= one.end)
    return any(_may_excuse(term, hit.term) for term in within)


def _may_excuse(exception: Term, term: Term) -> bool:
    """An operator's exception never makes lawful what the law forbids outright."""
    return exception.shipped or not term.shipped or term.cls is Class.CONDITIONAL


def _proved(term: Term, brief: Brief) -> bool:
    return bool(term.evidence) and any(_proves(term.evidence, fact.name, fact.value) for fact in brief.facts)


# A dozen terms are looked at for a text, each beside every fact.
@lru_cache(maxsize=1 << 15)
def _proves(evidence: tuple[str, ...], name: str, value: str) -> bool:
    known = name.lower()
    names = (known, known.replace(" ", "_"))
    return any(_matches(pattern_.partition("="), names, value.lower()) for pattern_ in evidence)


def _matches(evidence: tuple[str, str, str], names: tuple[str, ...], value: str) -> bool:
    wanted, _, told = evidence
    named = any(fnmatchcase(name, wanted) for name in names)
    return named and (fnmatchcase(value, told) if told else holds(names[0], value))


def _outermost(hits: list[Finding]) -> Iterator[Finding]:
    """Without those that stand inside another one; of two at one place, the one that nothing excuses."""
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.term.cls is not Class.HARD)):
        if hit.end > end:
            yield hit
            end = hit.end


def _lacking(term: Term, reading: Reading) -> bool:
    return _concerns(term, reading.brief) and not any(
        any(whole_words(pattern(parsed(form), literally), reading.lower)) for form in term.forms
    )


def _concerns(term: Term, brief: Brief) -> bool:
    """Whether copy to this brief is what the term speaks of."""
    return term.covers(brief) and all(
        any(fact.name == name and fnmatchcase(fact.value.lower(), value) for fact in brief.facts for value in values)
        for name, values in term.where.items()
    )


# Each seller of whom a pack speaks has tables of its own, small ones: those of a thousand are kept.
@lru_cache(maxsize=4096)
def _table(book: Book, language: str, market: Market) -> _Table:
    terms = [term for term in book.terms(language) if market.holds(term)]
    rows = tuple(row for term in terms if term.cls in {Class.HARD, Class.CONDITIONAL} for row in _rows(term))
    exceptions = tuple(row for term in terms if term.cls is Class.EXCEPTION for row in _rows(term))
    bare = [skeleton(row.needle) for row in rows]
    return _Table(
        rows,
        exceptions,
        tuple(term for term in terms if term.cls is Class.REQUIRED),
        Needles([*bare, *TELLTALES] if language == "zh" else bare),
        Needles(
            [spoken(word) if row.hidden and language == "zh" else None for word, row in zip(bare, rows, strict=True)]
        ),
        Needles([None if word else row.needle for word, row in zip(bare, rows, strict=True)]),
        Needles([row.needle for row in exceptions]),
    )


def _rows(term: Term) -> Iterator[_Row]:
    for form in term.forms:
        wording = _wording(form)
        for needle in wording.needles if term.cls is Class.EXCEPTION else wording.sought:
            hidden = wording.hidden if term.cls is not Class.EXCEPTION and any(c.isalnum() for c in needle) else ""
            yield _Row(needle, wording.written, hidden, wording.joints, wording.beside, term)


class _Wording(NamedTuple):
    written: str
    hidden: str
    joints: int
    beside: tuple[tuple[str, ...], ...]
    needles: tuple[str, ...]
    sought: tuple[str, ...]


@lru_cache(maxsize=16_384)
def _wording(form: str) -> _Wording:
    parts = parsed(form)
    # A sign is nothing in a skeleton: there "#1 brand" is what "I brand" is.
    hidden = "" if "#" in form else pattern(parts, respelled)
    plain, sought = needles(parts), side_by_side(parts)
    # A digit of another script, and a Chinese character in pinyin, are read as something else.
    letters = [words for words in offers(parts) if all(word.isascii() and word.isalpha() for word in words)]
    beside = tuple(tuple(map(skeleton, words)) for words in letters)
    return _Wording(pattern(parts, literally), hidden, joints(parts), beside, plain or ("",), sought or ("",))
