"""What is visible under each output key, against the ledger's last word for it. Pure.

It is told every output record first, then every ledger entry, each in log order. It keeps, for each key, the record of
highest edition, the output of highest edition that an entry names, and what the visible record's own event said of it.

A key is judged when both the event of its last word and the event of its visible record are acknowledged: what is
still at work may have published more than the ledger says. Work that crashed between a record and its entry is told by
the record's own event, which comes after the last word's and never names the key.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from sys import intern
from typing import Final, NamedTuple

from schemas.outbound import LedgerEntry, LedgerOutput
from schemas.topics import PRODUCT_CREATED
from workers.audit.report import Wrong
from workers.outcome import Position
from workers.publish.fold import edition_of

Name = tuple[str, str]
"""Topic and key."""

_SOURCE: Final = re.compile(rb'"source":\{"topic":"([^"\\]{1,128})","partition":(\d{1,5}),"offset":(\d{1,18})\}\}\s*$')
"""Where a value names its event: last, as `codec.encode` writes it. A value is not parsed for it."""
_EVENT: Final = re.compile(rb"([^/#]{1,128})/(\d{1,5})/(\d{1,18})#")
"""Where a record's `ce_id` names it: a tombstone has nothing else. A repair of what its owner never had has neither."""
_SOURCE_BYTES: Final = 320


class Seen(NamedTuple):
    """A record of an output topic. `value`: no tombstone. `source`: the event that it follows from, where it says."""

    edition: int
    value: bool
    source: Position | None


class Word(NamedTuple):
    """What an entry, of the event at `position`, says of a key. `made`: the edition is its own, it did not find it."""

    edition: int
    value: bool
    made: bool
    position: Position


class Contradiction(NamedTuple):
    """What is wrong with a key, and the event whose entry says otherwise."""

    wrong: Wrong
    position: Position
    detail: str


@dataclass(slots=True)
class _Key:
    """`own`: the highest edition under which the visible record's own event names the key."""

    seen: Seen
    word: Word | None = None
    own: int | None = None


class Visible:
    """All output keys of one partition number. `judged` and `unjudged` count keys, once `contradictions` ran."""

    def __init__(self) -> None:
        self._keys: dict[Name, _Key] = {}
        self._delisted: dict[str, int] = {}
        self._named: set[str] = set()
        self.judged = 0
        self.unjudged = 0

    def record(self, name: Name, seen: Seen) -> None:
        """One more record of a key. Of equal editions the later is visible."""
        known = self._keys.get(name)
        if known is None:
            self._keys[name] = _Key(seen)
        elif seen.edition >= known.seen.edition:
            known.seen = seen

    def edition(self, name: Name) -> int:
        """The highest in the topic; 0 for no record."""
        known = self._keys.get(name)
        return 0 if known is None else known.seen.edition

    def entry(self, position: Position, entry: LedgerEntry) -> None:
        """What became of the event at this position."""
        for output in entry.outputs:
            self._said(position, output)
        whole = all(output.verdict == "withdrawn" for output in entry.outputs)
        if whole and entry.verdict == "withdrawn" and entry.key and position.topic == PRODUCT_CREATED.name:
            # A delisting that is handled again after a crash does not name the tombstones it had sent before.
            self._delisted[entry.key] = max(self._delisted.get(entry.key, -1), position.offset)

    def contradictions(self, settled: Callable[[Position], bool]) -> Iterator[Contradiction]:
        """What the ledger does not explain. `settled`: whether an event is acknowledged."""
        for name, key in self._keys.items():
            if name[0] not in self._named:
                continue
            word = self._last_word(name, key)
            source = key.seen.source
            if word is None or not settled(word.position) or (source is not None and not settled(source)):
                self.unjudged += 1
                continue
            self.judged += 1
            if (wrong := _wrong(key, word)) is not None:
                yield Contradiction(wrong, word.position, _detail(name, key.seen, word))

    def _said(self, position: Position, output: LedgerOutput) -> None:
        self._named.add(output.topic)
        key = self._keys.get((output.topic, output.key))
        if key is None:
            return
        if key.seen.source == position:
            key.own = max(key.own or 0, output.edition)
        word = Word(output.edition, _says_value(output), output.verdict != "unchanged", position)
        if key.word is None or (word.edition, word.made) >= (key.word.edition, key.word.made):
            key.word = word

    def _last_word(self, name: Name, key: _Key) -> Word | None:
        word = key.word
        if word is None or word.position.topic != PRODUCT_CREATED.name:
            return word
        delisted = self._delisted.get(name[1].partition(" ")[0], -1)
        if delisted <= word.position.offset:
            return word
        return Word(word.edition, value=False, made=False, position=word.position._replace(offset=delisted))


def seen_of(value: bytes | None, headers: Iterable[tuple[str, bytes | None]]) -> Seen:
    """A record as the audit remembers it."""
    told = list(headers)
    if value is not None:
        found = _SOURCE.search(value[-_SOURCE_BYTES:])
    else:
        found = next((_EVENT.match(content or b"") for header, content in told if header == "ce_id"), None)
    source = None
    if found is not None:
        source = Position(intern(found[1].decode(errors="replace")), int(found[2]), int(found[3]))
    return Seen(edition_of(told), value is not None, source)


def _says_value(output: LedgerOutput) -> bool:
    """`unchanged` may also say that there is still nothing: every kind is held for review."""
    if output.verdict != "unchanged" or not output.kinds:
        return output.verdict != "withdrawn"
    return any(kind.verdict == "unchanged" for kind in output.kinds.values())


def _wrong(key: _Key, word: Word) -> Wrong | None:
    """An edition below the last word is no matter of this: the entry's claim is checked by itself."""
    seen = key.seen
    if seen.edition < word.edition:
        return None
    if seen.value is not word.value:
        if seen.edition > word.edition and _follows(key, word):
            return None
        return Wrong.WITHDRAWN_VISIBLE if seen.value else Wrong.WITHDRAWN_UNEXPLAINED
    older = key.own is not None and key.own < word.edition
    return Wrong.OLDER_VISIBLE if seen.value and word.made and older else None


def _follows(key: _Key, word: Word) -> bool:
    """Whether the record is of a later event, one that crashed before its entry and then had nothing left to say."""
    source = key.seen.source
    if source is None or key.own is not None:
        return False
    return source.topic != word.position.topic or source.offset > word.position.offset


def _detail(name: Name, seen: Seen, word: Word) -> str:
    shown = f"{'a value' if seen.value else 'a tombstone'} of edition {seen.edition}"
    origin = f"of {seen.source}" if seen.source is not None else "of no event"
    last = f"{'published' if word.value else 'withdrawn'} up to edition {word.edition}"
    return f"{name[1]!r} in {name[0]} shows {shown} {origin}, the ledger says {last}"
