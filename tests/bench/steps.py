"""`describe`, step by step, in process: microseconds of CPU for one listing with one locale."""

import time
from collections.abc import Callable

from schemas.codec import encode_json
from schemas.topics import PRODUCT_CREATED
from workers.desks.contract import Stamp
from workers.desks.describe import Describe
from workers.edit.gate import RULES_VERSION, judge
from workers.outcome import Attempt, Copy, Delivery, Origin, Position, Standards, Written
from workers.plan.benefits import load
from workers.plan.brief import Brief, copy_id
from workers.write.prompts.compact import COMPACT
from workers.write.realise import realise

LISTING = {
    "id": "sku-1",
    "locales": ["en-US"],
    "title": "Harbour linen shirt",
    "brand": "Aldo Varn",
    "category": ["Apparel", "Shirts"],
    "attributes": [
        {"name": "material", "value": "linen"},
        {"name": "colour", "value": "navy"},
        {"name": "fit", "value": "regular"},
        {"name": "weight", "value": "210", "unit": "g"},
        {"name": "care", "value": "machine washable"},
    ],
    "price": {"amount": "59.00", "currency": "USD"},
}
TURNS = 400


def _us(work: Callable[[], object]) -> float:
    work()
    began = time.process_time()
    for _ in range(TURNS):
        work()
    return (time.process_time() - began) / TURNS * 1e6


def _written(brief: Brief) -> Written:
    text = realise(brief, 0)
    copy = Copy(
        brief.kind,
        text,
        judge(brief, text).sentences,
        brief.id,
        copy_id(brief.id, 0, "m"),
        Origin.MODEL,
        0,
        "m",
        RULES_VERSION,
    )
    return Written(brief, copy)


def describe_us() -> dict[str, float]:
    """By step."""
    desk = Describe(load())
    delivery = Delivery(Position(PRODUCT_CREATED.name, 0, 0), b"sku-1", encode_json(LISTING))
    received = desk.decode(delivery)
    plan = desk.plan([received], {}, Standards("m", RULES_VERSION))
    briefs = list(plan.briefs)
    texts = [realise(brief, 0) for brief in briefs]
    written = [_written(brief) for brief in briefs]
    stamp = Stamp(1_700_000_000_000, "bench")
    return {
        "decode": _us(lambda: desk.decode(delivery)),
        "plan": _us(lambda: desk.plan([received], {}, Standards("m", RULES_VERSION)).briefs),
        "prompt": _us(lambda: [COMPACT.order(Attempt(Brief(**vars_of(brief)))) for brief in briefs]),
        "realise (in Triton)": _us(lambda: [realise(brief, 0) for brief in briefs]),
        "edit": _us(lambda: [judge(brief, text) for brief, text in zip(briefs, texts, strict=True)]),
        "publish (records)": _us(lambda: desk.compose(plan, written, stamp)),
    }


def vars_of(brief: Brief) -> dict[str, object]:
    """A brief's fields, so that a new one has nothing cached."""
    names = ("product", "kind", "locale", "facts", "limits", "clauses", "audience")
    return {name: getattr(brief, name) for name in names}
