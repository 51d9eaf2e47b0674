"""Position tokens: how far the store is with one product, opaque to callers. Pure."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final, NamedTuple

from schemas.outbound import CatalogueEntry
from workers.desks.sheet import copy_key
from workers.web.shelf import Shelf

MAX_TOKEN: Final = 64
_SPELLED: Final = re.compile(rb"1:([0-9]{1,5}):([0-9]{1,16})")


class Position(NamedTuple):
    """The partition of a product, and the highest edition of what is known of it."""

    partition: int
    edition: int

    @property
    def token(self) -> str:
        return urlsafe_b64encode(b"1:%d:%d" % self).decode().rstrip("=")


def parsed(token: str) -> Position | None:
    """What a token says, or None where it is none of ours."""
    if len(token) > MAX_TOKEN:
        return None
    try:
        spelled = _SPELLED.fullmatch(urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except ValueError:
        return None
    return None if spelled is None else Position(int(spelled[1]), int(spelled[2]))


def position_of(shelf: Shelf, product: bytes, partition: int, entry: CatalogueEntry | None) -> Position:
    """How far the shelf is with a product that the catalogue knows."""
    locales = () if entry is None else entry.locales
    copies = [shelf.copies.get(partition, copy_key(product, locale)) for locale in locales]
    known = [shelf.catalogue.get(partition, product), *copies]
    return Position(partition, max((one.edition for one in known if one is not None), default=0))
