"""A draft that is only too like its shelf: others are asked for; if none is better, the least alike is published."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from schemas.kinds import Kind
from tests.doubles import NullMeter, drafted
from workers.copywriter import Copywriter
from workers.edit.sameness.shelves import Shelves
from workers.outcome import Attempt, Draft, Lane, Origin, Written
from workers.plan.brief import Brief, Fact, Limits, copy_id, fact_id
from workers.write.patience import Away

STONEWARE = Fact(fact_id("material", "stoneware"), "material", "stoneware")
BLUE = Fact(fact_id("colour", "blue"), "colour", "blue")
MUG = Fact(fact_id("type", "mug"), "type", "mug")
WORN = "Say hello to the {} Mug of stoneware: it comes in blue."
WORSE = "The {} Mug is made of stoneware. Look no further for a statement piece: it comes in blue."
ALIKE = "The {} Mug is made of stoneware and it comes in blue, as a mug of stoneware may."
AVOID = (("unfounded", ""),)
FRESH = "In blue stoneware, this is the {} Mug."
FALSE = "The {} Mug is made of stoneware. It is made in Italy."
TAINTED = "The {} Mug is made of stoneware. See www.example.com."


def order(name: str, kind: Kind = Kind.DESCRIPTION) -> Brief:
    named = Fact(fact_id("name", f"{name} Mug"), "name", f"{name} Mug")
    return Brief(name.lower(), kind, "en-GB", (named, MUG, STONEWARE, BLUE), Limits(300, 1, 9))


@dataclass
class Counted(NullMeter):
    """Refusals and verdicts."""

    refused: list[str] = field(default_factory=list)
    verdicts: list[str] = field(default_factory=list)

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Keep both."""
        if name == "refusals_total":
            self.refused.append(labels["rule"])
        if name == "briefs_total":
            self.verdicts.append(labels["verdict"])


class InTurn:
    """A writer with a line for each attempt, about whatever product it is asked for."""

    fingerprint = "model"

    def __init__(self, *lines: str | Exception) -> None:
        self.lines = lines
        self.asked = 0

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> list[Draft]:
        """The attempt's line."""
        self.asked += 1
        line = self.lines[attempts[0].number]
        if isinstance(line, Exception):
            raise line
        return [drafted(one, line.format(one.brief.product.title()), tokens_in=1) for one in attempts]


def desk(*lines: str | Exception, shelves: Shelves | None = None) -> tuple[Copywriter, InTurn, Counted]:
    writer, meter = InTurn(*lines), Counted()
    kept = Shelves() if shelves is None else shelves
    copywriter = Copywriter(
        writer,
        2,
        meter,
        lambda brief, _attempt, _avoid: FRESH.format(brief.product.title()),
        candidates=3,
        shelves=kept,
    )
    return copywriter, writer, meter


async def written(copywriter: Copywriter, name: str, kind: Kind = Kind.DESCRIPTION) -> Written:
    (one,) = await copywriter.write([order(name, kind)], Lane.LIVE)
    return one


async def test_another_draft_is_asked_for_and_one_that_is_unlike_wins() -> None:
    copywriter, writer, meter = desk(WORN, WORN, FRESH, WORN)
    one = await written(copywriter, "Harrow")
    assert writer.asked == 4
    assert one.copy is not None
    assert (one.copy.text, one.copy.attempt) == (FRESH.format("Harrow"), 2)
    assert [(tried.attempt, [refusal.rule for refusal in tried.refusals]) for tried in one.tried] == [
        (0, ["cliche"]), (1, ["cliche"]),
    ]  # fmt: skip
    assert meter.refused == ["cliche", "cliche"]
    assert meter.verdicts == ["published"]


async def test_where_none_is_better_the_least_alike_is_published_and_the_others_stay_told() -> None:
    copywriter, _, meter = desk(WORSE, WORN, WORSE, WORN)
    one = await written(copywriter, "Harrow")
    assert one.copy is not None
    assert (one.copy.text, one.copy.origin, one.copy.attempt) == (WORN.format("Harrow"), Origin.MODEL, 1)
    assert one.copy.copy_id == copy_id(one.brief.id, 1, "model", AVOID)
    assert [tried.attempt for tried in one.tried] == [0, 2, 3]
    assert one.cost.model_calls == 4
    assert meter.verdicts == ["published"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((WORN, FALSE, FALSE, FALSE), id="before a repair"),
        pytest.param((WORN, TAINTED, TAINTED, TAINTED), id="before fallback"),
        pytest.param((WORN, Away("writer-away"), TAINTED, TAINTED), id="before a mark"),
        pytest.param((TAINTED, FALSE, WORN, TAINTED), id="whichever it is"),
    ],
)
async def test_a_draft_that_is_only_too_alike_is_better_than_anything_that_is_not_the_models(lines) -> None:
    one = await written(desk(*lines)[0], "Harrow")
    assert one.copy is not None
    assert (one.copy.text, one.copy.origin, one.copy.away) == (WORN.format("Harrow"), Origin.MODEL, False)


async def test_what_is_published_is_on_the_shelf_for_the_next_product() -> None:
    copywriter, writer, meter = desk(ALIKE, FRESH, FRESH, FRESH)
    await written(copywriter, "Harrow")
    assert writer.asked == 1
    one = await written(copywriter, "Fenwick")
    assert writer.asked == 5
    assert one.copy is not None
    assert one.copy.text == FRESH.format("Fenwick")
    assert [refusal for tried in one.tried for refusal in tried.refusals] == [("near-duplicate", "harrow")]
    assert meter.refused == ["near-duplicate"]


@pytest.mark.parametrize("last", [pytest.param(FALSE, id="repaired"), pytest.param(TAINTED, id="fallback")])
async def test_so_is_what_was_repaired_and_what_stands_in(last) -> None:
    shelves = Shelves()
    first = await written(desk(last, last, last, last, shelves=shelves)[0], "Harrow")
    assert first.copy is not None
    copywriter, _, meter = desk(first.copy.text.replace("Harrow", "{}"), WORN, WORN, WORN, shelves=shelves)
    await written(copywriter, "Fenwick")
    assert "near-duplicate" in meter.refused


async def test_a_product_that_comes_again_gets_the_same_verdict() -> None:
    copywriter, _, _ = desk(ALIKE, FRESH, FRESH, FRESH)
    first = await written(copywriter, "Harrow")
    assert await written(copywriter, "Harrow") == first


async def test_a_title_is_never_too_alike() -> None:
    copywriter, writer, _ = desk("{} Mug", "{} Mug", "{} Mug", "{} Mug")
    for name in ("Harrow", "Fenwick"):
        await written(copywriter, name, Kind.TITLE)
    assert writer.asked == 2
