"""The judge of the read side finds what it is there to find, and nothing in answers that are right."""

import json

import pytest

from tests.faults.read_side_oracle import judge_last, judge_polls
from tests.faults.read_side_poller import BLURB, CATALOGUE, COPY, PERSONAL, Poll, Seen, Subject, edition_in
from tests.faults.topic_log import LogRecord

MUG, ANNA = Subject("product", "mug"), Subject("user", "anna")
ALL = ("mug", "bowl", "tent", "lamp", "coat", "vase")


def record(topic, key, edition, value, at_ms):
    raw = None if value is None else json.dumps(value).encode()
    headers = (("copydesk-edition", b"%d" % edition),)
    return Seen(LogRecord(topic, 0, edition, key.encode(), raw, headers, at_ms), at_ms + 5)


def listed(product, edition, at_ms, is_listed=True):
    return record(CATALOGUE, product, edition, {"listed": is_listed, "locales": ["en"], "facts": []}, at_ms)


def copied(edition, at_ms, text="A mug."):
    return record(COPY, "mug en", edition, {"kinds": {"title": {"text": text}}}, at_ms)


def picked(edition, at_ms, *products):
    picks = [{"product": one, "locale": "en", "edition": 1, "text": "Words."} for one in products]
    value = {"picks": picks, "audience": "kitchen"} if products else None
    return record(PERSONAL, "anna", edition, value, at_ms)


def blurbed(edition, at_ms, text):
    value = None if text is None else {"blurb": {"text": text}}
    return record(BLURB, "mug kitchen en", edition, value, at_ms)


def mug(at_ms, edition, status=200, age=0.0, text="A mug."):
    body = {"age_seconds": age, "stale": False, "kinds": {"title": {"text": text}}} if status == 200 else {}
    return Poll(MUG, at_ms, at_ms + 3, status, edition, body)


def anna(at_ms, edition, shown=ALL, words=("Words.", "personal-blurb"), **told):
    text, level = words
    items = [{"product": one, "title": one, "text": text, "level": level} for one in shown]
    body = {"age_seconds": 0.0, "stale": False, "personal": True, "items": items, **told}
    return Poll(ANNA, at_ms, at_ms + 3, 200, edition, body)


LOG = [
    *(listed(product, 10, 1000) for product in ALL),
    copied(11, 1010),
    picked(100, 1020, "mug", "bowl"),
    listed("mug", 20, 3000, is_listed=False),
    listed("mug", 30, 5000),
    copied(31, 5010),
]


def rules(polls, log=LOG):
    return {finding.rule for finding in judge_polls(polls, log)}


def test_answers_that_know_what_they_claim_to_know_are_right():
    polls = [
        mug(2000, 11),
        anna(2010, 100),
        mug(2500, -1, status=0),
        mug(2600, -1, status=503),
        mug(3500, 20, status=404),
        anna(3510, 100, shown=("bowl", "tent", "lamp", "coat", "vase", "pan")),
        # From disk, after a restart: what it says of its age permits what it shows.
        anna(5600, 100, shown=("bowl", "tent", "lamp", "coat", "vase", "pan"), age_seconds=1.2),
        mug(5700, 31),
        anna(5710, 100),
        anna(5800, -1, personal=False, stale=True),
    ]
    assert rules(polls) == set()


def test_a_withdrawn_product_may_be_shown_by_an_answer_that_says_it_is_older():
    assert rules([mug(3500, 11, age=0.6)]) == set()
    assert rules([anna(3500, 100, age_seconds=0.6)]) == set()


@pytest.mark.parametrize(
    ("rule", "polls"),
    [
        ("went-back", [mug(5600, 31), mug(5700, 30, age=5.0)]),
        ("unknown-again", [mug(2000, 11), mug(2100, -1, status=404)]),
        ("unknown-again", [anna(2000, 100), anna(2100, -1, personal=False)]),
        ("shown-again", [mug(3500, 20, status=404), mug(3600, 20, age=2.0)]),
        ("shown-again", [mug(3500, 20, status=404), anna(3600, 100, age_seconds=2.0)]),
        ("withdrawn-shown", [mug(3500, 20)]),
        ("withdrawn-shown", [anna(3500, 100)]),
        ("older-than-said", [mug(5700, 30)]),
        ("older-than-said", [anna(2000, 99)]),
        ("blank", [anna(2000, 100, shown=ALL[:5])]),
        ("blank", [anna(2000, 100, words=("", "personal-blurb"))]),
        ("doubled", [anna(2000, 100, shown=(*ALL, "mug"))]),
        ("failed", [mug(2000, -1, status=500)]),
    ],
)
def test_what_must_not_be_said_is_found(rule, polls):
    assert rule in rules(polls)


def test_who_is_forgotten_and_sees_personal_words_is_found():
    log = [*LOG, picked(200, 6000)]
    assert rules([anna(6500, 200)], log) == {"still-personal"}
    assert rules([anna(6500, 200, personal=False)], log) == set()
    assert rules([anna(6500, 201)], [*log, picked(201, 6400, "bowl")]) == set()


def test_a_read_side_that_goes_back_once_in_a_long_run_is_found():
    polls = [mug(5600 + number, 31) for number in range(200)]
    polls[120] = polls[120]._replace(position=30)
    assert [finding.rule for finding in judge_polls(polls, LOG)] == ["older-than-said", "went-back"][::-1]


def test_last_answers_are_held_to_the_topics():
    log = [*LOG, blurbed(40, 6000, "For your kitchen.")]
    right = anna(9000, 100, words=("For your kitchen.", "audience-blurb"))
    assert judge_last([mug(9000, 31), right], log) == []

    def found(poll, more=()):
        return {finding.rule for finding in judge_last([poll], [*log, *more])}

    assert found(mug(9000, 31, text="Another.")) == {"other-copy"}
    assert found(mug(9000, 31), [listed("mug", 50, 7000, is_listed=False)]) == {"not-gone"}
    assert found(anna(9000, 100, personal=False)) == {"other-person"}
    assert found(anna(9000, 100, shown=ALL[::-1])) == {"other-picks"}
    assert found(anna(9000, 100)) == {"other-words"}
    assert found(anna(9000, 100), [blurbed(41, 7000, None)]) == {"withdrawn-words"}


def test_a_position_is_read_from_its_token():
    assert edition_in("MTozOjQy") == 42
    assert edition_in("") == -1
