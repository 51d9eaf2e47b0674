"""What a fact lists, thing by thing: allergens, ingredients, systems that it works with, what is in the box.

Each may be denied as little as all of them, and none may be said to be the only one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding.everyday import ENGLISH
from workers.edit.grounding.polarity import Polarity, parts, stance
from workers.plan.brief import Fact
from workers.plan.lexicon.lookup import DOMAINS, find_name

_CONTENTS: Final = frozenset({"ingredients", "allergens", "included"})
_CONTAINING: Final = re.compile("contain|ingredient|allerg|含有|成分|配料|过敏")
_ALSO: Final = {
    "milk": ("dairy", "lactose"),
    "wheat": ("gluten",),
    "lactose": ("dairy",),
    "牛奶": ("乳制品", "乳糖", "奶"),
    "小麦": ("麸质",),
}
"""What there is in what is listed."""
_CERTIFICATION: Final = "certification"
"""Two letters are a certificate: CE."""
_SIZE: Final = "size"
_SIZED: Final = ("size {}", "{} size", "size is {}", "size: {}")
_SHORT: Final = 3
_ONLY_BEFORE: Final = re.compile(
    r"\b(?:only|solely|exclusively|just) "
    r"(?:(?:for|with|works|work|on|an?|the|supports|fits|suits|is|it|made|contains|runs) )*\Z"
    "|[仅只](?:能|限|可)?(?:支持|适配|兼容|适用于?|用于|限于?|含有?|有|是|能用|适合)?\\Z"
)
_ONLY_BEHIND: Final = re.compile(r" (?:only|alone)\b")
_WINDOW: Final = 40

DATA: Final = (
    " ".join(sorted(_CONTENTS)), _CONTAINING.pattern, str(_ALSO), _ONLY_BEFORE.pattern,
    _ONLY_BEHIND.pattern,
)  # fmt: skip


@lru_cache(maxsize=16_384)
def listed(fact: Fact) -> tuple[str, ...]:
    """The things, in lower case, and of contents what they are made of, and what is in them."""
    if stance(fact).polarity is not Polarity.TELLS:
        return ()
    things = parts(fact)
    found = [*things] if len(things) > 1 else []
    if _lists_contents(fact.name):
        found += [*things, *(word for thing in things for word in thing.split(" "))]
        found += [more for thing in things for more in _ALSO.get(thing, ())]
    found += _words(fact)
    found += [one.removesuffix("s") for one in found if one.isascii() and one.endswith("s")]
    found = [one for one in found if _tells(one)]
    return tuple(dict.fromkeys([*found, *things] if fact.name == _CERTIFICATION else found))


def _lists_contents(name: str) -> bool:
    return name in _CONTENTS or _CONTAINING.search(name.lower()) is not None


def _words(fact: Fact) -> Iterator[str]:
    """All words for how it is closed and cared for, "laces" of a lace-up boot, and for its size: "size large"."""
    word = find_name(fact.name)
    kind = getattr(word, "kind", "")
    if kind in {"closure", "care"} and (value := DOMAINS[kind].get(fact.value)):
        yield from (one.lower() for one in (value.us, value.gb, value.zh, *value.aliases))
    if kind == _SIZE and (value := DOMAINS[kind].get(fact.value)):
        sizes = [one.lower() for one in value.aliases if one.isascii()]
        yield from (pattern.format(one) for one in sizes for pattern in _SIZED)


def _tells(word: str) -> bool:
    return word not in ENGLISH and (len(word) >= _SHORT if word.isascii() else len(word) > 1) and not word.isnumeric()


def alone(facts: tuple[Fact, ...], lower: str) -> Iterator[tuple[int, int]]:
    """Where one of several things that a fact lists is said to be the only one."""
    # A loop over the words would take longer than all of this.
    if not ("only" in lower or "just" in lower or "ly " in lower or "alone" in lower or "仅" in lower or "只" in lower):
        return
    for fact in facts:
        things = parts(fact) if stance(fact).polarity is Polarity.TELLS else ()
        said = [thing for thing in things if _tells(thing) and thing in lower]
        if len(things) > 1 and len(said) == 1:
            start = lower.find(said[0])
            end = start + len(said[0])
            if _ONLY_BEHIND.match(lower, end) or _ONLY_BEFORE.search(lower[max(0, start - _WINDOW) : start]):
                yield start, end
