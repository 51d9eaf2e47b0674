"""Real listings, where the data is at hand: each gets its texts, none of them breaks a law."""

from pathlib import Path

import pytest
import yaml

from schemas.inbound import Attribute, Price, ProductCreated
from tests.unit.write.realise.listings import briefs_of
from workers.write.realise import realise

DATA = Path(__file__).resolve().parents[5] / "shared" / "data"
RETAIL = DATA / "retail_demo_store" / "products.yaml"
DUMMY = DATA / "dummyjson" / "products.json"


def given(path):
    if not path.is_file():
        pytest.skip(f"NOT CHECKED AGAINST REAL LISTINGS: there is no {path}")
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded["products"] if isinstance(loaded, dict) else loaded


def event(identity, title, category, price, attributes, brand=None):
    return ProductCreated(
        id=str(identity),
        locales=("en",),
        title=title,
        brand=brand,
        category=(category,),
        attributes=tuple(Attribute(name=name, value=str(value), unit=unit) for name, value, unit in attributes),
        price=Price(amount=str(price), currency="USD"),
    )


def texts(listed):
    for locale in ("en-US", "zh-CN"):
        kinds = {}
        for brief in briefs_of(listed, locale):
            kinds[brief.kind.value] = realise(brief, 0)
            assert len(kinds[brief.kind.value]) <= brief.limits.max_chars
        yield kinds


def test_every_listing_of_the_demo_store_gets_its_texts():
    listings = given(RETAIL)
    written = 0
    for row in listings:
        attributes = [("style", row["style"], None), ("gender_affinity", row.get("gender_affinity", "F"), None)]
        for kinds in texts(event(row["id"], row["name"], row["category"], row["price"], attributes)):
            assert {"title", "description", "seo_title", "meta"} <= kinds.keys()
            assert "gender" not in " ".join(kinds.values()).lower()
            written += 1
    assert written == 2 * len(listings) > 0


def test_every_listing_of_the_dummy_store_gets_its_texts():
    listings = given(DUMMY)
    for row in listings:
        attributes = [(side, value, "cm") for side, value in row["dimensions"].items()]
        attributes += [
            (name, row[name], None) for name in ("weight", "warrantyInformation", "returnPolicy", "shippingInformation")
        ]
        for kinds in texts(event(row["id"], row["title"], row["category"], row["price"], attributes, row.get("brand"))):
            assert {"title", "bullets", "description", "seo_title", "meta"} <= kinds.keys()
            assert len(kinds["bullets"].split("\n")) >= 3
    assert listings
