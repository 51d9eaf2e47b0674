"""Who calls: keys by their hashes, addresses as far as they can be believed."""

import inspect
from ipaddress import ip_network

import pytest

from tests.unit.web.world import KEY, hash_of
from workers.web import caller
from workers.web.caller import UNKNOWN, Keys, address_of

PROXIES = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]


@pytest.mark.parametrize(
    ("authorization", "holder"),
    [
        (f"Bearer {KEY}", "key-1"),
        (f"bearer   {KEY} ", "key-1"),
        ("Bearer other", "key-0"),
        (f"Bearer {KEY}x", None),
        (f"Bearer {hash_of(KEY)}", None),
        (f"Basic {KEY}", None),
        (KEY, None),
        ("Bearer", None),
        ("", None),
        (f"Bearer {'x' * 257}", None),
    ],
)
def test_a_key_is_known_by_its_hash(authorization, holder):
    assert Keys([hash_of("other"), hash_of(KEY)]).holder(authorization) == holder


def test_without_hashes_there_are_no_keys():
    assert not Keys([])
    assert Keys([]).holder(f"Bearer {KEY}") is None


def test_every_hash_is_compared_in_constant_time(monkeypatch):
    compared = []

    def compare(known, given):
        compared.append((known, given))
        return known == given

    monkeypatch.setattr(caller, "compare_digest", compare)
    assert Keys([hash_of("first"), hash_of("second"), hash_of("third")]).holder("Bearer first") == "key-0"
    assert len(compared) == 3
    assert "from hmac import compare_digest" in inspect.getsource(caller)


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.1.1.1", "198.51.100.1", "198.51.100.1"),
        ("10.1.1.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        ("10.1.1.1", "1.1.1.1, 198.51.100.1, 10.2.2.2", "198.51.100.1"),
        ("10.1.1.1", "1.1.1.1, nonsense", "10.1.1.1"),
        ("10.1.1.1", "1.1.1.1, nonsense, 10.2.2.2", "10.2.2.2"),
        ("10.1.1.1", "", "10.1.1.1"),
        ("::ffff:10.1.1.1", "198.51.100.1", "198.51.100.1"),
        ("fd00::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8::1", "198.51.100.1", "2001:db8::/64"),
        ("", "198.51.100.1", UNKNOWN),
        ("unix", "", UNKNOWN),
    ],
)
def test_an_address_is_believed_only_from_our_proxies(peer, forwarded, address):
    assert address_of(peer, forwarded, PROXIES) == address


def test_without_trusted_proxies_the_peer_is_who_calls():
    assert address_of("127.0.0.1", "198.51.100.1", []) == "127.0.0.1"
