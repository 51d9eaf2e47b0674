"""What a fact says a thing may go into is not told to be kept from it: "keep it out of the oven", 远离洗碗机."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
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
    r"|(?:远离|避开|避免接?触?|忌|切?勿(?:放[进入]|接触|用于)?|请?不要(?:放[进入]|接触|用于|在)|怕)"
)
DATA: Final = (str(_WHERE), _AVOIDED.pattern)
_PATTERNS: Final = {name: re.compile(where) for name, where in _WHERE.items()}
NEEDLES: Final = ("keep", "kept", "stay", "leave", "hold", "avoid", "远离", "避", "忌", "勿", "怕")


def avoided(reading: Reading) -> Iterator[str]:
    """Where the text would keep it from, though a fact lets it go there."""
    named = _PATTERNS.keys() & reading.named.keys()
    held = [name for name in sorted(named) if polarity(name, reading.named[name]) is Polarity.AFFIRMS]
    for match in _AVOIDED.finditer(reading.lower) if held else ():
        where = next((one for name in held if (one := _PATTERNS[name].match(reading.lower, match.end()))), None)
        if where and reading.lower[match.start() : where.end()] not in reading.said:
            yield reading.text[match.start() : where.end()]
