"""The editor with an operator's packs: it forbids more, under a version of its own."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import brief
from workers.edit.gate import RULES, RULES_VERSION, SHIPPED, judge, with_packs
from workers.errors import Fatal

PACK = b"""
pack: nordvik
language: en
source: Nordvik style guide
terms:
  - {id: nordvik-never, class: hard, forms: [gizmo]}
"""
TITLE = brief("en-US", Kind.TITLE)


def refused(editor, text: str) -> set[str]:
    return {refusal.rule for refusal in editor.judge(TITLE, text).refusals}


def test_without_packs_it_is_the_shipped_editor():
    assert with_packs(()) is SHIPPED
    assert SHIPPED.version == RULES_VERSION
    assert SHIPPED.judge(TITLE, "Bottle") == judge(TITLE, "Bottle")


def test_a_word_that_an_operator_never_says_is_refused_and_the_version_is_another():
    editor = with_packs([("nordvik.yaml", PACK)])
    assert "claims" in refused(editor, "A gizmo")
    assert "claims" not in refused(SHIPPED, "A gizmo")
    assert editor.version != SHIPPED.version
    assert editor.version == with_packs([("nordvik.yaml", PACK)]).version
    assert [rule.name for rule in editor.rules] == [rule.name for rule in RULES]


def test_an_editor_is_shown_in_a_line_without_all_of_the_law():
    assert repr(SHIPPED) == f"<Editor {SHIPPED.version}>"


def test_a_malformed_pack_says_where_it_is_wrong():
    with pytest.raises(Fatal, match="pack-malformed") as told:
        with_packs([("nordvik.yaml", b"pack: nordvik\nlanguage: xx\n")])
    assert "nordvik.yaml" in told.value.detail
