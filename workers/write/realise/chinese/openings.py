"""Chinese first sentences. A plan returns None where its facts are not there; the draw decides where to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from workers.plan.lexicon.wording import said
from workers.write.realise.chinese.grammar import comma, glue
from workers.write.realise.chinese.phrases import phrase
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
class Desk:
    """What an opening is made from. `lead`: what the thing is made of and how it looks."""

    content: Content
    subject: Subject
    draw: Draw
    lead: tuple[Item, ...]

    def phrases(self, items: list[Item]) -> str:
        return comma(phrase(item, self.content.locale, self.draw) for item in items)

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
    """The drawn plan, or the next that these facts allow."""
    start = desk.draw.number(len(PLANS))
    for step in range(len(PLANS)):
        made = PLANS[(start + step) % len(PLANS)](desk)
        if made is not None:
            return made
    return _barest(desk)


def name_phrases(desk: Desk) -> Opening | None:
    """ "Alder 衬衫采用亚麻面料，藏青色配色。" """
    if not desk.lead or not desk.subject.name:
        return None
    items = list(desk.lead[: 2 + desk.draw.number(2)])
    return Opening(glue(desk.subject.full, "，", desk.phrases(items)), tuple(items), desk.named)


def this_phrases(desk: Desk) -> Opening | None:
    """ "这件衬衫采用亚麻面料，藏青色配色。" """
    made_of = desk.content.first("material", "composition")
    if not desk.subject.noun or made_of is None:
        return None
    others = [item for item in desk.lead if item is not made_of][:2]
    text = glue(desk.subject.this, _predicate(desk, made_of))
    return Opening(comma([text, desk.phrases(others)]), (made_of, *others), ("type",))


def name_material(desk: Desk) -> Opening | None:
    """ "Alder 衬衫选用亚麻面料，藏青色配色。" """
    made_of = desk.content.first("material", "composition")
    if not desk.subject.name or made_of is None:
        return None
    others = [item for item in desk.lead if item is not made_of][:2]
    text = glue(desk.subject.full, _predicate(desk, made_of))
    return Opening(comma([text, desk.phrases(others)]), (made_of, *others), desk.named)


def _predicate(desk: Desk, item: Item) -> str:
    """ "采用亚麻面料", or with another verb of the same sense."""
    plain = phrase_with_verb(item, desk.content.locale, desk.draw)
    return desk.draw.pick(("采用", "选用", "使用")) + plain.removeprefix("采用") if plain.startswith("采用") else plain


def phrase_with_verb(item: Item, locale: str, draw: Draw) -> str:
    """Its first phrase, which has a verb."""
    del draw
    from workers.write.realise.chinese.phrases import phrases  # noqa: PLC0415

    return phrases(item.name, item.facts, locale)[0]


def described_phrases(desk: Desk) -> Opening | None:
    """ "藏青色亚麻衬衫，立领，长袖。" """
    if not desk.subject.noun:
        return None
    text, items = described(desk.content, desk.subject)
    others = [item for item in desk.content.items if item not in items][:2]
    if not items or not others:
        return None
    return Opening(comma([text, desk.phrases(others)]), (*items, *others), ("type",))


def one_described(desk: Desk) -> Opening | None:
    """ "一件藏青色亚麻衬衫：立领，长袖。" """
    if not desk.subject.noun:
        return None
    text, items = described(desk.content, desk.subject)
    others = [item for item in desk.content.items if item not in items][:2]
    if not items or not others:
        return None
    return Opening(f"{desk.subject.one}{text}：{desk.phrases(others)}", (*items, *others), ("type",))


def name_is(desk: Desk) -> Opening | None:
    """ "Alder 是一件藏青色亚麻衬衫。" """
    if not desk.subject.noun or not desk.subject.name or desk.subject.named_type:
        return None
    text, items = described(desk.content, desk.subject)
    if not items:
        return None
    others = [item for item in desk.lead if item not in items][:1]
    whole = glue(desk.subject.name, f"是{desk.subject.one}{text}")
    return Opening(comma([whole, desk.phrases(others)]), (*items, *others), ("name", "type"))


def of_brand(desk: Desk) -> Opening | None:
    """ "Norrland 的这件衬衫采用亚麻面料。" """
    if not desk.brand or not desk.subject.noun or not desk.content.items:
        return None
    items = list((desk.lead or desk.content.items)[:2])
    text = glue(desk.brand, f"的{desk.subject.this}，", desk.phrases(items))
    return Opening(text, tuple(items), ("brand", "type"))


def brand_name(desk: Desk) -> Opening | None:
    """ "Norrland Alder 衬衫，亚麻面料，藏青色配色。" """
    if not desk.brand or not desk.subject.name or not desk.content.items:
        return None
    items = list((desk.lead or desk.content.items)[: 1 + desk.draw.number(2)])
    text = comma([glue(desk.brand, desk.subject.full), desk.phrases(items)])
    return Opening(text, tuple(items), ("brand", *desk.named))


def material_clause(desk: Desk) -> Opening | None:
    """ "亚麻面料，天热时触感清凉，Alder 衬衫……" said the Chinese way round: the name, the fact, what follows from it."""
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
    return text if text.startswith(("采用", "选用", "使用", "含", "重", "容量", "支持", "搭载", "可", "成分")) else f"，{text}"


def type_clause(desk: Desk) -> Opening | None:
    """ "Alder 双肩包，双肩背负，腾出双手。" """
    if not desk.content.type_clauses:
        return None
    clause = desk.draw.pick(desk.content.type_clauses)
    subject = desk.subject.this if desk.draw.number(3) == 0 else desk.subject.full
    own = ("type",) if subject == desk.subject.this else (*desk.named, "type")
    return Opening(glue(subject, "，", clause.text), (), own, (clause.id,))


def any_phrases(desk: Desk) -> Opening | None:
    """ "Alder 电热水壶，容量1.7升，功率2200W。" """
    if desk.lead or not desk.content.items:
        return None
    items = list(desk.content.items[:2])
    return Opening(glue(desk.subject.full, "，", desk.phrases(items)), tuple(items), desk.named)


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
