"""Rule: what only this shop's catalogue knows is named only where a fact has it. A pack's `values` are the list.

The shipped lists know steel, navy and Italy; a shop also has zamak, rosso corsa and makers that no capital tells: 安踏.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from workers.edit.grounding import words
from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.vocabulary import meant, vouched
from workers.edit.grounding.wordlists import HAN, Form, Hit, Lists, Meaning, found, lists_of
from workers.edit.grounding.words import LEXICON
from workers.edit.packs import Book, Class, Term, Voice
from workers.edit.packs.values import Value
from workers.edit.reading import Reading
from workers.edit.sentences import ONE_LINE
from workers.plan.lexicon.entries import plural

_GAPS: Final = re.compile(r"[\s'’-]+")
_MARKS: Final = re.compile(r"[(|)]")
_TELLING_HAN: Final = 3
"""So many characters together are hardly ever two words that happen to meet."""
_NAMES: Final = frozenset({"brand", "origin", "certification"})
"""Matters whose words English writes with a capital."""
_AT_START: Final = re.compile(r"(?:\A|[.!?\n])[\s\"'“‘(]{0,3}\Z")
_GOES_ON_AS_A_NAME: Final = re.compile(
    r"['’]s\b| (?:[A-Z0-9]|(?:makes?|made|offers?|builds?|built|presents?|introduces?|brings you|has|is|comes|can|holds"
    r"|weighs|measures|designs?|stands for)\b)"
)
_WINDOW: Final = 8
_ZH_APART: Final = re.compile(
    rf"(?:\A|[\s，,。、；;：:·|/（(!！]|{'|'.join(sorted(words.CHINESE_LEADS, key=len, reverse=True))}|由|选自)\Z"
)
_ZH_NAMED: Final = re.compile(r"出品|牌(?!子|照|匾|坊)|旗下|官方|认证|香|味|纹|图案|风格|印花|涂层|产")


class Values(NamedTuple):
    """`small`: forms that are written without a capital. `data`: what they are, for the rules' version."""

    lists: Lists
    small: frozenset[str]
    data: tuple[str, ...]


def values_of(book: Book) -> Values | None:
    """The values of all packs; None where there are none. What a pack wants said is never one of them."""
    said = "\n".join(_MARKS.sub("\n", lowered(fold(form))) for form in _wanted(book))
    return listed([value for pack in book.packs for value in pack.values], said)


def listed(values: Sequence[Value], but: str = "") -> Values | None:
    """These values, as they are looked for; but for those that stand in this text, in lower case."""
    forms: dict[str, Form] = {}
    for form in (form for value in values for form in _forms_of(value) if form.text not in but):
        known = forms.setdefault(form.text, form)
        if known is not form:
            meaning = known.meaning._replace(keys=known.meaning.keys + form.meaning.keys)
            forms[form.text] = known._replace(meaning=meaning)
    small = frozenset(spelled(form) for value in values for form in value.forms if form[0].islower())
    told = sorted("|".join((form.meaning.matter, form.text, *sorted(form.meaning.keys))) for form in forms.values())
    return Values(lists_of(forms.values()), small, (*told, *sorted(small))) if forms else None


def _wanted(book: Book) -> Iterator[str]:
    """Of all sellers' copy, or of some sellers'."""
    entries = chain(
        (entry for pack in book.packs for entry in (*pack.terms, *pack.voice)), (one.entry for one in book.scoped)
    )
    for entry in entries:
        if isinstance(entry, Term) and entry.cls is Class.REQUIRED:
            yield from entry.forms
        elif isinstance(entry, Voice):
            yield from (form for one in entry.always or () for form in one.forms)


def _forms_of(value: Value) -> Iterator[Form]:
    """Each wording, and of an English one that is no name its plural and singular. All of them vouch for each."""
    spellings = dict.fromkeys(spelled(form) for form in value.forms)
    if value.matter not in _NAMES:
        spellings |= dict.fromkeys(other for form in spellings for other in _numbers(form))
    meaning = Meaning(value.matter, tuple(spellings))
    for text in spellings:
        sure = len(text) >= _TELLING_HAN if HAN.search(text) else not ordinary(text)
        yield Form(text, tuple(text.split(" ")), meaning, sure)


def spelled(form: str) -> str:
    """As it is looked for: half width, lower case, a space for each gap; of Chinese, none."""
    lower = lowered(fold(form)).strip()
    return lower.replace(" ", "") if HAN.search(lower) else _GAPS.sub(" ", lower).strip()


def _numbers(form: str) -> Iterator[str]:
    if not HAN.search(form) and form.isascii():
        yield plural(form)
        if form.endswith("s") and not form.endswith("ss"):
            yield form.removesuffix("s")


def ordinary(form: str) -> bool:
    """Whether each of its words may stand in any English text."""
    return all(word in LEXICON or word.removesuffix("s") in LEXICON for word in form.split(" "))


def unvouched(reading: Reading, values: Values) -> Iterable[str]:
    """What the text names of the list, and no fact or clause has."""
    return [reading.text[hit.start : hit.end] for hit in strange(reading, values)]


def strange(reading: Reading, values: Values) -> Iterator[Hit]:
    """The same, as hits."""
    for hit in found(reading.lower, values.lists):
        if not _has(hit, reading.said) and _told(hit, reading, values):
            yield hit


def _has(hit: Hit, said: str) -> bool:
    """Whether a fact has it, or another wording of it, with whatever gaps."""
    if vouched(hit, said):
        return True
    wordings = [form for form in (hit.form, *hit.meaning.keys) if " " in form]
    return bool(wordings) and any(form.replace(" ", "") in _GAPS.sub("", said) for form in wordings)


def _told(hit: Hit, reading: Reading, values: Values) -> bool:
    """Whether it is meant as a value there, not as the ordinary words that it is made of."""
    if HAN.search(hit.form):
        return hit.sure or meant(hit, reading.lower, reading.said) or _apart(hit, reading.lower)
    if hit.meaning.matter in _NAMES:
        return _capital(hit, reading, values)
    return hit.sure or meant(hit, reading.lower, reading.said)


def _apart(hit: Hit, lower: str) -> bool:
    """Where Chinese copy puts names: apart from what goes before, or with a word for what it is behind them."""
    if _ZH_NAMED.match(lower, hit.end):
        return True
    return hit.meaning.matter == "brand" and bool(_ZH_APART.search(lower, max(0, hit.start - _WINDOW), hit.start))


def _capital(hit: Hit, reading: Reading, values: Values) -> bool:
    """Names have capitals. One that is made of ordinary words has them where ordinary words have none."""
    span, one_word = reading.text[hit.start : hit.end], " " not in hit.form
    if not hit.sure:
        capitals = all(word[:1].isupper() for word in _GAPS.split(span))
        return capitals and reading.brief.kind not in ONE_LINE and not _begins(hit, reading)
    if span[0].islower():
        return hit.form in values.small
    if reading.brief.kind in ONE_LINE or not one_word or not _begins(hit, reading):
        return True
    return _GOES_ON_AS_A_NAME.match(reading.text, hit.end) is not None


def _begins(hit: Hit, reading: Reading) -> bool:
    """Whether a sentence begins with it."""
    return _AT_START.search(reading.text, max(0, hit.start - _WINDOW), hit.start) is not None
