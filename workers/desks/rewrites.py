"""Fallback copy that waits for the writer: finding its marks in the owner's table, and asking for it again. Pure."""

from collections.abc import Iterable

from schemas.codec import decode_own, encode
from schemas.envelope import binary_headers
from schemas.inbound import Rewrite
from schemas.outbound import ProductCopy
from schemas.topics import COPY_REQUESTS_BACKFILL
from workers.outcome import Entry, Record

_MARK = b'"writer_away":true'
"""The mark in the JSON that `codec.encode` writes: a table is searched without parsing what is not marked."""


def rewrites_due(partition: int, entries: Iterable[tuple[bytes, Entry]], wall_ms: int) -> list[Record]:
    """A request for each copy that was written while the writer was away, naming the edition that was seen."""
    requests: list[Record] = []
    for key, entry in entries:
        if entry.value is None or _MARK not in entry.value:
            continue
        copy = decode_own(entry.value, ProductCopy)
        request = Rewrite(product=copy.product, locale=copy.locale, edition=entry.edition, reason="writer-back")
        name = f"rewrite/{key.decode()}/{entry.edition}"
        requests.append(
            Record(
                topic=COPY_REQUESTS_BACKFILL.name,
                partition=partition,
                key=copy.product.encode(),
                value=encode(request),
                headers=binary_headers(request.type, name, name, wall_ms),
            )
        )
    return requests
