"""`copydesk edit`: what passes, what is refused with its words, and what cannot be read."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from workers.edit.gate import RULES
from workers.entrypoints.cli import app
from workers.entrypoints.edit.check import rules
from workers.errors import Exit, Fatal

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


def test_words_that_break_several_rules_are_one_line(tmp_path):
    listing = row("It is made of porcelain. It is the best.", kind="description")
    shown = run(tmp_path, listing).stdout.splitlines()[1:-1]
    assert "    material, unfounded  porcelain  the facts say material = stoneware" in shown
    assert [line for line in shown if "best" in line] == ["    comparison  the best  no fact says so"]
    bullets = run(tmp_path, row("Green\nGreen", kind="bullets"), more=("--without", "repeats")).stdout
    assert "    colour, unfounded  Green  the facts say colour = blue" in bullets
    (told,) = run(tmp_path, listing, more=("--json",)).stdout.splitlines()
    assert ("unfounded", "best") in [(one["rule"], one["span"]) for one in json.loads(told)["refusals"]]


def test_a_script_gets_a_document_for_each_line(tmp_path):
    result = run(tmp_path, row("Harrow Mug, 450 ml"), "", "{nonsense", more=("--json",))
    assert result.exit_code == 1
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["line"], first["passes"]) == (1, False)
    assert (first["product"], first["locale"], first["kind"]) == ("mug-1", "en-GB", "title")
    assert first["belongs"] == 0.5
    assert second["belongs"] is None
    (number,) = [one for one in first["refusals"] if one["rule"] == "numbers"]
    assert number["at"] == [[12, 18]]
    assert (number["span"], number["missing"]["about"], len(number["missing"]["facts"])) == ("450 ml", ["volume"], 1)
    assert (second["line"], second["passes"]) == (3, False)
    assert second["fault"].startswith("malformed-json")


def test_a_rule_that_is_left_out_does_not_count(tmp_path):
    refused = row("Harrow Mug, Stoneware, 450 ml")
    assert run(tmp_path, refused, more=("--without", "numbers")).exit_code == 0
    strange = run(tmp_path, refused, more=("--without", "taste"))
    assert strange.exit_code == 2
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
    assert result.stderr == "own-notice: fallback copy that lacks what these always want is held back\n"
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


REACH = """
pack: own
language: en
source: our own
terms:
  - {id: own-fair, class: conditional, channels: [fair], evidence: [warranty], forms: [stoneware]}
  - {id: own-later, class: hard, since: 2099-01-01, forms: [blue]}
"""


def test_a_channel_and_a_day_say_what_is_asked(tmp_path):
    pack = tmp_path / "own.yaml"
    pack.write_text(REACH)

    def passes(*more: str) -> tuple[list[bool], str]:
        texts = row("Harrow Mug, Blue"), row("Harrow Mug, Stoneware")
        result = run(tmp_path, *texts, more=("--pack", str(pack), "--json", *more))
        return [json.loads(line)["passes"] for line in result.stdout.splitlines()], result.stderr

    assert passes() == ([False, True], "own-fair: no channel that is set is theirs: they are never asked\n")
    assert passes("--channel", "fair", "--channel", "amazon", "--day", "2026-10-01") == ([True, False], "")


def test_a_title_is_measured_as_its_channel_does(tmp_path):
    title = row("Harrow " + "杯" * 27, locale="zh-CN")
    assert "channel" in run(tmp_path, title, more=("--channel", "taobao")).stdout
    assert "channel" not in run(tmp_path, title, more=("--channel", "amazon")).stdout


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (("--channel", "ebay"), 2, "unknown-channel: ebay; there are aliexpress, amazon, "),
        (("--day", "soon"), 2, ""),
    ],
)
def test_a_channel_or_a_day_that_is_none_says_so(tmp_path, more, code, told):
    result = run(tmp_path, row("Harrow Mug"), more=more)
    assert result.exit_code == code
    assert result.stderr.startswith(told)


@pytest.mark.parametrize(("text", "told"), [(None, "pack-unreadable: "), ("pack: own", "pack-malformed: own.yaml")])
def test_a_pack_that_is_none_says_so(tmp_path, text, told):
    pack = tmp_path / "own.yaml"
    if text is not None:
        pack.write_text(text)
    result = run(tmp_path, row("Harrow Mug"), more=("--pack", str(pack)))
    assert result.exit_code == 2
    assert result.stderr.startswith(told)


def test_standard_input_is_read_too():
    result = CliRunner().invoke(app, ["edit", "-"], input=json.dumps(row("Harrow Mug, Stoneware")))
    assert result.exit_code == 0
    assert "1 texts" in result.stdout


def test_a_locale_that_we_do_not_know_is_told(tmp_path):
    result = run(tmp_path, row("Tasse", locale="fr-FR"))
    assert result.exit_code == 1
    assert "no-supported-locale: fr-FR; there are en, en-AU, " in result.stdout


@pytest.mark.parametrize("file", ["nowhere.jsonl", "."])
def test_a_file_that_is_none_is_no_verdict_on_its_texts(tmp_path, file):
    assert CliRunner().invoke(app, ["edit", str(tmp_path / file)]).exit_code == Exit.USAGE


def test_the_rules_that_count_are_all_of_them_but_those_that_are_named():
    assert rules(()) == {rule.name for rule in RULES}
    assert rules(["numbers"]) == {rule.name for rule in RULES} - {"numbers"}
    with pytest.raises(Fatal):
        rules(["taste"])
