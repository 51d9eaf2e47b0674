"""`copydesk edit FILE`: the editor alone, over copy that somebody else wrote."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Json, screen, told
from workers.errors import Exit

if TYPE_CHECKING:
    from workers.edit.gate import Editor
    from workers.entrypoints.edit.check import Verdict

File = Annotated[
    typer.FileBinaryRead,
    typer.Argument(
        metavar="FILE|-",
        help="JSON lines: {product, locale, kind, text}, a product as on product-created, bullets a line each, "
        "or a list; - = stdin",
    ),
]
Without = Annotated[
    list[str] | None, typer.Option("--without", help="a rule that does not count, as refusals name it; may be repeated")
]
Packs = Annotated[list[Path] | None, typer.Option("--pack", help="an operator's pack; may be repeated")]
Channels = Annotated[
    list[str] | None, typer.Option("--channel", help="where the texts are to stand: amazon, taobao …; may be repeated")
]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--day", formats=["%Y-%m-%d"], help="as of which they are judged", show_default="all that is announced"
    ),
]


def edit(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    file: File,
    without: Without = None,
    pack: Packs = None,
    channel: Channels = None,
    day: Day = None,
    as_json: Json = False,
) -> None:
    """Hold texts to their listings' facts and to the law. Exit code 3 if one is refused, 1 if one cannot be read."""
    with told():
        from workers.entrypoints.edit.check import rules, verdicts

        editor = _editor(pack or [], channel or [], day)
        counts: Counter[str] = Counter()
        for verdict in verdicts(file, rules(without or (), editor), editor):
            counts["texts"] += 1
            counts["refused"] += verdict.refused
            counts["unreadable"] += bool(verdict.fault)
            for line in (_document(verdict, editor),) if as_json else _shown(verdict, editor):
                screen().print(line, highlight=False, soft_wrap=True, markup=not as_json)
        if not as_json:
            told_of = ", ".join(f"{counts[name]:,} {name}" for name in ("texts", "refused", "unreadable"))
            screen().print(told_of, highlight=False)
        if counts["unreadable"]:
            raise typer.Exit(Exit.FAILED)
        if counts["refused"]:
            raise typer.Exit(Exit.FOUND_FAULTS)


def _editor(packs: list[Path], channels: list[str], day: datetime | None) -> "Editor":
    from workers.adapters.pack_files import house_of
    from workers.settings import Edit

    everywhere = dict.fromkeys(("en", "zh"), tuple(channels))
    house = house_of(Edit(packs=tuple(packs), channels=everywhere, day=day.date() if day else None))
    for caution in house.cautions:
        typer.echo(f"{', '.join(caution.entries)}: {caution.hint}", err=True)
    return house.editor


def _document(verdict: "Verdict", editor: "Editor") -> str:
    from schemas.codec import encode_json
    from workers.entrypoints.refusals import document as refusal_document

    written = verdict.written
    document = {
        "line": verdict.line,
        "product": written.product.id if written else None,
        "locale": written.locale if written else None,
        "kind": written.kind if written else None,
        "passes": verdict.passes,
        "belongs": None if verdict.belongs is None else round(verdict.belongs, 3),
        "fault": verdict.fault or None,
        "refusals": [
            refusal_document(one, written.text if written else "", verdict.brief, editor) for one in verdict.refusals
        ],
        "sentences": [one._asdict() for one in verdict.sentences],
    }
    return encode_json(document).decode()


def _shown(verdict: "Verdict", editor: "Editor") -> Iterator[str]:
    from rich.markup import escape

    from workers.entrypoints.refusals import lines

    if verdict.fault:
        yield f"{verdict.line}: [red]unreadable[/] {escape(verdict.fault)}"
        return
    if verdict.written is None or not verdict.refused:
        return
    about = f"{verdict.written.product.id} {verdict.written.kind} {verdict.written.locale}"
    yield f"{verdict.line}: {escape(about)} [red]refused[/]  {verdict.belongs:.0%} about this listing"
    yield from (f"    {line}" for line in lines(verdict.refusals, verdict.brief, editor))
