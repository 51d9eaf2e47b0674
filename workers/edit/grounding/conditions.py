"""Of what an amount is told: of one of a pair or of both, of all the product or of a part, sealed or opened.

The facts say which; a text that tells the same amount of the other has every word of them.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.parts import CHINESE, part_of
from workers.edit.grounding.stems import stem
from workers.edit.grounding.tracing import Amount
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
_PARTED: Final = re.compile(r"[,，;；。!?！？]|\. ")
_SMALL_CHINESE: Final = tuple(
    sorted((word for word, parts in CHINESE.items() if parts <= _SMALL), key=lambda word: (-len(word), word))
)

DATA: Final = (
    _ONE.pattern, _BOTH.pattern, _OPENED.pattern, _OVERALL.pattern, _MEASURED_BEFORE.pattern, _MEASURED_BEHIND.pattern,
    _ZH_BEFORE.pattern, " ".join(sorted(_OF_A_PART | _WHOLE | _SMALL)),
)  # fmt: skip


def conditions(reading: Reading) -> Iterator[str]:
    """Amounts that a text tells of something else than their facts do."""
    for sentence, traced in zip(reading.sentences, reading.traced, strict=False):
        for amount in traced.amounts:
            if amount.quantity.units[0].dimension and _wrong(amount, reading):
                yield sentence[amount.quantity.start : amount.quantity.end]


def _wrong(amount: Amount, reading: Reading) -> bool:
    before = _PARTED.split(amount.before)[-1]
    behind = _PARTED.split(amount.behind, maxsplit=1)[0]
    matters = frozenset([reading.matters[fact] for fact in amount.facts])
    if matters <= _KEEPING:
        return _OPENED.search(f"{before}|{behind}") is not None and _OPENED.search(reading.said) is None
    if matters <= _OF_A_PART:
        return _OVERALL.search(f"{before}|{behind}") is not None
    if matters <= _WHOLE and (part := _part_behind(behind) or _part_before(before)):
        return not _told_elsewhere(part, amount, reading)
    return _of_the_other(
        f"{before}|{behind}", [_named(fact) for fact in reading.brief.facts if fact.id in amount.facts]
    )


def _of_the_other(beside: str, named: list[str]) -> bool:
    """Whether the words beside it tell of one of a pair what the facts tell of both, or the other way round."""
    one, both = _ONE.search(beside) is not None, _BOTH.search(beside) is not None
    if one is both:
        return False
    own, other = (_ONE, _BOTH) if one else (_BOTH, _ONE)
    return all(other.search(name) and not own.search(name) for name in named)


def _named(fact: Fact) -> str:
    return lowered(fold(f"{fact.name} {fact.value} {fact.unit}")).replace("_", " ")


def _part_behind(behind: str) -> str:
    """The small part whose name stands behind an amount; "" where none does."""
    if not behind[:1].isascii() or (behind[1:2] and not behind[1:2].isascii()):
        return next((word for word in _SMALL_CHINESE if behind.lstrip("长宽高深的 ").startswith(word)), "")
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
    return next((word for word in _SMALL_CHINESE if gap and before.endswith(word, 0, gap.start())), "")


def _told_elsewhere(part: str, amount: Amount, reading: Reading) -> bool:
    """Whether facts tell how large the part is, or the product is called so."""
    called = "\n".join([reading.named.get(name, "") for name in ("name", "type")]).lower()
    if (stem(part) if part.isascii() else part) in called:
        return True
    dimensions = [unit.dimension for unit in amount.quantity.units]
    words = part_of(part) if part.isascii() else CHINESE[part]
    told = reading.ties.alike(dimensions) if reading.ties else ()
    return any(not words.isdisjoint(tie.part.words) for tie in told)
