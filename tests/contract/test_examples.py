"""Every published example goes through the whole path, and through the generated schema."""

from functools import cache

import pytest
from jsonschema import Draft202012Validator

from schemas import generate
from schemas.codec import decode, decode_json
from schemas.envelope import EDITION
from schemas.outbound import LedgerEntry
from schemas.reasons import Reason
from schemas.topics import AUDIENCE_BLURB, INPUTS, PERSONAL_COPY, PRODUCT_COPY, TOPICS, Role
from tests.contract.examples import FOLDER, Example, examples
from tests.doubles import ManualClock
from workers.adapters.memory import NoMeter, RealiserModel
from workers.adapters.sealing import SivSealer
from workers.audit.letters import original_headers
from workers.bootstrap import desks_of
from workers.desks.contract import Desk
from workers.edit.law.labels import labels, unlabelled
from workers.entrypoints.trial.event import SEAL_KEYS, Bench, Trial, bench
from workers.outcome import Delivery
from workers.publish.sealed_letters import opened
from workers.settings import Settings

ALL = examples()
INPUT_NAMES = {topic.name for topic in INPUTS}
READ = [one for one in ALL if one.topic in INPUT_NAMES]
VALID = [one for one in READ if not one.reason]
INVALID = [one for one in READ if one.reason]
WRITTEN = [one for one in ALL if one.topic not in INPUT_NAMES]
MODELS = {generate.type_of(model): model for model in generate.TYPES}

OUTCOMES = {
    "delisting": "withdrawn",
    "edition-moved": "superseded",
    "no-consent": "unchanged",
    "review-approve": "superseded",
    "review-edit": "superseded",
    "review-reject": "superseded",
    "rewrite": "unchanged",
}
"""By name; whatever is not here is published."""

PATH_ONLY = {
    # What JSON Schema can't see, because it is about the bytes, the key, or what this version supports.
    Reason.NO_KEY,
    Reason.BAD_KEY,
    Reason.KEY_MISMATCH,
    Reason.EMPTY_VALUE,
    Reason.OVER_LONG,
    Reason.NOT_UTF8,
    Reason.MALFORMED,
    Reason.NOT_A_NUMBER,
    Reason.DUPLICATE_KEY,
    Reason.TOO_DEEP,
    Reason.BAD_ENVELOPE,
    Reason.NO_VALUE,
    Reason.NO_SUPPORTED_LOCALE,
}

SHOWN = {PRODUCT_COPY.name, AUDIENCE_BLURB.name, PERSONAL_COPY.name}
"""What shoppers see: it is labelled as a machine's, to people and to machines."""

PYTHON_ONLY = {"bad-value--empty-title", "bad-value--an-edit-without-its-text"}
"""Spaces are stripped before the length is looked at, and one field asks for another: JSON Schema does not say so."""


def name_of(example: Example) -> str:
    return example.name


@cache
def desks() -> dict[str, Desk]:
    """Read once: the benefits are files."""
    return desks_of(Settings()) | desks_of(Settings(desks=("personalise",)))


async def taken_through(example: Example) -> Trial:
    """After the shirt that requests ask about, if this is not the first we hear of a product."""
    async with bench(desks(), ManualClock()) as table:
        if example.topic.startswith("copy-requests") or example.path.stem == "delisting":
            await _stage(table, example)
        return await table.handle(example.delivery(offset=9))


async def _stage(table: Bench, example: Example) -> None:
    shirt = Example(FOLDER / "product-created" / "v1" / "linen-shirt.json")
    if example.path.stem == "delisting":
        shirt = Example(FOLDER / "product-created" / "v1" / "minimal.json")
    await table.handle(shirt.delivery(offset=1))


def entry_of(trial: Trial) -> LedgerEntry:
    (record,) = trial.publication.ledger
    return decode(record.value, LedgerEntry, TOPICS[record.topic].max_record_bytes)


@pytest.mark.parametrize("example", VALID, ids=name_of)
async def test_a_valid_event_gets_its_outcome(example: Example):
    trial = await taken_through(example)
    entry = entry_of(trial)
    assert trial.fault is None
    assert entry.verdict == OUTCOMES.get(example.path.stem, "published")
    assert entry.source.offset == 9


@pytest.mark.parametrize("example", VALID, ids=name_of)
async def test_what_follows_from_a_valid_event_obeys_the_schemas_and_fits_its_topic(example: Example):
    trial = await taken_through(example)
    publication = trial.publication
    for record in (*publication.outputs, *publication.state, *publication.ledger):
        topic = TOPICS[record.topic]
        size = len(record.key or b"") + len(record.value or b"")
        size += sum(len(name) + len(value) + 8 for name, value in record.headers)
        assert size < topic.max_record_bytes
        assert record.partition == 3
        headers = dict(record.headers)
        if record.edition:
            assert headers[EDITION] == str(record.edition).encode()
        if record.value is None:
            continue
        document = decode_json(record.value, topic.max_record_bytes)
        Draft202012Validator(generate.schema_of(MODELS[document["type"]])).validate(document)
        assert headers["traceparent"] == b"00-aa-bb-01"
        assert (generate.FOLDER.parent / headers["ce_dataschema"].decode().removeprefix("/schemas/")).exists()
        if record.topic in SHOWN:
            assert [list(unlabelled(document, label)) for label in labels()] == [[]]


@pytest.mark.parametrize("example", INVALID, ids=name_of)
async def test_an_invalid_event_becomes_a_dead_letter_with_its_reason_and_identical_bytes(example: Example):
    delivery = example.delivery(offset=9)
    trial = await taken_through(example)
    entry = entry_of(trial)
    (letter,) = trial.publication.outputs
    assert (entry.verdict, entry.reason) == ("dead-lettered", example.reason)
    assert letter.topic == f"{example.topic}-dlq"
    assert letter.partition == 3
    held = Delivery(delivery.position, letter.key, letter.value, letter.headers)
    if TOPICS[letter.topic].personal:
        held = opened(held, delivery.position, SivSealer(SEAL_KEYS))
    assert (held.key, held.value, original_headers(held.headers)) == (delivery.key, delivery.value, delivery.headers)
    headers = dict(letter.headers)
    assert headers["copydesk-dlq-reason"] == example.reason.encode()
    assert headers["kafka_dlt-original-offset"] == headers["__connect.errors.offset"] == b"9"
    assert trial.publication.state == ()


@pytest.mark.parametrize("example", INVALID, ids=name_of)
async def test_a_dead_letter_says_no_word_of_the_event(example: Example):
    trial = await taken_through(example)
    (letter,) = trial.publication.outputs
    detail = dict(letter.headers)["kafka_dlt-exception-message"]
    for word in (b"Stone", b"Gold", b"Caf", b"euro", b"blue", b"yesterday"):
        assert word not in detail


@pytest.mark.parametrize("example", [one for one in VALID if one.value is not None], ids=name_of)
def test_a_valid_event_obeys_its_schema(example: Example):
    schema = generate.schema_of(MODELS[_type(example)])
    Draft202012Validator(schema).validate(example.event)


@pytest.mark.parametrize(
    "example",
    [one for one in INVALID if one.reason not in PATH_ONLY and one.path.stem not in PYTHON_ONLY],
    ids=name_of,
)
def test_another_team_would_find_the_same_events_wrong_by_the_schema(example: Example):
    schema = generate.schema_of(MODELS[_type(example)])
    assert not Draft202012Validator(schema).is_valid(example.event)


@pytest.mark.parametrize("example", WRITTEN, ids=name_of)
def test_a_record_of_ours_is_as_its_type_and_its_schema_say(example: Example):
    document = example.document
    model = MODELS[document["type"]]
    assert decode(example.value or b"", model, TOPICS[example.topic].max_record_bytes)
    Draft202012Validator(generate.schema_of(model)).validate(document)


def test_every_topic_with_a_schema_has_examples_and_every_input_invalid_ones():
    shown = {one.topic for one in ALL if not one.reason}
    assert shown == {t.name for t in TOPICS.values() if t.role is not Role.DEAD_LETTER} - {"probe-ledger"}
    assert {one.topic for one in INVALID} == INPUT_NAMES


def test_every_reason_of_the_door_has_an_example():
    late = {
        # Told by the model, the planner or the broker, not by the event's bytes; and the ledger's other reasons.
        Reason.NOTHING_TO_SAY,
        Reason.REFUSED_BY_MODEL,
        Reason.RECORD_TOO_LARGE,
        Reason.VERSION_WENT_BACK,
        Reason.OLDER_REVISION,
        Reason.BEFORE_DELISTING,
        Reason.NEWER_WAITS,
        Reason.EDITION_MOVED,
        Reason.UNKNOWN_PRODUCT,
        Reason.TOO_MANY_BLURBS,
        Reason.NO_SUCH_DRAFT,
        Reason.REFUSED_BY_EDITOR,
        Reason.APPLIED_BEFORE,
        Reason.SENT_TWICE,
        Reason.TOO_OLD,
        Reason.TOO_FAST,
        Reason.NO_CONSENT,
        Reason.FORGOTTEN,
        Reason.SAYS_NOTHING,
    }
    assert {one.reason for one in INVALID} == set(Reason) - late


async def test_the_fakes_of_the_bench_answer_as_their_ports_say():
    model = RealiserModel()
    assert len(model.fingerprint) == 64
    assert await model.infer((), 1.0) == []
    meter = NoMeter()
    assert meter.count("rebalances_total") is None


def _type(example: Example) -> str:
    told = example.event.get("type") if isinstance(example.event, dict) else None
    if told in {"user-request/1", "blurb-request/1", "review-decision/1"}:
        return str(told)
    return "copy-request/1" if example.topic.startswith("copy-requests") else f"{example.topic}/1"
