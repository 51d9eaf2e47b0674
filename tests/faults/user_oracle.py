"""The judge of the users' path: from the topics alone, what each profile must be. Shares no code with the workers.

It reckons in floating point and forgets nothing, where a worker rounds and makes room: so weights agree within a
tolerance, and only where an event's interests are few enough that none had to give way.
"""

import base64
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.faults.report import Finding
from tests.faults.topic_log import LogRecord

BEHAVIOUR = "user-behaviour"
PROFILE = "profile"
LEDGER = "user-ledger"
DEAD_LETTERS = "user-behaviour-dlq"
JUDGED = (BEHAVIOUR, PROFILE, LEDGER, DEAD_LETTERS)

HALF_LIFE_MS = 14 * 24 * 3_600_000
MINUTE_MS = 60_000
GAINS = {"listed": 0.3, "searched": 1.5, "carted": 3.0, "purchased": 5.0, "removed": -1.5, "dismissed": -3.0}
NEARLY_FULL = 335
"""Bytes: of the 400 an audience of 32 signs and the largest edition have their places reserved."""
TOLERANCE = 0.02
"""Of a weight; hours are a worker's smallest step of time, and 14 days have 336."""

Facets = Mapping[str, frozenset[str]]
"""Product id -> what an interest in it is an interest in; written down by whoever made the products."""


@dataclass
class Person:
    """One user, as the log tells it."""

    likes: dict[str, float] = field(default_factory=dict)
    at_ms: int = 0
    applied: int = -1
    bought: list[str] = field(default_factory=list)
    dismissed: list[str] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    minute: int = -1
    pace: int = 0
    forgotten: int = -1
    opted_out: bool = False

    def takes(self, offset: int, event: Mapping[str, Any], facets: Facets) -> bool:
        """Apply an event, in the order of the log; False for one that says nothing new."""
        if event["type"] == "user-request/1":
            return self._heeds(offset, event["action"])
        if self.opted_out:
            return False
        minute = event["at_ms"] // MINUTE_MS
        pace = 1 if minute > self.minute else self.pace + 1
        if event.get("consent") is False or event["id"] in self.recent[-4:] or pace > 60:
            return False
        self.minute, self.pace = max(minute, self.minute), pace
        later = max(self.at_ms, event["at_ms"])
        kept = 0.5 ** ((later - self.at_ms) / HALF_LIFE_MS)
        gain = self._gain(event) * 0.5 ** ((later - event["at_ms"]) / HALF_LIFE_MS)
        self.likes = {name: weight * kept for name, weight in self.likes.items()}
        for product in event["products"]:
            for name in facets[product["id"]]:
                self.likes[name] = self.likes.get(name, 0.0) + gain
        self.likes = {name: weight for name, weight in self.likes.items() if weight > 0}
        self.recent.append(event["id"])
        self._remember(event["action"], [product["id"] for product in event["products"]])
        self.at_ms, self.applied = later, offset
        return True

    def _heeds(self, offset: int, action: str) -> bool:
        if action == "opt-in":
            # What they did meanwhile was nobody's to learn, and stays so.
            self.forgotten = offset if self.opted_out else self.forgotten
            self.opted_out, self.applied = False, offset
            return True
        out = self.opted_out or action == "opt-out"
        vars(self).update(vars(Person(applied=offset, forgotten=offset, opted_out=out)))
        return True

    def _remember(self, action: str, products: list[str]) -> None:
        if action == "purchased":
            self.bought = [p for p in self.bought if p not in products] + products
        if action == "dismissed":
            self.dismissed = [p for p in self.dismissed if p not in products] + products
        if action in {"carted", "purchased"}:
            self.dismissed = [p for p in self.dismissed if p not in products]

    @staticmethod
    def _gain(event: Mapping[str, Any]) -> float:
        if event["action"] == "viewed":
            return 1.0 + min(event.get("dwell_ms") or 0, MINUTE_MS) / MINUTE_MS
        return GAINS[event["action"]]


def judge_users(logs: Mapping[str, list[LogRecord]], facets: Facets) -> list[Finding]:
    """Everything that is lost, wrong, or went back."""
    people, counted = recomputed(logs[BEHAVIOUR], facets)
    visible, regressed = _folded(logs[PROFILE])
    return [
        *_unaccounted(logs[BEHAVIOUR], logs[LEDGER], counted),
        *regressed,
        *(found for user, person in people.items() for found in _differences(user, person, visible.get(user))),
        *(Finding("stranger", user, "a profile of nobody") for user in visible.keys() - people.keys()),
    ]


def recomputed(events: Iterable[LogRecord], facets: Facets) -> tuple[dict[str, Person], set[tuple[int, int]]]:
    """Each user as the log tells it, and the places of the events that count."""
    people: dict[str, Person] = defaultdict(Person)
    counted: set[tuple[int, int]] = set()
    for record in events:
        event = json.loads(record.value or b"")
        user = (record.key or b"").decode()
        person = people[user] if user in people else Person()
        if person.takes(record.offset, event, facets):
            people[user] = person
            counted.add((record.partition, record.offset))
    return people, counted


def _folded(records: Iterable[LogRecord]) -> tuple[dict[str, dict[str, Any]], list[Finding]]:
    """By edition, as readers do; what is visible must never know less of the log than before."""
    visible: dict[str, dict[str, Any]] = {}
    found: list[Finding] = []
    for record in records:
        user, value = (record.key or b"").decode(), json.loads(record.value or b"")
        known = visible.get(user)
        if known is not None and value["edition"] <= known["edition"]:
            continue
        if known is not None and value["applied"] < known["applied"]:
            found.append(Finding("went-back", user, f"from event {known['applied']} to {value['applied']}"))
        if len(record.value or b"") > 400:
            found.append(Finding("too-large", user, f"{len(record.value or b'')} bytes"))
        visible[user] = value
    return visible, found


def _unaccounted(
    events: Iterable[LogRecord], ledger: Iterable[LogRecord], counted: set[tuple[int, int]]
) -> Iterable[Finding]:
    told: dict[tuple[int, int], set[str]] = defaultdict(set)
    for record in ledger:
        entry = json.loads(record.value or b"")
        told[entry["source"]["partition"], entry["source"]["offset"]].add(entry["verdict"])
    for record in events:
        place = (record.partition, record.offset)
        verdicts = told.get(place, set())
        if not verdicts:
            yield Finding("lost", str(place), "no entry in the ledger")
        elif place not in counted and not verdicts <= {"unchanged", "withdrawn"}:
            yield Finding("misjudged", str(place), f"it says nothing new, and was {verdicts}")
        elif place in counted and not verdicts <= {"published", "folded", "unchanged", "withdrawn"}:
            yield Finding("misjudged", str(place), f"it counts, and was {verdicts}")


def _differences(user: str, person: Person, profile: Mapping[str, Any] | None) -> Iterable[Finding]:
    if profile is None:
        yield Finding("no-profile", user, f"{person.applied} was applied")
        return
    for name, ours, theirs in (
        ("applied", person.applied, profile["applied"]),
        ("at_ms", person.at_ms, profile["at_ms"]),
        ("forgotten", person.forgotten, profile["forgotten"]),
        ("opted_out", person.opted_out, profile["opted_out"]),
    ):
        if ours != theirs:
            yield Finding("differs", user, f"{name}: {ours} by the log, {theirs} visible")
    yield from _unremembered(user, person, profile)
    for name in person.likes.keys() | profile["likes"].keys():
        ours, theirs = person.likes.get(name, 0.0), profile["likes"].get(name, 0) / 1000
        if abs(ours - theirs) > TOLERANCE * max(ours, theirs) + 0.02:
            yield Finding("differs", user, f"{name}: {ours:.3f} by the log, {theirs:.3f} visible")


def _unremembered(user: str, person: Person, profile: Mapping[str, Any]) -> Iterable[Finding]:
    """A full profile makes room: the oldest marks give way. One with room to spare has them all."""
    full = len(json.dumps(profile, separators=(",", ":"))) >= NEARLY_FULL
    for name, products in (("bought", person.bought[-12:]), ("dismissed", person.dismissed[-10:])):
        ours, theirs = [mark_of(product) for product in products], re.findall("......", profile[name])
        if theirs != (ours[len(ours) - len(theirs) :] if full else ours):
            yield Finding("differs", user, f"{name}: {ours} by the log, {theirs} visible")


def mark_of(product: str) -> str:
    """A product as a profile remembers it."""
    return base64.urlsafe_b64encode(hashlib.blake2b(product.encode(), digest_size=6).digest())[:6].decode()
