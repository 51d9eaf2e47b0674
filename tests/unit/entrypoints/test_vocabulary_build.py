"""`copydesk vocabulary build`: what it makes of the catalogue's log, and what standing copy says to that."""

import asyncio

import pytest

from schemas.codec import encode
from schemas.outbound import ProductCopy, PublishedKind, PublishedSentence, RevisionOut
from schemas.topics import CATALOGUE, PRODUCT_COPY
from tests.unit.entrypoints.test_fit_reading import REVISION, SOURCE, Logged, Logs, edition, listing
from workers.entrypoints.reading import Reading
from workers.entrypoints.vocabulary import build
from workers.entrypoints.vocabulary.build import Asked, Built, built
from workers.entrypoints.vocabulary.sifting import own_words
from workers.errors import Fatal
from workers.plan.benefits import load

OURS = own_words(load())


def copied(product: str, text: str, at: int = 1, revision: RevisionOut = REVISION) -> Logged:
    kind = PublishedKind(
        text=text,
        sentences=(PublishedSentence(text=text, facts=()),),
        brief_id="0" * 32,
        copy_id="0" * 32,
        origin="model",
        attempt=0,
        fingerprint="f",
        rules_version="r",
    )
    copy = ProductCopy(
        product=product,
        locale="en-GB",
        edition=at,
        revision=revision,
        kinds={"description": kind},
        ai_generated=True,
        source=SOURCE,
    )
    return Logged(f"{product} en-GB".encode(), encode(copy), edition(at))


def build_from(logs: Logs, *, least: int = 3, doubtful: bool = False) -> tuple[Built, list[tuple[int, int]]]:
    told: list[tuple[int, int]] = []
    reading = Reading(logs, logs, lambda done, of: told.append((done, of)))  # type: ignore[arg-type]
    return asyncio.run(built(reading, Asked(least, 3, doubtful), OURS)), told


def shop() -> Logs:
    """Three partitions. Zamak and Kelmuth are common; one copy names Tombac, which its product does not have."""
    logs = Logs()
    for number in range(3):
        logs.add(CATALOGUE, number)
        logs.add(PRODUCT_COPY, number)
        for which in range(2):
            name = f"p{number}{which}"
            logs.add(
                CATALOGUE, number, listing(name, material="zamak", brand="Kelmuth", colour="navy", finish="tombac")
            )
            logs.add(PRODUCT_COPY, number, copied(name, "A zamak mug by Kelmuth with a tombac rim."))
    logs.add(CATALOGUE, 0, listing("plain", material="linen"), listing("gone", listed=False, material="velmora"))
    logs.add(PRODUCT_COPY, 0, copied("plain", "A linen cloth with a tombac rim."))
    return logs


def test_what_products_share_is_kept_and_what_others_copy_says_is_doubtful() -> None:
    found, told = build_from(shop())
    assert {(one.matter, one.forms, one.products) for one in found.values} == {
        ("material", ("zamak",), 6),
        ("brand", ("Kelmuth",), 6),
    }
    assert [(one.value.forms, one.copies) for one in found.doubtful] == [(("tombac",), 1)]
    assert (found.products, found.copies) == (7, 7)
    assert found.left_out == {"doubtful": 1}
    assert told
    assert all(done <= of for done, of in told)
    assert told[-1][0] == told[-1][1]
    kept, _ = build_from(shop(), doubtful=True)
    assert ("tombac",) in {one.forms for one in kept.values}


def test_a_word_of_one_seller_among_several_is_left_out() -> None:
    logs = shop()
    logs.add(CATALOGUE, 0, *(listing(f"m{number}", seller="mallory", material="velmora") for number in range(5)))
    logs.add(CATALOGUE, 1, *(listing(f"o{number}", seller=f"s{number}", material="zamak") for number in range(2)))
    found, _ = build_from(logs)
    assert [one.forms for one in found.values] == [("zamak",)]
    assert found.left_out["few sellers"] == 3


def test_only_what_is_visible_counts() -> None:
    logs = shop()
    logs.add(CATALOGUE, 1, listing("p10", 5, material="linen"), listing("p10", 4, material="velmora"))
    logs.add(PRODUCT_COPY, 1, copied("p10", "A linen mug.", 5))
    logs.add(PRODUCT_COPY, 0, copied("plain", "A linen cloth.", 2), Logged(b"gone en-GB", None, edition(3)))
    found, _ = build_from(logs)
    assert {one.forms: one.products for one in found.values} == {("zamak",): 5, ("Kelmuth",): 5, ("tombac",): 5}
    assert found.doubtful == ()


def test_copy_of_other_facts_than_those_that_stand_says_nothing_against_a_value() -> None:
    logs = shop()
    older = RevisionOut(version=0, offset=-1, delisted_at=-1)
    logs.add(PRODUCT_COPY, 0, copied("plain", "A linen cloth with a tombac rim.", 2, older))
    found, _ = build_from(logs)
    assert (found.doubtful, found.copies) == ((), 6)


def test_what_cannot_be_read_is_counted_and_an_empty_catalogue_is_an_error() -> None:
    logs = shop()
    logs.add(CATALOGUE, 2, Logged(b"broken", b"{", edition(1)))
    logs.add(PRODUCT_COPY, 2, Logged(b"p20 zh-CN", b"{", edition(1)))
    found, _ = build_from(logs)
    assert found.unread["catalogue records"] == 1
    empty = Logs()
    empty.add(CATALOGUE, 0)
    empty.add(PRODUCT_COPY, 0)
    with pytest.raises(Fatal, match="no-products"):
        build_from(empty)


def test_products_for_which_there_is_no_room_are_counted(monkeypatch) -> None:
    monkeypatch.setattr(build, "MAX_HELD_BYTES", 600)
    found, _ = build_from(shop(), least=1)
    assert found.unread["products without room"] > 0
    assert 0 < found.products < 7
