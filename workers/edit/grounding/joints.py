"""What stands between a value and the part that it is told of, in both languages."""

# ruff: noqa: E501  a pattern reads best whole

import re
from typing import Final

STOPS: Final = frozenset(
    "a an and or the with in on of for to is are was were has have that which while its it this from by at as but over"
    " under into than then also your you comes come made not no per between".split()
)
"""Words that no noun's adjective is."""
JOINTS: Final = frozenset(
    "is are was were be been made crafted cut built manufactured produced sewn woven of from in out entirely comes come"
    " coming a an the its all solid pure genuine finished available has have measures measuring weighs stands about"
    " around up to just only diameter width height length depth thickness size weight for at time takes last lasts fully"
    " costs price priced lightly".split()
)
TYING: Final = frozenset("is are was were of from in comes come made has have measures with".split())
"""Of these one stands between a part and what it is said to be."""
MADE: Final = frozenset("made crafted manufactured produced built sewn woven".split())
SHOWN: Final = frozenset("comes come coming available".split())
OVER: Final = re.compile(" (?:(?:on|for|as|inside) (?:the|its|a)|forms the|makes up the|lines the|covers the) ([a-z]+)")
"""What stands between a value and the part that has it: "wool as the lining"."""
ZH_GAP_AHEAD: Final = re.compile(
    "(?:材质|质地|材料|制成|打造|制作|做成?|铸造?|锻造|烧制|质|制|色|大小|左右)?[宽高长深厚大]?的?"
)
ZH_COUNTER: Final = re.compile("[个只条双把块片支根组档种枚颗粒套张台扇件层格道排]?的?")
ZH_GAP_BACK: Final = re.compile(
    "(?:部分|材质|材料|质地|颜色|直径|[宽高深长厚]度?|重量?|尺寸|时间|时长|均?为|[是由用约:仅可需达呈配在]|采用|选用|使用|来自|产自|产于|取自|整块|天然|[0-9/]|\\s)*\\Z"
)
ZH_MADE_AHEAD: Final = re.compile("制造|生产|出品|原产|制作")
ZH_MADE: Final = re.compile("产自|产于|原产|产地")

DATA: Final = (
    " ".join(sorted(STOPS)), " ".join(sorted(JOINTS)), ZH_GAP_AHEAD.pattern, ZH_COUNTER.pattern, OVER.pattern,
    ZH_GAP_BACK.pattern,
)  # fmt: skip
