"""Writes `schemas/json/<type>/<version>.json`: `python -m schemas.generate`; `--check` only compares."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import to_json

from schemas.inbound import BlurbRequest, Inbound, Probe, ProductCreated, ReviewDecision, Rewrite
from schemas.inbound_users import CopyFeedback, UserBehaviour, UserPicks, UserRequest
from schemas.outbound import AudienceBlurb, CatalogueEntry, LedgerEntry, ProbeCopy, ProductCopy
from schemas.outbound_review import CopyReview
from schemas.outbound_users import Affinity, AudienceSet, PersonalCopy, PopularShelf, ProfileEntry

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FOLDER: Final = Path(__file__).parent / "json"
TYPES: Final[tuple[type[BaseModel], ...]] = (
    ProductCreated,
    Rewrite,
    BlurbRequest,
    ReviewDecision,
    Probe,
    ProductCopy,
    AudienceBlurb,
    CopyReview,
    CatalogueEntry,
    LedgerEntry,
    ProbeCopy,
    UserBehaviour,
    UserRequest,
    ProfileEntry,
    PersonalCopy,
    UserPicks,
    CopyFeedback,
    AudienceSet,
    Affinity,
    PopularShelf,
)


def type_of(model: type[BaseModel]) -> str:
    """The event type that stands in every value, and in its `ce_type` header: `product-created/1`."""
    return str(model.model_fields["type"].default)


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """JSON Schema, 2020-12: what we accept of an event, what we write of a record."""
    mode: Any = "validation" if issubclass(model, Inbound) else "serialization"
    schema = model.model_json_schema(mode=mode)
    return {"$schema": DIALECT, "$id": f"/schemas/json/{type_of(model)}.json", **schema}


def generated() -> Iterator[tuple[Path, bytes]]:
    """Every file and what should stand in it."""
    for model in TYPES:
        yield FOLDER / f"{type_of(model)}.json", to_json(schema_of(model), indent=2) + b"\n"


def stale() -> list[Path]:
    """Files that are not what the types say, and files of types that are gone."""
    wanted = dict(generated())
    there = {path: path.read_bytes() for path in FOLDER.rglob("*.json")}
    return sorted(path for path in wanted.keys() | there.keys() if wanted.get(path) != there.get(path))


def write() -> list[Path]:
    """Bring the folder up to date; what was changed."""
    changed = stale()
    wanted = dict(generated())
    for path in changed:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path])
        else:
            path.unlink()
    return changed


def main(arguments: list[str]) -> int:
    """Exit code 1 when `--check` finds something to write."""
    check = "--check" in arguments
    changed = stale() if check else write()
    for path in changed:
        sys.stdout.write(f"{'stale' if check else 'written'} {path.relative_to(FOLDER.parent.parent)}\n")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
