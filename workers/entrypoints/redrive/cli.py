"""`copydesk redrive TOPIC`: dead letters whose cause is gone are sent again, unchanged."""

import asyncio
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, privacy_of, screen, told
from workers.errors import Exit, Misuse

if TYPE_CHECKING:
    from workers.adapters.kafka_reader import KafkaReader
    from workers.entrypoints.redrive.run import Found, Question
    from workers.ports import Sealer
    from workers.settings import Kafka

TopicName = Annotated[str, typer.Argument(metavar="TOPIC", help="an input topic, or its dead-letter topic")]
Reasons = Annotated[list[str] | None, typer.Option("--reason", help="only letters of this reason; repeatable")]
Since = Annotated[
    str, typer.Option(help="only letters not older than this: 2h, 3d, or a time as 2026-05-01T12:00 (UTC)")
]
Key = Annotated[str, typer.Option(help="only letters with this key, as it stands in the dead-letter topic")]
Limit = Annotated[
    int, typer.Option(min=0, help="at most so many events; 0 = all. A few first show if the cause is gone")
]
Rate = Annotated[float, typer.Option(min=0, help="events per second; 0 = as fast as they are taken")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="say what would be sent, and why others would not")]


class Way(NamedTuple):
    """How it is sent. A dry run sends nothing."""

    dry_run: bool
    rate: float


def redrive(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    topic: TopicName,
    reasons: Reasons = None,
    since: Since = "",
    key: Key = "",
    limit: Limit = 0,
    rate: Rate = 0.0,
    dry_run: DryRun = False,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Send dead letters again once their cause is gone. Exit code 1 if some could not be (no seal key, too large)."""
    from workers.entrypoints.redrive.view import document, lines, table_of

    with told():
        kafka = kafka_of(bootstrap)
        question = question_of(topic, kafka, (tuple(reasons or ()), key, since, limit))
        found = asyncio.run(redriven(kafka, question, Way(dry_run, rate)))
        waiting = len(found.letters) if dry_run else 0
        name, tally = question.source.name, found.tally
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json(document(name, tally, waiting)).decode())
        else:
            console = screen()
            if tally.found:
                console.print(table_of(tally))
            for line in lines(name, tally, waiting):
                console.print(line, highlight=False, soft_wrap=True)
    if tally.failed:
        raise typer.Exit(Exit.FAILED)


def question_of(name: str, kafka: "Kafka", filters: tuple[tuple[str, ...], str, str, int]) -> "Question":
    """What is asked. Raises `Misuse` for a topic that has no dead letters, and for a reason that none can have."""
    from schemas.reasons import Reason
    from schemas.topics import INPUTS, dead_letters_of
    from workers.adapters.clock import SystemClock
    from workers.entrypoints.audit.cli import moment_of
    from workers.entrypoints.redrive.letters import Wanted
    from workers.entrypoints.redrive.run import Question

    inputs = {known: topic for topic in INPUTS for known in (topic.name, dead_letters_of(topic).name)}
    reasons, key, since, limit = filters
    if name not in inputs:
        raise Misuse("no-dead-letters", f"{name}; there are those of {', '.join(topic.name for topic in INPUTS)}")
    if unknown := sorted(set(reasons) - set(Reason)):
        raise Misuse("no-such-reason", f"{', '.join(unknown)}; a dry run without --reason shows those there are")
    source = inputs[name]
    wanted = Wanted(frozenset(reasons), key.encode() if key else None)
    moment = moment_of(since, SystemClock().wall_ms()) if since else 0
    return Question(source, kafka.group_of(source.group), wanted, moment, limit)


async def redriven(kafka: "Kafka", question: "Question", way: Way) -> "Found":
    """The search, then the sending, each with a bar; the tally says what became of each letter."""
    from workers.adapters.clock import SystemClock
    from workers.adapters.kafka_marks import KafkaMarks
    from workers.adapters.kafka_reader import KafkaReader
    from workers.adapters.sealing import sealer_of
    from workers.entrypoints.redrive.run import CLIENT, Search
    from workers.settings import Privacy

    sealer = sealer_of(privacy_of(kafka) if question.source.personal else Privacy())
    reader = KafkaReader(kafka, CLIENT)
    await reader.start()
    try:
        with counting("reading") as progress:
            found = await Search(reader, KafkaMarks(kafka, SystemClock()), question, sealer).run(progress)
        if found.letters and not way.dry_run:
            await _sent(kafka, found, (reader, sealer), way.rate)
        return found
    finally:
        await reader.stop()


async def _sent(kafka: "Kafka", found: "Found", opening: tuple["KafkaReader", "Sealer"], rate: float) -> None:
    from workers.adapters.clock import SystemClock
    from workers.entrypoints.redrive.run import Sending, producer_for

    reader, sealer = opening
    producer = producer_for(kafka, found.source)
    await producer.start()
    try:
        with counting("sending") as progress:
            await Sending(producer, SystemClock(), rate).run(found, reader, sealer, progress)
    finally:
        await producer.stop()
