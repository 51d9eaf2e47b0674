"""An operator's packs from their files: the editor that goes by them, what they demand, and what is wrong with them."""

import json
from datetime import date

import pytest
from pydantic import ValidationError

from tests.unit.adapters.log_double import Notes
from workers.adapters.pack_files import heard, house_of
from workers.edit.gate import SHIPPED
from workers.errors import Fatal
from workers.settings import Edit, Settings

VOICE = "pack: own\nlanguage: en\nvoice: [{id: a, never: [b]}, {id: c, always: [d]}]\n"


def test_without_packs_it_is_the_shipped_editor():
    assert house_of(Edit()) == (SHIPPED, (), ())


def test_packs_are_read_in_their_order_and_say_what_they_demand(tmp_path):
    own, other = tmp_path / "own.yaml", tmp_path / "other.yaml"
    own.write_text(VOICE)
    other.write_text(VOICE.replace("own", "other").replace("id: a", "id: x").replace("id: c", "id: y"))
    house = house_of(Edit(packs=(own, other)))
    (caution,) = house.cautions
    assert caution[:2] == ("voice_demands", ("c", "y"))
    assert house.editor.version != SHIPPED.version
    assert house.editor.version != house_of(Edit(packs=(other, own))).editor.version


@pytest.mark.parametrize(("text", "reason"), [(None, "pack-unreadable"), ("pack: own", "pack-malformed")])
def test_a_pack_that_cannot_be_used_stops_the_start(tmp_path, text, reason):
    file = tmp_path / "own.yaml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(Fatal) as refused:
        house_of(Edit(packs=(file,)))
    assert refused.value.reason == reason
    assert "own.yaml" in refused.value.detail


TERMS = """
pack: own
language: en
source: our own
terms:
  - {id: own-market, class: hard, channels: [fair], forms: [gizmo]}
  - {id: own-amazon, class: hard, channels: [amazon], forms: [gadget]}
  - {id: own-later, class: hard, since: 2099-01-01, forms: [widget]}
"""


def test_a_worker_says_at_its_start_where_and_when_its_rules_hold(tmp_path):
    file, notes = tmp_path / "own.yaml", Notes()
    file.write_text(TERMS)
    edit = Edit(packs=(file,), channels={"en-US": ("amazon",)}, day=date(2026, 10, 1))
    editor = heard(edit, notes)
    (ready,) = notes.facts("editor_ready")
    assert ready == {
        "rules_version": editor.version,
        "channels": ("en-US amazon",),
        "day": "2026-10-01",
        "later": ("own-later",),
    }
    (unreached,) = notes.facts("terms_unreached")
    assert unreached["entries"] == ("own-market",)


def test_a_channel_that_nobody_knows_stops_the_start_with_those_that_there_are(tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(TERMS)
    assert house_of(Edit(packs=(file,), channels={"en": ("fair",)})).editor.version != SHIPPED.version
    with pytest.raises(Fatal) as refused:
        house_of(Edit(packs=(file,), channels={"en": ("amazom", "amazon")}))
    assert refused.value.reason == "unknown-channel"
    assert refused.value.detail.startswith("amazom; there are aliexpress, amazon, baidu-ads, fair, google-ads, ")


def test_channels_and_the_day_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("COPYDESK_EDIT__CHANNELS", json.dumps({"en-US": ["amazon"], "zh": ["taobao", "x"]}))
    monkeypatch.setenv("COPYDESK_EDIT__DAY", "2026-10-01")
    edit = Settings().edit
    assert (edit.channels, edit.day) == ({"en-US": ("amazon",), "zh": ("taobao", "x")}, date(2026, 10, 1))
    monkeypatch.setenv("COPYDESK_EDIT__DAY", "")
    assert Settings().edit.day is None


@pytest.mark.parametrize(
    ("name", "told"), [("CHANNELS", '{"fr-FR": ["amazon"]}'), ("DAY", "soon"), ("DAY", "2026-13-01")]
)
def test_a_locale_or_a_day_that_is_none_is_a_bad_setting(monkeypatch, name, told):
    monkeypatch.setenv(f"COPYDESK_EDIT__{name}", told)
    with pytest.raises(ValidationError):
        Settings()
