"""The copywriter: draft, edit, other drafts, then fallback; what each costs and what the record says of it."""

from collections.abc import Sequence

from schemas.kinds import Kind
from tests.doubles import NullMeter, drafted
from workers.copywriter import FALLBACK, Copywriter
from workers.edit.gate import with_packs
from workers.errors import Permanent
from workers.outcome import Attempt, Draft, Lane, Origin, Refusal
from workers.plan.brief import Brief, Fact, Limits, copy_id, fact_id
from workers.write.patience import Away
from workers.write.realise import CannotRealise

NAME = Fact(fact_id("name", "Alma cup"), "name", "Alma cup")
GOOD, BAD = "Alma cup", "Alma cup (at) Alma"


def brief(product: str = "sku") -> Brief:
    return Brief(product, Kind.TITLE, "en-US", (NAME,), Limits(80))


class Scripted:
    """A writer that answers each attempt as it is told, the last line for ever; a script's exception is raised."""

    fingerprint = "model"

    def __init__(self, *script: str | Exception) -> None:
        self.script = list(script)
        self.asked: list[tuple[int, list[str]]] = []

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> list[Draft]:
        """One line of the script for all briefs."""
        self.asked.append((attempts[0].number, [one.brief.product for one in attempts]))
        line = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(line, Exception):
            raise line
        return [drafted(one, line, tokens_in=3, tokens_out=2) for one in attempts]


def desk(writer: Scripted, fall_back=lambda _brief, _attempt, _avoid: GOOD) -> Copywriter:
    """One draft at a time, two at most."""
    return Copywriter(writer, 2, NullMeter(), fall_back, candidates=1)


class Overheard(NullMeter):
    """Keeps what is counted, label by label."""

    def __init__(self) -> None:
        self.labels: list[str] = []

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        self.labels += [name, *map(str, labels.values())]


async def test_a_seller_decides_by_what_copy_is_judged_and_is_counted_nowhere() -> None:
    pack = b"pack: acme\nlanguage: en\nsellers: [acme-7]\nvoice: [{id: words, never: [alma]}]\n"
    meter, editor = Overheard(), with_packs([("acme.yaml", pack)])
    copywriter = Copywriter(Scripted(GOOD, "A cup"), 2, meter, editor=editor, candidates=1)
    ours, others = await copywriter.write([brief().sold_by("acme-7"), brief().sold_by("other")], Lane.LIVE)
    assert [refusal.rule for refusal in ours.refusals][:1] == ["voice"]
    assert others.copy is not None
    assert (others.copy.text, others.copy.rules_version) == (GOOD, editor.version)
    assert "voice" in meter.labels
    assert "acme-7" not in meter.labels


async def test_a_good_draft_is_the_models_copy_with_its_cost() -> None:
    (written,) = await desk(Scripted(GOOD)).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.origin is Origin.MODEL
    assert written.copy.copy_id == copy_id(brief().id, 0, "model")
    assert written.copy.sentences[0].facts == (NAME.id,)
    assert (written.cost.model_calls, written.cost.tokens_in, written.cost.tokens_out) == (1, 3, 2)


async def test_a_refused_draft_is_asked_for_again_under_another_attempt() -> None:
    writer = Scripted(BAD, GOOD)
    (written,) = await desk(writer).write([brief()], Lane.LIVE)
    assert writer.asked == [(0, ["sku"]), (1, ["sku"])]
    assert written.copy is not None
    assert written.copy.attempt == 1
    assert written.copy.copy_id == Attempt(brief(), 1, (Refusal("contact", ""),)).copy_id("model")
    assert {refusal.rule for refusal in written.refusals} == {"contact"}
    assert written.cost.model_calls == 2


async def test_after_the_last_attempt_fallback_copy_stands_and_is_not_marked_as_absence() -> None:
    (written,) = await desk(Scripted(BAD, BAD)).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.origin is Origin.FALLBACK
    assert not written.copy.away
    assert {refusal.rule for refusal in written.refusals} == {"contact"}


async def test_an_absent_writer_gives_marked_fallback_for_what_is_still_unwritten() -> None:
    writer = Scripted(BAD, Away("writer-away"))
    (written,) = await desk(writer).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.away
    (at_once,) = await desk(Scripted(Away("writer-away"))).write([brief()], Lane.LIVE)
    assert at_once.copy is not None
    assert at_once.copy.away
    assert at_once.cost.model_calls == 0


async def test_who_never_met_the_writer_says_whose_fallback_copy_is() -> None:
    """A worker that begins while the writer is away: a text without a fingerprint would be unlabelled, and stop it."""
    writer = Scripted(Away("writer-away"))
    writer.fingerprint = ""
    (written,) = await desk(writer).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.fingerprint == FALLBACK


async def test_a_brief_that_the_model_cannot_take_gets_fallback_and_no_dead_letter() -> None:
    (written,) = await desk(Scripted(Permanent("model-refused"))).write([brief()], Lane.LIVE)
    assert written.copy is not None
    assert written.copy.origin is Origin.FALLBACK
    assert [refusal.rule for refusal in written.refusals] == ["model-refused"]


async def test_fallback_is_held_to_the_same_rules_and_its_variants_are_tried() -> None:
    tried: list[int] = []

    def fall_back(_brief: Brief, attempt: int, _avoid: Sequence[str]) -> str:
        tried.append(attempt)
        return GOOD if attempt == 1 else BAD

    (written,) = await desk(Scripted(BAD, BAD), fall_back).write([brief()], Lane.LIVE)
    assert tried == [0, 1]
    assert written.copy is not None
    assert written.copy.text == GOOD


async def test_where_nothing_may_be_published_there_is_no_copy_and_the_reasons_stay() -> None:
    def cannot(_brief: Brief, _attempt: int, _avoid: Sequence[str]) -> str:
        raise CannotRealise("nothing-to-say")

    (written,) = await desk(Scripted(BAD, BAD), cannot).write([brief()], Lane.LIVE)
    assert written.copy is None
    assert [refusal.rule for refusal in written.refusals][-1:] == ["nothing-to-say"]


async def test_only_the_refused_of_several_briefs_are_asked_for_again_and_order_is_kept() -> None:
    class Half(Scripted):
        async def write(self, attempts: Sequence[Attempt], lane: Lane) -> list[Draft]:
            self.asked.append((attempts[0].number, [one.brief.product for one in attempts]))
            return [drafted(one, BAD if one.brief.product == "b" and one.number == 0 else GOOD) for one in attempts]

    writer = Half()
    written = await desk(writer).write([brief("a"), brief("b"), brief("c")], Lane.LIVE)
    assert writer.asked == [(0, ["a", "b", "c"]), (1, ["b"])]
    assert [one.brief.product for one in written] == ["a", "b", "c"]
    assert [one.copy.attempt for one in written if one.copy] == [0, 1, 0]
