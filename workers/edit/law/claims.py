"""Rule: what the law, a platform or an operator forbids, and what they want proved. The packs are the law; this reads.

A term is looked for twice: as it is written, and as somebody would write it who hides it (`evasion`, `misspelled`).
What stands inside an exception, or inside the product's own brand, is let pass; a conditional term passes beside its
evidence.
"""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import chain, islice
from typing import Final, NamedTuple

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.polarity import holds
from workers.edit.grounding.tracing import occurrences
from workers.edit.law.evasion import mixed, origins, read_together, skeleton, spoken, two_words, within_words
from workers.edit.law.forms import as_it_stands, literally, parsed, pattern, whole_words
from workers.edit.law.markets import MARKETS, Market, market_of
from workers.edit.law.misspelled import Meant, meant
from workers.edit.law.table import Row, Table, table_of
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


def claims(reading: Reading) -> list[str]:
    """The rule: by the packs that are shipped, in the market of the brief's locale."""
    return verdict(reading, shipped())


def verdict(reading: Reading, book: Book) -> list[str]:
    """The rule by other packs: the words that break it, then what is missing."""
    found = findings(reading, _market(reading.brief.locale, book), book)
    return [finding.span or f"without {finding.term.forms[0]}" for finding in found] if found else []


def data(book: Book) -> tuple[str, ...]:
    """What the rule's verdicts depend on beside its code."""
    countries = (f"{locale} {sorted(market.countries)}" for locale, market in MARKETS.items())
    return (book.version, *countries, *book.shown)


def findings(reading: Reading, market: Market, book: Book) -> list[Finding]:
    """What the draft says that it may not, in the order of the text, at most 64; then what it lacks."""
    seller = reading.brief.seller if book.scoped else ""
    tables = _tables(book, reading.brief.locale, market, seller)
    hits: list[Iterable[Finding]] = []
    lacking: list[Finding] = []
    for table in tables:
        hits.append(_hits(table, reading))
        if table.required:
            lacking += [Finding(term, 0, 0, "") for term in table.required if _lacking(term, reading)]
    return [*_unexcused(chain.from_iterable(hits), tables, reading), *lacking] if any(hits) else lacking


def _unexcused(hits: Iterable[Finding], tables: tuple[Table, ...], reading: Reading) -> Iterator[Finding]:
    found = {(hit.term.id, hit.start, hit.end): hit for hit in islice(hits, MAX_HITS)}
    if not found:
        return
    exceptions = chain.from_iterable(_exceptions(table, reading) for table in tables)
    excuses = _Excuses(tuple(islice(exceptions, MAX_EXCUSES)), tuple(islice(_names(reading), MAX_EXCUSES)))
    kept = [hit for hit in found.values() if not _excused(hit, excuses)]
    for hit in islice(_outermost(kept), MAX_FINDINGS):
        yield hit._replace(span=reading.text[hit.start : hit.end])


def evidence_wanted(reading: Reading, book: Book) -> tuple[str, ...]:
    """The names of facts that would prove what is said; none where no fact could."""
    found = findings(reading, _market(reading.brief.locale, book), book)
    return tuple(wanted.partition("=")[0] for finding in found for wanted in finding.term.evidence)


@lru_cache(maxsize=4096)
def _tables(book: Book, locale: str, market: Market, seller: str) -> tuple[Table, ...]:
    language = locale.partition("-")[0]
    return tuple([table_of(part, language, market) for part in books_for(book, seller)])


@lru_cache(maxsize=1024)
def _market(locale: str, book: Book) -> Market:
    market = market_of(locale)
    return market._replace(channels=book.channels_of(locale)) if book.channels else market


def _hits(table: Table, reading: Reading) -> Iterable[Finding]:
    bare = skeleton(reading.text)
    suspects, said = _suspects(table, bare, reading.lower)
    if not suspects:
        return ()
    known = bare if said.bare == bare else f"{bare}\n{said.bare}"
    told = spoken(known) if table.spoken is not None else known
    rows = [row for row in map(table.rows.__getitem__, suspects) if row.may_stand(known, told)]
    likely = {(row.term.id, row.wording.written): row for row in rows}.values()
    return chain(_written(likely, reading), _hidden(likely, reading, said)) if likely else ()


def _suspects(table: Table, bare: str, lower: str) -> tuple[list[int], Meant]:
    """The numbers of the rows of which a word stands there, and what the skeleton means."""
    suspects, said = table.bare.within(bare), Meant(bare)
    if suspects and suspects[-1] >= len(table.rows):
        said = meant(bare, [number - len(table.rows) for number in suspects if number >= len(table.rows)])
        suspects = [number for number in table.bare.within(said.bare) if number < len(table.rows)]
    if table.signs is not None:
        suspects += table.signs.within(lower)
    if table.spoken is not None and mixed(lower):
        suspects += table.spoken.within(spoken(said.bare))
    return suspects, said


def _written(rows: Iterable[Row], reading: Reading) -> Iterator[Finding]:
    for row in rows:
        for start, end in whole_words(row.wording.written, reading.lower) if row.may_be_written(reading.lower) else ():
            if not _holds(row.term, reading.brief):
                break
            yield Finding(row.term, start, end, "")


def _hidden(rows: Iterable[Row], reading: Reading, said: Meant) -> Iterator[Finding]:
    places: list[int] = []
    for row in rows:
        for match in as_it_stands(row.hidden).finditer(said.bare) if row.may_be_hidden(said.bare) else ():
            if not said.spots and within_words(match, reading.lower):
                continue
            if not _holds(row.term, reading.brief):
                break
            places = places or origins(reading.text)
            within = list(dict.fromkeys(places[spot] for spot in said.places(match)))
            split = row.provable and two_words(reading.text, within)
            if read_together(reading.text, within, row.wording.joints) and not split:
                yield Finding(row.term, within[0], within[-1] + 1, "")


class _Excuses(NamedTuple):
    exceptions: tuple[Finding, ...]
    names: tuple[tuple[int, int], ...]


def _exceptions(table: Table, reading: Reading) -> Iterator[Finding]:
    for row in map(table.exceptions.__getitem__, table.excepted.within(reading.lower)):
        if _concerns(row.term, reading.brief):
            for start, end in whole_words(row.wording.written, reading.lower):
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


def _holds(term: Term, brief: Brief) -> bool:
    """Whether it speaks of this copy, and no fact is the proof that it wants."""
    return _concerns(term, brief) and not _proved(term, brief)


def _proved(term: Term, brief: Brief) -> bool:
    evidence = term.evidence
    return bool(evidence) and any([_proves(evidence, fact.name, fact.value) for fact in brief.facts])  # noqa: C419


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
