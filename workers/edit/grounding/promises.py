"""Rules: nothing is promised that no fact promises: terms of the shop, what it fits, where it came from."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from collections.abc import Iterator
from typing import Final

from workers.edit.grounding.assertions import claimed, needles, spelled, table
from workers.edit.reading import Reading

_TERMS: Final = table(r"""
warranty limited_warranty | warrant | \b(?:(lifetime|full|extended|international|worldwide|manufacturer'?s?|limited|unlimited|comprehensive|no-questions-asked) )?warrant(?:y|ies|ied)\b(?: (?:covers?|covering|includes?|including|against|on|for|protects?)(?P<named>(?: [\w'-]{1,24}){1,4}))?
warranty limited_warranty | guarantee | \b(?:(lifetime|full|limited|money-back|satisfaction|unconditional|price|quality) )?guarantees?\b(?: (?:covers?|covering|includes?|including|against|on|for|protects?)(?P<named>(?: [\w'-]{1,24}){1,4}))?
warranty limited_warranty | guaranteed for | \bguaranteed(?= for (?:[\w-]{1,12} ){1,3}(?:years?|months?)\b)
 | guaranteed | \bguaranteed\b(?! for (?:[\w-]{1,12} ){1,3}(?:years?|months?)\b)
 | money | \bmoney[- ]back\b
returns | refund | \b(?:(full|instant|free|easy) )?refund(?:s|ed|able)?\b(?P<named>(?: [\w'-]{1,24}){1,4})?
returns | return | \b(free|easy|hassle-free|no-hassle|no-questions-asked|simple) returns?\b|\breturns? (?:are )?(free|accepted|policy)\b|\breturn(?:s|ed|able)? ((?:at )?any ?time|whenever|for (?:any|whatever) reason|no questions|without (?:a |any )?reason)\b
returns | exchange | \b(?:(free|easy) )exchanges?\b
 | replace | \bfree replacements?\b|\breplaced (?:free|at no)\b|\bwe(?:'ll| will) replace\b
shipping | ship | \bships? (free|today|tomorrow|worldwide|within|in|the|next|fast|overnight)\b|\b(free|fast|same-day|next-day|express|worldwide|expedited) shipping\b
shipping | deliver | \b(free|fast|same-day|next-day|express|worldwide|quick|overnight|home) delivery\b|\bdelivered (free|to your door|tomorrow|overnight|within|in)\b
 | next-day | \bnext[- ]day\b
 | same-day | \bsame[- ]day\b
 | free of charge | \b(free of charge)\b
 | try it | \btry it (?:risk|for)\b|\brisk[- ]free\b
 | trial | \b\w{1,24}[- ](?:day|night|month) trial\b
 | support | \b(?:24/7|lifetime|round-the-clock|free) (?:customer )?support\b
 | in stock | \b(limited|last) (?:in )?stock\b
in_stock | sold out | \bsold out\b
 | discount | \bdiscount(?:s|ed)?\b
 | sale | \bon sale\b|\bsale price\b|\bspecial offer\b
 | gift with | \bfree gift\b|\bgift with purchase\b
 | instalment | \binstalments?\b
warranty limited_warranty | 质保 | (终身|全国|官方|超长|品牌)?质保(?:期内)?(?:[，,]?(?:也|还)?(?:包含|包括|覆盖|涵盖)([^，,。；;\n]{1,8}))?
warranty limited_warranty | 保修 | (终身|全国|官方|超长|品牌|免费)?保修(?:期内)?(?:[，,]?(?:也|还)?(?:包含|包括|覆盖|涵盖)([^，,。；;\n]{1,8}))?
warranty limited_warranty | 联保 | (全国|全球)?联保
warranty limited_warranty | 保固 | 保固
warranty limited_warranty | 保换 | 保换
 | 只换 | 只换不修
 | 包换 | 包[退换]
 | 包退 | 包退
returns | 退货 | (无理由|免费|极速|无忧|随时)?退货
returns | 退换 | (无理由|免费|极速|无忧|随时)?退换
 | 无理由 | (无理由)
 | 退款 | 退款
shipping | 包邮 | 包邮
shipping | 免邮 | 免邮
shipping | 免运费 | 免运费
shipping | 发货 | (极速|当天|当日|闪电|次日|隔日)?发货
shipping | 送达 | 送达
 | 次日达 | 次日达
 | 当日达 | 当日达
 | 送货上门 | 送货上门
 | 顺丰 | 顺丰
 | 运费险 | 运费险
 | 假一 | 假一[赔罚][一二三四五六七八九十百\d]*
 | 正品 | 正品
 | 售后 | 售后
 | 客服 | 客服
 | 试用 | (?:免费|天)试用
 | 优惠 | 优惠
 | 促销 | 促销
 | 特价 | 特价
 | 赠 | (?:买一|加|随单|下单)[送赠]|赠品
 | 限时 | 限时
 | 折扣 | 折扣
 | 抢购 | 抢购
""")
_DEVICES: Final = (
    r"iphones?|ipads?|ipods?|macbooks?|imacs?|airpods|apple (?:watch|tv|homekit|music|devices?|products?|phones?)|apple|ios|macos"
    r"|android|samsung|galaxy (?:s|note|tab|watch|z|a)\w*|pixel (?:phones?|\d)|huawei|xiaomi|oneplus|alexa|echo dot|google (?:assistant|home|nest|pixel)"
    r"|google|siri|homekit|smartthings|playstation|ps[345]|xbox|nintendo|windows|chromebooks?|linux|tesla|kindle|gopro|nespresso|dyson|bosch|makita|dewalt"
    r"|lego|ikea|thermomix|roomba|fitbit|garmin|canon|nikon|sony|bluetooth speakers"
)
_MODEL: Final = (
    r"(?: ?(?:\d{1,3}[a-z]{0,2}|[a-z]\d{1,3}|pro|max|plus|mini|ultra|air|se|lite|fold|flip|note|tab)\b){0,4}"
)
"""Which of them: "iPhone 15 Pro Max" is no "iPhone 15"."""
_ZH_DEVICES: Final = "苹果(?!味|香|木|酸|酱|汁|园|树|派|绿)|安卓|鸿蒙|华为|小米(?!粥|粒|饭|锅巴|椒|辣)|三星|荣耀|天猫精灵|小爱|小度|特斯拉|索尼|任天堂|iphone|ipad|微软|宜家|乐高|大疆|佳能|尼康"
_DEVICE_NEEDLES: Final = (
    "iphone ipad ipod macbook imac airpods apple ios macos android samsung galaxy pixel huawei xiaomi oneplus alexa echo google"
    " siri homekit smartthings playstation ps3 ps4 ps5 xbox nintendo windows chromebook linux tesla kindle gopro nespresso dyson"
    " bosch makita dewalt lego ikea thermomix roomba fitbit garmin canon nikon sony bluetooth 苹果 安卓 鸿蒙 华为 小米 三星 荣耀"
    " 天猫精灵 小爱 小度 特斯拉 索尼 任天堂 微软 宜家 乐高 大疆 佳能 尼康"
).split()
"""One of these is wherever one of the devices is."""
_COMPATIBILITY: Final = table(rf"""
compatibility | compatib | \b(?:(?P<before>\w{{1,24}})[- ])?compatib(?:le|ility)\b(?: with(?P<named>(?: [\w-]{{1,24}}){{1,5}}))?
 | fit | \bfits (?:all|most|any|every|nearly|virtually|standard|your (?:phone|car|laptop|tablet|camera|bike))\b|\bfits? (?:(?:in|into|under|inside|onto|over) )?(?:(?:the|a) \w{{1,24}} (?:of|in) )?(?:all|any|every|most|almost any|nearly any) \w{{1,24}}\b
 | universal | \buniversal(?:ly)? (?:fits?|compatible|mount|adapter|charger)\b|\buniversal fit
 | works with | \bworks with (?:all|most|any|every|your|popular|major|\w{{1,24}} (?:devices|phones|systems|consoles))\b
 | pairs with | \bpairs with (?:all|most|any|every|your|\w{{1,24}} (?:devices|phones|systems))\b
 | connects to | \bconnects to (?:all|most|any|every|your|\w{{1,24}} (?:devices|phones|tvs|systems))\b
 | interchang | \binterchangeable with\b
 | | \b(?:{_DEVICES})\b{_MODEL}
compatibility | 兼容 | 兼容(?P<named>(?!性)[^，,。；;、\n]{{1,24}})?
compatibility | 适配 | 适配(?P<named>(?!性)[^，,。；;、\n]{{1,24}})?
compatibility | 通用 | 通用(?:于(?P<named>[^，,。；;、\n]{{1,12}}))?
 | 可连接 | 可连接[^，,。\n]{{0,8}}
 | 机型 | (?:各|所有|多种|主流|全)[^，,。\n]{{0,3}}机型
 | | (?:{_ZH_DEVICES}){_MODEL}
""")
_PROVENANCE: Final = table(r"""
origin provenance | imported | \bimport(?:ed|s)\b
 | engineered | \bengineered in\b
 | designed in | \bdesigned in\b
origin provenance | locally | \blocally (?:made|sourced|grown)\b
 | 进口 | 进口(?!袋)
 | 原装 | 原装
origin provenance | 原产 | 原产
 | 海外 | 海外
 | 国产 | 国产
""")


TABLES: Final = {"terms": _TERMS, "compatibility": _COMPATIBILITY, "provenance": _PROVENANCE}
TERMS: Final = spelled(_TERMS)
COMPATIBILITY: Final = spelled(_COMPATIBILITY)
PROVENANCE: Final = spelled(_PROVENANCE)
TERMS_NEEDLES: Final = needles(_TERMS)
COMPATIBILITY_NEEDLES: Final = (*filter(None, needles(_COMPATIBILITY)), *_DEVICE_NEEDLES)
PROVENANCE_NEEDLES: Final = needles(_PROVENANCE)


def terms(reading: Reading) -> Iterator[str]:
    """Warranty, returns, delivery, offers: what the shop would have to keep."""
    return claimed(_TERMS, reading)


def compatibility(reading: Reading) -> Iterator[str]:
    """What it is said to fit, pair with or work on."""
    return claimed(_COMPATIBILITY, reading)


def provenance(reading: Reading) -> Iterator[str]:
    """Where it was imported from, designed or engineered."""
    return claimed(_PROVENANCE, reading)
