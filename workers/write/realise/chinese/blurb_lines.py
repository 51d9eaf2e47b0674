"""Chinese lines of a blurb that an attribute leads: first, or where the stress falls. Each from full to short."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workers.plan.lexicon.wording import said
from workers.write.realise.chinese.grammar import comma, glue
from workers.write.realise.chinese.openings import Desk
from workers.write.realise.chinese.phrases import phrases, value
from workers.write.realise.chinese.subject import Subject
from workers.write.realise.content import Content, Item
from workers.write.realise.leading import Leading, Line, ids_of

# With these a phrase follows its subject without a comma.
_VERBS: Final = ("采用", "含", "重", "容量", "支持", "搭载", "可", "成分", "带", "填充物", "净含量")
# What a phrase that stands as a heading does without.
_LEAVES: Final = ("采用", "成分为", "颜色为")


@dataclass(frozen=True, slots=True)
class Slip:
    """What one line is made from."""

    desk: Desk
    led: Leading

    @property
    def content(self) -> Content:
        return self.desk.content

    @property
    def subject(self) -> Subject:
        return self.desk.subject

    def subjects(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What the thing may be called, the fullest first, and which of our own facts that says."""
        yield self.subject.full, self.desk.named
        if self.subject.name and self.subject.noun:
            yield self.subject.this, ("type",)

    def kinds(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Those that say the type by our own word for it."""
        for name, own in self.subjects():
            if self.subject.noun and self.subject.noun in name:
                yield name, (*own, "type")

    def place(self) -> str:
        """The department that leads, or ""."""
        return said(self.content.own["category"], self.content.locale) if self.led.own == "category" else ""

    def said_of(self, name: str, item: Item) -> str:
        """As "Alder 衬衫采用亚麻面料", "Alder 衬衫，立领"."""
        text = phrases(item.name, item.facts, self.content.locale)[0]
        return glue(name, text) if text.startswith(_VERBS) else glue(name, "，", text)


def _heading(item: Item, locale: str) -> str:
    """As "亚麻面料", "藏青色配色"."""
    text = phrases(item.name, item.facts, locale)[0]
    for leaf in _LEAVES:
        text = text.removeprefix(leaf)
    return text


def stated_permitted(slip: Slip, item: Item) -> Iterator[Line]:
    """As "Alder 衬衫采用亚麻面料，天热时触感清凉"."""
    for clause in slip.desk.draw.shuffled(slip.led.clauses):
        for name, own in slip.subjects():
            yield comma([slip.said_of(name, item), clause.text]), ids_of(slip.content, own, (item,))


def headed(slip: Slip, item: Item) -> Iterator[Line]:
    """As "亚麻面料，天热时触感清凉：Alder 衬衫，藏青色"."""
    text = _heading(item, slip.content.locale)
    for clause in slip.desk.draw.shuffled(slip.led.clauses if slip.subject.name else ()):
        for others in slip.led.fewer():
            told = glue(slip.subject.full, "，" if others else "", slip.desk.phrases(list(others)))
            yield f"{comma([text, clause.text])}：{told}", ids_of(slip.content, slip.desk.named, (item, *others))


def permitted_after(slip: Slip, item: Item) -> Iterator[Line]:
    """As "Alder 衬衫，藏青色，亚麻面料，天热时触感清凉": the stress falls on what comes last."""
    for clause in slip.desk.draw.shuffled(slip.led.clauses):
        for other in (slip.led.others[:1], ()):
            for name, own in slip.subjects():
                told = comma([slip.desk.phrases([*other, item]), clause.text])
                yield glue(name, "，", told), ids_of(slip.content, own, (*other, item))


def stated(slip: Slip, item: Item) -> Iterator[Line]:
    """As "Alder 衬衫，藏青色配色，亚麻面料"."""
    for others in slip.led.fewer():
        for name, own in slip.subjects():
            text = comma([slip.said_of(name, item), slip.desk.phrases(list(others))])
            yield text, ids_of(slip.content, own, (item, *others))


def headed_plainly(slip: Slip, item: Item) -> Iterator[Line]:
    """As "藏青色配色：Alder 衬衫，采用亚麻面料"."""
    text = _heading(item, slip.content.locale)
    for others in slip.led.fewer() if slip.subject.name else ():
        told = glue(slip.subject.full, "，" if others else "", slip.desk.phrases(list(others)))
        yield f"{text}：{told}", ids_of(slip.content, slip.desk.named, (item, *others))


def noun_led(slip: Slip, item: Item) -> Iterator[Line]:
    """As "藏青色的衬衫，亚麻面料，立领"."""
    colour = value(item.facts, slip.content.locale) if item.name == "colour" else ""
    made = colour or phrases(item.name, item.facts, slip.content.locale)[0]
    for others in slip.led.fewer() if slip.subject.noun else ():
        if others:
            text = comma([glue(made, "的", slip.subject.noun), slip.desk.phrases(list(others))])
            yield text, ids_of(slip.content, ("type",), (item, *others))
