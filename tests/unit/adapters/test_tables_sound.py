from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.topics import DELETE_RETENTION_MS
from workers.adapters import tables_entry
from workers.adapters.tables_entry import mark_of, marked, packed, unpacked
from workers.adapters.tables_sound import (
    NO_EVIDENCE,
    Evidence,
    Extent,
    Followed,
    doubt,
    doubt_of_record,
    evidence_of,
    reading_from,
)
from workers.publish.fold import Mark

NOW = 1_700_000_000_000
HALF = DELETE_RETENTION_MS // 2
LAST = Evidence(99, NOW, b"d" * 16)
FOLLOWED = Followed(100, NOW - 1000, LAST)


@dataclass(frozen=True)
class Found:
    offset: int = 99
    timestamp: int = NOW
    key: bytes | None = b"k"
    value: bytes | None = b"v"
    headers: tuple[tuple[str, bytes | None], ...] = ()


@pytest.mark.parametrize(
    ("followed", "log", "reason"),
    [
        (FOLLOWED, Extent(0, 100), None),
        (FOLLOWED, Extent(0, 1_000), None),
        (FOLLOWED, Extent(100, 1_000), None),
        (FOLLOWED, Extent(0, 99), "beyond-end"),
        (FOLLOWED, Extent(0, 0), "beyond-end"),
        (Followed(0, NOW, NO_EVIDENCE), Extent(0, 0), None),
        (FOLLOWED, Extent(101, 1_000), "before-start"),
        (FOLLOWED._replace(reached_ms=NOW - HALF), Extent(0, 100), None),
        (FOLLOWED._replace(reached_ms=NOW - HALF - 1), Extent(0, 100), "unfollowed"),
        (FOLLOWED._replace(reached_ms=NOW + HALF + 1), Extent(0, 100), "unfollowed"),
    ],
)
def test_a_partition_is_doubted_for_a_reason(followed: Followed, log: Extent, reason: str | None) -> None:
    assert doubt(followed, log, NOW, HALF) == reason


def test_the_last_record_is_known_again_and_any_difference_is_another_topic() -> None:
    seen = evidence_of(Found())
    assert doubt_of_record(seen, Found()) is None
    for other in (
        replace(Found(), timestamp=NOW + 1),
        replace(Found(), value=None),
        replace(Found(), value=b""),
        replace(Found(), key=b"kv", value=b""),
        replace(Found(), key=None, value=b"v"),
    ):
        assert doubt_of_record(seen, other) == "other-record"


def test_a_record_that_compaction_took_away_is_no_reason_for_doubt() -> None:
    assert doubt_of_record(LAST, Found(offset=120)) is None


def test_reading_goes_on_at_the_last_record_so_that_it_is_seen_again() -> None:
    assert reading_from(FOLLOWED, Extent(0, 500)) == 99
    assert reading_from(FOLLOWED, Extent(100, 500)) == 100
    assert reading_from(Followed(7, NOW, NO_EVIDENCE), Extent(0, 500)) == 7


@given(st.integers(-1, 2**62), st.integers(0, 2**62), st.integers(-1, 2**62), st.binary(min_size=16, max_size=16))
def test_what_was_followed_survives_the_disk(position: int, moment: int, offset: int, digest: bytes) -> None:
    followed = Followed(position, moment, Evidence(offset, moment, digest))
    assert Followed.unpack(followed.pack()) == followed


NAMES = st.text(max_size=12).filter(lambda name: not name.startswith("copydesk-"))
EDITIONS = st.integers(-1, 10**18)


@given(
    st.builds(Mark, EDITIONS, EDITIONS, EDITIONS, EDITIONS),
    st.none() | st.binary(max_size=60),
    st.dictionaries(NAMES, st.binary(max_size=20), max_size=5),
)
def test_an_entry_survives_the_disk(mark: Mark, value: bytes | None, headers: dict[str, bytes]) -> None:
    ours = [("copydesk-edition", b"4"), ("copydesk-sender", b"me")]
    raw = packed(mark, value, [*ours, *headers.items()])
    assert mark_of(raw) == mark
    entry = unpacked(raw)
    assert (entry.edition, entry.value, entry.headers) == (mark.seen, value, headers)
    other = Mark(1, 2, 3, 4)
    assert marked(raw, other) == packed(other, value, headers.items())


@pytest.mark.parametrize(
    "headers",
    [
        [("n" * 100_000, b"v")],
        [(f"name-{number}", b"v") for number in range(65)],
        [("\U0001f9f5" * 1024, b"v")],
    ],
    ids=["long", "many", "wide"],
)
def test_what_a_stranger_calls_its_headers_is_kept_on_disk_and_nowhere_else(headers: list[tuple[str, bytes]]) -> None:
    kept = (tables_entry._packed_names_kept, tables_entry._unpacked_names_kept)
    before = [cache.cache_info().currsize for cache in kept]
    raw = packed(Mark(1, 2, 3, 4), b"value", headers)
    assert unpacked(raw).headers == dict(headers)
    sizes = [cache.cache_info().currsize for cache in kept]
    assert sizes == before
    assert tables_entry._sizes(1000) is not tables_entry._sizes(1000)
