"""What a denial is, in both languages, and how far it reaches.

A hedge or a figure of speech ("no more than 2 kg", "not only cotton") denies nothing, nor does a character of a word
(不锈钢).
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.needles import letters_of

_WORDS: Final = (
    "not|no|never|without|cannot|can't|isn't|aren't|wasn't|weren't|hasn't|haven't|doesn't|don't|didn't|won't|wouldn't"
    "|couldn't|shouldn't|mustn't|needn't|nor|neither|non|un|none|nobody|nothing|nowhere|free of|free from|lacks?|lacking"
    "|far from|anything but|unsuitable for|out of|rather than|instead of|fails? to"
)
_CHINESE: Final = "不|无(?!线|绳)|非|未|没有?|免|勿|禁"
_NO: Final = re.compile(rf"\b(?:{_WORDS})\b")
_ZH_NO: Final = re.compile(rf"(?:{_CHINESE})")
_NEAR_IT: Final = re.compile(r"[^.,;:!?\n]{0,25}\Z")
_ZH_NEAR_IT: Final = re.compile(r"[^，,。；;：:、\n]{0,5}\Z")
_LISTED: Final = re.compile(
    r"(?: [\w-]+){1,3}(?:, (?!it\b|with\b|has\b|but\b|and\b)[\w-]+(?: [\w-]+){0,2}?)*,? (?:(?P<last>(?:and |or |nor ))(?:an? )?)?\Z"
)
_LISTED_ON: Final = re.compile(r"(?: [\w-]+){0,2}?(?:, [\w-]+(?: [\w-]+){0,2}){0,6},? (?:or|nor) ")
_ZH_LISTED: Final = re.compile(r"[^，,。；;：:\n]{0,20}[、和与及或]\Z")
"""Several things under one denial: "no Bluetooth, GPS or NFC"."""
_DENYING: Final = frozenset(
    "t not no never without cannot nor neither non un none nobody nothing nowhere lack lacks lacking fails".split()
)
_AT_TIMES: Final = frozenset("free rather instead other far anything except".split())
_THEN: Final = tuple("free;rather than;instead of;other than;far from;anything but;except".split(";"))
"""A text in lower case without any of these runs of letters, the "t" of "isn't" among them, has no denial."""
_ZH_SIGNS: Final = "不无非未没"
_SIGN: Final = re.compile(f"[{_ZH_SIGNS}]")
_WINDOW: Final = 40
Span = tuple[int, int]

_TELL: Final = (
    r"no doubt|no wonder|no matter|no need|no question|no one|no two|no other|no sooner|no fuss|no problem|why not|or not|if not"
    r"|(?:not|(?:is|are|was|were|do|does|did)n't) (?:only|just|merely|simply|solely|least|to mention|too|so|limited to|without|unlike)|(?:cannot|can't|never) (?:without|but|fail|fails|go wrong|get enough|miss)"
    r"|no (?:more|less|fewer|(?:long|short|wid|tall|heavi|light|thick|larg|bigg|small|deep|high|low)er)(?= than)|no later"
    r"|not (?:more|less|fewer|over|under|above|below|exceed\w*|beyond|up to|within)\b|nothing (?:but|less|more|short|else)|none (?:other|the)"
    r"|^(?:please )?(?:do not|don't)|^(?:please )?never (?!\w+ed\b|made\b|worn\b)"
)
"""Words that look like a denial of what follows, and are none; "do not" at the head of a sentence is an order."""
_FIGURE: Final = re.compile(
    r"(?:no (?:doubt|wonder|matter|fuss|problem|question|one|two|other|sooner)|not (?:only|just|merely|simply|to mention)|nothing (?:but|less|more))\b"
)
"""Those after which what follows is said, whatever it is."""
_FULL: Final = r"(?:not|cannot|never|nor|neither|none|nobody|nothing|nowhere|anything but|far from|fails to|no way|no part|(?:is|are|was|were|has|have|had|do|does|did|ca|wo|would|could|should|need|must)n't)"
_NOUN: Final = r"(?:no|without|lacks?|lacking|free of|free from|non|rather than|instead of|other than|except(?: for)?)"
_ENGLISH: Final = re.compile(
    rf"\b(?:(?=[acdefilnoprw])(?P<idle>{_TELL})|(?=[acdfhimnsw])(?P<full>{_FULL})|(?=[efilnorw])(?P<noun>{_NOUN}))\b"
)
_BESIDE: Final = "".join(
    f"(?<!{verb} )"
    for verb in "come sold made filled supplied equipped fitted lined sewn built work do it compatible used usable".split()
)
_END: Final = re.compile(
    r"[.,;:!?()\n—–]|(?<= )(?:and|but|so|yet|while|because|since|as|which|that|when|if|unless|until|though|although|thanks)\b"
    rf"|(?<= ){_BESIDE}with\b"
)
_NOUN_END: Final = re.compile(
    r"[.,;:!?()\n—–]|(?<= )(?:and|but|so|yet|while|because|since|as|which|that|when|if|until|in|on|at|for|from|to|by|with|is|are|was|can"
    r"|needed|required|it|you|they)\b"
)
"""Where what is denied ends: "not for children with a lid", but not "does not come with a lid"."""
_FAR: Final = 56
_NEAR: Final = 32
_FEW: Final = 4
_NEXT: Final = 2
_AHEAD: Final = 12
"""So far before a "not" begins what denies something behind it: ", they are not"."""
_FREE: Final = "free"
_FREE_BEHIND: Final = re.compile(r"[- ]free\b(?! (?:of|from|to|up)\b)")
_NOT_FREE: Final = re.compile(r"(?:\b(?:not|never|non)|n't)(?: (?:entirely|fully|completely|an?)| called| be)*[ -]\Z")
"""What is "not latex-free" has it."""
_MISSING: Final = re.compile(
    r"(?: (?:is|are))? (?:sold separately|absent|missing|lacking|left out)\b|\? (?:no|none)\b|: (?:no|none)\b|[ ]?[：:]?(?:无|否|没有|需?另[购售配]|缺失|未[配带附设])|[：:][不未]"
)
_ANEW: Final = re.compile(
    r"(?<= )(?:but|yet|while|because)\b|\band (?:it |they )?(?:has|have|is|are|comes?|with|offers?|features?|includes?)\b"
)
"""Where something else begins to be said: "is not heavy and has Bluetooth"."""
_DILUTED: Final = re.compile(
    r"\b(?:barely|hardly|scarcely|almost|nearly|somewhat|partly|partially|semi|quasi|not quite|practically|virtually|half|once|formerly"
    r"|allegedly|supposedly|no longer|may be|might be|could be|used to be|far from|anything but)[ -](?:an? )?\Z"
    r"|(?:几乎|差不多|勉强|略微?|稍微|部分|半|近乎|接近|大致|基本|不太|不怎么|不够|[谈算称说]不上|远非|难以|一度|或许|也许|可能)(?:能|可以?|会|算|是)?\Z"
)
_IN_PART: Final = re.compile(r" (?:only )?(?:in part|at times|to a degree)\b")
"""What makes less of a feature than a fact that says it has it."""
_ZH_FIGURE: Final = re.compile("不(?:锈|倒翁|织布|[仅只止但光单限论管凡错同断])|非[凡常]|无[论比限疑]")
_KNOWN: Final = re.compile(
    r"\b(?<!of )(?:this|these|those|its|your|their|our|the|another|other|extra|more)(?: (?!colou?r|shade|material)[\w-]{1,24}){0,2} ?\Z"
)
"""What a sentence takes for granted it does not deny: "do not put this navy mug there"."""
_HEDGED: Final = re.compile(
    r"\b(?:than|over|under|above|below|exceed\w*|beyond|up to|within|at (?:just|only))\b|超过?|[高低少多大小]于"
)
_AFTER: Final = re.compile(
    r"[-, ](?:(?<=-)free\b|(?<= )free\b(?! (?:of|from|to|up)\b)|(?<!-) ?(?:it|they) (?:is|are|does|do) not\b(?= ?[.,;!?]|\Z)"
    r"|(?<!-) ?(?:(?:is|are|was|were|has|have)(?: not|n't)|(?:is|are|was|were|has|have)? ?never|not)(?: been)?"
    r" (?:used|included|given|provided|offered|supplied|present|found|available|supported|possible|fitted|there|part of|its|where|what|the (?:colou?r|material|weight|size|price)))"
)
_ZH_AFTER: Final = re.compile(
    "(?:并不|并非|不是|并未|不|未)(?:是(?:它|其|这|本|该|产品)|它|其|这|提供|包含|包括|附带|附赠|配备|在内|含在内|使用|采用|可用?|能用?|支持|适用|具备)|是没有的"
)
"""Denials behind what they deny."""

_ZH_IDLE: Final = re.compile(
    "不(?:锈|倒翁|[粘沾]|织布|求人|[仅只止但光单限论管妨凡错同一少断时必需要怕惧愁难失忘负愧禁变亚输如过超得短]|[大高小低少多]于|是[只仅单光])"
    "|无[不论比限忧疑妨需须惧缝痕纺烟硅]|无花果|非[凡常洲遗同但得仅只单]|非[^，。；！？]{1,12}(?:莫属|不可)|未[来免必]|没错|没有比|非[只仅单]|[不无非没][不无非没未]"
)
_ZH_PARTS: Final = frozenset("得离少免忍来数除差要不无非没")
_ZH_TWICE: Final = frozenset(("并非", "绝非", "不是", "没有"))
"""What before a sign of denial makes it one word with it (差不多, 除非), or denies the denial (无不, 并非不)."""
_ZH_GAP: Final = re.compile(
    "(?:[是由用采选添加使以产自于在来从出含有带为属重约达到具备配享提供支持真正纯任何一种些个款过把所得会能可算叫做造制成装拥包括宽高长深厚径容纳量净色料"
    "质材地原价格售卖仅只就附送赠适合宜兼设计专针对通获经符受续航接连下见做来曾被再太够点称起年月天日]|\\d| )*\\Z"
)
"""Between a Chinese denial and what it denies stand only words that join the two."""
_ZH_OF: Final = re.compile("的(?!\\Z)")
_ZH_IS: Final = re.compile("\\A(?:是|属|采|使|选|由|在|从|来|产|出|为)")
_ZH_END: Final = re.compile(r"[，,。；;：:、！!？?（）()\n]|而|但|却|也|都")
_ZH_FAR: Final = 16
_ZH: Final = re.compile("([并也从绝毫]?(不|没有?|未曾?|非|无))(?:会|能|是|太|够|可以?)?")


NEEDLES: Final = (
    *"no n't never without neither lack free rather instead other anything far fail except".split(),
    *_ZH_SIGNS,
)
"""One of these is in every text, in lower case, in which anything is denied."""
DATA: Final = (
    _NO.pattern, _ZH_NO.pattern, _ENGLISH.pattern, _ZH_IDLE.pattern, _END.pattern, _NOUN_END.pattern, _KNOWN.pattern, _HEDGED.pattern,
    _LISTED.pattern, _LISTED_ON.pattern, _ZH_LISTED.pattern, _FREE_BEHIND.pattern, _NOT_FREE.pattern, _MISSING.pattern, _ANEW.pattern,
    _DILUTED.pattern, _IN_PART.pattern, _ZH_FIGURE.pattern, _FIGURE.pattern,
    _AFTER.pattern, _ZH_AFTER.pattern, _ZH_GAP.pattern, _ZH_OF.pattern, _ZH_IS.pattern, _ZH_END.pattern, _ZH.pattern,
)  # fmt: skip


class Denial(NamedTuple):
    """`start`: where it begins; `behind`, `end`: what it reaches; `near`: it denies a noun, not a whole predicate."""

    start: int
    behind: int
    end: int
    near: bool


def signs_of(lower: str) -> list[str]:
    """What of a text in lower case may deny a fact: words and characters, one of which is in each such sentence."""
    letters = letters_of(lower)
    signs = [] if lower.isascii() else [sign for sign in _ZH_SIGNS if sign in lower]
    if not _DENYING.isdisjoint(letters):
        signs += _DENYING & letters
    if not _AT_TIMES.isdisjoint(letters):
        signs += [words for words in _THEN if words in lower]
    return signs


@lru_cache(maxsize=16_384)
def denies(lower: str) -> bool:
    """Whether there is a denial of anything in a wording."""
    return any(denials(lower)[:2])


def denied_at(lower: str, start: int, end: int) -> bool:
    """Whether what stands there is said to be missing: a denial close before it, or behind it."""
    before = lower[max(0, start - _WINDOW) : start]
    if _FREE_BEHIND.match(lower, end):
        return _NOT_FREE.search(before) is None
    if _AFTER.match(lower, end) or _ZH_AFTER.match(lower, end) or _MISSING.match(lower, end):
        return True
    if any(_binds(match, before, lower, end) for match in _NO.finditer(before)):
        return True
    return not lower.isascii() and any(_binds_in_chinese(match, before) for match in _ZH_NO.finditer(before))


def _binds(denial: re.Match[str], before: str, lower: str, end: int) -> bool:
    if _FIGURE.match(before, denial.start()):
        return False
    between = before[denial.end() :]
    if _NEAR_IT.match(between):
        return _ANEW.search(between) is None
    listed = _LISTED.match(between)
    return listed is not None and (listed["last"] is not None or _LISTED_ON.match(lower, end) is not None)


def _binds_in_chinese(denial: re.Match[str], before: str) -> bool:
    if _ZH_FIGURE.match(before, denial.start()):
        return False
    return _ZH_NEAR_IT.match(before, denial.end()) is not None or _ZH_LISTED.match(before, denial.end()) is not None


def diluted_at(lower: str, start: int, end: int) -> bool:
    """Whether less is made of what stands there: "barely waterproof", 勉强防水."""
    return _DILUTED.search(lower[max(0, start - _WINDOW) : start]) is not None or _IN_PART.match(lower, end) is not None


class Found(NamedTuple):
    """Denials of a sentence: before what they deny, behind it, and, in Chinese, in the midst of it."""

    before: tuple[Denial, ...]
    behind: tuple[Span, ...]
    within: tuple[Span, ...]


_NONE: Final = Found((), (), ())


def denials(lower: str) -> Found:
    """The denials of a sentence in lower case."""
    sign = _SIGN.search(lower)
    if sign is None:
        before = tuple(_before(lower))
        return Found(before, _behind(lower, before), ())
    found = [one for one in _ZH.finditer(lower, max(0, sign.start() - 1)) if not _idle_in_chinese(lower, one.start(2))]
    if not found:
        return _NONE
    within = dict.fromkeys([span for one in found for span in (one.span(), one.span(1))])
    return Found(
        tuple([_before_in_chinese(lower, one.span(2)) for one in found]),
        _spans(_ZH_AFTER, lower, max(0, found[0].start() - 1)),
        tuple(within),
    )


def _behind(lower: str, before: tuple[Denial, ...]) -> tuple[Span, ...]:
    if _FREE in lower:
        return _spans(_AFTER, lower, 0)
    return _spans(_AFTER, lower, max(0, before[0].start - _AHEAD)) if before else ()


def _spans(pattern: re.Pattern[str], lower: str, start: int) -> tuple[Span, ...]:
    return tuple([match.span() for match in pattern.finditer(lower, start)])


def _before_in_chinese(lower: str, denial: Span) -> Denial:
    start, behind = denial
    ends = _ZH_END.search(lower, behind, behind + _ZH_FAR)
    return Denial(start, behind, ends.start() if ends else behind + _ZH_FAR, near=False)


def _idle_in_chinese(lower: str, start: int) -> bool:
    before = lower[start - 1 : start]
    return before in _ZH_PARTS or lower[start - 2 : start] in _ZH_TWICE or _ZH_IDLE.match(lower, start) is not None


def _before(lower: str) -> Iterator[Denial]:
    for match in _ENGLISH.finditer(lower):
        if not match["idle"]:
            near = match["noun"] is not None
            far = match.end() + (_NEXT if match["noun"] == "non" else _NEAR if near else _FAR)
            ends = (_NOUN_END if near else _END).search(lower, match.end(), far)
            yield Denial(match.start(), match.end(), ends.start() if ends else far, near)


def reaches(denial: Denial, lower: str, start: int) -> bool:
    """Whether it denies what begins at this place."""
    between = lower[denial.behind : start]
    if _is_chinese(lower):
        return _ZH_GAP.match(between) is not None and (not _ZH_OF.search(between) or _ZH_IS.match(between) is not None)
    if _KNOWN.search(between):
        return False
    return not denial.near or between.count(" ") <= _FEW


def hedged(denial: Denial, lower: str, start: int) -> bool:
    """Whether it only bounds an amount that begins at this place: "not a gram over 2 kg"."""
    return _HEDGED.search(lower, denial.behind, start) is not None


def _is_chinese(lower: str) -> bool:
    return _SIGN.search(lower) is not None
