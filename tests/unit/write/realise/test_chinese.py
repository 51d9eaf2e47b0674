import pytest

from tests.unit.write.realise.listings import listing, texts_of
from workers.write.realise.chinese.grammar import glue


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("Norrland", "亚麻衬衫"), "Norrland 亚麻衬衫"),
        (("搭载", "Windows 11", "系统"), "搭载 Windows 11 系统"),
        (("重", "1.2千克"), "重1.2千克"),
        (("5000mAh", "电池"), "5000mAh电池"),
        (("15.6英寸", "屏幕"), "15.6英寸屏幕"),
        (("Merrow 14", "，", "黑色"), "Merrow 14，黑色"),
        (("Norrland", "Alder", "衬衫"), "Norrland Alder 衬衫"),
        (("支持", "Wi-Fi"), "支持 Wi-Fi"),
        (("云岭", "羽绒服"), "云岭羽绒服"),
        (("作者", "M. Castell"), "作者 M. Castell"),
        (("", "衬衫"), "衬衫"),
    ],
)
def test_a_space_stands_between_han_and_latin_words_and_nowhere_else(parts, text):
    assert glue(*parts) == text


def every(title, *attributes, path="", brand=None, kinds=("description",)):
    """Several attempts, in one text."""
    event = listing(title, path, brand, None, attributes)
    return "\n".join(texts_of(event, "zh-CN", n)[kind] for n in range(16) for kind in kinds)


@pytest.mark.parametrize(
    ("kind", "spoken"),
    [
        ("shirt", "件衬衫"),
        ("jeans", "条牛仔裤"),
        ("sneakers", "双运动鞋"),
        ("chair", "把椅子"),
        ("laptop", "台笔记本电脑"),
        ("hat", "顶帽子"),
        ("sunglasses", "副太阳镜"),
        ("bouquet", "束花束"),
        ("perfume", "瓶香水"),
        ("bangle", "只手镯"),
    ],
)
def test_each_thing_is_counted_with_its_measure_word(kind, spoken):
    text = every("Zephyr", f"type={kind}", "material=cotton", "colour=navy", "weight=320 g", brand="Norrland")
    assert f"这{spoken}" in text or f"一{spoken[0]}" in text


def test_fabrics_are_mianliao_and_other_materials_are_caizhi():
    assert "亚麻面料" in every("Zephyr", "type=shirt", "material=linen", "colour=navy", "weight=320 g")
    assert "不锈钢材质" in every("Zephyr", "type=kettle", "material=stainless steel", "colour=black", "weight=1 kg")
    assert "塑料材质" not in every("Zephyr", "type=kettle", "material=plastic", "colour=black", "weight=1 kg")


def test_numbers_carry_chinese_units_without_spaces():
    text = every("Zephyr", "weight=1.2 kg", "battery=5000 mAh", "dimensions=80 x 40 x 30 cm", "screen size=15.6 inch")
    for spoken in ("重1.2千克", "5000mAh电池", "尺寸80×40×30厘米", "15.6英寸屏幕"):
        assert spoken in text


def test_a_word_is_not_said_twice_in_a_row():
    text = every(
        "Zephyr",
        "type=dutch oven",
        "material=enameled cast iron",
        "weight=5 kg",
        "capacity=5 L",
        kinds=("title", "description"),
    )
    assert "铸铁铸铁" not in text
    assert "设计设计" not in every("Zephyr", "pattern=solid", "weight=1 kg", "colour=red")


def test_a_latin_name_keeps_its_letters_and_is_given_the_type():
    texts = texts_of(listing("Alder 3", "", "Norrland", None, ["type=shirt", "material=linen", "colour=navy"]), "zh-CN")
    assert texts["title"] == "Norrland Alder 3 亚麻衬衫 藏青色"


def test_a_chinese_name_that_says_the_type_is_not_given_it_again():
    event = listing("云岭轻薄羽绒服", "", "云岭", None, ["颜色=藏青色", "重量=420克", "产地=中国"])
    assert "羽绒服羽绒服" not in texts_of(event, "zh-CN")["title"]
    assert "云岭云岭" not in "".join(texts_of(event, "zh-CN").values())


def test_half_width_marks_of_a_chinese_name_are_widened():
    text = every("羽绒服(轻薄款)", "颜色=藏青色", "重量=420克", "产地=中国", kinds=("title", "seo_title"))
    assert "（轻薄款）" in text
    assert "(" not in text


def test_prices_stand_as_chinese_shops_write_them():
    assert "¥199" in texts_of(listing("云岭羽绒服", "", None, "199 CNY", in_stock=True), "zh-CN")["meta"]
    assert "89美元" in texts_of(listing("云岭羽绒服", "", None, "89 USD", in_stock=True), "zh-CN")["meta"]
    assert "现货" in texts_of(listing("云岭羽绒服", "", None, "89 USD", in_stock=True), "zh-CN")["meta"]
    assert "暂时缺货" in texts_of(listing("云岭羽绒服", "", None, "89 USD", in_stock=False), "zh-CN")["meta"]


def test_facts_without_a_chinese_word_are_left_unsaid():
    text = every("Zephyr", "material=Moonwood", "colour=navy", "weight=1 kg", "origin=Portugal")
    assert "Moonwood" not in text
    assert "葡萄牙" in text


def test_one_sentence_is_one_sentence():
    for title in ("Zephyr", "Harbour Backpack", "一山一茶", "羽绒服"):
        text = texts_of(listing(title, "Accessories", None, "5 USD"), "zh-CN")["description"]
        assert text.count("。") == 1, text
