import re

import pytest

from workers.errors import Fatal
from workers.plan.benefits import LANGUAGES, Row, load, of_rows, parse
from workers.plan.brief import Fact, fact_id
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, TYPES
from workers.plan.lexicon.raw import has_han
from workers.plan.lexicon.units import UNITS
from workers.plan.lexicon.wording import UNITLESS

BENEFITS = load()
GROUPS = {word.group for word in TYPES.values()}

BANNED_ENGLISH = re.compile(
    r"\b(?:perfect\w*|ideal\w*|best|finest|ultimate|premium|luxur\w*|elevat\w*|discover\w*|whether|indulge\w*|"
    r"must[- ]have|guarante\w*|durable|long[- ]lasting|lifetime|forever|never|always|eco\w*|sustainab\w*|green(?!s)|"
    r"healthy?|heal\w*|cure\w*|prevent\w*|antibac\w*|antimicro\w*|hypoallergen\w*|safe|amazing|stunning|effortless\w*|"
    r"seamless\w*|unmatched|\w+est)\b",
    re.IGNORECASE,
)
SUPERLATIVE_LOOKALIKES = {"rest", "vest", "chest", "guest", "test", "west", "forest", "harvest"}
BANNED_CHINESE = re.compile(
    r"最|第一|顶级|极致|极佳|完美|绝对|唯一|首选|必备|万能|神器|治疗|治愈|疗效|抗菌|抑菌|保健|保证|永久|永不|环保|百分百|"
    r"彻底|高端|奢华|尊享|耐用|无毒|安全"
)
RATING = re.compile(r"IP[X0-9][0-9]", re.IGNORECASE)
"""Of dust and water, as IEC 60529 writes it."""
NOUNS_LIKE_VERBS = {"brushes", "dresses", "films", "shades", "works"}
SPELLED_TWO_WAYS = re.compile(
    r"colou?r|gr[ae]y|fib(?:er|re)\b|alumin|cent(?:er|re)\b|flavou?r|trunk|pants|trousers\b(?!,| or)"
)


def clauses(language):
    return [(row, key, text) for row in BENEFITS.rows for key, text in row.texts(language).items()]


def test_there_are_at_least_1000_clauses_in_each_language():
    for language in LANGUAGES:
        assert len(clauses(language)) >= 1000


def test_every_group_and_nearly_every_type_of_product_permits_a_clause():
    told = {value for row in BENEFITS.rows if row.fact == "type" for value in row.values}
    assert {TYPES[value].group for value in told} == GROUPS
    assert len(told) >= 0.95 * len(TYPES)


@pytest.mark.parametrize("row", BENEFITS.rows, ids=lambda row: f"{row.fact}:{','.join(row.values) or 'range'}")
def test_every_pattern_speaks_of_concepts_that_exist(row):
    for value in row.values:
        assert known_value(row.fact, value), value
    assert row.values or row.range
    assert row.range is None or row.range.unit in UNITS or (not row.range.unit and NAMES[row.fact].kind in UNITLESS)
    assert row.groups <= GROUPS
    assert row.types <= set(TYPES)
    assert row.en.keys() == row.zh.keys()


def known_value(name, value):
    if name == "type":
        return value in TYPES
    if name in FLAGS:
        return value in {"yes", "no"}
    kind = NAMES[name].kind
    if kind == "rating":
        return RATING.fullmatch(value) is not None
    return value.isdigit() if kind == "number" else value in DOMAINS[kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_unique_in_a_language(language):
    keys = [key for _, key, _ in clauses(language)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_clause_holds_a_digit_an_address_or_a_sentence_mark(language):
    for _, key, text in clauses(language):
        assert not re.search(r"[0-9]|www|https?:|@|[.!?。！？;；:：]", text), key


def test_no_english_clause_praises_or_promises():
    for _, key, text in clauses("en"):
        found = {word.lower() for word in BANNED_ENGLISH.findall(text)} - SUPERLATIVE_LOOKALIKES
        assert not found, (key, found)


def test_no_chinese_clause_praises_or_promises():
    for _, key, text in clauses("zh"):
        assert not BANNED_CHINESE.search(text), (key, text)


def test_an_english_clause_is_a_predicate_in_the_third_person_without_a_pronoun_for_the_product():
    for _, key, text in clauses("en"):
        verb = text.split()[0]
        assert verb == "can" or re.fullmatch(r"[a-z]+s", verb), (key, text)
        assert not has_han(text), key
        assert not re.search(r"\b(?:its|itself|they|their|your?|our|we)\b", text), (key, text)


def test_an_english_clause_has_one_verb_and_more_words():
    """Of several things it is conjugated: the editor knows it again by what follows the verb, whole."""
    verbs = {text.split()[0] for _, _, text in clauses("en")} - NOUNS_LIKE_VERBS
    for _, key, text in clauses("en"):
        verb, _, rest = text.partition(" ")
        assert len(rest) >= 6, (key, text)
        second = re.findall(r"\b(?:and|or|but) (\w+)", text)
        assert verb == "can" or not verbs & set(second), (key, text)


def test_an_english_clause_is_spelled_alike_everywhere():
    for _, key, text in clauses("en"):
        assert not SPELLED_TWO_WAYS.search(text), (key, text)


def test_a_chinese_clause_is_chinese():
    for _, key, text in clauses("zh"):
        assert has_han(text), key
        assert not re.search(r"[,()\s]", text), (key, text)


def test_a_clause_is_permitted_by_its_fact_and_only_for_its_products():
    linen, shirt, knife = (
        Fact(fact_id(n, v), n, v) for n, v in [("material", "linen"), ("type", "shirt"), ("type", "knife")]
    )
    of_shirt = {clause.id for clause in BENEFITS.clauses((shirt, linen), "en") if clause.fact == linen.id}
    assert "linen-cool.en" in of_shirt
    assert not {clause.id for clause in BENEFITS.clauses((knife, linen), "en") if clause.fact == linen.id}
    assert not {clause.id for clause in BENEFITS.clauses((linen,), "en")}


def test_a_whole_is_what_it_is_made_of_and_a_blend_is_none_of_its_parts():
    shirt = Fact(fact_id("type", "shirt"), "type", "shirt")
    whole, blend = (Fact(fact_id("composition", v), "composition", v) for v in ("linen 100", "linen 60, cotton 40"))
    assert any(clause.fact == whole.id for clause in BENEFITS.clauses((shirt, whole), "zh"))
    assert not any(clause.fact == blend.id for clause in BENEFITS.clauses((shirt, blend), "zh"))


@pytest.mark.parametrize(("hours", "permitted"), [("8", True), ("7.9", False), ("<=10", False), ("8-12", False)])
def test_a_range_holds_for_plain_numbers_within_it(hours, permitted):
    fact = Fact(fact_id("battery_life", hours, "hour"), "battery_life", hours, "hour")
    assert ("battery-day.en" in {clause.id for clause in BENEFITS.clauses((fact,), "en-US")}) is permitted


def test_the_version_follows_from_the_files():
    assert re.fullmatch(r"[0-9a-f]{32}", BENEFITS.version)
    assert load().version == BENEFITS.version


@pytest.mark.parametrize(
    "text", [b"- fact: material\n  colour: red\n", b"{", b"- 3\n", b"- fact: material\n  en: {a-b: x}\n"]
)
def test_a_malformed_table_is_fatal_and_named(text):
    with pytest.raises(Fatal, match=r"odd\.yaml"):
        parse("odd.yaml", text)


def test_a_fact_gets_no_more_than_four_clauses():
    rows = tuple(Row(fact="material", values=("linen",), en={f"k-{n}": "stays cool"}) for n in range(9))
    linen = Fact(fact_id("material", "linen"), "material", "linen")
    assert len(of_rows(rows, "v").clauses((linen,), "en")) == 4
