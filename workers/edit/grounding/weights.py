"""Amounts that only Chinese writes: old weights (一斤二两), halves (半小时, 两年半), 一米二, and one hour where it is meant."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from decimal import Decimal
from typing import Final

from workers.edit.grounding.numerals import DATA as NUMERALS
from workers.edit.grounding.numerals import chinese_number

HALF: Final = Decimal("0.5")
Span = tuple[int, int]
_WEIGHED: Final = re.compile(
    r"(?P<jin>半|\d{1,4}|[一二两三四五六七八九十]{1,3})斤(?:(?P<half>半)|(?P<more>\d|[一二三四五六七八九])两)?"
    r"|(?P<liang>半|\d{1,3}|[二四五六七八九十][一二三四五六七八九十]{0,2}|[一三](?=两(?:[装重的]|[^\u3400-\u9fff]|\Z)))两(?!个)"
)
"""Old weights, ten 两 to a 斤: 一斤二两, 七两. But 三两好友 are a few friends, and 一两件 one thing or two."""
_HALF_OF: Final = re.compile("半个?(?=小时|分钟|年|月|星期|公斤|千克|克|升|毫升|米(?![色白黄])|公里|千米|英寸|英尺|磅)")
_PART_OF_ANOTHER: Final = frozenset("一上下前后大小多过各每另夜")
"""Behind these a half is of something else: 大半年, 一半."""
_AND_A_HALF: Final = re.compile("(?<=时|年|月|升|米|斤|克|里|天)半(?![价折开径身透圆自夜截熟糖脱干个年月小天])")
_TENTHS: Final = re.compile(
    "(?<=[一二两三四五六七八九十]米)([一二三四五六七八九])(?![十百千万亿点个只条双把块片支根组档挡种枚颗粒套张台扇件层格瓶罐袋盒包本页次人分米号])"
)
"""一米二 is 1.2 m."""
MORE: Final = frozenset("半一二三四五六七八九")
"""One of these stands behind an amount that is told with more of it."""
_TENTH: Final = frozenset("一二三四五六七八九")
_TIMED: Final = re.compile(
    "(?:充[电满好]|快充|续航|播放|待机|通话|[质联]保|保[修固]|包换|质期|可用|能用|运行|持续|燃烧|点燃)(?:时[间长]|期限?)?"
    "(?:[为约是仅只需要达可长满近到了有:： ]|大约|将近|不到|不足|超过|至少|至多|最多){0,4}\\Z"
)
_HEDGED: Final = re.compile("(?:约|将近|不到|不足|至多|最多|至少|长达|仅需|只需|只要|超过)\\Z")
_TIMING: Final = re.compile(
    "(?:多|左右|以上|以内|之内|内)?的?(?:[就即便可能以]){0,3}(?:充[满好电]|快充|续航|[质联]保|保[修固]|包换)"
)
_DAYS: Final = frozenset("天日周期")
"""About a day is a figure of speech."""
_WINDOW: Final = 16

DATA: Final = NUMERALS + tuple(
    one.pattern for one in (_WEIGHED, _HALF_OF, _AND_A_HALF, _TENTHS, _TIMED, _HEDGED, _TIMING)
)


def weighed(text: str, at: int) -> tuple[int, Decimal] | None:
    """An old weight in 两, and where it ends."""
    match = _WEIGHED.match(text, at)
    if match is None:
        return None
    jin, half, more, liang = match.group("jin", "half", "more", "liang")
    return match.end(), (_count(jin) * 10 + (5 if half else _count(more))) if jin else _count(liang)


def _count(number: str | None) -> Decimal:
    if number is None or number == "半":
        return Decimal("0.5" if number else 0)
    return Decimal(number) if number.isdecimal() else chinese_number(number)


def half_of(text: str, at: int) -> int:
    """Where the unit begins of which half is told there; 0 where of none."""
    match = None if text[at - 1 : at] in _PART_OF_ANOTHER and at else _HALF_OF.match(text, at)
    return match.end() if match else 0


def more_of(text: str, end: int) -> tuple[int, Decimal]:
    """What is told beyond an amount that ends there, in its unit, and where that ends: the 半 of 两年半."""
    following = text[end : end + 1]
    if following == "半" and _AND_A_HALF.match(text, end):
        return end + 1, HALF
    tenths = _TENTHS.match(text, end) if following in _TENTH else None
    return (end + 1, chinese_number(tenths[1]) / 10) if tenths else (end, Decimal(0))


def meant(text: str, place: Span) -> bool:
    """Whether one hour, one year, is an amount there: 充电一小时, not 一年四季."""
    start, end = place
    before = text[max(0, start - _WINDOW) : start]
    if _TIMED.search(before) or _TIMING.match(text, end) or _AND_A_HALF.match(text, end):
        return True
    return text[end - 1] not in _DAYS and _HEDGED.search(before) is not None
