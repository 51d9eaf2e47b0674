"""READ FIRST: an ordered list of named rules. A draft passes all of them or is refused by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from itertools import islice
from operator import or_
from types import MappingProxyType
from typing import Final, NamedTuple

from workers.edit import shape
from workers.edit.grounding import (
    absolutes,
    avoided,
    bounds,
    conditions,
    contents,
    denials,
    denied,
    features,
    halves,
    names,
    opposites,
    praise,
    products,
    promises,
    relations,
    shares,
    strange,
    supplied,
    unfounded,
    units,
    values,
    vocabulary,
    weights,
    wiring,
)
from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.tracing import Traced
from workers.edit.law import channels, claims, voice
from workers.edit.law.reach import Channels, held
from workers.edit.needles import Needles
from workers.edit.packs import Book, books_for, merged, shipped
from workers.edit.quoted import quoted
from workers.edit.reading import Check, Reading, read_all
from workers.edit.safety import characters, conduct, contact, leaks, markup, orders, tongue, traits
from workers.outcome import Refusal, Sentence
from workers.plan.brief import Brief, digest


@dataclass(frozen=True, slots=True)
class Rule:
    """`version` is raised when the code that judges changes; a change of `data` shows by itself.

    `needles`: one is in every text, in lower case, that the rule refuses; it is asked of no other. The empty one is in
    every text.
    """

    name: str
    version: int
    check: Check
    data: tuple[str, ...] = ()
    needles: tuple[str, ...] = ("",)


class Judged(NamedTuple):
    """`sentences` are the draft's first 12, each with the facts it rests on. No refusal: it may be published."""

    sentences: tuple[Sentence, ...]
    refusals: tuple[Refusal, ...]


def numbers(reading: Reading) -> Iterable[str]:
    """Every number, with its unit, is a fact's, and is told as the fact has it."""
    found = []
    for number, (_, alone, amounts, _) in enumerate(reading.traced):
        wrong = [span for amount in amounts if (span := wiring.misplaced(amount, reading))] if amounts else ()
        for start, end in (*alone, *wrong) if alone or wrong else ():
            found.append(reading.sentences[number][start:end])
    return found


def denial(reading: Reading) -> Iterable[str]:
    """A fact or a clause is not denied, unless it denies something itself."""
    told = zip(reading.sentences, reading.traced, strict=False)
    denied = [sentence[start:end] for sentence, traced in told for start, end in traced.denied]
    return [*denied, *absolutes.absolutes(reading), *avoided.avoided(reading)]


def relation(reading: Reading) -> Iterable[str]:
    """What a fact says of one thing is not said of another."""
    told = (relations.relations, contents.contents, supplied.supplied, shares.shares, conditions.conditions)
    return [span for rule in told for span in rule(reading)]


_DENIED: Final = (*denials.DATA, *denied.DATA, *absolutes.DATA, *avoided.DATA)

_TOLD_OF: Final = (*relations.DATA, *contents.DATA, *supplied.DATA, *shares.DATA, *conditions.DATA)

RULES: Final[tuple[Rule, ...]] = (
    Rule("empty", 1, shape.empty),
    Rule("control-characters", 1, characters.control_characters, characters.DATA),
    Rule("placeholder", 1, leaks.placeholder, leaks.DATA, leaks.NEEDLES),
    Rule("contact", 2, contact.contact, contact.DATA, contact.NEEDLES),
    Rule("markup", 1, markup.markup, markup.DATA, markup.NEEDLES),
    Rule("length", 1, shape.length, shape.DATA),
    Rule("script", 1, characters.script, characters.DATA),
    Rule("numbers", 12, numbers, (units.TABLE, *halves.DATA, *weights.DATA, *bounds.DATA, *wiring.DATA)),
    Rule("repeats", 1, shape.repeats),
    Rule("orders", 2, orders.orders, orders.DATA, orders.NEEDLES),
    Rule("conduct", 2, conduct.conduct, conduct.DATA, conduct.NEEDLES),
    Rule("traits", 2, traits.traits, traits.DATA),
    Rule("language", 1, tongue.tongue, tongue.DATA),
    Rule("material", 5, vocabulary.materials, vocabulary.DATA),
    Rule("colour", 2, vocabulary.colours, vocabulary.DATA),
    Rule("origin", 2, vocabulary.origins, vocabulary.DATA),
    Rule("relation", 4, relation, _TOLD_OF, ("", *conditions.NEEDLES)),
    Rule("opposite", 3, opposites.opposites, opposites.DATA),
    Rule("provenance", 2, promises.provenance, promises.PROVENANCE, promises.PROVENANCE_NEEDLES),
    Rule("certificate", 3, praise.certificates, praise.CERTIFICATES, praise.CERTIFICATES_NEEDLES),
    Rule("award", 3, praise.awards, praise.AWARDS, praise.AWARDS_NEEDLES),
    Rule("terms", 4, promises.terms, promises.TERMS, promises.TERMS_NEEDLES),
    Rule("compatibility", 3, promises.compatibility, promises.COMPATIBILITY, promises.COMPATIBILITY_NEEDLES),
    Rule("comparison", 5, praise.comparisons, praise.COMPARISONS, praise.COMPARISONS_NEEDLES),
    Rule("feature", 7, features.features, features.DATA, features.NEEDLES),
    Rule("denial", 4, denial, _DENIED, (*denials.NEEDLES, *absolutes.NEEDLES, *avoided.NEEDLES)),
    Rule("name", 8, names.names, names.DATA),
    Rule("product", 6, products.products, (*names.DATA, *products.DATA)),
    Rule("unfounded", 9, unfounded.unfounded, unfounded.DATA),
    Rule("claims", 4, claims.claims, claims.data(shipped())),
)
"""In the order in which a person would look. All of them are asked: another attempt is told all that was wrong."""


SPANS_PER_RULE: Final = 3
SPAN_CHARS: Final = 80
_AT_ONCE: Final = 64
"""So many drafts stay near the processor, with all that is known of them."""
_NOWHERE: Final[Channels] = MappingProxyType({})


@dataclass(frozen=True, slots=True, repr=False)
class Editor:
    """Rules in their order. `version`: 16 hex digits over all their names, versions and data; the same in every
    process, another after any change of theirs, but for what holds for some sellers alone. `sought`: all their needles;
    `bits`: of each needle, a bit for each rule that looks for it. `book`: the law that they go by.
    """

    rules: tuple[Rule, ...]
    version: str
    sought: Needles
    bits: Mapping[str, int]
    book: Book

    def __repr__(self) -> str:
        # All of the law would stand there, a megabyte of it, in whatever help or traceback shows an argument.
        return f"<Editor {self.version}>"

    def version_for(self, seller: str) -> str:
        """The rules' version for what this seller sells: `version`, unless more holds for it than for all."""
        own = [part.version for part in books_for(self.book, seller)[1:]]
        return digest(self.version, *(str(rule.version) for rule in self.rules), *own)[:16] if own else self.version

    def order(self, brief: Brief) -> Brief:
        """The brief as a writer gets it: no longer than what fits where its copy is shown."""
        return channels.narrowed(brief, self.book.channels_of(brief.locale)) if self.book.channels else brief

    def judge(self, brief: Brief, text: str) -> Judged:
        """The verdict on a draft. Never raises; equal arguments get equal answers; time is linear in the text."""
        return self._judge([(brief, text)])[0]

    def judge_all(self, drafts: Sequence[tuple[Brief, str]]) -> list[Judged]:
        """As `judge`, of each: dozens together take two thirds of the time that they take one by one."""
        return [one for at in range(0, len(drafts), _AT_ONCE) for one in self._judge(drafts[at : at + _AT_ONCE])]

    def _judge(self, drafts: Sequence[tuple[Brief, str]]) -> list[Judged]:
        others = [quoted(brief, text) for brief, text in drafts]
        told = [draft if other is None else other[:2] for draft, other in zip(drafts, others, strict=True)]
        readings = read_all(told, self.sought)
        judged = map(_judged, readings, self._refusals(readings))
        return [
            one if other is None else Judged(other.sentences(one.sentences), other.refusals(one.refusals))
            for one, other in zip(judged, others, strict=True)
        ]

    def _refusals(self, readings: Sequence[Reading]) -> list[list[Refusal]]:
        """What the rules refuse of each. Rule by rule, not text by text: its code and its words are then at hand."""
        found: list[list[Refusal]] = [[] for _ in readings]
        for rule, concerned in zip(self.rules, self._concerned(readings), strict=True):
            told = map(rule.check, readings if len(concerned) == len(readings) else [readings[at] for at in concerned])
            # Nearly always there is none: then nothing else is made for a rule.
            for at, spans in [(at, spans) for at, spans in zip(concerned, told, strict=True) if spans]:
                for span in islice(spans, SPANS_PER_RULE):
                    found[at].append(Refusal(rule.name, legible(span[:SPAN_CHARS])))
        return found

    def _concerned(self, readings: Sequence[Reading]) -> list[Sequence[int]]:
        """Of each rule which texts have a word that it looks for; of those that look for none, all."""
        always = self.bits.get("", 0)
        some: list[list[int]] = [[] for _ in self.rules]
        for at, reading in enumerate(readings):
            bits = reduce(or_, [self.bits[word] for word in reading.words or ()], 0)
            for number in _numbers(bits & ~always):
                some[number].append(at)
        return [range(len(readings)) if always >> number & 1 else places for number, places in enumerate(some)]


# Nearly all texts have one of a few dozen sets.
@lru_cache(maxsize=4096)
def _numbers(bits: int) -> tuple[int, ...]:
    """Which bits are set."""
    return tuple(number for number in range(bits.bit_length()) if bits >> number & 1)


def _judged(reading: Reading, refusals: Sequence[Refusal]) -> Judged:
    written = zip(reading.sentences, reading.traced, strict=False)
    if refusals:
        return Judged(tuple([Sentence(one, traced.facts) for one, traced in written]), tuple(refusals))
    # Only what is published must tell all that it rests on.
    told = [Sentence(one, traced.facts or _in_other_words(one, traced, reading)) for one, traced in written]
    return Judged(tuple(told), ())


def _in_other_words(sentence: str, traced: Traced, reading: Reading) -> tuple[str, ...]:
    """What a sentence without a fact's wording rests on; none where it only sets the scene, or denies a fact."""
    lower = lowered(fold(sentence))
    return () if traced.denied or strange.sets_the_scene(lower) else unfounded.spoken_of(lower, reading)


def _version(rules: Iterable[Rule]) -> str:
    said = [part for rule in rules for part in (rule.name, str(rule.version), *rule.data)]
    return digest(*(part.encode("utf-8", "backslashreplace") for part in said))[:16]


def _editor(rules: tuple[Rule, ...], version: str, book: Book) -> Editor:
    bits: dict[str, int] = {}
    for number, rule in enumerate(rules):
        for needle in rule.needles:
            bits[needle] = bits.get(needle, 0) | 1 << number
    return Editor(rules, version, Needles(tuple(bits)), bits, book)


def with_packs(packs: Iterable[tuple[str, bytes]], shown: Channels = _NOWHERE, day: date | None = None) -> Editor:
    """The editor with an operator's packs beside those that are shipped: names and contents, in their order.

    `shown`: the channels that copy goes to, by locale or language. `day`: as of which it is judged; without one, what
    is announced holds already. Raises `Misuse`: "pack-malformed", "unknown-channel".
    """
    added = tuple(packs)
    book = held(merged(shipped(), added) if added else shipped(), shown, day)
    if book is shipped():
        return SHIPPED
    ours = Rule("claims", 4, lambda reading: claims.verdict(reading, book), claims.data(book))
    known = values.values_of(book)
    valued = (Rule("value", 1, lambda reading: values.unvouched(reading, known), known.data),) if known else ()
    rules = (*(ours if rule.name == ours.name else rule for rule in RULES), *valued)
    measured = Rule("channel", 1, lambda reading: channels.channel(reading, book), channels.data(book))
    rules = (*rules, measured) if book.channels else rules
    spoken = Rule("voice", 1, lambda reading: voice.verdict(reading, book), (book.version,))
    to_all = (*rules, spoken) if voice.voices(book) else rules
    to_some = any(said.name == spoken.name for said in book.scoped)
    return _editor((*rules, spoken) if to_some else to_all, _version(to_all), book)


SHIPPED: Final = _editor(RULES, _version(RULES), shipped())
RULES_VERSION: Final = SHIPPED.version


def judge(brief: Brief, text: str) -> Judged:
    """The shipped editor's verdict."""
    return SHIPPED.judge(brief, text)


def legible(text: str) -> str:
    """Fit for a log line, a header and JSON, whatever the draft held. A part of the text stays one."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
