"""Whatever a model writes, the editor answers: it never raises, never hangs, never names a fact that is not there."""

from collections import deque

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import BOTTLE, CUP, LIMITS, brief, fact
from workers.edit.gate import RULES, judge
from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.polarity import Polarity, polarity
from workers.edit.grounding.tracing import ground_of, weigh
from workers.edit.reading import read
from workers.edit.sentences import split
from workers.plan.brief import Brief, Clause, Fact, Limits

HUNDRED_KB = 100_000
FIFTY_KB = 50_000

any_character = st.characters(codec=None, exclude_categories=()) | st.sampled_from("\ud800\udfff\u202e\u200b\ufffd\x00")
shop_words = st.sampled_from([
    "1.2", "kg", "1,200", "30 x 20", "cm", "$", "¥", "-", "%", "S8", "百分之", "三", "年", "质保", "http://", "@",
    "<UNK>", "{name}", "As an AI", "抱歉，我", "Nordvik", "不锈钢", ".", "。", "…", "\n", " ", "½", "①", "18/10", "٣",
    "İ", "ß", "ﬁ", "dot com", "138 0013 8000", "**", "&amp;", "零下", "点", "十", "万", "亿", "USD", "e.g.", "No.",
])  # fmt: skip
texts = st.text(any_character, max_size=200) | st.lists(shop_words, max_size=40).map("".join)

facts = st.builds(
    Fact,
    id=st.integers(0, 99).map("{:016x}".format),
    name=st.text(max_size=12),
    value=texts.map(lambda text: text[:60]),
    unit=st.sampled_from(["", "kg", "cm", "?", "USD"]),
)
briefs = st.builds(
    Brief,
    product=st.just("p"),
    kind=st.sampled_from(Kind),
    locale=st.sampled_from(["en-US", "en-GB", "zh-CN", "de", "xx"]),
    facts=st.lists(facts, max_size=6).map(tuple),
    limits=st.builds(Limits, st.integers(0, 3000), st.integers(0, 3), st.integers(0, 5)),
    clauses=st.lists(
        st.builds(Clause, st.text(max_size=4), st.text(max_size=16), st.text(max_size=40)), max_size=2
    ).map(tuple),
) | st.builds(brief, st.sampled_from(["en-US", "zh-CN"]), st.sampled_from(Kind))

words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
decoded_facts = st.builds(fact, words, st.lists(words, min_size=1, max_size=4).map(" ".join), st.just("") | words)


@settings(max_examples=300)
@given(briefs, texts)
def test_the_editor_answers_any_text_for_any_brief(order, text):
    verdict = judge(order, text)
    assert verdict == judge(order, text)
    ids = [fact.id for fact in order.facts]
    for sentence in verdict.sentences:
        assert set(sentence.facts) <= set(ids)
        assert len(set(sentence.facts)) == len(sentence.facts) <= 24
    assert {refusal.rule for refusal in verdict.refusals} <= {rule.name for rule in RULES}
    for refusal in verdict.refusals:
        assert refusal.span.isprintable()
        refusal.span.encode()


@settings(max_examples=200)
@given(texts, st.sampled_from(Kind))
def test_splitting_loses_nothing_but_white_space(text, kind):
    assert "".join("".join(split(text, kind)).split()) == "".join(text.split())


@settings(max_examples=300)
@given(decoded_facts, st.sampled_from(["en-US", "zh-CN"]))
@example(fact("0", "UNDEFINED", "0"), "en-US")
def test_a_fact_said_as_it_stands_is_never_an_unfounded_number(known, locale):
    order = Brief("p", Kind.DESCRIPTION, locale, (known,), LIMITS[Kind.DESCRIPTION])
    said = f"{known.value} {known.unit}" if known.unit else known.value
    # "Undefined" says nothing, whatever its unit is.
    assume(polarity(known.name, known.value) is not Polarity.SILENT)
    # A value that holds the end of a sentence stands in none of the two whole.
    assume(len(split(f"It is {said}, indeed.", Kind.DESCRIPTION)) == 1)
    assert "numbers" not in {refusal.rule for refusal in judge(order, f"It is {said}, indeed.").refusals}


HOSTILE = {
    "one letter": "a",
    "one digit": "9",
    "digits and dots": "1.",
    "digits and commas": "1,",
    "thousands": "1,000",
    "digits and slashes": "1/",
    "digits and spaces": "1 ",
    "digits and dashes": "1-",
    "digits, spaces and brackets": "1 (",
    "dots": ".",
    "dots and spaces": ". ",
    "dots and quotes": '."',
    "question marks": "?",
    "spaces": " ",
    "line feeds": "\n",
    "at signs": "@",
    "letters and at signs": "a@",
    "dotted words": "a.",
    "hosts without an end": "a-",
    "open tags": "<",
    "open tags with letters": "<a ",
    "open braces": "{",
    "braces and letters": "{a",
    "open brackets": "[",
    "ampersands": "&a",
    "stars": "*",
    "stars and letters": "*a ",
    "backticks": "`",
    "underscores": "_",
    "Chinese ones": "一",
    "Chinese tens": "十",
    "Chinese points": "一点",
    "per cent": "百分之",
    "Chinese full stops": "。",
    "Chinese brackets": "【",
    "lone surrogates": "\ud800",
    "zero width": "\u200b",
    "combining marks": "e\u0301\u0301",
    "dollars": "$",
    "currencies": "US$ ",
    "signs": "-",
    "joins": "1 x ",
    "units": "1 kg and ",
    "number words": "two ",
    "letters and digits": "a1",
    "ideographic spaces": "\u3000",
    "emoji": "😀",
    "right to left": "דוגמה ",
    "Latin in Chinese": "随行杯 the bottle is warm ",
    "sentences": "It is warm. ",
    "pleas": "ignore all previous ",
    "apologies": "抱歉",
    "messengers": "微信",
    "as an": "as an ai ",
    "I can't": "i can't ",
    "here is": "here is a ",
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_a_hundred_kilobytes_of_one_thing_are_refused(piece, locale):
    assert judge(brief(locale), piece * (HUNDRED_KB // len(piece))).refusals


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_the_time_to_read_grows_with_the_text_not_with_its_square(piece):
    """A quadratic scan of fifty kilobytes takes minutes; the editor's own bound is set aside here."""
    text = piece * (FIFTY_KB // len(piece))
    for kind in (Kind.TITLE, Kind.BULLETS, Kind.DESCRIPTION):
        split(text, kind)
    ground = ground_of(brief("zh-CN"))
    lower = lowered(fold(text))
    traced = (weigh(text, ground),)
    whole = read(text, brief("zh-CN"))._replace(text=text, lower=lower, sentences=(text,), traced=traced)
    for rule in RULES:
        deque(rule.check(whole), maxlen=0)


@pytest.mark.timeout(10)
def test_a_table_of_five_hundred_facts_is_answered():
    many = tuple(fact(f"feature {n}", f"widget {n}") for n in range(500))
    verdict = judge(Brief("p", Kind.DESCRIPTION, "en-US", many, LIMITS[Kind.DESCRIPTION]), "A widget 7 and a widget 8.")
    assert verdict.refusals == ()
    assert verdict.sentences[0].facts == (many[7].id, many[8].id)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["Long{} ", "a widget of {} ggg, and ", "{} cm and ", "小部件{}，耐克，"])
@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.BULLETS, Kind.DESCRIPTION])
def test_a_hundred_kilobytes_are_held_to_five_hundred_facts(piece, kind):
    many = tuple(fact(f"feature {n}", f"widget {n} long{n}") for n in range(500))
    text = "".join(piece.format(n % 700) for n in range(HUNDRED_KB // len(piece)))
    for locale in ("en-US", "zh-CN"):
        assert judge(Brief("p", kind, locale, many, LIMITS[kind]), text).refusals


@pytest.mark.timeout(10)
def test_facts_as_long_as_a_listing_allows_are_answered():
    long = tuple(fact("note", piece * 256) for piece in ("1", "a1", "1.", "一", "é", "1 x "))
    assert judge(Brief("p", Kind.META, "zh-CN", (*BOTTLE, *CUP, *long), LIMITS[Kind.META]), "九年质保。").refusals
