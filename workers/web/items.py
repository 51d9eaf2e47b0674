"""Items that were put together lately, as they are sent: the same product is shown to many users of an audience.

An item is right for as long as nothing has arrived of its product, in any of the topics that it is made from. Pure but
for what it remembers, which decides nothing.
"""

from math import inf
from typing import Final, NamedTuple

from schemas.codec import encode
from schemas.topics import DELETE_RETENTION_MS
from workers.lately import Lately
from workers.web.offer import offer_of
from workers.web.personal import Pick
from workers.web.shelf import Shelf
from workers.web.views import BlurbView, Level
from workers.web.wording import Asked, worded

KEPT: Final = 120_000
"""Items: some 100 MB where all of them are taken."""
_REASON: Final = b',"reason":"'
_AFTER_REASON: Final = b'","audience":'


class Ready(NamedTuple):
    """An item's JSON, before and behind why it is shown."""

    head: bytes
    tail: bytes
    level: Level

    def because(self, reason: str) -> bytes:
        """Its JSON. A reason is a word of a closed list: nothing in it needs an escape."""
        return b"%s%s%s" % (self.head, reason.encode(), self.tail)


class _Kept(NamedTuple):
    """`turn`: of the product, when it was made. `until_ms`: time alone changes it then. `blurb`: the locale and the
    edition of the blurb that it is, if it is one.
    """

    ready: Ready | None
    turn: int
    until_ms: float
    blurb: tuple[str, int]


_NO_BLURB: Final = ("", -1)
_Key = tuple[str | int | None, ...]


class Items:
    """Of one shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._kept: Lately[_Key, _Kept] = Lately(KEPT)

    def item(self, asked: Asked) -> Ready | None:
        """None for what is not on offer, or has no words. Raises `Fatal` when the disk fails."""
        product, _, locale, now_ms, audience, pick = asked
        turn = self.shelf.turn(product.encode())
        if pick is None:
            return self._plain((product, audience, locale, None), asked, turn)
        plain = (product, audience, locale, pick.locale)
        if not pick.text:
            return self._plain(plain, asked, turn)
        kept = self._kept.get(plain)
        if kept is not None and kept.turn == turn and _outdoes(kept.blurb, pick):
            return kept.ready
        quoting = (*plain, pick.text, pick.edition, pick.copy_id)
        kept = self._kept.get(quoting)
        if kept is not None and kept.turn == turn and now_ms < kept.until_ms:
            return kept.ready
        made = self._made(asked, turn)
        # What is said in spite of a quote is said to who quotes nothing, too.
        self._kept.keep(plain if _outdoes(made.blurb, pick) else quoting, made)
        return made.ready

    def _plain(self, key: _Key, asked: Asked, turn: int) -> Ready | None:
        kept = self._kept.get(key)
        if kept is None or kept.turn != turn:
            kept = self._made(asked, turn)
            self._kept.keep(key, kept)
        return kept.ready

    def _made(self, asked: Asked, turn: int) -> _Kept:
        offer = offer_of(self.shelf, asked.product)
        view = None if offer is None else worded(self.shelf, offer, asked)
        if view is None:
            return _Kept(None, turn, _until(asked), _NO_BLURB)
        blurb = (view.locale or "", view.edition) if view.level == "audience-blurb" else _NO_BLURB
        return _Kept(ready_of(view), turn, _until(asked), blurb)


def ready_of(view: BlurbView) -> Ready:
    """Cut where the reason stands. In a text there is no such place: its quotes are escaped."""
    head, _, rest = encode(view).partition(_REASON)
    tail = rest[rest.index(_AFTER_REASON) :]
    return Ready(head + _REASON, tail, view.level)


def _outdoes(blurb: tuple[str, int], pick: Pick) -> bool:
    """Whether the blurb is at least as new as the one that the pick quotes: then the quote makes no difference."""
    locale, edition = blurb
    return edition >= pick.edition and locale == pick.locale


def _until(asked: Asked) -> float:
    """When a quote without a blurb becomes too old to be believed; past that moment it stays so."""
    if asked.pick is None or not asked.pick.text:
        return inf
    ends = asked.pick.edition + DELETE_RETENTION_MS
    return ends if asked.now_ms < ends else inf
