"""Parts of sentences that say when it is, where somebody is, or ask; none of them says what the product is or does.

No nouns of scenes are known here, only times, places and people that any sentence may have: "Friday evening", "you are
nearly out of the door". What a thing is good for is told otherwise, and so is what nobody else can do.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.grounding import idioms
from workers.edit.grounding.denials import Span
from workers.edit.grounding.everyday import ENGLISH, SCENES

_WORD: Final = re.compile("[a-z]+")
_LONGER: Final = re.compile("[a-z]{2,}")
_PIECE: Final = re.compile(r"[^.!?\n,;:—–]{1,200}\??")
_LEAD: Final = "(?:(?:and|but|so|or) )?"
_CASE: Final = re.compile(
    rf"{_LEAD}(?:should (?:you|your|the)|when(?:ever)?|once|while|after|before|if|until|wherever|whether)\b"
)
_PLACE: Final = re.compile(rf"{_LEAD}(?:in|on|at|for|from|by)\b")
_DENIALS: Final = frozenset("no not never none nothing nobody nowhere without".split())
_CASES: Final = ENGLISH | SCENES
_TIMES: Final = frozenset(
    """
morning mornings noon midday afternoon afternoons evening evenings night nights midnight dawn dusk sunrise sunset day
days today tonight tomorrow yesterday weekend weekends week weekday weekdays monday tuesday wednesday thursday friday
saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays breakfast lunch dinner supper brunch
lunchtime bedtime teatime holiday holidays
    """.split()
)
_PLACES: Final = frozenset(
    """
home house kitchen table sofa desk office bedroom bathroom hallway hall balcony terrace patio porch garden park city
town street school work shop shops market train bus plane bench road path library village neighbourhood neighborhood
room
    """.split()
)
_PEOPLE: Final = frozenset("you friends guests family neighbours neighbors colleagues visitors people everyone".split())
_BEING: Final = frozenset(
    """
is are was were be been being re s ve come comes came coming go goes going gone sit sits sitting sat stand stands
standing stood wait waits waiting begin begins began start starts end ends arrive arrives arriving leave leaves
leaving left walk walks walking gather gathers wake wakes woke read reads reading talk talks talking draws
    """.split()
)
_JOINING: Final = frozenset(
    """
a an and as at about across after along already almost around before between but by down early finally from here in
into just late later long lazy busy somewhere meanwhile my near nearly of off on onto or our out outside over slow slowly
so soon still the then there through till to towards until up your
    """.split()
)
_IN_PLACE: Final = re.compile(
    r"\b(?:(?:at|in|on|by|near|to|from|into|onto|out of|around|across|through|outside|beside|between|along|off|towards)"
    rf" (?:(?:the|a|an|your|our|my) )?(?:{'|'.join(sorted(_PLACES))})"
    r"|(?:at|by|to|out of|through|from|behind|near) (?:the|your) (?:front |back )?(?:door|window)"
    r"|(?:in|to|out of|into|from) bed)\b"
)
"""A place that has no such word before it may be one of several things that a product has: "a bench"."""
_FRAGMENT: Final = _TIMES | _PEOPLE | _JOINING | frozenset({"home"})
_STATEMENT: Final = _FRAGMENT | _BEING
_ROUND_THE_CLOCK: Final = (frozenset({"day", "night"}), frozenset({"days", "nights"}))
"""These together say how long."""
_THERE: Final = r"(?:on|by|at|beside|next to|near|in) (?:the|your|a|an) (?:desk|table|sofa|bedside|nightstand|shelf|counter|sideboard|hallway|kitchen|bedroom|living[ -]room|hall|corner)"
_HANDLING: Final = re.compile(
    r"(?:(?:and|then|just|simply) )?(?:"
    rf"(?:put|set|place|lay|stand|keep) (?:it|them|this|one) {_THERE}(?:,? (?:or )?{_THERE}){{0,3}}"
    r"|(?:take|put|set|pick|bring) (?:it|them) (?:down|up|along|away|back|aside|home)"
    r"|(?:sit|lean|step|settle) (?:back|down|up|in|on)(?: a little| a bit| for a (?:moment|while))?)"
)
"""Where one puts a thing, at home, and how one sits down to it."""
_OUTSIDE: Final = "(?:rainy|sunny|snowy|windy|stormy|foggy|frosty|grey|gray|wet|cold|chilly|cool|mild|hot|dark|quiet|busy|lazy|slow|long|free)"
_PLAIN: Final = re.compile(
    rf"{_HANDLING.pattern}|(?:an?|another|that) {_OUTSIDE}(?:,? {_OUTSIDE})? (?:{'|'.join(sorted(_TIMES))})"
)
"""These, and what the day is like: as a part of its own it is no day that a thing is good for."""
_SUBJECT: Final = re.compile(
    rf"{_LEAD}(?:{'|'.join(sorted(_PEOPLE))})\b|(?:the|your|our|another) (?:[a-z]{{1,12}} )?(?:{'|'.join(sorted(_TIMES))})\b"
)
_ASKED_OF_THINGS: Final = frozenset(
    """
it its itself this that these those they them their thing things one ones other others another more less most least
few fewer enough else same such all any every each both always never ever nothing none no nobody nor without
only just quite very really well good right easy easily simple simply neat neatly nice nicely happy glad ready save
saves help helps need needs let lets make makes made able allow allows keep keeps hold holds last fit fits suit suits
use uses used why claim care cares worry hurry wait fuss hassle effort mess clutter trouble problem problems burden
job
    """.split()
)
"""A question with one of these may be asked to tell: who needs another?"""

DATA: Final = tuple(
    " ".join(sorted(words)) for words in (SCENES, _TIMES, _PLACES, _PEOPLE, _BEING, _JOINING, _ASKED_OF_THINGS)
)


def sets_the_scene(part: str) -> bool:
    """Whether a part of a sentence, or all of one, in lower case, says no more than when or where, or only asks."""
    plain = idioms.without(part)
    if (plain != part and _JOINING.issuperset(_WORD.findall(plain))) or _PLAIN.fullmatch(part.strip()):
        return True
    words = frozenset(_LONGER.findall(plain))
    if _CASE.match(part) is not None:
        return _CASES.issuperset(words) and _DENIALS.isdisjoint(words)
    if _PLACE.match(part) is not None:
        return ENGLISH.issuperset(words) and _DENIALS.isdisjoint(words)
    return _says_when_or_where(plain) or _only_asks(plain)


def spans(lower: str) -> Iterator[Span]:
    """Where parts of a text, in lower case, set a scene in words that elsewhere may be claims."""
    for part in _PIECE.finditer(lower):
        if not SCENES.isdisjoint(_WORD.findall(part.group())) and sets_the_scene(part.group().strip()):
            yield part.span()


def _says_when_or_where(part: str) -> bool:
    """Whether it names times, places and people, or says that these are there, and nothing else."""
    rest = _IN_PLACE.sub(" ", part)
    words = frozenset(_WORD.findall(rest))
    if any(both <= words for both in _ROUND_THE_CLOCK):
        return False
    if _FRAGMENT.issuperset(words):
        return rest != part or not _JOINING.issuperset(words)
    return _STATEMENT.issuperset(words) and _SUBJECT.match(part) is not None


def _only_asks(sentence: str) -> bool:
    """Whether it is a question that is put in everyday words and tells of no thing."""
    if not sentence.rstrip(" \"'”’)").endswith("?"):
        return False
    words = frozenset(_LONGER.findall(sentence))
    return _CASES.issuperset(words) and _ASKED_OF_THINGS.isdisjoint(words)
