"""What the product is called in Chinese: its name, its type with the measure word, the brand before it."""

import re
from dataclasses import dataclass
from typing import Final

from workers.plan.lexicon.entries import TypeWord
from workers.plan.lexicon.length import shortened
from workers.plan.lexicon.lookup import DOMAINS, SET_SUFFIX, folded, type_word
from workers.plan.lexicon.raw import calm_name, has_han, wide_name
from workers.plan.lexicon.wording import said
from workers.write.realise.chinese.grammar import glue
from workers.write.realise.chinese.phrases import of_material
from workers.write.realise.content import Content, Item

MAX_SPOKEN_NAME: Final = 40
_FIRST_PART: Final = re.compile(r"\s*[|,，;；:：(（\[【]\s*|\s[-–—/]\s")
_UNFIT: Final = frozenset({"natural", "clear", "multicolour"})
_OF_COLOUR: Final = re.compile("[色红蓝绿黄灰黑白紫粉棕橙金银]$")


@dataclass(frozen=True, slots=True)
class Subject:
    """`name`: "" where none may be said; `noun`: the type's, "" where unknown; `this`: "这件衬衫"."""

    name: str
    noun: str
    measure: str
    named_type: bool

    @property
    def full(self) -> str:
        """The name, with the type where it does not say it; else "这件衬衫"."""
        if not self.name:
            return self.this
        return self.name if self.named_type or not self.noun else glue(self.name, self.noun)

    @property
    def this(self) -> str:
        return f"这{self.measure}{self.noun}" if self.noun else "这款商品"

    @property
    def one(self) -> str:
        return f"一{self.measure}" if self.measure else "一款"


def subject_of(content: Content) -> Subject:
    kind = content.own.get("type")
    word = type_word(kind.value) if kind else None
    noun, measure = noun_of(word, is_set=bool(kind and kind.value.endswith(SET_SUFFIX)))
    name = spoken_name(content)
    if word is not None and folded(name) in {folded(form) for form in _forms(word)}:
        name = name if has_han(name) and name != noun else ""
    return Subject(name, noun, measure, named_type=_mentions(name, noun, word))


def noun_of(word: TypeWord | None, *, is_set: bool) -> tuple[str, str]:
    """The noun and its measure word."""
    if word is None:
        return "", ""
    if is_set and not word.zh.endswith("套装"):
        return f"{word.zh}套装", "款"
    return word.zh, word.measure


def _forms(word: TypeWord) -> tuple[str, ...]:
    return (word.zh, word.us, word.us_plural, word.gb, word.gb_plural, *word.aliases)


def _mentions(name: str, noun: str, word: TypeWord | None) -> bool:
    """Whether a Chinese reader learns the type from the name: only from Chinese words."""
    if not name or word is None or not has_han(name):
        return False
    if word.group == "book":
        return True
    return any(has_han(form) and form in name for form in (noun, *_forms(word)))


def spoken_name(content: Content) -> str:
    """The listing's title as a name within a sentence, or "" where it is too long and the type can stand for it."""
    fact = content.own.get("name")
    if fact is None:
        return ""
    whole = fact.value if has_han(fact.value) else calm_name(fact.value)
    first = _FIRST_PART.split(whole, maxsplit=1)[0].strip()
    name = first if len(first) > 1 else whole
    if len(name) > MAX_SPOKEN_NAME:
        name = "" if "type" in content.own else shortened(name, MAX_SPOKEN_NAME)
    return wide_name(name)


def brand_of(content: Content, name: str) -> str:
    """The brand, unless the name says it."""
    brand = content.own.get("brand")
    if brand is None or brand.value.casefold() in name.casefold():
        return ""
    return said(brand, content.locale)


def described(content: Content, subject: Subject) -> tuple[str, list[Item]]:
    """As "藏青色亚麻衬衫", and the items said."""
    items: list[Item] = []
    words: list[str] = []
    for name in ("style", "colour", "pattern", "material"):
        item = content.first(name)
        if item is None or not item.single or item.facts[0].value not in DOMAINS[name]:
            continue
        if item.facts[0].value in _UNFIT or (name in {"style", "pattern"} and len(words) > 1):
            continue
        spoken = said(item.facts[0], content.locale)
        if spoken[-2:] in subject.noun or (name == "colour" and not _OF_COLOUR.search(spoken)):
            continue
        words.append({"style": f"{spoken}风格"}.get(name, spoken))
        items.append(item)
    return glue(*words, subject.noun), items


__all__ = ["Subject", "brand_of", "described", "noun_of", "of_material", "spoken_name", "subject_of"]
