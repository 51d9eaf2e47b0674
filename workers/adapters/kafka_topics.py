"""A broker's topics against the registry: what is missing is made, what has drifted is set right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from schemas.topics import Topic
from workers.adapters.kafka_admin import DescribedTopic, KafkaAdmin, NamedTopic
from workers.errors import Fatal, Transient
from workers.ports import Clock

SEEN_SECONDS: Final = 15.0
POLL_SECONDS: Final = 0.05


@dataclass(frozen=True, slots=True)
class Drift:
    """A setting of an existing topic that is not as the registry has it."""

    topic: str
    setting: str
    found: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Recount:
    """A topic whose number of partitions is not the wanted one, which nothing here will change."""

    topic: str
    found: int
    wanted: int


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """What `apply` would do, and what it refuses."""

    missing: tuple[NamedTopic, ...]
    drifts: tuple[Drift, ...]
    recounts: tuple[Recount, ...]

    @property
    def empty(self) -> bool:
        return not (self.missing or self.drifts or self.recounts)


def compare(wanted: Iterable[Topic], partitions: int, found: Mapping[str, DescribedTopic]) -> TopicPlan:
    """Registry against broker; `partitions` is the number for every topic."""
    missing, drifts, recounts = [], [], []
    for topic in wanted:
        there = found.get(topic.name)
        if there is None:
            missing.append(NamedTopic(topic.name, partitions, topic.config()))
            continue
        if there.partitions != partitions:
            recounts.append(Recount(topic.name, there.partitions, partitions))
        drifts += [
            Drift(topic.name, setting, there.config.get(setting, ""), value)
            for setting, value in topic.config().items()
            if there.config.get(setting) != value
        ]
    return TopicPlan(tuple(missing), tuple(drifts), tuple(recounts))


async def plan(admin: KafkaAdmin, wanted: Iterable[Topic], partitions: int) -> TopicPlan:
    """What would be done; changes nothing."""
    topics = tuple(wanted)
    return compare(topics, partitions, await admin.describe(topic.name for topic in topics))


async def apply(
    admin: KafkaAdmin, wanted: Iterable[Topic], partitions: int, replication: int, clock: Clock
) -> TopicPlan:
    """Do it, and say what was done. Raises `Fatal`, with nothing changed, where a count would change."""
    topics = tuple(wanted)
    found = await admin.describe(topic.name for topic in topics)
    todo = compare(topics, partitions, found)
    if todo.recounts:
        counts = ", ".join(f"{one.topic} has {one.found}, not {one.wanted}" for one in todo.recounts)
        raise Fatal(
            "partition-count-changed",
            f"{counts}. A key's partition follows from the count, and all its state lies there, so it never "
            "changes. Set kafka.partitions to what is there, or use new topics",
        )
    if todo.missing:
        await admin.create(todo.missing, replication)
        await _until_seen(admin, {topic.name for topic in todo.missing}, clock)
    for name in dict.fromkeys(drift.topic for drift in todo.drifts):
        changed = {drift.setting: drift.wanted for drift in todo.drifts if drift.topic == name}
        # The broker takes the whole set: what an operator has set besides ours must be said again.
        await admin.set_overrides(name, {**found[name].overrides, **changed})
    return todo


async def _until_seen(admin: KafkaAdmin, names: set[str], clock: Clock) -> None:
    # The controller confirms first; a broker that has not heard yet would tell clients that there is no such topic.
    deadline = clock.now() + SEEN_SECONDS
    while unseen := names - (await admin.describe(names)).keys():
        if clock.now() >= deadline:
            raise Transient("topics-not-seen", f"{', '.join(sorted(unseen))} after {SEEN_SECONDS:.0f} s")
        await clock.sleep(POLL_SECONDS)
