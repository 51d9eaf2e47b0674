"""An operator's voice: words never and always said, marks, lengths, signs, capitals, address; and for which copy."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import RULES, SHIPPED, Editor, with_packs
from workers.edit.law.voice import demands, voices
from workers.edit.packs import merged, shipped
from workers.errors import Fatal
from workers.plan.brief import Brief, Clause, Fact

EXAMPLES = Path(__file__).parents[4] / "deploy" / "packs"
NAME, BRAND = fact("name", "Harrow Mug"), fact("brand", "Nordvik")
MUG = (NAME, BRAND, fact("type", "mug"), fact("material", "stoneware"), fact("power", "NASA-7"))


def brief(locale: str = "en-GB", kind: Kind = Kind.DESCRIPTION, facts: tuple[Fact, ...] = MUG) -> Brief:
    return Brief("mug", kind, locale, facts, LIMITS[kind], (Clause("c", facts[0].id, "keeps a hot drink at hand"),))


def editor(*entries: str, language: str = "en", head: str = "") -> Editor:
    lines = "\n".join(f"  - {{id: entry-{number}, {entry}}}" for number, entry in enumerate(entries))
    return with_packs([("own.yaml", f"pack: own\nlanguage: {language}\n{head}\nvoice:\n{lines}\n".encode())])


def told(text: str, order: Brief, house: Editor) -> list[str]:
    return [refusal.span for refusal in house.judge(order, text).refusals if refusal.rule == "voice"]


def test_without_a_voice_there_is_no_rule_to_ask():
    terms = b"pack: own\nlanguage: en\nsource: ours\nterms: [{id: a, class: hard, forms: [gizmo]}]\n"
    assert [rule.name for rule in with_packs([("own.yaml", terms)]).rules] == [rule.name for rule in RULES]
    assert voices(shipped()) is None
    assert [rule.name for rule in editor("never: [cheap]").rules] == [*(rule.name for rule in SHIPPED.rules), "voice"]


@pytest.mark.parametrize(
    "text", ["A cheap mug.", "A c h e a p mug.", "A ch3ap mug.", "A сheap mug.", "A CHEAP mug.", "A ｃｈｅａｐ mug."]
)
def test_a_word_never_said_is_found_however_it_is_hidden(text):
    assert told(text, brief(), editor("never: [cheap]"))


@pytest.mark.parametrize("text", ["A cheaply made mug.", "Cheapside's mug.", "A mug for peach tea."])
def test_a_word_never_said_is_a_word_of_its_own(text):
    assert not told(text, brief(), editor("never: [cheap]"))


def test_what_stands_in_the_brand_is_no_word_of_ours():
    order = brief(facts=(NAME, fact("brand", "Cheap Monday"), fact("type", "mug")))
    assert not told("A Cheap Monday mug.", order, editor("never: [cheap]"))
    assert told("A cheap Cheap Monday mug.", order, editor("never: [cheap]")) == ["cheap"]


def test_a_wording_may_have_several_forms():
    house = editor("never: [{forms: [gizmo, (must|need) have], reason: we sell tools, instead: tool}, '最*佳']")
    assert told("A gizmo, a must-have.", brief(), house) == ["gizmo", "must-have"]


def test_what_is_always_said_is_missed_with_what_to_do():
    house = editor('always: [{forms: [Nordvik AS, Nordvik A/S], instead: "end with Nordvik AS"}]')
    assert told("A mug.", brief(), house) == ["without Nordvik AS: end with Nordvik AS"]
    assert not told("A mug. Nordvik A/S", brief(), house)
    assert told("A mug.", brief(), editor("always: [stoneware]")) == ["without stoneware"]


def test_exclamation_marks_are_counted_over_the_whole_text():
    text = "A mug! It is stoneware! Nice."
    assert told(text, brief(), editor("max_exclamations: 0")) == ["A mug!", "It is stoneware!"]
    assert told(text, brief(), editor("max_exclamations: 1")) == ["It is stoneware!"]
    assert not told(text, brief(), editor("max_exclamations: 2"))
    assert told("马克杯！", brief("zh-CN"), editor("max_exclamations: 0", language="zh")) == ["马克杯！"]


def test_a_sentence_has_so_many_words_and_characters():
    text = "It's a well-made mug of stoneware. A mug."
    assert not told(text, brief(), editor("max_sentence_words: 6"))
    assert told(text, brief(), editor("max_sentence_words: 5")) == ["It's a well-made mug of stoneware."]
    assert told("炻瓷马克杯，容量适中。", brief("zh-CN"), editor("max_sentence_chars: 10", language="zh"))
    assert not told("炻瓷马克杯，容量适中。", brief("zh-CN"), editor("max_sentence_chars: 11", language="zh"))


@pytest.mark.parametrize("sign", ["😀", "❤", "★", "✓", "👉🏽", "1️⃣", "⭐", "🇳🇴"])
def test_a_picture_is_no_text(sign):
    assert told(f"A mug {sign}", brief(), editor("no_emoji: true"))


@pytest.mark.parametrize("text", ["A mug, 8 × 9 cm, ±1 °C, №2 – “fine” · ½ © ® ™ €", "炻瓷马克杯，《一山》！"])
def test_signs_of_writing_are_no_pictures(text):
    assert not told(text, brief(), editor("no_emoji: true"))
    assert not told(text, brief("zh-CN"), editor("no_emoji: true", language="zh"))


def test_capitals_are_the_facts_or_the_lists():
    house = editor("no_all_caps: true")
    assert told("A NICE mug. It is GREAT, OK?", brief(), house) == ["NICE", "GREAT"]
    assert not told("A NASA-7 mug.", brief(), house)
    assert not told("A NATO mug.", brief(), editor("no_all_caps: {allow: [NATO]}"))
    assert told("A NATO mug.", brief(), house) == ["NATO"]


@pytest.mark.parametrize(
    ("address", "said", "unfit"),
    [
        ("formal", "为您准备。", "为你准备。"),
        ("informal", "为你准备。", "为您准备。"),
        ("none", "炻瓷材质。", "为您准备。"),
        ("none", "炻瓷材质。", "你的杯子。"),
    ],
)
def test_a_reader_is_addressed_in_one_way(address, said, unfit):
    house = editor(f"address: {address}", language="zh")
    assert not told(said, brief("zh-CN"), house)
    assert told(unfit, brief("zh-CN"), house) == [unfit]


def test_what_the_product_is_called_addresses_nobody():
    order = brief("zh-CN", facts=(fact("name", "你好马克杯"), fact("type", "mug")))
    assert not told("你好马克杯，炻瓷材质。", order, editor("address: formal", language="zh"))
    assert told("你好马克杯，为你准备。", order, editor("address: formal", language="zh"))


@pytest.mark.parametrize(
    ("scope", "order", "holds"),
    [
        ("kinds: [title]", brief(kind=Kind.TITLE), True),
        ("kinds: [title]", brief(), False),
        ("locales: [en-GB]", brief(), True),
        ("locales: [en-US]", brief(), False),
        ("locales: [en]", brief(), True),
        ("brands: [nord*]", brief(), True),
        ("brands: [halden]", brief(), False),
        ("brands: [nordvik]", brief(facts=(NAME, fact("type", "mug"))), False),
        ("categories: [kitchen]", brief(), True),
        ("categories: [tableware]", brief(), True),
        ("categories: [clothing, food]", brief(), False),
        ("categories: [kitchen]", brief(facts=(NAME, fact("category", "tableware"))), True),
        ("categories: [food]", brief(facts=(NAME, fact("category", "home"))), False),
        ("categories: [kitchen]", brief(facts=(NAME, fact("category", "Gifts for her"))), False),
    ],
)
def test_an_entry_holds_for_some_copy_only(scope, order, holds):
    for house in (editor(f"never: [cheap], max_exclamations: 0, {scope}"), editor("never: [cheap]", head=scope)):
        assert bool(told("A cheap mug.", order, house)) is holds
    assert bool(told("A mug!", order, editor(f"max_exclamations: 0, {scope}"))) is holds
    assert bool(told("A mug.", order, editor(f"always: [joy], {scope}"))) is holds


def test_an_entry_says_otherwise_than_the_head():
    house = editor("never: [cheap]", "never: [gizmo], kinds: [title]", head="kinds: [description]")
    assert told("A cheap gizmo.", brief(), house) == ["cheap"]
    assert told("A cheap gizmo", brief(kind=Kind.TITLE), house) == ["gizmo"]


def test_a_term_of_the_law_may_be_so_scoped_too():
    pack = b"pack: own\nlanguage: en\nsource: ours\nbrands: [halden]\nterms: [{id: a, class: hard, forms: [gizmo]}]\n"
    house = with_packs([("own.yaml", pack)])
    assert ("claims", "gizmo") not in house.judge(brief(), "A gizmo.").refusals
    order = brief(facts=(NAME, fact("brand", "Halden"), fact("type", "mug")))
    assert ("claims", "gizmo") in house.judge(order, "A gizmo.").refusals


@pytest.mark.parametrize(
    ("entry", "mended"),
    [
        ("colour: red", "line 5: voice.0.colour: Extra inputs are not permitted: take it out"),
        ("kinds: [title]", "it asks for nothing: give it one of never, always"),
        ("no_emoji: false", "it asks for nothing"),
        ("never: []", "line 5: voice.0.never: Tuple should have at least 1 item"),
        ("never: ['(cheap|)']", "may be nothing at all"),
        ("never: ['ch(eap']", "a ( without its )"),
        ("always: [{forms: [x], insted: y}]", "voice.0.always.0.insted"),
        ("never: [a], kinds: [sonnet]", "line 5: voice.0.kinds.0: Input should be 'title'"),
        ("never: [a], locales: [zh-CN]", "voice 'entry-0': zh-CN is another language than the pack's"),
        ("never: [a], locales: [de]", "line 5: voice.0.locales.0"),
        ("never: [a], categories: [bakery]", "there is no department 'bakery': write one of accessories, accessory"),
        ("address: formal", "voice 'entry-0': address is of Chinese"),
        ("max_sentence_words: 1", "greater than or equal to 3"),
        ("max_exclamations: many", "line 5: voice.0.max_exclamations"),
        ("no_all_caps: {allow: [a b]}", "voice.0.no_all_caps.allow.0"),
    ],
)
def test_a_malformed_voice_says_where_it_is_wrong_and_how_to_mend_it(entry, mended):
    with pytest.raises(Fatal) as refused:
        editor(entry)
    assert refused.value.reason == "pack-malformed"
    assert refused.value.detail.startswith("own.yaml, line ")
    assert mended in refused.value.detail


def test_words_are_counted_in_no_chinese_sentence_and_a_pack_says_something():
    with pytest.raises(Fatal, match="Chinese has no spaces"):
        editor("max_sentence_words: 9", language="zh")
    with pytest.raises(Fatal, match="give it terms, a voice, or values"):
        with_packs([("own.yaml", b"pack: own\nlanguage: en\n")])
    with pytest.raises(Fatal, match="voice 'a' stands twice"):
        with_packs([("own.yaml", b"pack: own\nlanguage: en\nvoice: [{id: a, no_emoji: true}, {id: a, never: [b]}]\n")])


def test_another_voice_is_another_version():
    assert editor("never: [cheap]").version == editor("never: [cheap]").version
    assert len({editor("never: [cheap]").version, editor("never: [gizmo]").version, SHIPPED.version}) == 3


def test_the_examples_are_read_and_judge():
    house = with_packs([(path.name, path.read_bytes()) for path in sorted(EXAMPLES.glob("*.yaml"))])
    assert told("A cheap gizmo for every foodie!", brief(), house) == ["cheap", "gizmo", "foodie"]
    assert told("Harrow Mug", brief(kind=Kind.TITLE), house) == ["without Nordvik: begin with the brand"]
    assert not told("Nordvik Harrow Mug", brief(kind=Kind.TITLE), house)
    assert told("值得种草。", brief("zh-CN"), house) == ["种草"]
    assert told("为你准备。", brief("zh-CN"), house) == ["为你准备。"]
    halden = brief(facts=(NAME, fact("brand", "Halden")))
    assert not told("A cheap gizmo!", halden, house)
    assert told("A cheap gizmo!", halden.sold_by("acme-kids"), house) == ["cheap"]
    assert told("A gizmo! A gadget!", halden.sold_by("acme-kids"), house) == ["A gadget!"]
    assert house.judge(halden.sold_by("acme"), "A factory second.").refusals


def test_what_a_voice_demands_is_told_before_copy_waits_for_it():
    pack = b"pack: own\nlanguage: en\nvoice: [{id: a, never: [b]}, {id: c, always: [d]}]\n"
    assert demands(merged(shipped(), [("own.yaml", pack)])) == ("c",)
    assert demands(shipped()) == ()


ALL = editor(
    "never: [cheap, {forms: [(a|b) c]}], always: [joy], max_exclamations: 1, max_sentence_words: 3, "
    "max_sentence_chars: 10, no_emoji: true, no_all_caps: true"
)


@given(st.text(max_size=80), st.sampled_from(Kind))
def test_whatever_a_draft_holds_it_is_judged_and_equally_again(text, kind):
    assert ALL.judge(brief(kind=kind), text) == ALL.judge(brief(kind=kind), text)
