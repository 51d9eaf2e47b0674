"""Words that tell of which attribute an amount is: before it ("weighs 2 kg", 宽20厘米) or behind it ("20 cm wide").

The lexicon's own wordings and labels, and the everyday ones that it has no use for.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import NAMES

_DIMENSIONS: Final = """
length | length width height depth diameter thickness circumference seat_height heel_height shaft_height chest waist inseam blade_length cable_length strap_drop chain_length case_size band_width brim lens_width wheel_size laptop_size screen range driver
mass | weight net_weight capacity max_load fill_weight fabric_weight paper_weight
grammage | weight fabric_weight paper_weight
volume | capacity volume net_weight
seconds | battery_life charging_time playing_time shelf_life standby talk_time
months | shelf_life
power | power charging
data | memory storage capacity
charge | battery capacity
energy | battery
pixels | camera front_camera
"""
DIMENSIONS: Final = {
    dimension.strip(): frozenset(keys.split())
    for dimension, keys in (row.split("|") for row in _DIMENSIONS.strip().splitlines())
}
"""What may be told in amounts of a dimension. Other attributes take no part: a seller's "packed size" may be any side."""
_WIRED: Final = frozenset().union(*DIMENSIONS.values())

# Where the words stand | the attributes that they may tell of | English | Chinese. "!": they take no other dimension.
_TABLE: Final = """
before | weight net_weight | weighs! weigh! weighing! weighed! weight | 重! 净重! 净重量! 自重! 毛重! 重量! 重达!
before | net_weight weight volume | net_weight | 净重 净含量 净含
before | capacity volume net_weight max_load storage memory battery | holds hold holding contains contain containing has_room_for | 容量 容积 盛 可盛 装 可装 能装 可容 容纳
before | capacity volume | capacity | 水容量 有效容积
before | max_load capacity | carries carry carrying supports bears bear takes_a_load takes_loads load_limit maximum_load holds_a_load holds_loads takes_a_weight carries_a_weight supports_a_weight bears_a_weight holds_a_weight | 承重 承重量 载重 可承重 承载 可承载 最大承重
before | height seat_height heel_height shaft_height | height stands as_tall as_high | 高 高度 总高 全高
before | width diameter band_width lens_width brim case_size | width as_wide | 宽 宽度 总宽 全宽
before | length cable_length blade_length chain_length inseam strap_drop | length as_long | 长 长度 总长 全长
before | depth thickness | depth as_deep | 深 深度
before | thickness depth | thickness as_thick | 厚 厚度
before | diameter case_size wheel_size driver | diameter | 直径 口径 外径
before | battery_life shelf_life playing_time warranty limited_warranty | lasts last lasting lasts_for last_for lasting_for |
before | battery_life | runs_for run_for running_for plays_for play_for playing_for goes_for battery_life run_time runtime playtime play_time playback_time | 续航 续航时间 续航时长 电池续航 播放 可播放 播放时间 使用时长
before | charging_time | charges_in charge_in charging_in charged_in recharges_in recharge_in recharged_in fully_charged_in charges_fully_in charging_time charge_time | 充电 充电时间 充电时长 充电需 充电仅需 充电只需 充满需 充满仅需 充满只需 充满电需 充满电仅需 充满电只需
before | standby | standby_time standby | 待机 待机时间 待机时长 可待机
before | talk_time | talk_time | 通话 通话时间 通话时长
before | charging power | charges_at charge_at charging_at | 充电功率
before | memory | ram memory | 内存 运行内存 运存
before | storage | storage | 存储 存储空间 机身存储 硬盘
before |  |  | 身高 身长 水深
behind | width diameter band_width lens_width brim | wide! width in_width | 宽! 宽度
behind | width diameter case_size wheel_size brim lens_width band_width screen circumference | across |
behind | height seat_height heel_height shaft_height | tall! high height in_height | 高 高度
behind | length cable_length blade_length chain_length inseam strap_drop | long length in_length in_overall_length | 长 长度
behind | depth thickness | deep depth in_depth | 深 深度
behind | thickness depth | thick! thickness | 厚! 厚度
behind | diameter case_size wheel_size driver | in_diameter diameter | 直径 口径
behind | weight net_weight fabric_weight | in_weight weight | 重! 重量 净重
behind | capacity volume storage memory battery | capacity of_capacity | 容量 容积
behind | max_load capacity | load_limit load_capacity weight_limit weight_capacity | 承重 载重
behind | battery_life | battery_life of_battery of_battery_life of_play of_playtime of_playback of_listening of_run_time of_runtime of_music playtime runtime run_time | 续航 播放
behind | battery_life battery | battery |
behind | charging_time | to_charge to_recharge to_fully_charge to_charge_fully of_charging charging_time charge_time to_full | 充电 充满
behind | fill_weight | of_filling of_fill of_down of_padding of_stuffing of_wadding filling fill |
behind | standby | standby of_standby standby_time of_standby_time on_standby in_standby | 待机
behind | talk_time | talk_time of_talk_time of_talk talk of_calls | 通话
behind | charging power | charging of_charging fast_charging | 充电 快充
behind | memory | of_memory memory ram of_ram | 内存 运存 运行内存
behind | storage | of_storage storage ssd | 存储 存储空间 硬盘
"""


class Phrase(NamedTuple):
    """`keys`: the attributes that it may tell of. `strict`: an amount in another dimension is none of theirs."""

    form: str
    keys: frozenset[str]
    strict: bool


Phrases = dict[str, Phrase]


def _read() -> tuple[Phrases, Phrases]:
    tables: dict[str, Phrases] = {"before": {}, "behind": {}}
    for row in _TABLE.strip().splitlines():
        place, keys, *tongues = (cell.strip() for cell in row.split("|"))
        for word in " ".join(tongues).split():
            told = word.rstrip("!").replace("_", " ")
            known = tables[place].get(told, Phrase(told, frozenset(), strict=True))
            more = frozenset(keys.split())
            tables[place][told] = Phrase(told, known.keys | more, known.strict and word.endswith("!"))
    for place, form, key in _of_lexicon():
        known = tables[place].get(form, Phrase(form, frozenset(), strict=False))
        tables[place][form] = known._replace(keys=known.keys | {key})
    return tables["before"], tables["behind"]


def _of_lexicon() -> Iterator[tuple[str, str, str]]:
    """What the lexicon calls an attribute of several words, or of several characters."""
    for key in sorted(_WIRED & NAMES.keys()):
        name = NAMES[key]
        for form in dict.fromkeys(_labels(name)):
            yield "before", form, key
            if form.isascii():
                yield "behind", form, key


def _labels(name: NameWord) -> Iterable[str]:
    forms = [form.lower() for form in (name.us, name.gb, name.zh, *name.aliases)]
    return [form for form in forms if (" " in form and "(" not in form) or (not form.isascii() and len(form) > 1)]


_BEFORE, _BEHIND = _read()
DATA: Final = (_DIMENSIONS, _TABLE, *sorted(_BEFORE), *sorted(_BEHIND))
_LAST_WORDS: Final = frozenset([form.rpartition(" ")[2] for form in _BEFORE])
_FIRST_WORDS: Final = frozenset([form.partition(" ")[0] for form in _BEHIND])
_MOST_WORDS: Final = 3
_MOST_CHARACTERS: Final = 6
_JOINTS: Final = frozenset(
    "a about almost an approximately are around as at come comes coming exactly is its just measures measuring more nearly of"
    " only over reaches roughly than the to up was with".split()
)
"""Between the attribute and its amount."""
_MARKS: Final = " :(~≈-"
_NEXT_WORDS: Final = re.compile(r"[ -]([a-z]+)(?:[ -]([a-z]+)(?:[ -]([a-z]+))?)?(?![a-z])")
_ZH_JOINTS: Final = " :：(为约是仅只达有超近可过"
_ZH_LONG_JOINTS: Final = ("大", "将", "接", "不", "不到", "不止", "至少", "最多", "最长", "最高")
_UP_TO: Final = ("长达", "高达", "多达")
_ZH_NEXT: Final = re.compile("[ ]?的?(?:超?[大长](?=[容续电待]))?([\u3400-\u9fff]{1,4})")
_PART_OF_WORDS: Final = frozenset("最升调增提延加时体减举双多三几沉次水")
"""Behind these a character for an attribute is none: 身高, 最长, 体重, 每次充电."""
_GOES_ON: Final = frozenset("款袖裤色松敞大档级端温实叠清要新跟领腰帮筒")
"""Before these it is none: 厚实, 高领."""
_NUMBERED: Final = re.compile("[ ]?[为约:：]?[0-9]")


def spoken_of(before: str, behind: str) -> tuple[Phrase, ...]:
    """What the words on either side of an amount, in lower case, say that it is an amount of."""
    first = _before(before)
    second, rest = _behind(behind)
    if first is None or second is None:
        only = first or second
        return (only,) if only else ()
    return (first,) if _NUMBERED.match(rest) else (first, second)


def _before(text: str) -> Phrase | None:
    text = text.rstrip(_MARKS)
    if not text[-1:].isascii():
        return _before_chinese(text)
    words = text.replace("-", " ").split()
    while words and words[-1] in _JOINTS:
        words.pop()
    return _longest(words[-_MOST_WORDS:], _BEFORE, slice(1, None)) if words and words[-1] in _LAST_WORDS else None


def _before_chinese(text: str) -> Phrase | None:
    for joint in _UP_TO if "达" in text else ():
        text = text.replace(joint, "")
    text = text.rstrip(_ZH_JOINTS)
    if text.endswith(_ZH_LONG_JOINTS):
        joint = next(one for one in _ZH_LONG_JOINTS if text.endswith(one))
        text = text.removesuffix(joint).rstrip(_ZH_JOINTS)
    for length in range(_MOST_CHARACTERS, 0, -1):
        phrase = _BEFORE.get(text[-length:])
        if phrase:
            return None if text[-length - 1 : -length] in _PART_OF_WORDS else phrase
    return None


def _behind(text: str) -> tuple[Phrase | None, str]:
    """And what follows on the words."""
    following = _NEXT_WORDS.match(text)
    if following and following[1] not in _FIRST_WORDS:
        return None, ""
    if following:
        words = [word for word in following.groups() if word]
        return _longest(words, _BEHIND, slice(None, -1)), text[following.end() :]
    chinese = None if text[:2].isascii() else _ZH_NEXT.match(text)
    run = chinese[1] if chinese else ""
    for length in range(len(run), 0, -1):
        phrase = _BEHIND.get(run[:length])
        if phrase:
            rest = text[chinese.start(1) + length :] if chinese else ""
            return (None if length == 1 and rest[:1] in _GOES_ON else phrase), rest
    return None, ""


def _longest(words: list[str], table: Phrases, shorter: slice) -> Phrase | None:
    while words:
        phrase = table.get(" ".join(words))
        if phrase:
            return phrase
        words = words[shorter]
    return None
