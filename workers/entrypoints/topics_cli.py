"""`copydesk topics apply`: a broker's topics as the registry has them."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Bootstrap, Json, kafka_of, screen, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.adapters.kafka_topics import TopicPlan
    from workers.settings import Kafka

app = typer.Typer(help="Make the topics, and set right what has drifted.", no_args_is_help=True)

DryRun = Annotated[bool, typer.Option("--dry-run", help="only say what would be done")]
Partitions = Annotated[
    int,
    typer.Option(
        min=0, max=1000, help="of every topic; never changes", show_default="COPYDESK_KAFKA__PARTITIONS, else 24"
    ),
]


@app.callback()
def topics() -> None:
    """Make the topics, and set right what has drifted."""


@app.command()
def apply(
    bootstrap: Bootstrap = "", partitions: Partitions = 0, dry_run: DryRun = False, as_json: Json = False
) -> None:
    """Make what is missing, set settings right; refuse to change a number of partitions."""
    with told():
        kafka = kafka_of(bootstrap)
        kafka = kafka.model_copy(update={"partitions": partitions}) if partitions else kafka
        plan = asyncio.run(_planned(kafka) if dry_run else _applied(kafka))
        if as_json:
            from dataclasses import asdict

            from schemas.codec import encode_json

            typer.echo(encode_json({"dry_run": dry_run, **asdict(plan)}).decode())
            return
        console = screen()
        for line in lines(plan):
            console.print(line, highlight=False, soft_wrap=True)
        if dry_run and not plan.empty:
            console.print("nothing was changed (--dry-run)")


def lines(plan: "TopicPlan") -> "Iterator[str]":
    """One for each thing that is not as it should be."""
    for topic in plan.missing:
        policy = topic.config.get("cleanup.policy", "")
        yield f"[green]make[/]  {topic.name}: {topic.partitions} partitions, {policy}"
    for drift in plan.drifts:
        yield f"[yellow]set[/]   {drift.topic}: {drift.setting} from {drift.found or 'nothing'} to {drift.wanted}"
    for recount in plan.recounts:
        yield f"[red]refuse[/] {recount.topic}: has {recount.found} partitions, not {recount.wanted}"
    if plan.empty:
        yield "all topics are as they should be"


async def _planned(kafka: "Kafka") -> "TopicPlan":
    from schemas.topics import TOPICS
    from workers.adapters.kafka_admin import connect
    from workers.adapters.kafka_topics import plan

    async with connect(kafka.bootstrap) as admin:
        return await plan(admin, TOPICS.values(), kafka.partitions)


async def _applied(kafka: "Kafka") -> "TopicPlan":
    from schemas.topics import TOPICS
    from workers.adapters.clock import SystemClock
    from workers.adapters.kafka_admin import connect
    from workers.adapters.kafka_topics import apply as apply_topics

    async with connect(kafka.bootstrap) as admin:
        return await apply_topics(admin, TOPICS.values(), kafka.partitions, kafka.replication, SystemClock())
