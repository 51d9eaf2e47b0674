"""That every artefact of the outputs says that a machine wrote it, and carries what the label measure wants."""

from datetime import date
from pathlib import Path

import pytest

from schemas import codec
from workers.edit.law.claims import Market, market_of
from workers.edit.law.labels import labels, required, unlabelled

EXAMPLES = Path(__file__).parents[4] / "schemas" / "examples"
PUBLISHED = sorted(path for topic in ("product-copy", "audience-blurb") for path in (EXAMPLES / topic).rglob("*.json"))
CHINA = labels()[0]


def document(path: Path) -> dict:
    return codec.plain_own(path.read_bytes())


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_what_is_published_carries_the_label(path):
    assert list(unlabelled(document(path), CHINA)) == []


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_record_that_hides_its_machine_or_has_no_number_is_told(path):
    record = document(path) | {"ai_generated": False}
    pieces = record["kinds"].values() if "kinds" in record else [record["blurb"]]
    next(iter(pieces))["copy_id"] = ""
    lacking = list(unlabelled(record, CHINA))
    assert lacking[0] == "ai_generated"
    assert lacking[1].endswith(".copy_id")
    assert len(lacking) == 2


def test_what_only_people_wrote_needs_no_flag():
    piece = {"rules_version": "1", "origin": "human", "fingerprint": "human", "copy_id": "a" * 32}
    assert list(unlabelled({"kinds": {"title": piece}, "ai_generated": False}, CHINA)) == []
    machine = piece | {"origin": "model"}
    assert list(unlabelled({"kinds": {"title": piece, "meta": machine}, "ai_generated": False}, CHINA)) == [
        "ai_generated"
    ]


def test_the_measure_holds_in_china_from_its_day_and_has_words_in_both_languages():
    china = market_of("zh-CN")
    assert list(required(china)) == [CHINA]
    assert list(required(Market())) == [CHINA]
    assert list(required(market_of("en-US"))) == []
    assert list(required(china._replace(day=date(2025, 8, 31)))) == []
    assert list(required(china._replace(day=date(2025, 9, 1)))) == [CHINA]
    assert set(CHINA.explicit) == {"en", "zh"}
