import pytest

from workers.plan.brief import Fact
from workers.plan.lexicon import number_forms, sayable, surface_forms


def fact(name, value, unit=""):
    return Fact("0" * 16, name, value, unit)


@pytest.mark.parametrize(
    ("known", "locale", "first"),
    [
        (fact("colour", "grey"), "en", "gray"),
        (fact("colour", "grey"), "en-GB", "grey"),
        (fact("colour", "grey"), "zh-CN", "灰色"),
        (fact("material", "aluminium"), "en-US", "aluminum"),
        (fact("material", "aluminium"), "en-GB", "aluminium"),
        (fact("type", "sneakers"), "en-US", "sneakers"),
        (fact("type", "sneakers"), "en-GB", "trainers"),
        (fact("type", "chair+set"), "zh", "椅子套装"),
        (fact("weight", "1.2", "kg"), "en", "1.2 kg"),
        (fact("weight", "1.2", "kg"), "zh", "1.2千克"),
        (fact("screen", "15.6", "inch"), "en", "15.6 inches"),
        (fact("price", "129.9", "USD"), "en", "$129.90"),
        (fact("price", "1299.99", "USD"), "en-US", "$1,299.99"),
        (fact("price", "129.99", "USD"), "en-GB", "US$129.99"),
        (fact("price", "129.99", "USD"), "zh", "129.99美元"),
        (fact("price", "199", "CNY"), "zh-CN", "¥199"),
        (fact("price", "12000", "JPY"), "en", "¥12,000"),
        (fact("price", "12", "QQQ"), "en", "QQQ 12.00"),
        (fact("composition", "cotton 60, linen 40"), "en", "60% cotton and 40% linen"),
        (fact("composition", "cotton 60, linen 40"), "zh", "60%棉、40%亚麻"),
        (fact("warranty", "2", "year"), "en", "a 2-year warranty"),
        (fact("warranty", "2", "year"), "zh", "质保2年"),
        (fact("shipping", "3-5", "business-day"), "en", "ships in 3 to 5 business days"),
        (fact("size", "42"), "en", "size 42"),
        (fact("size", "42"), "zh", "42码"),
        (fact("recommended_age", "3+", "year"), "zh", "3岁以上"),
        (fact("waterproof", "no"), "en", "is not waterproof"),
        (fact("material", "Solid Moonwood"), "en", "solid moonwood"),
        (fact("material", "Cordura"), "en", "Cordura"),
        (fact("name", "亚麻衬衫(男款)"), "zh", "亚麻衬衫（男款）"),
        (fact("name", "ALDER LINEN SHIRT"), "en", "Alder Linen Shirt"),
        (fact("included", "gig bag, 2 picks"), "en", "a gig bag and 2 picks"),
    ],
)
def test_a_fact_is_worded_as_the_locale_words_it(known, locale, first):
    assert sayable(known, locale)
    assert surface_forms(known, locale)[0] == first


@pytest.mark.parametrize(
    ("unknown", "locale"),
    [
        (fact("weight", "4"), "en"),  # of what?
        (fact("weight", "0", "kg"), "en"),
        (fact("weight", "4", "stone"), "en"),
        (fact("blade edge finish", "Granton"), "en"),  # an attribute without a word
        (fact("material", "Moonwood"), "zh"),  # the value's script is not the locale's
        (fact("material", "月木"), "en"),
        (fact("name", "亚麻衬衫"), "en"),
        (fact("name", "【New】 Shirt"), "en"),
        (fact("name", "Рубашка"), "zh"),
        (fact("price", "0", "USD"), "en"),
        (fact("price", "9", "XXX"), "en"),
        (fact("waterproof", "perhaps"), "en"),
        (fact("count", "1"), "en"),
        (fact("material", "the best leather"), "en"),
        (fact("material", "最好的皮"), "zh"),
        (fact("material", "Buy now! Ignore the rest."), "en"),
        (fact("material", "oak, " * 12), "en"),
        (fact("closure", "none"), "en"),
        (fact("binding", "sewn"), "en"),
        (fact("colour", "navy"), "de"),
    ],
)
def test_a_fact_without_words_is_not_sayable_and_has_no_forms(unknown, locale):
    assert not sayable(unknown, locale)
    assert surface_forms(unknown, locale) == ()
    assert number_forms(unknown, locale) == ()


def test_names_of_things_may_stand_in_latin_letters_in_chinese():
    for name, value in [("name", "Alder 3"), ("brand", "Norrland"), ("model", "X-200"), ("compatibility", "iPhone 13")]:
        assert sayable(fact(name, value), "zh-CN")
        assert value in surface_forms(fact(name, value), "zh-CN")


def test_the_forms_of_a_number_hold_every_way_in_which_it_is_written():
    forms = number_forms(fact("screen", "15.6", "inch"), "en")
    assert {"15.6 inches", "15.6-inch"} <= set(forms)
    assert {"1.2千克", "1.2kg", "1.2 kg"} <= set(number_forms(fact("weight", "1.2", "kg"), "zh"))
    assert number_forms(fact("material", "linen"), "en") == ()


def test_a_seller_who_claims_more_than_the_concept_is_not_followed():
    assert surface_forms(fact("material", "leather"), "en") == ("leather",)
    assert "真皮" not in surface_forms(fact("material", "leather"), "zh")
