"""What the forms of an English word share. Both sides of a comparison are cut alike: it need be no word."""

from functools import lru_cache
from typing import Final

ENDINGS: Final = (("ness", ""), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""))
PLURALS: Final = (("ness", "ness"), ("ss", "ss"), ("ies", "y"), ("es", ""), ("s", ""))
_LEFT: Final = 3
"""So many letters stay of a word that loses an ending."""
_DOUBLE: Final = "ls"
"""Letters that words double without an ending: "all", "less"."""
_UNDONE: Final = frozenset({"roll", "fold", "zip", "button", "lac", "buckl", "clip", "hook", "lock", "screw", "clasp"})
"""The stems of what one does and undoes with the same thing."""
_BENT: Final = frozenset({"roll", "fold"})
"""Of these "unrolled" is how it lies; what is "unlocked" or "unbuttoned" may be made so."""
_UN: Final = "un"


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """What a word shares with its other forms: "dries" and "drying" with "dry", "stopped" with "stop"."""
    for endings in (PLURALS, ENDINGS):
        for ending, instead in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEFT + (ending == "ly"):
                word = word.removesuffix(ending) + instead
                break
    if word.endswith("i"):
        word = f"{word[:-1]}y"
    if len(word) > _LEFT and word[-1] == word[-2] and word[-1] not in _DOUBLE:
        word = word[:-1]
    return word.removesuffix("e")


def undone(word: str) -> str:
    """The stem of what "unroll" undoes; of any other word its own."""
    done = stem(word.removeprefix(_UN)) if word.startswith(_UN) else ""
    return done if done in _UNDONE and (done in _BENT or not word.endswith("ed")) else stem(word)
