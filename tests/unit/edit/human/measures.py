"""How the editor's verdicts on people's texts stand to the labels: what it finds, what it raises for nothing, and which
facts it sees stated.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.unit.edit.human.labels import Label, Span, Told, labelled
from workers.edit.gate import RULES, judge
from workers.edit.reading import read


@dataclass
class Found:
    """By class: how many there are; of those, in sentences where a rule points at something, pointed at themselves, and
    pointed at by another rule than `unfounded`. `missed`: class, words, sentence.
    """

    total: Counter[str] = field(default_factory=Counter)
    sentence: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str, str]] = field(default_factory=list)

    def share(self, classes: Iterable[str]) -> float:
        """Of these classes' items, those in sentences that are refused."""
        wanted = [name for name in classes if name in self.total]
        return sum(self.sentence[name] for name in wanted) / sum(self.total[name] for name in wanted)


@dataclass
class Alarms:
    """Sentences that say nothing but facts; of those that are refused, the rules and spans."""

    total: int = 0
    refused: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return len(self.refused) / self.total


@dataclass
class Credit:
    """By a fact's name: stated and seen so; seen though nobody stated it; stated but not seen."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    unseen: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.right.total() / (self.right.total() + self.wrong.total())

    @property
    def recall(self) -> float:
        return self.right.total() / (self.right.total() + self.unseen.total())


def found(shelf: str) -> Found:
    """Every addition and contradiction of a shelf beside what the rules point at."""
    tally = Found()
    for told, label in labelled(shelf):
        marks = marked(told)
        for name, span in label.faults:
            sentence = _around(told, span)
            rules = {rule for rule, place in marks if _touched(span, [place])}
            tally.total[name] += 1
            tally.words[name] += bool(rules)
            tally.named[name] += bool(rules - {"unfounded"})
            if _touched(sentence, [place for _, place in marks]):
                tally.sentence[name] += 1
            else:
                tally.missed.append((name, told.text[slice(*span)], told.text[slice(*sentence)]))
    return tally


def alarms(shelf: str) -> Alarms:
    """Every sentence of a shelf in which the label has no fault."""
    tally = Alarms()
    for told, label in labelled(shelf):
        marks = marked(told)
        for sentence in _faultless(told, label):
            tally.total += 1
            if rules := [(rule, told.text[slice(*span)]) for rule, span in marks if _touched(sentence, [span])]:
                tally.refused.append((told.text[slice(*sentence)], rules))
    return tally


def credit(shelf: str) -> Credit:
    """The facts that the editor says a text rests on, beside those that a reader learns from it."""
    tally = Credit()
    for told, label in labelled(shelf):
        seen = {fact for sentence in judge(told.brief, told.text).sentences for fact in sentence.facts}
        for fact in told.brief.facts:
            if fact.id in seen:
                (tally.right if fact.name in label.states else tally.wrong)[fact.name] += 1
            elif fact.name in label.states:
                tally.unseen[fact.name] += 1
    return tally


def marked(told: Told) -> list[tuple[str, Span]]:
    """All that the rules point at, and where: without the bound on spans that a verdict has."""
    reading = read(told.text, told.brief)
    return [(rule.name, place) for rule in RULES for span in rule.check(reading) for place in _places(span, told.text)]


def _places(span: str, text: str) -> Iterator[Span]:
    """Wherever it stands: rules tell words, no place."""
    lower, wanted = _straight(text), _straight(span)
    at = lower.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = lower.find(wanted, at + 1)


def _straight(text: str) -> str:
    return text.lower().replace("’", "'")


def _faultless(told: Told, label: Label) -> Iterator[Span]:
    faults = [span for _, span in label.faults]
    return (sentence for sentence in told.sentences if not _touched(sentence, faults))


def _around(told: Told, span: Span) -> Span:
    return next(sentence for sentence in told.sentences if sentence[0] <= span[0] < sentence[1])


def _touched(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
