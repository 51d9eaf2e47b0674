"""The schemas on disk are the types; every field has a bound; the largest record of a type fits its topic."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from schemas import generate
from schemas.codec import decode_json, encode
from schemas.envelope import EDITION, SENDER, binary_headers
from schemas.kinds import PRODUCT_KINDS, Kind
from schemas.outbound import AudienceBlurb, CatalogueEntry, LedgerEntry, Outbound, ProbeCopy, ProductCopy
from schemas.outbound_review import CopyReview
from schemas.outbound_users import Affinity, AudienceSet, PersonalCopy, PopularShelf, ProfileEntry
from schemas.topics import (
    AFFINITY,
    AUDIENCE,
    AUDIENCE_BLURB,
    CATALOGUE,
    COPY_LEDGER,
    COPY_REVIEW,
    DEAD_LETTER_HEADROOM,
    INPUTS,
    KIB,
    PERSONAL_COPY,
    PROBE_COPY,
    PROBE_LEDGER,
    PRODUCT_COPY,
    PROFILE,
    TOPICS,
    USER_LEDGER,
    Role,
    dead_letters_of,
)
from workers.adapters.sealing import SivSealer
from workers.errors import Permanent
from workers.outcome import Delivery, Position
from workers.publish.dead_letters import MAX_DETAIL, dead_letter

WIDEST = "\U0001f9f5"
"""Four bytes of UTF-8 for one character, and JSON escapes none of them."""
BATCH_OVERHEAD = 200

MODELS = generate.TYPES


def test_the_files_are_what_the_types_say():
    assert generate.stale() == [], "run `python -m schemas.generate`"


def test_a_file_that_has_drifted_is_noticed_and_written_again(tmp_path, monkeypatch):
    monkeypatch.setattr(generate, "FOLDER", tmp_path / "schemas" / "json")
    assert len(generate.write()) == len(MODELS)
    assert generate.stale() == []
    drifted = tmp_path / "schemas" / "json" / "product-copy" / "1.json"
    drifted.write_text("{}")
    left_over = drifted.with_name("0.json")
    left_over.write_text("{}")
    assert generate.main(["--check"]) == 1
    assert drifted.read_text() == "{}"
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    assert not left_over.exists()


@pytest.mark.parametrize("model", MODELS, ids=generate.type_of)
def test_a_schema_is_a_schema_and_names_the_event_type(model: type[BaseModel]):
    schema = generate.schema_of(model)
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["type"]["const"] == generate.type_of(model)


def test_every_event_type_has_one_schema():
    assert len({generate.type_of(model) for model in MODELS}) == len(MODELS)
    made = {model for base in (Outbound, generate.Inbound) for model in base.__subclasses__()}
    assert {model for model in made if "type" in model.model_fields} == set(MODELS)


def unbounded(schema: Any, place: str = "") -> Iterator[str]:
    if isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from unbounded(part, f"{place}[{number}]")
        return
    if not isinstance(schema, dict):
        return
    kind = schema.get("type")
    closed = {"maxLength", "const", "enum", "$ref"} & schema.keys() or _finite(schema.get("pattern", ""))
    if (kind == "string" and not closed) or (kind == "array" and "maxItems" not in schema):
        yield place
    if kind == "object" and schema.get("additionalProperties") is not False and "propertyNames" not in schema:
        yield place
    for name, part in schema.items():
        yield from unbounded(part, f"{place}/{name}")


def _finite(pattern: str) -> bool:
    whole = pattern.startswith("^") and pattern.endswith("$")
    return bool(whole and not re.search(r"(?<!\\)[*+]|\{\d+,\}", pattern))


@pytest.mark.parametrize("model", MODELS, ids=generate.type_of)
def test_every_field_has_a_bound(model: type[BaseModel]):
    # The one exception: an amount may be a number in a string, and the number is bounded.
    found = [place for place in unbounded(generate.schema_of(model)) if "/amount/anyOf" not in place]
    assert found == []


def test_the_search_for_unbounded_fields_finds_them():
    class Loose(BaseModel):
        name: str
        names: list[str]
        more: dict[str, int]

    assert len(set(unbounded(Loose.model_json_schema()))) == 5


def source() -> dict[str, Any]:
    return {"topic": "t" * 128, "partition": 10_000, "offset": 2**53 - 1}


def revision() -> dict[str, int]:
    return {"version": 2**53 - 1, "offset": 2**53 - 1, "delisted_at": 2**53 - 1}


def largest_copy() -> ProductCopy:
    sentence = {"text": WIDEST * 600, "facts": ["f" * 16] * 24}
    kind = {
        "text": WIDEST * 2400,
        "sentences": [sentence] * 12,
        "brief_id": "b" * 32,
        "copy_id": "c" * 32,
        "origin": "fallback",
        "writer_away": False,
        "attempt": 16,
        "fingerprint": WIDEST * 64,
        "rules_version": WIDEST * 32,
        "approved_by": "a" * 32,
    }
    return ProductCopy(
        product="~" * 128,
        locale="en-US",
        edition=2**53 - 1,
        revision=revision(),
        kinds=dict.fromkeys(PRODUCT_KINDS, kind),
        ai_generated=False,
        source=source(),
    )


def largest_entry() -> CatalogueEntry:
    fact = {"id": "f" * 16, "name": WIDEST * 64, "value": WIDEST * 256, "unit": WIDEST * 16}
    return CatalogueEntry(
        product="~" * 128,
        edition=2**53 - 1,
        listed=False,
        revision=revision(),
        locales=["en-US"] * 4,
        facts=[fact] * 72,
        seller=WIDEST * 128,
        source=source(),
    )


def largest_ledger_entry() -> LedgerEntry:
    rules = ["r" * 64] * 16
    kind = {
        "verdict": "held-for-review",
        "brief_id": "b" * 32,
        "copy_id": "c" * 32,
        "origin": "fallback",
        "attempts": 16,
        "refused": ["r" * 64] * 16,
    }
    output = {
        "topic": "t" * 128,
        "partition": 10_000,
        "key": WIDEST * 256,
        "edition": 2**53 - 1,
        "verdict": "published",
        "kinds": dict.fromkeys(Kind, kind),
        "unsaid": ["f" * 16] * 72,
    }
    review = output | {"kinds": {}, "unsaid": ()}
    return LedgerEntry(
        source=source(),
        key=WIDEST * 256,
        verdict="dead-lettered",
        reason="r" * 64,
        superseded_by=2**53 - 1,
        outputs=[output] * 8 + [review] * 40,
        decision={"action": "approve", "by": "a" * 32, "note": WIDEST * 200, "overruled": rules, "refused": rules},
        barred=[{"field": "attributes", "number": 63, "rule": "r" * 64}] * 16,
        skipped_locales=["en-US"] * 4,
        model_calls=2**53 - 1,
        tokens_in=2**53 - 1,
        tokens_out=2**53 - 1,
        at_ms=2**53 - 1,
    )


def test_an_entry_tells_of_so_many_kinds_as_fit():
    largest = largest_ledger_entry().model_dump()
    with pytest.raises(ValidationError, match="at most 8 outputs tell of kinds"):
        LedgerEntry.model_validate(largest | {"outputs": largest["outputs"][:9] + largest["outputs"][:1]})


def largest_probe_copy() -> ProbeCopy:
    return ProbeCopy(id=WIDEST * 128, text=WIDEST * 2400, copy_id="c" * 32, source=source())


def largest_blurb() -> AudienceBlurb:
    (kind, *_) = largest_copy().kinds.values()
    return AudienceBlurb(
        product="~" * 128,
        audience="a" * 32,
        locale="en-US",
        edition=2**53 - 1,
        facets=["abc:" + "d" * 28] * 3,
        blurb=kind,
        ai_generated=False,
        source=source(),
    )


def largest_review() -> CopyReview:
    refusal = {"rule": "r" * 32, "span": WIDEST * 64}
    draft = {
        "text": WIDEST * 1200,
        "attempt": 16,
        "origin": "fallback",
        "copy_id": "c" * 32,
        "whole": False,
        "refusals": [refusal] * 6,
    }
    return CopyReview(
        product="~" * 128,
        locale="en-US",
        kind="description",
        edition=2**53 - 1,
        brief_id="b" * 32,
        max_chars=2400,
        copy_edition=2**53 - 1,
        drafts=[draft] * 4,
        facts=[{"id": "f" * 16, "name": WIDEST * 64, "value": WIDEST * 256, "unit": WIDEST * 16}] * 24,
        fingerprint=WIDEST * 64,
        rules_version=WIDEST * 32,
        source=source(),
    )


def largest_profile() -> ProfileEntry:
    """As wide as the type allows; what is written stays under 400 bytes."""
    marks = "_" * 72
    return ProfileEntry(
        edition=2**53 - 1,
        applied=2**53 - 1,
        at_ms=4_102_444_800_000,
        likes={f"abc:{number:028}": 10_000_000 for number in range(12)},
        seen=marks,
        bought=marks,
        dismissed=marks,
        events=marks,
        pace=100_000,
        audience="a" * 32,
    )


def largest_personal_copy() -> PersonalCopy:
    pick = {
        "product": "~" * 128,
        "score": 1000,
        "reason": "together",
        "locale": "en-US",
        "text": WIDEST * 400,
        "edition": 2**53 - 1,
        "asked_ms": 4_102_444_800_000,
        "copy_id": "c" * 32,
        "origin": "fallback",
        "fingerprint": WIDEST * 64,
        "rules_version": WIDEST * 32,
    }
    return PersonalCopy(
        user="u999." + "f" * 32,
        edition=2**53 - 1,
        applied=2**53 - 1,
        at_ms=4_102_444_800_000,
        audience="a" * 32,
        facets=["abc:" + "d" * 28] * 3,
        locale="en-US",
        picks=[pick] * 12,
        ai_generated=False,
        source=source(),
    )


def largest_set() -> AudienceSet:
    audience = {
        "id": "a" * 32,
        "facets": ["abc:" + "d" * 28] * 3,
        "words": {"en": WIDEST * 120, "zh": WIDEST * 60},
        "parent": "p" * 32,
        "size": 2**53 - 1,
        "centre": {f"abc:{number:028}": 1000 for number in range(32)},
    }
    return AudienceSet(
        edition=2**53 - 1, version=2**53 - 1, users=2**53 - 1, k_min=2**53 - 1, audiences=[audience] * 128
    )


WEIGHED = {"product": "~" * 128, "weight": 1000}


def headers(event_type: str) -> list[tuple[str, bytes]]:
    traced = (("traceparent", b"0" * 512), ("tracestate", b"0" * 100_000))
    made = binary_headers(event_type, "i" * 512, WIDEST * 128, 1_700_000_000_000, traced)
    return [(EDITION, b"9" * 18), (SENDER, b"s" * 32), *made]


@pytest.mark.parametrize(
    ("topic", "largest"),
    [
        (PRODUCT_COPY, largest_copy()),
        (CATALOGUE, largest_entry()),
        (COPY_LEDGER, largest_ledger_entry()),
        (PROBE_LEDGER, largest_ledger_entry()),
        (USER_LEDGER, largest_ledger_entry()),
        (PROFILE, largest_profile()),
        (AUDIENCE_BLURB, largest_blurb()),
        (COPY_REVIEW, largest_review()),
        (PERSONAL_COPY, largest_personal_copy()),
        (AUDIENCE, largest_set()),
        (AFFINITY, Affinity(product="~" * 128, edition=2**53 - 1, neighbours=[WEIGHED] * 24)),
        (AFFINITY, PopularShelf(shelf="abc:" + "d" * 28, edition=2**53 - 1, products=[WEIGHED] * 48)),
        (PROBE_COPY, largest_probe_copy()),
    ],
    ids=lambda part: getattr(part, "name", ""),
)
def test_the_largest_record_fits_its_topic(topic, largest):
    value = encode(largest)
    Draft202012Validator(generate.schema_of(type(largest))).validate(decode_json(value, 10**9))
    size = len(value) + 4 * 256 + sum(len(n) + len(v) + 8 for n, v in headers(generate.type_of(type(largest))))
    assert size + BATCH_OVERHEAD <= topic.max_record_bytes, f"{size} bytes"


@pytest.mark.parametrize("topic", INPUTS, ids=lambda topic: topic.name)
def test_the_largest_dead_letter_fits_its_topic(topic):
    filler = b"x" * topic.batch_bytes
    delivery = Delivery(Position(topic.name, 10_000, 2**53 - 1), None, filler, (), 2**53 - 1)
    (letter,) = dead_letter(delivery, Permanent("r" * 64, WIDEST * 1000), SivSealer({1: bytes(32)}), 0).outputs
    ours = sum(len(name) + len(value) + 8 for name, value in letter.headers)
    assert ours <= 4 * KIB
    assert MAX_DETAIL * 2 < DEAD_LETTER_HEADROOM
    assert len(letter.value) + ours + BATCH_OVERHEAD <= dead_letters_of(topic).max_record_bytes


def test_every_topic_that_is_written_is_sized_here():
    written = {t.name for t in TOPICS.values() if t.role in {Role.OUTPUT, Role.LEDGER}} | {AUDIENCE.name, AFFINITY.name}
    sized = {PRODUCT_COPY, CATALOGUE, COPY_LEDGER, PROBE_LEDGER, PROBE_COPY, PROFILE, USER_LEDGER, AUDIENCE_BLURB}
    sized |= {PERSONAL_COPY, AUDIENCE, AFFINITY, COPY_REVIEW}
    assert written == {t.name for t in sized}
