"""The judge is judged: a clean log passes, and each planted fault is found by the rule that is for it."""

import ast
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import topic_log
from tests.faults.ideal import Ideal
from tests.faults.last_facts import Standing, demands_of
from tests.faults.oracle import judge
from tests.faults.sampler import Watch
from tests.faults.topic_log import LogRecord
from tests.faults.workload import Event, facts_for, listing, lives

PARTITIONS = 8
KEY = b"vase-1"
HERE = Path(__file__).parent
JUDGES = "oracle judged_copy judged_letters last_facts ledger_log report sampler topic_log".split()


def told(version: int | None, marker: int, locales: tuple[str, ...] = ("en",)) -> Event:
    facts = facts_for("vase-1")
    changed = type(facts)(marker, facts.title, facts.brand, facts.colour, facts.material, locales)
    return Event(3, KEY, listing("vase-1", changed, version))


DELISTED = Event(3, KEY, None)
BAD = Event(3, KEY, b"{", (("judge-expects", b"malformed-json"), ("shop", b"\xff")))


def rules(ideal: Ideal) -> set[str]:
    return {finding.rule for finding in judge(ideal.logs).findings}


def last(ideal: Ideal, topic: str) -> LogRecord:
    return ideal.logs[topic][-1]


@pytest.mark.parametrize("seed", range(5))
def test_a_faultless_run_over_whole_lives_is_clean(seed: int) -> None:
    events = lives("vase", seed, 600, 150, PARTITIONS)
    judgement = judge(Ideal().handle(events).logs)
    assert judgement.clean, str(judgement)
    assert judgement.counts["events"] == 600
    assert judgement.counts["dead-letters"] == 40


@pytest.mark.parametrize(
    ("events", "standing"),
    [
        ([told(1, 111), told(2, 121)], [Standing.PAST, Standing.LAST]),
        ([told(2, 111), told(1, 121)], [Standing.LAST, Standing.WENT_BACK]),
        ([told(None, 111), told(7, 121), told(None, 131)], [Standing.PAST, Standing.PAST, Standing.LAST]),
        ([told(2, 111), told(2, 121)], [Standing.PAST, Standing.LAST]),
        ([told(9, 111), DELISTED], [Standing.PAST, Standing.LAST]),
        ([told(9, 111), DELISTED, told(1, 121)], [Standing.PAST, Standing.PAST, Standing.LAST]),
        ([told(9, 111), told(None, 121), told(8, 131)], [Standing.PAST, Standing.LAST, Standing.WENT_BACK]),
        ([told(1, 111), BAD], [Standing.LAST, Standing.BAD]),
    ],
)
def test_the_input_log_alone_tells_each_event_its_standing(events: list[Event], standing: list[Standing]) -> None:
    log = Ideal().handle(events).logs[topic_log.INPUT]
    demands = demands_of(log)
    assert [demands.standing[record.partition, record.offset] for record in log] == standing


def lose_an_event(ideal: Ideal) -> None:
    ideal.logs[topic_log.LEDGER].pop(0)


def tell_of_what_never_came(ideal: Ideal) -> None:
    ideal.tell(LogRecord(topic_log.INPUT, 3, 99, KEY, b""), "superseded", [], reason="older-revision")


def double_with_a_dead_letter(ideal: Ideal) -> None:
    first = ideal.logs[topic_log.INPUT][0]
    entries = ideal.logs[topic_log.LEDGER]
    ideal.tell(first, "dead-lettered", [], reason="malformed-json")
    entries.insert(0, entries.pop())


def double_with_an_edition_that_is_nowhere(ideal: Ideal) -> None:
    first = ideal.logs[topic_log.INPUT][0]
    entries = ideal.logs[topic_log.LEDGER]
    output = {"topic": topic_log.COPY, "key": "vase-1 en", "edition": 9_000, "verdict": "published"}
    ideal.tell(first, "published", [output])
    entries.insert(0, entries.pop())


def lose_an_output(ideal: Ideal) -> None:
    ideal.logs[topic_log.COPY].pop()


def lose_a_review(ideal: Ideal) -> None:
    output = {"topic": topic_log.REVIEW, "key": "vase-1 en title", "edition": 9_000, "verdict": "published"}
    ideal.tell(last(ideal, topic_log.INPUT), "unchanged", [output])


def leave_a_review_of_a_locale_that_is_gone(ideal: Ideal) -> None:
    _, headers = ideal.edition()
    ideal.append(topic_log.REVIEW, 3, KEY + b" en title", b"{}", headers)
    assert rules(ideal) == set()
    ideal.handle([DELISTED])


def leave_an_older_edition_visible(ideal: Ideal) -> None:
    record = ideal.logs[topic_log.COPY].pop()
    ideal.logs[topic_log.COPY].append(record._replace(headers=(("copydesk-edition", b"1"),)))


def let_a_zombie_write_last(ideal: Ideal) -> None:
    old = ideal.logs[topic_log.COPY][0]
    _, headers = ideal.edition()
    ideal.append(topic_log.COPY, 3, old.key, old.value, headers)


def bring_withdrawn_copy_back(ideal: Ideal) -> None:
    ideal.handle([DELISTED])
    let_a_zombie_write_last(ideal)


def bring_withdrawn_copy_back_for_a_moment(ideal: Ideal) -> None:
    bring_withdrawn_copy_back(ideal)
    _, headers = ideal.edition()
    ideal.append(topic_log.COPY, 3, last(ideal, topic_log.COPY).key, None, headers)


def write_a_locale_nobody_asked_for(ideal: Ideal) -> None:
    source = last(ideal, topic_log.INPUT)
    _, headers = ideal.edition()
    value = json.loads(last(ideal, topic_log.COPY).value or b"")
    value["locale"] = "zh-CN"
    ideal.append(topic_log.COPY, source.partition, KEY + b" zh-CN", json.dumps(value).encode(), headers)


def write_the_wrong_number(ideal: Ideal) -> None:
    record = ideal.logs[topic_log.COPY].pop()
    ideal.logs[topic_log.COPY].append(record._replace(value=(record.value or b"").replace(b"131", b"1131")))


def claim_another_source(ideal: Ideal) -> None:
    record = ideal.logs[topic_log.COPY].pop()
    value = json.loads(record.value or b"")
    value["revision"]["offset"] = 0
    ideal.logs[topic_log.COPY].append(record._replace(value=json.dumps(value).encode()))


def write_without_an_edition(ideal: Ideal) -> None:
    record = last(ideal, topic_log.COPY)
    ideal.append(topic_log.COPY, 3, record.key, record.value)


def write_into_another_partition(ideal: Ideal) -> None:
    record = ideal.logs[topic_log.COPY].pop()
    ideal.logs[topic_log.COPY].append(record._replace(partition=4))


def supersede_the_last_fact(ideal: Ideal) -> None:
    source = last(ideal, topic_log.INPUT)
    ideal.tell(source, "superseded", [], reason="older-revision")


def forget_the_last_fact_in_the_catalogue(ideal: Ideal) -> None:
    ideal.logs[topic_log.CATALOGUE].pop()


def change_a_dead_letter(ideal: Ideal) -> None:
    letters = ideal.logs[topic_log.DEAD_LETTERS]
    letters.append(letters.pop()._replace(value=b"{}"))


def change_a_header_of_a_dead_letter(ideal: Ideal) -> None:
    letters = ideal.logs[topic_log.DEAD_LETTERS]
    letter = letters.pop()
    letters.append(letter._replace(headers=(("shop", b"?"), *letter.headers[1:])))


def give_another_reason(ideal: Ideal) -> None:
    letters = ideal.logs[topic_log.DEAD_LETTERS]
    letter = letters.pop()
    letters.append(letter._replace(headers=(*letter.headers, ("copydesk-dlq-reason", b"too-deep"))))


def lose_a_dead_letter(ideal: Ideal) -> None:
    ideal.logs[topic_log.DEAD_LETTERS].pop()


def dead_letter_a_good_event(ideal: Ideal) -> None:
    letter = last(ideal, topic_log.DEAD_LETTERS)
    at_zero = tuple((k, b"0" if k.endswith("offset") else v) for k, v in letter.headers)
    ideal.append(topic_log.DEAD_LETTERS, 3, KEY, b"{", at_zero)


PLANTED: list[tuple[Callable[[Ideal], None], str]] = [
    (lose_an_event, "lost"),
    (tell_of_what_never_came, "phantom"),
    (double_with_a_dead_letter, "contradicted"),
    (double_with_an_edition_that_is_nowhere, "contradicted"),
    (lose_an_output, "unbacked"),
    (lose_a_review, "unbacked"),
    (leave_a_review_of_a_locale_that_is_gone, "review-of-nothing"),
    (leave_an_older_edition_visible, "wrong-copy"),
    (let_a_zombie_write_last, "wrong-copy"),
    (let_a_zombie_write_last, "went-back"),
    (bring_withdrawn_copy_back, "withdrawn-visible"),
    (bring_withdrawn_copy_back_for_a_moment, "went-back"),
    (write_a_locale_nobody_asked_for, "withdrawn-visible"),
    (write_the_wrong_number, "wrong-copy"),
    (claim_another_source, "wrong-copy"),
    (write_without_an_edition, "no-edition"),
    (write_into_another_partition, "two-partitions"),
    (supersede_the_last_fact, "misjudged"),
    (forget_the_last_fact_in_the_catalogue, "catalogue"),
    (change_a_dead_letter, "dead-letter-bytes"),
    (change_a_header_of_a_dead_letter, "dead-letter-bytes"),
    (give_another_reason, "dead-letter-reason"),
    (lose_a_dead_letter, "dead-letter-missing"),
    (dead_letter_a_good_event, "dead-letter-phantom"),
]


@pytest.mark.parametrize(("plant", "rule"), PLANTED, ids=lambda value: getattr(value, "__name__", value))
def test_a_planted_fault_is_found(plant: Callable[[Ideal], None], rule: str) -> None:
    ideal = Ideal().handle([told(1, 111), told(2, 121), BAD, told(3, 131)])
    assert rules(ideal) == set()
    plant(ideal)
    assert rule in rules(ideal)


def test_a_repeat_with_the_same_outcome_is_counted_and_is_no_fault() -> None:
    ideal = Ideal().handle([told(1, 111)])
    ideal.tell(last(ideal, topic_log.INPUT), "unchanged", [])
    judgement = judge(ideal.logs)
    assert judgement.clean, str(judgement)
    assert judgement.repeats == {(topic_log.INPUT, 3): 1}


def test_a_commit_past_an_event_without_an_outcome_is_found() -> None:
    place = (topic_log.INPUT, 3)
    watch = Watch({place: 0})
    for offset in (0, 1, 3):
        watch.see_entry(*place, offset)
    watch.see_committed({place: 2})
    assert watch.findings == []
    watch.see_committed({place: 4})
    assert [finding.where for finding in watch.findings] == [(*place, 2)]


def test_what_is_handled_again_below_a_commit_is_told_apart_from_other_repeats() -> None:
    place = (topic_log.INPUT, 3)
    watch = Watch({place: 10})
    for offset in (10, 11, 11):
        watch.see_entry(*place, offset)
    watch.see_committed({place: 11})
    watch.see_entry(*place, 11)
    watch.see_entry(*place, 10)
    assert watch.repeated_below_commit == [(*place, 10)]
    assert watch.most_uncommitted[place] == 1


@pytest.mark.parametrize("name", JUDGES)
def test_the_judge_shares_no_code_with_what_it_judges(name: str) -> None:
    tree = ast.parse((HERE / f"{name}.py").read_text())
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {module for module in imported if module.split(".")[0] in {"workers", "schemas", "tests"}}
    assert ours <= {"tests.faults", *(f"tests.faults.{judge}" for judge in JUDGES)}
