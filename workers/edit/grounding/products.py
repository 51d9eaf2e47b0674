"""Rule: what the copy calls the product is what the facts say that it is."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from typing import Final

from schemas.kinds import Kind
from workers.edit.grounding.kinds import wider
from workers.edit.grounding.names import led
from workers.edit.grounding.strange import called
from workers.edit.grounding.tracing import stands
from workers.edit.grounding.varieties import DATA as VARIETIES
from workers.edit.grounding.varieties import narrower
from workers.edit.grounding.vocabulary import hits, of_matter, vouched
from workers.edit.grounding.wordlists import HAN, Hit
from workers.edit.reading import Reading
from workers.edit.sentences import ONE_LINE
from workers.plan.lexicon.lookup import NAMES

_CUT: Final = re.compile(
    r"[，,。：:；;（(\n]|采用|选用|使用|支持|净含|净重|成分|为|是|有|可|适|长|宽|高|重|产|含|配|带|由|共|续|功率|容量|颜色|尺寸|直径|质保|售价|镶|连接|放|穿|装|让|能|把|在"
)
_SUBJECT_END: Final = re.compile(
    r"[,:;(\n]|\b(?:is|are|has|have|comes?|weighs?|measures?|holds?|keeps?|lets?|takes?|gives?|runs?|can|cannot|does|needs?|offers?"
    r"|features?|with|from|in|of|for|that|which|goes|makes?|brings?|fits?|leaves?|connects?|heats?|cuts?|works?|stands?|shows?|boils?|draws?|carries|carry|uses?|sports|adds?|looks?|feels?|serves?|packs?|wraps?|rests?|sits?|beside|into|onto|on|at|to|by|under|near|next|over|inside|outside|between|behind|among|across|through|around|before|after|until|while|when|and then|so)\b"
)
_SUBJECT_START: Final = re.compile(r"\A(?:the|this|these|an?|each|our|your) |[,:] (?:the|this|these) ")
_OBJECT: Final = re.compile(r" (?:\d|an?\b|the\b|its\b|your\b|up\b)")
_ORDERED: Final = re.compile(r" (?:in |on |out |up |over )?(?:it|them|the|an?|your|some)\b")
_BEGINS: Final = re.compile(r"(?:\A|[.!?\n] ?)\Z")
_PRONOUN: Final = re.compile(r"(?:it|they|its|their|you|we)\b")
_TYPE: Final = "type"
_LABELS: Final = frozenset(
    form.lower() for name in NAMES.values() for form in (name.us, name.gb, name.zh, *name.aliases)
)
"""What attributes are called: "battery" in "battery life" is no product."""

DATA: Final = (_CUT.pattern, *VARIETIES)


def products(reading: Reading) -> Iterator[str]:
    """What the copy calls the product is what it is: its type, or a word of its name; and no narrower one."""
    yield from narrower(reading)
    said = reading.said
    types = of_matter(reading.lower).get(_TYPE, ()) if reading.brief.kind is not Kind.BULLETS else ()
    strange = {hit for hit in types if not vouched(hit, said) and not stands(hit.form.removesuffix("s"), said)}
    if strange:
        spoken_of = called(reading.about) | wider(reading.brief)
        strange = {hit for hit in strange if hit.form not in spoken_of and not _is_verb(hit, reading.lower)}
        named = " ".join([fact.name for fact in reading.brief.facts]).lower()
        strange = {hit for hit in strange if hit.form.isascii() or hit.form not in named}
        strange = {hit for hit in strange if reading.ties is None or not reading.ties.names(hit.form)}
    for hit in _in_subjects(reading) if strange else ():
        if hit in strange:
            yield reading.text[hit.start : hit.end]


def _is_verb(hit: Hit, lower: str) -> bool:
    """Whether what would be a plural has an object, "throws a soft light", or an order begins so: "tie the laces"."""
    begins = _BEGINS.search(lower, max(0, hit.start - 2), hit.start) is not None
    if begins and _ORDERED.match(lower, hit.end):
        return True
    return hit.form.endswith("s") and _OBJECT.match(lower, hit.end) is not None


def _in_subjects(reading: Reading) -> Iterator[Hit]:
    """Words for types of products where a sentence says what it is about: all of a title's; else the last one there."""
    whole = reading.brief.kind in ONE_LINE
    position = 0
    for sentence in reading.sentences:
        start = max(reading.text.find(sentence, position), 0)
        position = start + len(sentence)
        found = tuple(hit for hit in hits(reading.lower) if start <= hit.start < position)
        low, high = (start, position) if whole else _subject(sentence, start, found)
        inside = [hit for hit in found if _is_product(hit) and low <= hit.start and hit.end <= high]
        yield from inside if whole else inside[-1:]


def _is_product(hit: Hit) -> bool:
    return hit.meaning.matter == _TYPE and hit.form not in _LABELS


def _subject(sentence: str, start: int, found: tuple[Hit, ...]) -> tuple[int, int]:
    """Where the sentence names its subject, in the text's offsets."""
    lower = sentence.lower()
    if HAN.search(sentence):
        first = sentence.find("：") + 1
        first, ends = len(sentence) - len(led(sentence[first:])), _CUT
    elif _PRONOUN.match(lower):
        return start, start
    else:
        lead = _SUBJECT_START.search(lower)
        first, ends = (lead.end() if lead else 0), _SUBJECT_END
    for cut in ends.finditer(lower, first):
        at = start + cut.start()
        if not any(hit.start <= at < hit.end for hit in found):
            return start + first, at
    return start + first, start + len(sentence)
