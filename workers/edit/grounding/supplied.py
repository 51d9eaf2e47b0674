"""Whether what a product runs on comes with it: "a battery comes with it", "bulb sold separately", 灯泡需另购.

The rule of features knows these in a shop's own few words; this one wherever the thing itself is named.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding.polarity import Polarity, stance
from workers.edit.reading import Reading
from workers.plan.brief import Fact
from workers.plan.lexicon.lookup import FLAGS, NAMES, find_name
from workers.plan.lexicon.wording import OWN

_THINGS: Final = {"batteries_included": r"batter(?:y|ies)|电池", "bulb_included": r"bulbs?|灯泡|光源"}
_SUPPLIED: Final = re.compile(r"\b(?:included|supplied|provided)\b|[含附送]")
"""What is in the name of an attribute that says whether a thing comes along."""
_OTHER: Final = (
    r"(?![ -](?:life|compartments?|holders?|sockets?|doors?|covers?|cases?|chargers?|indicators?|box|slots?|levels?|powered"
    r"|operated|types?|capacity|fittings?|bases?|caps?|voltage|shapes?|gauge|meter|status|times?|guards?)\b"
    r"|仓|盖|盒|座|槽|寿命|续航|容量|供电|电量|接口|规格|型号)"
)
"""Behind the word for a thing these make another thing of it."""
_COMES: Final = (
    r"\b(?:(?:comes?|coming|came|supplied|sold|shipped|ships?|delivered|bundled|packed|provided|arrives?)(?: complete)? with"
    r"|includ(?:es?|ing)|box (?:holds|contains|includes|has)|you (?:also )?get)"
)
_BETWEEN: Final = r"(?:,? (?!but\b|for\b|that\b|which\b|when\b|once\b|so\b|while\b|takes?\b|needs?\b|to\b)[\w&'.-]{1,24}){0,10}?[ -]\Z"
_BEFORE: Final = re.compile(rf"(?P<no>(?:\bnot|n't|\bnever) )?{_COMES}(?P<between>{_BETWEEN})")
_WITHOUT: Final = re.compile(
    r"\b(?:comes?|coming|supplied|sold|shipped|ships?|delivered|packed|provided|arrives?) without (?:[\w-]{1,24} ){0,3}\Z"
)
_NONE: Final = re.compile(r"\b(?:no|without|neither|nor)\b")
_BEHIND: Final = re.compile(
    r",? ?(?:which |that )?(?:(?:is|are|comes?|ships?|arrives?) (?:also |already |both |all )?)?(?:included|supplied|provided|in the box)\b"
    r"| (?:comes?|ships?|arrives?|is supplied|are supplied|is packed|are packed) (?:along )?(?:with|inside|fitted)\b| (?:is|are) part of the\b"
    r"|(?:已|均|都|也)?(?:包含|附[送带赠]|随[机灯箱盒]?附[送赠带]?|含在内)"
)
_NOT_BEHIND: Final = re.compile(
    r",? ?(?:which |that )?(?:(?:(?:is|are|was|were|does|do)(?: not|n't)|not)(?: been)? (?:included|supplied|provided|in the box|come|part of|sold with)"
    r"|(?:(?:is|are|must be|comes?) )?(?:sold|bought|purchased|available|supplied) separately|(?:(?:is|are) )?an extra\b)"
    r"|[，, ]?(?:需|须|要|请)?要?(?:另外?|自行?)(?:购|买|备|配|行)|不(?:包含|附|含|在内)|未(?:附|含|包含)|另售"
)
_ZH_BEFORE: Final = re.compile(
    r"(?P<no>[不未没无]有?)?(?:随[灯机箱盒])?(?:附[送带赠有]?|内附|随附|包含|内含|含有?|赠送?|送|标配|配[有备]|自带)[了着上]?(?:[一二两三四1-9][个只颗枚节块套粒])?[^，。；、！？,;\n]{0,8}\Z"
)
_SILENT: Final = OWN.union(NAMES, FLAGS).difference(_THINGS)
"""Facts of these names say nothing of what comes along."""
_WINDOW: Final = 80

DATA: Final = (
    str(_THINGS), _SUPPLIED.pattern, _OTHER, _BEFORE.pattern, _WITHOUT.pattern, _NONE.pattern, _BEHIND.pattern,
    _NOT_BEHIND.pattern, _ZH_BEFORE.pattern,
)  # fmt: skip


def supplied(reading: Reading) -> Iterable[str]:
    """What is said to come with it though a fact denies that, or not to, though a fact says that it does."""
    return () if _SILENT.issuperset(reading.named) else _contradicted(reading)


def _contradicted(reading: Reading) -> Iterator[str]:
    for fact in [fact for fact in reading.brief.facts if fact.name not in _SILENT]:
        thing = _thing(fact)
        for match in thing.finditer(reading.lower) if thing else ():
            told = _told(reading.lower, match.start(), match.end())
            if told is not None and told is not (stance(fact).polarity is Polarity.AFFIRMS):
                yield reading.text[match.start() : match.end()]


@lru_cache(maxsize=16_384)
def _thing(fact: Fact) -> re.Pattern[str] | None:
    """What finds the thing of which the fact says whether it comes along; None where it says nothing like that."""
    told, labels = stance(fact)
    if told not in {Polarity.AFFIRMS, Polarity.DENIES}:
        return None
    if fact.name in FLAGS:
        named = _THINGS.get(fact.name, "")
    else:
        says = find_name(fact.name) is None and _SUPPLIED.search(f"{fact.name} {fact.value}".lower())
        own = labels if says else ()
        named = "|".join([re.escape(label.rpartition(" ")[2]) for label in own])
    return re.compile(rf"(?<![a-z])(?:{named})(?![a-z]){_OTHER}") if named else None


def _told(lower: str, start: int, end: int) -> bool | None:
    """Whether the thing there is said to come along; None where neither is said."""
    before = lower[max(0, start - _WINDOW) : start]
    if _NOT_BEHIND.match(lower, end) or _WITHOUT.search(before):
        return False
    if _BEHIND.match(lower, end):
        return _NONE.search(before[before.rfind(".") + 1 :][-24:]) is None
    english = _BEFORE.search(before)
    if english:
        return not (english["no"] or _NONE.search(english["between"]))
    chinese = None if before.isascii() else _ZH_BEFORE.search(before)
    return None if chinese is None else not chinese["no"]
