"""Every clause as copy says it: in each kind and language, realised and judged."""

from collections.abc import Iterator

import pytest

from tests.unit.plan.permitted import BENEFITS, every_offer, product_of
from workers.edit.gate import judge
from workers.outcome import Refusal
from workers.plan.audience import Audience
from workers.plan.benefits import Row
from workers.plan.blurb import blurb_brief
from workers.plan.brief import Brief, Clause, Fact
from workers.plan.select import select
from workers.write.realise import realise

LOCALES = ("en-US", "zh-CN")
ATTEMPTS = 2
SHARDS = 16
NOBODY = Audience("everyone", ())
REST = (("colour", "navy", ""), ("origin", "pt", ""), ("warranty", "2", "year"))
"""What else there is to say, so that there are bullets and a description."""


def briefs_of(facts: tuple[Fact, ...], locale: str) -> Iterator[Brief]:
    yield from select("p-1", facts, locale, BENEFITS).briefs
    blurb = blurb_brief("p-1", facts[:3], locale, NOBODY, BENEFITS)
    if blurb is not None:
        yield blurb


def refused(row: Row, locale: str) -> list[tuple[str, Refusal]]:
    """Texts of the row's product that are refused for what a clause says, and why."""
    return [
        (text, refusal)
        for brief in briefs_of(product_of(row, REST), locale)
        for attempt in range(ATTEMPTS)
        for text in [realise(brief, attempt)]
        for refusal in judge(brief, text).refusals
        if any(speaks_of(refusal.span, clause) for clause in brief.clauses)
    ]


def speaks_of(span: str, clause: Clause) -> bool:
    """Whether the words that broke a rule are the clause's; of a whole sentence, whether it holds the clause.

    The verb aside: it agrees with the subject.
    """
    words = clause.text.partition(" ")[2] or clause.text
    return span.casefold() in clause.text.casefold() or words in span


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("shard", range(SHARDS))
def test_the_editor_lets_every_clause_pass_in_every_kind(shard: int, locale: str) -> None:
    for row in BENEFITS.rows[shard::SHARDS]:
        assert refused(row, locale) == [], row


@pytest.mark.parametrize("locale", LOCALES)
def test_every_clause_is_offered_to_some_product(locale: str) -> None:
    """None stands behind four others, or waits for a product of no type."""
    offered = {clause.id for _, clauses in every_offer(locale) for clause in clauses}
    language = locale[:2]
    assert offered == {f"{key}.{language}" for row in BENEFITS.rows for key in row.texts(language)}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_product_is_offered_the_same_words_twice_for_one_fact(locale: str) -> None:
    for facts, clauses in every_offer(locale):
        for fact in facts:
            texts = [clause.text for clause in clauses if clause.fact == fact.id]
            assert len(set(texts)) == len(texts), texts
