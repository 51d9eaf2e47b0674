"""What the forms of an English word share. Both sides of a comparison are cut alike: it need be no word."""

from functools import lru_cache
from typing import Final

ENDINGS: Final = (("ness", ""), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""))
PLURALS: Final = (("ness", "ness"), ("ss", "ss"), ("ies", "y"), ("es", ""), ("s", ""))
_LEFT: Final = 3
"""So many letters stay of a word that loses an ending."""
_DOUBLE: Final = "ls"
"""Letters that words double without an ending: "all", "less"."""


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
