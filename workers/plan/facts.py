"""From a listing to facts: normalised, bounded, each with an id. Pure and total."""

from schemas.inbound import ProductCreated
from workers.plan.brief import Fact, fact_id


def facts_of(event: ProductCreated) -> tuple[Fact, ...]:
    """What the listing says, at most 72 facts, most important first. Seller text is never a fact."""
    return (Fact(fact_id("name", event.title), "name", event.title),)
