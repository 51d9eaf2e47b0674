"""`python -m tests.bench.editor`: what the editor catches, and how fast it reads.

Three tables: planted faults caught, by kind and language, with the rule that was first to refuse most of them; wordings
the rules were not written for, alone and hung on to a true sentence; texts a second by kind and in the mix, of products
that were never seen too, with the µs that reading and each rule take of that, and an operator's values.
"""

import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from functools import cache

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
KINDS = (Kind.TITLE, Kind.BULLETS, Kind.DESCRIPTION, Kind.SEO_TITLE, Kind.META)
ROUNDS = 6
FORMS = 50_000
VALUE = "value, 50,000 forms"


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
    told = [(truth.brief, truth.text) for truth in truths() if truth.brief.kind in KINDS]
    _first_look(told)
    names = [f"{brief.kind.value} {language_of(brief.locale)}" for brief, _ in told]
    columns = [f"{kind.value} {language}" for kind in KINDS for language in ("en", "zh")]
    best = _best(told, lambda brief, text: {"judge": lambda: judge(brief, text)}) | _best(told, _parts)
    print(f"\n{'':<20}" + "".join(f"{name:>16}" for name in (*columns, "mix")))
    for name, unit in (
        ("judge", "texts/s"),
        *[(part, "µs") for part in ("read", *[rule.name for rule in RULES], VALUE)],
    ):
        cells = []
        for column in (*columns, "mix"):
            took = [best[name, at] for at, shelf in enumerate(names) if column in {shelf, "mix"}]
            cells.append(len(took) / sum(took) if unit == "texts/s" else sum(took) / len(took) * 1e6)
        print(f"{name + ', ' + unit:<20}" + "".join(f"{cell:>16,.{0 if unit == 'texts/s' else 1}f}" for cell in cells))


def _first_look(told: Texts) -> None:
    """Copy of products that the process has never seen, once, behind that of as many others."""
    products = list(dict.fromkeys(brief.product for brief, _ in told))
    seen = set(products[::2])
    for brief, text in told:
        if brief.product in seen:
            judge(brief, text)
    new = [(brief, text) for brief, text in told if brief.product not in seen]
    start = time.perf_counter()
    for brief, text in new:
        judge(brief, text)
    print(f"\n{len(new)} texts of new products: {len(new) / (time.perf_counter() - start):,.0f} texts/s")


def _parts(brief: Brief, text: str) -> dict[str, Callable[[], object]]:
    """Reading, and each rule in its place; nothing where it is not asked."""
    made: list[Reading] = []
    steps: dict[str, Callable[[], object]] = {"read": lambda: made.append(read(text, brief, SHIPPED.sieve))}
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


def _best(
    told: Texts, steps: Callable[[Brief, str], dict[str, Callable[[], object]]]
) -> defaultdict[tuple[str, int], float]:
    """Seconds for each step of each text: the best of some rounds over all of them."""
    best: defaultdict[tuple[str, int], float] = defaultdict(lambda: float("inf"))
    for _ in range(ROUNDS):
        for at, (brief, text) in enumerate(told):
            for name, step in steps(brief, text).items():
                begun = time.perf_counter()
                step()
                best[name, at] = min(best[name, at], time.perf_counter() - begun)
    return best


def main() -> int:
    """All three tables."""
    catching()
    reach()
    speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
