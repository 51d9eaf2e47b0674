"""Who calls: by key, of which we hold only a hash, and by address, as far as it can be believed. Pure."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from hmac import compare_digest
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

Network = IPv4Network | IPv6Network
_BEARER: Final = re.compile(r"bearer +([\x21-\x7e]{1,256})", re.IGNORECASE)
_V6_PREFIX: Final = 64
"""Bits of an IPv6 address that name a caller: one household has all the addresses below them."""
UNKNOWN: Final = "unknown"


class Keys:
    """The keys that are let in, as SHA-256 hashes in hex."""

    def __init__(self, hashes: Iterable[str]) -> None:
        self._hashes = tuple(bytes.fromhex(one) for one in hashes)

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def holder(self, authorization: str) -> str | None:
        """Which key it is, by a name that gives nothing away; None: none of ours."""
        match = _BEARER.fullmatch(authorization.strip())
        if match is None:
            return None
        digest = sha256(match[1].encode()).digest()
        # All are compared, each in constant time: how long it takes tells nothing of which, or of how much was right.
        fitting = [number for number, known in enumerate(self._hashes) if compare_digest(known, digest)]
        return f"key-{fitting[0]}" if fitting else None


def address_of(peer: str, forwarded: str, trusted: Sequence[Network]) -> str:
    """The address that is held to account.

    X-Forwarded-For is what anybody cares to write: from the right it is believed for as long as those who pass it on
    are proxies of ours.
    """
    if not forwarded:
        return _address_of_peer(peer)
    believed = _parsed(peer)
    if believed is None:
        return UNKNOWN
    hops = [hop.strip() for hop in forwarded.split(",")]
    while hops and _within(believed, trusted):
        before = _parsed(hops.pop())
        if before is None:
            break
        believed = before
    return _accounted(believed)


@lru_cache(maxsize=4096)
def _address_of_peer(peer: str) -> str:
    """Of who is connected: a connection asks many times, and its address is no text of a stranger's."""
    believed = _parsed(peer)
    return UNKNOWN if believed is None else _accounted(believed)


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _within(address: IPv4Address | IPv6Address, networks: Sequence[Network]) -> bool:
    return any(address.version == network.version and address in network for network in networks)


def _accounted(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address), _V6_PREFIX), strict=False))
    return str(address)
