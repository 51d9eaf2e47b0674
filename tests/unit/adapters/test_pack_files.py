"""An operator's packs from their files: the editor that goes by them, what they demand, and what is wrong with them."""

import pytest

from workers.adapters.pack_files import house_of
from workers.edit.gate import SHIPPED
from workers.errors import Fatal

VOICE = "pack: own\nlanguage: en\nvoice: [{id: a, never: [b]}, {id: c, always: [d]}]\n"


def test_without_packs_it_is_the_shipped_editor():
    assert house_of(()) == (SHIPPED, ())


def test_packs_are_read_in_their_order_and_say_what_they_demand(tmp_path):
    own, other = tmp_path / "own.yaml", tmp_path / "other.yaml"
    own.write_text(VOICE)
    other.write_text(VOICE.replace("own", "other").replace("id: a", "id: x").replace("id: c", "id: y"))
    house = house_of((own, other))
    assert house.demands == ("c", "y")
    assert house.editor.version != SHIPPED.version
    assert house.editor.version != house_of((other, own)).editor.version


@pytest.mark.parametrize(("text", "reason"), [(None, "pack-unreadable"), ("pack: own", "pack-malformed")])
def test_a_pack_that_cannot_be_used_stops_the_start(tmp_path, text, reason):
    file = tmp_path / "own.yaml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(Fatal) as refused:
        house_of((file,))
    assert refused.value.reason == reason
    assert "own.yaml" in refused.value.detail
