"""What is taken out of a seller's words before they may be facts: invisible signs, markup, addresses. Pure."""

import re
import unicodedata
from typing import Final

_MARKS: Final = str.maketrans("", "", "™®©℠")
_TLD: Final = (
    "com|net|org|cn|co|io|uk|de|fr|es|it|jp|kr|ru|eu|us|hk|tw|sg|au|ca|in|shop|store|info|biz|top|xyz|vip|cc|me|app|"
    "dev|link|site|online|club|tv|ly|gg|ai|live|ltd|pro"
)
_ADDRESS: Final = re.compile(
    rf"[a-z]{{2,8}}\s?:\s?//\S*|\bwww\s?[.。·]\s?\S+|[\w.+-]*\s?@\s?[\w\u4e00-\u9fff-]+(?:\.[\w-]+)*|"
    rf"\b[\w-]+(?:[.。][\w-]+)*[.。](?:{_TLD})\b(?![\w-])(?:/\S*)?|\w+\s?点\s?(?:com|cn|net|org)\b|"
    r"(?:加?(?:微信|薇信|v信|威信)|公众号|whatsapp|telegram|wechat|weixin|\bvx\b|\bqq\b)\s?(?:号|群|id)?\s?[:：]?\s?[\w+-]*",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    r"(?<![\w.])(?:\+\s?[0-9][0-9 ().-]{6,18}[0-9]|\(?0[0-9]{1,4}\)?[ -][0-9][0-9 -]{4,10}[0-9]|"
    r"(?:86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|\(?[0-9]{3}\)?[ .-]{1,2}[0-9]{3,4}[ .-][0-9]{4}|"
    r"[48]00[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}|[0-9]{12,})(?![\w.])|[零〇一二三四五六七八九幺]{7,}"
)
_TAG: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,200}>|&(?:#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_SIGNS: Final = str.maketrans(dict.fromkeys("`<>{}\\^", " ") | {"[": "(", "]": ")"})
_PLAIN: Final = re.compile(r"[^`<>{}\\^\[\]&]*")
"""Of printable ASCII: what has nothing to be taken out."""
_SPACES: Final = re.compile(r"\s+")
_SHOUTS: Final = re.compile(r"([!?~*=_#|•·\-])\1+|[!]+(?=\s|$)|[*#_~•]")
_STACKED: Final = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]+")
_KEPT_SYMBOLS: Final = frozenset("°")


def visible(text: str) -> str:
    """NFKC without tags, control, zero-width, bidirectional and decorative characters; spaces collapsed."""
    if text.isascii() and text.isprintable() and _PLAIN.fullmatch(text):
        return " ".join(text.split())
    spaced = _SPACES.sub(" ", _TAG.sub(" ", text.translate(_MARKS)))
    normal = _STACKED.sub("", unicodedata.normalize("NFKC", spaced)).translate(_SIGNS)
    kept = "".join(char for char in normal if not _invisible(char))
    return _SPACES.sub(" ", kept).strip()


def _invisible(char: str) -> bool:
    if char.isascii():
        return not char.isprintable()
    category = unicodedata.category(char)
    return category[0] == "C" or category in {"Zl", "Zp"} or (category == "So" and char not in _KEPT_SYMBOLS)


def holds_address(text: str) -> bool:
    """Whether a URL, a mailbox, a messenger's id or a telephone number is in it."""
    return bool(_ADDRESS.search(text) or _PHONE.search(text))


def without_addresses(text: str) -> str:
    """The text with such places cut out, and without shouting marks."""
    cut = _PHONE.sub(" ", _ADDRESS.sub(" ", text))
    return _SPACES.sub(" ", _SHOUTS.sub(" ", cut)).strip(" -|,;:~·、，/+&(")
