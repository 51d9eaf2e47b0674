"""What else a product may be called for being of its kind: a tent is equipment, and a casserole a pot."""

from typing import Final

from workers.plan.brief import Brief
from workers.plan.lexicon.lookup import type_word

_OF_GROUP: Final = {
    "footwear": "shoe shoes footwear 鞋子",
    "bag": "bag bags 包包",
    "lighting": "lamp light 灯具",
    "jewellery": "jewellery jewelry 首饰 饰品",
    "clothing": "garment 衣服",
    "drink": "drink 饮品",
    "audio": "audio device",
    "tool": "tool 工具",
    "plant": "plant 植物",
    "toy": "toy 玩具",
    "instrument": "instrument 乐器",
    "book": "book published publisher binding bound 书本",
    "furniture": "furniture",
    "appliance": "appliance device",
    "phone": "device",
    "computer": "device",
    "gadget": "device gadget",
    "camera": "device",
}
"""Words that all products of a group may be called by."""
_OF_TYPE: Final = {
    "dutch-oven": "pot",
    "teapot": "pot",
    "saucepan": "pot pan",
    "frying-pan": "pan",
    "wok": "pan",
    "grill-pan": "pan",
    "raincoat": "coat",
    "smartwatch": "watch",
    "smartphone": "phone",
    "suitcase": "case",
    "briefcase": "case",
    "sunglasses": "glasses",
    "swimsuit": "suit",
    "doormat": "mat",
    "placemat": "mat",
    "tablecloth": "cloth",
    "lampshade": "shade",
    "hairbrush": "brush",
    "toothbrush": "brush",
    "toolbox": "box",
    "flashlight": "torch light",
    "skateboard": "board",
    "surfboard": "board",
    "chainsaw": "saw",
    "cookbook": "book",
    "sketchbook": "book",
    "notebook": "book",
    "backpack": "pack",
    "bookcase": "shelves shelf",
    "armchair": "chair",
    "office-chair": "chair",
    "rug": "carpet",
    "sneakers": "trainers",
}
"""And those of a type."""
_INFANT: Final = "baby babies 宝"
"""Whose age is told in months."""
_PAIR: Final = "pair"

DATA: Final = (str(_OF_GROUP), str(_OF_TYPE), _INFANT)


def wider(brief: Brief) -> frozenset[str]:
    """What any product of its group, or its type, may be called."""
    known = [_INFANT for fact in brief.facts if fact.name == "recommended_age" and fact.unit == "month"]
    for kind in [type_word(fact.value) for fact in brief.facts if fact.name == "type"]:
        if kind is not None:
            known += [_OF_GROUP.get(kind.group, ""), _OF_TYPE.get(kind.key, ""), _PAIR if kind.shape == _PAIR else ""]
    return frozenset(" ".join(known).split())
