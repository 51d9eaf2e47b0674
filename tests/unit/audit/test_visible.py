"""What is visible is explained by the ledger: stale records on top are found, repairs and repeats pass."""

import pytest

from schemas.codec import encode
from schemas.envelope import binary_headers
from schemas.outbound import LedgerEntry, LedgerKind, ProductCopy, RevisionOut, Source
from tests.unit.audit.histories import COPY, TOPIC, History, P, entry, event, published, tombstone, value
from workers.audit.partition import Span
from workers.audit.report import Wrong
from workers.audit.visible import Seen, seen_of
from workers.outcome import Position

EN, ZH = b"p1 en", b"p1 zh"
REQUESTS = "copy-requests-backfill"


def history(entries: list[LedgerEntry], *records: Seen, acked: int = 9) -> History:
    """Nine events of one product; those that no entry is given for were superseded."""
    told = {one.source.offset for one in entries if one.source.topic == TOPIC}
    rest = [entry(offset, "superseded", reason="older-revision") for offset in range(9) if offset not in told]
    outputs = [(EN, record) for record in records]
    return History([event(offset) for offset in range(9)], rest + entries, [], outputs, Span(0, acked, 9))


def withdrawn(offset: int, edition: int) -> LedgerEntry:
    return entry(offset, "withdrawn", published(edition, verdict="withdrawn"))


def put(offset: int, edition: int) -> LedgerEntry:
    return entry(offset, "published", published(edition))


def unchanged(offset: int, edition: int, **kinds: LedgerKind) -> LedgerEntry:
    output = published(edition, verdict="unchanged").model_copy(update={"kinds": kinds})
    return entry(offset, "unchanged", output)


STANDS = LedgerKind(verdict="unchanged")
HELD = LedgerKind(verdict="held-for-review")


@pytest.mark.parametrize(
    ("entries", "records", "wrong", "position"),
    [
        # A worker that was frozen mends, as it thinks, what its successor has published.
        ([put(1, 10)], [value(10, of=1), tombstone(20, of=None)], Wrong.WITHDRAWN_UNEXPLAINED, 1),
        ([withdrawn(1, 9), put(2, 10)], [value(10, of=2), tombstone(20, of=1)], Wrong.WITHDRAWN_UNEXPLAINED, 2),
        ([put(1, 10)], [value(10, of=1), tombstone(10, of=0)], Wrong.WITHDRAWN_UNEXPLAINED, 1),
        ([put(2, 10), unchanged(3, 20, title=STANDS)], [tombstone(20, of=None)], Wrong.WITHDRAWN_UNEXPLAINED, 3),
        ([put(1, 10), withdrawn(2, 11)], [tombstone(11, of=2), value(20, of=1)], Wrong.WITHDRAWN_VISIBLE, 2),
        ([put(1, 10), withdrawn(2, 11)], [tombstone(11, of=2), value(20, of=0)], Wrong.WITHDRAWN_VISIBLE, 2),
        ([put(1, 10), entry(2, "withdrawn")], [value(10, of=1)], Wrong.WITHDRAWN_VISIBLE, 2),
        ([put(1, 10), put(2, 11)], [value(11, of=2), value(20, of=1)], Wrong.OLDER_VISIBLE, 2),
        ([put(1, 10), put(2, 11)], [value(11, of=2), value(11, of=1)], Wrong.OLDER_VISIBLE, 2),
    ],
)
def test_a_stale_record_on_top_is_found(entries, records, wrong, position):
    report = history(entries, *records).judged()
    assert report.wrong == {wrong: 1}
    (finding,) = report.findings
    assert finding.position == f"{TOPIC}/{P}/{position}"
    assert str(records[-1].edition) in finding.detail
    assert (report.keys, report.keys_not_auditable) == (1, 0)


@pytest.mark.parametrize(
    ("entries", "records"),
    [
        pytest.param([put(1, 10)], [value(10, of=1), tombstone(12, of=None), value(13, of=1)], id="mended"),
        pytest.param([withdrawn(2, 10)], [tombstone(10, of=2), value(12, of=1), tombstone(13, of=2)], id="mended-gone"),
        pytest.param([withdrawn(2, 10)], [tombstone(10, of=2), tombstone(13, of=None)], id="mended-without-an-event"),
        pytest.param([put(1, 10), put(1, 10), unchanged(1, 10)], [value(10, of=1)], id="repeats"),
        pytest.param([put(1, 10), put(1, 14)], [value(10, of=1), value(14, of=1)], id="rebalance-wrote-twice"),
        pytest.param([put(1, 10), put(2, 11), put(1, 10)], [value(11, of=2)], id="entry-of-a-frozen-worker-comes-late"),
        pytest.param(
            [put(1, 10), withdrawn(2, 11), put(3, 12)],
            [value(10, of=1), tombstone(11, of=2), value(12, of=3)],
            id="delisted-and-listed-again",
        ),
        pytest.param([put(1, 10), withdrawn(2, 11), put(3, 12)], [value(15, of=3)], id="listed-again-and-mended"),
        pytest.param([withdrawn(2, 11), entry(3, "superseded")], [value(12, of=3)], id="crashed-before-its-entry"),
        pytest.param(
            [put(1, 10), entry(2, "withdrawn")], [tombstone(12, of=2)], id="delisting-crashed-before-its-entry"
        ),
        pytest.param([put(1, 10), entry(2, "withdrawn")], [tombstone(12, of=None)], id="and-its-tombstone-was-mended"),
        pytest.param([put(1, 10), unchanged(2, 12, title=STANDS)], [value(13, of=1)], id="a-repair-stands-unchanged"),
        pytest.param([put(1, 10), unchanged(2, 12, title=HELD)], [tombstone(12, of=2)], id="still-held-for-review"),
        pytest.param(
            [put(1, 10)], [tombstone(11, of=0, topic=REQUESTS)], id="of-another-topic-that-is-not-asked-about"
        ),
    ],
)
def test_what_only_looks_odd_passes(entries, records):
    report = history(entries, *records).judged()
    assert report.wrong == {}, report.findings


@pytest.mark.parametrize("acked", [1, 2])
def test_a_key_whose_events_are_not_acknowledged_is_not_judged_yet(acked):
    at_work = history([put(0, 9), put(1, 10), put(2, 11)], value(11, of=2), value(20, of=1), acked=acked)
    report = at_work.judged()
    assert report.clean
    assert (report.keys, report.keys_not_auditable) == (0, 1)


def test_a_record_whose_event_is_still_at_work_is_not_judged():
    report = history([put(1, 10)], value(10, of=1), tombstone(20, of=9)).judged()
    assert report.clean
    assert report.keys_not_auditable == 1


def test_a_key_that_the_kept_ledger_does_not_name_is_not_auditable():
    other = history([put(1, 10)], value(10, of=1))
    other.outputs.append((ZH, tombstone(5, of=None)))
    report = other.judged()
    assert report.clean
    assert (report.keys, report.keys_not_auditable) == (1, 1)


def test_a_request_is_one_of_the_events_that_explain():
    asked = entry(0, "published", published(12), source=Source(topic=REQUESTS, partition=P, offset=0))
    told = history([put(1, 10), asked], value(12, of=0, topic=REQUESTS))
    report = told.judged()
    assert report.clean
    assert report.keys_not_auditable == 1, "the topic of requests was not asked about, nor its acks"


def copy_of(offset: int) -> bytes:
    copy = ProductCopy(
        product="p1",
        locale="en",
        edition=10,
        revision=RevisionOut(version=1, offset=offset, delisted_at=-1),
        kinds={},
        ai_generated=True,
        source=Source(topic=TOPIC, partition=P, offset=offset),
    )
    return encode(copy)


def test_a_value_names_its_event_itself():
    headers = (("copydesk-edition", b"10"), ("ce_id", b"another/1/2#x"))
    assert seen_of(copy_of(7), headers) == Seen(10, value=True, source=Position(TOPIC, P, 7))


def test_a_tombstone_names_its_event_in_a_header():
    named = binary_headers("product-copy/1", f"{TOPIC}/{P}/7#{COPY}/p1 en/11", "cause", 0)
    assert seen_of(None, (("copydesk-edition", b"11"), *named)) == tombstone(11, of=7)


@pytest.mark.parametrize("identity", [None, b"", b"e-1", b"a/b/c#d", b"t/1/2"])
def test_a_tombstone_of_a_stranger_names_none(identity):
    assert seen_of(None, (("ce_id", identity),)) == Seen(0, value=False, source=None)


def test_a_strangers_value_names_none():
    assert seen_of(b'{"source": 4}', ()) == Seen(0, value=True, source=None)
