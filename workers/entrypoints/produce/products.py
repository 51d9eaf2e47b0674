"""`copydesk produce products FILE`: a file's records become events, streamed, paced and counted.

file -> rows -> events -> (a producer, which the command line brings)
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, Protocol, TypeVar

from pydantic import BaseModel

from workers.entrypoints.produce import event as produce_event
from workers.entrypoints.produce.event import Listing
from workers.entrypoints.produce.files import BadRow, Format, LeftOut, Row, format_of, read
from workers.entrypoints.produce.known import automatic
from workers.entrypoints.produce.mapping import Rule, parsed, paths_in
from workers.errors import Exit, Misuse
from workers.ports import Clock

DEFAULT_LOCALES: Final = ("en-US",)
SAMPLE: Final = 100
"""Records that are looked at for their fields before the first is sent."""
BAD_ROWS_SHOWN: Final = 10

Item = TypeVar("Item")


class Sendable(Protocol):
    """An event that may be sent, with its key. `changes`: identifiers, each with a detail, of what is not as told."""

    @property
    def key(self) -> str: ...

    @property
    def event(self) -> BaseModel: ...

    @property
    def changes(self) -> tuple[tuple[str, str], ...]: ...


Made = TypeVar("Made", bound=Sendable)
Found = Sendable | BadRow | LeftOut


@dataclass(frozen=True, slots=True)
class Feed:
    """A file, and how it is read. `limit` of None: all of it."""

    path: Path
    form: Format
    rules: tuple[Rule, ...]
    locales: tuple[str, ...] = DEFAULT_LOCALES
    limit: int | None = None

    def described(self) -> Iterator[str]:
        """A line for each rule, so that a user sees what becomes of the file before it is sent."""
        for rule in self.rules:
            yield f"{rule}  (by its name)" if rule.automatic else str(rule)
        if not any(rule.target == "locales" for rule in self.rules):
            yield f"locales <- {', '.join(self.locales)}"


def feed_of(path: Path, form: str = "", maps: Sequence[str] = (), locales: Sequence[str] = ()) -> Feed:
    """The feed, with a rule for every field that is known by its name. Raises `Misuse`."""
    which = format_of(path, form)
    given = [parsed(spec) for spec in maps]
    sample = [row.fields for row in islice(read(path, which), SAMPLE) if isinstance(row, Row)]
    paths = paths_in(sample)
    if sample:
        _check(given, paths, path)
    named = [rule for rule in automatic(paths, given) if not (locales and rule.target == "locales")]
    return Feed(path, which, (*given, *named), tuple(locales) or DEFAULT_LOCALES)


def _check(given: Iterable[Rule], paths: Sequence[str], path: Path) -> None:
    """A field that none of the first records has is a slip of the keyboard."""
    known = {*paths, *(name.partition(".")[0] for name in paths)}
    for rule in given:
        for source in rule.sources:
            if source not in known and source.partition(".")[0] not in known:
                raise Misuse("no-such-field", f"--map {rule.target}={source}: {path.name} has {', '.join(paths)}")


def rows(feed: Feed) -> Iterator[Row | BadRow]:
    """The file's records, at most `limit`. Raises `Misuse` where the file cannot be read on."""
    return islice(read(feed.path, feed.form), feed.limit)


def to_event(row: Row, feed: Feed) -> Listing | BadRow:
    """The row as a checked event, with what had to be changed; or why it is none, and the fix."""
    return produce_event.to_event(row, feed.rules, feed.locales)


def events(feed: Feed) -> Iterator[Listing | BadRow]:
    """Every record, as an event or as a reason."""
    return (row if isinstance(row, BadRow) else to_event(row, feed) for row in rows(feed))


@dataclass(slots=True)
class Tally:
    """What became of the records. `bad_rows` holds the first ten."""

    sent: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    bad_rows: list[BadRow] = field(default_factory=list)

    def counted(self, found: Iterable[Made | BadRow | LeftOut]) -> Iterator[Made]:
        """Passes the events on; keeps count of all."""
        for item in found:
            if isinstance(item, BadRow):
                self._count_bad(item)
            elif isinstance(item, LeftOut):
                self.left_out[item.what] += 1
            else:
                self.changed.update({what for what, _ in item.changes})
                self.sent += 1
                yield item

    def _count_bad(self, row: BadRow) -> None:
        self.bad[row.reason] += 1
        if len(self.bad_rows) < BAD_ROWS_SHOWN:
            self.bad_rows.append(row)

    @property
    def exit_code(self) -> Exit:
        """FAILED where a record could not be sent: a script must not take a part for the whole."""
        return Exit.FAILED if self.bad else Exit.OK


async def paced(items: Iterable[Item], per_second: float, clock: Clock) -> AsyncIterator[Item]:
    """The items at an even pace; after a delay no burst makes up for it. 0 = as fast as they are taken."""
    due = clock.now()
    for item in items:
        if per_second > 0:
            await clock.sleep(max(0.0, due - clock.now()))
            due = max(due, clock.now()) + 1 / per_second
        yield item
