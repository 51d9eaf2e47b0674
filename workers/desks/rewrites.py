"""Fallback copy that waits for the writer: finding its marks in the owner's table, and asking for it again. Pure."""

from collections.abc import Iterable

from schemas.codec import encode
from schemas.envelope import binary_headers
from schemas.inbound import BlurbRequest, Rewrite
from schemas.outbound import AudienceBlurb, ProductCopy
from schemas.topics import COPY_REQUESTS_BACKFILL
from workers.desks.contract import held_as
from workers.outcome import Entry, Record

_MARK = b'"writer_away":true'
"""The mark in the JSON that `codec.encode` writes: a table is searched without parsing what is not marked."""


def rewrites_due(partition: int, entries: Iterable[tuple[bytes, Entry]], wall_ms: int) -> list[Record]:
    """A request for each copy and each blurb that was written while the writer was away."""
    requests: list[Record] = []
    for key, entry in entries:
        request = _request(entry)
        if request is None:
            continue
        name = f"rewrite/{key.decode()}/{entry.edition}"
        requests.append(
            Record(
                topic=COPY_REQUESTS_BACKFILL.name,
                partition=partition,
                key=request.product.encode(),
                value=encode(request),
                headers=binary_headers(request.type, name, name, wall_ms),
            )
        )
    return requests


def _request(entry: Entry) -> Rewrite | BlurbRequest | None:
    """By what the entry is; a copy is named with the edition that was seen, a blurb is asked for as it was."""
    if entry.value is None or _MARK not in entry.value:
        return None
    if (copy := held_as(entry, ProductCopy)) is not None:
        return Rewrite(product=copy.product, locale=copy.locale, edition=entry.edition, reason="writer-back")
    blurb = held_as(entry, AudienceBlurb)
    if blurb is None:
        return None
    return BlurbRequest(product=blurb.product, locale=blurb.locale, audience=blurb.audience, facets=blurb.facets)
