"""What the product is called in a sentence, and whether it counts as one or as several."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workers.plan.lexicon.entries import TypeWord
from workers.plan.lexicon.length import shortened
from workers.plan.lexicon.locales import british
from workers.plan.lexicon.lookup import SET_SUFFIX, folded, type_word
from workers.plan.lexicon.raw import calm_name
from workers.write.realise.content import Content
from workers.write.realise.english.grammar import plural_name

MAX_SPOKEN_NAME: Final = 60
_FIRST_PART: Final = re.compile(r"\s*[|,;:(\[]\s*|\s[-–—/]\s")
_MARKS: Final = re.compile(r"[,;:()|]")
_OWN_ARTICLE: Final = re.compile(r"(?:the|a|an|my|our|your|this|these|that)\s", re.IGNORECASE)
_OPEN_END: Final = re.compile(r"\s(?:and|or|with|for|of|in|by|&|the|a)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """`name` is the proper name, "" where it is no more than the type; `noun` the type's, "" where unknown.

    `plural` is the number of `full` and the pronoun; `noun_plural` that of the noun.
    """

    name: str
    full: str
    noun: str
    plural: bool
    noun_plural: bool
    mass: bool
    named_type: bool

    @property
    def pronoun(self) -> str:
        return "they" if self.plural else "it"

    @property
    def this(self) -> str:
        """As "this shirt", "these jeans"; the pronoun where number and noun would differ."""
        if not self.noun or self.noun_plural != self.plural:
            return self.pronoun
        return f"{'these' if self.plural else 'this'} {self.noun}"

    @property
    def the(self) -> str:
        """As "the shirt"; the pronoun where number and noun would differ."""
        return f"the {self.noun}" if self.noun and self.noun_plural == self.plural else self.pronoun


def subject_of(content: Content) -> Subject:
    kind = content.own.get("type")
    word = type_word(kind.value) if kind else None
    is_set = bool(kind) and kind is not None and kind.value.endswith(SET_SUFFIX)
    noun, noun_plural = noun_of(word, content.locale, is_set=is_set)
    name = spoken_name(content)
    if not name or (word is not None and _is_type(name, word)):
        return _nameless(noun, word, noun_plural=noun_plural)
    return _named(name, noun, word, noun_plural=noun_plural)


def noun_of(word: TypeWord | None, locale: str, *, is_set: bool) -> tuple[str, bool]:
    """The noun and whether it is plural."""
    if word is None:
        return "", False
    gb = british(locale)
    if is_set:
        return f"{word.gb if gb else word.us} set", False
    several = word.shape in {"pair", "plural"}
    if several:
        return (word.gb_plural if gb else word.us_plural), True
    return (word.gb if gb else word.us), False


def spoken_name(content: Content) -> str:
    """The listing's title as a name within a sentence: its first part, if that is short enough.

    "" where it is too long and the type can stand for it.
    """
    fact = content.own.get("name")
    if fact is None:
        return ""
    whole = calm_name(fact.value)
    first = _FIRST_PART.split(whole, maxsplit=1)[0].strip()
    name = _OPEN_END.sub("", first if len(first) > 1 else whole)
    if len(name) <= MAX_SPOKEN_NAME:
        return name
    return "" if "type" in content.own else _OPEN_END.sub("", shortened(name, MAX_SPOKEN_NAME))


def _is_type(name: str, word: TypeWord) -> bool:
    return folded(name) in {folded(form) for form in _all_forms(word)}


def _all_forms(word: TypeWord) -> tuple[str, ...]:
    return (word.us, word.us_plural, word.gb, word.gb_plural, *word.aliases)


def _nameless(noun: str, word: TypeWord | None, *, noun_plural: bool) -> Subject:
    mass = word is not None and word.shape == "mass"
    full = f"{'these' if noun_plural else 'this'} {noun}" if noun else "this product"
    return Subject("", full, noun or "product", noun_plural, noun_plural, mass, named_type=False)


def _named(name: str, noun: str, word: TypeWord | None, *, noun_plural: bool) -> Subject:
    ending = mention(name, word) if word else ""
    if word is not None and word.group == "book":
        return Subject(name, name, noun, plural=False, noun_plural=False, mass=False, named_type=bool(ending))
    article = "" if _OWN_ARTICLE.match(name) else "the "
    if word is None or ending:
        plural = plural_name(name) if ending != "inside" else plural_name(name) and noun_plural
        mass = word is not None and word.shape == "mass"
        return Subject(name, article + name, noun, plural, noun_plural, mass, named_type=bool(ending))
    mass = word.shape == "mass"
    return Subject(name, f"{article}{name} {noun}", noun, noun_plural, noun_plural, mass, named_type=False)


@lru_cache(maxsize=4096)
def mention(name: str, word: TypeWord) -> str:
    """Where a name says the type: "end", "inside", or "" where it does not."""
    plain = f" {folded(_MARKS.sub(' ', name))} "
    found = ""
    for form in _all_forms(word):
        text = folded(form)
        if text and plain.endswith(f" {text} "):
            return "end"
        if text and f" {text} " in plain:
            found = "inside"
    return found
