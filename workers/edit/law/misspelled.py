"""Chinese words as sellers misspell them so that nobody finds them: 丁页级, 弟一, 醉佳, 氵台愈. Read as what is meant.

What is written by no one but them stands in the table of characters (`evasion`). Here is what is an ordinary word
elsewhere (兄弟一起, 壶嘴, 右手款) or takes two characters for one: each row says beside what it is a disguise.
"""

# ruff: noqa: E501  a row is a line, and a Chinese character counts as two there

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

_TABLE: Final = """
第 帝一/帝i (?<![皇上玉天大])帝(?=[一i](?:品牌|名|选))
第 弟一/弟i (?<=[界国球网业内行])弟(?=[一i])
苐 弟一/弟i (?<![兄子师徒表堂姐妹老小哥昆胞])弟(?=[一i](?![起同样家直个位边]))
最 醉 (?<![陶沉心麻迷烂酒买宿微喝醒灌不半])醉(?=佳|低|先进|便宜|优|棒|新款|受|高级|安全|专业|舒适|具|值|畅|热销|时尚|划算|实惠|顶|强|牛|完美|好[用看吃的质品玩选])
最 罪 (?<![犯无有得认定怪谢受遭赔])罪(?=佳|低|先进|便宜|优|棒|新款|受欢|高级|安全|专业|舒适|值|畅|热销|时尚|划算|实惠|顶|强|牛|完美|好[用看吃的质品玩选])
最 嘴 (?<![壶奶吸油喷鸭鸟管烟张瓶杯饮大尖嘴馋插出水注灌咬滴气吹弯长短细软硬宽圆])嘴(?=佳|低价|先进|便宜|优惠|受欢迎|畅销|热销|划算|实惠|超值|顶级)
最 日取 (?<![当次生即每今隔明昨工周休节假])日取(?=佳|好|强|优|新款|低价|高级|先进|便宜)
佳 亻 亻圭
佳 圭 (?<=最)圭
佳 最嘉 (?<=最)嘉
佳 最隹 (?<=最)隹
好 最女 (?<=最)女子(?=[用看吃的玩喝选品质])
低 氐 [亻人]?氐(?=价)
价 低人/低亻 (?<=低)[亻人]介
顶 丁页 丁页
顶 项级/项尖 (?<![多各几一二三四五六七八九十i0-9两每单事款选])项(?=级(?!别)|尖)
顶 鼎级 鼎(?=级)
级 纟 纟及
极 木及 (?<![实原红硬软黑白])木及(?=致(?![密远力])|至(?![少多])|佳)
极 吉致/急致 [吉急](?=致(?:享|体|奢|性|简|细|优|工|舒|品|质|美|的))
极 及致 (?<![以涉顾普推波危触木纟])及(?=致(?![力使电密远谢敬富辞癌病死意歉]))
致 极至 (?<![南北阴阳太两积消登]极)(?<=极)至
唯 口隹 口隹
唯 维一/维i (?<![一二三四五六多思纤全高几])维(?=[一i])
一 唯i/弟i/独i/维i/隹i (?<=[唯弟独维隹])i(?![0-9])
二 无2 (?<=独[一i]无)2(?![0-9])
首 手款/手家/手个/手创 (?<=[球国业内界网产])手(?=[款家个创])
家 国佳级 (?<=国)佳(?=级)
疗 治寮 (?<=治)寮
国 口家级 口(?=家级)
国 郭家级 郭(?=家级)
家 国加级 (?<=国)加(?=级)
例 前列 (?<=史无前)列
伦 与仑/与论/与轮 (?<=与)[仑论轮](?=比)(?<=无与.)
领 岭先/令先/邻先 (?<=遥遥|世界|全球|国际|行业)[岭令邻](?=先)
病 疒 疒丙?(?!了)
疗 疒 疒了
治 氵 氵台
根 跟治 跟(?=治(?![疗理愈水]))
根 艮 木?艮(?=治)
根 亘治 亘(?=治)
抗 亢 扌亢
抗 亢 (?<![甲高扌])亢(?=癌|菌|炎|病毒|衰)
糖 米唐 米唐
脂 月旨 月旨
肥 月巴 (?<=[减瘦])月巴
胸 月匈 月匈
肿 消月中 (?<=消)月中
绝 糸色/纟色 [糸纟]色(?=对|佳|世|无)
绝 决对 (?<![解否裁判表议对])决(?=对)
完 玩美 (?<!好)玩(?=美(?![观术甲丽食妆味女国剧]))
美 完镁/完媄 (?<=完)[镁媄]
副 负作 (?<=[零无])负(?=作用)
强 弓 弓虽
销 钅 钅肖
消 氵 氵肖
冠 寇 寇(?=军)
军 冖 冖车
领 令页 令页
特 寺供 [牜牛]寺(?=供)
药 艹 艹约
保 亻 亻呆
神 礻 礻申
医 匚 匚矢
环 王不保 王不(?=保)
辟 僻邪 僻(?=邪)
零 〇 〇(?=甲醛|碳|排放|添加)
"""
"""What is meant; words of which one is in a skeleton where the row finds anything; what stands for it there."""

_ROWS: Final = tuple(line.split(" ", 2) for line in _TABLE.strip().splitlines())
_TOLD: Final = tuple((word, number) for number, row in enumerate(_ROWS) for word in row[1].split("/"))

TELLTALES: Final = tuple(word for word, _ in _TOLD)
"""One of these is in every skeleton that is misspelled."""


class Meant(NamedTuple):
    """A skeleton as it is meant. `spots`: of each of its characters, where in the other; empty: at its own place."""

    bare: str
    spots: tuple[range, ...] = ()

    def places(self, match: re.Match[str]) -> Iterator[int]:
        """Where in the other skeleton the match stands."""
        within = range(*match.span())
        return chain.from_iterable(self.spots[at] for at in within) if self.spots else iter(within)


def meant(bare: str, told: Iterable[int]) -> Meant:
    """What a skeleton says to somebody who wants to read it. `told`: the numbers of the telltales that are in it."""
    rows = tuple(dict.fromkeys(_TOLD[number][1] for number in told))
    said: list[str] = []
    spots: list[range] = []
    end = 0
    for match in _any_of(rows).finditer(bare):
        said += [bare[end : match.start()], _ROWS[rows[(match.lastindex or 1) - 1]][0]]
        spots += [*(range(at, at + 1) for at in range(end, match.start())), range(*match.span())]
        end = match.end()
    rest = [range(at, at + 1) for at in range(end, len(bare))]
    return Meant("".join(said) + bare[end:], (*spots, *rest)) if said else Meant(bare)


@lru_cache(maxsize=256)
def _any_of(rows: tuple[int, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"({_ROWS[number][2]})" for number in rows))
