import re

import pytest

from workers.plan.lexicon import language_of, supported
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, TYPES, find_name, find_type, find_value
from workers.plan.lexicon.raw import has_han
from workers.plan.lexicon.units import CURRENCIES, UNITS, unit_of

# Words that a Chinese reader sees in Latin letters too.
LATIN_IN_CHINESE = {"connect", "energy", "panel", "pixels", "sensor"}


def test_the_lexicon_is_as_large_as_it_was_promised_to_be():
    assert len(NAMES) + len(FLAGS) >= 60
    assert sum(len(table) for table in DOMAINS.values()) >= 150
    assert len(TYPES) >= 120
    assert len(UNITS) + len(CURRENCIES) >= 40


@pytest.mark.parametrize("domain", sorted(DOMAINS))
def test_every_value_has_words_in_both_languages(domain):
    for word in DOMAINS[domain].values():
        assert word.us, word
        assert word.gb, word
        assert word.zh, word
        assert not has_han(word.us + word.gb), word
        assert has_han(word.zh) or domain in LATIN_IN_CHINESE, word


def test_every_type_has_a_noun_in_both_languages_and_a_measure_word():
    for word in TYPES.values():
        assert has_han(word.zh) or word.zh == "T恤", word
        assert len(word.measure) in {1, 2}, word
        assert word.us, word
        assert word.gb, word
        assert word.us_plural, word
        assert word.shape in {"count", "mass", "pair", "plural"}, word


def test_every_attribute_can_be_said_in_both_languages():
    for name in NAMES.values():
        assert name.us, name
        assert has_han(name.zh) or name.key == "spf", name
        assert name.en_vp, name
        assert name.zh_vp, name
        assert all("{" in pattern for pattern in (*name.en_np, *name.en_vp, *name.zh_vp)), name
        assert all(re.match(r"(?:is|has|does|can|\{w\}|[a-z]+s)\b|\{w\}", phrase) for phrase in name.en_vp), name
    for flag in FLAGS.values():
        assert flag.us_yes, flag
        assert flag.zh_yes, flag
        assert bool(flag.us_no) == bool(flag.zh_no), flag


@pytest.mark.parametrize("domain", sorted(DOMAINS))
def test_what_we_say_we_understand(domain):
    for key, word in DOMAINS[domain].items():
        for form in (word.us, word.gb, word.zh):
            found = find_value(domain, form)
            assert found is not None
            # Two keys may share a word in one language ("acrylic" knitted, "acrylic" cast), never in both.
            assert found == key or DOMAINS[domain][found].zh != word.zh or DOMAINS[domain][found].us != word.us


def test_every_types_own_word_is_found_in_singular_and_plural():
    for key, word in TYPES.items():
        assert find_type(word.us) == key, word
        for form in (word.us_plural, word.gb, word.gb_plural, word.zh):
            found = find_type(form)
            assert found is not None, form


@pytest.mark.parametrize(
    ("seller", "key"),
    [("colorName", "colour"), ("returnPolicy", "returns"),
     ("Country of Origin", "origin"), ("产地", "origin"),
     ("RAM", "memory"), ("内存", "memory"), ("battery_capacity", "battery"),
     ("是否防水", "waterproof"), ("衣长", "length")],
)  # fmt: skip
def test_an_attribute_is_known_by_the_names_that_sellers_give_it(seller, key):
    assert find_name(seller).key == key


@pytest.mark.parametrize(
    ("written", "key"),
    [("KG", "kg"), ("kilograms", "kg"), ("公斤", "kg"), ('"', "inch"),
     ("in.", "inch"), ("英寸", "inch"), ("mAh", "mah"),
     ("mW", "mw"), ("℃", "celsius"), ("hrs", "hour"), ("工作日", "business-day"), ("furlong", None)],
)  # fmt: skip
def test_a_unit_is_known_by_its_spellings(written, key):
    assert unit_of(written) == key


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en", "en"), ("en-US", "en"), ("en-GB", "en"), ("zh", "zh"), ("zh-CN", "zh")],
)
def test_the_locales_that_are_written(locale, language):
    assert supported(locale)
    assert language_of(locale) == language


@pytest.mark.parametrize("locale", ["de", "zh-TW", "zh-HK", "fr-FR"])
def test_the_locales_that_are_not(locale):
    assert not supported(locale)
