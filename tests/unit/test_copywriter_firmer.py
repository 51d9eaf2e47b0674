"""After a refusal the writer is told what was wrong, and writes something else for it."""

from collections import Counter

from tests.doubles import NullMeter
from tests.unit.edit.corpus.truths import truths
from workers.adapters.memory import RealiserModel
from workers.copywriter import Copywriter
from workers.edit.gate import Editor, with_packs
from workers.outcome import Attempt, Draft, Lane, Refusal
from workers.plan.brief import Brief
from workers.write.prompts.compact import COMPACT, Asked, read
from workers.write.realise import realise

ENGLISH = b"""pack: en
language: en
voice:
  - {id: en-never, never: [goes with, keeps, place, things, loose, clothes, everyday, gathers, boils, without, lets]}
"""
CHINESE = """pack: zh
language: zh
voice:
  - {id: zh-never, never: [一处, 可以, 外面, 上班, 随身, 物件, 衣物, 途中, 健身]}
"""
PACKS = [("en.yaml", ENGLISH), ("zh.yaml", CHINESE.encode())]


class Writing:
    """The realiser behind its prompts. `deaf`: it is not told what was wrong, as before there was any telling."""

    fingerprint = "model"

    def __init__(self, *, deaf: bool) -> None:
        self.deaf = deaf
        self.asked: list[Attempt] = []

    async def write(self, attempts: list[Attempt], lane: Lane) -> list[Draft]:
        """A draft for each."""
        self.asked += attempts
        told = [attempt._replace(avoid=()) if self.deaf else attempt for attempt in attempts]
        answers = await RealiserModel().infer([COMPACT.order(attempt) for attempt in told], 1)
        return [
            Draft(answer.text, attempt.number, attempt.copy_id("model"), "model")
            for attempt, answer in zip(attempts, answers, strict=True)
        ]


def briefs() -> list[Brief]:
    found = {truth.brief.id: truth.brief for truth in truths()}
    return list(found.values())[::4]


class Verdicts(NullMeter):
    """What became of briefs, each counted."""

    def __init__(self) -> None:
        self.told: Counter[str] = Counter()

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Of briefs only."""
        if name == "briefs_total":
            self.told[labels["verdict"]] += 1


async def verdicts(editor: Editor, *, deaf: bool) -> Counter[str]:
    meter = Verdicts()
    await Copywriter(Writing(deaf=deaf), 2, meter, editor=editor).write(briefs(), Lane.LIVE)
    return meter.told


async def test_a_writer_that_is_told_what_was_wrong_seldom_needs_anybody_else() -> None:
    editor = with_packs(PACKS)
    deaf, told = await verdicts(editor, deaf=True), await verdicts(editor, deaf=False)
    assert deaf.total() - deaf["published"] > 30, "the pack forbids what the facts permit"
    assert told.total() - told["published"] < 0.4 * (deaf.total() - deaf["published"]), (deaf, told)


async def test_the_prompt_names_the_rule_and_the_words_and_nothing_does_at_first() -> None:
    brief = next(brief for brief in briefs() if with_packs(PACKS).judge(brief, realise(brief, 0)).refusals)
    writing = Writing(deaf=False)
    await Copywriter(writing, 2, NullMeter(), editor=with_packs(PACKS)).write([brief], Lane.LIVE)
    first, *later = writing.asked
    assert b'"avoid"' not in COMPACT.order(first).prompt
    assert {attempt.avoid for attempt in later} == {later[0].avoid}
    assert later[0].avoid[0].rule == "voice"
    told = read(COMPACT.order(later[0]).prompt)
    assert isinstance(told, Asked)
    assert told.avoid == later[0].avoid


def test_who_is_told_something_else_writes_another_copy() -> None:
    brief = briefs()[0]
    names = {
        Attempt(brief, 1, avoid).copy_id("model")
        for avoid in (
            (),
            (Refusal("voice", "ab"),),
            (Refusal("voice", "a"), Refusal("b", "")),
            (Refusal("voicea", "b"),),
        )
    }
    assert len(names) == 4
