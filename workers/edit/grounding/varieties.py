"""Words for a type of product that say more than the type does: 红茶 is tea, and so is what the facts call 绿茶.

The lexicon knows which (`narrower`). A listing of the type vouches for one of them only where its facts say as much:
the word itself, or what tells it from the type's other words ("leather" of a "leather jacket").
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding.tracing import stands
from workers.edit.grounding.vocabulary import hits
from workers.edit.reading import Reading
from workers.plan.lexicon.entries import TypeWord
from workers.plan.lexicon.lookup import TYPES, type_word

_TYPE: Final = "type"
_FEW: Final = 2
"""A single Chinese character tells nothing: 红 stands in many words."""


def narrower(reading: Reading) -> Iterator[str]:
    """What the copy calls a product of its type, though no fact says that it is one of those."""
    word = type_word(reading.named.get(_TYPE, ""))
    if word is None or not word.narrower:
        return
    told = _told(word)
    for hit in hits(reading.lower):
        if hit.form in told and not _said(hit.form, told[hit.form], reading):
            yield reading.text[hit.start : hit.end]


def _said(form: str, apart: tuple[str, ...], reading: Reading) -> bool:
    if stands(form, reading.said):
        return True
    names = " ".join(fact.name.lower() for fact in reading.brief.facts)
    return bool(apart) and all(stands(word, reading.said) or word in names for word in apart)


@lru_cache(maxsize=1024)
def _told(word: TypeWord) -> dict[str, tuple[str, ...]]:
    """The narrower words, each with what tells it apart from the others; none where nothing by itself does."""
    plain = [form.lower() for form in (word.us, word.gb, word.zh, *word.aliases) if form not in word.narrower]
    return {form.lower(): _apart(form.lower(), plain) for form in word.narrower}


def _apart(form: str, plain: list[str]) -> tuple[str, ...]:
    if form.isascii():
        known = frozenset(part for other in plain for part in other.split())
        more = [part for part in form.split() if part not in known and part.removesuffix("s") not in known]
        return tuple(more) if len(more) < len(form.split()) else ()
    begins, ends = ([other for other in plain if at(form, other)] for at in (str.startswith, str.endswith))
    rest = form.removeprefix(max(begins, key=len, default=""))
    rest = rest[: -len(max(ends, key=len))] if ends and rest == form else rest
    rest = form[:-1] if rest == form else rest
    return (rest,) if len(rest) >= _FEW else ()


DATA: Final = tuple(f"{word.key} {' '.join(sorted(word.narrower))}" for word in TYPES.values() if word.narrower)
