"""Chinese first sentences. A plan returns None where its facts are not there; the draw decides where to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from workers.plan.lexicon.wording import said
from workers.write.realise.bundles import units
from workers.write.realise.chinese.grammar import comma, glue
from workers.write.realise.chinese.phrases import phrase, phrases
from workers.write.realise.chinese.subject import Subject, brand_of, described
from workers.write.realise.content import Content, Draw, Item


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence, without its stop; the items and clauses that it has said; and of our own facts."""

    text: str
    items: tuple[Item, ...] = ()
    own: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Phrases, and the clauses among them."""

    text: str
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What an opening is made from. `lead`: what the thing is made of and how it looks."""

    content: Content
    subject: Subject
    draw: Draw
    lead: tuple[Item, ...]

    def phrases(self, items: list[Item]) -> str:
        return comma(phrase(item, self.content.locale, self.draw) for item in items)

    def told(self, items: list[Item]) -> "Told":
        """The phrases, that of an item with a clause last and the clause after it."""
        carrier = next((item for item in items if item.clauses), None)
        if carrier is None:
            return Told(self.phrases(items))
        clause = self.draw.pick(carrier.clauses)
        ordered = [*(item for item in items if item is not carrier), carrier]
        return Told(comma([self.phrases(ordered), clause.text]), (clause.id,))

    @property
    def first_said(self) -> list[Item]:
        """What an opening may begin with: make and look, else what comes first; the terms only for want of more."""
        if self.lead:
            return list(self.lead)
        matter = [item for item in self.content.items if item.topic != "terms"]
        return list(units(matter or list(self.content.items))[0]) if self.content.items else []

    def others(self, items: list[Item]) -> list[Item]:
        """What follows a noun phrase: more of make and look, else the first matter."""
        rest = [item for item in self.content.items if item not in items and item.topic != "terms"]
        lead = [item for item in rest if item in self.lead][:2]
        return lead or (units(rest)[0] if rest else [])

    @property
    def brand(self) -> str:
        return brand_of(self.content, self.subject.name)

    @property
    def named(self) -> tuple[str, ...]:
        """What the subject's full name says."""
        if not self.subject.name:
            return ("type",)
        return ("name", "type") if self.subject.noun and not self.subject.named_type else ("name",)


Plan = Callable[[Desk], Opening | None]


def opening_of(desk: Desk) -> Opening:
    """The first plan, in a drawn order, that these facts allow."""
    for plan in desk.draw.shuffled(PLANS):
        made = plan(desk)
        if made is not None:
            return made
    return _barest(desk)


def name_phrases(desk: Desk) -> Opening | None:
    """As "Alder 衬衫采用亚麻面料，藏青色配色"."""
    if not desk.lead or not desk.subject.name:
        return None
    items = list(desk.lead[: 2 + desk.draw.number(2)])
    told = desk.told(items)
    return Opening(glue(desk.subject.full, "，", told.text), tuple(items), desk.named, told.clauses)


def this_phrases(desk: Desk) -> Opening | None:
    """As "这件衬衫采用亚麻面料，藏青色配色"."""
    made_of = desk.content.first("material", "composition")
    if not desk.subject.noun or made_of is None:
        return None
    others = [item for item in desk.lead if item is not made_of][:2]
    text = glue(desk.subject.this, _predicate(desk, made_of))
    told = desk.told(others)
    return Opening(comma([text, told.text]), (made_of, *others), ("type",), told.clauses)


def name_material(desk: Desk) -> Opening | None:
    """As "Alder 衬衫选用亚麻面料，藏青色配色"."""
    made_of = desk.content.first("material", "composition")
    if not desk.subject.name or made_of is None:
        return None
    others = [item for item in desk.lead if item is not made_of][:2]
    text = glue(desk.subject.full, _predicate(desk, made_of))
    told = desk.told(others)
    return Opening(comma([text, told.text]), (made_of, *others), desk.named, told.clauses)


def _predicate(desk: Desk, item: Item) -> str:
    """As "采用亚麻面料", or with another verb of the same sense."""
    plain = phrases(item.name, item.facts, desk.content.locale)[0]
    return desk.draw.pick(("采用", "选用", "使用")) + plain.removeprefix("采用") if plain.startswith("采用") else plain


def described_phrases(desk: Desk) -> Opening | None:
    """As "藏青色亚麻衬衫，立领，长袖"."""
    if not desk.subject.noun:
        return None
    text, items = described(desk.content, desk.subject)
    others = desk.others(items)
    if not items or not others:
        return None
    told = desk.told(others)
    return Opening(comma([text, told.text]), (*items, *others), ("type",), told.clauses)


def one_described(desk: Desk) -> Opening | None:
    """As "一件藏青色亚麻衬衫：立领，长袖"."""
    if not desk.subject.noun:
        return None
    text, items = described(desk.content, desk.subject)
    others = desk.others(items)
    if not items or not others:
        return None
    told = desk.told(others)
    return Opening(f"{desk.subject.one}{text}：{told.text}", (*items, *others), ("type",), told.clauses)


def name_is(desk: Desk) -> Opening | None:
    """As "Alder 是一件藏青色亚麻衬衫"."""
    if not desk.subject.noun or not desk.subject.name or desk.subject.named_type:
        return None
    text, items = described(desk.content, desk.subject)
    if not items:
        return None
    others = [item for item in desk.lead if item not in items][:1]
    whole = glue(desk.subject.name, f"是{desk.subject.one}{text}")
    return Opening(comma([whole, desk.phrases(others)]), (*items, *others), ("name", "type"))


def of_brand(desk: Desk) -> Opening | None:
    """As "Norrland 的这件衬衫采用亚麻面料"."""
    if not desk.brand or not desk.subject.noun or not desk.content.items:
        return None
    items = desk.first_said[:2] if desk.lead else desk.first_said
    told = desk.told(items)
    text = glue(desk.brand, f"的{desk.subject.this}，", told.text)
    return Opening(text, tuple(items), ("brand", "type"), told.clauses)


def brand_name(desk: Desk) -> Opening | None:
    """As "Norrland Alder 衬衫，亚麻面料，藏青色配色"."""
    if not desk.brand or not desk.subject.name or not desk.content.items:
        return None
    items = desk.first_said[: 1 + desk.draw.number(2)] if desk.lead else desk.first_said
    told = desk.told(items)
    text = comma([glue(desk.brand, desk.subject.full), told.text])
    return Opening(text, tuple(items), ("brand", *desk.named), told.clauses)


def material_clause(desk: Desk) -> Opening | None:
    """As "Alder 衬衫采用亚麻面料，天热时触感清凉": the name, the fact, what follows from it."""
    carrier = next((item for item in desk.content.items if item.clauses), None)
    if carrier is None:
        return None
    clause = desk.draw.pick(carrier.clauses)
    subject = desk.subject.full if desk.draw.number(2) or not desk.subject.noun else desk.subject.this
    own = desk.named if subject == desk.subject.full else ("type",)
    text = comma([glue(subject, _said_of(desk, carrier)), clause.text])
    return Opening(text, (carrier,), own, (clause.id,))


def _said_of(desk: Desk, item: Item) -> str:
    """The phrase set after a subject: directly where it has a verb, after a comma where it has none."""
    text = _predicate(desk, item)
    return (
        text
        if text.startswith(("采用", "选用", "使用", "含", "重", "容量", "支持", "搭载", "可", "成分"))
        else f"，{text}"
    )


def type_clause(desk: Desk) -> Opening | None:
    """As "Alder 双肩包，双肩背负，腾出双手"."""
    if not desk.content.type_clauses:
        return None
    clause = desk.draw.pick(desk.content.type_clauses)
    return Opening(glue(desk.subject.full, "，", clause.text), (), (*desk.named, "type"), (clause.id,))


def any_phrases(desk: Desk) -> Opening | None:
    """As "Alder 电热水壶，容量1.7升，功率2200W"."""
    if desk.lead or not desk.content.items:
        return None
    items = desk.first_said
    told = desk.told(items)
    return Opening(glue(desk.subject.full, "，", told.text), tuple(items), desk.named, told.clauses)


PLANS: Final[tuple[Plan, ...]] = (
    name_phrases,
    this_phrases,
    name_material,
    described_phrases,
    one_described,
    name_is,
    of_brand,
    brand_name,
    material_clause,
    type_clause,
    any_phrases,
)


def _barest(desk: Desk) -> Opening:
    """Where there is no attribute and no clause: brand, else department, else no more than the name."""
    subject = desk.subject
    if desk.brand:
        choices = (glue(subject.full, "来自", desk.brand), glue("来自", desk.brand, "的", subject.full))
        return Opening(desk.draw.pick(choices), (), (*desk.named, "brand"))
    category = desk.content.own.get("category")
    if category is not None:
        place = said(category, desk.content.locale)
        choices = (glue(subject.full, f"，归于{place}类"), glue(subject.full, f"，{place}类商品"))
        return Opening(desk.draw.pick(choices), (), (*desk.named, "category"))
    return Opening(glue("这是", subject.full) if subject.name else subject.this, (), desk.named)
