"""How a vocabulary is shown: a table for people, one document for scripts."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rich.markup import escape
from rich.table import Table

from workers.entrypoints.vocabulary.build import Built

SHOWN: Final = 20
"""Doubtful values that a person is shown; a script gets a thousand."""
LISTED: Final = 1000
_WHY: Final = {
    "rare": "in fewer products than --least",
    "few sellers": "listed by fewer sellers than --sellers",
    "known": "that the lists of Copydesk have already",
    "ordinary": "words of any copy, or of our own clauses",
    "number": "with digits: the rule about numbers sees them",
    "unfit": "too short, too long, or no word of copy",
    "hostile": "orders, addresses, markup",
    "twice": "that stand for something else already",
    "doubtful": "in copy of products whose facts do not have them",
    "no room": "beyond --limit, a megabyte, or the memory",
}


def document(built: Built, file: str, kept: int) -> dict[str, Any]:
    """What `--json` prints."""
    return {
        "file": file,
        "products": built.products,
        "copies": built.copies,
        "values": kept,
        "by_matter": _by_matter(built, kept),
        "left_out": {reason: built.left_out[reason] for reason in _WHY if built.left_out[reason]},
        "unread": {what: number for what, number in built.unread.items() if number},
        "doubtful": [{**one.value.model_dump(mode="json"), "copies": one.copies} for one in built.doubtful[:LISTED]],
    }


def _by_matter(built: Built, kept: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in built.values[:kept]:
        counts[value.matter] = counts.get(value.matter, 0) + 1
    return counts


def table(told: Mapping[str, Any]) -> Table:
    """The same for people."""
    shown = Table(box=None, show_header=False, pad_edge=False)
    shown.add_column()
    shown.add_column(justify="right")
    shown.add_column(style="dim")
    shown.add_row("products", f"{told['products']:,}", "listed in the catalogue")
    shown.add_row("copies", f"{told['copies']:,}", "published, of these facts")
    kinds = ", ".join(f"{number:,} {matter}" for matter, number in told["by_matter"].items())
    shown.add_row("values", f"{told['values']:,}", escape(kinds))
    for reason, number in told["left_out"].items():
        shown.add_row("left out", f"{number:,}", _WHY[reason])
    for what, number in told["unread"].items():
        shown.add_row("not read", f"{number:,}", what)
    return shown


def lines(told: Mapping[str, Any]) -> Iterator[str]:
    """What is doubtful, then where the file is."""
    for one in told["doubtful"][:SHOWN]:
        named = f"{one['matter']} [cyan]{escape(' / '.join(one['forms']))}[/]"
        yield f"doubtful: {named}, in {one['products']:,} products, {one['copies']:,} copies of others"
    if len(told["doubtful"]) > SHOWN:
        yield f"… and {len(told['doubtful']) - SHOWN:,} more (--json)"
    yield f"{escape(told['file'])} is written: read it, then name it in COPYDESK_EDIT__PACKS"
