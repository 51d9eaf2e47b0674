"""Ways in which a seller hides a word that he may not say, made of every wording of the packs."""

import re
from collections.abc import Callable, Iterator
from itertools import islice, product

from workers.edit.law.evasion import _CHARACTERS, _SPOKEN
from workers.edit.law.forms import Mark, Parts, parsed
from workers.edit.packs import Class, Term, shipped

Hide = Callable[[str], str]
SIGNS = re.compile(r"#|/|\. ")
"""A wording with a sign in it is looked for as it is written alone."""
HAN = re.compile(r"[\u3400-\u9fff]")
TRADITIONAL = {plain: other for other, plain in zip(_CHARACTERS[::2], _CHARACTERS[1::2], strict=True)}
_WORDS = _SPOKEN.split()
PINYIN = {c: syllable for syllable, cs in zip(_WORDS[::2], _WORDS[1::2], strict=True) for c in cs}
CYRILLIC = str.maketrans("aceopxysij", "асеорхуѕіј")
LEET = str.maketrans("oieas", "01345")
BOLD = {ord("a") + n: 0x1D41A + n for n in range(26)}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
ROUND = {ord("a") + n: 0x24D0 + n for n in range(26)}
SMALL = str.maketrans("abcdeghijklmnoprtuvwyz", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ")


def between(mark: str) -> Hide:
    """The mark after the first character of the longest word."""

    def hide(wording: str) -> str:
        word = max(re.findall(r"[^\W_]+", wording), key=len)
        return wording.replace(word, word[:1] + mark + word[1:], 1)

    return hide


def apart(mark: str) -> Hide:
    """The mark after every letter."""
    return lambda wording: mark.join(wording.replace(" ", ""))


def in_pinyin(mark: str) -> Hide:
    return lambda wording: mark.join(PINYIN.get(c, c) for c in wording)


CHINESE: dict[str, Hide] = {
    "space": between(" "),
    "star": between("*"),
    "middle dot": between("·"),
    "zero width": between("\u200b"),
    "joiner": between("\u2060"),
    "ideographic space": between("\u3000"),
    "underscore": between("_"),
    "heart": between("❤"),
    "slash": between("/"),
    "full stop": between("."),
    "combining mark": between("\u0336"),
    "spread": apart(" "),
    "brackets": lambda wording: "".join(f"【{c}】" for c in wording),
    "pinyin": in_pinyin(""),
    "pinyin spaced": in_pinyin(" "),
    "pinyin hyphens": in_pinyin("-"),
    "pinyin capitals": lambda wording: in_pinyin("")(wording).upper(),
    "pinyin full width": lambda wording: in_pinyin("")(wording).translate(WIDE),
    "pinyin begins": lambda wording: PINYIN.get(wording[0], wording[0]) + wording[1:],
    "pinyin ends": lambda wording: wording[:-1] + PINYIN.get(wording[-1], wording[-1]),
    "traditional": lambda wording: "".join(TRADITIONAL.get(c, c) for c in wording),
    "full width": lambda wording: wording.translate(WIDE),
    "comma inside": lambda wording: wording[0] + "，" + wording[1:] if wording[0] in "最第" else wording,
}
ENGLISH: dict[str, Hide] = {
    "capitals": str.upper,
    "spaces": apart(" "),
    "dots": apart("."),
    "hyphens": apart("-"),
    "star": between("*"),
    "zero width": between("\u200b"),
    "soft hyphen": between("\u00ad"),
    "underscore": between("_"),
    "full stop": between("."),
    "struck out": lambda wording: "".join(c + "\u0336" for c in wording),
    "accents": lambda wording: wording.replace("e", "é").replace("o", "ö").replace("a", "à"),
    "cyrillic": lambda wording: wording.translate(CYRILLIC),
    "leet": lambda wording: wording.translate(LEET),
    "bold": lambda wording: wording.translate(BOLD),
    "full width": lambda wording: wording.translate(WIDE),
    "circled": lambda wording: wording.translate(ROUND),
    "small capitals": lambda wording: wording.translate(SMALL),
    "joined": lambda wording: wording.replace(" ", ""),
    "double space": lambda wording: wording.replace(" ", "  "),
}


def wordings(term: Term, most: int = 2) -> Iterator[str]:
    """Plain wordings of the term's forms; of a form with several, the first few. Signs alone are not words."""
    for form in term.forms:
        spelled = islice(_spelled(parsed(form)), most)
        yield from (words for words in spelled if re.search(r"[^\W_]", words) and "{" not in words)


def _spelled(parts: Parts) -> Iterator[str]:
    choices = [
        [part] if isinstance(part, str)
        else ["{}"] if isinstance(part, Mark)
        else sorted(words for inner in part for words in _spelled(inner))
        for part in parts
    ]  # fmt: skip
    return ("".join(words) for words in product(*choices))


def hidden() -> Iterator[tuple[Term, str, str]]:
    """Each term, the way it is hidden, and the hidden wording; where hiding changes nothing, none."""
    for pack in shipped().packs:
        ways = CHINESE if pack.language == "zh" else ENGLISH
        for term in pack.terms:
            if term.cls in {Class.HARD, Class.CONDITIONAL}:
                yield from _each(term, ways)


def _each(term: Term, ways: dict[str, Hide]) -> Iterator[tuple[Term, str, str]]:
    for wording in (words for words in wordings(term) if not SIGNS.search(words)):
        for way, hide in ways.items():
            if (text := hide(wording)) != wording:
                yield term, way, text
