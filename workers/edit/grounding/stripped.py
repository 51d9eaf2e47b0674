"""A material that the facts have only as what it is not, or as a part of it: "leather" of "faux leather".

The last word of a longer name vouches for itself: "grey" of "slate grey", "steel" of "stainless steel".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding.tracing import Span, occurrences
from workers.edit.grounding.vocabulary import hits, of_matter, vouched
from workers.edit.grounding.wordlists import HAN, Hit
from workers.edit.reading import Reading

_BEFORE: Final = re.compile(
    r"\b(?:faux|fake|imitation|imitated|vegan|artificial|synthetic|simulated|mock|man-?made|lab-created|lab-grown|bonded"
    r"|reconstituted)[ -](?:[a-z]+[ -])?\Z|(?:仿[真古]?|人造|人工|合成|假|(?<!电)镀|鎏)\Z"
)
_BEHIND: Final = re.compile(
    r"[ -](?:veneer(?:ed)?|effect|look|looking|style|styled|like|plated?|plating|coated|coating|clad|dipped"
    r"|vermeil|toned?|colou?red|finish|finished|laminate|substitute|alternative|composite|free)\b"
    r"|(?:(?<=bamboo)|(?<=glass)|(?<=wood))[ -](?:viscose|rayon|lyocell|fib(?:re|er)s?)\b|(?<=gold)[ -]filled\b"
    r"|贴皮|木?皮?饰面|纹(?!理)|质感|色调|镀层|涂层|风格|(?<=[竹璃木])纤维"
)
_MIXED: Final = re.compile(r"[ -](?:blend(?:ed)?|mix(?:ed|ture)?)\b|混纺|混织")
_LESS: Final = re.compile(
    r"\b(?:faux|fake|imitat|vegan|artificial|synthetic|simulated|mock|man-?made|bonded|veneer|blend|mix(?:ed|ture)?\b"
    r"|plat(?:ed|ing)|coat(?:ed|ing)|clad\b|laminate|composite|viscose|rayon|lyocell|fib(?:re|er)|made from\b)"
    r"|仿|人造|人工|合成|假|镀|贴皮|饰面|混纺|涂层|纤维|含"
)
"""What beside a word in a text says that it is not all of it."""
_MADE_OF: Final = re.compile(
    r"\b(?:real|genuine|pure|true|(?<!in )solid"
    r"|(?:made|crafted|cut|carved|mou?lded|built|turned|cast|formed|fired|hewn)(?: out)? (?:of|from)(?: an?)?"
    r"(?: real| solid| genuine| pure)?) \Z"
    r"|(?:采用|选用|真正?的?|实心|纯)\Z"
)
_MAKES: Final = re.compile(r" (?:forms|makes up|construction)\b|(?:制成|打造|制作|烧制|做成|做的|材质)")
"""Where a word that the facts have for a colour is told of what the product is made of: "real terracotta"."""
_SHADE: Final = "shade"
_EITHER_WAY: Final = frozenset({"rubber", "橡胶"})
"""Which of it is made and which grown, nobody asks."""
_AROUND: Final = 24
_TYPE: Final = "type"
_COLOUR: Final = "colour"
_MATTERS: Final = ("material", _COLOUR)

DATA: Final = tuple(one.pattern for one in (_BEFORE, _BEHIND, _MIXED, _LESS, _MADE_OF, _MAKES)) + tuple(
    sorted(_EITHER_WAY)
)


def stripped(reading: Reading) -> Iterator[str]:
    """Materials and colours that the facts have only in such company, without it."""
    found = of_matter(reading.lower)
    for hit in [hit for matter in _MATTERS for hit in found.get(matter, ())]:
        if hit.form in _EITHER_WAY or not _only_in_company(hit, reading):
            continue
        if vouched(hit, reading.said) and not _told_as_less(hit, reading.lower):
            yield reading.text[hit.start : hit.end]
    yield from [reading.text[hit.start : hit.end] for hit in found.get(_MATTERS[0], ()) if _a_mere_colour(hit, reading)]


def _a_mere_colour(hit: Hit, reading: Reading) -> bool:
    """Whether the product is said to be made of what facts have as a colour alone."""
    made = _MADE_OF.search(reading.lower, max(0, hit.start - _AROUND), hit.start)
    # A lamp's shade is a part of it, though sellers call a colour so too.
    if not (made or _MAKES.match(reading.lower, hit.end)) or _SHADE in reading.lower:
        return False
    told = [fact.name for fact, one in zip(reading.brief.facts, reading.ground, strict=False) if _has(hit, one.forms)]
    return bool(told) and all(_COLOUR in name or "color" in name or "色" in name for name in told)


def _has(hit: Hit, forms: tuple[str, ...]) -> bool:
    return vouched(hit, "\n".join(forms))


def _told_as_less(hit: Hit, lower: str) -> bool:
    low = max(0, hit.start - _AROUND)
    if _BEFORE.search(lower, low, hit.start) or _BEHIND.match(lower, hit.end):
        return True
    return _LESS.search(lower, low, hit.end + _AROUND) is not None


def _lines(reading: Reading) -> list[tuple[str, ...]]:
    """The wordings of each fact, but for others of the product's type: "leather belt" is what belts are called."""
    facts, ground = reading.brief.facts, reading.ground
    types = [fact.id for fact in facts if fact.name == _TYPE]
    told = [(fact.value,) if fact.name == _TYPE else one.forms for fact, one in zip(facts, ground, strict=False)]
    return told + [one.forms for one in ground[len(facts) :] if one.fact not in types]


def _only_in_company(hit: Hit, reading: Reading) -> bool:
    """Whether the facts have it, and nowhere as itself."""
    form, keys = hit.form, hit.meaning.keys
    wordings = frozenset((form, form.removesuffix("色"), *keys))
    for fact, one in zip(reading.brief.facts, reading.ground, strict=False):
        # Most often it is all that a fact says.
        if fact.name != _TYPE and not wordings.isdisjoint(one.forms):
            return False
    found = False
    for lines in _lines(reading):
        stands = _stands(form, keys, lines)
        if stands:
            return False
        found = found or stands is not None
    return found


@lru_cache(maxsize=16_384)
def _stands(form: str, keys: tuple[str, ...], lines: tuple[str, ...]) -> bool | None:
    """Whether it stands as itself in a fact's wordings; None where it does not stand there."""
    wordings = [one for one in dict.fromkeys((form, form.removesuffix("色"), *keys)) if one]
    found = None
    for line in lines:
        for start, end in [span for one in wordings if one in line for span in _spans(one, line)]:
            if _itself(start, end, line, (form, keys)):
                return True
            found = False
    return found


def _spans(word: str, line: str) -> Iterator[Span]:
    if not HAN.search(word):
        yield from occurrences(word, line)
        return
    start = line.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = line.find(word, start + len(word))


def _itself(start: int, end: int, line: str, meant: tuple[str, tuple[str, ...]]) -> bool:
    """Whether a fact has it there, and no less of it."""
    if _BEFORE.search(line, 0, start) or _BEHIND.match(line, end):
        return False
    listed, (form, keys) = hits(line), meant
    if _MIXED.match(line, end) and sum(hit.meaning.matter == "material" for hit in listed) <= 1:
        return False
    for number, hit in enumerate(listed):
        if hit.meaning.matter not in _MATTERS or not hit.start <= start < hit.end:
            continue
        if (hit.start, hit.end) != (start, end) and hit.end > end and not {hit.form, *hit.meaning.keys} & {form, *keys}:
            return False
        following = listed[number + 1] if number + 1 < len(listed) else None
        colours = following is not None and following.meaning.matter == _COLOUR and following.start == end + 1
        return not (colours and not hit.sure and " " in form and form not in line)
    return True
