"""A text in its plain form: one character for each, so that offsets stay."""

import re
import unicodedata
from typing import Final

_WIDTH: Final = {0x3000: 0x20, 0x2011: 0x2D, 0x2212: 0x2D} | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDED: Final = re.compile("[\u3000\u2011\u2212\uff01-\uff5e]|[^\\D0-9]")


def fold(text: str) -> str:
    """One character for each: full width to half, any script's digits to ours. Offsets stay."""
    if text.isascii() or _FOLDED.search(text) is None:
        return text
    for wide, half in _MARKS:
        text = text.replace(wide, half)
    return _FOLDED.sub(_half, text)


_MARKS: Final = tuple((chr(wide), chr(_WIDTH[wide])) for wide in map(ord, "，：；（）！？％"))
"""Chinese copy is full of them: one look for each is cheaper than one for each place."""


def _half(match: re.Match[str]) -> str:
    character = match[0]
    digit = unicodedata.decimal(character, None)
    return chr(_WIDTH[ord(character)]) if digit is None else str(digit)
