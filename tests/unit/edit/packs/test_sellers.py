"""What is said to some sellers alone: their copy is held to it, nobody else's is, nor is it judged anew for it."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.edit.briefs import fact
from tests.unit.edit.law.test_voice import MUG, brief
from workers.edit.gate import RULES, SHIPPED, Editor, with_packs
from workers.edit.law.table import table_of
from workers.edit.law.voice import demands
from workers.edit.packs import merged, shipped
from workers.edit.packs.scope import Scope
from workers.errors import Fatal

TERMS = "terms: [{id: acme-never, class: hard, forms: [gizmo]}]\n"
VOICE = "voice: [{id: acme-words, never: [cheap], max_exclamations: 0}, {id: acme-end, always: [stoneware]}]\n"
ORDER = brief()


def house(body: str, *head: str, pack: str = "own") -> tuple[str, bytes]:
    source = ("source: our own",) if "terms:" in body else ()
    lines = (f"pack: {pack}", "language: en", *source, *head)
    return f"{pack}.yaml", "\n".join((*lines, body)).encode()


ACME = with_packs([house(TERMS + VOICE, "sellers: [acme, north-*]")])


def refused(editor: Editor, text: str, seller: str = "") -> set[str]:
    return {f"{one.rule} {one.span}" for one in editor.judge(ORDER.sold_by(seller), text).refusals}


@pytest.mark.parametrize(
    ("seller", "covered"),
    [("acme", True), ("north-12", True), ("north-", True), ("Acme", False), ("acme-2", False), ("", False)],
)
def test_a_seller_is_known_by_the_id_as_it_is_or_by_a_part_of_it(seller, covered):
    assert Scope(sellers=("acme", "north-*")).covers(ORDER.sold_by(seller)) is covered
    assert Scope().covers(ORDER.sold_by(seller))


def test_without_a_seller_nothing_is_said_that_is_said_to_any_seller():
    assert not Scope(sellers=("*",)).covers(ORDER)
    assert Scope(sellers=("*",)).covers(ORDER.sold_by("whoever"))


@pytest.mark.parametrize(
    "pack",
    [
        house(TERMS + VOICE, "sellers: [acme]"),
        house(
            "terms: [{id: a, class: hard, forms: [gizmo], sellers: [acme]}]\n"
            "voice: [{id: b, never: [cheap], max_exclamations: 0, sellers: [acme]},"
            " {id: c, always: [stoneware], sellers: [acme]}]"
        ),
    ],
    ids=["at the head", "in each entry"],
)
def test_terms_and_voice_hold_for_the_sellers_that_they_name(pack):
    editor = with_packs([pack])
    text = "A cheap gizmo!"
    assert refused(editor, text, "acme") >= {
        "claims gizmo",
        "voice cheap",
        "voice A cheap gizmo!",
        "voice without stoneware",
    }
    assert refused(editor, text, "other") == refused(editor, text) == refused(SHIPPED, text)


def test_what_is_said_to_all_and_to_one_is_heard_together():
    everyone = house("voice: [{id: all-words, never: [gadget]}]", pack="all")
    editor = with_packs([everyone, house(VOICE, "sellers: [acme]")])
    assert refused(editor, "A cheap gadget of stoneware.", "acme") >= {"voice gadget", "voice cheap"}
    assert not {"voice cheap"} & refused(editor, "A cheap gadget of stoneware.", "other")


def test_a_sellers_exception_excuses_what_may_be_proved_for_that_seller_alone():
    excuse = house("terms: [{id: inks, class: exception, forms: [eco-friendly inks]}]", "sellers: [acme]")
    editor = with_packs([excuse])
    text = "Printed with eco-friendly inks."
    claim = {one for one in refused(SHIPPED, text) if one.startswith("claims")}
    assert claim
    assert claim <= refused(editor, text, "other")
    assert not claim & refused(editor, text, "acme")


def test_a_sellers_entry_still_asks_for_kind_and_brand():
    editor = with_packs([house("voice: [{id: a, never: [mug], brands: [halden]}]", "sellers: [acme]")])
    assert "voice mug" not in refused(editor, "A mug.", "acme")
    halden = brief(facts=(*MUG[:1], fact("brand", "Halden"))).sold_by("acme")
    assert ("voice", "mug") in editor.judge(halden, "A mug.").refusals


def test_whom_nobody_names_is_held_to_the_rules_of_before_under_their_version():
    assert ACME.version == SHIPPED.version == ACME.version_for("other") == ACME.version_for("")
    assert [rule.name for rule in ACME.rules] == [*(rule.name for rule in RULES), "voice"]


def test_sellers_for_whom_the_same_holds_share_a_version_of_their_own():
    assert ACME.version_for("acme") == ACME.version_for("north-1") != SHIPPED.version
    both = with_packs([house(TERMS, "sellers: [acme]"), house(VOICE, "sellers: [acme, other]", pack="more")])
    versions = {both.version_for(seller) for seller in ("", "acme", "other")}
    assert len(versions) == 3


def test_a_version_follows_from_what_is_said_and_not_from_how_the_file_is_written():
    def of(body: str, *head: str) -> tuple[str, str]:
        editor = with_packs([house(body, *head)])
        return editor.version, editor.version_for("acme")

    scoped = of(VOICE, "sellers: [acme]")
    assert of(VOICE + "# a note\n", "sellers: [acme]") == scoped
    assert of(VOICE, "sellers: [acme, another]") == scoped, "another seller's joining is nothing to this one"
    assert of(VOICE.replace("cheap", "cheaper"), "sellers: [acme]")[1] != scoped[1]
    plain = of(VOICE)
    assert plain[0] == plain[1] not in {SHIPPED.version, scoped[1]}
    assert of(VOICE.replace("cheap", "cheaper"))[0] != plain[0]


def test_the_same_words_in_the_other_language_are_another_version():
    mixed = house("voice: [{id: a, no_emoji: true, sellers: [acme]}]")
    other = (mixed[0], mixed[1].replace(b"language: en", b"language: zh"))
    assert with_packs([mixed]).version_for("acme") != with_packs([other]).version_for("acme")


def test_a_version_is_the_same_in_another_process():
    """A set of kinds has another order in each."""
    program = (
        "import sys; from workers.edit.gate import with_packs; packs = [('own.yaml', sys.stdin.buffer.read())];"
        "editor = with_packs(packs); print(editor.version, editor.version_for('acme'))"
    )
    text = house(
        "voice: [{id: a, never: [x], kinds: [title, bullets, meta], categories: [kitchen, food, drink],"
        " no_all_caps: {allow: [NATO, LED, USA]}},"
        " {id: b, never: [y], kinds: [title, bullets, meta], sellers: [acme], locales: [en-GB, en-US, en-IE]}]"
    )[1]
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=text,
            capture_output=True,
            check=True,
            timeout=60,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
        ).stdout.decode()
        for seed in ("1", "2", "3")
    }
    editor = with_packs([("own.yaml", text)])
    assert told == {f"{editor.version} {editor.version_for('acme')}\n"}


def test_what_a_seller_always_wants_is_told_at_the_start_too():
    assert demands(merged(shipped(), [house(VOICE, "sellers: [acme]")])) == ("acme-end",)


@pytest.mark.parametrize(
    ("sellers", "told"),
    [
        ("[4711]", "own.yaml, line 3: voice.0.sellers.0: Input should be a valid string"),
        ("['']", "own.yaml, line 3: voice.0.sellers.0: String should have at least 1 character"),
        ("acme", "own.yaml, line 3: voice.0.sellers: Input should be a valid"),
    ],
)
def test_a_malformed_list_of_sellers_says_where_it_is_wrong(sellers, told):
    with pytest.raises(Fatal) as fault:
        with_packs([house(f"voice: [{{id: a, never: [x], sellers: {sellers}}}]")])
    assert fault.value.detail.startswith(told)


def test_an_entry_stands_once_whoever_it_is_for():
    with pytest.raises(Fatal, match="voice 'acme-words' stands twice"):
        with_packs([house(VOICE, "sellers: [acme]"), house(VOICE, "sellers: [other]", pack="two")])


WORDS = st.lists(st.sampled_from(["gizmo", "cheap", "stoneware", "mug", "A", "g i z m o", "!", "."]), max_size=8)


@given(WORDS, st.sampled_from(["acme", "north-9", "other", "Acme", ""]))
def test_a_seller_is_judged_as_by_the_editor_that_has_only_what_holds_for_it(words, seller):
    own = with_packs([house(TERMS + VOICE)]) if seller in {"acme", "north-9"} else SHIPPED
    text = " ".join(words)
    assert ACME.judge(ORDER.sold_by(seller), text) == own.judge(ORDER, text)


def test_what_holds_for_each_of_many_sellers_is_not_made_again_for_each_text():
    entries = ", ".join(f"{{id: s{n}, class: hard, forms: [gizmo {n}], sellers: [s{n}]}}" for n in range(200))
    editor = with_packs([house(f"terms: [{entries}]")])
    made = []
    for _ in range(2):
        assert all(f"claims gizmo {n}" in refused(editor, f"A gizmo {n}.", f"s{n}") for n in range(200))
        made.append(table_of.cache_info().misses)
    assert made[0] == made[1]
