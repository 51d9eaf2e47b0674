"""What a text says to somebody who wants to read it: with nothing between the letters, and each letter a plain one.

`最*佳`, `zui jia`, `蕞佳`, `ｂ.е.ѕ.т` are read as what they are read as. The tables are the editor's own; the Chinese
ones hold the characters of the hard terms (a test compares them).
"""

# ruff: noqa: E501  a Chinese character counts as two there: a table is not broken up for that

import re
import unicodedata
from collections.abc import Iterator
from itertools import compress, groupby, pairwise
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
_STROKES: Final = "丨丶"
"""Strokes, that stand between characters as marks do."""
_CLOTHED: Final = ((0x1F150, 26), (0x1F170, 26), (0x1F1E6, 26), (0x1F130, 26))
"""Letters in circles, squares and flags that normalisation leaves as they are."""

_CHARACTERS: Final = (
    "萬万與与專专業业豐丰舉举爭争亞亚產产僅仅價价優优會会傳传倫伦黨党關关養养內内軍军準准兇凶齣出劃划勞劳醫医華华單单歷历曆历壓压"
    "雙双發发髮发變变喫吃衕同後后譟噪國国壯壮復复複复覆复伕夫實实宮宫傢家對对導导峯峰巔巅師师開开強强當当噹当徹彻癒愈擬拟損损敵敌"
    "無无時时機机權权桿杆傑杰極极標标檔档檢检歡欢氣气潔洁溼湿災灾熱热獨独環环電电暢畅祕秘競竞類类級级純纯終终經经結结給给絡络絕绝"
    "續续網网聰聪腎肾腫肿腳脚緻致節节薦荐藥药葯药營营補补見见視视詩诗財财質质貴贵賴赖轉转闢辟過过運运進进適适遙遥裏里銷销鎮镇隊队"
    "勢势體体務务壞坏擇择翫玩賠赔選选錢钱鏽锈麪面驗验陽阳際际險险難难靜静頂顶領领頸颈顏颜風风馳驰濕湿"  # traditional
    "個个買买虧亏倉仓從从減减創创製制佔占廠厂圖图場场塡填處处備备爲为頭头寬宽盡尽層层帳帐應应護护搶抢擁拥數数術术構构樣样樓楼沒没塗涂"
    "溫温點点現现療疗瘋疯硏研禮礼離离穩稳筆笔紅红纖纤線线細细維维綠绿緩缓聯联腸肠膚肤膠胶髒脏臟脏腦脑藝艺榮荣獲获襪袜計计認认記记"
    "設设評评說说購购費费輕轻載载遠远採采鋼钢銀银錯错長长陣阵顧顾預预額额驚惊擊击殺杀賣卖證证鑒鉴"  # of what wants its proof
    "蕞最朂最冣最㝡最樶最嘬最囯国圀国囻国囗国笫第壹一弌一ー一弍二贰二佲名洺名茚印恠怪髙高圾级冶治俞愈惟唯囷菌僔尊曱甲羙美竒奇"
    "⺅亻⺡氵⺘扌⺿艹圧压カ力ニ二エ工"  # written otherwise
)
_SPOKEN: Final = (
    "ai 癌 an 安 bai 百 bang 棒 bao 保包 bei 碑 bi 比辟避 bian 变 biao 标 bing 病 bu 不补部 cai 材财 chan 产 chang 畅 "
    "chao 潮超 che 彻 chi 吃持驰 chu 出除 chuan 传 chui 椎 chun 纯 ci 次 cong 聪 da 大 dai 代 dan 单 dang 党当档 dao 到导道 "
    "de 的得 deng 登 di 低地底敌第苐 dian 巅殿电 ding 定顶 dong 懂 du 毒独 duan 端 dui 对队 er 二 fa 发 fang 方防 fen 分 "
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
    "zhuan 专转 zhuang 壮 zhun 准 zhuo 卓 zi 子 zong 宗 zu 祖 zui 最 xuan 选 ze 择 liao 料 ge 格 pei 赔 huai 坏 zun 尊 zuo 做作 kan 看 "
    "ge 个各歌 mai 买卖 le 了 kui 亏 jin 今尽 cang 仓 yi 以抑疫艺 fen 份 cu 促 gong 公功 zai 再载 leng 冷 jian 减 ning 凝 ji 击技疾计记 dao 刀 lie 列 chuang 创 "
    "li 利礼离 zhi 支制 zhu 助 shi 十市石食 sheng 升 zhan 占 chang 厂场肠长 hou 厚 you 友 qu 取祛 xiang 向香 xi 吸喜洗烯细 he 和 wei 唯维 shan 善 pen 喷 hui 回徽 "
    "tu 图涂突 tian 填甜 zeng 增 mo 墨 chu 处 bei 备 wai 外 duo 多 tou 头 ru 如 guan 官 ke 客科 hai 害 kuan 宽 xiao 小 jiu 就 ceng 层 ju 居 cha 差茶 ba 巴 "
    "bi 币必笔 bu 布 zhang 帐 nian 年 ying 应硬 du 度都 yan 延研 kuai 快 nin 您 jing 惊 xie 懈鞋 hu 户护 da 打搭 qiang 抢 yong 拥 shou 授瘦首 ti 提梯 fang 放 "
    "shu 数术 fu 敷肤 ban 斑版板 song 松 xin 新 qi 旗 ri 日 zao 早 xing 星 ben 本 sha 杀 gou 构购 yang 样 mian 棉 lou 楼 bang 榜 ci 此疵 hao 毫 mei 没 bo 波 "
    "lin 淋 shen 深身 wen 温稳 dian 点 ran 燃 xian 现纤线限 xia 瑕 shuai 甩衰 jia 甲 liao 疗 feng 疯 teng 疼 bai 白 mu 目 zhen 真阵 shui 睡 duan 短 po 破 "
    "gui 硅 tan 碳 miao 秒 deng 等 peng 篷 zi 紫 lei 累 hong 红 lv 绿 huan 缓 zhao 罩 lao 老 er 耳 lian 联 gan 肝 gu 股顾 fei 肥费 jiao 胶 zang 脏 nao 脑 "
    "chou 臭 rong 荣 huo 获 jun 菌 bao 薄 chan 蝉 man 螨 wa 袜 ren 认 she 设 ping 评 shuo 说 tiao 跳 ruan 软 qing 轻 yuan 远院 su 速 pei 配 quan 醛 cai 采 "
    "gang 钢 yin 银 cuo 错 yu 预 e 额 "
    "si 丝四 liang 两亮靓 wei 为胃 zhu 主住逐 shu 书 shi 事士是室试使释 wu 五 qin 亲 cong 从 men 们 qi 企其骑 chai 侪 ao 傲鳌 er 儿 ru 入 ji 几 qie 切 bie 别 ti 剔 "
    "you 又右 tan 叹 diao 吊 mi 咪蜜 quan 圈 zai 在 kua 夸 nv 女 nai 奶 ma 妈 po 婆 gu 孤 hai 孩 ta 它 bao 宝暴爆 feng 封 chen 尘 qu 屈 ju 巨 bang 帮 hen 很 "
    "ren 忍 wo 我 dai 戴 zhi 执枝 ba 拔爸霸 tiao 挑 jiao 教 dou 斗 duan 断 kuang 旷 peng 朋 wang 望 chu 楚 bu 步 mei 每 qiu 求 fa 法 tai 泰 ce 测 lie 烈 "
    "ai 爱 ye 爷 gou 狗 mao 猫茅 nan 男 gai 盖 zhe 着 pi 睥 ni 睨 nian 碾 zhong 种 cheng 称 chuan 穿 xiao 笑 chou 筹 guan 管观 fen 粉纷 han 罕 qun 群 "
    "qiao 翘 jian 肩间 sheng 胜 zi 自 yan 艳 hua 花 fang 芳 cao 草 mo 莫 bei 被 yi 议 bai 败 huo 货 zan 赞 yu 逾 lin 邻 gui 闺 xiong 雄 sao 骚 bi 鼻 "
    "long 龙 ye 也 zhong 众 ji 己集 zhi 置 shui 水 ban 伴 lv 侣 jin 紧 er 贰 hua 画"
)

_MOST_KEPT: Final = 1 << 15
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_SYLLABLE: Final = re.compile(r"[\u3400-\u9fff0-9]")
_LETTER: Final = re.compile(
    "[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2460-\u24ff\ua000-\uabff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]"
)
"""What a letter of pinyin may be: in lower case, with its tone, in a circle, of another script."""
_WORD_CHARACTER: Final = re.compile(r"[^\W_]")
_CLAUSE: Final = frozenset("，。；：！？、,.;:!?…\n\r")
_NEVER_LAST: Final = frozenset("最蕞第唯至")
"""No clause ends with one of these."""
_PAIR: Final = 2
"""Of two characters nobody can tell that they are spelled."""
_BLANK: Final = re.compile(r"[‐-―-]*\s[\s‐-―-]*")
_BETWEEN_WORDS: Final = re.compile(r"[\s/|｜—–-]+")
_LONG: Final = 12
"""So many letters spell no other words by chance, with one more space among them."""


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
    return plain if plain.isalnum() and plain not in _STROKES else ""


_SKELETON: Final = _Skeleton()


def skeleton(text: str) -> str:
    """Letters, digits and Chinese characters alone, each in its plainest form."""
    return text.translate(_SKELETON)


def origins(text: str) -> list[int]:
    """For each character of the skeleton, where it comes from."""
    places = list(compress(range(len(text)), map(_SKELETON.__getitem__, map(ord, text))))
    if len(places) == len(skeleton(text)):
        return places
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


def mixed(lower: str) -> bool:
    """Whether pinyin may stand in a text in lower case: digits alone spell none."""
    return _LETTER.search(lower) is not None


def legible(bare: str, text: str) -> bool:
    """Whether a skeleton has all that a wording's is read from: the same, or its characters or their pinyin."""
    if bare in text:
        return True
    for character in bare:
        if character not in text and SYLLABLES.get(ord(character), character) not in text:
            return False
    return not bare.isascii()


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
    if sum(_BLANK.fullmatch(text, left + 1, right) is not None for left, right in gaps) > most + len(places) // _LONG:
        return False
    return all(_CLAUSE.isdisjoint(text[left + 1 : right]) or _glued(text, left, right) for left, right in gaps)


def within_words(match: re.Match[str], lower: str) -> bool:
    """Whether what is found in a text's skeleton begins in the midst of a word wherever it stands, as it does in most."""
    before, found = match.string[: match.start()][-1:], match[0]
    wider = before + found
    # Of what its first letter may begin again in the midst, not all are counted.
    alone = wider.isascii() and wider.isalpha() and before not in found
    return alone and match.string.count(wider) == lower.count(wider)


def two_words(text: str, places: list[int]) -> bool:
    """Whether it may be the end of a Chinese word and the beginning of the next: a title's "升降 火锅" has no 降火.

    A sentence parts no words, and of more than two characters so much is no chance.
    """
    if len(places) != _PAIR or places[0] == 0 or not _CLAUSE.isdisjoint(text):
        return False
    if _BETWEEN_WORDS.fullmatch(text, places[0] + 1, places[1]) is None:
        return False
    return all(_HAN.match(text[at : at + 1]) for at in (places[0] - 1, places[1] + 1))


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
