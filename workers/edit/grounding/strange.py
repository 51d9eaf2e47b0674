"""Which words of a draft are its own: neither the facts nor their clauses have them, nor any sentence of a shop.

A writer that may say only what it was given needs no others. What a fluent one adds in passing ("full-tang", "a hidden
zip", "over Bluetooth", 带不粘涂层) is such a word, and no list of claims would hold them all.
"""

import re
import string
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import Final

from workers.edit.grounding import identity, idioms, kinds, scenes
from workers.edit.grounding.everyday import CHINESE, CHINESE_WORDS, ENGLISH, SCENES
from workers.edit.grounding.features import spans
from workers.edit.grounding.folding import fold
from workers.edit.grounding.quantities import quantities
from workers.edit.grounding.stems import ENDINGS, PLURALS, stem, undone
from workers.edit.grounding.synonyms import DATA as SYNONYMS
from workers.edit.grounding.synonyms import synonyms
from workers.edit.grounding.tracing import Span, occurrences, stands
from workers.edit.grounding.vocabulary import entirely, hits, vouched
from workers.edit.needles import Places, letters_of
from workers.edit.reading import Reading
from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import FLAGS, NAMES, TYPES

_LETTERS: Final = re.compile("[a-z]+")
_TONE: Final = re.compile("可以|能够|都行|[可能会以的了都也就便即均皆着地得]")
_LATIN: Final = re.compile("[a-z]{2,}")
_WORD: Final = re.compile("[a-z]+|[\u3400-\u9fff]")
_CHINESE_SCENE: Final = re.compile("(?:时|时候|[之以][前后])$")
_TWO: Final = re.compile("[\u3400-\u9fff]{2}")
_RUN: Final = 3
"""So many words, or characters, in a row are the facts' own, however common they are."""
_SLOT: Final = re.compile(r"\{[^}]*\}")
"""Where a pattern of the lexicon takes a value."""
_HELD_IN: Final = "bag bottle can jar pouch tin tub tube"
_DOING: Final = ("er", "able")
"""What a "printer" does, and what may be done to something "adjustable"."""
_PAIR: Final = "pair"
_SHORT: Final = 2
"""Words that have no other forms."""
# "A pair", "a stand" and "tips" may come with a product: "paired", "stands" and "tip" are verbs. "Hardly" claims
# nothing, "hard" does.
_STEMS: Final = frozenset(stem(word) for word in ENGLISH if len(word) > _SHORT) - {
    _PAIR, "stand", "tip", "hard", "light", "rar", "real", "rough",
}  # fmt: skip
_THINGS: Final = frozenset(map(stem, "back base box edge face front hand head line side step tone top wall".split()))
"""Of these a form in "ed" says what a thing has."""
_BESIDE: Final = {
    "price": "cost",
    "battery_life": "last",
    "scent": "smell",
    "charging_time": "battery",
    "rechargeable": "battery",
    "layout": "format",
    "binding": "bound cover",
    "rating": "star",
    "family_friendly": "kid child children",
    "recommended_age": "kid child children 儿童 孩子",
    "skin": "皮肤",
    "net_weight": _HELD_IN,
    "volume": _HELD_IN,
}
"""What else an attribute may be spoken of with: an amount of food or cream is that of what holds it."""
_CHINESE: Final = CHINESE.union(*(word.measure for word in TYPES.values()))
_UNSEEN: Final = re.compile(f"[^{re.escape(''.join(_CHINESE.union(string.printable, '，。：；、（）！？·')))}]")
_CLAD: Final = re.compile(r"\b(?:upholstered|clad|encased) in (?:[a-z-]{1,24} ){0,2}\Z")
"""What is said of a thing that is made of this on the outside."""
_CLAD_WINDOW: Final = 64
_MATERIAL: Final = "material"
_AGAIN: Final = "again"
"""What "can be finished again" can be refinished."""
_EVERYDAY: Final = Places(CHINESE_WORDS)

DATA: Final = (
    " ".join(sorted(ENGLISH)),
    "".join(sorted(_CHINESE)),
    " ".join(CHINESE_WORDS),
    str((PLURALS, ENDINGS)),
    str(_BESIDE),
    _TONE.pattern,
    *kinds.DATA,
    str(sorted(_THINGS)),
    *idioms.DATA,
    *scenes.DATA,
    *SYNONYMS,
    _CLAD.pattern,
)


def strange(reading: Reading) -> Iterator[str]:
    """Each word, and of Chinese each character, that nobody vouches for."""
    lower, said = reading.lower, reading.said
    if reading.brief.locale.startswith("zh"):
        own = frozenset([one for one in _UNSEEN.findall(lower) if one not in said])
        own |= frozenset([word for word in letters_of(lower) if not stands(word, said)])
    else:
        own = unsaid(lower, said) - ENGLISH
    if own and (own := own - called(reading.about)):
        return _outside(own, reading)
    return iter(())


def _outside(own: AbstractSet[str], reading: Reading) -> Iterator[str]:
    """Where they stand, but for amounts, which other rules weigh, and for other words for what a fact has."""
    stems = _stems(reading.said, reading.about)
    known = kinds.wider(reading.brief)
    own = frozenset([word for word in own - known if stems.isdisjoint((stem(word), undone(word)))])
    if reading.brief.locale.startswith("en"):
        own = frozenset([word for word in own if not _is_everyday(word)])
    else:
        own = own.difference(*known)
    if not own:
        return
    covered = bytearray(len(reading.lower))
    for start, end in (*_covered(reading), *_parted(reading.lower, stems)):
        covered[start:end] = bytes([1]) * (end - start)
    for word in _WORD.finditer(reading.lower):
        if word.group() in own and not covered[word.start()]:
            yield reading.text[word.start() : word.end()]


def _covered(reading: Reading) -> Iterator[Span]:
    """What others weigh, or have vouched for; and everyday words of Chinese, whose characters alone are none."""
    whole, lower = entirely(reading.brief), reading.lower
    for hit in hits(lower):
        if hit.form in whole or vouched(hit, reading.said):
            clad = hit.meaning.matter == _MATERIAL and _CLAD.search(lower, max(0, hit.start - _CLAD_WINDOW), hit.start)
            yield (clad.start() if clad else hit.start), hit.end
    yield from [span for form in whole for span in occurrences(form, reading.lower)]
    yield from spans(reading.lower, reading.about)
    yield from [(one.start, one.end) for one in quantities(fold(reading.text))]
    yield from [(start, end) for _, start, end in _EVERYDAY.of(reading.lower)]
    yield from identity.sizes(lower, reading)
    if not idioms.HEADS.isdisjoint(letters_of(lower)):
        yield from idioms.spans(lower)
    if not SCENES.isdisjoint(letters_of(lower)):
        yield from scenes.spans(lower)


def _parted(lower: str, stems: AbstractSet[str]) -> Iterator[Span]:
    """Where two words are one of the facts': the "hard covers" of a hardcover."""
    words = list(_LETTERS.finditer(lower))
    for first, second in pairwise(words):
        if first.end() + 1 == second.start() and stem(first.group() + second.group()) in stems:
            yield first.start(), second.end()


def _is_everyday(word: str) -> bool:
    """Whether it is a form of such a word, and no quality that a thing has made of it: "walled", "backed"."""
    return stem(word) in _STEMS and not (word.endswith("ed") and stem(word) in _THINGS)


@lru_cache(maxsize=1024)
def called(about: frozenset[str]) -> frozenset[str]:
    """The words for these attributes, and those that sentences about them need: "bears a load of", 保修期."""
    return frozenset().union(*map(_called, about))


def sets_the_scene(part: str) -> bool:
    """Whether a part, in lower case, only says when or where, in words that say nothing of a product."""
    if part.isascii():
        return scenes.sets_the_scene(part)
    return _CHINESE_SCENE.search(part) is not None and _is_everyday_chinese(part)


def _is_everyday_chinese(part: str) -> bool:
    covered = {at for _, start, end in _EVERYDAY.of(part) for at in range(start, end)}
    return all(at in covered or character in _CHINESE for at, character in enumerate(part))


def speaks_of(part: str, said: str, about: frozenset[str]) -> bool:
    """Whether a part, in lower case, has a telling word of what is said, or of what that is about."""
    words, stems = words_of(said) | called(about), _stems(said, about)
    latin = _LATIN.findall(part)
    if not all(stems.isdisjoint((stem(word), undone(word))) for word in latin if word not in ENGLISH):
        return True
    if any(" ".join(latin[at : at + _RUN]) in said for at in range(len(latin) - _RUN + 1)):
        return True
    pairs = {part[at : at + 2] for at in range(len(part) - 1) if words.issuperset(part[at : at + 2])}
    labels = "\n".join(map(_named, about))
    if any(pair in labels or (pair in said and not _CHINESE.issuperset(pair)) for pair in pairs if _TWO.match(pair)):
        return True
    if part.isascii():
        return False
    if any(part[at : at + _RUN] in said for at in range(len(part) - _RUN + 1)):
        return True
    bare, told = _bare(part), _bare(said)
    return any(bare[at : at + _RUN] in told for at in range(len(bare) - _RUN + 1))


@lru_cache(maxsize=1024)
def _bare(said: str) -> str:
    """Chinese without the words that change its tone alone: 可以拆, 能拆 and 拆了 are 拆."""
    return _TONE.sub("", said)


@lru_cache(maxsize=1024)
def words_of(said: str) -> frozenset[str]:
    """The words, and Chinese characters, of what is said."""
    words = frozenset(_LETTERS.findall(said))
    return words if said.isascii() else words.union(said)


@lru_cache(maxsize=1024)
def unsaid(lower: str, said: str) -> frozenset[str]:
    """The words of a text, in lower case, that are not said: most of them words that any sentence needs."""
    return letters_of(lower) - words_of(said)


@lru_cache(maxsize=1024)
def _stems(said: str, about: frozenset[str]) -> frozenset[str]:
    """The stems of these words; what a "printer" does is one."""
    known = words_of(said) | called(about)
    known = known.union(synonyms(known))
    return frozenset(map(stem, known)).union(
        [stem(word[: -len(end)]) for word in known for end in _DOING if word.endswith(end)],
        [f"re{stem(word)}" for word in known if word.endswith("ed")] if _AGAIN in known else (),
    )


@lru_cache(maxsize=1024)
def _called(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_named(name)))


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    word = NAMES.get(name) or FLAGS.get(name)
    forms = [name, _BESIDE.get(name, "")]
    if word is not None:
        forms += [word.us, word.gb, word.zh, *word.aliases]
    if isinstance(word, NameWord):
        forms += [*word.en_np, *word.en_vp, *word.zh_vp]
    return _SLOT.sub("", "\n".join(forms)).lower()
