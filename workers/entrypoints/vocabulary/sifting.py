"""Which of a catalogue's values may become a rule: unknown to our lists, common, words that mean nothing else. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from schemas.kinds import Kind
from workers.edit.gate import judge
from workers.edit.grounding import vocabulary
from workers.edit.grounding import words as known_words
from workers.edit.grounding.folding import fold
from workers.edit.grounding.values import ordinary, spelled
from workers.edit.grounding.wordlists import HAN
from workers.edit.packs.values import MAX_FORMS, Value, taken
from workers.edit.rules import row_of
from workers.entrypoints.vocabulary.tally import Bar, Seen
from workers.plan.benefits import Benefits
from workers.plan.brief import Brief, Limits
from workers.plan.lexicon import raw
from workers.plan.lexicon.lookup import DOMAINS, FLAGS, NAMES, find_category, find_name, find_type, find_value
from workers.plan.values import fact_of

MAX_LATIN: Final = 40
MAX_WORDS: Final = 4
MAX_HAN: Final = 10
_TOKEN: Final = re.compile(r"[^\s,.;:!?()]+")
_DIGIT: Final = re.compile("[0-9]")
_NAMES: Final = frozenset({"brand", "certification"})
_ORDINARY_HAN: Final = re.compile(
    "|".join(sorted(known_words.CHINESE_ORDINARY | set(known_words.CHINESE_LEADS), key=len, reverse=True))
)


class Sifted(NamedTuple):
    """`left_out`: how many values, by reason."""

    values: tuple[Value, ...]
    left_out: Counter[str]


def sifted(seen: Iterable[Seen], bar: Bar, ours: "Words") -> Sifted:
    """Those that may become a rule, of the most products first. A form stands in one entry only."""
    left_out: Counter[str] = Counter()
    values: list[Value] = []
    elsewhere: set[str] = set()
    for one in seen:
        if one.products < bar.least or one.sellers < bar.sellers:
            left_out["rare" if one.products < bar.least else "few sellers"] += 1
            continue
        reasons = {form: "twice" if spelled(form) in elsewhere else _why_not(one, form, ours) for form in one.forms}
        forms = [form for form, reason in reasons.items() if not reason][:MAX_FORMS]
        if not forms:
            left_out[reasons[one.forms[-1]]] += 1
            continue
        elsewhere.update(map(spelled, forms))
        values.append(Value.model_validate({"matter": one.matter, "forms": forms, "products": one.products}))
    return Sifted(tuple(values), left_out)


def _why_not(one: Seen, form: str, ours: "Words") -> str:
    return against(one.matter, form) or ("ordinary" if form in ours else "")


def against(matter: str, form: str) -> str:
    """Why the form may be no rule by what it is; "" where it may."""
    lower = spelled(form)
    if _listed(lower):
        return "known"
    if _DIGIT.search(fold(form)):
        return "number"
    if not _shaped(form, lower):
        return "unfit"
    if _says_nothing(matter, lower):
        return "ordinary"
    return "hostile" if _hostile(form) else ""


def _shaped(form: str, lower: str) -> bool:
    short = len(lower) <= MAX_HAN if raw.has_han(form) else len(lower) <= MAX_LATIN and lower.count(" ") < MAX_WORDS
    return short and taken(form) and raw.label_sayable(form, "zh-CN")


def _says_nothing(matter: str, lower: str) -> bool:
    """Names of several ordinary words are names where each has a capital: "Classic Wear"."""
    if HAN.search(lower):
        return HAN.search(_ORDINARY_HAN.sub("", lower)) is None
    return ordinary(lower) and (matter not in _NAMES or " " not in lower)


def _hostile(form: str) -> bool:
    # Not as the brand: what a product is called may be said whole, whatever it says.
    fact = fact_of("type", "thing")
    judged = judge(Brief("", Kind.TITLE, "zh-CN" if HAN.search(form) else "en-US", (fact,), Limits(MAX_LATIN)), form)
    broken = [row_of(refusal.rule) for refusal in judged.refusals]
    return any(rule.spoils == "draft" and not rule.overruled for rule in broken)


@cache
def _forms() -> frozenset[str]:
    return frozenset(form.text for form in vocabulary.FORMS) | known_words.BRANDS | known_words.BRANDS_CHINESE


def _listed(lower: str) -> bool:
    """Whether a list of ours has it, as a value of anything, or as what products or attributes are called."""
    if lower in _forms() or find_type(lower) or find_category(lower) or find_name(lower):
        return True
    return any(find_value(domain, lower) for domain in DOMAINS)


class Words:
    """Our own words about products: clauses, labels, phrases. A value that stands in one would refuse them."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [spelled(text) for text in texts]
        self._han = "\n".join(line for line in lines if HAN.search(line))
        self._latin = frozenset(phrase for line in lines if not HAN.search(line) for phrase in _phrases(line))

    def __contains__(self, form: str) -> bool:
        lower = spelled(form)
        return lower in (self._han if HAN.search(lower) else self._latin)


def _phrases(line: str) -> Iterator[str]:
    """Each word, and each few that stand together."""
    words = _TOKEN.findall(line)
    for start in range(len(words)):
        for end in range(start + 1, min(start + MAX_WORDS, len(words)) + 1):
            yield " ".join(words[start:end])


def own_words(benefits: Benefits) -> Words:
    """All that our tables can make a text say."""
    return Words(_texts(benefits))


def _texts(benefits: Benefits) -> Iterator[str]:
    for name in NAMES.values():
        yield from (name.us, name.gb, name.zh, *name.en_np, *name.en_vp, *name.zh_vp)
    for flag in FLAGS.values():
        yield from (
            flag.us,
            flag.gb,
            flag.zh,
            flag.us_yes,
            flag.us_no,
            flag.gb_yes,
            flag.gb_no,
            flag.zh_yes,
            flag.zh_no,
        )
    for row in benefits.rows:
        yield from (*row.en.values(), *row.zh.values())
