"""Dead letters that may be sent again: whose they are, what may stand against it, what is sent. Pure.

An event may have several letters: it was sent again, and became one more. The last says why it is one now.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from schemas.topics import TOPICS, Topic
from workers.audit.letters import original_headers
from workers.errors import Fatal, Permanent
from workers.outcome import Delivery, Position, Record
from workers.ports import Sealer
from workers.publish.dead_letters import REASON
from workers.publish.ledger import REDRIVEN, number_in, redriven_from
from workers.publish.sealed_letters import key_id_of, opened

MAX_EVENTS: Final = 500_000
"""Events whose letters are looked at in one run: some hundred bytes each."""
DEAD: Final = "dead-lettered"
NO_REASON: Final = "none"
"""Of a record that is no letter of ours."""


class Why(StrEnum):
    """Why an event is not sent again. `ABOUT` says it in words."""

    DONE = "done"
    WAITS = "waits"
    NO_ENTRY = "no-entry"
    OVER_LIMIT = "over-limit"
    NO_KEY = "no-seal-key"
    BROKEN = "broken"
    TOO_LARGE = "too-large"


ABOUT: Final[Mapping[Why, str]] = {
    Why.DONE: "its last entry in the ledger is no dead letter any more",
    Why.WAITS: "it was sent again before, and is not handled yet",
    Why.NO_ENTRY: "the ledger has no entry of it (any more)",
    Why.OVER_LIMIT: "more than --limit; the next run goes on",
    Why.NO_KEY: "sealed with a key that is not in COPYDESK_PRIVACY__SEAL_KEYS",
    Why.BROKEN: "it does not say of what it is a letter, or its seal does not hold",
    Why.TOO_LARGE: "the broker takes no record so large",
}
FAILURES: Final = frozenset({Why.NO_KEY, Why.BROKEN, Why.TOO_LARGE})
"""What the next run will not send either, unless something is done about it."""


class Letter(NamedTuple):
    """The last letter of an event that first stood at `first`. `here` is where it stood when it became this one."""

    first: Position
    here: Position
    offset: int
    reason: str
    key_id: str = ""

    @property
    def again(self) -> bool:
        """Whether it had been sent again before."""
        return self.first != self.here


class Wanted(NamedTuple):
    """Which letters are meant: of these reasons (empty: of all), with this key as it stands in their topic."""

    reasons: frozenset[str] = frozenset()
    key: bytes | None = None

    def matches(self, reason: str, key: bytes | None) -> bool:
        """Whether a letter is one of them."""
        return (not self.reasons or reason in self.reasons) and (self.key is None or self.key == key)


@dataclass(slots=True)
class Tally:
    """By the reason of an event's last letter: events found, sent, not sent and why."""

    found: Counter[str] = field(default_factory=Counter)
    again: Counter[str] = field(default_factory=Counter)
    sent: Counter[str] = field(default_factory=Counter)
    skipped: Counter[tuple[str, Why]] = field(default_factory=Counter)
    closed: Counter[str] = field(default_factory=Counter)
    """By the id of a key that is not ours: events that it keeps closed."""

    def skips_of(self, reason: str) -> dict[Why, int]:
        """Why some of them were not sent."""
        return {why: number for (known, why), number in sorted(self.skipped.items()) if known == reason}

    @property
    def failed(self) -> bool:
        """Whether some can't be sent at all as things are."""
        return any(why in FAILURES for _, why in self.skipped)


class Shelf:
    """The last letter of each event, those that are meant by `wanted` and those that are not.

    A letter that a newer one of its event replaces is never counted: an event has one reason at a time.
    """

    def __init__(self, source: Topic, wanted: Wanted, sealer: Sealer) -> None:
        self._source = source
        self._wanted = wanted
        self._sealer = sealer
        self._letters: dict[bytes, Letter | None] = {}
        self._broken: Counter[str] = Counter()

    def add(self, letter: Delivery) -> None:
        """The next record of the dead-letter topic, in the order of its partition. Raises `Fatal` past the bound."""
        told = self._read(letter)
        if told is None:
            reason = reason_of(letter) or NO_REASON
            if self._wanted.matches(reason, letter.key):
                self._broken[reason] += 1
            return
        meant = self._wanted.matches(told.reason, letter.key)
        self._letters[str(told.first).encode()] = told if meant else None
        if len(self._letters) > MAX_EVENTS:
            raise Fatal("too-many-letters", f"more than {MAX_EVENTS:,}; --since 1d leaves the older ones out")

    def __contains__(self, name: bytes) -> bool:
        """Whether an event is among those that are meant; named as the ledger's keys name it."""
        return self._letters.get(name) is not None

    def settled(
        self, last: Mapping[bytes, str], waiting: Collection[bytes], limit: int
    ) -> tuple[tuple[Letter, ...], Tally]:
        """The events to send, and of all others why not. `last`: verdicts in the ledger; `limit` of 0: all of them."""
        tally = Tally()
        chosen: list[Letter] = []
        for reason, number in self._broken.items():
            tally.found[reason] += number
            tally.skipped[reason, Why.BROKEN] += number
        for name, letter in self._meant():
            tally.found[letter.reason] += 1
            tally.again[letter.reason] += letter.again
            why = self._against(letter, last.get(name), waits=name in waiting)
            if why is None and limit and len(chosen) >= limit:
                why = Why.OVER_LIMIT
            if why is None:
                chosen.append(letter)
                continue
            tally.skipped[letter.reason, why] += 1
            if why is Why.NO_KEY:
                tally.closed[letter.key_id] += 1
        return tuple(chosen), tally

    def _meant(self) -> list[tuple[bytes, Letter]]:
        """In the order of each partition's letters."""
        letters = [(name, letter) for name, letter in self._letters.items() if letter is not None]
        return sorted(letters, key=lambda one: (one[1].here.partition, one[1].offset))

    def _against(self, letter: Letter, verdict: str | None, *, waits: bool) -> Why | None:
        if verdict is None:
            return Why.NO_ENTRY
        if verdict != DEAD:
            return Why.DONE
        if waits:
            return Why.WAITS
        return Why.NO_KEY if letter.key_id and not self._sealer.holds(letter.key_id) else None

    def _read(self, letter: Delivery) -> Letter | None:
        """None for a record that is none of ours, or whose seal does not hold."""
        here, reason = stood_at(letter, self._source), reason_of(letter)
        if here is None or not reason:
            return None
        key_id = key_id_of(letter) if self._source.personal else ""
        told = Letter(here, here, letter.position.offset, reason, key_id)
        if key_id and not self._sealer.holds(key_id):
            return told
        try:
            event = event_in(letter, here, self._sealer)
        except Permanent:
            return None
        return told._replace(first=redriven_from(event) or here)


def stood_at(letter: Delivery, source: Topic) -> Position | None:
    """Where the event stood that became this letter; None for a record that is no letter of that topic."""
    told = {name: (value or b"").decode(errors="replace") for name, value in letter.headers}
    offset = number_in(told.get("kafka_dlt-original-offset", ""))
    named = (told.get("kafka_dlt-original-topic"), told.get("kafka_dlt-original-partition"))
    partition = letter.position.partition
    if offset is None or named != (source.name, str(partition)):
        return None
    return Position(source.name, partition, offset)


def reason_of(letter: Delivery) -> str:
    """The last reason in its headers: ours. An event may have brought one of its own."""
    return next((value or b"" for name, value in reversed(letter.headers) if name == REASON), b"").decode(
        errors="replace"
    )


def event_in(letter: Delivery, here: Position, sealer: Sealer) -> Delivery:
    """The event that a letter holds: key, bytes and headers as they were. Raises `Permanent`, as `Sealer.unseal`."""
    if TOPICS[here.topic].personal:
        return opened(letter, here, sealer)
    return letter._replace(position=here, headers=tuple(original_headers(letter.headers)))


def sent_again(event: Delivery, first: Position) -> Record:
    """The event as it is sent: nothing of it is changed, and one header says where it first stood."""
    headers = event.headers
    if redriven_from(event) is None:
        headers = (*headers, (REDRIVEN, str(first).encode()))
    return Record(first.topic, first.partition, event.key, event.value, headers)
