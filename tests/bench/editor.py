"""`python -m tests.bench.editor`: how fast the editor reads, and what it catches.

Three tables: texts a second by kind and in the mix, of products that the process has never seen and of the same again,
dozens at once, as the copywriter asks, and one at a time, with the µs that reading and each rule take of the latter,
and an operator's values; planted faults caught, by kind and language, with the rule that was first to refuse most of
them; wordings the rules were not written for, alone and hung on to a true sentence.
"""

import gc
import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from functools import cache, partial
from multiprocessing import get_context

from schemas.kinds import Kind
from tests.unit.edit.corpus import denied
from tests.unit.edit.corpus.additions import SEEN
from tests.unit.edit.corpus.own_words import many
from tests.unit.edit.corpus.planting import added_from, hung_on, innocent, planted
from tests.unit.edit.corpus.truths import truths
from tests.unit.edit.corpus.unseen import UNSEEN
from workers.edit.gate import RULES, SHIPPED, Rule, judge
from workers.edit.grounding.values import listed, unvouched
from workers.edit.packs.values import Value
from workers.edit.reading import Reading, read
from workers.plan.brief import Brief
from workers.plan.lexicon import language_of

Texts = Sequence[tuple[Brief, str]]
Timed = tuple[str, str]
"""A row and a column of the table."""
Spent = dict[Timed, list[float]]
"""Seconds of each step, in the order of the texts, or of the batches."""
Step = Callable[[str, Texts], Spent]
KINDS = (Kind.TITLE, Kind.BULLETS, Kind.DESCRIPTION, Kind.SEO_TITLE, Kind.META)
MIX = "mix"
ROUNDS = 6
BATCH = 64
FORMS = 50_000
VALUE = "value, 50,000 forms"
TOGETHER, TOGETHER_AGAIN, ALONE, ALONE_AGAIN = "new", "again", "new, one at a time", "again, one at a time"
RATES = (TOGETHER, TOGETHER_AGAIN, ALONE, ALONE_AGAIN)


def catching() -> None:
    """Of each kind in each language: how many, the share caught, and by which rules."""
    total: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    rules: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for item in planted():
        key = (item.kind, item.language)
        total[key] += 1
        refusals = judge(item.brief, item.text).refusals
        caught[key] += bool(refusals)
        rules[key].update({refusal.rule for refusal in refusals})
    print(f"{'fault':<16}{'lang':<6}{'items':>6}{'caught':>9}  by")
    for key in sorted(total):
        by = ", ".join(f"{rule} {count}" for rule, count in rules[key].most_common(4))
        print(f"{key[0]:<16}{key[1]:<6}{total[key]:>6}{caught[key] / total[key]:>9.1%}  {by}")
    for language in ("en", "zh"):
        texts = [(brief, text) for brief, text in innocent() if language_of(brief.locale) == language]
        refused = sum(bool(judge(brief, text).refusals) for brief, text in texts)
        print(f"{'false alarms':<16}{language:<6}{len(texts):>6}{refused / len(texts):>9.2%}")


def reach() -> None:
    """Wordings that no rule was written for: as a sentence of their own, and behind a comma in a true one."""
    print(f"\n{'added wording':<26}{'items':>6}{'alone':>9}{'hung on':>9}")
    for name, shelf in (("seen", SEEN), ("unseen", UNSEEN)):
        items = added_from(shelf)
        for kind in sorted({item.kind for item in items}):
            mine = [item for item in items if item.kind == kind]
            alone = sum(bool(judge(item.brief, item.text).refusals) for item in mine)
            hung = sum(bool(judge(item.brief, hung_on(item)).refusals) for item in mine)
            print(f"{name + ' ' + kind:<26}{len(mine):>6}{alone / len(mine):>9.0%}{hung / len(mine):>9.0%}")
    for name, denying in (("seen", denied.SEEN), ("unseen", denied.UNSEEN)):
        items = list(denied.denied(denying))
        share = sum(bool(judge(item.brief, item.text).refusals) for item in items) / len(items)
        print(f"{name + ' denial':<26}{len(items):>6}{share:>18.0%}")


def speed() -> None:
    """Texts a second on one core, by kind and language and in the mix of a catalogue; what each rule takes of that."""
    spent = _best()
    columns = (*_columns(), MIX)
    print(f"\n{'':<31}" + "".join(f"{name:>16}" for name in columns))
    for row in (*RATES, "read", *[rule.name for rule in RULES], VALUE):
        each = [sum(spent[row, column]) / len(_of(column)) for column in columns]
        cells = [1 / one for one in each] if row in RATES else [one * 1e6 for one in each]
        unit, decimals = ("texts/s", 0) if row in RATES else ("µs", 1)
        print(f"{f'{row}, {unit}':<31}" + "".join(f"{cell:>16,.{decimals}f}" for cell in cells))


@cache
def _told() -> Texts:
    return [(truth.brief, truth.text) for truth in truths() if truth.brief.kind in KINDS]


@cache
def _columns() -> tuple[str, ...]:
    return tuple(f"{kind.value} {language}" for kind in KINDS for language in ("en", "zh"))


def _column(brief: Brief) -> str:
    return f"{brief.kind.value} {language_of(brief.locale)}"


@cache
def _of(column: str) -> Texts:
    return [one for one in _told() if column in {MIX, _column(one[0])}]


def _best() -> Spent:
    """Seconds for each step of each text, or of each batch: the best of some rounds.

    A text is met once: each half of the products by a process that has seen the other half alone, as a worker meets a
    new listing after others. Judged again in the same process, most of its words and facts would be remembered.
    """
    _value_rule()
    best: Spent = defaultdict(list)
    steps = [*[(_together, column) for column in (*_columns(), MIX)], (_alone, MIX), (_parts, MIX)]
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        for step, column in steps:
            for half in (0, 1):
                rounds = pool.starmap(_met, [(half, step, column)] * ROUNDS, chunksize=1)
                for key in rounds[0]:
                    best[key] += map(min, zip(*[one[key] for one in rounds], strict=True))
    return best


def _met(half: int, step: Step, column: str) -> Spent:
    """Of the texts of one half of the products, when those of the other half have been judged."""
    # As in a worker: at Python's own thresholds a tenth of the time goes into looking for garbage.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    products = list(dict.fromkeys(brief.product for brief, _ in _told()))
    new = frozenset(products[half::2])
    SHIPPED.judge_all([one for one in _told() if one[0].product not in new])
    # What the fork shares is copied where it is first touched: here, and not in the midst of a measurement.
    gc.collect()
    return step(column, [one for one in _of(column) if one[0].product in new])


def _together(column: str, texts: Texts) -> Spent:
    """Batches, new, and again as another attempt is judged, long after the first."""
    batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
    return {
        (row, column): [_seconds(partial(SHIPPED.judge_all, batch)) for batch in batches]
        for row in (TOGETHER, TOGETHER_AGAIN)
    }


def _alone(_: str, texts: Texts) -> Spent:
    spent: Spent = defaultdict(list)
    for row in (ALONE, ALONE_AGAIN):
        for brief, text in texts:
            _spend(spent, row, brief, partial(judge, brief, text))
    return spent


def _parts(_: str, texts: Texts) -> Spent:
    """Reading, and each rule in its place; nothing where it is not asked."""
    spent: Spent = defaultdict(list)
    for brief, text in texts:
        _spend(spent, "read", brief, partial(read, text, brief, SHIPPED.sought))
        reading = read(text, brief, SHIPPED.sought)
        for rule in (*RULES, _value_rule()):
            _spend(spent, rule.name, brief, partial(_ask, rule, reading))
    return spent


def _spend(spent: Spent, row: str, brief: Brief, step: Callable[[], object]) -> None:
    seconds = _seconds(step)
    for column in (_column(brief), MIX):
        spent[row, column].append(seconds)


def _seconds(step: Callable[[], object]) -> float:
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


@cache
def _value_rule() -> Rule:
    """Of a large shop's pack."""
    values = listed([Value(matter="brand", forms=(form,)) for form in many(FORMS)])
    return Rule(VALUE, 1, lambda reading: unvouched(reading, values))


def _ask(rule: Rule, reading: Reading) -> None:
    if not (reading.words or frozenset()).isdisjoint(rule.needles):
        deque(rule.check(reading), maxlen=0)


def main() -> int:
    """All three tables. What is measured has to be new to the process: speed comes first."""
    speed()
    catching()
    reach()
    return 0


if __name__ == "__main__":
    sys.exit(main())
