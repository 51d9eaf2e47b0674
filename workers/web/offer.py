"""What the catalogue offers now: the word that every answer asks for first, each time. Pure."""

from typing import Final, NamedTuple

from schemas.codec import Undecodable, decode_own
from schemas.outbound import CatalogueEntry
from workers.web.remembered import remembered
from workers.web.shelf import Shelf

NAME: Final = "name"
"""The fact that holds what the listing calls the product."""
_SOLD_OUT: Final = ("in_stock", "no")


class Listing(NamedTuple):
    """What an answer needs of a catalogue's entry. `name` is what the listing calls the product; empty where it does
    not say. `on_offer`: whether a shopper could buy it. Where a listing does not speak of stock, one could.
    """

    product: str
    edition: int
    locales: tuple[str, ...]
    name: str
    on_offer: bool


class Offer(NamedTuple):
    """A product that may be shown, and the partition in which all of it stands."""

    partition: int
    listing: Listing


def offer_of(shelf: Shelf, product: str) -> Offer | None:
    """The product, where it is listed and in stock. What cannot be read may have been withdrawn: it is not shown."""
    found = shelf.catalogue.find(product.encode())
    listing = None if found is None else listing_in(found[1])
    return None if found is None or listing is None or not listing.on_offer else Offer(found[0], listing)


def _listing(value: bytes) -> Listing | None:
    try:
        entry = decode_own(value, CatalogueEntry)
    except Undecodable:
        return None
    facts = [(fact.name, fact.value) for fact in entry.facts]
    return Listing(
        product=entry.product,
        edition=entry.edition,
        locales=entry.locales,
        name=next((value for name, value in facts if name == NAME), ""),
        on_offer=entry.listed and _SOLD_OUT not in facts,
    )


listing_in: Final = remembered(_listing)
