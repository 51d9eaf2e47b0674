"""What facts say there is little of is not said to be wholly absent: 不易起静电 is no 不起静电, "little glare" no "no glare".

The words are the facts' own, so that no list of strange ones finds them, and nothing that a fact affirms is denied.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.grounding.stems import stem
from workers.edit.needles import Needles
from workers.edit.reading import Reading

_LITTLE: Final = re.compile(
    r"\b(?:little|less|fewer|few|resists?|reduces?|limits?|lessens?|cuts? down on|slows?(?: down)?|helps? against) ([a-z]{3,24})\b"
)
_NOT_THINGS: Final = frozenset(
    "for than from with while when and other time like more hard easy tight loose the its your into over under".split()
)
_NONE: Final = re.compile(
    r"\b(?:no|zero|without|never any|not any|not a (?:trace|hint|drop|bit|spot|speck) of|free (?:of|from)|immune to|impervious to|eliminates?|banishes|prevents?|ends)"
    r" (?:any |all |more |further |trace of |hint of )?([a-z]{3,24})\b(?! than)"
    r"|\b([a-z]{3,24})[ -]?(?:free\b(?! (?:of|to|from))|proof\b)"
    r"|\b([a-z]{3,24}) (?:never|will not|won't|does not|doesn't|do not|don't|cannot|can't)\b"
    r"|\b(?:never|will not|won't|does not|doesn't|do not|don't|cannot|can't) ([a-z]{3,24})\b"
)
_ZH_LITTLE: Final = re.compile(
    "(?:不[易太大]会?|不容易|不怎么|很少会?)([\u3400-\u9fff]{2,6})|(?:减少|降低|减轻|缓解|少)([\u3400-\u9fff]{2,4})"
)
_ZH_NONE: Final = re.compile(
    "(?<!得)不(?:会|再|可能|能)?(?![易太大怎])|[从永绝毫]不(?:会|再)?|零|(?<![有毫])无|毫无|没有|杜绝|避免|消除|远离|告别"
)
_SIGNS: Final = Needles(
    "little less few resist reduc limit cut slow help 不易 不太 不大 不容易 不怎么 很少 减 降低 缓解 少".split()
)
"""One of these is wherever facts say that there is little of something."""
_UNSAID: Final = {
    "scent": re.compile(r"\b(?:un-?scented|odou?rless|scentless)\b|无香(?!味)|无味"),
    "flavour": re.compile(r"\bun-?flavou?red\b"),
}
"""Words that deny by themselves what an attribute tells."""
_BARE: Final = re.compile(r"\b(?:un|non|none|no|original|natural|plain)|free\b|无(?!花)|原味|淡")
_HEAD: Final = 3
_THING: Final = 2
"""A Chinese verb that takes a thing (起静电) has it in so many characters at its end."""
NEEDLES: Final = (
    "scent",
    "odo",
    "flavo",
    "zero",
    "proof",
    "immune",
    "imperv",
    "eliminat",
    "banish",
    "prevent",
    "ends",
    "零",
    "杜绝",
    "避免",
    "消除",
    "远离",
    "告别",
)
"""Beside those of a denial, one of these is in every text in which anything is found."""

DATA: Final = (
    _LITTLE.pattern, " ".join(sorted(_NOT_THINGS)), _NONE.pattern, _ZH_LITTLE.pattern, _ZH_NONE.pattern,
    *(f"{name} {one.pattern}" for name, one in _UNSAID.items()), _BARE.pattern,
)  # fmt: skip


class _Little(NamedTuple):
    """Of what there is little: stems of English words, and Chinese words, verbs among them."""

    stems: frozenset[str]
    chinese: tuple[str, ...]


_NO_LITTLE: Final = _Little(frozenset(), ())


def absolutes(reading: Reading) -> Iterator[str]:
    """What is said to be wholly absent, where the facts say only that there is little of it."""
    yield from _bare(reading)
    little = _little(reading.said)
    lower, said = reading.lower, reading.said
    # What each word of a stem begins with is looked for first: the patterns read all of the text.
    for match in _NONE.finditer(lower) if any(one[:_HEAD] in lower for one in little.stems) else ():
        word = next(filter(None, match.groups()))
        if stem(word) in little.stems and match[0] not in said:
            yield reading.text[match.start() : match.end()]
    for match in _ZH_NONE.finditer(lower) if any(word in lower for word in little.chinese) else ():
        word = next((word for word in little.chinese if lower.startswith(word, match.end())), "")
        end = match.end() + len(word)
        if word and lower[match.start() : end] not in said:
            yield reading.text[match.start() : end]


def _bare(reading: Reading) -> Iterator[str]:
    """Words that deny what a fact tells: "unscented", of a scent of lavender."""
    for name in [name for name in _UNSAID if name in reading.named]:
        if not _BARE.search(reading.named[name].lower()):
            yield from [reading.text[one.start() : one.end()] for one in _UNSAID[name].finditer(reading.lower)]


@lru_cache(maxsize=1024)
def _little(said: str) -> _Little:
    if not _SIGNS.stand(said):
        return _NO_LITTLE
    words = [word for word in _LITTLE.findall(said) if word not in _NOT_THINGS]
    runs = [verb or thing for verb, thing in _ZH_LITTLE.findall(said)] if not said.isascii() else []
    things = [run[-_THING:] for run in runs if len(run) > _THING]
    return _Little(frozenset(map(stem, words)), tuple(dict.fromkeys((*runs, *things))))
