"""Rule: the copy leads nowhere else. No address, mailbox, phone number or messenger id, however it is spelled."""

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.phrases import found, needles, phrases, spelled
from workers.edit.reading import Reading

_TLD: Final = "|".join(
    "com net org cn co io uk de fr es jp kr ru eu us hk tw sg au ca in shop store info biz top xyz vip cc me app dev "
    "link site online club tv ly gg ai fun live ltd pro wang ren".split()
)
_SOFTWARE: Final = frozenset({"asp.net", "vb.net", "ado.net", "socket.io"})

_DOMAIN: Final = re.compile(rf"[.。｡](?<=[a-z0-9][.。｡])(?:{_TLD})(?![a-z0-9-])")
_HOST: Final = re.compile(r"[a-z0-9-]{1,63}\Z")
_LONGEST_HOST: Final = 63

_DIGITS: Final = re.compile(r"\d[\d ().-]{5,20}\d")
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
_SPELLED_DIGIT: Final = re.compile("[零〇一二三四五六七八九幺]")
_SPELLED_DIGITS: Final = re.compile(f"{_SPELLED_DIGIT.pattern}{{7,20}}")

_ADDRESSES: Final = phrases(r"""
://       | [a-z]{2,8}://
www       | \bwww ?[.。·]
dot       | [a-z0-9] ?[\[({<] ?dot ?[\])}>] ?[a-z]{2,6}
dot       | [a-z0-9] {1,2}dot {1,2}(?:com|org|cn)(?![a-z0-9])
点        | \w ?[\[({<（]? ?点 ?[\])}>）]? ?(?:com|org|cn|net)(?![a-z0-9])
.         | [a-z0-9] ?[\[({<] ?\. ?[\])}>] ?(?:com|org|cn|net)(?![a-z0-9])
@         | [\w.+-]{0,64}@ ?[a-z\u4e00-\u9fff]
[at]      | \[at\]
(at)      | \(at\)
艾特      | 艾特
微信      | 微信 ?(?:号|群|id)? ?[:：] ?[a-z0-9_]
微信      | 微信(?:号|群) ?[a-z0-9_]
微信      | 加(?:我|个)?(?:微信|薇信)
微信      | 微信 ?[a-z][a-z0-9_-]{0,20}\d
薇信      | 薇信
v信       | v信
加v       | 加v ?[:：]? ?[a-z0-9]
vx        | \bvx ?[:：]? ?[a-z0-9]{5,}
wechat    | wechat ?(?:id)? ?[:：] ?[a-z0-9_]
weixin    | weixin ?[:：] ?[a-z0-9_]
whatsapp  | whatsapp ?[:：] ?\+?\d
telegram  | telegram ?[:：] ?[a-z0-9_]
qq        | qq ?(?:号|群)? ?[:：]? ?\d{5,}
公众号    | 公众号[:：]? ?[“"「]?[a-z0-9\u4e00-\u9fff]
""")

DATA: Final = (_TLD, *sorted(_SOFTWARE), _DOMAIN.pattern, _PHONE.pattern, _SPELLED_DIGITS.pattern, *spelled(_ADDRESSES))

NEEDLES: Final = ("", *needles(_ADDRESSES))
"""It is asked of every text: numbers and hosts have no words."""


def contact(reading: Reading) -> Iterator[str]:
    """URLs and domains (full-width and spelled-out dots too), e-mail, phone numbers, messenger ids."""
    yield from found(_ADDRESSES, reading)
    yield from _domains(reading)
    if _DIGITS.search(reading.lower):
        for number in _PHONE.finditer(reading.lower):
            yield reading.text[number.start() : number.end()]
    if _SPELLED_DIGIT.search(reading.lower) is None:
        return
    for digits in _SPELLED_DIGITS.finditer(reading.lower):
        yield digits.group()


def _domains(reading: Reading) -> Iterator[str]:
    for domain in _DOMAIN.finditer(reading.lower):
        host = _HOST.search(reading.lower, max(0, domain.start() - _LONGEST_HOST), domain.start())
        start = host.start() if host else domain.start()
        if reading.lower[start : domain.end()] not in _SOFTWARE:
            yield reading.text[start : domain.end()]
