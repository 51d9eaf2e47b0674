"""Chinese blurbs: one line, the lead first or where the stress falls, with what it permits."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from workers.outcome import Sentence
from workers.plan.lexicon.length import shortened
from workers.write.realise.chinese.blurb_lines import (
    Slip,
    headed,
    headed_plainly,
    noun_led,
    permitted_after,
    stated,
    stated_permitted,
)
from workers.write.realise.chinese.grammar import comma, glue, sentence
from workers.write.realise.chinese.openings import Desk
from workers.write.realise.chinese.subject import Subject, described, subject_of
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.leading import Line, both, ids_of, leading, uncut

Lines = Callable[[], Iterator[Line]]

_OF_ITEM: Final[tuple[Callable[[Slip, Item], Iterator[Line]], ...]] = (stated, headed_plainly, noun_led)
_OF_ITEM_PERMITTED: Final[tuple[Callable[[Slip, Item], Iterator[Line]], ...]] = (
    stated_permitted,
    headed,
    permitted_after,
)


def blurb(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """() where neither a name nor a type may be said. The first plan, in a drawn order, with a line that fits."""
    led = leading(content)
    if led is None:
        return ()
    slip = Slip(Desk(content, _subject(content), draw, ()), led)
    for lines in both(list(_permitted(slip)), list(_plain(slip)), draw):
        for text, ids in lines():
            if len(sentence(text)) <= content.brief.limits.max_chars:
                return (Sentence(sentence(text), tuple(dict.fromkeys(ids))),)
    return (_barest(slip),)


def _subject(content: Content) -> Subject:
    subject = subject_of(content)
    return replace(subject, name=uncut(subject.name, content.own["name"].value)) if subject.name else subject


def _permitted(slip: Slip) -> Iterator[Lines]:
    """Plans that say what the lead permits."""
    if slip.led.clauses and slip.led.item:
        yield from (partial(plan, slip, slip.led.item) for plan in _OF_ITEM_PERMITTED)
    elif slip.led.clauses:
        yield from (partial(plan, slip) for plan in (type_does, described_does))


def _plain(slip: Slip) -> Iterator[Lines]:
    """Plans that say the lead, and other facts."""
    if slip.led.item:
        yield from (partial(plan, slip, slip.led.item) for plan in _OF_ITEM)
    else:
        yield from (partial(plan, slip) for plan in _OF_OWN.get(slip.led.own, ()))


def type_does(slip: Slip) -> Iterator[Line]:
    """As "Alder 双肩包，双肩背负，腾出双手"; "厨房用品类：这口铸铁炖锅，加盖慢炖"."""
    head = f"{slip.place()}类：" if slip.place() else ""
    for clause in slip.desk.draw.shuffled(slip.led.clauses):
        for others in slip.led.fewer():
            for name, own in slip.subjects():
                text = head + glue(name, "，", comma([clause.text, slip.desk.phrases(list(others))]))
                yield text, ids_of(slip.content, (*own, "type", slip.led.own), others)


def described_does(slip: Slip) -> Iterator[Line]:
    """As "一只藏青色帆布双肩包，双肩背负，腾出双手"."""
    if slip.led.own != "type" or not slip.subject.noun:
        return
    text, items = described(slip.content, slip.subject)
    for clause in slip.desk.draw.shuffled(slip.led.clauses if items else ()):
        yield comma([f"{slip.subject.one}{text}", clause.text]), ids_of(slip.content, ("type",), tuple(items))


def described_first(slip: Slip) -> Iterator[Line]:
    """As "一件藏青色亚麻衬衫，立领"; "藏青色亚麻衬衫：立领"."""
    if not slip.subject.noun:
        return
    text, items = described(slip.content, slip.subject)
    rest = tuple(item for item in slip.led.others if item not in items)
    start = slip.desk.draw.pick((f"{slip.subject.one}{text}，", f"{text}："))
    if items and rest:
        yield start + slip.desk.phrases(list(rest)), ids_of(slip.content, ("type",), (*items, *rest))


def of_kind(slip: Slip) -> Iterator[Line]:
    """As "Alder 衬衫，采用亚麻面料，藏青色配色", where the type leads and permits nothing."""
    for others in slip.led.fewer():
        for name, own in (slip.kinds() if slip.led.own == "type" else slip.subjects()) if others else ():
            yield glue(name, "，", slip.desk.phrases(list(others))), ids_of(slip.content, own, others)


def listed(slip: Slip) -> Iterator[Line]:
    """As "厨房用品类：Brandt 铸铁炖锅，容量5升"."""
    for others in slip.led.fewer():
        for name, own in slip.subjects():
            text = glue(name, "，" if others else "", slip.desk.phrases(list(others)))
            yield f"{slip.place()}类：{text}", ids_of(slip.content, (*own, "category"), others)


def filed(slip: Slip) -> Iterator[Line]:
    """As "Brandt 铸铁炖锅归于厨房用品类，容量5升"."""
    for others in slip.led.fewer():
        for name, own in slip.subjects():
            text = comma([glue(name, f"归于{slip.place()}类"), slip.desk.phrases(list(others))])
            yield text, ids_of(slip.content, (*own, "category"), others)


_OF_OWN: Final[dict[str, tuple[Callable[[Slip], Iterator[Line]], ...]]] = {
    "type": (described_first, of_kind),
    "name": (of_kind,),
    "category": (listed, filed),
}


def _barest(slip: Slip) -> Sentence:
    """The brand, else no more than what it is called; of a long name as much as fits."""
    most, subject = slip.content.brief.limits.max_chars, slip.subject
    lines = [(glue("这是", name) if subject.name else name, own) for name, own in slip.kinds()]
    lines.append((glue("这是", subject.full) if subject.name else subject.this, slip.desk.named))
    if slip.desk.brand and slip.led.own != "type":
        lines.insert(0, (glue("来自", slip.desk.brand, "的", subject.full), (*slip.desk.named, "brand")))
    lines.append((shortened(subject.name or subject.noun, most - 1), ("name",) if subject.name else ("type",)))
    text, own = next((text, own) for text, own in lines if len(sentence(text)) <= most)
    return Sentence(sentence(text), tuple(dict.fromkeys(ids_of(slip.content, own))))
