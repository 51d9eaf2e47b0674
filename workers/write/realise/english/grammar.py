"""English grammar in small: articles, agreement, lists, capitals."""

import re
from collections.abc import Iterable
from typing import Final

from workers.plan.lexicon.wording import listing

_AN_ACRONYM: Final = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9-]|\b)")
_A_VOWEL: Final = re.compile(r"(?:uni(?!n)|use|usu|uti|eu|ewe|one\b|one-|once|u-|ufo)", re.IGNORECASE)
_AN_SILENT: Final = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_AN_NUMBER: Final = re.compile(r"(?:8|11(?:\D|$)|18(?:\D|$)|11,|18,)")
_SINGULAR_S: Final = frozenset(
    {"lens", "series", "plus", "gas", "canvas", "atlas", "chess", "bus", "bonus", "focus", "iris", "oasis", "lotus",
     "cactus", "citrus", "venus", "status", "axis", "basis", "always", "news", "cosmos", "texas", "paris", "tennis",
     "christmas", "xmas", "compass", "swiss", "lewis", "adidas", "asus", "airpods max", "s"}
)  # fmt: skip

# The third person singular of every verb that a clause or a pattern may begin with, or join with "and".
VERBS: Final = {
    "is": "are", "has": "have", "does": "do", "goes": "go", "was": "were",
    "carries": "carry", "dries": "dry", "applies": "apply", "ties": "tie", "lies": "lie", "supplies": "supply",
    "washes": "wash", "brushes": "brush", "reaches": "reach", "stretches": "stretch", "catches": "catch",
    "refreshes": "refresh", "switches": "switch", "matches": "match", "attaches": "attach", "touches": "touch",
    "mixes": "mix", "relaxes": "relax", "fixes": "fix", "presses": "press", "passes": "pass", "polishes": "polish",
    "finishes": "finish", "freshens": "freshen", "stitches": "stitch", "pushes": "push", "teaches": "teach",
    "varies": "vary", "crosses": "cross", "flashes": "flash", "buzzes": "buzz", "multiplies": "multiply",
}  # fmt: skip
_REGULAR: Final = frozenset(
    "adds adjusts absorbs accepts airs allows asks balances bears begins bends blends blocks boils breathes bounces "
    "breaks brews brightens brings browns builds calls charges chimes chops cleans clears clips closes coats comes "
    "connects contains cooks cools covers cuts curls dates decorates deepens delivers does dims drains drapes drinks "
    "drives drops ends evens expands fastens feels fills filters fits flexes flips floats flows folds frames frees "
    "gives gleams grates grinds grips grows guards guides hangs heats helps hides holds hugs insulates ironed irons "
    "keeps kneads lasts lays leads leans leaves lends lets lifts lights links locks looks makes marks masks measures "
    "melts moves mutes needs nests offers opens packs pairs pans paints parts peels picks pins plays plugs points "
    "pops pours prints props protects pulls puts puffs raises reads records refills releases removes resists rests "
    "returns ripens rinses rises roasts rocks rolls rotates runs saves saws scents screws seals seasons seats sends "
    "separates serves sets shades shakes shapes sharpens shields shifts shines ships shows shuts sifts simmers sits "
    "sleeps slides slips slices slows smells smooths snaps soaks soothes softens sounds spans spares spins splits "
    "spreads sprays springs squeezes stacks stands starts stays steadies steams steeps sticks stops stores streams "
    "strings strums suits supports sweetens swings swivels takes tapers tastes tells thickens tightens toasts tops "
    "tracks traps travels trims tucks tunes turns twists unfolds unlocks unrolls unzips uses varnishes wakes warms "
    "waters wears weighs wicks whips whisks wipes works wraps writes zips".split()
)


def article(text: str) -> str:
    """ "a" or "an", by the sound with which the text begins."""
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
    token = re.split(r"[\s,]", text, maxsplit=1)[0]
    return not (token.isupper() or re.match(r"[A-Z]-", token) or re.match(r"[A-Z]+[0-9]", token)) or token == "I"


def with_article(text: str) -> str:
    return f"{article(text)} {text}"


def plural_verb(phrase: str) -> str:
    """A verb phrase made to agree with several: "dries fast and folds flat" -> "dry fast and fold flat"."""
    words = phrase.split(" ")
    words[0] = _many(words[0], known=False)
    for place in range(2, len(words)):
        if words[place - 1] in {"and", "but", "or"}:
            words[place] = _many(words[place], known=True)
    return " ".join(words)


def _many(verb: str, *, known: bool) -> str:
    irregular = VERBS.get(verb)
    if irregular is not None:
        return irregular
    if known and verb not in _REGULAR:
        return verb
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def is_verb(word: str) -> bool:
    """Whether we know the word as a verb in the third person singular, or as one that has no such form."""
    return word in VERBS or word in _REGULAR or word in {"can", "cannot", "may", "need"}


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
        word
        if (place and word in _SMALL) or (place and _NUMBER.fullmatch(words[place - 1]))
        else capital(word)
        for place, word in enumerate(words)
    )


def sentence(text: str) -> str:
    """Capital and full stop."""
    return capital(text) + ("" if text.endswith((".", "!", "?")) else ".")


def joined(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return listing(list(parts))
