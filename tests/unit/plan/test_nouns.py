import pytest

from workers.plan.nouns import type_of


@pytest.mark.parametrize(
    ("title", "categories", "expected"),
    [
        ("Alder Linen Shirt", (), "shirt"),
        ("Trailblazer Wheat Work Boot", ("footwear",), "boots"),
        ("Wooden Bathroom Sink With Mirror", ("furniture",), "sink"),
        ("Brandt Enamelled Dutch Oven 5 L", ("Kitchen",), "dutch-oven"),
        ("Harbour Chair Navy Blue", ("furniture",), "chair"),
        ("Golden Glow Holiday Ornament Set", ("seasonal",), "christmas-ornament+set"),
        ("春季新款亚麻长袖衬衫 男", (), "shirt"),
        ("珐琅咖啡杯套装", (), "cup+set"),
        # The title knows better than the department that it was filed under.
        ("Festive Flair Pleated Dress", ("accessories", "belt"), "dress"),
        ("Nike Air Jordan 1 Red And Black", ("mens-shoes",), "shoes"),
        ("Kettle 300", ("Kitchen", "Kettles"), "kettle"),
        # A head that we do not know is no member of its department.
        ("Executive Boardroom Ensemble", ("furniture", "chairs"), None),
        ("Luxe Gold Plant Stand", ("floral", "plant"), None),
        ("Beam 400 Bike Light", ("Cycling",), None),
        ("Corset Leather With Skirt", ("womens-dresses",), None),
        ("Coffee Set", ("kitchen",), None),
        # Food is no vessel.
        ("Gourmet Whole White Garlic Bulb", ("groceries", "vegetables"), "vegetables"),
        ("Autumn Medley Bowl", ("groceries", "fruits"), "fruit"),
        # A word for two things.
        ("Party Glasses", ("kitchen",), "glass"),
        ("Party Glasses", ("sunglasses",), "glasses"),
        ("A5 笔记本", ("文具",), "notebook"),
        ("Zephyr", (), None),
    ],
)
def test_what_a_product_is(title, categories, expected):
    assert type_of(title, (), categories) == expected


def test_what_the_listing_says_itself_decides():
    assert type_of("Alder Shirt", ("sofa",), ("Clothing",)) == "sofa"


@pytest.mark.parametrize("slug", ["mens-shirts", "Men's Shirts", "womens-shirts", "男士衬衫"])
def test_a_department_is_read_without_the_people_it_is_for(slug):
    assert type_of("Zephyr", (), (slug,)) == "shirt"
