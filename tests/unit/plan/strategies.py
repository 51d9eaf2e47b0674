"""Listings as hypothesis makes them: half sensible, half hostile, all valid."""

from hypothesis import strategies as st

from schemas.inbound import Attribute, Price, ProductCreated
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, TYPES
from workers.plan.lexicon.units import UNITS

NAME_WORDS = sorted(
    {word for entry in (*NAMES.values(), *FLAGS.values()) for word in (entry.us, entry.zh)}
    | {"style", "type", "brand", "name", "price", "in stock", "availabilityStatus", "gender", "适用性别"}
)
VALUE_WORDS = sorted(
    {word for table in DOMAINS.values() for entry in table.values() for word in (entry.us, entry.zh)}
    | {word for kind in TYPES.values() for word in (kind.us, kind.zh)}
    | {"yes", "no", "up to 10 hours", "60% cotton, 40% linen", "100% wool", "80 x 40 cm", "3+", "1/2", "½", "12,5"}
    | {"1,200", "999999999999", "0.000001", "IP67", '15.6"', "lifetime", "No warranty", "2 year limited warranty"}
    | {"https://a.example/x", "call +49 170 1234567", "最好的", "ﷺ" * 20, "none", "<b>bold</b>", "a@b.example"}
)
UNIT_WORDS = sorted({unit.us for unit in UNITS.values() if len(unit.us) <= 16})


def text(most: int) -> st.SearchStrategy[str]:
    return st.text(min_size=1, max_size=most).map(str.strip).filter(bool)


numbers = st.tuples(st.integers(0, 5000), st.sampled_from(UNIT_WORDS)).map(lambda pair: f"{pair[0]} {pair[1]}")
attributes = st.builds(
    Attribute,
    name=st.one_of(st.sampled_from(NAME_WORDS), text(64)),
    value=st.one_of(st.sampled_from(VALUE_WORDS), text(80), numbers),
    unit=st.one_of(st.none(), st.none(), st.sampled_from(UNIT_WORDS)),
)
titles = st.one_of(
    text(300),
    st.lists(st.sampled_from(VALUE_WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words)[:300].strip()),
)
prices = st.builds(
    Price,
    amount=st.decimals(0, 10**9, places=2).map(str),
    currency=st.sampled_from(["USD", "CNY", "JPY", "EUR", "QQQ"]),
)
listings = st.builds(
    ProductCreated,
    id=st.just("p-1"),
    locales=st.just(("en",)),
    title=titles,
    brand=st.one_of(st.none(), text(64)),
    category=st.lists(st.one_of(text(64), st.sampled_from(["Clothing", "厨房", "tables", "Food"])), max_size=4).map(
        tuple
    ),
    attributes=st.lists(attributes, max_size=30).map(tuple),
    price=st.one_of(st.none(), prices),
    in_stock=st.sampled_from([None, True, False]),
)
