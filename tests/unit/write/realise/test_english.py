import pytest

from schemas.kinds import Kind
from tests.unit.write.realise.listings import briefs_of, listing, texts_of
from workers.write.realise import realise
from workers.write.realise.english.grammar import article, capital, plural_name, plural_verb, title_case


@pytest.mark.parametrize(
    ("text", "word"),
    [("oak", "an"), ("hour", "an"), ("ukulele", "a"), ("umbrella", "an"),
     ("uniform", "a"), ("USB cable", "a"), ("LED lamp", "an"),
     ("HDMI port", "an"), ("8-inch pan", "an"), ("11-inch pan", "an"),
     ("18 V drill", "an"), ("80 cm shelf", "an"),
     ("1-year warranty", "a"), ("110 V plug", "a"), ("one-size cap", "a"),
     ("OLED panel", "an"), ("V-neck", "a"), ("X-ray", "an"),
     ("A-line skirt", "an"), ("European plug", "a"), ("Ryzen 7", "a")],
)  # fmt: skip
def test_the_article_follows_the_sound(text, word):
    assert article(text) == word


@pytest.mark.parametrize(
    ("one", "several"),
    [("is made of linen", "are made of linen"), ("has long sleeves", "have long sleeves"),
     ("dries fast", "dry fast"),
     ("reaches far", "reach far"), ("can be washed", "can be washed"), ("does not fold", "do not fold"),
     ("hangs across the body and leaves both hands free", "hang across the body and leave both hands free"),
     ("keeps bottles and brushes together", "keep bottles and brushes together")],
)  # fmt: skip
def test_a_predicate_agrees_with_several(one, several):
    assert plural_verb(one) == several


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("Alder Shirt", False),
        ("Farm Peppers", True),
        ("iPhone 5s", False),
        ("Wine Glass", False),
        ("Macro Lens", False),
        ("Loafers", True),
    ],
)
def test_a_name_counts_as_one_or_several(name, plural):
    assert plural_name(name) is plural


def test_capitals_are_added_and_never_taken():
    assert capital("iPhone case") == "iPhone case"
    assert capital("made of linen") == "Made of linen"
    assert title_case("cotton and linen") == "Cotton and Linen"
    assert title_case("1.2 kg") == "1.2 kg"


def description(title, *attributes, path="", brand=None, locale="en-US", attempt=0):
    return texts_of(listing(title, path, brand, None, attributes), locale, attempt)["description"]


def every(title, *attributes, path="", brand=None, locale="en-US"):
    """The descriptions of several attempts, in one text."""
    return " ".join(
        description(title, *attributes, path=path, brand=brand, locale=locale, attempt=n) for n in range(12)
    )


def test_what_is_sold_in_pairs_is_spoken_of_as_several():
    text = every("Larkin Jeans", "colour=indigo", "rise=mid", "pockets=5", "closure=button")
    assert "jeans have" in text or "They have" in text
    assert " it " not in text
    assert "jeans has" not in text


def test_one_of_a_thing_is_counted_as_one():
    assert "1 pocket" in every("Larkin Shirt", "pockets=1", "colour=navy", "weight=1 kg")
    assert "1 pockets" not in every("Larkin Shirt", "pockets=1", "colour=navy", "weight=1 kg")


def test_a_denial_stands_apart_so_that_it_denies_nothing_else():
    for attempt in range(12):
        text = description("Pan", "dishwasher safe=no", "oven safe=yes", "weight=1 kg", path="Kitchen", attempt=attempt)
        assert "not dishwasher safe and oven safe" not in text
        assert "not dishwasher safe" in text


def test_a_name_that_lacks_the_type_is_given_it_and_one_that_has_it_is_not():
    assert "Merrow 14 laptop" in every("Merrow 14", "colour=black", "weight=1 kg", path="Laptops", brand="Tarn")
    assert "Alder Shirt shirt" not in every("Alder Shirt", "colour=black", "weight=1 kg", "material=linen")


def test_a_name_that_is_only_the_type_is_no_name():
    assert "this plate" in every("Plate", "colour=white", "diameter=20 cm", "weight=1 kg", path="Kitchen").lower()


def test_spelling_is_the_locales():
    listed = ("Zephyr", "material=aluminium", "colour=grey", "weight=1 kg")
    assert "aluminum" in every(*listed)
    assert "gray" in every(*listed)
    assert "aluminium" in every(*listed, locale="en-GB")
    assert "grey" in every(*listed, locale="en-GB")


def test_what_grows_is_not_made_in_a_country():
    assert "comes from Ethiopia" in every("Sidama", "type=coffee", "origin=Ethiopia", "roast=light", "net weight=250 g")
    assert "made in Portugal" in every("Alder", "type=shirt", "origin=Portugal", "colour=navy", "weight=320 g")


@pytest.mark.parametrize("attempt", range(8))
def test_a_title_that_says_everything_is_left_alone(attempt):
    event = listing("Norrland Alder Navy Linen Shirt", "", "Norrland", None, ["colour=navy", "material=linen"])
    assert texts_of(event, "en-US", attempt)["title"] == "Norrland Alder Navy Linen Shirt"


def test_a_name_in_another_script_is_replaced_by_what_the_facts_say():
    event = listing("春季新款亚麻衬衫", "", "Norrland", None, ["颜色=藏青色", "材质=亚麻", "重量=320克"])
    texts = texts_of(event, "en-US")
    assert texts["title"] == "Norrland Navy Linen Shirt"
    assert all(text.isascii() for text in texts.values())


def test_a_title_that_is_too_long_loses_parts_and_never_half_a_word():
    words = [f"word{n}" for n in range(60)]
    event = listing(" ".join(words)[:299].rsplit(" ", 1)[0])
    for kind, text in texts_of(event, "en-US").items():
        assert len(text) <= 300
        if kind in {"title", "seo_title"}:
            assert set(text.split()) <= set(words)


def test_the_meta_says_price_and_stock():
    event = listing(
        "Alder Shirt", "", None, "89.00 USD", ["colour=navy", "material=linen", "weight=320 g"], in_stock=True
    )
    assert "$89.00" in texts_of(event, "en-US")["meta"]
    assert "in stock" in texts_of(event, "en-US")["meta"].lower()
    gone = listing(
        "Alder Shirt", "", None, "89.00 USD", ["colour=navy", "material=linen", "weight=320 g"], in_stock=False
    )
    assert "Out of stock" in texts_of(gone, "en-US")["meta"]


def test_one_sentence_is_one_sentence():
    for title in ("Zephyr", "Harbour Backpack", "Plate", "Blue Thing"):
        text = texts_of(listing(title, "Accessories", None, "5 USD"), "en-US")["description"]
        assert text.count(".") == 1, text


def test_one_attribute_with_many_values_is_a_list():
    brief = next(
        b
        for b in briefs_of(listing("Zephyr", "", None, None, ["colour=black, white and red"]), "en-US")
        if b.kind is Kind.DESCRIPTION
    )
    assert "black, white and red" in realise(brief, 0)
