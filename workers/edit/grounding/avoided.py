"""What a fact says a thing may go into is not told to be kept from it: "keep it out of the oven", 远离洗碗机."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.edit.grounding.polarity import Polarity, polarity
from workers.edit.reading import Reading

_WHERE: Final = {
    "oven_safe": r"ovens?\b|烤箱",
    "dishwasher_safe": r"dishwashers?\b|洗碗机",
    "microwave_safe": r"microwaves?\b|微波炉?",
    "machine_washable": r"washing machines?\b|machine\b|洗衣机",
    "induction": r"induction\b|电磁炉",
    "waterproof": r"water\b|rain\b|wet\b|puddles\b|水|雨",
    "water_resistant": r"rain\b|splashes\b|雨|溅水",
    "outdoor": r"outdoors\b|weather\b|garden\b|户外|室外",
}
_AVOIDED: Final = re.compile(
    r"\b(?:ke(?:ep|pt)|stays?|leave|hold) (?:[a-z]{2,12} ){0,3}?(?:out of|away from|clear of|far from) (?:all |any |the |your |direct |an? )?"
    r"|\b(?:do not|don't|never|avoid) (?:put|place|use|wear|take|leave|bring|get) (?:[a-z]{2,12} ){0,3}?(?:in|into|on|near) (?:the |an? |your )?"
    r"|(?:远离|避开|避免接?触?|忌|切?勿(?:放[进入]|接触|用于)?|请?不要(?:放[进入]|接触|用于|在)|(?<!不)怕)"
)
_SPARED: Final = re.compile(
    r"(?:\bno (?:need|reason) to|\b(?:not|n't|never) (?:have|need) to|\bneedn't|\bhaving to|无[须需]|不[必用需]|没必要) ?\Z"
)
"""Before an order it takes the order back."""
_WINDOW: Final = 24
_DONE: Final = {
    "adjust": ("adjustable", "height_adjustable"),
    "raise": ("height_adjustable",),
    "lower": ("height_adjustable",),
    "stack": ("stackable",),
    "revers": ("reversible",),
    "remove": ("removable_cover",),
    "taken off": ("removable_cover",),
    "come off": ("removable_cover",),
    "fold": ("foldable",),
}
"""What a fact says may be done with it."""
_CANNOT: Final = re.compile(
    r"\b(?:(?:cannot|can't|can not) be|does not|doesn't|do not|don't|won't|(?:is|are) not(?: to be)?) "
    rf"(?:easily |ever )?({'|'.join(_DONE)})(?:ed|d|e|ible)?\b"
)
DATA: Final = (str(_WHERE), _AVOIDED.pattern, _SPARED.pattern, str(_DONE), _CANNOT.pattern)
_PATTERNS: Final = {name: re.compile(where) for name, where in _WHERE.items()}
_FLAGS: Final = frozenset(_WHERE).union(*_DONE.values())
NEEDLES: Final = ("not", "n't", "keep", "kept", "stay", "leave", "hold", "avoid", "远离", "避", "忌", "勿", "怕")
_SOUGHT: Final = frozenset(NEEDLES)


def avoided(reading: Reading) -> Iterable[str]:
    """Where the text would keep it from, and what it says cannot be done with it, though a fact says that it may."""
    unsaid = reading.words is not None and _SOUGHT.isdisjoint(reading.words)
    return () if unsaid or _FLAGS.isdisjoint(reading.named) else _kept_from(reading)


def _kept_from(reading: Reading) -> Iterator[str]:
    named = sorted(reading.named.keys() & _FLAGS)
    held = [name for name in named if polarity(name, reading.named[name]) is Polarity.AFFIRMS]
    if not held:
        return
    for match in _AVOIDED.finditer(reading.lower):
        there = [
            one for name in held if name in _PATTERNS and (one := _PATTERNS[name].match(reading.lower, match.end()))
        ]
        spared = _SPARED.search(reading.lower, max(0, match.start() - _WINDOW), match.start())
        if there and not spared and reading.lower[match.start() : there[0].end()] not in reading.said:
            yield reading.text[match.start() : there[0].end()]
    for match in _CANNOT.finditer(reading.lower):
        if any(name in held for name in _DONE[match[1]]):
            yield reading.text[match.start() : match.end()]
