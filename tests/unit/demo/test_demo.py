"""The sample shop keeps what it promises."""

from collections import Counter

import pytest

from schemas.codec import Undecodable, decode
from schemas.inbound import ProductCreated
from schemas.reasons import Reason
from schemas.topics import PRODUCT_CREATED
from workers.demo import broken, listings, story
from workers.outcome import Verdict

BY_KEY = {"key-mismatch", "no-key"}


def test_there_are_sixty_listings_or_more_half_english_half_chinese_some_both():
    catalogue = listings()
    assert len({listing.id for listing in catalogue}) == len(catalogue) >= 60
    spoken = Counter(frozenset(locale[:2] for locale in listing.locales) for listing in catalogue)
    english, chinese, both = spoken[frozenset({"en"})], spoken[frozenset({"zh"})], spoken[frozenset({"en", "zh"})]
    assert min(english, chinese) >= 25
    assert both >= 5
    assert {locale for listing in catalogue for locale in listing.locales} == {"en-US", "en-GB", "zh-CN"}
    assert len({listing.category[0] for listing in catalogue}) >= 20


def test_most_listings_are_rich_and_some_are_not():
    sizes = [len(listing.attributes) for listing in listings()]
    assert sum(size >= 4 for size in sizes) >= 60
    assert min(sizes) <= 1


def test_some_sellers_try_to_give_orders():
    texts = " ".join(listing.seller_text or "" for listing in listings()).lower()
    assert "ignore previous instructions" in texts
    assert "忽略之前的所有指令" in texts


@pytest.mark.parametrize("event", [event for event in broken() if event.expect not in BY_KEY], ids=lambda e: e.expect)
def test_a_broken_record_is_refused_for_the_reason_it_names(event):
    with pytest.raises(Undecodable) as refused:
        decode(event.value, ProductCreated, PRODUCT_CREATED.max_record_bytes)
    assert refused.value.reason == event.expect


def test_a_record_whose_key_is_wrong_is_otherwise_whole():
    for event in broken():
        if event.expect in BY_KEY:
            whole = decode(event.value, ProductCreated, PRODUCT_CREATED.max_record_bytes)
            assert event.key is None or event.key.decode() != whole.id


def test_there_are_eight_kinds_of_broken_records_or_more_each_with_a_known_reason():
    reasons = [event.expect for event in broken()]
    assert len(set(reasons)) == len(reasons) >= 8
    assert set(reasons) <= set(Reason)


def test_the_story_holds_a_change_a_change_back_a_delisting_and_a_relisting():
    chapters = story()
    assert {event.expect for event in chapters} == {
        Verdict.PUBLISHED, Verdict.UNCHANGED, Verdict.SUPERSEDED, Verdict.WITHDRAWN,
    }  # fmt: skip
    known = {listing.id: listing for listing in listings()}
    assert all(event.key.decode() in known for event in chapters)
    kettle = [
        decode(event.value, ProductCreated, PRODUCT_CREATED.max_record_bytes)
        for event in chapters
        if event.key == b"kitchen-kettle"
    ]
    assert kettle[0].attributes != known["kitchen-kettle"].attributes == kettle[1].attributes
    tent = [event.value for event in chapters if event.key == b"sports-tent"]
    assert tent[0] is None
    assert decode(tent[1], ProductCreated, PRODUCT_CREATED.max_record_bytes).id == "sports-tent"
