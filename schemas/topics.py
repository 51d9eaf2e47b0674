"""Every topic, once: who keys it, how it is kept, how large a record may be.

Everything else that needs a topic's name or limits (the command that creates topics, the workers, the tests) reads
this file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

KIB: Final = 1024
SECOND_MS: Final = 1000
HOUR_MS: Final = 3600 * SECOND_MS
DAY_MS: Final = 24 * HOUR_MS

BATCH_BYTES: Final = 1024 * KIB
"""Clients' batches are smaller than this by default, whatever client it is."""

DEAD_LETTER_HEADROOM: Final = 64 * KIB
"""Bytes that a dead letter may need beyond its input: two families of headers, at most 4 KiB each, a seal, framing."""


class Group(StrEnum):
    """Topics of one group have the same number of partitions: what follows from an event keeps its number."""

    PRODUCTS = "products"
    USERS = "users"
    FITTED = "fitted"
    PROBE = "probe"


class Role(StrEnum):
    """What a topic is to the workers."""

    INPUT = "input"
    OUTPUT = "output"
    LEDGER = "ledger"
    DEAD_LETTER = "dead-letter"
    FOREIGN = "foreign"
    """Written by commands and by others, and followed at most."""


class Policy(StrEnum):
    """Kafka's `cleanup.policy`."""

    DELETE = "delete"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. `max_record_bytes`: key, value, headers and framing of one record; more is a dead letter, or a bug.

    `personal`: its events are about persons, and its dead letters are sealed. `by_offset`: a compacted topic whose
    editions are places in the log that it is made from, so that the higher one is right, whoever sent it.
    """

    name: str
    key: str
    group: Group
    role: Role
    policy: Policy
    max_record_bytes: int
    retention_ms: int | None = None
    backfill: bool = field(default=False, kw_only=True)
    personal: bool = field(default=False, kw_only=True)
    by_offset: bool = field(default=False, kw_only=True)

    @property
    def batch_bytes(self) -> int:
        """The broker's limit, which is for a whole batch: a producer that fills its batches must not be refused."""
        return max(BATCH_BYTES, self.max_record_bytes)

    def config(self) -> dict[str, str]:
        """The topic's settings, spelled as the broker spells them."""
        config = {
            "cleanup.policy": self.policy.value,
            "max.message.bytes": str(self.batch_bytes),
            "message.timestamp.type": "CreateTime",
        }
        if self.policy is Policy.COMPACT:
            # A zombie's late record and the owner's answer must both be seen by a reader who was away for a while.
            config |= {
                "min.compaction.lag.ms": str(HOUR_MS),
                "delete.retention.ms": str(DELETE_RETENTION_MS),
                "min.cleanable.dirty.ratio": "0.3",
            }
        else:
            config["retention.ms"] = str(self.retention_ms)
        if self.group is Group.USERS:
            # The broker deletes and compacts closed segments alone: without these, in quiet partitions a word about a
            # person would outlive its term by a week, or for ever.
            config["segment.ms"] = str(SEGMENT_MS)
            if self.policy is Policy.COMPACT:
                config["max.compaction.lag.ms"] = str(SEGMENT_MS)
        return config


DELETE_RETENTION_MS: Final = 7 * DAY_MS
LEDGER_BYTES: Final = 160 * KIB
SEGMENT_MS: Final = DAY_MS
"""A segment of a topic about users is closed after so long."""

PRODUCT_CREATED: Final = Topic(
    "product-created", "product id", Group.PRODUCTS, Role.INPUT, Policy.DELETE, 64 * KIB, 28 * DAY_MS
)
COPY_REQUESTS: Final = Topic(
    "copy-requests", "product id", Group.PRODUCTS, Role.INPUT, Policy.DELETE, 16 * KIB, 7 * DAY_MS
)
COPY_REQUESTS_BACKFILL: Final = Topic(
    "copy-requests-backfill",
    "product id",
    Group.PRODUCTS,
    Role.INPUT,
    Policy.DELETE,
    16 * KIB,
    7 * DAY_MS,
    backfill=True,
)
CATALOGUE: Final = Topic("catalogue", "product id", Group.PRODUCTS, Role.OUTPUT, Policy.COMPACT, 256 * KIB)
PRODUCT_COPY: Final = Topic(
    "product-copy", "product id, locale", Group.PRODUCTS, Role.OUTPUT, Policy.COMPACT, 256 * KIB
)
AUDIENCE_BLURB: Final = Topic(
    "audience-blurb", "product id, audience, locale", Group.PRODUCTS, Role.OUTPUT, Policy.COMPACT, 64 * KIB
)
COPY_REVIEW: Final = Topic(
    "copy-review", "product id, locale, kind", Group.PRODUCTS, Role.OUTPUT, Policy.COMPACT, 64 * KIB
)
COPY_LEDGER: Final = Topic(
    "copy-ledger",
    "source topic, partition, offset",
    Group.PRODUCTS,
    Role.LEDGER,
    Policy.DELETE,
    LEDGER_BYTES,
    30 * DAY_MS,
)
USER_BEHAVIOUR: Final = Topic(
    "user-behaviour",
    "user id (pseudonym)",
    Group.USERS,
    Role.INPUT,
    Policy.DELETE,
    32 * KIB,
    7 * DAY_MS,
    personal=True,
)
PROFILE: Final = Topic(
    "profile", "user id (pseudonym)", Group.USERS, Role.OUTPUT, Policy.COMPACT, 8 * KIB, by_offset=True
)
PERSONAL_COPY: Final = Topic(
    "personal-copy", "user id (pseudonym)", Group.USERS, Role.OUTPUT, Policy.COMPACT, 64 * KIB, by_offset=True
)
USER_PICKS: Final = Topic(
    "user-picks", "user id (pseudonym)", Group.USERS, Role.FOREIGN, Policy.COMPACT, 16 * KIB, personal=True
)
COPY_FEEDBACK: Final = Topic(
    "copy-feedback",
    "user id (pseudonym), or none",
    Group.USERS,
    Role.FOREIGN,
    Policy.DELETE,
    4 * KIB,
    7 * DAY_MS,
    personal=True,
)
AUDIENCE: Final = Topic("audience", "the set's name", Group.FITTED, Role.FOREIGN, Policy.COMPACT, 512 * KIB)
AFFINITY: Final = Topic("affinity", "product, or shelf", Group.FITTED, Role.FOREIGN, Policy.COMPACT, 16 * KIB)
USER_LEDGER: Final = Topic(
    "user-ledger",
    "source topic, partition, offset",
    Group.USERS,
    Role.LEDGER,
    Policy.DELETE,
    LEDGER_BYTES,
    9 * DAY_MS,
)
PROBE: Final = Topic("probe", "any", Group.PROBE, Role.INPUT, Policy.DELETE, 4 * KIB, HOUR_MS)
PROBE_COPY: Final = Topic("probe-copy", "any", Group.PROBE, Role.OUTPUT, Policy.DELETE, 16 * KIB, HOUR_MS)
PROBE_LEDGER: Final = Topic(
    "probe-ledger",
    "source topic, partition, offset",
    Group.PROBE,
    Role.LEDGER,
    Policy.DELETE,
    LEDGER_BYTES,
    HOUR_MS,
)


def dead_letters_of(source: Topic) -> Topic:
    """The topic that takes what `source` could not have handled: same key, same retention, room for headers."""
    return Topic(
        f"{source.name}-dlq",
        source.key,
        source.group,
        Role.DEAD_LETTER,
        Policy.DELETE,
        source.batch_bytes + DEAD_LETTER_HEADROOM,
        source.retention_ms,
        personal=source.personal,
    )


INPUTS: Final = (PRODUCT_CREATED, COPY_REQUESTS, COPY_REQUESTS_BACKFILL, USER_BEHAVIOUR, PROBE)
TOPICS: Final = {
    topic.name: topic
    for topic in (
        *INPUTS,
        CATALOGUE,
        PRODUCT_COPY,
        AUDIENCE_BLURB,
        COPY_REVIEW,
        COPY_LEDGER,
        PROFILE,
        PERSONAL_COPY,
        USER_PICKS,
        COPY_FEEDBACK,
        AUDIENCE,
        AFFINITY,
        USER_LEDGER,
        PROBE_COPY,
        PROBE_LEDGER,
        *(dead_letters_of(source) for source in INPUTS),
    )
}

BY_OFFSET: Final = frozenset(topic.name for topic in TOPICS.values() if topic.by_offset)

LEDGERS: Final = {Group.PRODUCTS: COPY_LEDGER, Group.USERS: USER_LEDGER, Group.PROBE: PROBE_LEDGER}
DEFAULT_PARTITIONS: Final = 24
EMBEDDED_PARTITIONS: Final = 8


def in_group(group: Group) -> Iterator[Topic]:
    """All topics of one group."""
    return (topic for topic in TOPICS.values() if topic.group is group)
