"""Chinese typesetting in small.

House style: no space inside Chinese; one space between Han and a Latin word or name ("Norrland 亚麻衬衫"), none beside
a number, with or without a unit ("重1.2千克", "5000mAh电池"); full-width punctuation.
"""

import re
from collections.abc import Iterable
from typing import Final

_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN_START: Final = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}|[A-Z](?=[\s.&])")
_TAIL: Final = re.compile(r"[^\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]+$")
_QUANTITY: Final = re.compile(r"[¥$€£]?[0-9]")


def glue(*parts: str) -> str:
    """The parts set together, with a space where Han and a Latin word meet."""
    text = ""
    for part in parts:
        if not part:
            continue
        text = text + " " + part if text and _needs_space(text, part) else text + part
    return text


def _needs_space(left: str, right: str) -> bool:
    if _HAN.match(left[-1]):
        return _LATIN_START.match(right) is not None
    tail = _TAIL.search(left)
    if tail is None or not (_HAN.match(right[0]) or right[0].isalnum()):
        return False
    last = tail[0].strip()
    if not last:
        return False
    if not _HAN.match(right[0]):
        return True
    return not _QUANTITY.match(last) and len(last) > 1


def comma(parts: Iterable[str]) -> str:
    """Phrases in a row: "，" between them."""
    return "，".join(part for part in parts if part)


def listed(parts: Iterable[str]) -> str:
    """Words in a row: "黑色、白色"."""
    return "、".join(parts)


def sentence(text: str) -> str:
    """With its full stop."""
    return text if text.endswith(("。", "！", "？")) else text + "。"
