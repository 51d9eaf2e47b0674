"""Rule: every part of a sentence, and every word, rests on a fact. What no list of claims foresees ("…, and nothing
comes close") rests on none.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from workers.edit.grounding import answered as answers
from workers.edit.grounding import identity, strange
from workers.edit.grounding.answered import answered
from workers.edit.grounding.features import mentioned
from workers.edit.grounding.listed import listed
from workers.edit.grounding.numerals import NUMERALS, WORDS
from workers.edit.grounding.quantities import CLASSIFIERS, quantities
from workers.edit.grounding.tracing import stands
from workers.edit.grounding.vocabulary import MAKES, entirely, hits, vouched, warranted
from workers.edit.grounding.words import LEXICON
from workers.edit.reading import Reading
from workers.edit.sentences import ONE_LINE
from workers.plan.brief import Fact
from workers.plan.lexicon.entries import Flag, Word
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, find_name

_WORD: Final = re.compile(r"(?<![a-zß-ÿ0-9])[a-zß-ÿ]+(?:'[a-z]+)?(?![a-zß-ÿ0-9])")
_SEPARATORS: Final = r",(?![0-9])|[;:—–，；、：。]|[并而]?且|同时| (?:and|but|while|which|so|because) "
# As `_SEPARATORS`, each by its first character, no class of them: all others are passed over in one go.
_BETWEEN: Final = re.compile(
    r"( (?:and|but|while|which|so|because) |,(?![0-9])|;|:|—|–|，|；|、|：|。|且|并且|而且|同时)"
)
_EDGES: Final = " \t.,!?。，！？\"'“”()（）·-"
_COLONS: Final = frozenset(":：")
_DIGIT: Final = re.compile(r"[0-9０-９]")
_IDENTITY: Final = frozenset({"name", "brand", "type", "category"})
_NUMBERED: Final = re.compile(rf"\b(?:{'|'.join(WORDS)})\b|[{NUMERALS}](?:[{''.join(sorted(CLASSIFIERS))}])")
_STRANGE: Final = 2
"""So many words that no fact says, beside the product's name alone, make a claim."""

_TERMS: Final = frozenset({"warranty", "limited_warranty", "returns", "shipping"})
_ANSWERS: Final = frozenset({"yes", "no"})
_VALUES: Final = frozenset({"material", "colour", "origin"})
_COMES_TO: Final = {
    ("dishwasher_safe", "no"): re.compile(r"\bby hand\b|手洗"),
    ("machine_washable", "no"): re.compile(r"\bby hand\b|手洗"),
    ("assembly", "yes"): re.compile(r"\btogether\b"),
    ("auto_shutoff", "yes"): re.compile(r"\boff\b"),
}
"""What a fact's answer is said as in other words than the feature's."""
_CLAIMS_NOTHING: Final = frozenset(
    "a also and are as at both but for from here however in indeed is it its of on or so that the then there they"
    " this to too well with yes you your".split()
)
"""A part of such words alone joins others: "however", "as well"."""
_FRAME: Final = _CLAIMS_NOTHING | frozenset(
    "about after all an any around be been before being between by can come comes could do does each either every"
    " find get gets give gives go goes had has have he her his how if into item keep keeps kind let lets made make"
    " makes may meet might must my name near needs no nor not off one ones onto other our out over own pair part"
    " piece range see set shall she should since sort still take takes than their them these things those through"
    " try under until up use used was we were what when where whether which while who whose why will without would"
    " yet yours".split()
)
"""Words that hold a sentence together, whatever it says of the product."""
_LONG_ENOUGH: Final = 6
_CUT_NAME: Final = 12
"""So much of a long name is the name, cut."""
_FEW_WORDS: Final = 3
_NOTHING: Final[frozenset[str]] = frozenset()
_BEGINNING: Final = 4

Part = tuple[str, str]
"""What it says, and the mark or the word behind it."""

DATA: Final = (
    " ".join(sorted(_IDENTITY)), str(_STRANGE), _SEPARATORS, " ".join(sorted(_CLAIMS_NOTHING)),
    " ".join(sorted(_FRAME)), *strange.DATA, *answers.DATA,
    str(_COMES_TO), *identity.DATA,
)  # fmt: skip


def unfounded(reading: Reading) -> Iterator[str]:
    """What rests on no fact: words of the draft's own, and parts of sentences."""
    return chain(strange.strange(reading), answered(reading), _parts(reading))


def _parts(reading: Reading) -> Iterator[str]:
    """A part of a sentence on no fact; in English also a sentence that names the product and goes on in other words.

    Parts with numbers are left to the rules about numbers and names.
    """
    if reading.brief.kind in ONE_LINE or not reading.ground:
        return
    named = {fact.id for fact in reading.brief.facts if fact.name in _IDENTITY}
    for sentence, traced in zip(reading.sentences, reading.traced, strict=False):
        lower = sentence.lower().replace("’", "'")
        if not traced.facts:
            if not _rests_on_some(lower, reading):
                yield sentence
                continue
        elif telling := _telling_parts(lower, reading.said):
            loose = _loose_parts(telling, reading, traced.facts)
            yield from [sentence[(at := lower.find(part)) : at + len(part)] for part in loose]
        if named.issuperset(traced.facts) and _goes_on_alone(lower, reading):
            yield sentence


def _telling_parts(lower: str, said: str) -> list[Part]:
    """Parts of a sentence of several that say something, not in the facts' very words."""
    parts = parts_of(lower)
    if len(parts) == 1:
        return []
    return [one for one in parts if one[0] not in said and not _DIGIT.search(one[0]) and claims_something(one[0])]


def _loose_parts(telling: Iterable[Part], reading: Reading, facts: Collection[str]) -> list[str]:
    """Of these parts of a sentence that rests on these facts those that rest on none."""
    own = [forms for fact, forms, _ in reading.ground if fact in facts]
    return [
        part
        for part, mark in telling
        if not (_one_stands(own, part) or rests(part, mark, reading) or _NUMBERED.search(part) or quantities(part))
    ]


def claims_something(part: str) -> bool:
    """Whether there is more in it than words that join others."""
    return bool(part) and not _CLAIMS_NOTHING.issuperset(part.split())


def rests(part: str, mark: str, reading: Reading) -> bool:
    """Whether a part says what a fact or a clause says, or what an attribute is called. `mark` stands behind it."""
    if part in reading.said or (mark in _COLONS and (part in LEXICON or find_name(part) is not None)):
        return True
    return _one_stands((_in_parts(forms) for _, forms, _ in reading.ground), part) or _in_other_words(part, reading)


def parts_of(lower: str) -> list[Part]:
    """Each part of a sentence in lower case."""
    pieces = _BETWEEN.split(lower)
    pieces.append("")
    return [(piece.strip(_EDGES), mark) for piece, mark in zip(pieces[::2], pieces[1::2], strict=True)]


def _one_stands(wordings: Iterable[Iterable[str]], part: str) -> bool:
    """Whether one of the wordings stands there."""
    for forms in wordings:
        for form in forms:
            if form in part and stands(form, part):
                return True
    return False


@lru_cache(maxsize=16_384)
def _in_parts(forms: tuple[str, ...]) -> tuple[str, ...]:
    """What a fact's wordings say, whole and part by part, each also without the ending of its verb."""
    whole = [form.replace("’", "'") for form in forms]
    parts = [part.strip(_EDGES) for form in whole for part in _BETWEEN.split(form)[::2]]
    long = [part for part in parts if len(part) >= _BEGINNING or (not part.isascii() and len(part) > 1)]
    plural = [f"{verb.removesuffix('s')} {rest}" for verb, _, rest in (part.partition(" ") for part in long) if rest]
    return tuple(dict.fromkeys((*whole, *long, *plural)))


def _in_other_words(lower: str, reading: Reading) -> bool:
    """Whether it is a clause in the plural ("they flex"), speaks of an attribute ("no hood"), or of none."""
    if any(piece in lower for _, forms, _ in reading.ground for piece in _telling(forms)):
        return True
    spaced = lower.replace("-", " ")
    if any(label in spaced for fact in reading.brief.facts for label in _labels(fact, spaced)):
        return True
    return strange.sets_the_scene(lower) or identity.says_what_it_is(lower, reading) or _of_an_attribute(lower, reading)


def _rests_on_some(lower: str, reading: Reading) -> bool:
    """Whether a sentence without a fact's wording says a fact in other words, or only sets the scene."""
    return _sets_a_scene(lower) or (bool(spoken_of(lower, reading)) and not _of_another_value(lower, reading))


def _sets_a_scene(lower: str) -> bool:
    """Whether a sentence sets one, whole or part by part."""
    told = [part for part, _ in parts_of(lower) if claims_something(part)]
    return strange.sets_the_scene(lower) or (bool(told) and all(map(strange.sets_the_scene, told)))


def spoken_of(lower: str, reading: Reading) -> tuple[str, ...]:
    """The ids of the facts that a sentence, in lower case, says in other words than theirs: "no hood", "unlined"."""
    facts, ground = reading.brief.facts, reading.ground
    # Of most sentences that rest on nothing none speaks: to ask fact by fact is for those that do.
    listing = any(stands(word, lower) for fact in facts for word in listed(fact))
    if not (listing or _in_other_words(lower, reading)):
        return ()
    own = {fact for fact, forms, _ in ground if any(piece in lower for piece in _telling(forms))}
    for fact in facts:
        if fact.name == identity.NAME and identity.of_its_name(lower, fact.value):
            own.add(fact.id)
        if fact.id not in own:
            # What a product is called says nothing of it; the clauses of its type do.
            told = ground[len(facts) :] if fact.name in _IDENTITY else ground
            forms = "\n".join([form for one in told if one.fact == fact.id for form in one.forms])
            if _speaks_of(fact, forms, lower, reading):
                own.add(fact.id)
    return tuple(dict.fromkeys([fact.id for fact in facts if fact.id in own]))


def _speaks_of(fact: Fact, forms: str, lower: str, reading: Reading) -> bool:
    """Whether it speaks of one fact: by its attribute's name, by its feature, in words that come to it."""
    if fact.name in _IDENTITY:
        return strange.speaks_of(lower, forms, _NOTHING)
    spaced = lower.replace("-", " ")
    if any(label in spaced for label in _labels(fact, spaced)):
        return True
    if any(stands(word, spaced) for word in listed(fact)):
        return True
    other = _COMES_TO.get((fact.name, fact.value))
    if other is not None and other.search(lower):
        return True
    kinds = entirely(reading.brief) if fact.name in MAKES else _NOTHING
    if any(hit.form in kinds or (hit.meaning.matter in _VALUES and vouched(hit, forms)) for hit in hits(lower)):
        return True
    about = frozenset({reading.matters[fact.id]}) & reading.about
    return mentioned(lower, about) or strange.speaks_of(lower, forms, about)


def _of_another_value(lower: str, reading: Reading) -> bool:
    """Whether it has the word for what a fact is not: "short sleeves", where they are long."""
    kinds = entirely(reading.brief)
    for fact in reading.brief.facts:
        word = NAMES.get(fact.name)
        values = DOMAINS.get(word.kind, {}) if word else {}
        rest = _without(values.get(fact.value), lower) if values else lower
        for key, value in values.items():
            for form in (value.us, value.gb, value.zh) if key != fact.value else ():
                own = form.lower()
                if own in rest and own not in kinds and stands(own, rest) and not stands(own, reading.said):
                    return True
    return False


def _without(value: Word | None, lower: str) -> str:
    """The sentence without the words for that value: "bamboo viscose" of bamboo fibre is no viscose."""
    forms = () if value is None else (value.us, value.gb, value.zh, *value.aliases)
    for form in sorted(filter(None, forms), key=len, reverse=True):
        lower = lower.replace(form.lower(), " ")
    return lower


def _of_an_attribute(lower: str, reading: Reading) -> bool:
    if any(other.search(lower) for fact in reading.brief.facts if (other := _COMES_TO.get((fact.name, fact.value)))):
        return True
    brief, said = reading.brief, reading.said
    if any(hit.meaning.matter in _VALUES and warranted(hit, brief, said) for hit in hits(lower)):
        return True
    return mentioned(lower, reading.about) or strange.speaks_of(lower, _attributes(reading), reading.about)


def _attributes(reading: Reading) -> str:
    """All that is said of the product but what it is and whose."""
    facts = reading.brief.facts
    own = [evidence for fact, evidence in zip(facts, reading.ground, strict=False) if fact.name not in _IDENTITY]
    return "\n".join([form for evidence in (*own, *reading.ground[len(facts) :]) for form in evidence.forms])


@lru_cache(maxsize=16_384)
def _telling(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Of each wording what stands behind its verb, and its beginning: where they are long enough to tell."""
    rests = [form.partition(" ")[2].replace("’", "'") for form in forms]
    heads = [form[:_CUT_NAME] for form in forms if len(form) > _CUT_NAME]
    return (*[rest for rest in rests if len(rest) >= _LONG_ENOUGH], *heads)


def _labels(fact: Fact, lower: str) -> Iterator[str]:
    """What the attribute is called; in a line of few words its beginning will do: "cord" of "cordless"."""
    name = fact.name
    word = FLAGS.get(name) or (NAMES.get(name) if name in _TERMS else None)
    if fact.value in _ANSWERS:
        yield name.replace("-", " ").replace("_", " ").lower()
    if word is not None:
        few = isinstance(word, Flag) and lower.count(" ") < _FEW_WORDS
        yield word.zh
        yield word.us[:_BEGINNING].lower() if few else word.us.lower()


def _goes_on_alone(lower: str, reading: Reading) -> bool:
    """Whether a sentence says more than who and when, in words of which no fact has any."""
    if not _strange(lower, reading.said):
        return False
    return not (_of_an_attribute(lower, reading) or _sets_a_scene(lower))


def _strange(lower: str, said: str) -> bool:
    telling = {word.removesuffix("'s") for word in _WORD.findall(lower) if word not in _FRAME}
    return len([word for word in telling if not stands(word, said)]) >= _STRANGE
