"""Values as shops' events hold them, made plain. What is wrong is told by its place, never by its value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from schemas.codec import Undecodable, decode_json
from schemas.inbound_users import MAX_WHEN_MS
from schemas.reasons import Reason
from workers.entrypoints.produce.files import LINE_LIMIT

Fields = Mapping[str, Any]

_ABSENT: Final = frozenset({"null", "undefined", "(not set)"})
"""What scripts and Google Analytics write where there is nothing."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST_MS: Final = 946_684_800_000
"""The year 2000: no shop's event is older, but one whose unit was mistaken seems to be."""
_LOCALE: Final = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?")


class Unreadable(Exception):
    """A record that cannot become an event: a reason of the closed list, and the place with the fix."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def text(value: object) -> str:
    """A text or a number as one writes it; "" for everything else, and for what means nothing."""
    if isinstance(value, str):
        plain = value.strip()
        return "" if plain in _ABSENT else plain
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return format(Decimal(str(value)), "f").removesuffix(".0")
    return ""


def first(fields: Fields, *names: str) -> str:
    """The first of these fields that says something, else ""."""
    return next(filter(None, (text(fields.get(name)) for name in names)), "")


def needed(fields: Fields, *names: str) -> str:
    """As `first`. Raises `Unreadable` where none of them says anything."""
    if found := first(fields, *names):
        return found
    raise Unreadable(Reason.MISSING_FIELD, f"it has no {' and no '.join(f'`{name}`' for name in names)}")


def fields_in(value: object) -> Fields:
    """The object, where there is one."""
    return value if isinstance(value, Mapping) else {}


def objects_in(value: object) -> Iterator[Fields]:
    """The objects of a list; of nothing, none."""
    return (item for item in value if isinstance(item, Mapping)) if isinstance(value, list) else iter(())


def parsed(value: object, place: str) -> Any:  # noqa: ANN401  a foreign cell holds anything
    """What a cell holds: its JSON where it is text. Raises `Unreadable`."""
    if not isinstance(value, str):
        return value
    if not text(value):
        return None
    try:
        return decode_json(value.encode("utf-8", "surrogatepass"), LINE_LIMIT)
    except Undecodable as fault:
        raise Unreadable(fault.reason, f"in `{place}`: {fault.detail or 'the cell holds no JSON'}") from None


def number(value: object) -> Decimal | None:
    """A plain number, finite; None for everything else."""
    try:
        found = Decimal(text(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def whole(value: object, least: int, most: int) -> int | None:
    """A whole number in bounds; None for everything else."""
    found = number(value)
    if found is None or not least <= found <= most or found != int(found):
        return None
    return int(found)


def instant(fields: Fields, *names: str) -> int:
    """Epoch milliseconds of the first of these ISO 8601 times; one without a zone is UTC. Raises `Unreadable`."""
    written = needed(fields, *names)
    try:
        moment = datetime.fromisoformat(written.removesuffix(" UTC"))
    except ValueError:
        raise Unreadable(Reason.BAD_VALUE, f"`{names[0]}` is no time as 2026-01-31T12:00:00Z") from None
    since = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH
    return _sane(since // timedelta(milliseconds=1), names[0])


def epoch(fields: Fields, per_ms: int, *names: str) -> int:
    """Epoch milliseconds of the first of these numbers, so many of which make one. Raises `Unreadable`."""
    found = whole(needed(fields, *names), 0, MAX_WHEN_MS * per_ms)
    if found is None:
        raise Unreadable(Reason.BAD_VALUE, f"`{names[0]}` is no time as a whole number, {per_ms} to the millisecond")
    return _sane(found // per_ms, names[0])


def _sane(milliseconds: int, name: str) -> int:
    if milliseconds < _EARLIEST_MS:
        raise Unreadable(Reason.BAD_VALUE, f"`{name}` is before the year 2000: was its unit mistaken?")
    return milliseconds


def locale_in(value: object) -> str:
    """A locale as our schemas spell it ("en_us": "en-US", "zh-Hans-CN": "zh-CN"); "" for what is none."""
    found = _LOCALE.fullmatch(text(value))
    if not found:
        return ""
    return found[1].lower() + (f"-{found[2].upper()}" if found[2] else "")


def category_in(value: object) -> Sequence[str]:
    """A path's names: those of a list, or of a text that has `>` or `/` between them."""
    names = [text(item) for item in value] if isinstance(value, list) else re.split(r"[>/]", text(value))
    return [name.strip() for name in names if name.strip()]
