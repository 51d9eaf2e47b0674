"""English grammar in small: articles, agreement, lists, capitals."""

import re
from collections.abc import Iterable
from typing import Final

from workers.plan.lexicon.wording import listing

_AN_ACRONYM: Final = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9-]|\b)")
_A_VOWEL: Final = re.compile(r"(?:uni(?!n)|uk|usb|use|usu|ute|uti|eu|ewe|one\b|one-|once|u-|ufo)", re.IGNORECASE)
_AN_SILENT: Final = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_AN_NUMBER: Final = re.compile(r"(?:8|11(?:\D|$)|18(?:\D|$)|11,|18,)")
_SINGULAR_S: Final = frozenset(
    {"lens", "series", "plus", "gas", "canvas", "atlas", "chess", "bus", "bonus", "focus", "iris", "oasis", "lotus",
     "cactus", "citrus", "venus", "status", "axis", "basis", "always", "news", "cosmos", "texas", "paris", "tennis",
     "christmas", "xmas", "compass", "swiss", "lewis", "adidas", "asus", "airpods max", "s"}
)  # fmt: skip

_IRREGULAR: Final = {"is": "are", "has": "have", "does": "do", "goes": "go", "ties": "tie", "lies": "lie"}
# Second verbs of our clauses. Elsewhere the word after "and" is a noun ("bottles and brushes").
_SECOND: Final = frozenset(
    {"bends", "blends", "catches", "closes", "defrosts", "drains", "fits", "folds", "has", "keeps", "leaves", "lets",
     "lifts", "loosens", "pours", "pulls", "serves", "springs", "takes", "is"}
)  # fmt: skip


def article(text: str) -> str:
    """Which of "a" and "an", by the sound with which the text begins."""
    first = text.lstrip("\"'(")
    if not first:
        return "a"
    if first[0].isdigit():
        return "an" if _AN_NUMBER.match(first) else "a"
    if _AN_ACRONYM.match(first) and not _is_word(first):
        return "an"
    if _AN_SILENT.match(first):
        return "an"
    return "an" if first[0].lower() in "aeioué" and not _A_VOWEL.match(first) else "a"


def _is_word(text: str) -> bool:
    """Whether the first token is read as a word, not spelled out letter by letter."""
    first = re.split(r"[\s,]", text, maxsplit=1)[0]
    return not (first.isupper() or re.match(r"[A-Z]-", first) or re.match(r"[A-Z]+[0-9]", first)) or first == "I"


def with_article(text: str) -> str:
    return f"{article(text)} {text}"


def plural_verb(phrase: str) -> str:
    """A predicate made to agree with several: "dries fast and folds flat" -> "dry fast and fold flat"."""
    words = phrase.split(" ")
    words[0] = _many(words[0])
    for place in range(2, len(words)):
        if words[place - 1] == "and" and words[place] in _SECOND:
            words[place] = _many(words[place])
    return " ".join(words)


def _many(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def plural_name(name: str) -> bool:
    """Whether a proper name reads as a plural: by its last word."""
    last = re.split(r"[\s-]", name.strip().lower())[-1]
    return (
        last.isalpha()
        and last.endswith("s")
        and not last.endswith(("ss", "us", "is", "os"))
        and last not in _SINGULAR_S
    )


def capital(text: str) -> str:
    """The first letter large, unless the first word has capitals of its own ("iPhone")."""
    head = text.split(" ", 1)[0]
    return text if any(char.isupper() for char in head[1:]) else text[:1].upper() + text[1:]


_NUMBER: Final = re.compile(r"[0-9][0-9.,]*")
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def title_case(text: str) -> str:
    """As a heading: "stainless steel" -> "Stainless Steel"; units and what has capitals stay."""
    words = text.split(" ")
    return " ".join(
        word if (place and word in _SMALL) or (place and _NUMBER.fullmatch(words[place - 1])) else capital(word)
        for place, word in enumerate(words)
    )


def sentence(text: str) -> str:
    """Capital and full stop."""
    return capital(text) + ("" if text.endswith((".", "!", "?")) else ".")


def joined(parts: Iterable[str]) -> str:
    """As "a", "a and b", "a, b and c"."""
    return listing(list(parts))
