"""`python -m tests.bench.editor`: what the editor catches, and how fast it reads.

Three tables: planted faults caught, by kind and language, with the rule that was first to refuse most of them; wordings
the rules were not written for, alone and hung on to a true sentence; texts a second, of each rule and of the whole.
"""

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from schemas.kinds import Kind
from tests.unit.edit.corpus.additions import SEEN
from tests.unit.edit.corpus.planting import added_from, hung_on, innocent, planted
from tests.unit.edit.corpus.truths import truths
from tests.unit.edit.corpus.unseen import UNSEEN
from workers.edit.gate import RULES, judge
from workers.edit.reading import read
from workers.plan.brief import Brief
from workers.plan.lexicon import language_of

Texts = Sequence[tuple[Brief, str]]
SHORTEST_RUN_S = 0.3


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


def speed() -> None:
    """Texts a second on one core; of a rule, over texts that are read already."""
    told = [(truth.brief, truth.text) for truth in truths()]
    shelves: dict[str, Texts] = {
        f"{kind.value} {language}": [
            (brief, text) for brief, text in told if brief.kind is kind and language_of(brief.locale) == language
        ]
        for kind in (Kind.TITLE, Kind.BULLETS, Kind.DESCRIPTION, Kind.BLURB)
        for language in ("en", "zh")
    }
    print(f"\n{'texts/s':<18}" + "".join(f"{name:>16}" for name in shelves))
    print(
        f"{'judge, whole':<18}" + "".join(f"{_rate(_judged(texts), len(texts)):>16,.0f}" for texts in shelves.values())
    )
    for rule in RULES:
        rates = []
        for texts in shelves.values():
            readings = [read(text, brief) for brief, text in texts]
            rates.append(_rate(lambda readings=readings, rule=rule: _run(map(rule.check, readings)), len(readings)))
        print(f"{rule.name:<18}" + "".join(f"{rate:>16,.0f}" for rate in rates))


def _judged(texts: Texts) -> Callable[[], None]:
    def run() -> None:
        for brief, text in texts:
            judge(brief, text)

    return run


def _run(checks: Iterable[Iterable[str]]) -> None:
    for found in checks:
        for _ in found:
            pass


def _rate(work: Callable[[], None], count: int) -> float:
    """Rounds until it has taken long enough; the best of them counts."""
    best, begun = float("inf"), time.perf_counter()
    while time.perf_counter() - begun < SHORTEST_RUN_S:
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return count / best


def main() -> int:
    """All three tables."""
    catching()
    reach()
    speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
