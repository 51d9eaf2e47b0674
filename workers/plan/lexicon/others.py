"""What only ends like a type: a "crumpet ring" is no ring, 爆米花锅 no pot to boil pasta in.

What is called by a type's noun has the type's clauses said of it. So a word that makes another thing of the noun bars
the type, and the product is of none: there is less to say of it, and nothing false.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from workers.plan.lexicon import others_care, others_home, others_tech, others_wear
from workers.plan.lexicon.entries import listed, rows
from workers.plan.lexicon.lookup import SET_SUFFIX, TYPES, find_value, folded


class Bars(NamedTuple):
    """Words that, standing right before a type's noun, make another thing of it."""

    english: frozenset[str]
    chinese: tuple[str, ...]


MAX_BAR_WORDS: Final = 3
# Whose things these are is dressed, seated and fed as no person is; or it is a thing in play, or in small.
_OWNERS: Final = Bars(
    frozenset(
        {"toy", "doll", "dolls", "dollhouse", "pretend", "dog", "dogs", "puppy", "cat", "cats", "kitten", "pet", "pets",
         "canine", "pooch", "feline", "hamster", "miniature"}
    ),
    ("玩具", "娃娃", "宠物", "狗狗", "猫咪", "狗", "猫", "犬", "仓鼠", "过家家", "仿真", "微缩"),
)  # fmt: skip
_SIZES: Final = "小大"
_OWNED: Final = frozenset({"pet", "toy"})


def _read() -> Iterator[tuple[str, Bars]]:
    for table in (others_wear, others_home, others_tech, others_care):
        for _, cells in rows(table.TABLE, 3):
            key, english, chinese = cells[:3]
            yield key, Bars(frozenset(map(folded, listed(english))), listed(chinese))


BARS: Final[Mapping[str, Bars]] = dict(_read())
_NONE: Final = Bars(frozenset(), ())


def another_in_english(key: str, before: list[str], length: int) -> bool:
    """Whether the words before the noun, itself of so many words, say that the thing is none of this type."""
    words = [folded(word) for word in before]
    if TYPES[key.removesuffix(SET_SUFFIX)].group not in _OWNED and not _OWNERS.english.isdisjoint(words):
        return True
    barred = BARS.get(key.removesuffix(SET_SUFFIX), _NONE).english
    # A "Metal Frame" may be anything's, a "Metal Picture Frame" is a picture's, of metal.
    if length > 1 and words and find_value("material", words[-1]):
        return False
    return any(" ".join(words[-count:]) in barred for count in range(1, min(MAX_BAR_WORDS, len(words)) + 1))


def another_in_chinese(key: str, before: str) -> bool:
    """The same of the characters before the noun."""
    if TYPES[key.removesuffix(SET_SUFFIX)].group not in _OWNED and any(owner in before for owner in _OWNERS.chinese):
        return True
    return before.rstrip(_SIZES).endswith(BARS.get(key.removesuffix(SET_SUFFIX), _NONE).chinese)
