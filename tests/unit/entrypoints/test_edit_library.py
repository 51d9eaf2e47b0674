"""`copydesk.verdict_on`: any fact of the listing may be stated, no other; whatever it is given, it never raises."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import Verdict, verdict_on
from tests.unit.entrypoints.test_edit import MUG, row, run
from workers.entrypoints.edit.check import Written
from workers.plan.benefits import load
from workers.plan.brief import fact_id
from workers.plan.facts import facts_of
from workers.plan.lexicon import supported
from workers.plan.select import select
from workers.write.realise import realise

README = Path(__file__).parents[3] / "README.md"
KINDS = ["title", "bullets", "description", "seo_title", "meta"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_our_own_writer_says_passes(kind):
    briefs = select("mug-1", facts_of(Written.model_validate(row("")).product), "en-GB", load()).briefs
    (brief,) = [one for one in briefs if one.kind == kind]
    assert verdict_on(row(realise(brief, 0), kind=kind)).refusals == ()


SHIRT = {
    "id": "shirt-1",
    "locales": ["en-GB"],
    "title": "Harrow Linen Shirt",
    "brand": "Harrow",
    "category": ["Clothing", "Shirts"],
    "price": {"amount": "49.90", "currency": "GBP"},
    "in_stock": True,
    "attributes": [
        {"name": "material", "value": "linen"},
        {"name": "colour", "value": "navy"},
        {"name": "origin", "value": "Portugal"},
        {"name": "warranty", "value": "2", "unit": "years"},
        {"name": "cuff depth", "value": "6.5", "unit": "cm"},
    ],
}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("title", "Harrow Linen Shirt, Navy, Made in Portugal, £49.90, in Stock"),
        ("description", "The Harrow Linen Shirt costs £49.90. It is in stock."),
        ("description", "The Harrow Linen Shirt is made in Portugal, with a cuff depth of 6.5 cm."),
        ("bullets", "£49.90\nMade in Portugal\n2-year warranty"),
        ("meta", "Harrow Linen Shirt with a 2-year warranty, £49.90."),
    ],
)
def test_somebody_else_may_state_any_fact_of_the_listing(kind, text):
    assert verdict_on(row(text, kind=kind, product=SHIRT)).refusals == ()
    lacking = {one: SHIRT[one] for one in ("id", "locales", "title", "brand", "category")}
    assert verdict_on(row(text, kind=kind, product=lacking)).refused, "no fact says so"


def test_what_the_law_forbids_is_refused_though_the_listing_says_so():
    boast = {"name": "feature", "value": "miracle cure"}
    verdict = verdict_on(
        row("A shirt, and a miracle cure.", kind="description", product=SHIRT | {"attributes": [boast]})
    )
    assert [(one.rule, one.span) for one in verdict.refusals] == [("claims", "miracle cure")]


def test_texts_are_as_long_as_our_own_desk_would_make_them_of_all_facts():
    few = SHIRT | {"attributes": SHIRT["attributes"][-1:]}
    strange = [{"name": f"slot {letter}", "value": f"{letter}-grade"} for letter in "pqrst"]
    five = "\n".join(f"slot {letter} {letter}-grade" for letter in "pqrst")
    assert "length" in [one.rule for one in verdict_on(row("x" * 121, product=few)).refusals]
    assert verdict_on(row(five, kind="bullets", product=SHIRT | {"attributes": strange})).refusals == ()


SIDES = ("upper", "lower", "inner", "outer", "left", "right")
PARTS = ("rim", "ledge", "slot", "channel", "plinth", "groove", "flange", "bend", "notch", "well")


def many(*values: tuple[str, str]) -> dict[str, object]:
    return MUG | {"attributes": [{"name": name, "value": value, "unit": "mm"} for name, value in values]}


def test_of_sixty_attributes_none_is_lost():
    names = [f"{side} {part} depth" for side in SIDES for part in PARTS]
    told = [(name, f"{100 + number * 7}.5") for number, name in enumerate(names)]
    assert len(told) == 60
    for name, value in told:
        verdict = verdict_on(row(f"The {name} is {value} mm.", kind="meta", product=many(*told)))
        assert verdict.refusals == (), name
        assert verdict.sentences[0].facts == (fact_id(name, value, "mm"),)
    assert verdict_on(row("The upper rim depth is 99.5 mm.", kind="meta", product=many(*told))).refused


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The Harrow Linen Shirt dries quickly after a wash.", ["linen-dries.en"]),
        ("They dry quickly after a wash and soften with every wash.", ["linen-dries.en", "linen-soft.en"]),
        ("The Harrow Linen Shirt is navy.", []),
    ],
)
def test_a_sentence_is_told_with_the_clauses_that_it_says(tmp_path, text, clauses):
    result = run(tmp_path, row(text, kind="description", product=SHIRT), more=("--json",))
    (sentence,) = json.loads(result.stdout)["sentences"]
    assert (sentence["text"], sentence["clauses"]) == (text, clauses)


def test_bullets_are_lines_or_a_list_of_them():
    lines = ["Stoneware", "350 ml", "Blue"]
    as_list, as_text = (verdict_on(row(text, kind="bullets")) for text in (lines, "\n".join(lines)))
    assert as_list == as_text
    assert as_list.passes
    assert verdict_on(row(["Stoneware", 350], kind="bullets")).fault.startswith("wrong-type: in `text`")


def test_a_rule_to_count_that_is_none_is_a_fault_and_no_pass():
    false = row("Harrow Mug, 450 ml")
    assert verdict_on(false, counting=["numbers"]).refused
    assert verdict_on(false, counting=["numbrs"]).fault == "no-such-rule: numbrs"


def test_the_readmes_python_does_what_it_says(capsys):
    (block,) = re.findall(r"^```python\n(.*?)^```$", README.read_text(), re.DOTALL | re.MULTILINE)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102  as a reader would run it
    assert capsys.readouterr().out == "False ['450 ml']\n"


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40) | st.binary(max_size=9)
ANY = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN, inner, max_size=4))
LOCALES = st.sampled_from(["en-GB", "en-US", "zh-CN", "en-DE", "fr-FR", "zh-TW", "xx"]) | st.from_regex(
    r"[a-z]{2}(-[A-Z]{2})?", fullmatch=True
)
NAMES = st.sampled_from(["material", "composition", "weight", "colour", "price", "battery", "age", "产地", "容量"])
SAYING = st.sampled_from(
    ["60% cotton, 40% linen", "1e999", "½", "3-5", "iPhone 15", "2 x 3 cm", "棉", "-0", "NaN", "9" * 200]
)
ATTRIBUTES = st.fixed_dictionaries(
    {"name": NAMES | st.text(min_size=1, max_size=64), "value": SAYING | st.text(min_size=1, max_size=256)},
    optional={"unit": st.sampled_from(["kg", "ml", "%", "年"]) | st.text(min_size=1, max_size=16)},
)
LISTINGS = st.fixed_dictionaries(
    {
        "id": st.just("p"),
        "locales": st.just(["en-GB"]),
        "title": st.text(min_size=1, max_size=99),
        "attributes": st.lists(ATTRIBUTES, max_size=64),
        "price": st.none() | st.fixed_dictionaries({"amount": st.integers(0, 10**12), "currency": st.just("GBP")}),
    }
)
ROWS = st.fixed_dictionaries(
    {
        "product": LISTINGS,
        "locale": LOCALES,
        "kind": st.sampled_from([*KINDS, "blurb", ""]),
        "text": st.text(max_size=300) | st.text("0123456789 .,-%£kgml", max_size=60),
    }
)


def judged(row_: object) -> Verdict:
    """A verdict or a fault, never both; with the facts of the listing and the clauses that they permit."""
    verdict = verdict_on(row_)
    assert bool(verdict.fault) != (verdict.judged is not None)
    assert verdict.passes + verdict.refused + bool(verdict.fault) == 1
    if verdict.brief is not None:
        assert verdict.brief.facts == facts_of(verdict.written.product)
        held = {fact.id for fact in verdict.brief.facts}
        permitted = {clause.id for clause in verdict.brief.clauses}
        assert all(set(one.facts) <= held and set(one.clauses) <= permitted for one in verdict.sentences)
    return verdict


@given(ROWS)
def test_whatever_the_text_is_there_is_a_verdict(row_):
    verdict = judged(row_)
    if not supported(row_["locale"]):
        assert verdict.fault
    elif row_["kind"] in KINDS and verdict.written is not None:
        assert verdict.judged is not None


@given(ANY | st.text().map(str.encode) | st.binary())
def test_whatever_the_row_is_nothing_is_raised(row_):
    assert judged(row_).fault


@given(st.dictionaries(st.sampled_from(["product", "locale", "kind", "text"]), ANY))
def test_whatever_stands_in_a_row_nothing_is_raised(row_):
    judged({**row("Harrow Mug"), **row_})
