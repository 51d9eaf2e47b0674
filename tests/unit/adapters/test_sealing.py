"""The seal: what goes in comes out, to the byte; nothing else does."""

import re

import pytest
from aiokafka.record.default_records import DefaultRecordBatchBuilder
from hypothesis import assume, given
from hypothesis import strategies as st

from schemas.topics import USER_BEHAVIOUR
from workers.adapters.sealing import SivSealer, sealer_of
from workers.errors import Fatal, Permanent
from workers.outcome import Delivery, Position, Sealed
from workers.settings import Privacy

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
AT = Position("user-behaviour", 3, 9)
SEALER = SivSealer({1: OLD})

part = st.none() | st.binary(max_size=200)
# Names repeat, and may be empty.
headers = st.lists(st.tuples(st.sampled_from(["shop", "", "名"]) | st.text(max_size=20), part), max_size=6).map(tuple)
position = st.builds(Position, st.just("user-behaviour"), st.integers(0, 23), st.integers(0, 2**53))
deliveries = st.builds(Delivery, position, part, part, headers, st.just(0))


@given(deliveries)
def test_what_is_sealed_opens_to_the_same_bytes_and_is_sealed_so_again(delivery):
    sealed = SEALER.seal(delivery)
    assert SEALER.unseal(delivery.position, sealed) == delivery
    assert SEALER.seal(delivery) == sealed


@pytest.mark.parametrize("size", [0, 63, 64, 127, 128, 8191, 8192, 1 << 20])
def test_lengths_of_every_size_are_kept(size):
    delivery = Delivery(AT, b"k" * size, b"v" * size, (("n" * min(size, 9000), b"h" * size),))
    assert SEALER.unseal(AT, SEALER.seal(delivery)) == delivery


def test_null_and_empty_are_told_apart():
    sealed = {SEALER.seal(Delivery(AT, *parts)) for parts in ((None, b""), (b"", None), (None, None), (b"", b""))}
    assert len({one.value for one in sealed}) == len({one.digest for one in sealed}) == 4


@given(deliveries, st.data())
def test_a_flipped_bit_does_not_open(delivery, data):
    sealed = SEALER.seal(delivery)
    field = data.draw(st.sampled_from(["value", "key", "digest"]))
    whole = sealed.digest.encode() if field == "digest" else getattr(sealed, field)
    at = data.draw(st.integers(0, len(whole) * 8 - 1))
    turned = bytearray(whole)
    turned[at // 8] ^= 1 << at % 8
    other = turned.decode(errors="replace") if field == "digest" else bytes(turned)
    with pytest.raises(Permanent, match="seal-broken"):
        SEALER.unseal(delivery.position, sealed._replace(**{field: other}))


@given(deliveries, position)
def test_at_another_position_it_does_not_open(delivery, other):
    assume(other != delivery.position)
    with pytest.raises(Permanent, match="seal-broken"):
        SEALER.unseal(other, SEALER.seal(delivery))


@given(st.binary(max_size=40))
def test_what_was_never_sealed_does_not_open(value):
    key_id = SEALER.seal(Delivery(AT, None, None)).key_id
    with pytest.raises(Permanent, match="seal-broken"):
        SEALER.unseal(AT, Sealed(b"x.0", value, key_id, ""))


@given(deliveries)
def test_the_newest_key_seals_and_every_kept_one_opens(delivery):
    before = SEALER.seal(delivery)
    both = SivSealer({2: NEW, 1: OLD})
    after = both.seal(delivery)
    assert after.key_id.startswith("2.")
    assert after.value != before.value
    assert both.unseal(delivery.position, before) == both.unseal(delivery.position, after) == delivery
    assert both.holds(before.key_id)
    assert not SEALER.holds(after.key_id)
    with pytest.raises(Permanent, match="no-seal-key"):
        SEALER.unseal(delivery.position, after)


def test_another_key_of_the_same_version_is_not_ours_and_nothing_is_called_broken():
    sealed = SivSealer({1: NEW}).seal(Delivery(AT, None, b"{"))
    assert not SEALER.holds(sealed.key_id)
    with pytest.raises(Permanent, match="no-seal-key"):
        SEALER.unseal(AT, sealed)


@given(deliveries)
def test_nothing_of_the_original_is_in_the_open_but_a_pseudonym(delivery):
    canaries = [b"Ann-" + str(n).encode() for n in range(3)]
    key, value, header = canaries
    sealed = SEALER.seal(delivery._replace(key=key, value=value, headers=(*delivery.headers, ("who", header))))
    told = sealed.key + sealed.value + sealed.key_id.encode() + sealed.digest.encode()
    for canary in canaries:
        assert not any(canary[at : at + 4] in told for at in range(len(canary) - 3))


@given(st.binary(min_size=4, max_size=64))
def test_a_key_is_a_pseudonym_or_a_keyed_hash(key):
    told = SEALER.seal(Delivery(AT, key, b"{")).key
    assert re.fullmatch(rb"x\.[0-9a-f]{32}", told)
    assert told != SivSealer({1: NEW}).seal(Delivery(AT, key, b"{")).key
    pseudonym = b"u12." + b"c" * 32
    assert SEALER.seal(Delivery(AT, pseudonym, b"{")).key == pseudonym


@given(deliveries)
def test_a_seal_is_no_longer_than_the_record_and_a_few_bytes(delivery):
    record = DefaultRecordBatchBuilder.size_of(delivery.key, delivery.value, [*delivery.headers])
    assert len(SEALER.seal(delivery).value) <= record + 17


def test_a_record_of_nothing_but_headers_does_not_grow():
    many = Delivery(AT, None, None, (("", None),) * 100_000)
    assert len(SEALER.seal(many).value) < USER_BEHAVIOUR.batch_bytes // 4


def test_without_keys_it_neither_seals_nor_opens_and_says_how_to_make_one():
    bare = sealer_of(Privacy())
    with pytest.raises(Fatal, match=r"no-seal-key.*COPYDESK_PRIVACY__SEAL_KEYS"):
        bare.seal(Delivery(AT, None, None))
    assert not bare.holds(SEALER.seal(Delivery(AT, None, None)).key_id)


def test_a_key_of_another_length_is_refused_and_not_shown():
    with pytest.raises(Fatal, match="32 bytes") as refused:
        SivSealer({1: b"a short secret"})
    assert "secret" not in str(refused.value)


def test_the_keys_of_the_settings_are_the_keys():
    privacy = Privacy(seal_keys={1: OLD.hex(), 2: NEW.hex().upper()})
    delivery = Delivery(AT, b"k", b"v")
    assert sealer_of(privacy).seal(delivery) == SivSealer({1: OLD, 2: NEW}).seal(delivery)


def test_no_repr_and_no_fault_shows_a_key():
    privacy = Privacy(seal_keys={1: OLD.hex()})
    sealer = sealer_of(privacy)
    shown = [repr(privacy), repr(sealer), str(vars(sealer)), privacy.model_dump_json()]
    with pytest.raises(Permanent) as broken:
        sealer.unseal(AT, sealer.seal(Delivery(AT, b"canary", b"canary"))._replace(digest=""))
    for text in (*shown, repr(broken.value), str(broken.value)):
        for secret in (OLD.hex(), repr(OLD), "canary"):
            assert secret not in text
