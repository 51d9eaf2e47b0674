"""What is taken out of a seller's words before they may be facts: invisible characters, decoration, addresses. Pure."""

import re
import unicodedata
from typing import Final

_MARKS: Final = str.maketrans("", "", "™®©℠")
_ADDRESS: Final = re.compile(
    r"https?\s*:\s*//?\S*|\bwww\s*\.\s*\S+|[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|"
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|shop|store|io|cn|ru|de|uk|eu|co|xyz|top|club|online|site)\b(?:/\S*)?",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    r"(?<![\w.])(?:\+\s?[0-9][0-9 ().-]{6,18}[0-9]|\(?0[0-9]{1,4}\)?[ -][0-9][0-9 -]{4,10}[0-9]|1[3-9][0-9]{9}|"
    r"[0-9]{3}[ .-][0-9]{3,4}[ .-][0-9]{4}|400[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}|[0-9]{12,})(?![\w.])"
)
_SPACES: Final = re.compile(r"\s+")
_SHOUTS: Final = re.compile(r"([!?~*=_#|•·\-])\1+|[!]+(?=\s|$)")


def visible(text: str) -> str:
    """NFKC without control, zero-width, bidirectional and decorative characters; spaces collapsed."""
    spaced = _SPACES.sub(" ", text.translate(_MARKS))
    normal = unicodedata.normalize("NFKC", spaced)
    kept = "".join(char for char in normal if not _invisible(char))
    return _SPACES.sub(" ", kept).strip()


_KEPT_SYMBOLS: Final = frozenset("°")


def _invisible(char: str) -> bool:
    if char.isascii():
        return not char.isprintable()
    category = unicodedata.category(char)
    return category[0] == "C" or category in {"Zl", "Zp"} or (category == "So" and char not in _KEPT_SYMBOLS)


def holds_address(text: str) -> bool:
    """Whether a URL, an e-mail address or a telephone number is in it."""
    return bool(_ADDRESS.search(text) or _PHONE.search(text))


def without_addresses(text: str) -> str:
    """The text with such places cut out, and without shouting marks."""
    cut = _PHONE.sub(" ", _ADDRESS.sub(" ", text))
    return _SPACES.sub(" ", _SHOUTS.sub(" ", cut)).strip(" -|,;:~*·、，/")
