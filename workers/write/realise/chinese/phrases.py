"""Chinese wordings of an item: as a phrase of a sentence, as a label with its value."""

from functools import lru_cache
from typing import Final

from workers.plan.brief import Fact
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES
from workers.plan.lexicon.wording import flag_words, label, said
from workers.write.realise.chinese.grammar import glue, listed
from workers.write.realise.content import Draw, Item

_PLACEHOLDERS: Final = ("{v}", "{m}", "{w}")
_LABEL_ONLY: Final = frozenset({"count", "pack", "care", "returns", "shipping", "mount", "watering", "light_needs"})
# 硅胶材质, but ABS塑料 and 帆布 are complete as they stand.
_COMPLETE: Final = ("塑料", "材料", "材质", "面料", "布")
_ONE_CHARACTER: Final = {
    "棉": "棉质面料", "缎": "缎面面料", "木": "木质材料", "竹": "竹质材料", "藤": "藤编材料",
    "钢": "钢质材料", "铁": "铁质材料", "铝": "铝质材料", "铜": "铜质材料", "钛": "钛金属",
    "银": "银质材料", "镍": "镍金属", "瓷": "瓷质材料", "纸": "纸质材料",
}  # fmt: skip


@lru_cache(maxsize=8192)
def value(facts: tuple[Fact, ...], locale: str) -> str:
    """The values in a list."""
    return listed(said(fact, locale) for fact in facts)


@lru_cache(maxsize=8192)
def phrases(name: str, facts: tuple[Fact, ...], locale: str) -> tuple[str, ...]:
    """What one says of it, without a subject; the first is the plainest."""
    flag = FLAGS.get(name)
    if flag is not None:
        return (flag_words(flag, facts[0].value, locale),)
    word = NAMES[name]
    if word.kind == "term":
        return (said(facts[0], locale),)
    spoken = value(facts, locale)
    made = tuple(_filled(pattern, spoken, facts) for pattern in word.zh_vp)
    if name == "colour":
        return made[1:] if len(facts) == 1 else (f"颜色为{spoken}", f"配色为{spoken}")
    return made


def _filled(pattern: str, spoken: str, facts: tuple[Fact, ...]) -> str:
    for placeholder in _PLACEHOLDERS:
        before, found, after = pattern.partition(placeholder)
        if found:
            inserted = of_material(spoken, facts) if placeholder == "{m}" else spoken
            return glue(before, inserted, _without_echo(inserted, after))
    return pattern


def _without_echo(inserted: str, after: str) -> str:
    """Without a second 设计 after "纯色设计"."""
    return "" if after and inserted.endswith(after) else after


def of_material(spoken: str, facts: tuple[Fact, ...]) -> str:
    """As "亚麻面料", "不锈钢材质"; a word that says so itself stays as it is."""
    entries = [DOMAINS["material"].get(fact.value) for fact in facts]
    fabric = all(entry is not None and entry.kind == "fabric" for entry in entries)
    if len(spoken) == 1:
        return _ONE_CHARACTER.get(spoken, spoken)
    if spoken.endswith(_COMPLETE):
        return spoken
    return spoken + ("面料" if fabric else "材质")


def phrase(item: Item, locale: str, draw: Draw) -> str:
    """One of its phrases."""
    return draw.pick(phrases(item.name, item.facts, locale))


def labelled(item: Item, locale: str) -> str:
    """As "材质：亚麻"; what says itself stands alone: "可机洗"."""
    if item.name in FLAGS or item.name in _LABEL_ONLY or NAMES[item.name].kind in {"number", "bare"}:
        return phrases(item.name, item.facts, locale)[0]
    return f"{label(item.name, locale)}：{_alone(item, locale)}"


def _alone(item: Item, locale: str) -> str:
    if item.name in {"warranty", "limited_warranty"}:
        state = {"none": "不提供", "lifetime": "终身"}.get(item.facts[0].value)
        return state or said(Fact("", "battery_life", item.facts[0].value, item.facts[0].unit), locale)
    spoken = value(item.facts, locale)
    return spoken.removesuffix("码") if item.name == "size" and item.single and len(spoken) > 1 else spoken
