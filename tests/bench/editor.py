"""`python -m tests.bench.editor`: how fast the editor reads, and what it catches.

Three tables: texts a second by kind and in the mix, of products that the process has never seen and, below, of the same
again, with the µs that reading and each rule take of the former, and an operator's values; planted faults caught, by
kind and language, with the rule that was first to refuse most of them; wordings the rules were not written for, alone
and hung on to a true sentence.
"""

import gc
import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from functools import cache
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
Timed = tuple[str, int]
"""A step, and the number of a text."""
Steps = Callable[[Brief, str], dict[str, Callable[[], object]]]
KINDS = (Kind.TITLE, Kind.BULLETS, Kind.DESCRIPTION, Kind.SEO_TITLE, Kind.META)
ROUNDS = 6
FORMS = 50_000
VALUE = "value, 50,000 forms"
NEW, AGAIN = "judge", "again"


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
    names = [f"{brief.kind.value} {language_of(brief.locale)}" for brief, _ in _told()]
    columns = [f"{kind.value} {language}" for kind in KINDS for language in ("en", "zh")]
    best = _best()
    print(f"\n{'':<20}" + "".join(f"{name:>16}" for name in (*columns, "mix")))
    for name in (NEW, AGAIN, "read", *[rule.name for rule in RULES], VALUE):
        rate = name in {NEW, AGAIN}
        cells = []
        for column in (*columns, "mix"):
            took = [best[name, at] for at, shelf in enumerate(names) if column in {shelf, "mix"}]
            cells.append(len(took) / sum(took) if rate else sum(took) / len(took) * 1e6)
        unit = "texts/s" if rate else "µs"
        print(f"{f'{name}, {unit}':<20}" + "".join(f"{cell:>16,.{0 if rate else 1}f}" for cell in cells))


@cache
def _told() -> Texts:
    return [(truth.brief, truth.text) for truth in truths() if truth.brief.kind in KINDS]


def _best() -> defaultdict[Timed, float]:
    """Seconds for each step of each text: the best of some rounds.

    A text is met once: each half of the products by a process that has seen the other half alone, as a worker meets a
    new listing after others. Judged again in the same process, most of its words and facts would be remembered.
    """
    _value_rule()
    best: defaultdict[Timed, float] = defaultdict(lambda: float("inf"))
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        asked = [(half, turns) for turns in ((_new, _again), (_parts,)) for half in (0, 1)] * ROUNDS
        for took in pool.starmap(_met, asked, chunksize=1):
            for key, seconds in took.items():
                best[key] = min(best[key], seconds)
    return best


def _met(half: int, turns: Sequence[Steps]) -> dict[Timed, float]:
    """Of the texts of one half of the products, when those of the other half have been judged."""
    products = list(dict.fromkeys(brief.product for brief, _ in _told()))
    new = frozenset(products[half::2])
    for brief, text in _told():
        if brief.product not in new:
            judge(brief, text)
    # What the fork shares is copied where it is first touched: here, and not in the midst of a measurement.
    gc.collect()
    took = {}
    for steps in turns:
        for at, (brief, text) in enumerate(_told()):
            for name, step in steps(brief, text).items() if brief.product in new else ():
                begun = time.perf_counter()
                step()
                took[name, at] = time.perf_counter() - begun
    return took


def _new(brief: Brief, text: str) -> dict[str, Callable[[], object]]:
    return {NEW: lambda: judge(brief, text)}


def _again(brief: Brief, text: str) -> dict[str, Callable[[], object]]:
    """As another attempt is judged, long after the first."""
    return {AGAIN: lambda: judge(brief, text)}


def _parts(brief: Brief, text: str) -> dict[str, Callable[[], object]]:
    """Reading, and each rule in its place; nothing where it is not asked."""
    made: list[Reading] = []
    steps: dict[str, Callable[[], object]] = {"read": lambda: made.append(read(text, brief, SHIPPED.sought))}
    for rule in (*RULES, _value_rule()):
        steps[rule.name] = lambda rule=rule: _ask(rule, made[0])
    return steps


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
