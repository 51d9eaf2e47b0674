"""That every artefact of the outputs says that a machine wrote it, and carries what the label measure wants."""

from datetime import date
from pathlib import Path

import pytest

from schemas import codec
from workers.edit.law.labels import explicit, labels, required, unlabelled
from workers.edit.law.markets import Market, market_of

EXAMPLES = Path(__file__).parents[4] / "schemas" / "examples"
TOPICS = ("product-copy", "audience-blurb", "personal-copy")
PUBLISHED = sorted(path for topic in TOPICS for path in (EXAMPLES / topic).rglob("*.json"))
CHINA = labels()[0]
PROVENANCE = ("origin", "fingerprint", "copy_id", "rules_version")


def document(path: Path) -> dict:
    return codec.plain_own(path.read_bytes())


def written(record: dict) -> list[dict]:
    """The record's pieces that have a text."""
    pieces = [*record.get("kinds", {}).values(), *record.get("picks", ()), *filter(None, [record.get("blurb")])]
    return [piece for piece in pieces if piece["text"]]


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_what_is_published_carries_the_label(path):
    assert list(unlabelled(document(path), CHINA)) == []


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_record_that_hides_its_machine_or_has_no_number_is_told(path):
    record = document(path) | {"ai_generated": False, "ai_label": None}
    written(record)[0]["copy_id"] = ""
    lacking = list(unlabelled(record, CHINA))
    assert lacking[:2] == ["ai_generated", "ai_label"]
    assert lacking[2].endswith(".copy_id")
    assert len(lacking) == 3


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_text_that_says_nothing_of_itself_is_told_too(path):
    record = document(path)
    bare = written(record)[0]
    for name in PROVENANCE:
        del bare[name]
    lacking = list(unlabelled(record, CHINA))
    assert [one.rpartition(".")[2] for one in lacking] == list(CHINA.metadata)


def test_a_pick_without_a_blurb_has_nothing_to_label():
    picks = [{"product": "mug", "text": None}, {"product": "bowl"}]
    assert list(unlabelled({"picks": picks, "ai_generated": False}, CHINA)) == []
    assert list(unlabelled({"picks": [*picks, {"product": "cup", "text": "A cup."}]}, CHINA)) == [
        "ai_generated", "ai_label", "picks.2.origin", "picks.2.fingerprint", "picks.2.copy_id",
    ]  # fmt: skip


@pytest.mark.parametrize("machine", [{"origin": "model"}, {"fingerprint": "f" * 64}], ids=["written", "approved"])
def test_what_only_people_wrote_needs_no_flag_and_what_they_approved_of_does(machine):
    piece = {"text": "A mug.", "origin": "human", "fingerprint": "human", "copy_id": "a" * 32}
    assert list(unlabelled({"kinds": {"title": piece}, "ai_generated": False}, CHINA)) == []
    both = {"title": piece, "meta": piece | machine}
    assert list(unlabelled({"kinds": both, "ai_generated": False}, CHINA)) == ["ai_generated", "ai_label"]


def test_the_measure_holds_in_china_from_its_day_and_has_words_in_both_languages():
    china = market_of("zh-CN")
    assert list(required(china)) == [CHINA]
    assert list(required(Market())) == [CHINA]
    assert list(required(market_of("en-US"))) == []
    assert list(required(china, date(2025, 8, 31))) == []
    assert list(required(china, date(2025, 9, 1))) == [CHINA]
    assert set(CHINA.explicit) == {"en", "zh"}


def test_the_words_are_those_of_the_copys_language_and_english_of_any_other():
    assert [explicit(locale) for locale in ("zh-CN", "zh-SG", "en-US", "fr-FR")] == [
        CHINA.explicit["zh"], CHINA.explicit["zh"], CHINA.explicit["en"], CHINA.explicit["en"],
    ]  # fmt: skip
