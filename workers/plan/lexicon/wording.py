"""How a fact is worded in a locale, and whether it may be said there at all."""

from workers.plan.brief import Fact


def sayable(fact: Fact, locale: str) -> bool:
    """Whether the locale has words for the fact: concept, unit, or a raw value in the locale's own script."""
    return bool(fact.value) and bool(locale)


def surface_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    """Every wording of the fact's value that our own text may use in this locale; compare without case."""
    return (fact.value,) if locale else ()


def number_forms(fact: Fact, locale: str) -> tuple[str, ...]:
    """Every wording of a number with its unit ("1.2 kg", "1.2-kg"); () where the fact is no number."""
    return (f"{fact.value} {fact.unit}",) if fact.unit and locale else ()
