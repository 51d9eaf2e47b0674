"""Personal copy: picks joined with blurbs, what is asked for, and when there is nothing personal."""

from typing import Any

import pytest

from schemas.codec import decode, encode, encode_json, plain_own
from schemas.inbound import BlurbRequest
from schemas.inbound_users import UserBehaviour, UserPicks, UserRequest
from schemas.outbound import LedgerEntry
from schemas.outbound_users import Affinity, PersonalCopy, PopularShelf, Weighed
from schemas.reasons import Reason
from schemas.topics import (
    AFFINITY,
    AUDIENCE,
    AUDIENCE_BLURB,
    CATALOGUE,
    COPY_REQUESTS,
    PERSONAL_COPY,
    PROFILE,
    USER_BEHAVIOUR,
    USER_LEDGER,
    USER_PICKS,
)
from workers.desks.blurb import blurb_key
from workers.desks.contract import Known, Stamp
from workers.desks.personal_copy import ASK_AGAIN_MS, MAX_ASKED
from workers.desks.personalise import FITTED, Personalise
from workers.edit.law.labels import labels, unlabelled
from workers.outcome import Delivery, Entry, Position, Publication, Record, Standards

DESK = Personalise()
USER = b"u1." + b"0" * 32
NOW = 1_700_000_000_000
HOME = 5


def delivery(offset: int, event: UserBehaviour | UserRequest, at_ms: int = NOW) -> Delivery:
    return Delivery(Position(USER_BEHAVIOUR.name, 3, offset), USER, encode(event), (), at_ms)


def carted(product: str, offset: int, **more: Any) -> Delivery:
    at_ms = more.pop("at_ms", NOW)
    told = {"id": f"e{offset}", "user": USER.decode(), "action": "carted", "at_ms": at_ms, **more}
    return delivery(offset, UserBehaviour(**told, products=({"id": product, "category": ("Kitchen",)},)), at_ms)


def asked(action: str, offset: int) -> Delivery:
    return delivery(offset, UserRequest(id=f"r{offset}", user=USER.decode(), action=action, at_ms=NOW))


def listed(product: str, **more: Any) -> Entry:
    facts = [{"id": "0" * 16, "name": "type", "value": more.pop("kind", "mug")}]
    if more.pop("sold_out", False):
        facts.append({"id": "1" * 16, "name": "in_stock", "value": "no"})
    told = {
        "product": product,
        "edition": 1,
        "listed": True,
        "revision": {"version": 0, "offset": 1, "delisted_at": -1},
        "locales": ["en-GB", "zh-CN"],
        "facts": facts,
        "source": {"topic": "product-created", "partition": HOME, "offset": 1},
        **more,
    }
    return Entry(1, encode_json(told), partition=HOME)


def blurb(product: str, text: str = "A mug.", **more: Any) -> dict[bytes, Entry]:
    told = {
        "product": product,
        "audience": "everyone",
        "locale": "en-GB",
        "edition": 77,
        "facets": [],
        "blurb": {
            "text": text,
            "sentences": [],
            "brief_id": "b" * 32,
            "copy_id": "c" * 32,
            "origin": "model",
            "attempt": 0,
            "fingerprint": "f",
            "rules_version": "r",
        },
        "ai_generated": True,
        "source": {"topic": "copy-requests", "partition": HOME, "offset": 1},
        **more,
    }
    return {blurb_key(product.encode(), told["audience"], told["locale"]): Entry(77, encode_json(told))}


def affinity(product: str, *others: str) -> dict[bytes, Entry]:
    neighbours = tuple(Weighed(product=other, weight=1000 - 10 * n) for n, other in enumerate(others))
    return {
        f"product {product}".encode(): Entry(1, encode(Affinity(product=product, edition=1, neighbours=neighbours)))
    }


KNOWN: Known = {
    CATALOGUE.name: {product.encode(): listed(product, kind=product) for product in ("mug", "bowl", "plate", "tent")},
    AFFINITY.name: affinity("mug", "bowl", "plate"),
}


def done(*deliveries: Delivery, known: Known) -> Publication:
    plan = DESK.plan([DESK.decode(one) for one in deliveries], known, Standards("f", "r"))
    return DESK.compose(plan, (), Stamp(NOW, "s"))


def after(publication: Publication, known: Known) -> Known:
    """What the user's tables hold once the publication stands."""
    held = {topic.name: dict(known.get(topic.name, {})) for topic in DESK.tables}
    for record in (*publication.state, *publication.outputs):
        if record.topic in held:
            held[record.topic][record.key or b""] = Entry(record.edition, record.value)
    return {**known, **held}


def copies(publication: Publication) -> list[Record]:
    return [record for record in publication.outputs if record.topic == PERSONAL_COPY.name]


def copy(publication: Publication) -> PersonalCopy:
    (record,) = copies(publication)
    return decode(record.value or b"", PersonalCopy, PERSONAL_COPY.max_record_bytes)


def requests(publication: Publication) -> list[tuple[int, BlurbRequest]]:
    return [
        (record.partition, decode(record.value or b"", BlurbRequest, COPY_REQUESTS.max_record_bytes))
        for record in publication.outputs
        if record.topic == COPY_REQUESTS.name
    ]


def last_entry(publication: Publication) -> LedgerEntry:
    return decode(publication.ledger[-1].value or b"", LedgerEntry, USER_LEDGER.max_record_bytes)


def test_what_goes_with_a_carted_product_is_picked_and_the_blurbs_are_asked_for_at_home():
    publication = done(carted("mug", 4, locale="en-GB"), known=KNOWN)
    made = copy(publication)
    assert [(pick.product, pick.reason) for pick in made.picks] == [
        ("bowl", "together"), ("plate", "together"), ("mug", "again"),
    ]  # fmt: skip
    assert {pick.text for pick in made.picks} == {None}
    assert not made.ai_generated
    assert [(home, request.product, request.locale) for home, request in requests(publication)] == [
        (HOME, "bowl", "en-GB"),
    ]
    entry = last_entry(publication)
    assert entry.asked_blurbs == 1
    assert [(output.topic, output.verdict) for output in entry.outputs] == [
        (PROFILE.name, "published"), (PERSONAL_COPY.name, "published"),
    ]  # fmt: skip
    assert entry.outputs[1].edition == made.edition == copies(publication)[0].edition


def test_a_blurb_that_stands_is_joined_and_not_asked_for():
    known = {**KNOWN, AUDIENCE_BLURB.name: blurb("bowl", "A bowl.")}
    publication = done(carted("mug", 4, locale="en-GB"), known=known)
    first = copy(publication).picks[0]
    assert (first.product, first.text, first.edition, first.asked_ms) == ("bowl", "A bowl.", 77, 0)
    assert "bowl" not in {request.product for _, request in requests(publication)}


def test_a_text_carries_where_it_comes_from_and_a_pick_without_one_nothing():
    known = {**KNOWN, AUDIENCE_BLURB.name: blurb("bowl", "A bowl.")}
    made = copy(done(carted("mug", 4, locale="en-GB"), known=known))
    told = [(one.text, one.copy_id, one.origin, one.fingerprint, one.rules_version) for one in made.picks]
    assert told[0] == ("A bowl.", "c" * 32, "model", "f", "r")
    assert set(told[1:]) == {(None, None, None, None, None)}
    document = made.model_dump(mode="json")
    for label in labels():
        assert list(unlabelled(document, label)) == []


def test_an_older_copy_whose_texts_do_not_say_where_they_come_from_is_read_and_made_anew():
    known = settled({**KNOWN, AUDIENCE_BLURB.name: blurb("bowl", "A bowl.")})
    assert done(carted("mug", 6, action="viewed"), known=known).outputs == ()
    standing = known[PERSONAL_COPY.name][USER]
    document = plain_own(standing.value or b"")
    for pick in document["picks"]:
        for name in ("copy_id", "origin", "fingerprint", "rules_version"):
            del pick[name]
    older = {**known, PERSONAL_COPY.name: {USER: Entry(standing.edition, encode_json(document))}}
    again = copy(done(carted("mug", 6, action="viewed"), known=older))
    assert {pick.product: pick.copy_id for pick in again.picks} == {"bowl": "c" * 32, "plate": None, "mug": None}
    assert again.edition > standing.edition


def test_a_blurb_of_an_older_set_is_shown_and_asked_for_again():
    known = {**KNOWN, AUDIENCE_BLURB.name: blurb("bowl", "A bowl.", facets=["t:bowl"])}
    publication = done(carted("mug", 4, locale="en-GB"), known=known)
    assert copy(publication).picks[0].text == "A bowl."
    assert copy(publication).ai_generated
    assert "bowl" in {request.product for _, request in requests(publication)}


def test_the_first_pick_is_asked_for_at_once_the_others_where_they_are_still_there_at_the_next_event():
    first = done(carted("mug", 4), known=KNOWN)
    second = done(carted("mug", 5), known=after(first, KNOWN))
    assert [request.product for _, request in requests(first)] == ["bowl"]
    assert [request.product for _, request in requests(second)] == ["plate", "mug"]


def test_what_stands_on_a_shelf_is_shown_to_many_and_asked_for_at_once_so_many_at_a_time():
    names = [f"p{number}" for number in range(MAX_ASKED + 1)]
    known = {
        CATALOGUE.name: {name.encode(): listed(name, kind=f"kind{name}") for name in names},
        AFFINITY.name: {
            b"shelf *": Entry(
                1,
                encode(
                    PopularShelf(shelf="*", edition=1, products=[Weighed(product=name, weight=900) for name in names])
                ),
            )
        },
    }
    first = done(carted("gone", 4), known=known)
    second = done(carted("gone", 5), known=after(first, known))
    assert [request.product for _, request in requests(first)] == names[:MAX_ASKED]
    assert [request.product for _, request in requests(second)] == names[MAX_ASKED:]


def settled(known: Known = KNOWN) -> Known:
    """After the events that it takes until all is asked for."""
    for offset in (4, 5):
        known = after(done(carted("mug", offset, action="viewed"), known=known), known)
    return known


def test_what_was_asked_for_is_asked_again_only_after_a_while():
    soon = done(carted("mug", 6, at_ms=NOW + 1000, action="viewed"), known=settled())
    assert requests(soon) == []
    later = done(carted("mug", 7, at_ms=NOW + ASK_AGAIN_MS, action="viewed"), known=after(soon, settled()))
    assert len(requests(later)) == MAX_ASKED


def test_where_nothing_that_a_reader_sees_has_changed_nothing_is_written():
    again = done(carted("mug", 6, action="viewed"), known=settled())
    assert again.outputs == ()
    assert len(again.state) == 1


def test_an_owner_that_died_between_profile_and_copy_publishes_the_copy_when_the_event_comes_again():
    whole = done(carted("mug", 4), known=KNOWN)
    known = after(whole._replace(outputs=()), KNOWN)
    again = done(carted("mug", 4), known=known)
    assert again.state == ()
    assert [pick.product for pick in copy(again).picks] == ["bowl", "plate", "mug"]
    entry = last_entry(again)
    assert (entry.verdict, entry.reason) == ("unchanged", Reason.APPLIED_BEFORE)
    assert [(one.topic, one.verdict) for one in entry.outputs] == [
        (PROFILE.name, "unchanged"), (PERSONAL_COPY.name, "published"),
    ]  # fmt: skip
    assert copies(done(carted("mug", 4), known=settled())) == []


@pytest.mark.parametrize("action", ["forget", "opt-out"])
def test_who_is_forgotten_or_opts_out_has_no_personal_copy_left(action):
    first = done(carted("mug", 4), known=KNOWN)
    gone = done(asked(action, 5), known=after(first, KNOWN))
    (record,) = copies(gone)
    assert record.value is None
    assert record.edition > copies(first)[0].edition
    assert [(one.topic, one.verdict) for one in last_entry(gone).outputs][1] == (PERSONAL_COPY.name, "withdrawn")
    assert done(asked(action, 6), known=after(gone, after(first, KNOWN))).outputs == ()


def test_an_event_without_consent_changes_no_copy():
    assert done(carted("mug", 4, consent=False), known=KNOWN).outputs == ()


@pytest.mark.parametrize("gone", [listed("bowl", listed=False), listed("bowl", sold_out=True), Entry(2, None)])
def test_what_is_no_longer_to_be_had_is_gone_with_the_next_event(gone):
    known = after(done(carted("mug", 4), known=KNOWN), KNOWN)
    known = {**known, CATALOGUE.name: {**known[CATALOGUE.name], b"bowl": gone}}
    made = copy(done(carted("mug", 5), known=known))
    assert [pick.product for pick in made.picks] == ["plate", "mug"]


def test_a_copy_is_in_the_users_language_where_the_product_speaks_it():
    known = {**KNOWN, CATALOGUE.name: {**KNOWN[CATALOGUE.name], b"bowl": listed("bowl", locales=["fr-FR", "zh-CN"])}}
    publication = done(carted("mug", 4, locale="zh-CN"), known=known)
    assert copy(publication).locale == "zh-CN"
    assert {pick.locale for pick in copy(publication).picks} == {"zh-CN"}
    english = copy(done(carted("mug", 4, locale="en-US"), known=known))
    assert [pick.locale for pick in english.picks] == ["en-GB", "en-GB", "fr-FR"], "in another language is shown last"


def test_a_shop_with_a_recommender_of_its_own_is_heard():
    picks = UserPicks(user=USER.decode(), picks=("tent", "mug"), at_ms=NOW)
    known = {**KNOWN, USER_PICKS.name: {USER: Entry(0, encode(picks))}}
    made = copy(done(carted("mug", 4), known=known))
    assert [(pick.product, pick.reason) for pick in made.picks][:2] == [("tent", "external"), ("mug", "external")]


def test_an_interest_has_a_shelf_and_a_stranger_in_a_followed_topic_stops_nobody():
    shelf = PopularShelf(shelf="c:kitchen", edition=1, products=(Weighed(product="plate", weight=1000),))
    known: Known = {
        CATALOGUE.name: KNOWN[CATALOGUE.name],
        AFFINITY.name: {b"shelf c:kitchen": Entry(1, encode(shelf)), b"product mug": Entry(1, b"{nonsense")},
        AUDIENCE.name: {FITTED: Entry(1, b"[]")},
        AUDIENCE_BLURB.name: dict.fromkeys(blurb("plate"), Entry(1, b"\xff")),
        USER_PICKS.name: {USER: Entry(1, b"null")},
    }
    acts = [carted("unlisted", 4 + number) for number in range(3)]
    made = copy(done(*acts, known=known))
    assert [(pick.product, pick.reason) for pick in made.picks] == [("plate", "interest")]


def test_a_fitted_set_takes_the_ruled_ones_place():
    fitted = {
        "type": "audience-set/1",
        "edition": 1,
        "version": 1,
        "users": 100,
        "k_min": 20,
        "audiences": [
            {
                "id": "cooks",
                "facets": ["c:kitchen"],
                "words": {"en": "cooks", "zh": "厨"},
                "size": 50,
                "centre": {"c:kitchen": 1000},
            }
        ],
    }
    known = {**KNOWN, AUDIENCE.name: {FITTED: Entry(1, encode_json(fitted))}}
    acts = [carted("unlisted", 4 + number) for number in range(8)]
    publication = done(*acts, carted("mug", 20), known=known)
    made = copy(publication)
    assert (made.audience, made.facets) == ("cooks", ("c:kitchen",))
    assert {request.audience for _, request in requests(publication)} == {"cooks"}
    assert {request.facets for _, request in requests(publication)} == {("c:kitchen",)}
