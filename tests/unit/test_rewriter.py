"""The rewriter: marks of an absent writer are found page by page, asked for once, paced, and only where we own them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from schemas.codec import decode, encode
from schemas.inbound import Rewrite
from schemas.kinds import Kind
from schemas.outbound import ProductCopy, PublishedKind, PublishedSentence, RevisionOut, Source
from schemas.topics import COPY_REQUESTS_BACKFILL
from tests.doubles import FakeLease, ManualClock, NullMeter, settle
from workers.outcome import Entry, Record
from workers.ports import Lease
from workers.publish.ack import Partition
from workers.rewriter import PAGE, Rewriter


def copy_of(product: str, edition: int, away: bool) -> Entry:
    kind = PublishedKind(
        text="Alma cup",
        sentences=(PublishedSentence(text="Alma cup", facts=()),),
        brief_id="0" * 32,
        copy_id="1" * 32,
        origin="fallback",
        writer_away=away,
        attempt=0,
        fingerprint="m",
        rules_version="r",
    )
    copy = ProductCopy(
        product=product,
        locale="en-US",
        edition=edition,
        revision=RevisionOut(version=0, offset=0, delisted_at=-1),
        kinds={Kind.TITLE: kind},
        ai_generated=True,
        source=Source(topic="product-created", partition=0, offset=0),
    )
    return Entry(edition, encode(copy))


class Table:
    """Pages of one partition."""

    def __init__(self, entries: dict[bytes, Entry]) -> None:
        self.entries = entries

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, Entry]]:
        """In key order."""
        return [item for item in sorted(self.entries.items()) if item[0] > after][:limit]


class Owner:
    """What the rewriter asks of the dispatcher."""

    def __init__(self) -> None:
        self.granted = FakeLease()

    def held(self) -> tuple[Partition, ...]:
        """One partition of each kind of topic."""
        return (Partition("product-created", 3), Partition(COPY_REQUESTS_BACKFILL.name, 3))

    def lease(self, partition: Partition) -> Lease:
        """Ours until the test ends it."""
        assert partition == Partition(COPY_REQUESTS_BACKFILL.name, 3)
        self.granted.check()
        return self.granted


class Sent:
    """A sink."""

    def __init__(self) -> None:
        self.requests: list[Rewrite] = []

    async def publish(self, records: Sequence[Record], lease: Lease) -> None:
        """Confirmed at once."""
        lease.check()
        for record in records:
            assert (record.topic, record.partition) == (COPY_REQUESTS_BACKFILL.name, 3)
            self.requests.append(decode(record.value or b"", Rewrite, 1 << 16))


@asynccontextmanager
async def rewriting(entries: dict[bytes, Entry]) -> AsyncIterator[tuple[Rewriter, Sent, Owner, ManualClock]]:
    clock, sent, owner = ManualClock(), Sent(), Owner()
    rewriter = Rewriter([Table(entries)], sent, clock, NullMeter(), 10)
    task = asyncio.ensure_future(rewriter.run(owner))
    yield rewriter, sent, owner, clock
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_marked_copy_is_asked_for_with_the_edition_that_was_seen_and_only_once() -> None:
    entries = {b"a en-US": copy_of("a", 7, away=True), b"b en-US": copy_of("b", 8, away=False), b"c": Entry(9, None)}
    async with rewriting(entries) as (rewriter, sent, _, clock):
        await settle()
        assert sent.requests == []
        for _ in range(2):
            rewriter.wake()
            await clock.advance(1)
        assert [(one.product, one.edition) for one in sent.requests] == [("a", 7)]
        entries[b"a en-US"] = copy_of("a", 11, away=True)
        rewriter.wake()
        await clock.advance(1)
        assert [one.edition for one in sent.requests] == [7, 11]


async def test_requests_are_paced_and_every_page_is_looked_at() -> None:
    entries = {f"{n:05} en-US".encode(): copy_of(f"{n:05}", 1, away=n % PAGE == 0) for n in range(2 * PAGE + 1)}
    async with rewriting(entries) as (rewriter, sent, _, clock):
        rewriter.wake()
        await clock.advance(0.05)
        assert len(sent.requests) == 1
        await clock.advance(10)
        assert len(sent.requests) == 3


async def test_a_partition_that_is_given_up_ends_the_search_and_not_the_rewriter() -> None:
    entries = {f"{n} en-US".encode(): copy_of(str(n), 1, away=True) for n in range(5)}
    async with rewriting(entries) as (rewriter, sent, owner, clock):
        rewriter.wake()
        await clock.advance(0.05)
        owner.granted.live = False
        await clock.advance(5)
        assert len(sent.requests) == 1
        owner.granted = FakeLease()
        rewriter.wake()
        await clock.advance(5)
        assert sorted(one.product for one in sent.requests) == ["0", "1", "2", "3", "4"]
