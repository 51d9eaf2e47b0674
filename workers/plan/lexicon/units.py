"""Units and currencies: how each language writes a number with one.

House style. English: a space before a symbol ("1.2 kg"), a hyphen before a word that stands before its noun
("a 15.6-inch screen"), none before % and °. Chinese: no space at all ("1.2千克", "5000mAh", "15.6英寸").
"""

from dataclasses import dataclass
from typing import Final

from workers.plan.lexicon.entries import listed, rows, spellings


@dataclass(frozen=True, slots=True)
class UnitWord:
    """`form`: "symbol", "word" (has a plural, hyphenated before a noun) or "solid" (no space)."""

    key: str
    form: str
    us: str
    us_many: str
    gb: str
    gb_many: str
    zh: str
    aliases: tuple[str, ...]


_TABLE: Final = """
[symbol]
mm | mm | 毫米 | millimeter; millimeters; millimetre; millimetres; 毫米
cm | cm | 厘米 | centimeter; centimeters; centimetre; centimetres; cms; 厘米; 公分
m | m | 米 | meter; meters; metre; metres; 米; 公尺
km | km | 公里 | kilometer; kilometers; kilometre; kilometres; 公里; 千米
mg | mg | 毫克 | milligram; milligrams; 毫克
g | g | 克 | gram; grams; gr; gms; 克
kg | kg | 千克 | kilogram; kilograms; kilo; kilos; kgs; 千克; 公斤
t | t | 吨 | tonne; tonnes; 吨
ml | ml | 毫升 | milliliter; milliliters; millilitre; millilitres; cc; mL; 毫升
cl | cl | 厘升 | centiliter; centilitre; cL
l | L | 升 | liter; liters; litre; litres; ltr; 升; 公升
fl-oz | fl oz | 液盎司 | fl oz; fl. oz.; fl.oz; fluid ounce; fluid ounces; floz; 液体盎司; 液盎司
oz | oz | 盎司 | ounce; ounces; oz.; 盎司
lb | lb | 磅 | lbs; pound; pounds; lb.; 磅
mw | mW | mW | milliwatt; milliwatts; 毫瓦
w | W | W | watt; watts; 瓦; 瓦特
kw | kW | kW | kilowatt; kilowatts; 千瓦
kwh | kWh | kWh | kilowatt hour; kilowatt-hours; 千瓦时; 度电
wh | Wh | Wh | watt hour; watt-hours; watt hours; 瓦时
mv | mV | mV | millivolt; millivolts
v | V | V | volt; volts; 伏; 伏特
a | A | A | amp; amps; ampere; amperes; 安; 安培
ma | mA | mA | milliamp; milliamps; 毫安
mah | mAh | mAh | milliamp hours; milliamp-hours; 毫安时
ah | Ah | Ah | amp hour; amp hours; amp-hours; 安时
hz | Hz | Hz | hertz; 赫兹
khz | kHz | kHz | kilohertz; 千赫; 千赫兹
mhz | MHz | MHz | megahertz; 兆赫
ghz | GHz | GHz | gigahertz; 吉赫
kb | KB | KB | kilobyte; kilobytes
mb | MB | MB | megabyte; megabytes; 兆
gb | GB | GB | gigabyte; gigabytes; gig
tb | TB | TB | terabyte; terabytes
mbps | Mbps | Mbps | mbit/s; mb/s; megabits per second
gbps | Gbps | Gbps | gbit/s; gigabits per second
mp | MP | MP | megapixel; megapixels; mpx; mpix
nits | nits | 尼特 | nit; cd/m2; 尼特
lm | lm | 流明 | lumen; lumens; 流明
lx | lx | 勒克斯 | lux; 勒克斯
kelvin | K | K | kelvin; k
db | dB | 分贝 | decibel; decibels; db(a); dba; 分贝
ohm | Ω | Ω | ohm; ohms; 欧姆; 欧
nm-torque | N·m | 牛·米 | Nm; n·m; newton metre; newton meters; newton metres; nm torque; 牛米; 牛·米
n-force | N | 牛 | newton; newtons; 牛顿
bar | bar | 巴 | bars pressure; 巴
psi | psi | psi | pounds per square inch
pa | Pa | 帕 | pascal; pascals; 帕
kpa | kPa | 千帕 | kilopascal; kilopascals; 千帕
atm | ATM | ATM | atmospheres; atmosphere
rpm | rpm | 转/分 | r/min; revolutions per minute; 转/分; 转每分; 转/分钟
fps | fps | 帧/秒 | frames per second; frames/s; 帧/秒
dpi | DPI | DPI | dots per inch
ppi | ppi | ppi | pixels per inch
m2 | m² | 平方米 | sqm; sq m; square metre; square metres; square meter; square meters; m²; 平方米; 平米
sqft | sq ft | 平方英尺 | ft2; square feet; square foot; sq. ft.; 平方英尺
m3 | m³ | 立方米 | cubic metre; cubic metres; cubic meter; cubic meters; 立方米
m3h | m³/h | 立方米/时 | m3/h; cubic metres per hour; 立方米/小时; m³/小时
gsm | g/m² | 克/平方米 | gsm; g/m2; g/sqm; 克/平方米; 克/㎡
kmh | km/h | 公里/时 | kph; km/hr; 公里/小时; 千米/小时
mph | mph | 英里/时 | miles per hour; 英里/小时
kcal | kcal | 千卡 | calorie; calories; cal; 千卡; 大卡
kj | kJ | 千焦 | kilojoule; kilojoules; 千焦
px | px | 像素 | pixel; pixels; 像素
ct | ct | 克拉 | carat; carats; cttw; ctw; 克拉
mi | mi | 英里 | miles; mile; 英里
[word]
inch | inch (inches) | 英寸 | inches; in; in.; ″; ′′; "; ''; ”; 英寸; 寸; 吋
foot | foot (feet) | 英尺 | feet; ft; ft.; ′; 英尺
yard | yard | 码 | yards; yd; yds
gallon | gallon | 加仑 | gallons; gal; 加仑
quart | quart | 夸脱 | quarts; qt
pint | pint | 品脱 | pints; pt
cup | cup | 杯 | cups; 杯
acre | acre | 英亩 | acres
ms | millisecond | 毫秒 | milliseconds; ms; msec; 毫秒
second | second | 秒 | seconds; sec; secs; s; 秒; 秒钟
minute | minute | 分钟 | minutes; min; mins; min.; 分钟
hour | hour | 小时 | hours; hr; hrs; h; 小时; 时; 个小时; 钟头
day | day | 天 | days; calendar day; calendar days; 天; 日; 自然日
business-day | business day / working day | 个工作日 | business days; working day; working days; 工作日; 个工作日
week | week | 周 | weeks; wk; wks; 周; 星期; 个星期
month | month | 个月 | months; mo; mos; mth; 个月; 月
year | year | 年 | years; yr; yrs; 年; 岁; years old; 周岁
piece | piece | 件 | pieces; pcs; pc; piece(s); count; ct.; items; item; units; 件; 个; 只; 片; 块; 枚; pcs.
pair | pair | 双 | pairs; 双; 对; 副
pack | pack | 包 | packs; packets; packet; sachets; 包; 袋
bottle | bottle | 瓶 | bottles; 瓶
box | box (boxes) | 盒 | boxes; 盒
sheet | sheet | 张 | sheets; 张; 抽
page | page | 页 | pages; pp; pp.; 页
person | person (people) | 人 | people; persons; seater; seaters; 人; 位
seat | seat | 座 | seats; 座
layer | layer | 层 | layers; ply; 层
speed | speed | 档 | speeds; gears; 档; 速
key | key | 键 | keys; 键
string | string | 弦 | strings; 弦
port | port | 个接口 | ports; 口
serving | serving | 份 | servings; serving; 份
karat | karat / carat | K | karats
tog | tog | 托格 | togs
denier | denier | 旦 | den; 旦; D
[solid]
percent | % | % | percent; per cent; pct; 百分比
celsius | °C | °C | c; celsius; degrees celsius; deg c; ℃; °c; 摄氏度
fahrenheit | °F | °F | f; fahrenheit; degrees fahrenheit; ℉; 华氏度
degree | ° | ° | degree; degrees; deg; °
times | × | 倍 | x; times; ×; 倍
"""


def _units() -> dict[str, UnitWord]:
    found: dict[str, UnitWord] = {}
    for form, (key, english, zh, aliases) in rows(_TABLE, 4):
        us, gb = spellings(english)
        us_one, us_many = _numbers(us, form)
        gb_one, gb_many = _numbers(gb, form)
        found[key] = UnitWord(key, form, us_one, us_many, gb_one, gb_many, zh, listed(aliases))
    return found


def _numbers(text: str, form: str) -> tuple[str, str]:
    one, bracket, many = text.partition(" (")
    if form != "word":
        return one, one
    return one, many.rstrip(")") if bracket else one + "s"


UNITS: Final = _units()

MAX_ALIAS: Final = 24


def _canonical() -> dict[str, str]:
    found: dict[str, str] = {}
    for unit in UNITS.values():
        for alias in (unit.key, unit.us, unit.us_many, unit.gb, unit.gb_many, *unit.aliases):
            found.setdefault(alias, unit.key)
    for alias, key in list(found.items()):
        found.setdefault(alias.casefold(), key)
    return found


_CANONICAL: Final = _canonical()


def unit_of(text: str) -> str | None:
    """The canonical key of a unit as sellers spell it. Case decides only where it must ("mW", "MW")."""
    trimmed = text.strip()
    folded = trimmed.casefold()
    return _CANONICAL.get(trimmed) or _CANONICAL.get(folded) or _CANONICAL.get(folded.rstrip("."))


@dataclass(frozen=True, slots=True)
class Money:
    """`sign` stands before the number in English; `zh` after it, unless `zh_sign` stands before it."""

    sign: str
    zh: str
    zh_sign: str = ""
    digits: int = 2


CURRENCIES: Final[dict[str, Money]] = {
    "USD": Money("$", "美元"),
    "EUR": Money("€", "欧元"),
    "GBP": Money("£", "英镑"),
    "CNY": Money("CN¥", "元", "¥"),
    "JPY": Money("¥", "日元", digits=0),
    "KRW": Money("₩", "韩元", digits=0),
    "HKD": Money("HK$", "港元"),
    "TWD": Money("NT$", "新台币"),
    "MOP": Money("MOP$", "澳门元"),
    "SGD": Money("S$", "新加坡元"),
    "AUD": Money("A$", "澳元"),
    "NZD": Money("NZ$", "新西兰元"),
    "CAD": Money("CA$", "加元"),
    "CHF": Money("CHF ", "瑞士法郎"),
    "SEK": Money("SEK ", "瑞典克朗"),
    "NOK": Money("NOK ", "挪威克朗"),
    "DKK": Money("DKK ", "丹麦克朗"),
    "PLN": Money("PLN ", "波兰兹罗提"),
    "CZK": Money("CZK ", "捷克克朗"),
    "HUF": Money("HUF ", "匈牙利福林"),
    "INR": Money("₹", "印度卢比"),
    "THB": Money("฿", "泰铢"),
    "MYR": Money("RM", "马来西亚林吉特"),
    "IDR": Money("IDR ", "印尼盾"),
    "PHP": Money("₱", "菲律宾比索"),
    "VND": Money("₫", "越南盾", digits=0),
    "BRL": Money("R$", "巴西雷亚尔"),
    "MXN": Money("MX$", "墨西哥比索"),
    "ZAR": Money("R", "南非兰特"),
    "TRY": Money("TRY ", "土耳其里拉"),
    "AED": Money("AED ", "阿联酋迪拉姆"),
    "SAR": Money("SAR ", "沙特里亚尔"),
    "ILS": Money("₪", "以色列新谢克尔"),
    "RUB": Money("₽", "俄罗斯卢布"),
}
