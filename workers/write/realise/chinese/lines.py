"""Chinese titles, search titles and meta descriptions: one line each, made to fit."""

from collections.abc import Iterator
from typing import Final

from workers.outcome import Sentence
from workers.plan.brief import Fact
from workers.plan.lexicon.length import shortened
from workers.plan.lexicon.lookup import DOMAINS, type_word
from workers.plan.lexicon.raw import calm_name, has_han, wide_name
from workers.plan.lexicon.wording import number_forms, parts_of, said
from workers.write.realise.chinese.grammar import comma, glue, sentence
from workers.write.realise.chinese.phrases import phrase, value
from workers.write.realise.chinese.subject import Subject, brand_of, described, subject_of
from workers.write.realise.content import Content, Draw, Item

TITLE_GOAL: Final = 50
_KEYS: Final = (
    "material", "colour", "size", "capacity", "storage", "memory", "screen", "volume", "net_weight", "composition",
    "pattern", "flavour", "scent", "count", "pack", "dimensions", "power", "neckline", "sleeve", "diameter",
)  # fmt: skip
MAX_KEYS: Final = 3


def title(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """As "Norrland Alder 亚麻衬衫 藏青色 M码". () where neither a name nor a type may be said."""
    most = content.brief.limits.max_chars
    head, ids = _head(content, most)
    if not head:
        return ()
    text = head
    for item, worded in _keys(content, head, draw):
        longer = f"{text} {worded}"
        if len(longer) <= min(most, TITLE_GOAL):
            text = longer
            ids.extend(item.ids)
    return (Sentence(text, tuple(dict.fromkeys(ids))),)


def _name(content: Content, most: int) -> str:
    fact = content.own.get("name")
    if fact is None:
        return ""
    return shortened(wide_name(fact.value) if has_han(fact.value) else calm_name(fact.value), most)


def _head(content: Content, most: int) -> tuple[str, list[str]]:
    name = _name(content, most)
    subject = subject_of(content)
    brand = "" if content.group == "book" else brand_of(content, name)
    ids: list[str] = []
    words = [brand] if brand else []
    if brand:
        ids.append(content.own["brand"].id)
    if name:
        words.append(name)
        ids.append(content.own["name"].id)
    if not name or (subject.noun and not _says(name, subject, content)):
        text, items = _typed(content, subject)
        if not text and not name:
            return "", []
        words.append(text)
        ids.extend(identity for item in items for identity in item.ids)
        ids.extend([content.own["type"].id] if text else [])
    whole = " ".join(words)
    if len(whole) <= most:
        return whole, ids
    return (name, [content.own["name"].id]) if name else ("", [])


def _says(name: str, subject: Subject, content: Content) -> bool:
    """Whether the whole name, not only its first part, says the type in Chinese."""
    if subject.named_type and subject.name and subject.name in name:
        return True
    kind = content.own.get("type")
    word = type_word(kind.value) if kind else None
    if word is not None and word.group == "book":
        return has_han(name)
    return word is None or (has_han(name) and any(has_han(f) and f in name for f in (word.zh, *word.aliases)))


def _typed(content: Content, subject: Subject) -> tuple[str, list[Item]]:
    """As "亚麻衬衫": the material, where there is one, and the type."""
    if not subject.noun:
        return "", []
    material = content.first("material")
    known = material is not None and material.single and material.facts[0].value
    if material is None or not known:
        return subject.noun, []
    spoken = said(material.facts[0], content.locale)
    return (subject.noun, []) if spoken[-2:] in subject.noun else (glue(spoken, subject.noun), [material])


def _keys(content: Content, head: str, draw: Draw) -> list[tuple[Item, str]]:
    found = []
    for name in _KEYS:
        item = content.first(name)
        if item is None or any(word in head for fact in item.facts for word in _words(fact, content.locale)):
            continue
        found.append((item, _key(item, content.locale)))
    kept = found[:MAX_KEYS]
    return kept if draw.number(3) else [*kept[1:], *kept[:1]]


def _words(fact: Fact, locale: str) -> tuple[str, ...]:
    """What a head that says the fact holds; of a composition each material."""
    if fact.name == "composition":
        return tuple(DOMAINS["material"][key].zh for key, _ in parts_of(fact.value))
    return (said(fact, locale), *number_forms(fact, locale))


def _key(item: Item, locale: str) -> str:
    spoken = value(item.facts, locale)
    if item.name == "count":
        return f"{spoken}件套"
    if item.name == "pack":
        return f"{spoken}件装"
    suffix = {"memory": "内存", "storage": "存储", "screen": "屏", "flavour": "味", "scent": "香"}.get(item.name, "")
    return spoken + ("" if spoken.endswith(suffix or "\0") else suffix)


def seo_title(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """The fullest line that fits: name, type and key facts, brand; then less."""
    most = content.brief.limits.max_chars
    for text, ids in _search_lines(content, draw):
        if 0 < len(text) <= most:
            return (Sentence(text, tuple(dict.fromkeys(ids))),)
    return ()


def _search_lines(content: Content, draw: Draw) -> Iterator[tuple[str, list[str]]]:
    subject = subject_of(content)
    for most in (content.brief.limits.max_chars, 30):
        name = _name(content, most)
        words, ids = [name], [content.own["name"].id] if name else []
        if subject.noun and not (name and _says(name, subject, content)):
            text, items = _typed(content, subject)
            words.append(text)
            ids.extend([*(i for item in items for i in item.ids), content.own["type"].id])
        head = " ".join(word for word in words if word)
        brand = brand_of(content, head)
        keys = _keys(content, head, draw)
        for count in range(min(2, len(keys)), -1, -1):
            text = "，".join([head, *(worded for _, worded in keys[:count])])
            said_ids = ids + [i for item, _ in keys[:count] for i in item.ids]
            if brand and head:
                yield f"{text} | {brand}", [*said_ids, content.own["brand"].id]
            elif head:
                yield text, said_ids
        yield head, ids


def meta(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """One or two sentences; the price and the stock last. As many facts as fit."""
    subject = subject_of(content)
    most = content.brief.limits.max_chars
    offer = _offer(content, draw)
    room = most - (len(offer.text) if offer else 0)
    plans = (_meta_name, _meta_described, _meta_brand, _meta_clause)
    for plan in draw.shuffled(plans):
        for text, ids in plan(content, subject, draw):
            if len(text) <= room:
                return (Sentence(text, tuple(dict.fromkeys(ids))), *((offer,) if offer else ()))
    plain = sentence(subject.full)
    if len(plain) <= room and (subject.name or subject.noun):
        return (Sentence(plain, tuple(_own(content, *_named(subject)))), *((offer,) if offer else ()))
    return (offer,) if offer else ()


_Line = tuple[str, list[str]]


def _own(content: Content, *names: str) -> list[str]:
    return [content.own[name].id for name in names if name in content.own]


def _named(subject: Subject) -> tuple[str, ...]:
    if not subject.name:
        return ("type",)
    return ("name", "type") if subject.noun and not subject.named_type else ("name",)


def _phrases(items: list[Item], locale: str, draw: Draw) -> str:
    return comma(phrase(item, locale, draw) for item in items)


def _ids(items: list[Item]) -> list[str]:
    return [identity for item in items for identity in item.ids]


def _meta_name(content: Content, subject: Subject, draw: Draw) -> Iterator[_Line]:
    for count in range(min(5, len(content.items)), 0, -1):
        items = list(content.items[:count])
        text = comma([subject.full, _phrases(items, content.locale, draw)])
        yield sentence(text), [*_own(content, *_named(subject)), *_ids(items)]


def _meta_described(content: Content, subject: Subject, draw: Draw) -> Iterator[_Line]:
    if not subject.noun:
        return
    text, said_items = described(content, subject)
    rest = [item for item in content.items if item not in said_items]
    for count in range(min(4, len(rest)), -1, -1):
        if said_items:
            whole = comma([text, _phrases(rest[:count], content.locale, draw)])
            yield sentence(whole), [*_own(content, "type"), *_ids([*said_items, *rest[:count]])]


def _meta_brand(content: Content, subject: Subject, draw: Draw) -> Iterator[_Line]:
    brand = brand_of(content, subject.name)
    if not brand:
        return
    for count in range(min(4, len(content.items)), -1, -1):
        items = list(content.items[:count])
        text = comma([glue(brand, subject.full), _phrases(items, content.locale, draw)])
        yield sentence(text), [*_own(content, "brand", *_named(subject)), *_ids(items)]


def _meta_clause(content: Content, subject: Subject, draw: Draw) -> Iterator[_Line]:
    for item in content.items:
        if item.clauses:
            text = comma([subject.full, phrase(item, content.locale, draw), draw.pick(item.clauses).text])
            yield sentence(text), [*_own(content, *_named(subject)), *item.ids]
    for permitted in content.type_clauses:
        yield sentence(comma([subject.full, permitted.text])), _own(content, *_named(subject), "type")


def _offer(content: Content, draw: Draw) -> Sentence | None:
    """As "售价89美元，现货"."""
    price, stock = content.own.get("price"), content.own.get("in_stock")
    amount = said(price, content.locale) if price else ""
    ids = tuple(fact.id for fact in (price, stock) if fact)
    if stock and stock.value == "no":
        return Sentence("暂时缺货。", (stock.id,))
    if price and stock:
        return Sentence(draw.pick((f"售价{amount}，现货。", f"现货，售价{amount}。", f"{amount}，现货。")), ids)
    if price:
        return Sentence(draw.pick((f"售价{amount}。", f"价格{amount}。")), ids)
    return Sentence("现货。", ids) if stock else None
