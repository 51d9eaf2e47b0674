"""The pack `compact/1`: what a model is shown, to the byte, and what it is never shown."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from workers.errors import Permanent
from workers.outcome import Answer, Attempt, Refusal
from workers.plan.brief import Brief, Clause, Fact, Limits
from workers.write.prompts import PACKS
from workers.write.prompts.compact import (
    CANARY,
    COMPACT,
    MAX_TOKENS,
    NAME,
    Asked,
    BadPromptError,
    Canary,
    Served,
    UnknownPackError,
    read,
    read_canary,
    write_canary,
)

LINEN = Fact("1cbac36e1ab377c3", "material", "linen")


def brief(**changes: object) -> Brief:
    made = {
        "product": "p1",
        "kind": Kind.TITLE,
        "locale": "en-US",
        "facts": (LINEN,),
        "limits": Limits(80),
        "clauses": (Clause("c1", LINEN.id, "stays cool"),),
    }
    return Brief(**(made | changes))


def test_the_envelope_is_this_one_to_the_byte():
    order = COMPACT.order(Attempt(brief(), 2))
    assert order.prompt == (
        b'{"pack":"compact/1","attempt":2,"brief":{"audience":"",'
        b'"clauses":[["c1","1cbac36e1ab377c3","stays cool"]],'
        b'"facts":[["1cbac36e1ab377c3","material","linen",""]],'
        b'"kind":"title","limits":[80,1,1],"locale":"en-US",'
        b'"product":"p1"}}'
    )
    assert (order.max_tokens, order.temperature, order.top_k, order.seed) == (64, 0.0, 0, 0)


def test_what_was_wrong_with_earlier_drafts_stands_beside_the_brief_and_nowhere_else():
    avoid = (Refusal("material", 'silk", "x'), Refusal("orders", ""))
    order = COMPACT.order(Attempt(brief(), 2, avoid))
    assert order.prompt.startswith(
        b'{"pack":"compact/1","attempt":2,"avoid":[["material","silk\\", \\"x"],["orders",""]],"brief":{"audience"'
    )
    assert read(order.prompt) == Asked(brief(), 2, avoid)


def test_every_kind_has_a_budget():
    assert MAX_TOKENS.keys() == set(Kind)


def test_packs_are_found_by_the_names_they_give_themselves():
    assert {name: pack.name for name, pack in PACKS.items()} == {NAME: NAME}


@given(st.text(max_size=40), st.text(max_size=40), st.integers(1, 9))
def test_what_a_seller_writes_stays_a_string_value(name, value, attempt):
    made = brief(facts=(Fact("f1", name, value),))
    try:
        prompt = COMPACT.order(Attempt(made, attempt)).prompt
    except Permanent:
        return
    assert json.loads(prompt) == {"pack": NAME, "attempt": attempt, "brief": made.as_json()}
    assert read(prompt) == Asked(made, attempt)


@pytest.mark.parametrize(
    "text", ["a\nb", "a\x00b", "a\x7fb", "a\x9bb", "\u202eabc", "a\u2066b", "\u200fa", "ＡＢＣ", "e\u0301"]
)
def test_invisible_characters_and_text_that_is_not_nfkc_are_refused(text):
    for dirty in (brief(product=text), brief(facts=(Fact("f", "material", text),)), brief(audience=text)):
        with pytest.raises(Permanent, match="unclean-brief"):
            COMPACT.order(Attempt(dirty, 1))


def test_our_own_clauses_may_be_punctuated_as_their_language_does():
    chinese = brief(locale="zh-CN", clauses=(Clause("c", LINEN.id, "凉爽，透气"),))
    assert read(COMPACT.order(Attempt(chinese, 1)).prompt) == Asked(chinese, 1)
    with pytest.raises(Permanent, match="unclean-brief"):
        COMPACT.order(Attempt(brief(clauses=(Clause("c", LINEN.id, "cool\u202e"),))))


def test_quotes_and_backslashes_are_nothing_to_refuse():
    made = brief(facts=(Fact("f", "size", '5" \\ 7"'),))
    assert read(COMPACT.order(Attempt(made, 1)).prompt) == Asked(made, 1)


def test_a_draft_is_what_the_model_said_without_the_space_around_it():
    assert COMPACT.parse(Answer(" Linen shirt \n", 0.0, 1, 2, "stop", "ok")) == "Linen shirt"


def test_the_canary_is_read_as_one_and_its_answer_comes_back():
    assert read(CANARY) == Canary()
    assert read_canary(write_canary(Served("f" * 64, (NAME,)))) == Served("f" * 64, (NAME,))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"fingerprint":"","packs":[]}',
        '{"fingerprint":1,"packs":[]}',
        '{"fingerprint":"f","packs":[1]}',
        '{"fingerprint":"f","packs":3}',
        "[" * 100_000,
    ],
)
def test_an_answer_that_tells_no_fingerprint_is_an_error(text):
    with pytest.raises(ValueError, match=r".*"):
        read_canary(text)


@pytest.mark.parametrize(
    "prompt",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b"[" * 100_000,
        b'{"pack":"compact/1"}',
        b'{"pack":"compact/1","attempt":1,"brief":{}}',
        b'{"pack":"compact/1","attempt":1,"brief":[]}',
        b'{"pack":"compact/1","attempt":"1","brief":{}}',
        COMPACT.order(Attempt(brief(), 1)).prompt.replace(b'"title"', b'"poem"'),
        COMPACT.order(Attempt(brief(), 1)).prompt.replace(b'"attempt":1', b'"attempt":1.5'),
        COMPACT.order(Attempt(brief(), 1)).prompt.replace(b'"attempt":1', b'"attempt":1,"avoid":[["a"]]'),
        COMPACT.order(Attempt(brief(), 1)).prompt.replace(b'"attempt":1', b'"attempt":1,"avoid":7'),
    ],
)
def test_what_is_no_envelope_is_a_bad_prompt(prompt):
    with pytest.raises(BadPromptError):
        read(prompt)


@pytest.mark.parametrize("pack", ['"chat/1"', "null", "7", "[]"])
def test_another_pack_is_an_unknown_one(pack):
    with pytest.raises(UnknownPackError):
        read(b'{"pack":' + pack.encode() + b"}")
