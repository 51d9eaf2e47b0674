"""Rules: whose the product is, and what it is, is as the facts have it.

No list holds all brands. English writes names with a capital, Chinese copy puts them first, apart from the rest or right
before the product's own name: there, a word that neither the facts nor the lexicon knows is somebody else's name.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from workers.edit.grounding import roles, words
from workers.edit.grounding.models import DATA as MODELS
from workers.edit.grounding.models import other_names
from workers.edit.grounding.strange import unsaid
from workers.edit.grounding.tracing import Ground, occurrences
from workers.edit.grounding.vocabulary import of_matter, vouched
from workers.edit.grounding.wordlists import HAN
from workers.edit.needles import letters_of
from workers.edit.reading import Reading
from workers.edit.sentences import ONE_LINE
from workers.plan.barred.phrases import compiled

_WORD: Final = re.compile(r"(?<!\w)[^\W\d_][\w&]*(?:['’-][^\W\d_]+)*")
_PARTS: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_AFTER_NAME: Final = re.compile(
    r"(?:'s\b| (?:makes?|made|offers?|builds?|built|presents?|introduces?|brings you|has|is|comes|can|holds|weighs|measures|designs?|stands for)\b)"
)
_MADE_BY: Final = compiled(r"\b(?:From|from|By|by) ([A-Z][\w'’&-]{1,30})")
_HAN_RUN: Final = re.compile(r"[\u3400-\u9fff]{2,}")
_SEGMENT: Final = re.compile(r"[^ ，,。：:；;、（）()\n]+")
_MAKER: Final = re.compile(
    r"品牌[：:]([\u3400-\u9fff]{2,6})|(?<!路)由([\u3400-\u9fff]{2,6})(?:出品|制造|打造|推出)|([\u3400-\u9fff]{2,6})(?:出品|牌(?!子|照|匾|坊)|旗下)"
)
_MAKES: Final = re.compile("[由牌《]|出品|旗下")
"""What stands wherever a maker does."""
_CLAUSE: Final = re.compile(r"[^，,。：:；;\n]+")
_QUOTED: Final = re.compile(r"《([^》\n]{2,30})》")
_LEADS: Final = frozenset("the this our your new meet discover try with from by in of and for a an & to about".split())
_CAPITALISED: Final = re.compile(r"(?<![\w'’&-])([a-z]{0,3}[A-Z][\w'’&-]*) \Z")
_LONGEST_WORD: Final = 32
_LEAD: Final = re.compile("|".join(sorted(words.CHINESE_LEADS, key=len, reverse=True)))
_ORDINARY: Final = re.compile("|".join(sorted(words.CHINESE_ORDINARY, key=len, reverse=True)))
_BRAND_STARTS: Final = {brand: re.findall("[a-z]+", brand)[0] for brand in sorted(words.BRANDS)}
_BY_START: Final = {
    start: tuple(brand for brand, own in _BRAND_STARTS.items() if own == start) for start in _BRAND_STARTS.values()
}
"""Brands by their first run of letters."""
_STARTS: Final = frozenset(_BY_START)
_KNOWN_BRANDS: Final = re.compile("|".join(sorted(words.BRANDS_CHINESE)))
_MIN_HAN: Final = 2


DATA: Final = (
    " ".join(sorted(words.LEXICON)), " ".join(words.CHINESE_LEADS), " ".join(sorted(words.CHINESE_ORDINARY)),
    " ".join(sorted(words.BRANDS)), " ".join(sorted(words.BRANDS_CHINESE)), _MAKER.pattern,
    *MODELS, *roles.DATA,
)  # fmt: skip


class _Named(NamedTuple):
    """The product's name, and what is left of it without its brand."""

    name: str
    rest: str


def names(reading: Reading) -> Iterator[str]:
    """Brands and names that no fact has."""
    strange = _strange_chinese if reading.brief.locale.startswith("zh") else _strange_english
    return chain(_known_brands(reading), other_names(reading), strange(reading), roles.roles(reading))


def _strange_english(reading: Reading) -> Iterator[str]:
    if not words.LEXICON.issuperset(unsaid(reading.lower, reading.said)):
        for sentence in reading.sentences:
            found = _strange(sentence, reading.ground, whole=reading.brief.kind in ONE_LINE)
            yield from (name for name in found if not _of_its_origin(name.lower(), reading))
    yield from _strange_before_name(reading)
    for maker in _MADE_BY.finditer(reading.text) if "from " in reading.lower or "by " in reading.lower else ():
        # Here ordinary words are names too: "from Essence".
        if not _known(maker[1].lower().removesuffix("'s"), reading.ground) and not _all_known(maker[1], reading.ground):
            yield maker[1]


def _of_its_origin(word: str, reading: Reading) -> bool:
    """Whether it is another word for where the product comes from: "Colombian"."""
    return any(hit.form == word and vouched(hit, reading.said) for hit in of_matter(reading.lower).get("origin", ()))


def _all_known(word: str, ground: Ground) -> bool:
    """Whether the facts know all its parts, as written there: "Levi's", "L-Shape"."""
    return all(_known(part, ground) for part in _PARTS.findall(word.lower().replace("’", "'")))


def _strange_before_name(reading: Reading) -> Iterator[str]:
    """What took the brand's place, ordinary words too: "Classic Wear Galaxy Tab"."""
    rest = _named(reading).rest
    for start, _ in occurrences(rest.lower(), reading.lower) if rest else ():
        before = _CAPITALISED.search(reading.text, max(0, start - _LONGEST_WORD), start)
        word = before[1].lower().replace("’", "'").removesuffix("'s") if before else ""
        known = not before or _known(word, reading.ground) or _all_known(before[1], reading.ground)
        if before and not known and word not in _LEADS and not reading.text[start].islower():
            yield before[1]


def _named(reading: Reading) -> _Named:
    name, brand = reading.named.get("name", ""), reading.named.get("brand", "")
    rest = name.removeprefix(brand).strip() if brand and len(name) > len(brand) + 1 else name
    return _Named(name, rest)


def _known(word: str, ground: Ground) -> bool:
    """Whether a fact or a clause says it: the name, most often, which stands first."""
    for _, forms, _ in ground:  # noqa: SIM110  `any` would take longer than the first of them
        if word in _words_of(forms):
            return True
    return False


@lru_cache(maxsize=16_384)
def _words_of(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset([word for form in forms for word in _PARTS.findall(form.replace("’", "'"))])


def _known_brands(reading: Reading) -> list[str]:
    lower, said = reading.lower, reading.said
    found = [] if lower.isascii() else [brand for brand in _KNOWN_BRANDS.findall(lower) if brand not in said]
    begun = letters_of(lower) & _STARTS
    if begun and any(brand in lower for start in begun for brand in _BY_START[start]):
        written = [word for word in _WORD.finditer(lower) if word[0] in words.BRANDS and word[0] not in said]
        found += [
            reading.text[word.start() : word.end()] for word in written if not reading.text[word.start()].islower()
        ]
    return found


def _strange(sentence: str, ground: Ground, *, whole: bool) -> Iterator[str]:
    """Capitalised words that nobody knows: all of a title's; in a sentence those that are not its first word only."""
    if sentence[1:].islower():
        first = _WORD.match(sentence)
        if first is None or not sentence[0].isupper() or _is_known(first.group(), ground):
            return
    capitals = [word for word in _WORD.findall(sentence) if word.lower() not in words.LEXICON and word[0].isupper()]
    found = list(_WORD.finditer(sentence)) if any(not _is_known(word, ground) for word in capitals) else []
    for number, word in enumerate(found):
        if not word.group()[0].isupper() or _is_known(word.group(), ground):
            continue
        if whole or number or _begins_a_name(sentence, found):
            yield word.group()


def _is_known(word: str, ground: Ground) -> bool:
    lower = word.lower().replace("’", "'")
    if lower in words.LEXICON or _known(lower, ground):
        return True
    return all(_part_known(part, ground) for part in _PARTS.findall(lower.removesuffix("'s")))


def _part_known(part: str, ground: Ground) -> bool:
    """Itself, or its singular."""
    forms = (part, part.removesuffix("s"), part.removesuffix("es"))
    return any(form in words.LEXICON or _known(form, ground) for form in forms)


def _begins_a_name(sentence: str, found: list[re.Match[str]]) -> bool:
    """Whether what goes on after the first word says that it was a name."""
    first = found[0]
    if first.group().endswith(("'s", "’s")):
        return True
    if _AFTER_NAME.match(sentence, first.end()):
        return True
    gap = sentence[first.end() : first.end() + 1]
    if gap == " " and sentence[first.end() + 1 : first.end() + 2].isdigit():
        return True
    return len(found) > 1 and found[1].group()[0].isupper() and found[1].start() == first.end() + 1


def _strange_chinese(reading: Reading) -> Iterator[str]:
    text, said = reading.text, reading.said
    for match in (*_MAKER.finditer(text), *_QUOTED.finditer(text)) if _MAKES.search(text) else ():
        maker = next(filter(None, match.groups()))
        if not _known_somewhere(maker, said):
            yield maker
    whole, named = reading.brief.kind in ONE_LINE, _named(reading)
    for sentence in reading.sentences:
        zones = [sentence] if whole else _zones(sentence, named)
        yield from [one for zone in zones for one in _strange_segments(zone, said, named, whole=whole)]


def _zones(sentence: str, named: _Named) -> list[str]:
    """What stands between two marks, where a name may be: beside a space, or before the rest of the product's."""
    rest = named.rest if named.rest != named.name else " "
    if " " not in sentence and rest not in sentence:
        return []
    return [zone for zone in _CLAUSE.findall(sentence) if " " in zone or rest in zone]


def _strange_segments(zone: str, said: str, named: _Named, *, whole: bool) -> Iterator[str]:
    """Parts between spaces of which the facts know nothing; and what took the brand's place before the name's rest."""
    for segment in _SEGMENT.finditer(zone):
        if segment.group() in said:
            continue
        text = led(segment.group())
        apart = (whole or _before_a_name(zone, segment.end(), named)) and not text[:1].isdigit()
        if apart and _HAN_RUN.search(text) and not _known_somewhere(text, said) and not _ordinary(text):
            yield text
        elif (prefix := _before_rest_of_name(text, named)) and prefix not in said:
            yield prefix


def _before_a_name(zone: str, at: int, named: _Named) -> bool:
    """Whether a space follows, and not only because a Latin word does that is no name: 支持 USB-C."""
    return zone[at : at + 1] == " " and (not zone[at + 1 : at + 2].isascii() or zone.startswith(named.rest, at + 1))


def led(text: str) -> str:
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text


def _known_somewhere(text: str, said: str) -> bool:
    """Whether two characters that stand together in it stand together in what is said."""
    runs = _HAN_RUN.findall(text)
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    return sum(pair in said for pair in pairs) * 2 >= len(pairs)


def _ordinary(text: str) -> bool:
    """Whether it is made of words that stand beside any product's name."""
    return HAN.search(_ORDINARY.sub("", text)) is None


def _before_rest_of_name(text: str, named: _Named) -> str:
    """What stands in the brand's place, where the text has the rest of the product's name."""
    at = text.find(named.rest) if len(named.rest) >= _MIN_HAN and named.rest != named.name else -1
    if at <= 0 or named.name in text:
        return ""
    return "" if _ordinary(text[:at]) else text[:at]
