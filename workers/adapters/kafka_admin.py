"""What a broker knows of itself and its topics, through aiokafka's admin client."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, for_code

from workers.adapters.kafka_closing import closed
from workers.errors import Fatal, Transient

REQUEST_SECONDS: Final = 10.0
_SET_ON_TOPIC: Final = 1
_UNKNOWN_TOPIC: Final = 3
_EXISTS: Final = 36


@dataclass(frozen=True, slots=True)
class NamedTopic:
    """A topic to be made. `config` is spelled as the broker spells it."""

    name: str
    partitions: int
    config: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DescribedTopic:
    """A topic as it is. `config` is what holds; `overrides` is the part of it that was set on this topic."""

    partitions: int
    config: Mapping[str, str]
    overrides: Mapping[str, str]


class KafkaAdmin:
    """One connected admin client; made by `connect`. Methods raise `Transient`, and `Fatal` for a refusal."""

    def __init__(self, client: AIOKafkaAdminClient) -> None:
        self._client = client

    async def cluster_id(self) -> str:
        cluster = await _answered(self._client.describe_cluster())
        return str(cluster["cluster_id"])

    async def describe(self, names: Iterable[str]) -> dict[str, DescribedTopic]:
        """Those of the named topics that exist."""
        found = await _answered(self._client.describe_topics(list(names)))
        counts = {topic["topic"]: len(topic["partitions"]) for topic in found if not topic["error_code"]}
        for topic in found:
            _check(topic["error_code"], topic["topic"], allowed=_UNKNOWN_TOPIC)
        if not counts:
            return {}
        asked = [ConfigResource(ConfigResourceType.TOPIC, name) for name in counts]
        answers = await _answered(self._client.describe_configs(asked))
        return dict(_described(answer, counts) for reply in answers for answer in reply.resources)

    async def create(self, topics: Sequence[NamedTopic], replication: int) -> None:
        """Make topics; one that another starter has just made is no error."""
        wanted = [
            NewTopic(topic.name, topic.partitions, replication, topic_configs=dict(topic.config)) for topic in topics
        ]
        reply = await _answered(self._client.create_topics(wanted))
        for name, code, *_ in reply.topic_errors:
            _check(code, name, allowed=_EXISTS)

    async def set_overrides(self, name: str, overrides: Mapping[str, str]) -> None:
        """Replace all that is set on this topic: what is left out falls back to the broker's default."""
        resource = ConfigResource(ConfigResourceType.TOPIC, name, configs=dict(overrides))
        for reply in await _answered(self._client.alter_configs([resource])):
            for code, _message, *_ in reply.resources:
                _check(code, name, allowed=0)


@asynccontextmanager
async def connect(bootstrap: str) -> AsyncIterator[KafkaAdmin]:
    """A client for `host:port[,host:port]`. Raises `Transient` while no broker answers."""
    client = AIOKafkaAdminClient(
        bootstrap_servers=bootstrap,
        client_id="copydesk-admin",
        request_timeout_ms=int(REQUEST_SECONDS * 1000),
    )
    try:
        await _answered(client.start())
        yield KafkaAdmin(client)
    finally:
        await closed(client.close())


async def cluster_id(bootstrap: str) -> str:
    """The cluster's id, when metadata answers. Raises `Transient` while it does not."""
    # aiokafka logs an error for each refused connection; a broker that is starting refuses many.
    host, _, port = bootstrap.split(",", maxsplit=1)[0].rpartition(":")
    try:
        async with asyncio.timeout(REQUEST_SECONDS):
            _, writer = await asyncio.open_connection(host, int(port))
            writer.close()
            await writer.wait_closed()
    except (OSError, TimeoutError, ValueError) as error:
        raise Transient("broker-unreachable", f"{bootstrap}: {error}") from error
    async with connect(bootstrap) as admin:
        return await admin.cluster_id()


async def _answered(call: Any) -> Any:  # noqa: ANN401  aiokafka has no types for its replies
    try:
        async with asyncio.timeout(REQUEST_SECONDS + 1):
            return await call
    except (KafkaError, OSError, TimeoutError) as error:
        raise Transient("broker-unreachable", repr(error)) from error


def _check(code: int, name: str, allowed: int) -> None:
    if code in (0, allowed):
        return
    error = for_code(code)
    fate = Transient if error.retriable else Fatal
    raise fate("topic-refused", f"{name}: {error.__name__}")


def _described(answer: Sequence[Any], counts: Mapping[str, int]) -> tuple[str, DescribedTopic]:
    code, _message, _kind, name, entries = answer[:5]
    _check(code, name, allowed=0)
    config = {entry[0]: entry[1] for entry in entries}
    overrides = {entry[0]: entry[1] for entry in entries if entry[3] == _SET_ON_TOPIC}
    return name, DescribedTopic(counts[name], config, overrides)
