"""`copydesk edit`: what passes, what is refused with its words, and what cannot be read."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from copydesk import Verdict, verdict_on
from workers.edit.gate import RULES
from workers.entrypoints.cli import app
from workers.entrypoints.edit.check import Written, rules
from workers.errors import Fatal
from workers.plan.benefits import load
from workers.plan.brief import fact_id
from workers.plan.facts import facts_of
from workers.plan.lexicon import supported
from workers.plan.select import select
from workers.write.realise import realise

README = Path(__file__).parents[3] / "README.md"
MUG = {
    "id": "mug-1",
    "locales": ["en-GB"],
    "title": "Harrow Mug",
    "brand": "Harrow",
    "category": ["Kitchen", "Mugs"],
    "attributes": [
        {"name": "material", "value": "stoneware"},
        {"name": "capacity", "value": "350", "unit": "ml"},
        {"name": "colour", "value": "blue"},
    ],
}


def row(text: str, **more: object) -> dict[str, object]:
    return {"product": MUG, "locale": "en-GB", "kind": "title", "text": text, **more}


def run(tmp_path: Path, *rows: object, more: tuple[str, ...] = ()) -> Result:
    file = tmp_path / "copy.jsonl"
    file.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in rows))
    return CliRunner().invoke(app, ["edit", str(file), *more])


def test_true_copy_passes(tmp_path):
    result = run(tmp_path, row("Harrow Mug, Stoneware, 350 ml, Blue"))
    assert result.exit_code == 0
    assert result.stdout.strip() == "1 texts, 0 refused, 0 unreadable"


def test_what_no_fact_has_is_refused_with_its_words_and_its_rule(tmp_path):
    result = run(tmp_path, row("Harrow Mug, Stoneware, 450 ml"), row("Harrow Mug, Porcelain"))
    assert result.exit_code == 3
    assert "1: mug-1 title en-GB refused" in result.stdout
    assert "numbers" in result.stdout
    assert "450 ml  the facts say capacity = 350 ml" in result.stdout
    assert "material" in result.stdout
    assert "2 texts, 2 refused" in result.stdout


def test_a_script_gets_a_document_for_each_line(tmp_path):
    result = run(tmp_path, row("Harrow Mug, 450 ml"), "", "{nonsense", more=("--json",))
    assert result.exit_code == 1
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["line"], first["passes"], first["product"]) == (1, False, "mug-1")
    assert first["belongs"] == 0.5
    assert second["belongs"] is None
    (number,) = [one for one in first["refusals"] if one["rule"] == "numbers"]
    assert (number["span"], number["missing"]["about"], len(number["missing"]["facts"])) == ("450 ml", ["volume"], 1)
    assert (second["line"], second["passes"]) == (3, False)
    assert second["fault"].startswith("malformed-json")


def test_a_rule_that_is_left_out_does_not_count(tmp_path):
    refused = row("Harrow Mug, Stoneware, 450 ml")
    assert run(tmp_path, refused, more=("--without", "numbers")).exit_code == 0
    strange = run(tmp_path, refused, more=("--without", "taste"))
    assert strange.exit_code == 1
    assert strange.stderr.startswith("no-such-rule: taste; there are ")


VOICE = """
pack: own
language: en
voice: [{id: own-words, never: [nice]}, {id: own-notice, kinds: [title], always: [stoneware]}]
"""


def test_an_operators_pack_is_asked_and_what_it_always_wants_is_told(tmp_path):
    pack = tmp_path / "own.yaml"
    pack.write_text(VOICE)
    nice = row("Harrow Mug, nice")
    result = run(tmp_path, nice, more=("--pack", str(pack)))
    assert result.exit_code == 3
    assert "voice  nice" in result.stdout
    assert "voice  without stoneware" in result.stdout
    assert result.stderr == "fallback copy that lacks what own-notice always wants waits for a person\n"
    assert run(tmp_path, nice, more=("--pack", str(pack), "--without", "voice")).exit_code == 0
    assert run(tmp_path, nice).exit_code == 0


def test_a_row_is_held_to_what_its_listings_seller_never_says(tmp_path):
    pack = tmp_path / "acme.yaml"
    pack.write_text("pack: acme\nlanguage: en\nsellers: [acme-*]\nvoice: [{id: acme-words, never: [stoneware]}]\n")
    sold = [row("Harrow Mug, Stoneware", product=MUG | more) for more in ({}, {"seller_id": "acme-7"})]
    result = run(tmp_path, *sold, more=("--pack", str(pack), "--json"))
    assert result.exit_code == 3
    assert [json.loads(line)["passes"] for line in result.stdout.splitlines()] == [True, False]
    assert "acme-7" not in result.output
    bullets = row("- Stoneware", kind="bullets", product=MUG | {"attributes": [], "seller_id": "acme-7"})
    assert run(tmp_path, bullets, more=("--pack", str(pack))).exit_code == 3, "a kind that we would not write"


def test_the_fact_that_an_operators_term_wants_is_told(tmp_path):
    pack = tmp_path / "own.yaml"
    term = "{id: hands, class: conditional, forms: [by our potters], evidence: [maker=our potters]}"
    pack.write_text(f"pack: own\nlanguage: en\nsource: our own\nterms: [{term}]\n")
    bare = row("Harrow Mug by our potters")
    (line,) = run(tmp_path, bare, more=("--pack", str(pack), "--json")).stdout.splitlines()
    refusals = {one["rule"]: one["missing"] for one in json.loads(line)["refusals"]}
    assert refusals["claims"] == {"about": ["maker"], "facts": []}
    assert "no fact says anything of maker" in run(tmp_path, bare, more=("--pack", str(pack))).stdout


@pytest.mark.parametrize(("text", "told"), [(None, "pack-unreadable: "), ("pack: own", "pack-malformed: own.yaml")])
def test_a_pack_that_is_none_says_so(tmp_path, text, told):
    pack = tmp_path / "own.yaml"
    if text is not None:
        pack.write_text(text)
    result = run(tmp_path, row("Harrow Mug"), more=("--pack", str(pack)))
    assert result.exit_code == 1
    assert result.stderr.startswith(told)


def test_standard_input_is_read_too():
    result = CliRunner().invoke(app, ["edit", "-"], input=json.dumps(row("Harrow Mug, Stoneware")))
    assert result.exit_code == 0
    assert "1 texts" in result.stdout


def test_a_locale_that_we_do_not_know_is_told(tmp_path):
    result = run(tmp_path, row("Tasse", locale="fr-FR"))
    assert result.exit_code == 1
    assert "no-supported-locale: fr-FR" in result.stdout


KINDS = ["title", "bullets", "description", "seo_title", "meta"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_our_own_writer_says_passes(kind):
    briefs = select("mug-1", facts_of(Written.model_validate(row("")).product), "en-GB", load()).briefs
    (brief,) = [one for one in briefs if one.kind == kind]
    assert verdict_on(row(realise(brief, 0), kind=kind)).refusals == ()


def test_the_rules_that_count_are_all_of_them_but_those_that_are_named():
    assert rules(()) == {rule.name for rule in RULES}
    assert rules(["numbers"]) == {rule.name for rule in RULES} - {"numbers"}
    with pytest.raises(Fatal):
        rules(["taste"])


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
