"""The lexicon's entries, and the text tables that they are read from: a line an entry, columns divided by bars."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A value's wording. `kind` says what a material is, where the language cares ("fabric" -> 面料)."""

    key: str
    us: str
    gb: str
    zh: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class TypeWord:
    """What a product is. `shape`: "count" (a shirt), "mass" (rice), "pair" (a pair of jeans), "plural" (nuts).

    `narrower`: aliases that say more than the type: a listing that says "green tea" is of the type tea, which is not
    said to be green.
    """

    key: str
    group: str
    shape: str
    us: str
    us_plural: str
    gb: str
    gb_plural: str
    zh: str
    measure: str
    aliases: tuple[str, ...]
    narrower: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameWord:
    """What is known of an attribute. `kind`: what its value is; patterns hold `{v}`, variants in order.

    `en_vp` begins with a verb in the third person singular; `en_np` stands after "with".
    """

    key: str
    kind: str
    topic: str
    us: str
    gb: str
    zh: str
    en_np: tuple[str, ...]
    en_vp: tuple[str, ...]
    zh_vp: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A feature that a thing has or has not. An empty wording: that side of it is not said."""

    key: str
    topic: str
    us: str
    gb: str
    zh: str
    us_yes: str
    gb_yes: str
    us_no: str
    gb_no: str
    zh_yes: str
    zh_no: str
    aliases: tuple[str, ...]


def rows(table: str, columns: int) -> Iterator[tuple[str, list[str]]]:
    """Each line's section ("[clothing]" opens one) and its columns, padded with ""."""
    section = ""
    for line in table.strip().splitlines():
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if text.startswith("["):
            section = text[1:-1]
            continue
        cells = [cell.strip() for cell in text.split("|")]
        yield section, cells + [""] * (columns - len(cells))


def spellings(text: str) -> tuple[str, str]:
    """American and British: "gray / grey"; one of them where they agree."""
    us, _, gb = text.partition(" / ")
    return us.strip(), (gb or us).strip()


def listed(text: str) -> tuple[str, ...]:
    """The parts of a cell, divided by semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def words(table: str) -> dict[str, Word]:
    """A value table: key | English | Chinese | aliases. An empty English cell repeats the key."""
    found: dict[str, Word] = {}
    for section, cells in rows(table, 4):
        key, en, zh, aliases = cells[:4]
        us, gb = spellings(en or key)
        found[key] = Word(key, us, gb, zh, listed(aliases), section)
    return found


_NARROWER = "<"
_SHAPES = {"~": "mass", "&": "pair", "+": "plural"}


def types(table: str) -> dict[str, TypeWord]:
    """A type table: English | Chinese | measure word | aliases. The key is the American word."""
    found: dict[str, TypeWord] = {}
    for section, cells in rows(table, 4):
        en, zh, measure, aliases = cells[:4]
        shape = _SHAPES.get(en[0], "count")
        us, gb = spellings(en.lstrip("~&+"))
        us_one, us_many = _numbers(us, shape)
        gb_one, gb_many = _numbers(gb, shape)
        key = us_one.replace(" ", "-").lower()
        forms = tuple(alias.removeprefix(_NARROWER) for alias in listed(aliases))
        narrower = frozenset(alias[1:] for alias in listed(aliases) if alias.startswith(_NARROWER))
        told = (us_one, us_many, gb_one, gb_many, zh, measure)
        found[key] = TypeWord(key, section, shape, *told, forms, narrower)
    return found


def _numbers(text: str, shape: str) -> tuple[str, str]:
    """Singular and plural; "knife (knives)" spells an irregular one out; plural-only words have one form."""
    one, bracket, many = text.partition(" (")
    if bracket:
        return one, many.rstrip(")")
    return (one, one) if shape != "count" else (one, plural(one))


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def names(table: str) -> dict[str, NameWord]:
    """An attribute table: key | kind | label | Chinese label | np | vp | Chinese vp | aliases; sections are topics."""
    found: dict[str, NameWord] = {}
    for section, cells in rows(table, 8):
        key, kind, label, zh, np, vp, zh_vp, aliases = cells[:8]
        us, gb = spellings(label or key.replace("_", " "))
        found[key] = NameWord(key, kind, section, us, gb, zh, listed(np), listed(vp), listed(zh_vp), listed(aliases))
    return found


def flags(table: str) -> dict[str, Flag]:
    """A feature table: key | label | Chinese label | yes | no | Chinese yes | Chinese no | aliases."""
    found: dict[str, Flag] = {}
    for section, cells in rows(table, 8):
        key, label, zh, yes, no, zh_yes, zh_no, aliases = cells[:8]
        sides = (*spellings(label), zh, *spellings(yes), *spellings(no), zh_yes, zh_no)
        found[key] = Flag(key, section, *sides, listed(aliases))
    return found
