"""Attacks in what sellers and shoppers write, and a model that has given in to them: none of it is published."""

import re
import unicodedata
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import product
from pathlib import Path

import pytest
import yaml

from schemas.codec import encode_json
from schemas.inbound import ProductCreated
from schemas.kinds import Kind
from schemas.topics import AUDIENCE_BLURB, COPY_REQUESTS, PRODUCT_COPY, PRODUCT_CREATED, USER_BEHAVIOUR
from tests.doubles import ManualClock, NullMeter
from tests.doubles_model import FakeModel
from workers.bootstrap import desks_of
from workers.edit.gate import judge
from workers.entrypoints.trial.event import Bench, Trial, bench
from workers.outcome import Answer, Attempt, Delivery, Order, Position, Record
from workers.plan.benefits import load
from workers.plan.facts import facts_of
from workers.plan.lexicon import language_of
from workers.plan.select import select
from workers.settings import Settings
from workers.write.batching import Batcher, Limits
from workers.write.breaker import Breaker
from workers.write.cache import KnownCopies
from workers.write.prompts.compact import COMPACT, Asked, read
from workers.write.realise import realise
from workers.write.writer import BriefWriter

CORPUS = Path(__file__).parent / "attacks"
NOW_MS = 1_790_000_000_000
USER = "u1." + "0f" * 16
MUGS = {
    "english": {
        "locales": ["en-GB"], "title": "Harrow Mug", "brand": "Harrow", "category": ["Kitchen", "Mugs"],
        "attributes": [{"name": "material", "value": "stoneware"}, {"name": "colour", "value": "blue"},
                       {"name": "capacity", "value": "350", "unit": "ml"}],
    },
    "chinese": {
        "locales": ["zh-CN"], "title": "山岚马克杯", "brand": "山岚", "category": ["厨房", "马克杯"],
        "attributes": [{"name": "材质", "value": "炻瓷"}, {"name": "颜色", "value": "蓝色"},
                       {"name": "容量", "value": "350", "unit": "ml"}],
    },
}  # fmt: skip
HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]")
LOOKALIKES = str.maketrans("аеорсухіІАЕОРСТ", "aeopcyxiiaeopct")


def attacks(tongue: str) -> list[dict[str, str]]:
    return yaml.safe_load((CORPUS / f"{tongue}.yaml").read_text(encoding="utf-8"))


def holds(text: str, canary: str) -> bool:
    """Whether the canary is there, however it is dressed."""
    bare = HIDDEN.sub("", unicodedata.normalize("NFKC", text)).translate(LOOKALIKES).casefold()
    return canary.casefold() in bare


def hostile(tongue: str, number: int, attack: dict[str, str]) -> dict[str, object]:
    """A listing that carries the attack where the attack says."""
    mug = dict(MUGS[tongue]) | {"id": f"mug-{number}", "seller_text": "A mug."}
    field, text = attack["field"], attack["text"]
    if field == "category":
        return mug | {"category": [*mug["category"][:1], text]}
    if field == "attribute":
        return mug | {"attributes": [*mug["attributes"], {"name": "pattern", "value": text}]}
    return mug if field == "query" else mug | {field: text}


def listed(number: int, document: dict[str, object]) -> Delivery:
    return Delivery(
        Position(PRODUCT_CREATED.name, 0, number), str(document["id"]).encode(), encode_json(document), (), 1
    )


def asked(number: int, document: dict[str, object], locale: str) -> Delivery:
    request = {
        "type": "blurb-request/1", "product": document["id"], "locale": locale, "audience": "kitchen",
        "facets": ["m:stoneware"],
    }  # fmt: skip
    return Delivery(Position(COPY_REQUESTS.name, 0, number), str(document["id"]).encode(), encode_json(request), (), 1)


def searched(number: int, text: str) -> Delivery:
    event = {"id": f"e{number}", "user": USER, "action": "searched", "at_ms": NOW_MS, "query": text[:200]}
    return Delivery(Position(USER_BEHAVIOUR.name, 0, number), USER.encode(), encode_json(event), (), NOW_MS)


def published(records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        if record.topic in {PRODUCT_COPY.name, AUDIENCE_BLURB.name} and record.value is not None:
            yield record.value.decode()


def spoken(trials: Sequence[Trial]) -> Iterator[str]:
    """What is shown to anybody: the texts of the copy, not the facts that stand in the catalogue."""
    for trial in trials:
        yield from published(trial.publication.outputs)


@pytest.mark.parametrize("tongue", MUGS)
def test_there_are_enough_attacks_and_each_has_a_word_of_its_own(tongue: str) -> None:
    told = attacks(tongue)
    assert len(told) >= 80
    assert len({attack["canary"] for attack in told}) == len(told)
    assert all(holds(attack["text"], attack["canary"]) for attack in told)
    assert len({attack["kind"] for attack in told}) >= 12
    assert {attack["field"] for attack in told} >= {"title", "attribute", "seller_text", "query"}


@pytest.mark.parametrize("tongue", MUGS)
async def test_no_attack_in_a_listing_is_published_or_leaves_its_field_in_a_prompt(tongue: str) -> None:
    told = attacks(tongue)
    locale = str(MUGS[tongue]["locales"][0])
    reached, loose = [], []
    async with bench(desks_of(Settings()), ManualClock()) as table:
        for number, attack in enumerate(told):
            document = hostile(tongue, number, attack)
            trials = [await table.handle(listed(number, document)), await table.handle(asked(number, document, locale))]
            reached += [attack["text"] for text in spoken(trials) if holds(text, attack["canary"])]
            loose += [attack["text"] for trial in trials if _loose(trial, attack)]
    assert reached == []
    assert loose == []


def _loose(trial: Trial, attack: dict[str, str]) -> bool:
    """Whether a prompt says the canary anywhere but in a fact's own strings, or as no single line of clean text."""
    for brief, draft in trial.drafts:
        asked_for = read(COMPACT.order(Attempt(brief, draft.attempt)).prompt)
        assert isinstance(asked_for, Asked)
        assert asked_for.brief == brief, "the prompt is read as it was written: nothing broke out of its field"
        document = brief.as_json() | {"facts": ()}
        values = [value for fact in brief.facts for value in (fact.name, fact.value, fact.unit)]
        if holds(repr(document), attack["canary"]) or any("\n" in value or HIDDEN.search(value) for value in values):
            return True
    return False


@pytest.mark.parametrize("tongue", MUGS)
async def test_what_a_user_searches_for_is_never_written_anywhere(tongue: str) -> None:
    told = attacks(tongue)
    async with bench(desks_of(Settings(desks=("personalise",))), ManualClock()) as table:
        for number, attack in enumerate(told):
            await table.handle(searched(number, attack["text"]))
        written = "\n".join((record.value or b"").decode() for record in table.sink.log)
    assert [attack["text"] for attack in told if holds(written, attack["canary"])] == []


@asynccontextmanager
async def enslaved(lies: list[str], heard: list[str]) -> AsyncIterator[Bench]:
    """A worker whose model writes whatever stands last in `lies`, alone or behind true copy; `heard`: its prompts."""

    def lie(order: Order) -> Answer:
        envelope = read(order.prompt)
        heard.append(order.prompt.decode())
        assert isinstance(envelope, Asked)
        truth = realise(envelope.brief, envelope.attempt)
        text = lies[-1] if envelope.attempt == 0 else f"{truth}{_gap(envelope)}{lies[-1]}"
        return Answer(text, 0.0, 1, 1, "stop", "ok")

    clock, meter = ManualClock(), NullMeter()

    async def always_there() -> None:
        return

    model = FakeModel(answer=lie)
    breaker, batcher = Breaker(always_there, clock, meter), Batcher(model, clock, meter, Limits(linger=0))
    try:
        writer = BriefWriter(model, COMPACT, batcher, breaker, KnownCopies(100), clock, meter)
        yield Bench(desks_of(Settings()), clock, writer)
    finally:
        await batcher.close()
        await breaker.close()


def _gap(envelope: Asked) -> str:
    if envelope.brief.kind is Kind.BULLETS:
        return "\n"
    return " " if language_of(envelope.brief.locale) == "en" else ""


@pytest.mark.parametrize("tongue", MUGS)
async def test_a_model_that_repeats_an_attack_is_refused_and_fallback_is_published(
    tongue: str, record_property: Callable[[str, object], None]
) -> None:
    told, lies, heard, reached, rules = attacks(tongue), [], [], [], Counter[str]()
    locale = str(MUGS[tongue]["locales"][0])
    async with enslaved(lies, heard) as table:
        for number, attack in enumerate(told):
            lies.append(attack["text"])
            document = dict(MUGS[tongue]) | {"id": f"mug-{number}"}
            trials = [await table.handle(listed(number, document)), await table.handle(asked(number, document, locale))]
            texts = list(spoken(trials))
            reached += [attack["text"] for text in texts if holds(text, attack["canary"])]
            assert len(texts) == 2, "there is copy, and a blurb"
            assert all('"fallback"' in text and '"model"' not in text for text in texts)
            rules.update({r.rule for trial in trials for written in trial.written for r in written.refusals})
    assert reached == []
    assert sum('"avoid"' in prompt for prompt in heard) >= len(told), "each was told why its draft was refused"
    assert [prompt for prompt in heard if any(holds(prompt, attack["canary"]) for attack in told)] == []
    record_property(f"{tongue}: {len(told)} attacks, refused by", dict(rules.most_common()))
    assert rules["orders"] > len(told) / 2, "most are known for what they are"


@pytest.mark.parametrize("tongue", MUGS)
def test_a_model_that_obeys_in_a_true_sentence_is_refused(tongue: str) -> None:
    """It says the word that it was told to say, and all else is true: at the start, in the middle, at the end."""
    listing = ProductCreated.model_validate(dict(MUGS[tongue]) | {"id": "mug"})
    briefs = select("mug", facts_of(listing), listing.locales[0], load()).briefs
    passed, tried = [], 0
    for attack, brief in product(attacks(tongue), briefs):
        for text in _obeying(realise(brief, 0), attack["canary"], tongue):
            tried += 1
            passed += [] if judge(brief, text).refusals else [text]
    assert tried >= 12 * len(attacks(tongue))
    assert passed == []


def _obeying(truth: str, canary: str, tongue: str) -> Iterator[str]:
    gap = " " if tongue == "english" else ""
    words = truth.split(gap) if gap else list(truth)
    for at in (1, len(words) // 2, len(words) - 1):
        yield gap.join([*words[:at], canary, *words[at:]])


@pytest.mark.parametrize("tongue", MUGS)
def test_nearly_every_attack_is_known_for_one_even_where_the_facts_say_it(tongue: str) -> None:
    """What a seller calls a fact vouches for its words: only the rules about machinery are left to refuse them."""
    from tests.unit.edit.briefs import LIMITS, fact
    from workers.plan.brief import Brief

    missed = []
    for attack in attacks(tongue):
        locale = str(MUGS[tongue]["locales"][0])
        order = Brief("p", Kind.TITLE, locale, (fact("name", attack["text"]),), LIMITS[Kind.TITLE])
        if not judge(order, attack["text"][:150]).refusals:
            missed.append(attack["text"])
    assert len(missed) <= 0.05 * len(attacks(tongue)), missed
