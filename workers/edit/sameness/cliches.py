"""Worn phrases: what a shop's copy is known by as a machine's. Our own list; each language's as its readers write it.

None of them is false, so that no rule refuses them: they only make another draft the better one.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

ENGLISH: Final = (
    "a game changer", "a must for any", "a must have", "a perfect addition", "a perfect blend", "a perfect choice",
    "a testament to", "a true classic", "add a pop of", "add a touch of", "adds a pop of", "adds a touch of",
    "attention to detail", "best of both worlds", "crafted to perfection",
    "crafted with care", "crafted with love", "designed to impress", "designed with you in mind", "discover the joy",
    "don't miss out", "effortlessly blends", "effortlessly combines", "elevate any", "elevate the", "elevate your",
    "elevates any", "elevates your", "embrace the", "experience the difference", "experience the joy",
    "exudes elegance", "fall in love with", "for years to come", "game changer", "gone are the days",
    "in style and comfort", "in today's fast paced world", "indulge in", "it's not just a", "look and feel your best",
    "look no further", "luxury you deserve", "makes a bold statement", "makes a statement", "meticulously crafted",
    "more than just a", "must have for", "next level", "no matter the occasion", "one of a kind",
    "perfect addition to", "perfect balance of", "perfect blend of", "perfect combination of", "perfect companion",
    "perfect for any occasion", "perfect for every occasion", "perfect gift for", "redefine the way",
    "redefines the way", "say goodbye to", "say hello to", "seamlessly blends", "seamlessly combines",
    "second to none", "stand out from the crowd", "stands the test of time", "statement piece", "step up your",
    "stylish and functional", "sure to impress", "the epitome of", "the perfect addition", "the perfect choice",
    "the perfect companion", "the perfect gift", "the ultimate in", "timeless classic", "timeless design",
    "timeless elegance", "to the fullest", "to the next level", "touch of elegance", "touch of luxury",
    "touch of sophistication", "transform any", "transform your", "treat yourself", "turn heads", "unleash the",
    "unleash your", "unlock your", "unparalleled", "upgrade your", "versatile and stylish", "we've got you covered",
    "where style meets", "whether you are", "whether you're", "with you every step", "you deserve the best",
    "you won't be disappointed", "you'll love",
)  # fmt: skip

CHINESE: Final = (
    "匠心", "不二之选", "尽显", "彰显", "品质生活", "精致生活", "美好生活", "生活品质",
    "点亮生活", "点亮您的", "点亮你的", "让生活更", "为生活增添", "仪式感", "满满的",
    "高颜值", "颜值与实力", "颜值担当", "焕新", "焕然一新", "开启美好", "告别烦恼",
    "的烦恼", "陪伴您的", "陪伴你的", "每一个瞬间", "每一刻", "恰到好处", "岁月静好",
    "质感满满", "值得拥有", "您值得", "你值得", "与众不同", "品味人生", "随心所欲",
    "轻松拿捏", "一应俱全", "送礼自用", "居家必备", "出行必备", "必备神器", "好物", "神器",
    "无论您是", "无论你是", "无论是居家", "为您带来", "为你带来", "给您带来", "给你带来",
    "完美结合", "完美融合", "完美搭配", "完美平衡", "完美呈现", "完美诠释", "不只是一",
    "不仅仅是", "诠释", "惊艳", "爱不释手", "回归本真", "时光沉淀", "历久弥新",
    "经典永不过时", "百搭不挑", "轻奢", "低调奢华", "优雅气质", "点睛之笔", "满足您的",
    "满足你的", "呵护您的", "呵护你的", "贴心设计", "用心打造", "精心打造", "倾心打造",
    "匠人", "极致体验", "尽情享受", "畅享", "乐享", "尊享", "心动",
)  # fmt: skip


def worn_in(tokens: Sequence[str], locale: str) -> list[str]:
    """The phrases among these tokens (`outline.tokens_of`), in the order of their first ones."""
    language = locale.partition("-")[0]
    heads = _HEADS.get(language)
    if heads is None:
        return []
    said, around = ("".join(tokens), "") if language == "zh" else (f" {' '.join(tokens)} ", " ")
    return [
        phrase
        for token in dict.fromkeys(tokens)
        if token in heads
        for phrase in heads[token]
        if f"{around}{phrase}{around}" in said
    ]


def _by_head(phrases: Iterable[str], heads: Iterable[str]) -> Mapping[str, Sequence[str]]:
    table: dict[str, list[str]] = {}
    for phrase, head in zip(phrases, heads, strict=True):
        table.setdefault(head, []).append(phrase)
    return table


_ENGLISH_TOKENS: Final = tuple(phrase.replace("'", " ") for phrase in ENGLISH)
_HEADS: Final = {
    "en": _by_head(_ENGLISH_TOKENS, (phrase.split(" ", 1)[0] for phrase in _ENGLISH_TOKENS)),
    "zh": _by_head(CHINESE, (phrase[0] for phrase in CHINESE)),
}
