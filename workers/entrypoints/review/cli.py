"""`copydesk review`: what waits for a person, and their decisions."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, screen, told
from workers.errors import Exit, Fatal, Misuse

if TYPE_CHECKING:
    from schemas.inbound import ReviewDecision
    from workers.desks.decisions import Reading
    from workers.entrypoints.review.queue import Receipt, ReviewQueue, Waiting

WITHIN: Final = 30.0
STDIN: Final = Path("-")

app = typer.Typer(help="Copy that waits for a person: look, and decide.", no_args_is_help=True)

Key = Annotated[list[str], typer.Argument(metavar="KEY", help="product, locale and kind: mug-1 en-GB title")]
By = Annotated[str, typer.Option("--by", help="who decides: a short name; it is published with the copy")]
Note = Annotated[str, typer.Option(help="why, in at most 200 characters; the ledger keeps it")]
Wait = Annotated[bool, typer.Option("--wait/--no-wait", help=f"for the owner's answer, {WITHIN:.0f} s at most")]
Draft = Annotated[int, typer.Option(min=0, help="its number, as `show` has it", show_default="the only one")]
Text = Annotated[str, typer.Option(help="the text itself")]
File = Annotated[Path | None, typer.Option("--file", help="where the text stands; - reads standard input")]


class How(NamedTuple):
    """How a decision is signed, sent and shown."""

    by: str
    note: str
    wait: bool
    bootstrap: str
    as_json: bool


@app.command("list")
def list_open(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    product: Annotated[str, typer.Option(help="only this product's")] = "",
    locale: Annotated[str, typer.Option(help="only in this locale")] = "",
    rule: Annotated[str, typer.Option(help="only with a draft that this rule refused")] = "",
    limit: Annotated[int, typer.Option(min=1, help="at most so many")] = 50,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """List what waits, with the rules that refused it."""
    with told():
        from workers.entrypoints.review.queue import Wanted
        from workers.entrypoints.review.view import document, listed

        async def all_of_it(queue: "ReviewQueue") -> "list[Waiting]":
            with counting("reading") as progress:
                return await queue.waiting(progress)

        found = list(Wanted(product, locale, rule).of(_over(bootstrap, all_of_it)))
        if as_json:
            _echo([document(one) for one in found[:limit]])
            return
        _print(listed(found[:limit], len(found)))


@app.command()
def show(key: Key, bootstrap: Bootstrap = "", as_json: Json = False) -> None:
    """Show one review: its drafts with what was refused, and the facts beside them."""
    with told():
        from workers.bootstrap import editor_of
        from workers.entrypoints.review.view import document, shown
        from workers.settings import Settings

        one = _over(bootstrap, lambda queue: _named(queue, key))
        if as_json:
            _echo(document(one))
            return
        _print(shown(one, editor_of(Settings())))


@app.command()
def approve(  # noqa: PLR0913, PLR0917  as above
    key: Key,
    by: By,
    draft: Draft = 0,
    note: Note = "",
    wait: Wait = True,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Publish a draft as it is. A person may overrule rules about facts and style, not those that protect readers."""

    async def act(queue: "ReviewQueue", how: How) -> "Done":
        from workers.entrypoints.review.queue import draft_named

        one = await _named(queue, key)
        chosen = draft_named(one.review, draft)
        reading = await _read_beforehand(queue, one, chosen.text)
        named = {"attempt": chosen.attempt, "origin": chosen.origin}
        return await _decide(queue, (one, reading), "approve", how, **named)

    _decided(act, How(by, note, wait, bootstrap, as_json))


@app.command()
def edit(  # noqa: PLR0913, PLR0917  as above
    key: Key,
    by: By,
    text: Text = "",
    file: File = None,
    note: Note = "",
    wait: Wait = True,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Publish your own text: --text, --file, or what $EDITOR makes of the last draft."""

    async def act(queue: "ReviewQueue", how: How) -> "Done":
        one = await _named(queue, key)
        own = await asyncio.to_thread(_own_text, one, text, file)
        reading = await _read_beforehand(queue, one, own)
        return await _decide(queue, (one, reading), "edit", how, text=own)

    _decided(act, How(by, note, wait, bootstrap, as_json))


@app.command()
def reject(  # noqa: PLR0913, PLR0917  as above
    key: Key, by: By, note: Note = "", wait: Wait = True, bootstrap: Bootstrap = "", as_json: Json = False
) -> None:
    """Publish none of it. The same drafts are not put to anybody again."""

    async def act(queue: "ReviewQueue", how: How) -> "Done":
        return await _decide(queue, (await _named(queue, key), None), "reject", how)

    _decided(act, How(by, note, wait, bootstrap, as_json))


class Done(NamedTuple):
    """A decision that was sent, and how the editor reads what it publishes."""

    one: "Waiting"
    receipt: "Receipt"
    reading: "Reading | None"


def _decided(act: Callable[["ReviewQueue", How], Coroutine[Any, Any, Done]], how: How) -> None:
    with told():
        from workers.entrypoints.review.view import decided, receipt_document

        one, receipt, reading = _over(how.bootstrap, lambda queue: act(queue, how))
        if how.as_json:
            _echo(receipt_document(one, receipt))
        else:
            _print(decided(one, receipt, reading))
        if how.wait and receipt.outcome is None:
            raise Fatal("no-answer", f"within {WITHIN:.0f} s; it is in the log, and `copydesk status` says who is up")
    if receipt.outcome is not None and not receipt.carried_out:
        raise typer.Exit(Exit.FAILED)


async def _decide(
    queue: "ReviewQueue", what: "tuple[Waiting, Reading | None]", action: str, how: How, **more: object
) -> Done:
    from workers.entrypoints.review.queue import decision_of

    one, reading = what
    decision: ReviewDecision = decision_of(one, action, (how.by, how.note), **more)
    return Done(one, await queue.decide(one, decision, WITHIN if how.wait else 0), reading)


async def _named(queue: "ReviewQueue", key: list[str]) -> "Waiting":
    from workers.entrypoints.review.queue import named

    with counting("reading") as progress:
        return named(await queue.waiting(progress), key)


async def _read_beforehand(queue: "ReviewQueue", one: "Waiting", text: str) -> "Reading":
    from workers.bootstrap import editor_of
    from workers.entrypoints.review.queue import read_beforehand
    from workers.plan.benefits import load
    from workers.settings import Settings

    with counting("reading") as progress:
        entry = await queue.entry(one, progress)
    return read_beforehand(text, one, entry, load(), editor_of(Settings()))


def _own_text(one: "Waiting", text: str, file: Path | None) -> str:
    """Raises `Misuse` where none is given, and nobody sits there who could write one; OSError."""
    if text and file is not None:
        raise Misuse("two-texts", "give --text or --file")
    if file is not None:
        text = (sys.stdin.read() if file == STDIN else file.read_text()).strip()
    elif not text:
        text = _written_now(one)
    if not text.strip():
        raise Misuse("no-text", "there is nothing in it: `reject` publishes nothing")
    return text.strip()


def _written_now(one: "Waiting") -> str:
    if not sys.stdin.isatty():
        raise Misuse("no-text", "give --text TEXT or --file FILE; $EDITOR is asked on a terminal alone")
    from workers.entrypoints.review.editor import edited
    from workers.settings import environment

    last = next((draft.text for draft in reversed(one.review.drafts) if draft.text), "")
    written = edited(last, environment())
    if written.strip() == last.strip():
        raise Misuse("no-text", "it was left as it is: `approve --draft N` publishes a draft unchanged")
    return written


def _over(bootstrap: str, work: Callable[["ReviewQueue"], Coroutine[Any, Any, Any]]) -> Any:  # noqa: ANN401  its result
    async def run() -> Any:  # noqa: ANN401  as above
        async with _queue(bootstrap) as queue:
            return await work(queue)

    return asyncio.run(run())


@asynccontextmanager
async def _queue(bootstrap: str) -> "AsyncIterator[ReviewQueue]":
    from workers.adapters.clock import SystemClock
    from workers.adapters.kafka_reader import KafkaReader
    from workers.entrypoints.review.queue import CLIENT, ReviewQueue

    kafka = kafka_of(bootstrap)
    reader = KafkaReader(kafka, CLIENT)
    await reader.start()
    try:
        yield ReviewQueue(kafka, reader, SystemClock())
    finally:
        await reader.stop()


def _echo(document: object) -> None:
    from schemas.codec import encode_json

    typer.echo(encode_json(document).decode())


def _print(lines: Any) -> None:  # noqa: ANN401  an iterable of lines with markup
    console = screen()
    for line in lines:
        console.print(line, highlight=False, soft_wrap=True)
