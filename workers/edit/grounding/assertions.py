"""What may be said only where a fact says it: tables of wordings, and how they are looked for.

Each row: names of facts, any of which vouches for the wording; a needle; a pattern. What a fact or a clause says in
these words passes too. A group in the pattern holds what must stand in a fact even then ("lifetime"). The groups
`named`, `before` and `near` hold what the claim names, a certificate or a device: each word of it must stand in a fact
that may vouch, or be what the product is; beside the claim's own word, in the last two, everyday words say nothing.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from workers.edit.grounding.denials import denied_at
from workers.edit.grounding.everyday import ENGLISH
from workers.edit.grounding.stems import stem
from workers.edit.grounding.tracing import stands
from workers.edit.needles import Needles
from workers.edit.reading import Reading
from workers.plan.barred.phrases import compiled

_WIDE: Final = frozenset("all always any anytime both each ever every everything most".split())
"""Words that reach beyond any one fact."""
_JOINING: Final = frozenset(
    "a an and are as at be been by for from has have in is it its of on or our that the their this to under was which"
    " with you your device devices model models".split()
)
_BEFORE: Final = re.compile(".*(?:通过|[荣曾取]?获得?|取得|拥有|具有|持有|符合|经过?|达到|带有|附有|已|有)")
_CHINESE_JOINING: Final = re.compile(
    "(?:[了的与和及等该此这款件张台只双个]|使用|[毫厘]米|英?寸|手机|平板|电脑|设备|系统|型号|机型|质量|产品|面料|材质)*"
)
"""Chinese words that name nothing, and what stands before the name of a certificate or an award."""
_TOKEN: Final = re.compile("[a-z0-9][a-z0-9.'-]*|[\u3400-\u9fff]+")
_LONG: Final = 3

DATA: Final = (" ".join(sorted(_WIDE)), " ".join(sorted(_JOINING)), _BEFORE.pattern, _CHINESE_JOINING.pattern)


class Claim(NamedTuple):
    """`needle` is a plain substring of whatever `pattern` matches, in lower case."""

    facts: frozenset[str]
    needle: str
    pattern: re.Pattern[str]


class Claims(NamedTuple):
    """A table, and how its needles are looked for."""

    all: tuple[Claim, ...]
    needles: Needles


def table(text: str) -> Claims:
    """A claim for each line "names | needle | pattern". Patterns must be bounded."""
    rows = (line.split("|", 2) for line in text.strip().splitlines())
    read = [
        Claim(frozenset(facts.split()), needle.strip(), compiled(pattern.strip())) for facts, needle, pattern in rows
    ]
    return Claims(tuple(read), Needles([claim.needle for claim in read]))


def needles(claims: Claims) -> tuple[str, ...]:
    """One of these is in every text, in lower case, in which anything is found."""
    return tuple(claim.needle for claim in claims.all)


def spelled(claims: Claims) -> tuple[str, ...]:
    """The table as data: what a rule's version depends on."""
    return (*DATA, *(f"{' '.join(sorted(c.facts))}|{c.needle}|{c.pattern.pattern}" for c in claims.all))


def claimed(claims: Claims, reading: Reading) -> Iterator[str]:
    """The words of the draft that match, where nothing vouches for them."""
    lower, held, said = reading.lower, reading.about, reading.said
    for number in claims.needles.within(lower, reading.words):
        facts, needle, pattern = claims.all[number]
        mine = facts | {name for name in held if needle and needle in name}
        grounded = not held.isdisjoint(mine - reading.unheld)
        denied = not grounded and not reading.unheld.isdisjoint(mine)
        for match in pattern.finditer(lower):
            if denied:
                if not denied_at(lower, max(match.start(), lower.find(needle, match.start())), match.end()):
                    yield reading.text[match.start() : match.end()]
            elif not (_within(match.group(), said) or (grounded and _vouched(match, mine, reading))):
                yield reading.text[match.start() : match.end()]


def about(claims: Claims, lower: str) -> tuple[str, ...]:
    """The names of facts of which one may vouch for what stands there."""
    return tuple(name for claim in claims.all if claim.pattern.search(lower) for name in sorted(claim.facts, key=len))


def _vouched(match: re.Match[str], facts: frozenset[str], reading: Reading) -> bool:
    """Whether facts about it say what it says beyond its own words."""
    names = match.groupdict()
    plain = set(match.groups()) - set(names.values())
    if not all(_within(more, reading.said) for more in plain if more):
        return False
    if not any(names.values()):
        return True
    own = "\n".join([form for one in reading.ground if reading.matters[one.fact] in facts for form in one.forms])
    free = _JOINING | ENGLISH - _WIDE
    for name, words in names.items():
        empty = _JOINING if name == "named" else free
        if not all(word in empty or _told(word, own, reading.said) for word in _words(words)):
            return False
    return True


def _words(named: str | None) -> list[str]:
    return _TOKEN.findall(named or "")


def _told(word: str, own: str, said: str) -> bool:
    """Whether a word stands in the facts that may vouch, or is what another says the product is: cotton, a shirt."""
    if not word.isascii():
        rest = _BEFORE.sub("", word)
        if rest in own:
            return True
        for form in sorted({*own.split("\n"), *said.split("\n")} - {""}, key=len, reverse=True):
            rest = rest.replace(form, "")
        return _CHINESE_JOINING.fullmatch(rest) is not None
    if stands(word, own) or f"{word}\n" in f"{said}\n" or stem(word) in map(stem, _TOKEN.findall(own)):
        return True
    return len(word) >= _LONG and word.replace("-", "") in own.replace("-", "").replace(" ", "")


def _within(words: str, said: str) -> bool:
    return words in said if not words.isascii() else stands(words, said)
