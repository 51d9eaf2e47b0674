"""The judge of personal copy: from the topics alone, what users may be shown. Shares no code with the workers."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tests.faults.report import Finding
from tests.faults.topic_log import LogRecord
from tests.faults.user_oracle import BEHAVIOUR, PROFILE, Facets, Person, mark_of, recomputed

PERSONAL = "personal-copy"
BLURB = "audience-blurb"
REQUESTS = "copy-requests"
PRODUCT_LEDGER = "copy-ledger"
JUDGED = (PERSONAL, BLURB, REQUESTS, PRODUCT_LEDGER)
COMES_BACK = ("viewed", "carted")

Value = Mapping[str, Any]


def judge_copies(logs: Mapping[str, list[LogRecord]], facets: Facets, repeats: int) -> list[Finding]:
    """Everything that no user should be shown, or that should be there and is not.

    `facets`: of every product that is listed, all along. `repeats`: how often one blurb may be written once more.
    """
    people, _ = recomputed(logs[BEHAVIOUR], facets)
    visible, regressed = _folded(logs[PERSONAL])
    profiles = {record.key: json.loads(record.value or b"") for record in _last_by_edition(logs[PROFILE])}
    last = {(event.key or b""): json.loads(event.value or b"") for event in logs[BEHAVIOUR]}
    return [
        *regressed,
        *_twice(logs[BLURB], repeats),
        *_unanswered(logs[REQUESTS], logs[PRODUCT_LEDGER]),
        *(
            found
            for user, person in people.items()
            for found in _shown(user, person, visible.get(user.encode()), profiles.get(user.encode(), {}))
        ),
        *_forgetful(people, last, visible, profiles),
        *_strange_words(visible, logs[BLURB]),
    ]


def _edition(record: LogRecord) -> int:
    return int(record.header("copydesk-edition") or 0)


def _last_by_edition(records: Iterable[LogRecord]) -> Iterable[LogRecord]:
    visible: dict[bytes | None, LogRecord] = {}
    for record in records:
        if record.key not in visible or _edition(record) >= _edition(visible[record.key]):
            visible[record.key] = record
    return visible.values()


def _folded(records: Iterable[LogRecord]) -> tuple[dict[bytes, Value | None], list[Finding]]:
    visible: dict[bytes, tuple[int, Value | None]] = {}
    found: list[Finding] = []
    applied: dict[bytes, int] = {}
    for record in records:
        key, edition = record.key or b"", _edition(record)
        if key in visible and edition <= visible[key][0]:
            continue
        value = None if record.value is None else json.loads(record.value)
        if value is not None and value["applied"] < applied.get(key, -1):
            found.append(Finding("copy-went-back", key, f"from event {applied[key]} to {value['applied']}"))
        applied[key] = applied.get(key, -1) if value is None else value["applied"]
        visible[key] = edition, value
    return {key: value for key, (_, value) in visible.items()}, found


def _twice(records: Iterable[LogRecord], repeats: int) -> Iterator[Finding]:
    """One brief is written once, but for what a killed worker had published and not told."""
    written = Counter((record.key, json.loads(record.value)["blurb"]["brief_id"]) for record in records if record.value)
    for (key, brief), times in written.items():
        if times > 1 + repeats:
            yield Finding("written-twice", key, f"brief {brief} was written {times} times")


def _unanswered(requests: Iterable[LogRecord], ledger: Iterable[LogRecord]) -> Iterator[Finding]:
    told = {
        (source["topic"], source["partition"], source["offset"])
        for source in (json.loads(record.value or b"")["source"] for record in ledger)
    }
    for request in requests:
        place = (request.topic, request.partition, request.offset)
        if place not in told:
            yield Finding("unanswered", place, "a blurb was asked for, and nobody said what became of it")


def _shown(user: str, person: Person, copy: Value | None, profile: Value) -> Iterator[Finding]:
    if copy is None:
        return
    if person.opted_out or not person.recent:
        yield Finding("not-forgotten", user, "there is personal copy of somebody who wants none")
    if copy["applied"] > person.applied:
        yield Finding("from-nowhere", user, f"made at {copy['applied']}, the last that counts is {person.applied}")
    products = [pick["product"] for pick in copy["picks"]]
    if len(set(products)) != len(products):
        yield Finding("doubled", user, f"{products}")
    unwanted = [p for p in products if mark_of(p) in (*_marks(profile, "bought"), *_marks(profile, "dismissed"))]
    if unwanted:
        yield Finding("unwanted", user, f"{unwanted} were bought or dismissed")


def _marks(profile: Value, name: str) -> list[str]:
    """Six signs each, one after the other."""
    told = profile.get(name, "")
    return [told[at : at + 6] for at in range(0, len(told), 6)] if isinstance(told, str) else list(told)


def _forgetful(
    people: Mapping[str, Person],
    last: Mapping[bytes, Value],
    visible: Mapping[bytes, Value | None],
    profiles: Mapping[bytes | None, Value],
) -> Iterator[Finding]:
    """Whoever has just looked at something finds it again, if it was neither bought nor dismissed."""
    for user, person in people.items():
        event, copy = last[user.encode()], visible.get(user.encode())
        if event.get("action") not in COMES_BACK or event["id"] != (person.recent or [""])[-1]:
            continue
        profile = profiles.get(user.encode(), {})
        gone = (*_marks(profile, "bought"), *_marks(profile, "dismissed"))
        wanted = {product["id"] for product in event["products"] if mark_of(product["id"]) not in gone}
        shown = set() if copy is None else {pick["product"] for pick in copy["picks"]}
        if not wanted <= shown:
            yield Finding("blank", user, f"looked at {sorted(wanted)}, is shown {sorted(shown)}")


def _strange_words(visible: Mapping[bytes, Value | None], blurbs: Iterable[LogRecord]) -> Iterator[Finding]:
    """A text was a blurb of that product to that audience, under the edition that is named."""
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    for record in blurbs:
        if record.value is not None:
            told[(record.key or b"").decode(), _edition(record)].add(json.loads(record.value)["blurb"]["text"])
    for user, copy in visible.items():
        for pick in copy["picks"] if copy is not None else ():
            key = f"{pick['product']} {copy['audience']} {pick['locale']}" if copy is not None else ""
            if pick["text"] is not None and pick["text"] not in told[key, pick["edition"]]:
                yield Finding("strange-words", user, f"{key}: nobody published {pick['text']!r}")
