"""`python -m tests.bench.human`: the editor over real people's texts, beside labels that a person made by reading them.

For each shelf: what the texts say beyond their facts, by class, with the share in sentences that are refused, whose
very words a rule points at, and at which another rule than `unfounded` points; sentences that say nothing but facts and
are refused all the same; which facts the texts state and leave out, and whether the editor sees that. Then each miss
and alarm by itself.
"""

import sys

from tests.unit.edit.human.labels import CLASSES, FREE, PROMISED, SHELVES, labelled
from tests.unit.edit.human.measures import Found, alarms, credit, found


def additions(tally: Found) -> None:
    """A line for each class that there is, and for those that the editor undertakes to find."""
    print(f"{'says beyond its facts':<26}{'items':>7}{'sentence':>10}{'words':>8}{'by name':>9}")
    lines = [(name, [name]) for name in (*CLASSES, "contradiction") if name in tally.total]
    for name, classes in (*lines, ("number … comparative", PROMISED), ("feature … other", FREE)):
        total = sum(tally.total[each] for each in classes)
        shares = [sum(hits[each] for each in classes) / total for hits in (tally.sentence, tally.words, tally.named)]
        print(f"{name:<26}{total:>7}{shares[0]:>10.1%}{shares[1]:>8.1%}{shares[2]:>9.1%}")


def facts(shelf: str) -> None:
    """A line for each fact's name."""
    tally = credit(shelf)
    print(f"\n{'fact':<26}{'stated':>7}{'left out':>10}{'seen':>8}{'seen amiss':>12}")
    held = [(fact.name, fact.name in label.states) for told, label in labelled(shelf) for fact in told.brief.facts]
    for name in dict.fromkeys(name for name, _ in held):
        stated, left_out = held.count((name, True)), held.count((name, False))
        print(f"{name:<26}{stated:>7}{left_out:>10}{tally.right[name]:>8}{tally.wrong[name]:>12}")
    print(f"of what is seen, stated: {tally.precision:.1%}; of what is stated, seen: {tally.recall:.1%}")


def main() -> int:
    """All tables of all shelves."""
    for shelf in SHELVES:
        told = labelled(shelf)
        print(f"\n=== {shelf}: {len(told)} texts")
        if not told:
            print("NOT MEASURED: the data is absent, or not what was labelled")
            continue
        tally, raised = found(shelf), alarms(shelf)
        additions(tally)
        print(f"\nnothing but facts: {raised.total} sentences, {len(raised.refused)} refused, {raised.share:.1%}")
        facts(shelf)
        print(*(f"missed {name}: {words!r} in {sentence!r}" for name, words, sentence in tally.missed), sep="\n")
        print(*(f"alarm {rules} in {sentence!r}" for sentence, rules in raised.refused), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
