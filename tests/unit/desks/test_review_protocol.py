"""Reviews over every order of listings, writers, decisions and deaths that hypothesis finds; the laws know only what is
visible.
"""

import random
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from schemas.outbound import PublishedKind
from schemas.outbound_review import CopyReview
from schemas.topics import COPY_REQUESTS, COPY_REVIEW, PRODUCT_COPY, PRODUCT_CREATED
from tests.unit.desks.review_world import (
    BENEFITS,
    FALLS_BACK,
    INPUTS,
    IS_REFUSED,
    KEY,
    PASSES,
    Slot,
    World,
    decision,
    stages,
    stated,
)
from workers.desks.contract import Stamp
from workers.desks.decisions import DecisionPlan
from workers.desks.describe import Describe
from workers.desks.review import REJECTED, Policy, review_key
from workers.outcome import Publication

BODIES = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Alma cup", "Bora cup"]),
        "locales": st.sampled_from([["en-US"], ["en-US", "zh-CN"], ["zh-CN"]]),
        "price": st.sampled_from([{"amount": "9.50", "currency": "USD"}, {"amount": "12.00", "currency": "USD"}]),
    }
)
FATES = st.sampled_from(["handled", "handled", "waits", "killed", "killed"])
"""What becomes of an event when it has come: handled with all before it, or begun by an owner who dies over it."""
WORDS = ("Alma cup", "Bora cup, 9.50 USD", "A plain cup of ours", "Alma cup: call 0800 123 4567")


class Reviews(RuleBasedStateMachine):
    """The owner may die between any two records, and begins again where it had committed."""

    policy: ClassVar[Policy] = Policy.HELD
    desk: ClassVar[type[Describe]] = Describe

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.desk(BENEFITS, self.policy))
        self.handled = dict.fromkeys(INPUTS, 0)
        self.committed = dict.fromkeys(INPUTS, 0)
        self.chance = random.Random(0)
        self.people: list[CopyReview] = []

    # -- what comes in ----------------------------------------------------------------------------------------------

    @rule(body=BODIES | BODIES | BODIES | st.none(), fate=FATES)
    def list_product(self, body: dict[str, Any] | None, fate: str) -> None:
        self._arrives(PRODUCT_CREATED.name, None if body is None else {"id": "cup-1", **body}, fate)

    @rule(locale=st.sampled_from(["en-US", "zh-CN"]), fate=FATES)
    def ask_rewrite(self, locale: str, fate: str) -> None:
        held = self.world.tables[PRODUCT_COPY.name].get(0, KEY + b" " + locale.encode())
        edition = 1 if held is None else held.edition
        asked = {"product": "cup-1", "locale": locale, "edition": edition, "reason": "operator"}
        self._arrives(COPY_REQUESTS.name, {"type": "copy-request/1", "action": "rewrite", **asked}, fate)

    @precondition(lambda self: self.people)
    @rule(data=st.data(), action=st.sampled_from(["approve", "edit", "edit", "reject"]), fate=FATES)
    def decide(self, data: st.DataObject, action: str, fate: str) -> None:
        """By what somebody has seen, lately or long ago."""
        lately = [*self.world.open.values()]
        review = data.draw(st.sampled_from(lately if lately and data.draw(st.booleans()) else self.people))
        more = {"text": data.draw(st.sampled_from(WORDS))} if action == "edit" else {}
        self._arrives(COPY_REQUESTS.name, decision(review, action, **more), fate)

    @rule(
        mood=st.sampled_from([PASSES, FALLS_BACK, IS_REFUSED]),
        model=st.sampled_from(["model-a", "model-b"]),
        ms=st.integers(0, 2),
        seed=st.integers(0, 99),
    )
    def writer(self, mood: str, model: str, ms: int, seed: int) -> None:
        self.world.mood, self.world.model = mood, model
        self.world.wall_ms += ms
        self.chance.seed(seed)

    def _arrives(self, topic: str, document: dict[str, Any] | None, fate: str) -> None:
        self.world.arrives(topic, document)
        if fate != "waits":
            self._handle_all(but=int(fate == "killed"))
        if fate == "killed":
            self._die(topic)
        if fate == "handled":
            self.committed = dict(self.handled)

    # -- what the owner does ----------------------------------------------------------------------------------------

    def _handle_all(self, but: int = 0) -> None:
        """All but the last event of each topic, or all."""
        for topic in INPUTS:
            while self.handled[topic] < len(self.world.logs.get(topic, [])) - but:
                before = self.world.human
                self.world.handle(topic, self.handled[topic])
                self.handled[topic] += 1
                self._a_persons_words_stay(before)

    def _die(self, topic: str) -> None:
        """Some records of the next event have landed, perhaps none; what was not committed is handled again."""
        if self.handled[topic] < len(self.world.logs[topic]):
            publication = self.world.composed(topic, self.handled[topic])
            *whole, last = stages(publication)[: 1 + self.chance.randrange(3)]
            for stage in whole:
                self.world.publish(*stage)
            self.world.publish(*(record for record in last if self.chance.random() < 1 / 2))
        self.handled = dict(self.committed)

    # -- what must hold ---------------------------------------------------------------------------------------------

    def _at_rest(self) -> bool:
        return all(self.handled[topic] == len(self.world.logs.get(topic, [])) for topic in INPUTS)

    @invariant()
    def what_is_open_can_be_decided(self) -> None:
        if self._at_rest():
            ordered, visible = self.world.ordered, self.world.visible
            for slot, review in self.world.open.items():
                assert ordered[slot].id == review.brief_id, "it waits for what nobody orders any more"
                assert slot not in visible or self.policy is Policy.REFUSED, "it waits though there is copy"
                assert slot not in visible or visible[slot].origin == "fallback"
            self.people += [review for review in self.world.open.values() if review not in self.people]

    @invariant()
    def what_is_missing_waits_for_somebody(self) -> None:
        if self._at_rest():
            missing = self.world.ordered.keys() - self.world.visible.keys() - self.world.open.keys()
            for locale, kind in missing:
                held = self.world.tables[COPY_REVIEW.name].get(0, review_key(KEY, locale, kind))
                assert held is not None, f"nobody was told of {locale} {kind}"
                assert REJECTED in held.headers, f"nobody was told of {locale} {kind}"

    @invariant()
    def a_persons_words_state_nothing_that_is_no_longer_so(self) -> None:
        if self._at_rest():
            for slot, told in self.world.human.items():
                assert told.approved_by == "ada"
                assert "0800" not in told.text
                assert slot in self.world.ordered, "a person's words stand where nothing is to be said"
                assert stated(told) <= self.world.facts, "a person's words state what is no longer so"

    def _a_persons_words_stay(self, before: dict[Slot, PublishedKind]) -> None:
        """Unless a fact they state has changed, or nobody asks for such copy any more."""
        ordered, visible, facts = self.world.ordered, self.world.visible, self.world.facts
        for slot, told in before.items():
            if slot in ordered and stated(told) <= facts:
                assert visible.get(slot) == told, "a machine has overwritten a person's words"

    def teardown(self) -> None:
        """Everything is handled; then each review was decided once, the ledger says so, and the audit is clean."""
        self._handle_all()
        self.what_is_open_can_be_decided()
        self.what_is_missing_waits_for_somebody()
        self._each_review_is_decided_once()
        report = self.world.audited()
        assert report.clean, report.findings

    def _each_review_is_decided_once(self) -> None:
        taken: set[tuple[str, str, int]] = set()
        counted: set[str | None] = set()
        outcomes = self.world.outcomes()
        for offset in range(len(self.world.logs.get(COPY_REQUESTS.name, []))):
            outcome = outcomes[f"{COPY_REQUESTS.name}/0/{offset}"]
            asked = self.world.desk.decode(self.world.delivery(COPY_REQUESTS.name, offset)).event
            if outcome.decision is not None and outcome.reason is None:
                assert (asked.locale, asked.kind, asked.edition) not in taken, "two decisions of one review counted"
                taken.add((asked.locale, asked.kind, asked.edition))
                counted |= {kind.copy_id for output in outcome.outputs for kind in output.kinds.values()}
        assert {told.copy_id for told in self.world.human.values()} <= counted, "nobody is said to have written it"


SETTINGS = settings(max_examples=100, stateful_step_count=40, suppress_health_check=list(HealthCheck))
Reviews.TestCase.settings = SETTINGS
TestReviews = Reviews.TestCase


class AlsoRefused(Reviews):
    policy = Policy.REFUSED


AlsoRefused.TestCase.settings = SETTINGS
TestAlsoRefused = AlsoRefused.TestCase


class TombstoneFirst(Describe):
    """Planted fault: the review is resolved before the copy stands."""

    def compose(self, plan: Any, written: Any, stamp: Stamp) -> Publication:
        made = super().compose(plan, written, stamp)
        if not isinstance(plan, DecisionPlan):
            return made
        return Publication(made.outputs, made.state, made.ledger, made.verdicts)


class TwiceDecided(Describe):
    """Planted fault: a review that is resolved counts as resolved by whoever asks."""

    def plan(self, group: Any, known: Any, standards: Any) -> Any:
        plan = super().plan(group, known, standards)
        if isinstance(plan, DecisionPlan) and plan.held is not None and plan.held.value is None:
            return plan._replace(reason=None, applied=True)
        return plan


class NeverResolved(Describe):
    """Planted fault: a listing that changes leaves its reviews open."""

    def compose(self, plan: Any, written: Any, stamp: Stamp) -> Publication:
        made = super().compose(plan, written, stamp)
        if isinstance(plan, DecisionPlan):
            return made
        kept = tuple(one for one in made.outputs if one.topic != COPY_REVIEW.name or one.value is not None)
        return Publication(made.state, kept, made.ledger, made.verdicts)


@pytest.mark.parametrize("fault", [TombstoneFirst, TwiceDecided, NeverResolved], ids=lambda fault: fault.__name__)
def test_each_planted_fault_is_found(fault: type[Describe]) -> None:
    planted = type("Planted", (Reviews,), {"desk": fault})
    with pytest.raises((AssertionError, KeyError, ExceptionGroup)):
        run_state_machine_as_test(
            planted,
            settings=settings(SETTINGS, max_examples=2000, derandomize=True, database=None, phases=[Phase.generate]),
        )
