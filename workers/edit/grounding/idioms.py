"""Turns of speech in which a word that elsewhere is a claim claims nothing: "by the door", "at last", "a quiet corner".

A wardrobe with a door has a door: so "door" is no everyday word, and only what one stands beside may be one.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.grounding.denials import Span

_WHOSE: Final = r"(?:the|your|my|our|his|her|their|an?)"
_PLACE: Final = (
    r"(?:(?:front|back|kitchen|bedroom|bathroom|living[- ]room|hall|office|garden) )?(?:doors?|windows?|mirror|bed|fireplace|stairs"
    r"|staircase|fence|gate|cot|armchair|chair|window ?sill)"
)
_MOMENT: Final = r"(?:corner|spot|moment|hour|street|evening|afternoon|morning|sunday|weekend)s?"
_OWN: Final = (
    r"(?:books|songs|films|albums?|music|perfume|novels?|stories|recipes?|dish|dishes|meals?|spot|corner|places?|rooms?|seat|walk"
    r"|route|path|park|shows?|series|podcasts?|playlists?|bands?|authors?|poems?|records|tunes?|people|part|time|clothes|photos"
    r"|pictures|outfit)"
)
_ROWS: Final = rf"""
door doors window windows mirror bed fireplace stairs staircase fence gate cot armchair chair sill windowsill | \b(?:by|near|beside|behind|opposite|next to|in front of|close to|away from|past) {_WHOSE} {_PLACE}\b
bed | \b(?:on|across|onto) the bed\b|\b(?:before|in|out of) bed\b(?! of)
quiet | \b(?:a|the|some|your) quiet {_MOMENT}\b
last | \b(?:at last|last (?:night|week|weekend|sunday)|last thing (?:at night|before bed))\b
straight | \bstraight (?:away|to|into|onto|back|home)\b
favourite favorite | (?<!\bbe )(?<!\bis )(?<!\bas )(?<!come )(?<!comes )\b(?:your|my|his|her|their|our|whose|some|those|these) favou?rite {_OWN}\b
love loved | \b(?:someone|somebody|those|people|one|ones|person|whoever) (?:that |whom |who )?you love\b|\bloved ones\b
thoughts | \bsecond thoughts?\b
picture | (?:\A|(?<=[.!?] ))picture (?:a|an|this|yourself|your)\b
free | \b(?:feel free|(?:a|an|your|one|the next|some) free (?:evening|afternoon|morning|moment|weekend|day|hour|sunday|saturday))\b
fresh | \bfresh (?:air|start|page|sheet of)\b
quick | \b(?:a|one) quick (?:look|word|question|bite|lunch|glance|errand|call|chat|trip|visit|hello)\b
hard | \blong,? hard days?\b|\ba hard day\b|\bhard (?:to say|to choose|to believe|to tell|at work)\b
sun | \b(?:as|when|once|before|after|until|while|now|and) the sun (?:is |has )?(?:up|out|down|sets?|rises?|comes? up|goes? down|going down|coming up|gone down|come up|set|risen)\b
break | \b(?:take|takes|taking|on|for|during|after|before|at|in) (?:a|your|the|an) (?:(?:short|lunch|coffee|tea|long) )?break\b
off please like wish tell always ever usual | \b(?:off you go|(?:just )?as you (?:please|like|wish)|you tell yourself|as (?:always|ever|usual))\b
light rays | \buv (?:light|rays)\b
time | \btake your time\b
"""


def _read(rows: str) -> tuple[frozenset[str], re.Pattern[str]]:
    heads: set[str] = set()
    patterns = []
    for row in rows.strip().splitlines():
        words, _, pattern = row.partition(" | ")
        heads.update(words.split())
        patterns.append(pattern)
    return frozenset(heads), re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


HEADS, _IDIOMS = _read(_ROWS)
DATA: Final = (_ROWS,)


def spans(lower: str) -> Iterator[Span]:
    """Where they stand in a text in lower case."""
    return (match.span() for match in _IDIOMS.finditer(lower))


def without(part: str) -> str:
    """A part of a sentence, in lower case, without them."""
    return _IDIOMS.sub(" ", part) if any(head in part for head in HEADS) else part
