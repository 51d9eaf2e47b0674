"""English titles, search titles and meta descriptions: one line each, made to fit."""

from collections.abc import Iterator
from typing import Final

from workers.outcome import Sentence
from workers.plan.brief import Fact
from workers.plan.lexicon.length import shortened
from workers.plan.lexicon.lookup import folded, type_word
from workers.plan.lexicon.raw import calm_name
from workers.plan.lexicon.wording import number_forms, said, surface_forms
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.english.grammar import capital, joined, plural_verb, sentence, title_case
from workers.write.realise.english.nouns import described, modifiers
from workers.write.realise.english.openings import predicate_of
from workers.write.realise.english.phrases import bare, fragment, noun_phrase, noun_phrases, value
from workers.write.realise.english.subject import Subject, mention, noun_of, subject_of

TITLE_GOAL: Final = 80
_KEYS: Final = (
    "colour", "size", "material", "composition", "capacity", "storage", "memory", "screen", "volume", "net_weight",
    "pattern", "flavour", "scent", "count", "pack", "dimensions", "power", "diameter",
)  # fmt: skip
MAX_KEYS: Final = 3


def title(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """As "Norrland Alder Linen Shirt, Navy, Size M". () where neither a name nor a type may be said."""
    most = content.brief.limits.max_chars
    head, ids = _head(content, most)
    if not head:
        return ()
    text = head
    for item, worded in _keys(content, head, draw):
        longer = f"{text}, {worded}"
        if len(longer) <= min(most, TITLE_GOAL):
            text = longer
            ids.extend(item.ids)
    return (Sentence(text, tuple(dict.fromkeys(ids))),)


def _head(content: Content, most: int) -> tuple[str, list[str]]:
    own = content.own
    brand = own.get("brand")
    ids: list[str] = []
    words: list[str] = []
    name = shortened(calm_name(own["name"].value), most) if "name" in own else ""
    if brand and brand.value.casefold() not in name.casefold() and content.group != "book":
        words.append(said(brand, content.locale))
        ids.append(brand.id)
    if name:
        words.append(name)
        ids.append(own["name"].id)
        words.extend(_missing_type(content, name, ids))
    else:
        words.extend(_composed(content, ids))
    if not name and "type" not in own:
        return "", []
    text = " ".join(words)
    return (text, ids) if len(text) <= most else (name, ids)


def _missing_type(content: Content, name: str, ids: list[str]) -> Iterator[str]:
    kind = content.own.get("type")
    word = type_word(kind.value) if kind else None
    if (
        kind is None
        or word is None
        or word.group == "book"
        or mention(name, word)
        or "," in name
        or len(name) > TITLE_GOAL // 2
    ):
        return
    ids.append(kind.id)
    noun, _ = noun_of(word, content.locale, is_set=kind.value.endswith("+set"))
    yield title_case(noun)


def _composed(content: Content, ids: list[str]) -> Iterator[str]:
    """Colour, material and type, where no name may stand here."""
    kind = content.own.get("type")
    if kind is None:
        return
    said_words, items = modifiers(content)
    ids.extend(identity for item in items for identity in item.ids)
    ids.append(kind.id)
    noun, _ = noun_of(type_word(kind.value), content.locale, is_set=kind.value.endswith("+set"))
    yield title_case(" ".join([*said_words, noun]))


def _keys(content: Content, head: str, draw: Draw) -> list[tuple[Item, str]]:
    """The key facts that the head does not say, in the shop's order or with the measure first."""
    plain = folded(head)
    solid = plain.replace(" ", "")
    found = []
    for name in _KEYS:
        item = content.first(name)
        if item is None or any(word in plain for fact in item.facts for word in _words(fact, content.locale)):
            continue
        if any(folded(form).replace(" ", "") in solid for form in number_forms(item.facts[0], content.locale)):
            continue
        found.append((item, _key(item, content.locale)))
    kept = found[:MAX_KEYS]
    return kept if draw.number(3) else [*kept[1:], *kept[:1]]


def _words(fact: Fact, locale: str) -> tuple[str, ...]:
    """What a head that says the fact holds; of a composition each material."""
    if fact.name == "composition":
        return tuple(folded(surface.partition("% ")[2]) for surface in surface_forms(fact, locale))
    return (folded(said(fact, locale)),)


def _key(item: Item, locale: str) -> str:
    spoken = value(item.facts, locale)
    if item.name in {"count", "pack"}:
        return f"{'Set' if item.name == 'count' else 'Pack'} of {spoken}"
    if item.name in {"memory", "storage"}:
        return f"{spoken} {capital(item.name)}"
    if item.name in {"flavour", "scent"}:
        return title_case(bare(noun_phrases(item.name, item.facts, locale)[0]))
    return title_case(spoken)


def seo_title(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """The fullest line that fits: name, colour and material, brand; then less."""
    most = content.brief.limits.max_chars
    for text, ids in _search_lines(content, draw):
        if 0 < len(text) <= most:
            return (Sentence(text, tuple(dict.fromkeys(ids))),)
    return ()


def _search_lines(content: Content, draw: Draw) -> Iterator[tuple[str, list[str]]]:
    own = content.own
    brand = own.get("brand")
    for most in (content.brief.limits.max_chars, 40):
        head, ids = _head_without_brand(content, most)
        if not head:
            continue
        shown = said(brand, content.locale) if brand and brand.value.casefold() not in head.casefold() else ""
        keys = _keys(content, head, draw)
        for count in range(min(2, len(keys)), -1, -1):
            extra = ", ".join(worded for _, worded in keys[:count])
            said_ids = ids + [identity for item, _ in keys[:count] for identity in item.ids]
            text = f"{head}, {extra}" if extra else head
            if shown and brand:
                yield f"{text} | {shown}", [*said_ids, brand.id]
            else:
                yield text, said_ids
        yield head, ids


def _head_without_brand(content: Content, most: int) -> tuple[str, list[str]]:
    ids: list[str] = []
    own = content.own
    if "name" in own:
        name = shortened(calm_name(own["name"].value), most)
        ids.append(own["name"].id)
        return " ".join([name, *_missing_type(content, name, ids)]), ids
    return " ".join(_composed(content, ids)), ids


def meta(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """One or two sentences; the price and the stock last. As many facts as fit."""
    subject = subject_of(content)
    most = content.brief.limits.max_chars
    offer = _offer(content, draw)
    room = most - (len(offer.text) + 1 if offer else 0)
    plans = (_meta_predicate, _meta_noun, _meta_list, _meta_clause)
    for plan in draw.shuffled(plans):
        for text, ids in plan(content, subject, draw):
            if len(text) <= room:
                return (Sentence(text, tuple(dict.fromkeys(ids))), *((offer,) if offer else ()))
    for text, ids in _meta_plain(content, subject):
        if len(text) <= most:
            return (Sentence(text, tuple(ids)),)
    return (offer,) if offer else ()


_Line = tuple[str, list[str]]


def _own_ids(content: Content, *names: str) -> list[str]:
    return [content.own[name].id for name in names if name in content.own]


def _item_ids(items: list[Item]) -> list[str]:
    return [identity for item in items for identity in item.ids]


def _meta_predicate(content: Content, subject: Subject, draw: Draw) -> Iterator[_Line]:
    for count in range(min(3, len(content.items)), 0, -1):
        items = list(content.items[:count])
        predicate = predicate_of(items, content.locale, draw, plural_verb if subject.plural else str)
        yield (
            sentence(f"{subject.full} {predicate}"),
            [*_own_ids(content, "name" if subject.name else "type"), *_item_ids(items)],
        )


def _meta_noun(content: Content, subject: Subject, draw: Draw) -> Iterator[_Line]:
    """As "Navy linen shirt from Norrland with a mandarin collar and long sleeves"."""
    if "type" not in content.own:
        return
    phrase, said_items = described(content, subject)
    brand = f" from {said(content.own['brand'], content.locale)}" if "brand" in content.own else ""
    rest = [i for i in content.items if i not in said_items and noun_phrases(i.name, i.facts, content.locale)]
    for count in range(min(3, len(rest)), -1, -1):
        having = rest[:count]
        tail = f" with {joined(noun_phrase(item, content.locale, draw) for item in having)}" if having else ""
        if len(said_items) + len(having) + bool(brand) >= min(2, len(content.items)):
            text = sentence(bare(phrase) + brand + tail)
            yield text, [*_own_ids(content, "type", "brand"), *_item_ids([*said_items, *having])]


def _meta_list(content: Content, subject: Subject, _draw: Draw) -> Iterator[_Line]:
    """As "Alder Linen Shirt: made of linen, mandarin collar, long sleeves"."""
    if not subject.name:
        return
    for count in range(min(4, len(content.items)), 1, -1):
        items = list(content.items[:count])
        text = f"{subject.name}: {', '.join(fragment(item, content.locale) for item in items)}"
        yield sentence(text), [*_own_ids(content, "name"), *_item_ids(items)]


def _meta_clause(content: Content, subject: Subject, draw: Draw) -> Iterator[_Line]:
    """As "The Alder Shirt is made of linen, so it stays cool to the touch in warm weather"."""
    for item in content.items:
        if item.clauses:
            agree = plural_verb if subject.plural else str
            clause = agree(draw.pick(item.clauses).text)
            fact = predicate_of([item], content.locale, draw, agree)
            yield (
                sentence(f"{subject.full} {fact}, so {subject.pronoun} {clause}"),
                [*_own_ids(content, "name" if subject.name else "type"), *item.ids],
            )
    for permitted in content.type_clauses:
        text = plural_verb(permitted.text) if subject.plural else permitted.text
        yield sentence(f"{subject.full} {text}"), _own_ids(content, "name", "type")


def _meta_plain(content: Content, subject: Subject) -> Iterator[_Line]:
    """As "Alder Shirt from Norrland at $89.00, in stock"."""
    own = content.own
    brand, price, stock = own.get("brand"), own.get("price"), own.get("in_stock")
    text, ids = subject.name or capital(subject.noun), _own_ids(content, "name" if subject.name else "type")
    if brand and brand.value.casefold() not in subject.name.casefold():
        text, ids = f"{text} from {said(brand, content.locale)}", [*ids, brand.id]
    elif "category" in own and not price:
        text, ids = f"{text}, in {said(own['category'], content.locale)}", [*ids, own["category"].id]
    if price:
        yield _with_stock(f"{text} at {said(price, content.locale)}", [*ids, price.id], stock, content.locale)
    yield _with_stock(text, ids, stock, content.locale)
    yield sentence(text), ids


def _with_stock(text: str, ids: list[str], stock: Fact | None, locale: str) -> _Line:
    return (sentence(f"{text}, {said(stock, locale)}"), [*ids, stock.id]) if stock else (sentence(text), ids)


def _offer(content: Content, draw: Draw) -> Sentence | None:
    """As "In stock at $89.00"."""
    price, stock = content.own.get("price"), content.own.get("in_stock")
    amount = said(price, content.locale) if price else ""
    ids = tuple(fact.id for fact in (price, stock) if fact)
    if stock and stock.value == "no":
        return Sentence("Out of stock at present.", (stock.id,))
    if price and stock:
        return Sentence(
            draw.pick((f"In stock at {amount}.", f"{amount}, in stock.", f"Price: {amount}, in stock.")), ids
        )
    if price:
        return Sentence(draw.pick((f"Price: {amount}.", f"{amount}.")), ids)
    return Sentence("In stock.", ids) if stock else None
