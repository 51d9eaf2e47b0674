"""Rule: every sentence rests on a fact. What no list of words foresees ("Nothing else comes close.") rests on none."""

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.grounding import stands
from workers.edit.names import LEXICON
from workers.edit.reading import Reading
from workers.edit.sentences import ONE_LINE
from workers.plan.lexicon.entries import Flag
from workers.plan.lexicon.lookup import FLAGS, NAMES

_WORD: Final = re.compile(r"(?<![a-z0-9])[a-z]+(?:'[a-z]+)?(?![a-z0-9])")
_IDENTITY: Final = frozenset({"name", "brand", "type", "category"})
_STRANGE: Final = 2
"""So many words that neither the facts nor the lexicon know, beside the product's name alone, make a claim."""

_TERMS: Final = frozenset({"warranty", "limited_warranty", "returns", "shipping"})
_LONG_ENOUGH: Final = 6
_CUT_NAME: Final = 12
"""So much of a long name is the name, cut."""
_FEW_WORDS: Final = 3
_BEGINNING: Final = 4

DATA: Final = (" ".join(sorted(_IDENTITY)), str(_STRANGE))


def unfounded(reading: Reading) -> Iterator[str]:
    """A sentence on no fact; in English also one that only names the product and goes on in strange words."""
    if reading.brief.kind in ONE_LINE or not reading.ground:
        return
    identity = {fact.id for fact in reading.brief.facts if fact.name in _IDENTITY}
    said = reading.said
    for sentence, traced in zip(reading.sentences, reading.traced, strict=False):
        if not traced.facts:
            if not _in_other_words(sentence.lower().replace("’", "'"), reading):
                yield sentence
        elif identity.issuperset(traced.facts) and _strange(sentence.lower(), said):
            yield sentence


def _in_other_words(lower: str, reading: Reading) -> bool:
    """Whether it is a clause in the plural ("they flex with the step"), or a word about an attribute ("no hood")."""
    for evidence in reading.ground:
        for form in evidence.forms:
            rest = form.partition(" ")[2].replace("’", "'")
            conjugated = len(rest) >= _LONG_ENOUGH and rest in lower
            if conjugated or (len(form) > _CUT_NAME and form[:_CUT_NAME] in lower):
                return True
    return any(label in lower for fact in reading.brief.facts for label in _labels(fact.name, lower))


def _labels(name: str, lower: str) -> Iterator[str]:
    """What the attribute is called; in a line of few words its beginning will do: "cord" of "cordless"."""
    word = FLAGS.get(name) or (NAMES.get(name) if name in _TERMS else None)
    if word is not None:
        few = isinstance(word, Flag) and lower.count(" ") < _FEW_WORDS
        yield word.zh
        yield word.us[:_BEGINNING].lower() if few else word.us.lower()


def _strange(lower: str, said: str) -> bool:
    strange = {word for word in _WORD.findall(lower) if word.removesuffix("'s") not in LEXICON}
    return sum(not stands(word, said) for word in strange) >= _STRANGE
