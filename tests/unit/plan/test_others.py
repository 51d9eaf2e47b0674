"""What is called by a type's word and is another thing; what a type permits is not said of it."""

import pytest

from schemas.inbound import Attribute, ProductCreated
from tests.unit.plan.permitted import BENEFITS
from workers.plan.facts import facts_of
from workers.plan.lexicon.entries import plural
from workers.plan.lexicon.lookup import TYPES, find_type, find_value
from workers.plan.lexicon.neighbours import apart
from workers.plan.lexicon.others import BARS
from workers.plan.nouns import type_of

ENGLISH = """
Cast Iron Crumpet Rings | kitchen>bakeware |
Brass Napkin Rings | tableware |
Shower Curtain Rings | bath |
Moonstone Ear Cuff | jewellery>earrings |
Signet Ring | jewellery>rings | ring
Gold Hoop Earrings | jewellery | earrings
Stackable Yarn Bin | storage>baskets |
Clear Storage Bins, Set of 6 | storage>boxes | storage-box
Pickleball Paddle Set | sports>racket sports |
Sunburst Kayak Paddle | outdoors>kayaking | paddle
Glass Dip Pen | stationery>pens | pen
Desk Pen Holder | stationery |
Thermal Label Printer | electronics |
Wi-Fi Photo Printer | electronics | printer
Black Laser Printer Toner | office |
Baby Muslin Sleep Bag | baby>sleepwear |
Bamboo Swaddle Blankets | baby>blankets |
Slim Shoe Rack | furniture | shoe-rack
Car Cup Holder | automotive |
Portable Tyre Inflator | Car>Tyre care |
Car Seat Cover | automotive |
Walnut Watch Box | accessories |
Heritage Pocket Watch | watches |
18-inch Ring Light | photography |
Clip-On Book Light | lighting |
Beam 400 Bike Light | cycling |
Citronella Lamp Oil | home |
Bottle Opener | kitchen | bottle-opener
Hot Water Bottle | home |
Steel Spray Bottle | cleaning |
Essence Dropper Bottle | beauty>bath |
Insulated Travel Mug | kitchen |
Stoneware Coffee Mug | kitchen | mug
Linen Tea Towel | textiles | tea-towel
Linen Table Runner | textiles | table-runner
Hanging Egg Chair | outdoor furniture |
Stretch Sofa Cover | textiles |
Leather Phone Case | mobile accessories | phone-case
Hard Guitar Case | instruments |
Woven Guitar Strap | instruments |
Oak Bed Frame | furniture | bed
Rattan Accent Chair | furniture>chairs | lounge-chair
Oak Dining Chair | furniture>chairs | dining-chair
Blush Timepiece | accessories>watch | watch
Metal Picture Frame | home decor | picture-frame
Folding Bike Lock | cycling |
Titanium Tent Pegs | camping |
Magnetic Knife Block | kitchen |
Corduroy Dog Bed | pets | dog-bed
Sisal Cat Tree | pets | cat-tree
Chunky Knit Dog Sweater | pets |
Cosy Beanie | outdoors>pet |
Doll Stroller | toys |
Wooden Toy Kitchen | toys | toy
Bedside Clock Radio | audio | radio
Portable Air Conditioner | appliances |
MIDI Keyboard Controller | instruments |
Digital Keyboard | instruments>keys | keyboard-instrument
Studio Monitor | audio |
Baby Monitor | baby |
Compact Wood Router | tools |
Tibetan Singing Bowl | home decor |
Springform Pan | kitchen |
Steel Frying Pan | kitchen | frying-pan
Fondue Pot | kitchen |
Succulent Planter Pot | garden |
Stovetop Kettle | kitchen | kettle
Garden Fork | garden |
Bread Knife | kitchen |
Potato Wedges | food |
Peanut Butter | food |
Silicone Oven Gloves | kitchen |
Boxing Gloves | sports |
Fishing Vest | outdoor |
Steel Tongue Drum | instruments |
Tabla Drum Set | instruments |
Edison Cluster Pendant | home decor>lighting |
Belt Buckle | accessories>belt |
Easter Egg Set | seasonal>easter |
Jingle Bell Ornament | seasonal>christmas |
Velvet Round Cushion | home decor>cushion | cushion
Linen Pillow | home decor>cushion | cushion
The Keeper's Almanac | books>nonfiction | book
"""
CHINESE = """
轻薄羽绒背心 | 服装>女装 |
纯棉背心 | 服装>女装 |
双肩电脑包 | 箱包>双肩包 | backpack
深炒锅带盖 | 厨房用品>炒锅 | wok
机械键盘87键 | 电子产品>键盘 | keyboard
爆米花锅 | 厨房>锅具 |
珐琅锅 | 厨房>锅具 | pot
泡菜坛 | 厨房>储物罐 |
居家木屐 | 鞋靴>拖鞋 |
棉拖鞋 | 鞋靴>拖鞋 | slippers
亚麻桌旗 | 家纺 | table-runner
软木杯垫 | 厨房 | coaster
猪鬃鞋刷 | 清洁 |
铁艺伞架 | 家居 |
真空包装机 | 家电 |
手表收纳盒 | 家居 | storage-box
吉他背带 | 乐器 |
狗狗毛衣 | 宠物 |
宠物推车 | 宠物 |
急救包 | 箱包 |
冷泡茶 | 饮料>茶 |
大麦茶 | 食品>茶叶 |
明前龙井 | 食品>茶叶 | tea
空气净化器滤网 | 家电 |
洗碗手套 | 厨房 |
羊毛手套 | 服饰 | gloves
点读笔 | 文具>笔 |
荧光笔 | 文具>笔 |
速干中性笔 12 支装 | 文具>笔 | pen
标签打印机 | 办公 |
车载充电器 | 汽车 |
空灵鼓 | 乐器 |
沙滩遮阳伞 | 户外 |
婴儿睡袋 | 母婴 |
口香糖 | 食品 |
软水盐 | 家电 |
电动车雨衣 | 汽车 |
挂脖小风扇 | 家电>风扇 |
小风扇 | 家电>风扇 | fan
骨传导耳机 | 音频>耳机 | headphones
真无线蓝牙耳机 | 音频>耳机 | earbuds
VR眼镜 | 数码 |
椅子脚套 | 家具 |
星空投影仪 | 灯具 |
玻尿酸面膜5片 | 美妆>面膜 | face-mask
衣柜感应灯 | 灯具>感应灯 | lamp
汽车大灯 | 汽车用品 |
学饮重力球杯 | 母婴>水杯 |
"""


def rows(table):
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("title", "path", "expected"), [*rows(ENGLISH), *rows(CHINESE)])
def test_a_word_before_the_noun_or_the_department_may_make_another_thing_of_it(title, path, expected):
    assert type_of(title, (), tuple(path.split(">"))) == (expected or None)


@pytest.mark.parametrize("key", sorted(BARS))
def test_what_bars_a_type_is_no_mere_colour_and_no_word_of_the_type_itself(key):
    assert key in TYPES
    word = TYPES[key]
    own = {word.us, word.us_plural, word.gb, word.gb_plural, word.zh}
    assert own.isdisjoint(BARS[key].english | set(BARS[key].chinese))
    for bar in BARS[key].english:
        assert find_type(f"{bar} {plural(word.us)}") is None or find_value("colour", bar) is None


def test_a_department_that_holds_anything_bears_no_witness():
    assert not apart("jewellery", frozenset())
    assert not apart("jewellery", frozenset({"sport"}))
    assert apart("jewellery", frozenset({"kitchen", "tableware", "appliance"}))
    assert apart("furniture", frozenset({"pet", "furniture"}))


def permitted(title, path, attributes, locale):
    event = ProductCreated(
        id="p",
        locales=(locale,),
        title=title,
        category=tuple(path.split(">")),
        attributes=tuple(Attribute(name=name, value=value) for name, value in attributes),
    )
    return " | ".join(clause.text for clause in BENEFITS.clauses(facts_of(event), locale))


@pytest.mark.parametrize(
    ("title", "path", "attributes", "never"),
    [
        ("Crumpet Rings", "kitchen>bakeware", [("oven safe", "yes")], "worn"),
        ("Ear Cuff", "jewellery>earrings", [], "sleeve"),
        ("Yarn Bin", "storage>baskets", [("stackable", "yes"), ("pack quantity", "2")], "waste"),
        ("Yarn Bin", "storage>baskets", [("stackable", "yes"), ("pack quantity", "2")], "table"),
        ("Glass Dip Pen", "stationery", [("material", "borosilicate glass")], "hot drinks"),
        ("Sleep Bag", "baby", [("closure", "two-way zip")], "tips over"),
        ("Beard Trimmer", "beauty", [("washable", "yes")], "dry cleaning"),
        ("Windproof Umbrella", "accessories", [("windproof", "yes")], "body warmth"),
        ("Silk-Lined Clutch", "bags", [("lining", "silk")], "other clothes"),
        ("Sports Watch", "watches", [("timer", "yes"), ("waterproof", "yes")], "rain out"),
        ("Wall Charger", "electronics", [("ports", "USB-A")], "mice"),
        ("Dash Cam", "electronics", [("microphone", "yes")], "takes calls"),
        ("Shower Mixer", "bath", [("hose length", "2 m")], "socket"),
        ("Toothbrush", "beauty", [("firmness", "soft")], "body sink"),
        ("Cocoa", "food", [("texture", "powder")], "brush or a puff"),
        ("Gaming Mouse", "electronics", [("cable length", "1.8 m")], "socket"),
        ("Reading Stool", "furniture", [("stackable", "yes")], "cupboard"),
    ],
)
def test_a_clause_is_not_said_where_it_would_be_false(title, path, attributes, never):
    assert never not in permitted(title, path, attributes, "en-GB")


@pytest.mark.parametrize(
    ("title", "path", "attributes", "never"),
    [
        ("婴儿纱布浴巾", "母婴>洗护", [("层数", "6")], "分层"),
        ("三层抽纸", "家居", [("层数", "3")], "分层"),
        ("羽绒背心", "服装>女装", [], "双臂与肩部"),
        ("双肩电脑包", "箱包>双肩包", [], "文件平放"),
        ("骨传导耳机", "音频>耳机", [], "入耳"),
    ],
)
def test_a_clause_is_not_said_where_it_would_be_false_in_chinese(title, path, attributes, never):
    assert never not in permitted(title, path, attributes, "zh-CN")
