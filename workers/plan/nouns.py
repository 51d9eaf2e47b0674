"""What a product is: the type noun, from an attribute, the title's head, or the category. Pure."""

import re
from typing import Final

from workers.plan.lexicon.lookup import (
    DOMAINS,
    SET_SUFFIX,
    TYPES,
    find_category,
    find_type,
    find_value,
    folded,
)
from workers.plan.lexicon.raw import has_han

MAX_TYPE_WORDS: Final = 4
MAX_TYPE_HAN: Final = 8
MAX_TAIL: Final = 5
_TITLE_END: Final = re.compile(
    r"\s+(?:with|for|in|by|from|of|featuring|w/)\s|[,|;:()（）【】\[\]]|\s[-–—/]\s|\s&\s(?=\w+$)",
    re.IGNORECASE,
)
_HAN_TAIL: Final = re.compile(
    r"(?:[\s0-9A-Za-z.\-+]|男女同款|男女通用|男士|女士|男款|女款|男|女|儿童|新款|正品|包邮|现货)+$"
)
_BETWEEN: Final = frozenset({"and", "&", "in", "off", "pro", "max", "plus", "mini"})
_MODEL: Final = re.compile(r"[0-9]")
_SETS: Final = frozenset(
    {
        "set",
        "sets",
        "collection",
        "kit",
        "duo",
        "trio",
        "pair",
        "bundle",
        "ensemble",
        "assortment",
        "套装",
        "组合",
    }
)
_ASSORTED: Final = frozenset({"collection", "assortment", "bundle", "duo", "trio"})
_OTHER_HEADS: Final = frozenset(
    {"stand", "holder", "rack", "cover", "organizer", "organiser", "dispenser", "sign", "mask", "fixture", "brush",
     "model", "bow", "mulch", "stew", "box", "kit", "set", "light", "lights", "lamp", "bell", "lock", "pump", "filter",
     "part", "parts", "cushion", "mat", "liner", "spray", "cleaner", "guard", "protector", "strap", "hook", "hanger"}
)  # fmt: skip
# A bowl of berries is filed under fruit, a garlic bulb under vegetables: neither is a bowl, nor a bulb.
_EDIBLE: Final = frozenset({"food", "drink"})
_VESSELS: Final = frozenset({"tableware", "kitchen", "lighting", "decor", "furniture", "textile"})
_NO_HEAD: Final = frozenset({"top", "level", "light", "card", "iron", "fan", "bar", "car", "frame", "hub", "ring"})
# A word that names two things: the department decides.
_HOMONYMS: Final = {
    ("glasses", "tableware"): "glass",
    ("laptop", "stationery"): "notebook",
    ("football", "footwear"): "cleats",
    ("speaker", "instrument"): "amplifier",
}


def groups_of(categories: tuple[str, ...]) -> frozenset[str]:
    """The groups of types that one would look for under these departments."""
    found: set[str] = set()
    for name in categories:
        key = find_category(name)
        if key is not None:
            found.update(DOMAINS["category"][key].kind.split())
        kind = find_type(name)
        if kind is not None:
            found.add(TYPES[kind].group)
    return frozenset(found)


def type_of(title: str, told: tuple[str, ...], categories: tuple[str, ...]) -> str | None:
    """The type's key ("sofa", "mug+set"), or None. `told`: the values of attributes that name the type."""
    for value in told:
        key = find_type(value)
        if key is not None:
            return key
    groups = groups_of(categories)
    head = _head(title, groups)
    if head is not None and not (groups and groups <= _EDIBLE and _group(head) in _VESSELS):
        return head
    filed = next((key for name in reversed(categories) if (key := find_type(name))), None)
    if filed is None or _is_another(title) or _mentions_another(title, filed):
        return None
    return filed


def _group(key: str) -> str:
    return TYPES[key.removesuffix(SET_SUFFIX)].group


def _is_another(title: str) -> bool:
    """Whether the title's head is a thing, or a set of things, that we do not know."""
    parts = _first_part(title).split()
    return bool(parts) and folded(parts[-1]) in _SETS | _OTHER_HEADS


def _first_part(title: str) -> str:
    return _TITLE_END.split(title, maxsplit=1)[0].strip() or title


def _head(title: str, groups: frozenset[str]) -> str | None:
    part = _first_part(title)
    if has_han(part):
        return _han_head(part, groups)
    whole = part.split()
    found = _ending(whole, groups)
    if found is not None:
        return found
    tokens = _without_tail(whole)
    found = _ending(tokens, groups)
    if found is not None or not tokens or folded(tokens[-1]) not in _SETS:
        return found
    single = _ending(tokens[:-1], groups)
    # "Chocolate Assortment" is chocolate; a "Coffee Set" is china.
    if single is None or TYPES[single].shape == "mass":
        return single if folded(tokens[-1]) in _ASSORTED else None
    return single + SET_SUFFIX


def _without_tail(tokens: list[str]) -> list[str]:
    """Without sizes, models and colours at the end: "Dutch Oven 5 L", "Chair Navy Blue" -> "Dutch Oven", "Chair"."""
    end = len(tokens)
    while end > 1 and end > len(tokens) - MAX_TAIL and _is_tail(tokens[end - 1]):
        end -= 1
    return tokens[:end]


def _is_tail(token: str) -> bool:
    if _MODEL.search(token) or len(token) == 1 or token.casefold() in _BETWEEN:
        return True
    return any(find_value(kind, token) is not None for kind in ("colour", "size", "pattern"))


def _ending(tokens: list[str], groups: frozenset[str]) -> str | None:
    for length in range(min(MAX_TYPE_WORDS, len(tokens)), 0, -1):
        tail = tokens[-length:]
        key = find_type(" ".join(tail))
        if key is not None and (length > 1 or folded(tail[0]) not in _NO_HEAD or TYPES[key].group in groups):
            return _settled(key, groups)
    return None


def _han_head(part: str, groups: frozenset[str]) -> str | None:
    text = _HAN_TAIL.sub("", part)
    for suffix in ("套装", "组合"):
        bare = text.removesuffix(suffix)
        if bare != text and (single := _han_ending(bare, groups)):
            return find_type(text[-MAX_TYPE_HAN:]) or single + SET_SUFFIX
    return _han_ending(text, groups)


def _han_ending(text: str, groups: frozenset[str]) -> str | None:
    for length in range(min(MAX_TYPE_HAN, len(text)), 0, -1):
        key = find_type(text[-length:])
        if key is not None and (length > 1 or TYPES[key].group in groups):
            return _settled(key, groups)
    return None


def _settled(key: str, groups: frozenset[str]) -> str:
    return next((_HOMONYMS[key, group] for group in sorted(groups) if (key, group) in _HOMONYMS), key)


def _mentions_another(title: str, filed: str) -> bool:
    """Whether the title speaks of a thing of the same department, but of another one."""
    tokens = _first_part(title).split()
    found = {
        key
        for start in range(len(tokens))
        for end in range(start + 1, min(start + MAX_TYPE_WORDS, len(tokens)) + 1)
        if (key := find_type(" ".join(tokens[start:end]))) and TYPES[key].group == TYPES[filed].group
    }
    return bool(found) and filed not in found
