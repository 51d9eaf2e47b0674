"""What the commands print, from values."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from rich.console import Console

from schemas.codec import encode_json
from schemas.outbound import LedgerEntry, Source
from tests.doubles import ManualClock
from workers.adapters.kafka_admin import NamedTopic
from workers.adapters.kafka_reader import Place
from workers.adapters.kafka_topics import Drift, Recount, TopicPlan
from workers.audit.keys import SharedKeys
from workers.audit.report import Finding, Report, Wrong
from workers.demo import broken, listings
from workers.entrypoints import topics_cli
from workers.entrypoints.audit import view as audit_view
from workers.entrypoints.audit.run import Answer
from workers.entrypoints.demo import view as demo_view
from workers.entrypoints.demo.run import Chapter, Outcomes, counted, quantile, shop
from workers.entrypoints.demo.users import Act
from workers.entrypoints.explain import view as explain_view
from workers.entrypoints.explain.search import Explanation
from workers.entrypoints.tail import reading as tail
from workers.outcome import Position


@dataclass(frozen=True)
class Logged:
    """A record as a reader gives it."""

    key: bytes | None = b"p1 en-US"
    value: bytes | None = b"{}"
    headers: tuple = ()
    offset: int = 7
    timestamp: int = 1_700_000_000_000


def shown(*renderables: object) -> str:
    console = Console(width=120, color_system=None)
    with console.capture() as capture:
        for one in renderables:
            console.print(one, highlight=False)
    return capture.get()


def answer(report: Report) -> Answer:
    return Answer(report, SharedKeys())


def test_a_clean_audit_says_how_many_and_what_waits():
    lines = "\n".join(audit_view.verdict_lines(answer(Report(events=1200, waiting=3))))
    assert "each of 1,200 events has one outcome" in lines
    assert "3 are not handled yet" in lines


def test_a_clean_audit_says_how_many_keys_show_what_the_ledger_says():
    lines = "\n".join(audit_view.verdict_lines(answer(Report(events=1200, keys=1300))))
    assert "what 1,300 keys show agrees with it" in lines
    document = audit_view.document(answer(Report(keys=7, keys_not_auditable=2)))
    assert (document["keys"], document["keys_not_auditable"]) == (7, 2)


def test_an_audit_of_nothing_does_not_call_itself_clean():
    assert "clean" not in "\n".join(audit_view.verdict_lines(answer(Report(waiting=3))))


def test_what_is_wrong_is_explained_and_some_of_it_shown():
    findings = tuple(Finding(Wrong.MISSING, f"product-created/0/{n}", "gone") for n in range(30))
    lines = list(audit_view.verdict_lines(answer(Report(events=9, wrong={"missing": 45}, findings=findings))))
    assert lines[0] == "[red]45 missing[/]: acknowledged, but the ledger has no entry"
    assert len(lines) == 2 + audit_view.SHOWN
    assert lines[-1] == "  … and 25 more; --json has more of them"


def test_keys_in_two_partitions_are_told_and_are_no_fault():
    keys = SharedKeys()
    for partition in (1, 4):
        keys.add(b"mug-1", partition)
    both = Answer(Report(events=2), keys)
    assert "1 keys stand in more than one partition[/] (mug-1)" in next(audit_view.verdict_lines(both))
    document = audit_view.document(both)
    assert document["clean"] is True
    assert document["shared_keys"] == {"mug-1": [1, 4]}


def test_the_table_of_an_audit_has_every_count():
    report = Report(events=12, verdicts={"published": 10, "dead-lettered": 2}, entries=14, repeats=2, dead_letters=2)
    table = shown(audit_view.counts(report))
    for words in (
        "events",
        "published",
        "dead-lettered",
        "not handled yet",
        "2 of them repeats",
        "visible keys",
        "model calls",
    ):
        assert words in table


def test_sealed_letters_that_were_not_compared_are_counted_with_the_remedy_and_are_no_fault():
    closed = answer(Report(events=9, dead_letters=3, sealed_not_compared=2))
    lines = list(audit_view.verdict_lines(closed))
    assert lines[0].startswith("[yellow]2 sealed dead letters were not compared")
    assert "COPYDESK_PRIVACY__SEAL_KEYS" in lines[0]
    assert "each of 9 events has one outcome" in lines[1]
    assert "2 of them sealed, not compared" in shown(audit_view.counts(closed.report))
    assert audit_view.document(closed)["sealed_not_compared"] == 2


def test_copy_is_tailed_as_copy():
    value = encode_json(
        {"kinds": {"title": {"text": "Mug", "origin": "model"}, "bullets": {"text": "a\nb", "origin": "fallback"}}}
    )
    headers = (("copydesk-edition", b"12"), ("ce_type", b"product-copy/1"), ("ce_causationid", b"e-1"))
    text = shown(*tail.lines(Place("product-copy", 3), Logged(value=value, headers=headers)))
    assert "p1 en-US  product-copy/3/7  edition 12" in text
    assert "ce_causationid=e-1" in text
    assert "ce_type" not in text
    assert "title model Mug" in text
    assert "bullets fallback a · b" in text


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "(tombstone)"), (b"{broken", "{broken"), (b"\xff\xfe", "\ufffd"), (b"[1, 2]", "[1, 2]")],
)
def test_whatever_a_value_is_it_is_shown(value, expected):
    assert expected in shown(*tail.lines(Place("t", 0), Logged(key=None, value=value)))


def test_a_tailed_record_is_one_json_document():
    told = tail.document(Place("t", 1), Logged(key=None, value=None, headers=(("a", None), ("a", b"x"))))
    assert told["key"] is None
    assert told["value"] is None
    assert told["headers"] == [["a", None], ["a", "x"]]


def test_markup_in_a_record_is_text():
    assert "[red]no[/]" in shown(*tail.lines(Place("t", 0), Logged(key=b"[red]no[/]", value=b'{"a": "[b]"}')))


def test_a_plan_of_topics_is_told_line_by_line():
    plan = TopicPlan(
        (NamedTopic("a", 4, {"cleanup.policy": "compact"}),),
        (Drift("b", "retention.ms", "", "1"),),
        (Recount("c", 3, 4),),
    )
    assert shown(*topics_cli.lines(plan)).split("\n")[:3] == [
        "make  a: 4 partitions, compact",
        "set   b: retention.ms from nothing to 1",
        "refuse c: has 3 partitions, not 4",
    ]
    assert list(topics_cli.lines(TopicPlan((), (), ()))) == ["all topics are as they should be"]


def explanation(**more: object) -> Explanation:
    copy = {
        "origin": "fallback",
        "writer_away": True,
        "attempt": 0,
        "fingerprint": "f" * 64,
        "brief_id": "b" * 32,
        "rules_version": "1",
        "sentences": [{"text": "A blue mug.", "facts": ["f1", "f2"]}],
    }
    told = {"verdict": "fallback", "refused": ["length"]}
    entry = {
        "source": {"topic": "product-created", "partition": 1, "offset": 5},
        "verdict": "published",
        "outputs": [{"kinds": {"title": told}}],
    }
    facts = {"f1": {"id": "f1", "name": "colour", "value": "blue", "unit": ""}}
    return Explanation(
        "c" * 32, "title", "mug-1", "en-US", copy, {}, 9, visible=True, entries=[entry], facts=facts, **more
    )


def test_an_explanation_goes_from_the_event_to_the_facts():
    text = shown(*explain_view.lines(explanation()))
    for words in (
        "title of mug-1 en-US",
        "visible now",
        "product-created/1/5: published; this copy: fallback",
        "refused first by length",
        "written by fallback, because the writer was away, attempt 1",
        "A blue mug.",
        "f1  colour = blue",
        "f2  (not among the product's facts any more)",
    ):
        assert words in text


def test_of_a_repaired_draft_it_is_told_what_was_done_to_it():
    told = explanation()
    told.entries[0]["outputs"][0]["kinds"]["title"]["verdict"] = "repaired"
    text = shown(*explain_view.lines(told))
    assert "this copy: repaired\n" in text
    assert "a draft without its sentences that were refused" in text
    assert "a draft without" not in shown(*explain_view.lines(explanation()))


def test_a_copy_that_only_the_ledger_remembers_is_explained_by_it():
    gone = explanation()
    gone.copy, gone.visible = {}, False
    text = shown(*explain_view.lines(gone))
    assert "not in the topic any more" in text
    assert "written by" not in text


def test_the_demo_repeats_its_listings_under_other_ids_when_asked_for_more():
    keys = [key for key, _ in shop(len(listings()) + 5)]
    mine = [key for key in keys if key not in {event.key for event in broken()}]
    assert len(mine) == len(set(mine)) == len(listings()) + 5
    assert len(keys) == len(mine) + len(broken())


@pytest.mark.parametrize("products", [1, 3, 20, 84])
def test_the_broken_records_stand_among_the_listings(products):
    items = shop(products)
    assert len(items) == products + len(broken())


def test_a_quantile_of_nothing_is_nothing():
    assert quantile([], 0.5) == 0
    assert quantile([1, 2, 3, 4], 0.5) == 3
    assert quantile([1, 2, 3, 4], 0.99) == 4


def outcomes() -> Outcomes:
    told = Outcomes(ManualClock())
    for offset, (verdict, reason) in enumerate([("published", None), ("dead-lettered", "no-key"), ("unchanged", None)]):
        position = Position("product-created", 0, offset)
        source = Source(topic="product-created", partition=0, offset=offset)
        told.entries[position] = LedgerEntry(
            source=source, key="k", verdict=verdict, reason=reason, model_calls=offset, at_ms=0
        )
        told.sent_ms[position] = 100
        told.seen_ms[position] = 130 + 1000 * offset
    return told


def told(chapters: Sequence[Chapter] = ()) -> demo_view.Told:
    item = {"title": "Mug [b]", "text": "A mug.", "reason": "interest", "level": "audience-blurb"}
    shown = {"user": "u1." + "0" * 32, "audience": {"words": "kitchen"}, "items": [item]}
    act = Act(400, ("kitchen",), 8, 6, (shown,))
    return demo_view.Told(chapters, outcomes(), act, (answer(Report()), answer(Report())))


def test_what_users_are_shown_stands_beside_where_it_comes_from():
    text = shown(*demo_view.user_panels(told().act))
    for words in ("u1.00000000… · kitchen", "Mug [b]", "A mug.", "interest,", "audience-blurb"):
        assert words in text


def test_held_dead_letters_do_not_count_as_slow():
    assert outcomes().latencies() == [30, 2030]


def test_the_demos_table_has_what_was_promised():
    table = shown(demo_view.totals(told()))
    for words in ("product events in", "dead-lettered", "no-key", "model calls", "p99", "blurbs written", "0.015"):
        assert words in table


def test_the_story_marks_what_was_not_expected():
    position = Position("product-created", 0, 0)
    chapters = [Chapter("as it was", "published", position), Chapter("odd", "withdrawn", position)]
    table = shown(demo_view.story_table(chapters, outcomes()))
    assert "(expected: withdrawn)" in table
    assert "(expected: published)" not in table
    document = demo_view.document(told(chapters))
    assert document["dead_letters"] == {"no-key": 1}
    assert document["verdicts"] == {"published": 1, "dead-lettered": 1, "unchanged": 1}
    assert document["story"][1] == {"about": "odd", "expect": "withdrawn", "verdict": "published"}
    assert document["users"]["blurbs"] == 6


def test_a_copy_stands_beside_its_facts():
    copy = {"product": "mug", "locale": "en-US", "kinds": {"bullets": {"text": "one\ntwo"}, "title": {"text": "Mug"}}}
    facts = [{"name": f"n{n}", "value": "v", "unit": ""} for n in range(14)]
    text = shown(*demo_view.copy_panels([copy], {"mug": {"facts": facts}}))
    for words in ("mug · en-US", "n0: v", "… 2 more", "• one", "• two", "Mug"):
        assert words in text


def test_reasons_of_dead_letters_are_counted_below_their_verdict():
    assert counted(outcomes().entries) == {"published": 1, "dead-lettered": 1, "  no-key": 1, "unchanged": 1}
