"""True copy to plant faults in: what the realiser says of invented and real listings, and all that is true of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from schemas.inbound import Attribute, Price, ProductCreated
from tests.unit.write.realise.listings import BENEFITS, LISTINGS, blurb_of
from workers.demo import listings
from workers.plan.brief import Brief, Clause, Fact
from workers.plan.facts import facts_of
from workers.plan.lexicon import language_of
from workers.plan.lexicon.lookup import FLAGS
from workers.plan.select import select
from workers.write.realise import CannotRealise, realise

DATA = Path(__file__).resolve().parents[5] / "shared" / "data"
EVERY_NTH_OF_RETAIL = 61
EVERY_NTH_OF_DUMMY = 4
INTERESTS = ("c:kitchen", "k:navy", "m:linen")
FLAGGED = (("Fell Rain Jacket", "Clothing>Jackets"), ("Birch Storage Box", "Home"), ("Osier Kettle", "Kitchen>Kettles"))
FLAGGED_ZH = (("青禾雨衣", "服饰"), ("青禾收纳盒", "家居"), ("青禾电水壶", "厨房"))


@dataclass(frozen=True)
class Truth:
    """One true text; `facts` and `clauses` are all that is known of its product, more than its brief may state."""

    brief: Brief
    facts: tuple[Fact, ...]
    clauses: tuple[Clause, ...]
    text: str

    @property
    def language(self) -> str:
        return language_of(self.brief.locale)


@dataclass(frozen=True)
class Item:
    """A planted fault: `span` is what is false in `text`."""

    brief: Brief
    text: str
    kind: str
    span: str

    @property
    def language(self) -> str:
        return language_of(self.brief.locale)


@cache
def truths() -> tuple[Truth, ...]:
    """In a stable order; the same in every run that has the same data."""
    told = [
        *_told(listings(), attempts=2),
        *_told(_two_tongues(LISTINGS.values())),
        *_told(_flagged()),
        *_told(_real()),
    ]
    return tuple(dict.fromkeys(told))


def _told(products: Iterable[ProductCreated], attempts: int = 1) -> Iterator[Truth]:
    benefits = BENEFITS
    for product in products:
        facts = facts_of(product)
        for locale in product.locales:
            clauses = benefits.clauses(facts, locale)
            for brief in select(product.id, facts, locale, benefits).briefs:
                for attempt in range(attempts):
                    try:
                        yield Truth(brief, facts, clauses, realise(brief, attempt))
                    except CannotRealise:
                        continue
            yield from _blurbs(product, locale, clauses)


def _blurbs(product: ProductCreated, locale: str, clauses: tuple[Clause, ...]) -> Iterator[Truth]:
    """What audiences of several interests are shown of it."""
    facts = facts_of(product)
    for facet in INTERESTS:
        brief = blurb_of(product, locale, facet)
        if brief is not None:
            yield Truth(brief, facts, clauses, realise(brief, 0))


def _two_tongues(products: Iterable[ProductCreated]) -> Iterator[ProductCreated]:
    for product in products:
        yield product.model_copy(update={"locales": ("en-GB", "zh-CN")})


def _flagged() -> Iterator[ProductCreated]:
    """Each feature of the lexicon, had and not had."""
    for number, key in enumerate(FLAGS):
        for answer in ("yes", "no"):
            for locale, names in (("en-US", FLAGGED), ("zh-CN", FLAGGED_ZH)):
                title, path = names[number % len(names)]
                attributes = (
                    Attribute(name=key, value=answer),
                    Attribute(name="colour", value="navy"),
                    Attribute(name="weight", value="620 g"),
                )
                yield ProductCreated(
                    id=f"{key}-{answer}",
                    locales=(locale,),
                    title=title,
                    category=tuple(path.split(">")),
                    attributes=attributes,
                )


def _real() -> Iterator[ProductCreated]:
    """Real listings as facts only, where the data is at hand."""
    for row in _rows(DATA / "retail_demo_store" / "products.yaml")[::EVERY_NTH_OF_RETAIL]:
        yield _real_one(row, row["name"], (("style", row["style"]),))
    for row in _rows(DATA / "dummyjson" / "products.json")[::EVERY_NTH_OF_DUMMY]:
        sides = tuple((side, f"{value} cm") for side, value in row["dimensions"].items())
        terms = tuple((name, row[name]) for name in ("weight", "warrantyInformation", "returnPolicy"))
        yield _real_one(row, row["title"], (*sides, *terms))


def _rows(path: Path) -> list[dict]:
    if not path.is_file():
        return []
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded["products"] if isinstance(loaded, dict) else loaded


def _real_one(row: dict, title: str, attributes: tuple[tuple[str, object], ...]) -> ProductCreated:
    return ProductCreated(
        id=str(row["id"]),
        locales=("en-US", "zh-CN"),
        title=title,
        brand=row.get("brand"),
        category=(row["category"],),
        attributes=tuple(Attribute(name=name, value=str(value)) for name, value in attributes),
        price=Price(amount=str(row["price"]), currency="USD"),
    )
