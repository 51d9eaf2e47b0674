"""Units of measure as shops write them in English and Chinese, each with its dimension and its size there.

Tests hold the table to Pint, unit by unit. Pint itself is not on the path of a draft: it takes 250 µs to read "1.2 kg",
which is read here in 6, and knows neither Chinese nor a shop's own units.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from decimal import Decimal
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """`factor` times an amount in this unit is the amount in the dimension's own unit; "" is the count of things."""

    dimension: str
    factor: Decimal


COUNT: Final = Unit("", Decimal(1))

TABLE: Final = """
length     0.000001   µm μm um micron microns 微米
length     0.001      mm millimetre millimetres millimeter millimeters 毫米
length     0.01       cm cms centimetre centimetres centimeter centimeters 厘米 公分
length     1          m metre metres meter meters 米 公尺
length     1000       km kilometre kilometres kilometer kilometers 千米 公里
length     0.0254     in inch inches " ” ″ 英寸 英吋 寸
length     0.3048     ft foot feet 英尺
length     0.9144     yd yds yard yards
length     1609.344   mi mile miles mph-speed 英里
area       0.0001     cm² cm2 sq_cm square_centimetres square_centimeters 平方厘米
area       1          m² m2 ㎡ sq_m square_metre square_metres square_meter square_meters 平方米 平米
area       0.09290304 ft² ft2 sqft sq_ft square_foot square_feet 平方英尺
volume     0.000001   ml mls millilitre millilitres milliliter milliliters cc cm³ cm3 毫升 立方厘米
volume     0.00001    cl centilitre centilitres centiliter centiliters
volume     0.0001     dl decilitre decilitres deciliter deciliters
volume     0.001      l L ℓ litre litres liter liters 升 公升
volume     1          m³ m3 立方米
volume     0.0000295735295625 fl_oz fl-oz fluid_ounce fluid_ounces oz ounce ounces 液体盎司 盎司
volume     0.000473176473 pint pints
volume     0.000946352946 qt quart quarts
volume     0.003785411784 gal gallon gallons 加仑
mass       0.000000001 mcg µg μg ug microgram micrograms 微克
mass       0.000001   mg milligram milligrams 毫克
mass       0.0002     ct carat carats 克拉
mass       0.001      g gram grams gramme grammes 克
mass       0.028349523125 oz ounce ounces 盎司
mass       0.45359237 lb lbs pound pounds 磅
mass       0.05       两
mass       0.5        斤
mass       1          kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes 千克 公斤
mass       1000       t tonne tonnes 吨
grammage   1          gsm g/m² g/m2 克每平方米
seconds    0.001      ms millisecond milliseconds 毫秒
seconds    1          s sec secs second seconds 秒
seconds    60         min mins minute minutes 分钟
seconds    3600       h hr hrs hour hours 小时 个小时
seconds    86400      day days 天 日
seconds    604800     week weeks 周 星期 个星期
months     1          mo mos month months 个月
months     12         yr yrs year years 年 岁 周岁
power      0.001      mW milliwatt milliwatts 毫瓦
power      1          w W watt watts 瓦 瓦特
power      1000       kw kilowatt kilowatts 千瓦
horsepower 1          hp horsepower 匹 马力
energy     1          wh watt_hour watt_hours 瓦时
energy     1000       kwh kilowatt_hour kilowatt_hours 千瓦时
charge     0.001      mah milliamp_hour milliamp_hours 毫安时
charge     1          ah amp_hour amp_hours 安时
voltage    0.001      mv millivolt millivolts
voltage    1          v V volt volts 伏 伏特
voltage    1000       kv 千伏
current    0.001      ma milliamp milliamps 毫安
current    1          A amp amps ampere amperes 安 安培
force      1          n N n-force newton newtons 牛 牛顿
resistance 1          Ω ω ohm ohms 欧 欧姆
frequency  1          hz hertz 赫 赫兹
frequency  1000       khz kilohertz 千赫
frequency  1000000    mhz megahertz 兆赫
frequency  1000000000 ghz gigahertz 吉赫
data       1          kb kilobyte kilobytes
data       1000       mb megabyte megabytes
data       1000000    gb gigabyte gigabytes
data       1000000000 tb terabyte terabytes
bitrate    1          mbps mb/s
bitrate    1000       gbps gb/s
luminance  1          nit nits 尼特
light      1          lm lumen lumens 流明
lux        1          lux lx 勒克斯
kelvin     1          k K kelvin kelvins 开尔文
sound      1          db decibel decibels 分贝
pixels     1          px pixel pixels 像素
pixels     1000000    mp megapixel megapixels
density    1          dpi ppi
speed      1          km/h kmh kph 公里/小时 千米/小时 公里/时
speed      1.609344   mph
speed      3.6        m/s 米/秒
flow       1          l/min
rotation   1          rpm r/min 转/分 转/分钟 转每分钟
framerate  1          fps 帧
pressure   1          bar bars 巴
pressure   0.0689475729 psi
pressure   0.00001    pa pascal pascals 帕
pressure   0.01       kpa 千帕
torque     1          nm n·m nm-torque 牛米 牛·米
joules     1          j J joule joules 焦耳
kilocalories 1        kcal 大卡 千卡
kilojoules 1          kj 千焦
denier     1          D denier 丹
celsius    1          °c °C ℃ C degrees degrees_celsius degree_celsius degrees_centigrade degrees_c 摄氏度 度
fahrenheit 1          °f °F ℉ F degrees degrees_fahrenheit degree_fahrenheit degrees_f 华氏度
angle      1          ° degree degrees 度
percent    1          % ％ ﹪ percent per_cent pct
permille   1          ‰
discount   1          折
times      1          倍 times
AUD        1          $ A$ AU$ aud dollar dollars 澳元
CAD        1          $ C$ CA$ cad dollar dollars 加元
CNY        1          ¥ ￥ cny rmb yuan 元 人民币 元人民币 块钱
EUR        1          € eur euro euros 欧元
GBP        1          £ gbp pound pounds 英镑
HKD        1          $ HK$ hkd dollar dollars 港元 港币
JPY        1          ¥ ￥ jpy yen 日元
NZD        1          $ NZ$ nzd dollar dollars
SGD        1          $ S$ sgd dollar dollars 新元
TWD        1          $ NT$ twd dollar dollars 新台币
USD        1          $ US$ usd dollar dollars 美元 美金
count      1          in " ” t times mo bar bars ct pc pcs piece pieces pk pack packs set sets pair pairs
count      1          件 个 只 条 双 套 片 支 枚 粒 张 块 本 册 包 袋 瓶 盒 款 码 号 月 日 秒表 年级 周年 度假 米色 米白 安全 升级 天然 日常 牛皮 牛奶 牛仔 牛肉
"""
"""Dimension, size, then every name; `_` stands for a space. A name with several meanings stands in several rows.

One letter is read as it is written ("m" is no "M"); all else without case. What counts things measures nothing; a word
that only begins like a unit stands there too.
"""


def _read(table: str) -> dict[str, tuple[Unit, ...]]:
    names: dict[str, tuple[Unit, ...]] = {}
    for row in table.split("\n"):
        if not row:
            continue
        dimension, factor, *spellings = row.split()
        unit = COUNT if dimension == "count" else Unit(dimension, Decimal(factor))
        for spelling in spellings:
            name = spelling.replace("_", " ")
            for key in dict.fromkeys((name, name if len(name) == 1 else name.casefold())):
                names[key] = (*names.get(key, ()), unit)
    return names


UNITS: Final = _read(TABLE)


def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in UNITS:
        found.setdefault(name[0], set()).add(len(name))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


LENGTHS: Final = _lengths()
"""How long the units are that begin with a character, the longest first."""


def units_named(name: str) -> tuple[Unit, ...]:
    """What the name may mean; () where it names no unit."""
    return UNITS.get(name) or (UNITS.get(name.casefold(), ()) if len(name) > 1 else ())
