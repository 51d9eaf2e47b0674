"""The vocabulary of what can happen on the path: deliveries, drafts, copies, verdicts, records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

from schemas.kinds import Kind
from workers.plan.brief import Brief, copy_id


class Position(NamedTuple):
    """Where an event stands. Offsets order the events of one partition."""

    topic: str
    partition: int
    offset: int

    def __str__(self) -> str:
        return f"{self.topic}/{self.partition}/{self.offset}"


class Delivery(NamedTuple):
    """One record as the broker gave it. `timestamp_ms` is the record's, never a clock's."""

    position: Position
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    timestamp_ms: int = 0

    @property
    def size(self) -> int:
        """Bytes that this delivery holds while it is unfinished."""
        return len(self.key or b"") + len(self.value or b"") + sum(len(k) + len(v or b"") for k, v in self.headers)


class Sealed(NamedTuple):
    """A record about a person as its dead letter holds it: a key that names nobody, and all of the record, sealed.

    `key_id` says which key opens it; `digest` is a keyed hash of what is inside, in hex.
    """

    key: bytes
    value: bytes
    key_id: str
    digest: str


class Lane(StrEnum):
    """Live goes first, always."""

    LIVE = "live"
    BACKFILL = "backfill"


class Origin(StrEnum):
    """Who wrote a piece of copy."""

    MODEL = "model"
    FALLBACK = "fallback"
    HUMAN = "human"


class Verdict(StrEnum):
    """What became of a brief, or of the event that asked for it."""

    PUBLISHED = "published"
    REPAIRED = "repaired"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"
    FALLBACK = "fallback"
    HELD = "held-for-review"
    WITHDRAWN = "withdrawn"
    DEAD_LETTERED = "dead-lettered"
    REDRIVEN = "redriven"


class Order(NamedTuple):
    """One row to the model. `prompt` is UTF-8; `temperature` 0 is greedy; equal orders get equal answers."""

    prompt: bytes
    max_tokens: int = 256
    temperature: float = 0.0
    top_k: int = 0
    seed: int = 0


class Answer(NamedTuple):
    """One row from the model. `status` is "ok" or a reason; `score` is the mean log-probability."""

    text: str
    score: float
    tokens_in: int
    tokens_out: int
    finish: str
    status: str


class Refusal(NamedTuple):
    """Why the editor turned a draft down: the rule's name, and the words that broke it."""

    rule: str
    span: str


class Attempt(NamedTuple):
    """One try at a brief. `avoid`: what was wrong with earlier drafts of it, as far as a writer may be told."""

    brief: Brief
    number: int = 0
    avoid: tuple[Refusal, ...] = ()

    def copy_id(self, fingerprint: str) -> str:
        """The id of what this model writes to it."""
        return copy_id(self.brief.id, self.number, fingerprint, self.avoid)


class Draft(NamedTuple):
    """What a model answered to an attempt. `score` is the mean log-probability; tokens are counts."""

    text: str
    attempt: int
    copy_id: str
    fingerprint: str
    score: float = 0.0
    tokens_in: int = 0
    tokens_out: int = 0
    finish: str = "stop"
    known: bool = False


class Sentence(NamedTuple):
    """A sentence (or bullet) and the ids of the facts that it states."""

    text: str
    facts: tuple[str, ...]


class Copy(NamedTuple):
    """A piece of copy that may be published. `repaired`: its draft had sentences that were refused, and lost them."""

    kind: Kind
    text: str
    sentences: tuple[Sentence, ...]
    brief_id: str
    copy_id: str
    origin: Origin
    attempt: int
    fingerprint: str
    rules_version: str
    away: bool = False
    """True for fallback copy that stands in for an absent writer: it is rewritten when the writer is back."""
    repaired: bool = False

    @property
    def verdict(self) -> Literal["published", "repaired", "fallback"]:
        """What becomes of its brief where it is published."""
        if self.origin is Origin.FALLBACK:
            return "fallback"
        return "repaired" if self.repaired else "published"


@dataclass(frozen=True, slots=True)
class Cost:
    """What an event cost: rows sent to the model, and tokens."""

    model_calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.model_calls + other.model_calls,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
        )


class Tried(NamedTuple):
    """An attempt of which nothing came: the draft, and why it was turned down. `text` is empty where there was none.

    `copy_id`: what its copy would have been called.
    """

    text: str
    attempt: int
    origin: Origin
    refusals: tuple[Refusal, ...]
    copy_id: str


class Written(NamedTuple):
    """What the desk got for one brief, what was turned down on the way, what it cost.

    `copy` of None: neither the model nor the fallback wrote anything that may be published.
    """

    brief: Brief
    copy: Copy | None
    tried: tuple[Tried, ...] = ()
    cost: Cost = Cost()

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every reason against every attempt, in order."""
        return tuple(refusal for tried in self.tried for refusal in tried.refusals)


class Standards(NamedTuple):
    """What copy is held to now: copy made under others does not stand."""

    fingerprint: str
    rules_version: str


class Record(NamedTuple):
    """One record to be published. `edition` > 0 marks a table's record; a table's `value` of None is a tombstone."""

    topic: str
    partition: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    edition: int = 0


class Publication(NamedTuple):
    """What follows from one or more events, in the order in which the broker must have confirmed it.

    State comes first: once the revision is known, an older event that comes again cannot be published over newer copy.
    Only what the state gives away goes `before` it: a profile that moves must be with its new owner, or nobody has it.

    `verdicts` are those of the events, for the meter.
    """

    state: tuple[Record, ...] = ()
    outputs: tuple[Record, ...] = ()
    ledger: tuple[Record, ...] = ()
    verdicts: tuple[str, ...] = ()
    before: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a table holds under a key. `value` of None: withdrawn, but the edition is remembered.

    `partition`: where it stands, told of what is followed.
    """

    edition: int
    value: bytes | None
    headers: Mapping[str, bytes] = field(default_factory=dict)
    partition: int = -1
