"""`copydesk audit`: proves by inputs, ledger and outputs that each event has one outcome."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, privacy_of, screen, told
from workers.errors import Exit, Fatal

if TYPE_CHECKING:
    from workers.entrypoints.audit.run import Answer, Question
    from workers.settings import Kafka

Topics = Annotated[
    list[str] | None, typer.Option("--topic", help="input topic, repeatable", show_default="all of products")
]
Since = Annotated[
    str, typer.Option(help="only events not older than this: 2h, 3d, or a time as 2026-05-01T12:00 (UTC)")
]


def audit(bootstrap: Bootstrap = "", topics: Topics = None, since: Since = "", as_json: Json = False) -> None:
    """Prove that every event has exactly one outcome. Exit code 3 if one is missing, doubled or unbacked."""
    from workers.entrypoints.audit.view import counts, document, verdict_lines

    with told():
        kafka = kafka_of(bootstrap)
        answer = asyncio.run(answered(kafka, question_of(topics or [], kafka, since)))
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json(document(answer)).decode())
        else:
            console = screen()
            console.print(counts(answer.report))
            for line in verdict_lines(answer):
                console.print(line, highlight=False, soft_wrap=True)
        if not answer.report.clean:
            raise typer.Exit(Exit.FOUND_FAULTS)


def question_of(names: list[str], kafka: "Kafka", since: str) -> "Question":
    """What is asked. Raises `Fatal` for a topic that is no input, or a time that is none."""
    from schemas.topics import INPUTS, Group
    from workers.adapters.clock import SystemClock
    from workers.entrypoints.audit.run import Question

    inputs = {topic.name: topic for topic in INPUTS}
    unknown = [name for name in names if name not in inputs]
    if unknown:
        raise Fatal("no-input-topic", f"{', '.join(unknown)}; there are {', '.join(inputs)}")
    chosen = [inputs[name] for name in names] or [t for t in INPUTS if t.group is Group.PRODUCTS]
    return Question(
        tuple(chosen), kafka.group_of(chosen[0].group), moment_of(since, SystemClock().wall_ms()) if since else 0
    )


def moment_of(text: str, now_ms: int) -> int:
    """Milliseconds since the epoch of `90s`, `15m`, `2h`, `3d` ago, or of an ISO time. Raises `Fatal`."""
    units = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
    number, unit = text[:-1], text[-1:]
    if unit in units and number.isdigit():
        return max(0, now_ms - int(timedelta(**{units[unit]: int(number)}).total_seconds() * 1000))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Fatal("no-time", f"{text!r}: give 2h, 3d, or a time as 2026-05-01T12:00") from error
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


async def answered(kafka: "Kafka", question: "Question") -> "Answer":
    """The audit, with a bar while it reads."""
    from workers.adapters.clock import SystemClock
    from workers.adapters.kafka_marks import KafkaMarks
    from workers.adapters.kafka_reader import KafkaReader
    from workers.adapters.sealing import sealer_of
    from workers.entrypoints.audit.run import AuditRun
    from workers.settings import Privacy

    clock = SystemClock()
    reader = KafkaReader(kafka, "copydesk-audit")
    personal = any(topic.personal for topic in question.topics)
    sealer = sealer_of(privacy_of(kafka) if personal else Privacy())
    with counting("reading") as progress:
        run = AuditRun(reader, KafkaMarks(kafka, clock), question, sealer, progress)
        await reader.start()
        try:
            return await run.run(clock.wall_ms())
        finally:
            await reader.stop()
