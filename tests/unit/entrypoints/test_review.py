"""The review queue from outside: which review and which draft are meant, how they are shown, what is sent."""

import stat
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.text import Text

from schemas.codec import decode_own, encode
from schemas.outbound import LedgerDecision, LedgerEntry, Source
from schemas.outbound_review import CopyReview
from schemas.topics import CATALOGUE, COPY_REVIEW
from tests.contract.examples import FOLDER
from tests.doubles import ManualClock
from tests.unit.entrypoints.test_fit_reading import Logged, Logs, edition, listing
from workers.edit.gate import SHIPPED
from workers.entrypoints.review import cli as review_cli
from workers.entrypoints.review import view as review_view
from workers.entrypoints.review.editor import edited
from workers.entrypoints.review.queue import Receipt, ReviewQueue, Waiting, Wanted, decision_of, draft_named, named
from workers.errors import Fatal, Misuse
from workers.outcome import Position
from workers.settings import Kafka

BOTTLE = decode_own((FOLDER / "copy-review" / "v1" / "bottle-title.json").read_bytes(), CopyReview)
KEY = "bottle-7 en-GB title"
ONE = Waiting(3, BOTTLE)
OTHER = Waiting(1, BOTTLE.model_copy(update={"product": "cup-1", "locale": "zh-CN", "drafts": ()}))
PLACE = Position("copy-requests", 3, 7)


def changed(draft: int, **changes: Any) -> CopyReview:
    drafts = list(BOTTLE.drafts)
    drafts[draft] = drafts[draft].model_copy(update=changes)
    return BOTTLE.model_copy(update={"drafts": tuple(drafts)})


def plain(lines: Any) -> str:
    return "\n".join(Text.from_markup(line).plain for line in lines)


# -- which is meant -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [ONE, OTHER]),
        (Wanted(product="cup-1"), [OTHER]),
        (Wanted(locale="en-GB"), [ONE]),
        (Wanted(rule="claims"), [ONE]),
        (Wanted(rule="contact"), []),
        (Wanted(product="cup-1", rule="claims"), []),
    ],
)
def test_reviews_are_listed_by_product_locale_and_rule(wanted: Wanted, found: list[Waiting]) -> None:
    assert list(wanted.of([OTHER, ONE])) == found


@pytest.mark.parametrize("words", [[KEY], KEY.split(), ["bottle-7", "en-GB title"]])
def test_a_key_is_given_whole_or_in_parts(words: list[str]) -> None:
    assert named([OTHER, ONE], words) is ONE


@pytest.mark.parametrize(
    ("words", "reason"),
    [(["bottle-7"], "no-key"), (["bottle-7 en-GB slogan"], "no-key"), (["bottle-7 en-US title"], "nothing-waits")],
)
def test_what_does_not_wait_is_told(words: list[str], reason: str) -> None:
    with pytest.raises(Fatal, match=reason):
        named([OTHER, ONE], words)


def test_of_one_key_in_two_partitions_the_newest_is_meant() -> None:
    newer = Waiting(5, BOTTLE.model_copy(update={"edition": BOTTLE.edition + 1}))
    assert named([newer, ONE], [KEY]) is newer


@pytest.mark.parametrize(
    ("review", "number", "attempt"),
    [(BOTTLE, 1, BOTTLE.drafts[0].attempt), (BOTTLE.model_copy(update={"drafts": BOTTLE.drafts[1:2]}), 0, None)],
)
def test_a_draft_is_named_by_its_number_unless_there_is_one_alone(
    review: CopyReview, number: int, attempt: Any
) -> None:
    expected = review.drafts[0].attempt if attempt is None else attempt
    assert draft_named(review, number).attempt == expected


@pytest.mark.parametrize(
    ("review", "number", "reason"),
    [
        (BOTTLE, 0, "which-draft"),
        (BOTTLE, 9, "no-such-draft"),
        (BOTTLE.model_copy(update={"drafts": ()}), 0, "no-such-draft"),
        (changed(0, whole=False), 1, "no-such-draft"),
        (changed(0, text=""), 1, "no-such-draft"),
    ],
)
def test_a_draft_that_cannot_be_approved_is_told(review: CopyReview, number: int, reason: str) -> None:
    with pytest.raises(Fatal, match=reason):
        draft_named(review, number)


def test_a_decision_names_the_review_that_was_seen() -> None:
    told = decision_of(ONE, "edit", ("ada", "shorter"), text="Tarn Flask")
    assert (told.edition, told.brief_id, told.kind) == (BOTTLE.edition, BOTTLE.brief_id, "title")
    assert (told.text, told.approver, told.note) == ("Tarn Flask", "ada", "shorter")


@pytest.mark.parametrize(
    ("signed", "more"),
    [
        (("ada@shop.example", ""), {"text": "a"}),
        (("ada", "n" * 201), {"text": "a"}),
        (("ada", ""), {"text": "a" * 2401}),
    ],
)
def test_what_the_schema_does_not_take_is_not_sent(signed: tuple[str, str], more: dict[str, str]) -> None:
    with pytest.raises(Fatal, match="bad-decision"):
        decision_of(ONE, "edit", signed, **more)


def queue(logs: Logs) -> ReviewQueue:
    return ReviewQueue(Kafka(), logs, ManualClock())


def review(at: int, value: bytes | None = b"") -> Logged:
    told = BOTTLE.model_copy(update={"edition": at})
    return Logged(KEY.encode(), encode(told) if value == b"" else value, edition(at))


async def test_what_waits_is_the_review_of_highest_edition_and_under_a_tombstone_is_none() -> None:
    logs = Logs()
    logs.add(COPY_REVIEW, 0, review(2), review(1), review(1, b"a later version's"))
    logs.add(COPY_REVIEW, 1, review(4), review(5, None))
    (one,) = await queue(logs).waiting(lambda done, of: None)
    assert (one.partition, one.review.edition) == (0, 2)


async def test_a_product_is_as_the_catalogue_of_its_own_partition_has_it() -> None:
    logs = Logs()
    logs.add(CATALOGUE, 0, listing("bottle-7", 9))
    logs.add(CATALOGUE, 3, listing("bottle-7", 2), listing("bottle-7", 1), listing("cup-1", 7))
    assert (await queue(logs).entry(ONE, lambda done, of: None)).edition == 2
    logs.add(CATALOGUE, 3, listing("bottle-7", 3, listed=False))
    with pytest.raises(Fatal, match="unknown-product"):
        await queue(logs).entry(ONE, lambda done, of: None)


# -- a person's own text --------------------------------------------------------------------------------------------


def editor(folder: Path, script: str) -> dict[str, str]:
    path = folder / "ed"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return {"EDITOR": str(path)}


def test_the_persons_editor_is_given_the_last_draft(tmp_path: Path) -> None:
    assert edited("Tarn Flask", editor(tmp_path, 'sed -i s/Flask/Bottle/ "$1"')) == "Tarn Bottle\n"


@pytest.mark.parametrize("script", ["exit 3", "exit 0; no such thing"])
def test_an_editor_that_fails_changes_nothing(tmp_path: Path, script: str) -> None:
    environment = editor(tmp_path, script) if script == "exit 3" else {"VISUAL": str(tmp_path / "missing")}
    with pytest.raises(Fatal, match="editor-failed"):
        edited("Tarn Flask", environment)


def test_a_text_comes_from_one_place(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text("\nTarn Flask\n")
    assert review_cli._own_text(ONE, "", file) == "Tarn Flask"
    assert review_cli._own_text(ONE, " Tarn Flask ", None) == "Tarn Flask"
    file.write_text("\n")
    for text, path in (("a", file), ("", file), (" ", None), ("", None)):
        with pytest.raises(Misuse):
            review_cli._own_text(ONE, text, path)


# -- how it is shown ------------------------------------------------------------------------------------------------


def test_a_line_tells_key_rules_and_the_last_draft() -> None:
    text = plain(review_view.listed([ONE], 3))
    assert text.splitlines()[0].startswith(f"{KEY}  claims  Tarn Eco-Friendly Flask")
    assert text.splitlines()[-1] == "1 shown, 2 more wait"
    assert plain(review_view.listed([], 0)) == "nothing waits for anybody"


def test_a_review_shows_drafts_with_what_was_refused_and_the_facts() -> None:
    text = plain(review_view.shown(Waiting(3, changed(1, whole=False)), SHIPPED))
    for words in (
        f"{KEY}  edition {BOTTLE.edition}, at most 120 characters",
        "product-created/3/41",
        "draft 1 ",
        "claims  Eco-Friendly",
        "nobody overrules claims: `edit` mends the text",
        "draft 2 ",
        "not whole",
        "capacity = 500 ml",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("text", "spans", "red"),
    [
        ("Tarn Eco-Friendly Flask", ["Eco-Friendly"], ["Eco-Friendly"]),
        ("a cup, a cap, a cup", ["cup"], ["cup", "cup"]),
        ("aaa", ["aa"], ["aaa"]),
        ("one two three", ["one two", "two three"], ["one two three"]),
        ("a [b] c", ["[b]"], ["[b]"]),
        ("a [b] c", ["not there", ""], []),
        ("", ["a"], []),
    ],
)
def test_each_place_of_each_span_is_marked_and_the_text_stays_itself(
    text: str, spans: list[str], red: list[str]
) -> None:
    shown = Text.from_markup(review_view.marked(text, spans))
    assert shown.plain == text
    assert [text[one.start : one.end] for one in shown.spans] == red


def test_markup_in_a_draft_is_no_markup_of_ours() -> None:
    review = changed(0, text="[red]free[/] \\[bold]", refusals=())
    console = Console(width=200, force_terminal=True, color_system="truecolor")
    with console.capture() as captured:
        for line in review_view.drafted(1, review.drafts[0], None, SHIPPED):
            console.print(line, highlight=False, soft_wrap=True)
    assert "[red]free[/] \\[bold]" in Text.from_ansi(captured.get()).plain


def outcome(action: str, reason: str | None = None) -> LedgerEntry:
    return LedgerEntry(
        source=Source(topic="copy-requests", partition=3, offset=7),
        key="bottle-7",
        verdict="superseded" if reason else "published",
        reason=reason,
        decision=LedgerDecision(action=action, by="ada"),
        at_ms=0,
    )


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (outcome("edit"), f"published: {KEY}, by ada"),
        (outcome("reject"), f"rejected, and nothing published: {KEY}, by ada"),
        (outcome("edit", "edition-moved"), "edition-moved: nothing was changed: somebody has decided"),
        (outcome("edit", "a-reason-to-come"), "a-reason-to-come: nothing was changed"),
        (None, "sent as copy-requests/3/7; what came of it will stand in copy-ledger"),
    ],
)
def test_what_became_of_a_decision_is_told(entry: LedgerEntry | None, words: str) -> None:
    receipt = Receipt(PLACE, entry)
    assert words in plain(review_view.decided(ONE, receipt, None))
    told = review_view.receipt_document(ONE, receipt)
    assert told["carried_out"] is (entry is not None and entry.reason is None)
    assert (told["key"], told["position"]) == (KEY, "copy-requests/3/7")


def test_a_review_for_scripts_is_its_record() -> None:
    told = review_view.document(ONE)
    assert (told["key"], told["partition"], told["kind"]) == (KEY, 3, "title")
    assert told["drafts"][0]["refusals"][0]["rule"] == "claims"
