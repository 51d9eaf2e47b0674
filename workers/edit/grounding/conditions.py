"""Of what an amount is told: of one of a pair or of both, of all the product or of a part, sealed or opened.

The facts say which; a text that tells the same amount of the other has every word of them.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.parts import CHINESE, LATIN, part_of
from workers.edit.grounding.stems import stem
from workers.edit.grounding.tracing import Amount
from workers.edit.needles import Needles
from workers.edit.reading import Reading
from workers.plan.brief import Fact

_ONE: Final = re.compile(
    r"\b(?:each|apiece|single|per (?:boot|shoe|glove|earbud|bud|piece|item|unit|speaker|sock|dumb-?bell)|one (?:boot|shoe|glove|earbud|bud|speaker|sock))\b"
    r"|单[只个件支枚]|[每一][只支枚](?![有手])"
)
_BOTH: Final = re.compile(
    r"\b(?:(?:a|the|per|each|whole) (?:\w+ )?pair|together|altogether|in all|total|totals|totalling|combined)\b"
    r"|[一每整]双|[一每]对|双只|两只|总共?重|合计|共重|加起来"
)
_EACH: Final = re.compile(
    r"每[罐包袋盒瓶件个片粒杯支只条枚块]|\b(?:per|each|every) (?!hour|minute|second|day|week|month|year)[a-z]{2,}|\beach\b|\bapiece\b"
)
_OPENED: Final = re.compile(
    r"\b(?:once|after|when|from|since)(?: it is| it's| you)? (?:open(?:ed|ing)?|first use|unsealed)\b|\bopened\b|[开拆启][封瓶罐袋盒]?[后起]"
)
_KEEPING: Final = frozenset({"shelf_life"})
_OVERALL: Final = re.compile(
    r"\bfrom (?:the )?tip to (?:the )?(?:end|handle|tail|toe|base|butt)|\boverall\b|\bend to end\b|\bfrom end to end\b|全长|总长|通长|整体长"
)
_OF_A_PART: Final = frozenset(
    "blade_length inseam brim lens_width band_width seat_height heel_height shaft_height strap_drop".split()
)
_WHOLE: Final = frozenset("length width height depth diameter weight".split())
_SMALL: Final = frozenset(
    "cuff sleeve hood pocket zip button handle blade lid drawer hook knob leg wheel buckle wick lens peg lace".split()
)
"""Parts that nobody measures a product by."""
_MEASURED_BEFORE: Final = re.compile(r"([a-z]+)(?: (?:is|are|measures?|measuring|weighs?|at|of|about|just|only))* \Z")
_MEASURED_BEHIND: Final = re.compile(
    r"[ -](?:(?:long|wide|tall|high|deep|thick)[ ,]{1,2})?([a-z]+)(?:[ -]([a-z]+))?(?:[ -]([a-z]+))?"
)
_ZH_BEFORE: Final = re.compile("(?:[长宽高深]度?|重量?|直径|尺寸|[为约是达仅有]|\\s)*\\Z")
_STOPS: Final = frozenset(
    "a an and or the with in on of for to is are has have that which its it this by at as".split()
)
_AGED: Final = re.compile(
    r"\b(?:ages?|aged|children|kids|toddlers|babies|boys|girls|little ones)(?: (?:from|of|between|aged|ages?|over|age))* \Z"
)
_AGE: Final = "recommended_age"
_COUNTED: Final = (
    (r"\bpages?\b|页", r"[ -]?(?:sheets?|leaves)\b| ?张(?![^，。,.]{0,4}页)"),
    (r"\bsheets?\b|张", r"[ -]?pages?\b| ?页"),
    (r"\bpairs?\b|双", r"[ -]?singles?\b| ?只(?![有要需能])"),
    (r"\bsingles?\b|只", r"[ -]?pairs?\b| ?双"),
)
"""What a fact counts, and what it is then not a number of: 192 pages are no 192 sheets."""
_COUNTERS: Final = tuple((re.compile(own), re.compile(other)) for own, other in _COUNTED)
_HEAD: Final = 4
"""So much of a stem all its words begin with."""
_NAME: Final = "name"
"""It may have any amount in it, and says of nothing what it is an amount of."""
_PARTED: Final = re.compile(r"[,，;；。!?！？]|\. ")
_SMALL_CHINESE: Final = tuple(
    sorted((word for word, parts in CHINESE.items() if parts <= _SMALL), key=lambda word: (-len(word), word))
)
NEEDLES: Final = (
    *"every apiece single pair whole together total combined open first unseal overall child toddler little".split(),
    *("each", "per ", " all", "tip to", "end to", "age ", "ages ", "aged "), *"kid bab boy girl sheet leaves page".split(),
    *(f"one {thing}" for thing in "boot shoe glove ear bud speaker sock".split()),
    *sorted({word[:_HEAD] for word, parts in LATIN.items() if parts & _SMALL}),
    *"单 每 双 一对 一只 一支 一枚 只 总 合计 共重 加起来 开 拆 启 全长 通长 整体长 张 页".split(), *_SMALL_CHINESE,
)  # fmt: skip
"""One of these is in whatever the patterns here find."""
_SIGNS: Final = Needles(NEEDLES)
_SOUGHT: Final = frozenset(NEEDLES)

DATA: Final = (
    _ONE.pattern, _BOTH.pattern, _EACH.pattern, _AGED.pattern, _OPENED.pattern, _OVERALL.pattern, _MEASURED_BEFORE.pattern, _MEASURED_BEHIND.pattern,
    _ZH_BEFORE.pattern, str(_COUNTED), " ".join(sorted(_OF_A_PART | _WHOLE | _SMALL)),
)  # fmt: skip


def conditions(reading: Reading) -> Iterable[str]:
    """Amounts that a text tells of something else than their facts do."""
    return () if reading.words is not None and _SOUGHT.isdisjoint(reading.words) else _of_others(reading)


def _of_others(reading: Reading) -> Iterator[str]:
    for sentence, traced in zip(reading.sentences, reading.traced, strict=False):
        for amount in traced.amounts:
            # All at once, and next to nothing: beside most amounts stands none of them.
            if not _SIGNS.stand(f"{amount.before}|{amount.behind}"):
                continue
            if (_wrong if amount.quantity.units[0].dimension else _miscounted)(amount, reading):
                yield sentence[amount.quantity.start : amount.quantity.end]


def _miscounted(amount: Amount, reading: Reading) -> bool:
    """Whether a number is told of pages, sheets, pairs or single things, where its facts count the others."""
    if _AGED.search(amount.before):
        return not any(reading.matters[fact] == _AGE for fact in amount.facts)
    others = [own for own, other in _COUNTERS if other.match(amount.behind)]
    named = [_named(fact) for fact in reading.brief.facts if fact.id in amount.facts] if others else []
    return bool(named) and all(any(own.search(name) for own in others) for name in named)


def _wrong(amount: Amount, reading: Reading) -> bool:
    matters = frozenset([reading.matters[fact] for fact in amount.facts]) - {_NAME}
    if not matters:
        return False
    beside = _beside(amount)
    if matters <= _KEEPING:
        return _OPENED.search(beside) is not None and _OPENED.search(reading.said) is None
    if matters <= _OF_A_PART:
        return _OVERALL.search(beside) is not None
    return (matters <= _WHOLE and _of_a_small_part(amount, reading)) or _of_other_than(beside, amount, reading)


def _of_a_small_part(amount: Amount, reading: Reading) -> bool:
    """Whether it is told of a part whose size no fact tells."""
    part = _part_behind(amount.behind) or _part_before(amount.before)
    return bool(part) and not _told_elsewhere(part, amount, reading)


def _of_other_than(beside: str, amount: Amount, reading: Reading) -> bool:
    """Whether the words beside it tell of each, of one or of both what its facts tell of another."""
    if _EACH.search(beside) and _each_is_another(amount, reading):
        return True
    one, both = _ONE.search(beside) is not None, _BOTH.search(beside) is not None
    if one is both:
        return False
    told = {_one_or_both(fact) for fact in reading.brief.facts if fact.id in amount.facts}
    return told == {"both" if one else "one"}


def _each_is_another(amount: Amount, reading: Reading) -> bool:
    """Whether a fact tells how much each has, in the same dimension, and none that has this amount does."""
    dimensions = frozenset([unit.dimension for unit in amount.quantity.units])
    told = [(fact, one) for fact, one in zip(reading.brief.facts, reading.ground, strict=False) if _of_each(fact)]
    if not told or any(fact.id in amount.facts for fact, _ in told):
        return False
    return any(kind in dimensions and not word for _, one in told for kind, _, word in one.claims)


@lru_cache(maxsize=16_384)
def _of_each(fact: Fact) -> bool:
    return _EACH.search(_named(fact)) is not None


def _beside(amount: Amount) -> str:
    """What stands beside it, as far as no mark parts them."""
    return f"{_PARTED.split(amount.before)[-1]}|{_PARTED.split(amount.behind, maxsplit=1)[0]}"


@lru_cache(maxsize=16_384)
def _one_or_both(fact: Fact) -> str | None:
    """Of which of a pair a fact tells; None where it does not say."""
    one, both = _ONE.search(_named(fact)) is not None, _BOTH.search(_named(fact)) is not None
    return None if one is both else "one" if one else "both"


def _named(fact: Fact) -> str:
    return lowered(fold(f"{fact.name} {fact.value} {fact.unit}")).replace("_", " ")


def _part_behind(behind: str) -> str:
    """The small part whose name stands behind an amount; "" where none does."""
    if not behind[:1].isascii() or (behind[1:2] and not behind[1:2].isascii()):
        behind = behind.lstrip("长宽高深的 ")
        # All at once: of most amounts none of them stands there.
        if not behind.startswith(_SMALL_CHINESE):
            return ""
        return next(word for word in _SMALL_CHINESE if behind.startswith(word))
    found = _MEASURED_BEHIND.match(behind)
    words: list[str] = []
    for word in found.groups() if found else ():
        if not word or word in _STOPS:
            break
        words.append(word)
    return words[-1] if words and part_of(words[-1]) & _SMALL else ""


def _part_before(before: str) -> str:
    found = _MEASURED_BEFORE.search(before)
    if found:
        return found[1] if part_of(found[1]) & _SMALL else ""
    gap = None if before.isascii() else _ZH_BEFORE.search(before)
    if gap is None or not before.endswith(_SMALL_CHINESE, 0, gap.start()):
        return ""
    return next(word for word in _SMALL_CHINESE if before.endswith(word, 0, gap.start()))


def _told_elsewhere(part: str, amount: Amount, reading: Reading) -> bool:
    """Whether facts tell how large the part is, or the product is called so."""
    called = "\n".join([reading.named.get(name, "") for name in ("name", "type")]).lower()
    if (stem(part) if part.isascii() else part) in called:
        return True
    dimensions = [unit.dimension for unit in amount.quantity.units]
    words = part_of(part) if part.isascii() else CHINESE[part]
    told = reading.ties.alike(dimensions) if reading.ties else ()
    return any(not words.isdisjoint(tie.part.words) for tie in told)
