"""What pages send, on its way: bounded, in order, over every absence of the broker, and not lost at a stop."""

import asyncio
from contextlib import asynccontextmanager, suppress

import pytest

from schemas.codec import decode
from schemas.inbound_users import CopyFeedback, UserBehaviour
from tests.doubles import ManualClock, settle
from tests.unit.web.shelf_double import NOW_MS, USER
from tests.unit.web.world import CountingMeter
from workers.entrypoints.api import posting as api_posting
from workers.entrypoints.api.posting import RETRY_SECONDS, WAITING, BehaviourPost, FeedbackPost
from workers.errors import Fatal, Permanent, Transient
from workers.settings import Kafka


class Broker:
    """Feeders of one topic. `faults` are raised by the next sends, `away` by the next connections."""

    def __init__(self):
        self.topics, self.got, self.faults, self.away = [], [], [], []

    @asynccontextmanager
    async def feeder(self, kafka, topic, event_type, clock):
        if self.away:
            raise self.away.pop(0)
        self.topics.append((topic.name, event_type))
        yield self

    async def send(self, items):
        if self.faults:
            raise self.faults.pop(0)
        self.got += items


@pytest.fixture
def broker(monkeypatch):
    broker = Broker()
    monkeypatch.setattr(api_posting, "feeder", broker.feeder)
    return broker


@asynccontextmanager
async def running(post):
    task = asyncio.get_running_loop().create_task(post.posting.run())
    await settle()
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def feedback(number=0, user=None):
    return CopyFeedback(id=f"f{number}", action="shown", product="mug", user=user, at_ms=NOW_MS)


def post_with(clock, kind=FeedbackPost):
    return kind(Kafka(), clock, CountingMeter())


async def test_what_is_offered_is_sent_under_its_user_and_nothing_is_connected_before(broker):
    post = post_with(ManualClock())
    async with running(post):
        assert broker.topics == []
        assert post.offer([feedback(0, USER), feedback(1)])
        await post.posting.emptied(1)
    assert broker.topics == [("copy-feedback", "copy-feedback/1")]
    assert [key for key, _ in broker.got] == [USER.encode(), None]
    assert [decode(value, CopyFeedback, 4096).id for _, value in broker.got] == ["f0", "f1"]


async def test_a_shoppers_act_of_the_demo_is_behaviour(broker):
    post = post_with(ManualClock(), BehaviourPost)
    event = UserBehaviour(id="d1", user=USER, action="viewed", at_ms=NOW_MS)
    async with running(post):
        assert post.offer(event)
        await post.posting.emptied(1)
    assert broker.topics == [("user-behaviour", "user-behaviour/1")]
    assert decode(broker.got[0][1], UserBehaviour, 4096) == event


@pytest.mark.parametrize("fault", [Transient("broker-away"), Fatal("producer-fenced"), Fatal("unknown-topic")])
@pytest.mark.parametrize("when", ["connecting", "sending"])
async def test_over_an_absence_everything_waits_in_its_order(broker, fault, when):
    clock = ManualClock()
    post = post_with(clock)
    (broker.away if when == "connecting" else broker.faults).append(fault)
    async with running(post):
        post.offer([feedback(0)])
        await settle()
        post.offer([feedback(1)])
        assert broker.got == []
        await clock.advance(RETRY_SECONDS)
        await post.posting.emptied(1)
    assert [decode(value, CopyFeedback, 4096).id for _, value in broker.got] == ["f0", "f1"]


async def test_what_will_never_be_taken_does_not_block_the_rest(broker):
    post = post_with(ManualClock())
    broker.faults.append(Permanent("record-too-large"))
    async with running(post):
        post.offer([feedback(0)])
        await post.posting.emptied(1)
        post.offer([feedback(1)])
        await post.posting.emptied(1)
    assert [decode(value, CopyFeedback, 4096).id for _, value in broker.got] == ["f1"]


async def test_where_there_is_no_room_all_are_refused_and_none_is_taken(broker):
    post = post_with(ManualClock())
    for number in range(WAITING - 1):
        assert post.offer([feedback(number)])
    assert not post.offer([feedback(), feedback()])
    assert post.offer([feedback()])
    assert not post.offer([feedback()])


async def test_a_stop_does_not_wait_for_a_broker_that_is_away(broker):
    clock = ManualClock()
    post = post_with(clock)
    broker.away.append(Transient("broker-away"))
    async with running(post):
        post.offer([feedback()])
        await post.posting.emptied(0.01)
    assert broker.got == []
