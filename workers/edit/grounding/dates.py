"""A date that a fact has, as texts write it. "01/03/2025" is none: two countries read it as two days."""

import re
from datetime import date
from typing import Final

_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?:T[0-9:.]{5,12}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?")
_MONTHS: Final = "January February March April May June July August September October November December".split()
_SHORT: Final = 3


def wordings(value: str) -> tuple[str, ...]:
    """The day, and the month without it, in English and Chinese; none of what is no date, or none of the calendar."""
    match = _ISO.fullmatch(value.strip())
    if match is None:
        return ()
    year, month, day = match[1], int(match[2]), int(match[3] or 1)
    try:
        date(int(year), month, day)
    except ValueError:
        return ()
    named = _MONTHS[month - 1]
    months = (f"{named} {year}", f"{named[:_SHORT]} {year}", f"{year}年{month}月")
    return (*months, *_days(day, named, months)) if match[3] else months


def _days(day: int, named: str, months: tuple[str, ...]) -> tuple[str, ...]:
    long, short, chinese = months
    year = long.rpartition(" ")[2]
    return (
        f"{day} {long}", f"{day} {short}", f"{named} {day}, {year}", f"{named} {day} {year}",
        f"{named[:_SHORT]} {day}, {year}", f"{chinese}{day}日",
    )  # fmt: skip
