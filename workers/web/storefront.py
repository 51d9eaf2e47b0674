"""The first products of the catalogue, for a shop of which nobody has counted what is popular. No network, no clock.

They are looked for a little at a time: the marks of delisted products stay in the catalogue for ever, and may be all
that stands at its beginning.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from workers.outcome import Entry
from workers.web.offer import listing_in
from workers.web.shelf import Served

ROWS: Final = 256
"""That are looked at for one answer, at most."""
KEPT: Final = 24
AGAIN_MS: Final = 10_000


class Storefront:
    """Equal catalogues give equal products, whoever asks. Whether one is still on offer, its reader checks."""

    def __init__(self, catalogue: Served) -> None:
        self._catalogue = catalogue
        self._found: tuple[str, ...] = ()
        self._search: _Search | None = None
        self._again_ms = 0

    def products(self, now_ms: int) -> Sequence[str]:
        """Those known so far, in the catalogue's order, at most `KEPT`. Raises `Fatal` when the disk fails."""
        if self._search is None and now_ms >= self._again_ms:
            self._search = _Search(self._catalogue)
        if self._search is None:
            return self._found
        finding = self._search
        finding.step(ROWS)
        if finding.ended:
            self._found, self._search = tuple(finding.found), None
            # Where there was nothing, the next one to ask looks again: a blank page is what this is against.
            self._again_ms = now_ms + AGAIN_MS if self._found else now_ms
        return self._found or tuple(finding.found)


class _Search:
    """One walk through the catalogue, partition by partition, until enough is found."""

    def __init__(self, catalogue: Served) -> None:
        self._catalogue = catalogue
        self._left = list(catalogue.partitions)
        self._after = b""
        self.found: list[str] = []

    @property
    def ended(self) -> bool:
        return not self._left or len(self.found) >= KEPT

    def step(self, rows: int) -> None:
        for entry in self._rows(rows):
            listing = listing_in(entry)
            if listing is not None and listing.on_offer:
                self.found.append(listing.product)
            if self.ended:
                return

    def _rows(self, rows: int) -> Iterator[Entry]:
        while self._left and rows > 0:
            page = self._catalogue.page(self._left[0], self._after, rows)
            for key, entry in page:
                self._after = key
                yield entry
            if len(page) < rows:
                self._left.pop(0)
                self._after = b""
            rows -= len(page)
