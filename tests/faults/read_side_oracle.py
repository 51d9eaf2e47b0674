"""The judge of the read side: from what it answered and what stood on the topics. Shares no code with it.

An answer says how old it is, and so what it must know: all that stood in the log before. Beyond that nothing is asked
of its speed. What it has once said it must not unsay, whatever happened to its process or its disk in between.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tests.faults.read_side_poller import BLURB, CATALOGUE, COPY, PERSONAL, Poll, Seen
from tests.faults.report import Finding
from tests.faults.topic_log import LogRecord

OK, UNKNOWN, AWAY = 200, 404, 503
FEWEST = 6
"""Products that an answer to a user shows, where so many are listed all along."""

Value = Mapping[str, Any]


class Topics:
    """Everything that was read, by topic and key, in the order of editions."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self._by_key: defaultdict[tuple[str, str], list[Seen]] = defaultdict(list)
        for one in seen:
            self._by_key[one.record.topic, (one.record.key or b"").decode()].append(one)
        for told in self._by_key.values():
            told.sort(key=lambda one: edition_of(one.record))

    def last(self, topic: str, key: str, before_ms: float = float("inf")) -> LogRecord | None:
        """The record of highest edition among those that had been read by then."""
        return next((one.record for one in reversed(self._by_key[topic, key]) if one.at_ms <= before_ms), None)

    def later(self, topic: str, key: str, edition: int, by_ms: float) -> list[LogRecord]:
        """Records above an edition that may have been there by then: a sender's clock stands before the log's."""
        told = (one.record for one in self._by_key[topic, key])
        return [one for one in told if edition_of(one) > edition and one.timestamp_ms <= by_ms]


def edition_of(record: LogRecord) -> int:
    """As its owner counts."""
    return int(record.header("copydesk-edition") or 0)


def value_of(record: LogRecord | None) -> Value | None:
    """None for a tombstone, and where there is nothing."""
    told: Value | None = None if record is None or record.value is None else json.loads(record.value)
    return told


def judge_polls(polls: Sequence[Poll], seen: Iterable[Seen]) -> list[Finding]:
    """Everything that an answer must not have said. `polls`: in the order in which they were asked and answered."""
    topics = Topics(seen)
    answered = [poll for poll in polls if poll.status not in (0, AWAY)]
    return [
        *_failed(answered),
        *_went_back(answered),
        *_shown_again(answered, topics),
        *(found for poll in answered if poll.status == OK for found in _behind_its_age(poll, topics)),
        *_blank(answered),
    ]


def _failed(polls: Iterable[Poll]) -> Iterator[Finding]:
    for poll in polls:
        if poll.status not in (OK, UNKNOWN):
            yield Finding("failed", poll.subject, f"{poll.status}: {poll.body}")


def _went_back(polls: Iterable[Poll]) -> Iterator[Finding]:
    highest: defaultdict[object, int] = defaultdict(lambda: -1)
    for poll in polls:
        before = highest[poll.subject]
        if poll.position < 0 and before >= 0 and not poll.body.get("stale"):
            yield Finding("unknown-again", poll.subject, f"{poll.status}, after edition {before}")
        elif 0 <= poll.position < before:
            yield Finding("went-back", poll.subject, f"from {before} to {poll.position}")
        highest[poll.subject] = max(before, poll.position)


def _shown(poll: Poll) -> list[str]:
    if poll.status != OK:
        return []
    return [poll.subject.key] if poll.subject.kind == "product" else [item["product"] for item in poll.body["items"]]


def _shown_again(polls: Iterable[Poll], topics: Topics) -> Iterator[Finding]:
    """What it has called withdrawn, it shows no more, unless it was listed again since."""
    gone: dict[str, int] = {}
    for poll in polls:
        if poll.subject.kind == "product" and poll.status == UNKNOWN and poll.position >= 0:
            gone[poll.subject.key] = poll.position
        for product in _shown(poll):
            if product in gone and not _listed_since(topics, product, gone[product], poll.got_ms):
                yield Finding("shown-again", poll.subject, f"{product}, withdrawn at {gone[product]}")


def _listed_since(topics: Topics, product: str, edition: int, by_ms: float) -> bool:
    return any((value_of(one) or {}).get("listed") for one in topics.later(CATALOGUE, product, edition, by_ms))


def _behind_its_age(poll: Poll, topics: Topics) -> Iterator[Finding]:
    """What stood in the log before the moment that the answer claims to know, it knows."""
    for product in _shown(poll):
        entry = topics.last(CATALOGUE, product, poll.reached_ms)
        listed = entry is None or (value_of(entry) or {}).get("listed")
        if entry is not None and not listed and not _listed_since(topics, product, edition_of(entry), poll.got_ms):
            yield Finding("withdrawn-shown", poll.subject, f"{product}, withdrawn at {edition_of(entry)}")
    if poll.subject.kind == "product":
        yield from _older_than_said(poll, topics.last(CATALOGUE, poll.subject.key, poll.reached_ms))
        yield from _older_than_said(poll, topics.last(COPY, f"{poll.subject.key} en", poll.reached_ms))
    elif not poll.body["stale"]:
        told = topics.last(PERSONAL, poll.subject.key, poll.reached_ms)
        yield from _older_than_said(poll, told)
        yield from _still_personal(poll, told, topics)


def _older_than_said(poll: Poll, known: LogRecord | None) -> Iterator[Finding]:
    if known is not None and poll.position < edition_of(known):
        story = f"edition {poll.position}, where {known.topic} had {edition_of(known)}"
        yield Finding("older-than-said", poll.subject, f"{story}; age {poll.body['age_seconds']} s")


def _still_personal(poll: Poll, told: LogRecord | None, topics: Topics) -> Iterator[Finding]:
    if told is None or told.value is not None or not poll.body["personal"]:
        return
    since = topics.later(PERSONAL, poll.subject.key, edition_of(told), poll.got_ms)
    if not any(one.value is not None for one in since):
        yield Finding("still-personal", poll.subject, f"forgotten at {edition_of(told)}")


def _blank(polls: Iterable[Poll]) -> Iterator[Finding]:
    for poll in polls:
        if poll.status != OK or poll.subject.kind != "user":
            continue
        shown = _shown(poll)
        if len(shown) < FEWEST or not all(item["text"] and item["title"] for item in poll.body["items"]):
            yield Finding("blank", poll.subject, f"{len(shown)} products")
        if len(set(shown)) < len(shown):
            yield Finding("doubled", poll.subject, f"{shown}")


# -- when nothing happens any more ----------------------------------------------------------------------------


def judge_last(polls: Iterable[Poll], seen: Iterable[Seen]) -> list[Finding]:
    """Answers to which nothing is missing any more are those that the topics give."""
    topics = Topics(seen)
    by_kind: Mapping[str, Callable[[Poll, Topics], Iterator[Finding]]] = {"product": _of_product, "user": _of_user}
    return [found for poll in polls for found in by_kind[poll.subject.kind](poll, topics)]


def _of_product(poll: Poll, topics: Topics) -> Iterator[Finding]:
    entry = value_of(topics.last(CATALOGUE, poll.subject.key))
    if entry is None or not entry["listed"]:
        if poll.status != UNKNOWN:
            yield Finding("not-gone", poll.subject, f"{poll.status}")
        return
    copy = value_of(topics.last(COPY, f"{poll.subject.key} {entry['locales'][0]}"))
    wanted = None if copy is None else {kind: one["text"] for kind, one in copy["kinds"].items()}
    given = {kind: one["text"] for kind, one in poll.body.get("kinds", {}).items()}
    if wanted is not None and given != wanted:
        yield Finding("other-copy", poll.subject, f"{given}, where the topic has {wanted}")


def _of_user(poll: Poll, topics: Topics) -> Iterator[Finding]:
    copy = value_of(topics.last(PERSONAL, poll.subject.key))
    if poll.status != OK or poll.body["personal"] != (copy is not None):
        yield Finding("other-person", poll.subject, f"{poll.status}, personal: {poll.body.get('personal')}")
        return
    picks = [] if copy is None else [pick for pick in copy["picks"] if _on_offer(topics, pick["product"])]
    wanted = [pick["product"] for pick in picks][:FEWEST]
    if _shown(poll)[: len(wanted)] != wanted:
        yield Finding("other-picks", poll.subject, f"{_shown(poll)}, where {wanted} were picked")
        return
    for pick, item in zip(picks, poll.body["items"], strict=False):
        key = f"{pick['product']} {(copy or {})['audience']} {pick['locale']}"
        yield from _of_item(poll, item, pick, topics.last(BLURB, key))


def _of_item(poll: Poll, item: Value, pick: Value, blurb: LogRecord | None) -> Iterator[Finding]:
    shared = value_of(blurb)
    if shared is not None and blurb is not None and edition_of(blurb) >= pick["edition"]:
        if item["text"] != shared["blurb"]["text"]:
            yield Finding(
                "other-words", poll.subject, f"{item['text']!r}, where the blurb is {shared['blurb']['text']!r}"
            )
    elif blurb is not None and edition_of(blurb) >= pick["edition"] and item["level"].endswith("-blurb"):
        yield Finding("withdrawn-words", poll.subject, f"{item['text']!r}, withdrawn at {edition_of(blurb)}")


def _on_offer(topics: Topics, product: str) -> bool:
    entry = value_of(topics.last(CATALOGUE, product)) or {}
    sold_out = any((fact["name"], fact["value"]) == ("in_stock", "no") for fact in entry.get("facts", ()))
    return bool(entry.get("listed")) and not sold_out
