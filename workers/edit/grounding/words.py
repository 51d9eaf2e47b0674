"""Words that stand with a capital, or at a name's place, without being one."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.plan.lexicon.entries import Flag, NameWord, TypeWord, Word
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, TYPES

_PARTS: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")

ORDINARY: Final = frozenset(
    """
a an the this these that those it its it's they their with without and or nor not no but for from of to in on at by as
into onto over under up down off out about after before between through during while when where which who whose what why
how if so than then there here all any both each every few more most other some such only own same too very can cannot
could will would shall should may might must do does did done has have had having is are was were be been being you your
yours we our ours one ones two three new now also just even still yet ever never always often again once per via
plus vs inch inches near beside besides behind beneath below above along alongside around round across against among
within without towards toward throughout inside outside despite except
comes come weighs weigh weight made makes make making keeps keep holds hold fits fit works work takes take goes go gives
give needs need has lets let leaves leave stays stay feels feel sits sit stands stand runs run shows show adds add brings
bring opens open closes close folds fold turns turn dries dry washes wash wears wear looks look carries carry covers cover
cuts cut boils boil heats heat cools cool charges charge connects connect plays play reads read writes write fries fry
sold price width height depth length diameter capacity size color colour material composition origin warranty battery
power pockets net screen machine hand light heavy soft warm cool cold hot dry wet clean easy simple small large long short
slim wide tall deep thin thick round square smooth strong sturdy neat quiet bright dark fine good great nice little big
compact handy portable practical everyday daily weekly classic modern casual formal smart relaxed regular ready set sets
pair pairs pack packs piece pieces kit box boxes bag size sizes men's women's men women man woman kids children's boys girls
adults unisex outdoor indoor home office kitchen garden travel trail city summer winter spring autumn fall spring
enjoy discover meet find try use wear pair choose store serve pour brew cook bake grill mix blend slip pull wrap sleep
rest sit relax play read write draw paint build grow plant pack carry ride walk hike climb swim stretch lift train
perfect ideal suitable great designed crafted built inspired equipped powered lined finished printed woven knitted sewn
almost nearly roughly approximately thanks because whether whatever wherever whenever since until unless although though despite unlike like
january february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday christmas easter
usb led lcd hdmi uv tv pc id ac dc diy sku isbn xl xxl xs spf bpa eu us uk ip i ii iii iv
wi wi-fi wifi bluetooth
today nature life mother let here what who gathers sets comfort style details care features wash suits bears lies hangs shuts slides rolls stacks locks switches
tells guards shields softens lasts dissolves helps spreads moves serves contains recommended washed composition
""".split()
)
"""In English, lower case."""

CHINESE_LEADS: Final = (
    "这款", "这件", "这条", "这双", "这个", "这台", "这只", "这把", "这张", "这套", "这组", "这瓶", "这盒", "这袋", "这本", "这支", "这顶", "这副", "这盏",
    "这块", "这株", "这架", "这份", "这根", "这对", "这床", "这辆", "这", "那款", "一个", "一款", "一件", "一条", "一双", "一台", "一只", "一把", "一张",
    "一套", "一组", "一瓶", "一盒", "一袋", "一本", "一支", "一顶", "一副", "一盏", "一块", "一株", "一架", "一份", "一根", "一对", "一床", "一辆", "本款",
    "本品", "此款", "该款", "全新", "新款", "新品", "来自",
)  # fmt: skip

CHINESE_ORDINARY: Final = frozenset(
    """
的 之 与 和 及 款 型 版 装 用 式 色 系列 套装 礼盒 轻巧 精致 便携 时尚 经典 简约 百搭 日常 舒适 柔软 轻便 耐用 实用 家用 户外 室内 通勤 旅行 居家 办公
男士 女士 儿童 成人 宝宝 宠物 大号 中号 小号 加厚 加大 迷你 多功能 高颜值 新款 正品 优雅 清新 自然 温润 温暖 清爽 厚实 轻薄 大容量 小巧 全新 好用 好看
使用 适合 适用 搭载 配有 内置 运行 支持 采用 选用 配备 搭配 附赠 内含 可接 连接 净含量 容量 尺寸 规格 重量 颜色 材质 产地 口味 功率 售价 现货 价格 长 宽 高 深 重 直径 尺码 码 件 个 只 双 条 套 张 把 支 本 盒 袋 瓶
""".split()
)
"""In Chinese: what stands in a title beside the facts' own words."""

BRANDS: Final = frozenset(
    """
nike adidas puma reebok asics levi's gucci prada chanel dior hermès hermes zara uniqlo h&m ikea lego sony samsung lg
panasonic philips bosch siemens braun dyson kitchenaid cuisinart tefal lenovo asus acer dell hp microsoft google xiaomi
huawei oppo vivo oneplus realme honor canon nikon fujifilm gopro garmin fitbit rolex omega seiko casio swatch longines
tissot nestlé nestle nescafe nespresso lavazza starbucks coca-cola pepsi loreal l'oréal maybelline clinique lancome
estee lauder shiseido nivea patagonia columbia timberland birkenstock crocs converse vans skechers playmobil mattel hasbro
jbl bose sennheiser marshall yamaha fender gibson roland logitech razer anker kindle toyota honda bmw audi mercedes
ford chrysler dodge kawasaki
""".split()
)
"""Makers known all over the world: named without a fact they are false, capital or not."""

BRANDS_CHINESE: Final = frozenset(
    """
耐克 阿迪达斯 彪马 李宁 安踏 优衣库 香奈儿 迪奥 爱马仕 古驰 普拉达 路易威登 宜家 乐高 索尼 三星 松下 飞利浦 博世 西门子 戴森 苏泊尔 九阳 美的 格力 海尔 小米
华为 荣耀 联想 华硕 戴尔 惠普 佳能 尼康 劳力士 欧米茄 浪琴 天梭 卡西欧 雀巢 星巴克 可口可乐 欧莱雅 兰蔻 雅诗兰黛 资生堂 妮维雅 膳魔师 虎牌 象印 双立人
茅台 五粮液 全聚德 同仁堂 小天鹅 罗技 雷蛇 漫步者
""".split()
) - {"美的", "荣耀"}


def _forms() -> Iterator[str]:
    for table in DOMAINS.values():
        for word in table.values():
            yield from (word.us, word.gb, *word.aliases)
    entries: Iterable[TypeWord | NameWord | Flag | Word] = (*TYPES.values(), *NAMES.values(), *FLAGS.values())
    for entry in entries:
        yield from (entry.us, entry.gb, *entry.aliases)
        yield from (entry.us_plural, entry.gb_plural) if isinstance(entry, TypeWord) else ()
        yield from (entry.us_yes, entry.us_no, entry.gb_yes) if isinstance(entry, Flag) else ()
        yield from (*entry.en_np, *entry.en_vp) if isinstance(entry, NameWord) else ()


LEXICON: Final = frozenset(part for form in _forms() for part in _PARTS.findall(form.lower())) | ORDINARY
"""All English words of the lexicon, and those that stand beside any."""
