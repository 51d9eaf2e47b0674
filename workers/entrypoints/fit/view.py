"""How a fit is shown: a table for people, one document for scripts."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rich.markup import escape
from rich.table import Table

from workers.entrypoints.fit.affinity import Counted
from workers.entrypoints.fit.audiences import AudienceFit
from workers.entrypoints.fit.records import Changes
from workers.plan.audience import EVERYONE

LEADING: Final = 4
"""Facets of a centre that a person is shown."""


def affinity_document(found: Counted, changes: Changes) -> dict[str, Any]:
    """What `--json` prints, once the changes have been made."""
    return {
        "users": found.visits.users,
        "products": len(found.ids),
        "pairs": found.visits.pairs // 2,
        "affinities": changes.affinities,
        "shelves": changes.shelves,
        "published": changes.published,
        "unchanged": changes.unchanged,
        "withdrawn": changes.withdrawn,
        "left_out": {what: number for what, number in found.left_out.items() if number},
    }


def affinity_table(document: Mapping[str, Any]) -> Table:
    """The same for people."""
    about = {
        "users": "who had to do with a product, and may be learnt from",
        "products": "listed in the catalogue",
        "pairs": "of products that are remembered",
        "affinities": "products with something that goes with them",
        "shelves": "by facet, and `*` for everything",
        "published": "records that are new, or say something else",
        "unchanged": "records that were right already",
        "withdrawn": "tombstones for what is gone",
    }
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_column(style="dim")
    for name, what in about.items():
        table.add_row(name, f"{document[name]:,}", what)
    for name, number in document["left_out"].items():
        table.add_row("left out", f"{number:,}", name.replace("_", " "))
    return table


def audiences_document(found: AudienceFit) -> dict[str, Any]:
    """What `--json` prints."""
    fit = found.fit
    return {
        "version": found.version,
        "users": fit.users,
        "everyone_share": round(fit.apart / fit.users, 4),
        "clusters": found.k,
        "silhouette": round(found.silhouette, 4),
        "audiences": [
            {
                "id": one.id,
                "words": {"en": one.words("en"), "zh": one.words("zh")},
                "users": one.size,
                "facets": list(one.facets),
                "parent": one.parent,
                "kept": one.id in fit.old,
            }
            for one in fit.audiences
        ],
    }


def audiences_table(found: AudienceFit) -> Table:
    """One line for each audience, the largest first."""
    table = Table(box=None, pad_edge=False)
    for name in ("id", "words"):
        table.add_column(name)
    table.add_column("users", justify="right")
    table.add_column("leading facets", style="dim")
    table.add_column("id is")
    for one in sorted(found.fit.audiences, key=lambda one: (-one.size, one.id)):
        leading = " ".join(list(one.centre)[:LEADING])
        kept = "kept" if one.id in found.fit.old else "[green]new[/]"
        table.add_row(one.id, escape(one.words("en")), f"{one.size:,}", escape(leading), kept)
    table.add_row(EVERYONE.id, EVERYONE.words("en"), f"{found.fit.apart:,}", "", "always")
    return table


def audience_lines(found: AudienceFit) -> Iterator[str]:
    """What it comes to, in lines with markup."""
    fit = found.fit
    yield f"version {found.version} of the set: {len(fit.audiences)} audiences, fitted to {fit.users:,} users"
    yield f"{fit.apart / fit.users:.1%} of the users are in `everyone`: no one interest, or too few events"
    yield f"silhouette of the {found.k} clusters (cosine, -1 to 1): {found.silhouette:.3f}"
