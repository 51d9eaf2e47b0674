"""The desk that learns what users like: groups, repeats, and what the ledger says of each event."""

from schemas.codec import decode, encode, encode_json
from schemas.outbound import LedgerEntry
from schemas.outbound_users import ProfileEntry
from schemas.reasons import Reason
from schemas.topics import CATALOGUE, PROFILE, USER_BEHAVIOUR, USER_LEDGER
from workers.desks.contract import Known, Received, Stamp
from workers.desks.personalise import Personalise
from workers.outcome import Delivery, Entry, Position, Publication, Standards
from workers.publish.fold import edition_at
from workers.publish.ledger import REDRIVEN

DESK = Personalise()
USER = "u1." + "0f" * 16
NOW_MS = 1_790_000_000_000
STAMP = Stamp(NOW_MS, "me")
STANDARDS = Standards("model", "rules")


def received(offset: int, headers: tuple[tuple[str, bytes], ...] = (), **fields: object) -> Received:
    event = {
        "id": f"e{offset}",
        "user": USER,
        "action": "viewed",
        "at_ms": NOW_MS,
        "products": [{"id": "mug-1", "category": ["Mugs"]}],
        **fields,
    }
    position = Position(USER_BEHAVIOUR.name, 3, offset)
    return DESK.decode(Delivery(position, USER.encode(), encode_json(event), headers, NOW_MS))


def done(*group: Received, known: Known | None = None) -> tuple[Publication, list[LedgerEntry]]:
    publication = DESK.compose(DESK.plan(group, known or {}, STANDARDS), (), STAMP)
    entries = [decode(r.value or b"", LedgerEntry, USER_LEDGER.max_record_bytes) for r in publication.ledger]
    return publication, entries


def standing(publication: Publication) -> Known:
    (record,) = publication.state
    return {PROFILE.name: {record.key or b"": Entry(record.edition, record.value)}}


def profile(publication: Publication) -> ProfileEntry:
    (record,) = publication.state
    return decode(record.value or b"", ProfileEntry, PROFILE.max_record_bytes)


def test_a_group_is_one_write_and_each_event_has_its_entry() -> None:
    publication, entries = done(*(received(offset) for offset in (4, 5, 9)))
    assert len(publication.state) == 1
    assert publication.outputs == ()
    assert [(e.verdict, e.folded_into) for e in entries] == [("folded", 9), ("folded", 9), ("published", None)]
    (output,) = entries[2].outputs
    assert (output.topic, output.key, output.edition) == (PROFILE.name, USER, publication.state[0].edition)
    assert profile(publication).applied == 9


def test_the_edition_is_the_place_of_the_last_event_whatever_the_clock_says() -> None:
    publication, _ = done(received(9))
    assert publication.state[0].edition == profile(publication).edition == edition_at(0, 9)


def test_what_was_applied_comes_again_and_changes_nothing() -> None:
    first, _ = done(received(4), received(5))
    again, entries = done(received(4), received(5), known=standing(first))
    assert again.state == ()
    assert {(e.verdict, e.reason) for e in entries} == {("unchanged", Reason.APPLIED_BEFORE)}
    assert {e.outputs[0].edition for e in entries} == {first.state[0].edition}


def test_an_event_that_says_nothing_new_is_not_written_and_not_claimed() -> None:
    publication, entries = done(received(4, consent=False))
    assert publication.state == ()
    assert (entries[0].verdict, entries[0].reason, entries[0].outputs) == ("unchanged", Reason.NO_CONSENT, ())


def test_of_a_group_the_last_event_that_counts_is_the_one_that_published() -> None:
    _, entries = done(received(4), received(5), received(6, consent=False))
    assert [e.verdict for e in entries] == ["folded", "published", "unchanged"]


def test_the_catalogue_knows_a_product_better_than_the_event_does() -> None:
    listed = {
        "product": "mug-1",
        "edition": 1,
        "listed": True,
        "revision": {"version": 0, "offset": 1, "delisted_at": -1},
        "locales": ["en-GB"],
        "facts": [{"id": "0" * 16, "name": "type", "value": "tent"}],
        "source": {"topic": "product-created", "partition": 0, "offset": 1},
    }
    known = {CATALOGUE.name: {b"mug-1": Entry(1, encode_json(listed))}}
    publication, _ = done(received(4), known=known)
    assert set(profile(publication).likes) == {"t:tent"}


def test_a_redriven_event_is_applied_where_it_stands_now_and_told_of_where_it_first_stood() -> None:
    header = ((REDRIVEN, f"{USER_BEHAVIOUR.name}/3/2".encode()),)
    publication, entries = done(received(8, header))
    assert profile(publication).applied == 8
    assert [(e.source.offset, e.verdict) for e in entries] == [(2, "published"), (8, "redriven")]


def test_a_stored_profile_is_what_was_planned() -> None:
    publication, _ = done(received(4), received(5))
    assert publication.state[0].value == encode(profile(publication))


def test_who_looks_at_enough_of_a_kind_is_in_its_audience_however_the_events_are_grouped() -> None:
    events = [received(offset, action="carted") for offset in range(8)]
    at_once, _ = done(*events)
    known: Known = {}
    for event in events:
        one_by_one, _ = done(event, known=known)
        known = standing(one_by_one)
    assert profile(at_once).audience.startswith("kitchen")
    assert profile(one_by_one) == profile(at_once)


def asks(offset: int, action: str) -> Received:
    event = {"type": "user-request/1", "id": f"r{offset}", "user": USER, "action": action, "at_ms": NOW_MS}
    return DESK.decode(
        Delivery(Position(USER_BEHAVIOUR.name, 3, offset), USER.encode(), encode_json(event), (), NOW_MS)
    )


def test_who_is_forgotten_begins_anew_and_what_was_before_never_comes_back() -> None:
    before = [received(offset, action="purchased") for offset in range(5)]
    known = standing(done(*before, asks(5, "forget"))[0])
    again, entries = done(*before, known=known)
    assert again.state == ()
    assert {(e.verdict, e.reason) for e in entries} == {("withdrawn", Reason.FORGOTTEN)}
    anew, _ = done(received(6), known=known)
    assert profile(anew).model_copy(update={"edition": 1}) == profile(done(received(6))[0]).model_copy(
        update={"edition": 1, "forgotten": 5}
    )


def test_a_letter_from_before_a_forgetting_that_is_redriven_after_it_is_not_learnt() -> None:
    known = standing(done(asks(5, "forget"))[0])
    redriven = received(9, ((REDRIVEN, f"{USER_BEHAVIOUR.name}/3/2".encode()),))
    publication, entries = done(redriven, known=known)
    assert publication.state == ()
    assert [e.verdict for e in entries] == ["withdrawn", "redriven"]


def test_nothing_is_learnt_of_who_opted_out_until_they_opt_in() -> None:
    known = standing(done(received(1, action="purchased"), asks(2, "opt-out"))[0])
    publication, entries = done(received(3), asks(4, "forget"), received(5), known=known)
    assert [(e.verdict, e.reason) for e in entries] == [
        ("unchanged", Reason.NO_CONSENT),
        ("published", None),
        ("unchanged", Reason.NO_CONSENT),
    ]
    assert profile(publication).opted_out, "a forgetting is no consent"
    publication, _ = done(asks(6, "opt-in"), received(7), known=standing(publication))
    assert not profile(publication).opted_out
    assert profile(publication).likes


def test_what_was_done_while_opted_out_is_not_learnt_when_it_is_redriven_after_an_opt_in() -> None:
    known = standing(done(asks(2, "opt-out"), asks(6, "opt-in"))[0])
    _, entries = done(received(9, ((REDRIVEN, f"{USER_BEHAVIOUR.name}/3/4".encode()),)), known=known)
    assert [e.verdict for e in entries] == ["withdrawn", "redriven"]


def test_bytes_that_nobody_of_ours_wrote_stop_nobody() -> None:
    """A stranger's record in the catalogue, or one of a later version; and in the profile, where silence is safer."""
    garbage = Entry(1, b'{"type": "catalogue/2", "what": "is this"}')
    publication, _ = done(received(1), known={CATALOGUE.name: {b"mug-1": garbage}})
    assert set(profile(publication).likes) == {"t:mug"}
    publication, entries = done(received(1), known={PROFILE.name: {USER.encode(): garbage}})
    assert publication.state == ()
    assert entries[0].reason == Reason.NO_CONSENT


def test_a_number_that_no_offset_has_is_no_redriving() -> None:
    header = ((REDRIVEN, f"{USER_BEHAVIOUR.name}/3/{'9' * 5000}".encode()),)
    _, entries = done(received(8, header))
    assert [(e.source.offset, e.verdict) for e in entries] == [(8, "published")]
