"""Where every draft was refused: what is left of the best one is published, under a copy id of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from schemas.kinds import Kind
from tests.doubles import NullMeter, drafted
from tests.unit.edit.briefs import brief
from workers.copywriter import REPAIRED, Copywriter
from workers.desks.printed import fresh
from workers.outcome import Attempt, Draft, Lane, Origin, Written
from workers.plan.brief import Brief, copy_id, digest
from workers.write.patience import Away
from workers.write.realise import CannotRealise

NAMED = "The Nordvik Trail Bottle S8 is made of 18/10 stainless steel."
WEIGHS, PRAISED, LEAKS = "It weighs 0.36 kg.", "Winner of the Red Dot Award.", "See www.example.com."
TWO_FALSE, ONE_FALSE = f"{NAMED} {PRAISED} It is made in Italy.", f"{NAMED} {PRAISED} {WEIGHS}"
FALLBACK = "The Nordvik Trail Bottle S8 weighs 0.36 kg."


@dataclass
class Counted(NullMeter):
    """What became of briefs; of each in its language."""

    verdicts: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Keep verdicts only."""
        if name == "briefs_total":
            self.verdicts.append(labels["verdict"])
            self.languages.append(labels["language"])


class InTurn:
    """A writer with a line for each attempt."""

    fingerprint = "model"

    def __init__(self, *lines: str | Exception) -> None:
        self.lines = lines

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> list[Draft]:
        """The attempt's line."""
        line = self.lines[attempts[0].number]
        if isinstance(line, Exception):
            raise line
        return [drafted(one, line) for one in attempts]


def _cannot(_brief: Brief, _attempt: int, _avoid: Sequence[str]) -> str:
    raise CannotRealise("nothing-to-say")


async def written_by(*lines: str | Exception, kind: Kind = Kind.DESCRIPTION) -> tuple[Written, list[str]]:
    meter = Counted()
    desk = Copywriter(InTurn(*lines), 2, meter, lambda _brief, _attempt, _avoid: FALLBACK, candidates=len(lines) - 1)
    (written,) = await desk.write([brief("en-US", kind)], Lane.LIVE)
    return written, meter.verdicts


async def test_the_draft_that_loses_least_is_repaired_and_is_the_models() -> None:
    written, verdicts = await written_by(TWO_FALSE, ONE_FALSE, ONE_FALSE)
    copy = written.copy
    assert copy is not None
    assert copy.text == f"{NAMED} {WEIGHS}"
    assert [sentence.text for sentence in copy.sentences] == [NAMED, WEIGHS]
    assert (copy.origin, copy.attempt, copy.fingerprint) == (Origin.MODEL, 1, "model")
    assert verdicts == ["repaired"]


@pytest.mark.parametrize(("lines", "verdict"), [
    ((ONE_FALSE, ONE_FALSE), "repaired"),
    ((ONE_FALSE, NAMED), "published"),
    ((LEAKS, LEAKS), "fallback"),
    ((ONE_FALSE, Away("writer-away")), "fallback"),
])  # fmt: skip
async def test_the_ledger_says_what_the_metric_says(lines: tuple[str, ...], verdict: str) -> None:
    written, verdicts = await written_by(*lines)
    assert [fresh(written).verdict] == verdicts == [verdict]


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_briefs_are_counted_by_language(locale: str) -> None:
    for fall_back in (lambda _brief, _attempt, _avoid: FALLBACK, _cannot):
        meter = Counted()
        desk = Copywriter(InTurn(LEAKS), 1, meter, fall_back)
        await desk.write([brief(locale, Kind.DESCRIPTION)], Lane.LIVE)
        assert meter.languages == [locale[:2]]


async def test_it_is_another_text_and_has_another_copy_id_than_the_draft() -> None:
    written, _ = await written_by(ONE_FALSE, ONE_FALSE)
    assert written.copy is not None
    assert written.copy.copy_id == digest(copy_id(written.brief.id, 0, "model"), REPAIRED)
    assert written.copy.copy_id != copy_id(written.brief.id, 0, "model")


async def test_what_was_turned_down_stays_told() -> None:
    written, _ = await written_by(TWO_FALSE, ONE_FALSE)
    assert [(tried.attempt, tried.text) for tried in written.tried] == [(0, TWO_FALSE), (1, ONE_FALSE)]
    assert "award" in {refusal.rule for refusal in written.refusals}


async def test_a_draft_that_passes_is_better_than_one_that_is_repaired() -> None:
    written, verdicts = await written_by(ONE_FALSE, f"{NAMED} It holds 0.75 L.")
    assert written.copy is not None
    assert written.copy.attempt == 1
    assert verdicts == ["published"]


async def test_what_cannot_be_repaired_is_replaced_by_fallback_copy() -> None:
    tainted = f"{NAMED} {LEAKS} {WEIGHS}"
    for lines, kind in (((tainted, tainted), Kind.DESCRIPTION), ((ONE_FALSE, ONE_FALSE), Kind.META)):
        written, verdicts = await written_by(*lines, kind=kind)
        assert written.copy is not None
        assert (written.copy.origin, written.copy.text) == (Origin.FALLBACK, FALLBACK)
        assert verdicts == ["fallback"]


async def test_while_the_writer_is_away_what_stands_in_is_marked_and_not_a_repair() -> None:
    written, _ = await written_by(ONE_FALSE, Away("writer-away"))
    assert written.copy is not None
    assert (written.copy.origin, written.copy.away) == (Origin.FALLBACK, True)


async def test_where_neither_can_be_had_it_is_held() -> None:
    meter = Counted()
    desk = Copywriter(InTurn(PRAISED, PRAISED), 2, meter, _cannot, candidates=1)
    (written,) = await desk.write([brief()], Lane.LIVE)
    assert written.copy is None
    assert [tried.origin for tried in written.tried] == [Origin.MODEL, Origin.MODEL, Origin.FALLBACK]
    assert meter.verdicts == ["held-for-review"]
    assert fresh(written).attempts == len(written.tried), "the ledger tells how often it was tried"
