"""Guarantees 2, 3 and 5, over every order of crashes, handovers, zombies, repeats and changes that hypothesis finds."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from schemas.codec import decode_json
from schemas.inbound import ProductCreated
from schemas.topics import AUDIENCE_BLURB, CATALOGUE, COPY_REQUESTS_BACKFILL, PRODUCT_COPY, PRODUCT_CREATED
from tests.doubles import ManualClock, settle
from tests.unit.owner_world import (
    BENEFITS,
    INPUTS,
    SESSION,
    ArrivalTable,
    Broker,
    CarelessSink,
    CopyFirst,
    Desk,
    Faults,
    Owner,
    blurb_request,
    ledger_of,
    product,
    redriven,
)
from workers.desks.describe import Describe
from workers.desks.sheet import DescribePlan, entry_of
from workers.outcome import Record
from workers.pipeline import Pipeline
from workers.plan.facts import facts_of
from workers.plan.select import select
from workers.publish.fold import edition_of, sender_of

PRODUCTS = (1, 2)
BODIES = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Alma cup", "Bora cup", "Cedro cup"]),
        "locales": st.sampled_from([["en-US"], ["en-US", "zh-CN"], ["zh-CN"]]),
    },
    optional={"version": st.integers(0, 4)},
)


class Protocol(RuleBasedStateMachine):
    """The world. Every rule is one step of somebody; `teardown` lets everything come to rest and asks the oracle."""

    faults: ClassVar[Faults] = Faults()
    eventful: ClassVar[bool] = True
    """Whether models change, writers leave and dead letters return too; without them a fault is found sooner."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.broker = Broker()
        self.clock = ManualClock()
        self.desk = Desk()
        self.gone: list[Owner] = []
        self.owners = 0
        self.owner = self._new_owner()

    def _new_owner(self) -> Owner:
        self.owners += 1

        async def begin() -> Owner:
            return Owner(self.owners, self.broker, self.desk, self.clock, self.faults)

        return self.loop.run_until_complete(begin())

    def _do(self, *actions: Callable[[], object]) -> list[object]:
        """Inside the loop, then let everything run that can."""

        async def act() -> list[object]:
            done = [action() for action in actions]
            await settle()
            return done

        return self.loop.run_until_complete(act())

    # -- what producers do ------------------------------------------------------------------------------------------

    @rule(number=st.sampled_from(PRODUCTS), body=BODIES)
    def list_product(self, number: int, body: dict[str, Any]) -> None:
        """Created, changed, changed back, brought back."""
        self.broker.append(product(number, body))

    @rule(number=st.sampled_from(PRODUCTS))
    def delist(self, number: int) -> None:
        """A null value."""
        self.broker.append(Record(PRODUCT_CREATED.name, 0, f"sku-{number}".encode(), None))

    @precondition(lambda self: self.eventful and self.broker.logs[PRODUCT_CREATED.name])
    @rule(data=st.data())
    def redrive(self, data: st.DataObject) -> None:
        """An old snapshot comes again."""
        log = self.broker.logs[PRODUCT_CREATED.name]
        offset = data.draw(st.integers(0, len(log) - 1))
        if log[offset].value is not None and not log[offset].headers:
            self.broker.append(redriven(log[offset], offset))

    @precondition(lambda self: self.eventful)
    @rule(number=st.sampled_from(PRODUCTS), facet=st.sampled_from(["c:kitchen", "k:blue"]))
    def ask_blurb(self, number: int, facet: str) -> None:
        """Of a product that is listed, was, or never will be."""
        self.broker.append(blurb_request(number, facet))

    # -- what the owner does ----------------------------------------------------------------------------------------

    @rule(topic=st.sampled_from(INPUTS), count=st.integers(1, 4))
    def deliver(self, topic: str, count: int) -> None:
        """Records arrive."""
        self._do(*[partial(self.owner.deliver, topic)] * count)

    def _everybody(self) -> list[Owner]:
        return [owner for owner in (*self.gone, self.owner) if owner.sendings]

    @precondition(lambda self: self._everybody())
    @rule(data=st.data())
    def land(self, data: st.DataObject) -> None:
        """Somebody's record reaches the log, a zombie's or a dead worker's too."""
        owner = data.draw(st.sampled_from(self._everybody()))
        waiting = [sending for sending in owner.sendings if sending.offset is None]
        if waiting:
            self._do(partial(owner.land, data.draw(st.sampled_from(waiting))))

    @precondition(lambda self: self._everybody())
    @rule(data=st.data())
    def confirm(self, data: st.DataObject) -> None:
        """Somebody learns that its record has landed."""
        owner = data.draw(st.sampled_from(self._everybody()))
        landed = [sending for sending in owner.sendings if sending.offset is not None]
        if landed:
            self._do(partial(owner.confirm, data.draw(st.sampled_from(landed))))

    @rule(count=st.integers(1, 6))
    def progress(self, count: int) -> None:
        """The broker is quick for a while: so many records of the owner's land and are confirmed, in order."""
        for _ in range(count):
            for sending in self.owner.sendings[:1]:
                if sending.offset is None:
                    self.owner.land(sending)
                self._do(partial(self.owner.confirm, sending))

    @rule()
    def commit(self) -> None:
        """The owner commits; nobody else could."""
        self.owner.commit()

    @rule()
    def follow(self) -> None:
        """The owner reads its own partitions."""
        self._do(self.owner.follow)

    @precondition(lambda self: self.eventful)
    @rule(ms=st.integers(0, 3))
    def time(self, ms: int) -> None:
        """Little time passes, or none: editions must not lean on it."""
        self.loop.run_until_complete(self.clock.advance(ms / 1000))

    # -- what goes wrong --------------------------------------------------------------------------------------------

    @rule()
    def crash(self) -> None:
        """The owner dies: what it had sent may still land; memory is gone, and its session must end first."""
        self.loop.run_until_complete(self.owner.give_up())
        self._take_over()

    @rule()
    def freeze(self) -> None:
        """The owner freezes past its session; it learns of it when it wakes, after what was on its way has landed."""
        self._do(partial(self.owner.dispatcher.ousted, "frozen", "past its session"))
        self.owner.failures.clear()
        self._take_over()

    def _take_over(self) -> None:
        self.gone.append(self.owner)
        self.loop.run_until_complete(self.clock.advance(SESSION))
        self.owner = self._new_owner()

    @precondition(lambda self: self.eventful)
    @rule(away=st.booleans())
    def writer(self, away: bool) -> None:
        """The writer goes or returns."""
        self.desk.away = away

    @precondition(lambda self: self.eventful)
    @rule(name=st.sampled_from(["model-a", "model-b"]))
    def model(self, name: str) -> None:
        """Another model serves."""
        self.desk.fingerprint = name

    @precondition(lambda self: self.eventful and not self.desk.away)
    @rule()
    def ask_rewrites(self) -> None:
        """The owner finds its marks."""
        self.owner.ask_rewrites()

    # -- the end ----------------------------------------------------------------------------------------------------

    def teardown(self) -> None:
        """Everything comes to rest; then the oracle looks."""
        try:
            self._rest()
            Oracle(self.broker, (*self.gone, self.owner)).judge()
            failures = [owner.failures for owner in (*self.gone, self.owner) if owner.failures]
            assert not failures
        finally:
            try:
                for owner in (*self.gone, self.owner):
                    self.loop.run_until_complete(owner.give_up())
            finally:
                self.loop.close()

    def _rest(self) -> None:
        self.desk.away = False
        for _ in range(400):
            busy = self._step_everybody()
            if busy or any(self._do(*[partial(self.owner.deliver, topic) for topic in INPUTS])):
                continue
            before = len(self.broker.logs[COPY_REQUESTS_BACKFILL.name])
            self.owner.ask_rewrites()
            if before == len(self.broker.logs[COPY_REQUESTS_BACKFILL.name]):
                return
        raise AssertionError("the world does not come to rest")

    def _step_everybody(self) -> bool:
        """The owner first: what a zombie still had on its way then lands over what has been put right."""
        busy = [owner for owner in (self.owner, *self.gone) if owner.sendings][:1]
        for owner in busy:
            for sending in list(owner.sendings):
                if sending.offset is None:
                    owner.land(sending)
                self._do(partial(owner.confirm, sending))
        self._do(self.owner.follow)
        return bool(busy or self._everybody())


def _order(document: dict[str, Any]) -> tuple[int, int, int]:
    revision = document["revision"]
    return revision["delisted_at"], revision["version"], revision["offset"]


@dataclass
class Last:
    """The oracle's own idea of what holds for a product."""

    version: int = 0
    offset: int = -1
    delisted_at: int = -1
    body: dict[str, Any] | None = None


class Oracle:
    """Recomputes from the input log alone what must be visible; shares no ordering code with the workers."""

    def __init__(self, broker: Broker, owners: Sequence[Owner]) -> None:
        self.broker = broker
        self.restored_to = {
            (topic, owner.sender): table.restored_to for owner in owners for topic, table in owner.tables.items()
        }

    def judge(self) -> None:
        """All three guarantees."""
        self.every_position_has_one_outcome()
        self.what_is_visible_is_what_the_last_fact_demands()
        self.the_last_record_is_the_visible_one()
        self.nothing_visible_ever_went_back()
        self.fallback_never_replaced_a_model()
        self.blurbs_state_only_what_holds()

    def every_position_has_one_outcome(self) -> None:
        """Guarantees 1 and 2."""
        entries = ledger_of(self.broker)
        for topic in INPUTS:
            for offset in range(len(self.broker.logs[topic])):
                assert entries.get(f"{topic}/0/{offset}"), f"{topic}/{offset} has no outcome"
        for position, written in entries.items():
            for entry in written:
                outputs: Any = entry["outputs"]
                for output in outputs:
                    if output["verdict"] == "published":
                        top = self._top(output["topic"], output["key"])
                        assert top >= output["edition"], f"{position} has nothing behind it"

    def what_is_visible_is_what_the_last_fact_demands(self) -> None:
        """Guarantee 5, and the end of guarantee 3."""
        for number in PRODUCTS:
            last = self._last(f"sku-{number}")
            demanded = {} if last.body is None else self._demanded(last.body)
            assert self._visible(f"sku-{number}") == demanded
            entry = self._fold(CATALOGUE.name).get(f"sku-{number}")
            if last.offset >= 0:
                assert entry is not None
                assert entry[1] is not None
                document = decode_json(entry[1], 1 << 20)
                assert document["listed"] == (last.body is not None)
                assert document["revision"]["offset"] == last.offset
                assert document["revision"]["delisted_at"] == last.delisted_at

    def the_last_record_is_the_visible_one(self) -> None:
        """Compaction keeps the last record of a key: it must be the one of highest edition."""
        for topic in (CATALOGUE.name, PRODUCT_COPY.name, AUDIENCE_BLURB.name):
            highest: dict[bytes, int] = {}
            last: dict[bytes, int] = {}
            for record in self.broker.logs[topic]:
                key = record.key or b""
                last[key] = edition_of(record.headers)
                highest[key] = max(highest.get(key, 0), last[key])
            assert last == highest

    def nothing_visible_ever_went_back(self) -> None:
        """Guarantee 3: no owner puts an older revision over a newer one that it knew of.

        What a frozen owner had on its way may land after its successor's restore; that is found out and put right.
        """
        for topic in (CATALOGUE.name, PRODUCT_COPY.name):
            log = self.broker.logs[topic]
            for offset, record in enumerate(log):
                before = self._known_to(record, log[:offset])
                now = None if record.value is None else decode_json(record.value, 1 << 20)
                if now is not None and before is not None:
                    assert _order(now) >= _order(before), "a visible value went back"

    def fallback_never_replaced_a_model(self) -> None:
        """Nor fallback over a model's copy of the same brief that it knew of; and no mark is left behind."""
        log = self.broker.logs[PRODUCT_COPY.name]
        for offset, record in enumerate(log):
            before = (self._known_to(record, log[:offset]) or {}).get("kinds", {})
            kinds = {} if record.value is None else decode_json(record.value, 1 << 20)["kinds"]
            for kind, now in kinds.items():
                if now["origin"] == "fallback" and kind in before and before[kind]["brief_id"] == now["brief_id"]:
                    assert before[kind]["origin"] != "model", "fallback replaced a model's copy"
        for _, value in self._fold(PRODUCT_COPY.name).values():
            standing = {} if value is None else decode_json(value, 1 << 20)["kinds"]
            assert not any(kind["writer_away"] for kind in standing.values()), "a mark was left behind"

    def blurbs_state_only_what_holds(self) -> None:
        """A changed fact, or a delisting, has taken back what states it, whoever wrote it and when."""
        entries = self._fold(CATALOGUE.name)
        for key, (_, value) in self._fold(AUDIENCE_BLURB.name).items():
            if value is None:
                continue
            entry = decode_json(entries[key.partition(" ")[0]][1] or b"", 1 << 20)
            blurb = decode_json(value, 1 << 20)["blurb"]
            assert not blurb["writer_away"], "a mark was left behind"
            stated = {fact for one in blurb["sentences"] for fact in one["facts"]}
            assert entry["listed"], f"{key} is not listed"
            assert stated <= {fact["id"] for fact in entry["facts"]}, f"{key} states what is no longer so"

    def _known_to(self, record: Record, earlier: list[Record]) -> Any:
        """What stood under a record's key for the owner that sent it; None for a tombstone, or nothing."""
        sender = sender_of(record.headers).decode()
        top, value = 0, None
        for offset, other in enumerate(earlier):
            known = offset < self.restored_to[record.topic, sender] or sender_of(other.headers).decode() == sender
            if known and other.key == record.key and edition_of(other.headers) > top:
                top, value = edition_of(other.headers), other.value
        return None if value is None else decode_json(value, 1 << 20)

    def _last(self, key: str) -> Last:
        last = Last()
        for offset, record in enumerate(self.broker.logs[PRODUCT_CREATED.name]):
            if record.key != key.encode():
                continue
            own = int(record.headers[0][1].split(b"/")[2]) if record.headers else offset
            if record.value is None:
                last = Last(0, offset, offset, None)
                continue
            body = decode_json(record.value, 1 << 20)
            version = body.get("version")
            version = last.version if version is None else version
            if own > last.delisted_at and (version, own) >= (last.version, last.offset):
                last = Last(version, own, last.delisted_at, body)
        return last

    def _demanded(self, body: dict[str, Any]) -> dict[str, dict[str, str]]:
        event = ProductCreated.model_validate(body)
        facts = facts_of(event)
        selections = {locale: select(event.id, facts, locale, BENEFITS) for locale in event.locales}
        return {
            locale: {brief.kind.value: brief.id for brief in selection.briefs}
            for locale, selection in selections.items()
            if selection.briefs
        }

    def _visible(self, key: str) -> dict[str, dict[str, str]]:
        found = {}
        for name, (_, value) in self._fold(PRODUCT_COPY.name).items():
            sku, _, locale = name.partition(" ")
            if sku == key and value is not None:
                kinds = decode_json(value, 1 << 20)["kinds"]
                found[locale] = {kind: copy["brief_id"] for kind, copy in kinds.items()}
        return found

    def _fold(self, topic: str) -> dict[str, tuple[int, bytes | None]]:
        visible: dict[str, tuple[int, bytes | None]] = {}
        for record in self.broker.logs[topic]:
            key, edition = (record.key or b"").decode(), edition_of(record.headers)
            if edition >= visible.get(key, (0, None))[0]:
                visible[key] = (edition, record.value)
        return visible

    def _top(self, topic: str, key: str) -> int:
        return self._fold(topic).get(key, (0, None))[0]


SETTINGS = settings(max_examples=200, stateful_step_count=50, suppress_health_check=list(HealthCheck))
Protocol.TestCase.settings = SETTINGS
TestProtocol = Protocol.TestCase


class CatalogueDesk(Describe):
    """Planted fault: unchanged is looked up in the catalogue instead of what is visible."""

    def plan(self, group: Any, known: Any, standards: Any) -> DescribePlan:
        """If the catalogue holds these facts already, nothing is written."""
        plan = super().plan(group, known, standards)
        entry = entry_of(known, group[0].key)
        if plan.winner is None or entry is None or not isinstance(plan.winner.event, ProductCreated):
            return plan
        if {fact.id for fact in entry.facts} == {fact.id for fact in plan.facts} and entry.listed:
            return DescribePlan(
                plan.group,
                plan.reasons,
                plan.winner,
                plan.revision,
                entry,
                plan.catalogue_edition,
                plan.facts,
            )
        return plan


@pytest.mark.parametrize(
    "faults",
    [Faults(sink=CarelessSink), Faults(table=ArrivalTable), Faults(desk=CatalogueDesk)],
    ids=["ack-before-confirm", "fold-by-arrival", "compare-with-catalogue"],
)
def test_each_planted_fault_is_found(faults: Faults) -> None:
    planted = type("Planted", (Protocol,), {"faults": faults, "eventful": False})
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(
            planted,
            settings=settings(SETTINGS, max_examples=2000, derandomize=True, database=None, phases=[Phase.generate]),
        )


def _crash_between_copy_and_revision(path: type[Pipeline]) -> None:
    """An earlier event was handled and not committed; the next one's first record lands; then the owner dies."""
    world = type("World", (Protocol,), {"faults": Faults(path=path)})()
    for title in ("Alma cup", "Bora cup"):
        world.list_product(number=1, body={"title": title, "locales": ["en-US"]})
    world.deliver(topic=PRODUCT_CREATED.name, count=1)
    world.progress(count=6)
    world.deliver(topic=PRODUCT_CREATED.name, count=1)
    world.progress(count=1)
    world.crash()
    world.deliver(topic=PRODUCT_CREATED.name, count=1)
    world.teardown()


def test_an_earlier_event_that_comes_again_is_not_published_over_newer_copy() -> None:
    _crash_between_copy_and_revision(Pipeline)


def test_publishing_copy_before_its_revision_is_found_out() -> None:
    with pytest.raises(AssertionError, match="went back"):
        _crash_between_copy_and_revision(CopyFirst)
