"""Rule: the copy leads nowhere else. No address, mailbox, phone number or messenger id, however it is spelled; nor is
anybody asked to go there.
"""

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.phrases import found, needles, sieved, spelled
from workers.edit.reading import Reading
from workers.plan.barred.contact import ADDRESSES

_TLD: Final = "|".join(
    "com net org cn co io uk de fr es jp kr ru eu us hk tw sg au ca in shop store info biz top xyz vip cc me app dev "
    "link site online club tv ly gg ai fun live ltd pro wang ren".split()
)
_SOFTWARE: Final = frozenset({"asp.net", "vb.net", "ado.net", "socket.io"})

_DOTS: Final = ".。｡"
_NEARLY_DOTS: Final = ",，•·‧∙・"
_DOMAIN: Final = re.compile(
    rf"[{_DOTS}{_NEARLY_DOTS}](?:(?<=[a-z0-9][{_DOTS}])(?:{_TLD})"
    rf"|(?<=[a-z0-9][{_NEARLY_DOTS}])(?:com|net|org|cn|co[{_DOTS}{_NEARLY_DOTS}]uk))(?![a-z0-9-])"
)
_DOTTED: Final = re.compile("[.,][a-z]")
"""What an address of ASCII has, and hardly any other text."""
_HOST: Final = re.compile(r"[a-z0-9-]{1,63}\Z")
_LONGEST_HOST: Final = 63

_DIGITS: Final = re.compile(r"[0-9][0-9 ().-]{5,20}[0-9]")
_PHONE: Final = re.compile(
    r"(?<![\d.,-])(?:"
    r"\+\d[\d ().-]{6,18}\d"
    r"|(?:86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|[48]00[ -]?\d{3}[ -]?\d{4}"
    r"|[48]00-\d{4}-\d{3}"
    r"|\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}"
    r"|\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}"
    r")(?!\d|[-.]\d)"
)
_SPELLED_DIGIT: Final = re.compile("[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]")
_SPELLED_DIGITS: Final = re.compile(f"{_SPELLED_DIGIT.pattern}{{7,20}}")

_ADDRESSES: Final = sieved(ADDRESSES)

DATA: Final = (_TLD, *sorted(_SOFTWARE), _DOMAIN.pattern, _PHONE.pattern, _SPELLED_DIGITS.pattern, *spelled(_ADDRESSES))

NEEDLES: Final = ("", *needles(_ADDRESSES))
"""It is asked of every text: numbers and hosts have no words."""


def contact(reading: Reading) -> list[str]:
    """URLs and domains (full-width and spelled-out dots too), e-mail, phone numbers, messenger ids; "DM us"."""
    lower, text = reading.lower, reading.text
    told = [*found(_ADDRESSES, reading)]
    if not lower.isascii() or _DOTTED.search(lower):
        told += _domains(reading)
    if _DIGITS.search(lower):
        told += [text[number.start() : number.end()] for number in _PHONE.finditer(lower)]
    if not lower.isascii() and _SPELLED_DIGIT.search(lower):
        told += _SPELLED_DIGITS.findall(lower)
    return told


def _domains(reading: Reading) -> Iterator[str]:
    for domain in _DOMAIN.finditer(reading.lower):
        host = _HOST.search(reading.lower, max(0, domain.start() - _LONGEST_HOST), domain.start())
        start = host.start() if host else domain.start()
        if reading.lower[start : domain.end()] not in _SOFTWARE:
            yield reading.text[start : domain.end()]
