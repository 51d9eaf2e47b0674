"""What a text says to somebody who wants to read it: with nothing between the letters, and each letter a plain one.

`最*佳`, `zui jia`, `蕞佳`, `ｂ.е.ѕ.т` are read as what they are read as. The tables are the editor's own; the Chinese
ones hold the characters of the hard terms (a test compares them).
"""

# ruff: noqa: E501  a Chinese character counts as two there: a table is not broken up for that

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from workers.edit.law.forms import Mark, Parts

_LOOK_ALIKES: Final = (
    "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwвbкkмmнhтtгrпnиuзeьbёeґrєeїiӏiүyғfҡk"  # Cyrillic, lower case
    "αaβbγyεeζzηnιiκkμmνvοoρpτtυuχxωwσoδd"  # Greek
    "ıiɑaɡgøođdłlħhŧtɩiʀrʏyɪiɴnʟlʙbɢgʜhᴀaᴄcᴅdᴇeꜰfᴊjᴋkᴍmᴏoᴘpꜱsᴛtᴜuᴠvᴡwᴢz"  # Latin of other kinds
    "ƅbɛeɔcƨsƽsꓐbꓑpꓓdꓔtꓖgꓗkꓙjꓚcꓜzꓝfꓟmꓠnꓡlꓢsꓣrꓦvꓧhꓪwꓫxꓬyꓮaꓰeꓲiꓳoꓴu"
)
_DIGITS: Final = "0o1il i3e4a5s7t8b@a$s".replace(" ", "")
"""Digits and marks that stand for letters; i, l and 1 are one letter, in the draft as in the wording."""
_CLOTHED: Final = ((0x1F150, 26), (0x1F170, 26), (0x1F1E6, 26), (0x1F130, 26))
"""Letters in circles, squares and flags that normalisation leaves as they are."""

_CHARACTERS: Final = (
    "萬万與与專专業业豐丰舉举爭争亞亚產产僅仅價价優优會会傳传倫伦黨党關关養养內内軍军準准兇凶齣出劃划勞劳醫医華华單单歷历曆历壓压"
    "雙双發发髮发變变喫吃衕同後后譟噪國国壯壮復复複复覆复伕夫實实宮宫傢家對对導导峯峰巔巅師师開开強强當当噹当徹彻癒愈擬拟損损敵敌"
    "無无時时機机權权桿杆傑杰極极標标檔档檢检歡欢氣气潔洁溼湿災灾熱热獨独環环電电暢畅祕秘競竞類类級级純纯終终經经結结給给絡络絕绝"
    "續续網网聰聪腎肾腫肿腳脚緻致節节薦荐藥药葯药營营補补見见視视詩诗財财質质貴贵賴赖轉转闢辟過过運运進进適适遙遥裏里銷销鎮镇隊队"
    "勢势體体務务壞坏擇择翫玩賠赔選选錢钱鏽锈麪面驗验陽阳際际險险難难靜静頂顶領领頸颈顏颜風风馳驰濕湿"  # traditional
    "蕞最朂最冣最㝡最嘬最囯国圀国囻国苐第壹一弌一弍二佲名茚印恠怪"  # written otherwise
)
_SPOKEN: Final = (
    "ai 癌 an 安 bai 百 bang 棒 bao 保包 bei 碑 bi 比辟避 bian 变 biao 标 bing 病 bu 不补部 cai 材财 chan 产 chang 畅 "
    "chao 潮超 che 彻 chi 吃持驰 chu 出除 chuan 传 chui 椎 chun 纯 ci 次 cong 聪 da 大 dai 代 dan 单 dang 党当档 dao 到导道 "
    "de 的得 deng 登 di 低地底敌第 dian 巅殿电 ding 定顶 dong 懂 du 毒独 duan 端 dui 对队 er 二 fa 发 fang 方防 fen 分 "
    "feng 丰峰逢风 fu 副复夫府服 gai 改 gan 感杆 gao 高 gei 给 gen 根 gong 工供宫 gu 古固 guan 关冠 guang 光 gui 贵 "
    "guo 果国过 hai 海 hang 航行 hao 好豪 he 喝何 hou 后 hua 划化华 huan 欢环 hui 会惠 huo 活火 ji 即及吉机极级际 jia 假价佳加家 "
    "jian 健尖检荐见 jiang 降 jiao 脚 jie 杰洁界结节解 jin 仅进 jing 精竞经静颈 jiu 究久 ju 举具 jue 绝 jun 军 kai 开 kang 康抗 "
    "kao 考靠 ke 可 kong 空 kou 口 ku 酷 kuan 款 lai 赖 lao 劳牢 lei 类 li 例力历理立里 liang 良量 ling 零领 liu 流瘤 lun 伦 "
    "luo 络 lv 率 mei 美 mi 秘 mian 面免眠 min 民 ming 命名明 mo 磨 nai 耐 nan 南难 nei 内 neng 能 ni 你拟 niao 尿 niu 牛 "
    "nuan 暖 pai 排牌 pi 匹 pian 便 pin 品 ping 平 qi 七器气 qian 钱前 qiang 强 qing 清 qiu 球 quan 全权 ran 然 re 热 ren 人任 "
    "san 三 se 色 sha 煞 shang 上商尚 she 奢 shen 神肾 sheng 生省 shi 势世史失实师时湿视诗适 shou 售手受 shu 疏舒 shuang 双 su 素 "
    "suan 算 sun 损 suo 所 tang 堂糖 te 特 ti 体替 tian 天 ting 廷 tong 同痛通 tui 推褪退 wan 玩万完 wang 旺王网 wei 位威未 "
    "wu 务无物 xia 下 xian 先险 xiang 享想 xiao 效消销 xie 邪 xin 信心 xing 形性 xiong 凶胸 xiu 锈秀袖 xu 续 xue 血 ya 亚压 "
    "yan 验宴炎颜 yang 养央阳 yao 药遥 ye 业 yi 一医宜益已逸 yin 音 ying 营迎 yong 永用 you 优佑有 yu 与宇愈瘀 yue 越 yun 运 "
    "zai 灾 zao 噪造 zhai 宅 zhao 招 zhe 者 zhen 疹镇 zheng 争政正 zhi 之值指智止治脂至致质 zhong 中终肿 zhou 宙洲 zhu 珠 "
    "zhuan 专转 zhuang 壮 zhun 准 zhuo 卓 zi 子 zong 宗 zu 祖 zui 最 xuan 选 ze 择 liao 料 ge 格 pei 赔 huai 坏 zun 尊 zuo 做作 kan 看"
)

_MOST_KEPT: Final = 1 << 15
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_SYLLABLE: Final = re.compile(r"[\u3400-\u9fff0-9]")
_LATIN: Final = re.compile(r"[a-z]")
_WORD_CHARACTER: Final = re.compile(r"[^\W_]")
_CLAUSE: Final = frozenset("，。；：！？、,.;:!?…\n\r")
_NEVER_LAST: Final = frozenset("最蕞第唯至")
"""No clause ends with one of these."""
_PAIR: Final = 2
"""Of two characters nobody can tell that they are spelled."""
_BLANK: Final = re.compile(r"[\s‐-―-]+")


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    return zip(table[::2], table[1::2], strict=True)


_PLAIN: Final = dict(_pairs(_LOOK_ALIKES)) | dict(_pairs(_CHARACTERS))
_READ_AS: Final = dict(_pairs(_DIGITS + "li"))


class _Skeleton(dict[int, str | None]):
    """Code point to what is read there; none for what only stands between. Filled as characters are met, bounded."""

    def __missing__(self, code: int) -> str | None:
        read = "".join(map(_read, unicodedata.normalize("NFKC", chr(_undressed(code))).lower())) or None
        if len(self) < _MOST_KEPT:
            self[code] = read
        return read


def _undressed(code: int) -> int:
    """The letter inside a circle, a square or a flag."""
    return next((ord("a") + code - first for first, many in _CLOTHED if first <= code < first + many), code)


def _read(character: str) -> str:
    plain = unicodedata.normalize("NFD", _PLAIN.get(character, character))[:1]
    plain = _PLAIN.get(plain, plain)
    plain = _READ_AS.get(plain, plain)
    return plain if plain.isalnum() else ""


_SKELETON: Final = _Skeleton()


def skeleton(text: str) -> str:
    """Letters, digits and Chinese characters alone, each in its plainest form."""
    return text.translate(_SKELETON)


def origins(text: str) -> list[int]:
    """For each character of the skeleton, where it comes from."""
    return [at for at, character in enumerate(text) for _ in _SKELETON[ord(character)] or ""]


def _syllables() -> dict[int, str]:
    words = _SPOKEN.split()
    pairs = zip(words[::2], words[1::2], strict=True)
    return {ord(character): skeleton(syllable) for syllable, characters in pairs for character in characters}


SYLLABLES: Final = _syllables()
"""Chinese characters of the hard terms, as the skeleton of their pinyin."""


def spoken(bare: str) -> str:
    """A skeleton with its known Chinese characters in pinyin, so that both ways of writing are one."""
    return bare.translate(SYLLABLES)


def mixed(bare: str) -> bool:
    """Whether pinyin may stand in it."""
    return _LATIN.search(bare) is not None


def respelled(words: str) -> str:
    """The pattern of plain words in a skeleton: each Chinese character may be its pinyin."""
    return "".join(f"(?:{c}|{SYLLABLES[ord(c)]})" if ord(c) in SYLLABLES else re.escape(c) for c in skeleton(words))


def joints(parts: Parts) -> int:
    """In how many places the wording itself may be parted by a space: between words, syllables, digits."""
    return sum(map(_joints, parts))


def _joints(part: str | Mark | frozenset[Parts]) -> int:
    if isinstance(part, str):
        return len(part.split(" ")) - 1 + len(_SYLLABLE.findall(part))
    return max(map(joints, part)) if isinstance(part, frozenset) else 1


def read_together(text: str, places: list[int], most: int) -> bool:
    """Whether these characters of the text are one wording, and not the end of one word and the start of another.

    `most` is the number of spaces that the wording may have by itself.
    """
    if not (_begins(text, places[0]) and _ends(text, places[-1])):
        return False
    gaps = [(left[1], right[0]) for left, right in pairwise(_pieces(places))]
    if sum(_BLANK.fullmatch(text, left + 1, right) is not None for left, right in gaps) > most:
        return False
    return all(_CLAUSE.isdisjoint(text[left + 1 : right]) or _glued(text, left, right) for left, right in gaps)


def _pieces(places: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of the characters that stand together; l e t t e r s by themselves are one piece."""
    pieces = [[places[0]]]
    for place in places[1:]:
        if place == pieces[-1][-1] + 1:
            pieces[-1].append(place)
        else:
            pieces.append([place])
    for alone, group in groupby(pieces, lambda piece: len(piece) == 1):
        run = list(group)
        yield from [(run[0][0], run[-1][0])] if alone and len(run) > _PAIR else ((one[0], one[-1]) for one in run)


def _glued(text: str, first: int, second: int) -> bool:
    """Whether a mark between these two ends no clause: in a Latin word, or where no Chinese clause can end."""
    if _HAN.match(text[first]):
        return text[first] in _NEVER_LAST or text[first + 1 : second] == "."
    return second == first + 2 and not text[first + 1].isspace()


def _begins(text: str, at: int) -> bool:
    return at == 0 or not (_joined(text[at - 1]) and _joined(text[at]))


def _ends(text: str, at: int) -> bool:
    return at + 1 == len(text) or not (_joined(text[at]) and _joined(text[at + 1]))


def _joined(character: str) -> bool:
    """Whether it is part of a word that spaces bound."""
    return _WORD_CHARACTER.match(character) is not None and not _HAN.match(character)
