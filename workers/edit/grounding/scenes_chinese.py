"""Where Chinese copy tells of a scene, word by word: 周末在家泡一杯茶. What the product has, is or can do is none."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.grounding.everyday import CHINESE
from workers.edit.grounding.scene_words_chinese import PLAIN, WORDS

_DENIED: Final = re.compile("[不没无非未别勿莫免]")
_NO_DENIALS: Final = re.compile(
    "不必|不用|不妨|不时|不远|忍不住|舍不得|不知不觉|不慌|不忙|不急|分别|告别|特别|离别|送别"
)
_MOST: Final = re.compile(
    "最(?![后近终初先])|[更比超极绝胜永唯]|第一|全网|所有|任何|一切|人人|世界|顶级|百分|半价|秘密|王|都(?:在用|爱|说好|夸)"
)
_BEHIND: Final = re.compile(
    "(?:带有?|[是为有即]|[含附送赠]有?|附带|附[赠送]|赠送|内[含置]|自带|配[有备]|搭载|支持|采用|选用|具[有备]|添加|兼容|适配|可当|当作|变成|用作|来自|产自|出自|源自|取自|升级)(?:[了着上]|一?[个只条张款件份块种])?\\Z"
)
_TAKEN: Final = "带"
_AWAY: Final = frozenset("出回去到")
"""What is taken there is no part: 带出门."""
_ABLE: Final = re.compile("(?:(?<![都就])会(?:自己|自动)?|自动|自己[会能])\\Z")
_CAN: Final = re.compile("[能可](?:够|以)?(?:用来)?\\Z")
_OF_DEVICES: Final = frozenset("听看唱拍写说打读录播叫讲哼")
"""What a thing of the kind is not used for, and yet could do, would be a feature: 能听音乐 of a lamp."""
_SORT: Final = re.compile("[送赠]|[款版色型纹]|图案|印花|材质|风格|香型|口味|模式|功能|级|专用|认证")
_LONGEST: Final = 4

DATA: Final = (
    " ".join(sorted(WORDS)), " ".join(sorted(PLAIN)), _DENIED.pattern, _NO_DENIALS.pattern, _MOST.pattern, _BEHIND.pattern,
    _TAKEN, str(sorted(_AWAY)), _ABLE.pattern, _CAN.pattern, str(sorted(_OF_DEVICES)), _SORT.pattern, str(_LONGEST),
)  # fmt: skip


def words_in(lower: str, permitted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Each word of a scene, or that the product permits, the longest where they begin together."""
    at = 0
    while at < len(lower):
        for length in range(_LONGEST, 0, -1):
            word = lower[at : at + length]
            if len(word) == length and (word in permitted or word in WORDS or word in PLAIN):
                if not (
                    _has(lower, at, word)
                    or (word not in permitted and _does(lower, at, word))
                    or _SORT.match(lower, at + length)
                ):
                    yield at, at + length
                at += length - 1
                break
        at += 1


def _has(lower: str, at: int, word: str) -> bool:
    """Whether what stands there is said to come with the product, or to be it."""
    if word[0] in _AWAY and lower[at - 1 : at] == _TAKEN:
        return False
    return _BEHIND.search(lower, max(0, at - 6), at) is not None


def _does(lower: str, at: int, word: str) -> bool:
    """Whether it is told that the product does that, or can do it."""
    start = max(0, at - 6)
    return bool(_ABLE.search(lower, start, at) or (word[0] in _OF_DEVICES and _CAN.search(lower, start, at)))


def is_scene(part: str, said: str, permitted: frozenset[str]) -> bool:
    """Whether a part of a sentence only tells of a scene, in everyday words and those that are said."""
    if _DENIED.search(_NO_DENIALS.sub("", part)) or _MOST.search(part):
        return False
    covered = bytearray(len(part))
    for start, end in words_in(part, permitted):
        covered[start:end] = bytes([1]) * (end - start)
    if not any(part[start:end] not in PLAIN for start, end in words_in(part, permitted)):
        return False
    return all(covered[at] or one in CHINESE or one in said for at, one in enumerate(part))
