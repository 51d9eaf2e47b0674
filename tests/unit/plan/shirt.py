"""A shirt whose facts are put down by hand."""

from workers.plan.brief import Fact, fact_id


def known(*triples):
    return tuple(Fact(fact_id(*triple), *triple) for triple in triples)


SHIRT = known(
    ("name", "Alder Shirt", ""),
    ("brand", "Norrland", ""),
    ("type", "shirt", ""),
    ("category", "clothing", ""),
    ("price", "89", "USD"),
    ("in_stock", "yes", ""),
    ("material", "linen", ""),
    ("colour", "navy", ""),
    ("neckline", "mandarin", ""),
    ("weight", "320", "g"),
    ("returns", "30", "day"),
)
