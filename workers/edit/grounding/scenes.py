"""Where copy tells of a scene, not of the product: "for the walk home", 周末在家泡一杯茶.

Words of scenes say nothing of a thing, wherever they stand but in a few places: behind "has", "comes with", "is a"; and
before what the thing is called. There they would tell what it has, or of what sort it is.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from workers.edit.grounding import permits, scene_words, scenes_chinese
from workers.edit.grounding.everyday import ENGLISH
from workers.edit.grounding.permits import permitted
from workers.edit.grounding.scene_words import FOODS, MODIFIERS
from workers.edit.grounding.stems import stem
from workers.edit.grounding.wordlists import HAN
from workers.edit.reading import Reading
from workers.plan.lexicon.lookup import type_word

_TOKEN: Final = re.compile("[a-zß-ÿ]+|[.,:;!?()\n\u2014\u2013/]")
_MARKS: Final = frozenset(".,:;!?()\n\u2014\u2013/")
_HAVING: Final = frozenset(
    "get gets getting got receive receives has have having had includes include including included contains contain containing contained features feature featuring"
    " boasts boast adds add added adding offers offer supplied equipped plus free gift gifts bonus made make makes built"
    " sports sport fits fit suits works supports support compatible certified approved safe proof resistant resists smells"
    " smell smelling tastes taste tasting flavour flavor flavoured flavored notes hint scented like equals beats replaces"
    " becomes become turns thanks shape price cost size weight look feel itself prevents protects protect keeps keep made crafted cut woven printed".split()
)
_COPULAS: Final = frozenset("is are was were be being been s".split())
_POSSESSIVE: Final = "s"
_ITS: Final = frozenset({"its", "their"})
_WORN: Final = frozenset(
    "wear wears worn wearing goes go going pair pairs paired match matches team teams layer eat drink serve served".split()
)
"""With what one of these is told, the thing does not come."""
_ARTICLES: Final = frozenset("a an the one two three four five six extra another more of in".split())
_OPENERS: Final = frozenset(
    "for on in at from to into onto by after before during when while that beside under over until through across between".split()
)
"""Behind one of these another thing is told of: "has a pocket for your walk"."""
_MADE: Final = frozenset("come comes came grown born made crafted cut woven printed built".split())
_ASKED: Final = frozenset({"add", "make", "turn", "work"})
_FITS: Final = frozenset({"fit", "fits"})
_TELLING: Final = MODIFIERS - ENGLISH - {"clear"}
_CLEARED: Final = frozenset({"clear", "empty"})
"""To order so is no quality: "clear a corner of the desk"."""
_THIRD: Final = "s"
"""What it does by itself it would be able to: the lamp is for reading, and reads to nobody."""
_STRAIGHT: Final = "straight"
"""Of a way: "straight from work"; of a thing it would be a shape."""
_WAYS: Final = frozenset("to from into after out back off".split())
_WITH: Final = "with"
_WITH_YOUR: Final = frozenset(
    "your you breakfast lunch dinner supper tea coffee friends family guests colleagues neighbours neighbors the us me".split()
)
_KINDS: Final = frozenset(
    "print prints pattern patterns motif motifs design designs edition version finish colour color colours colors set sets"
    " kit kits style styles mode modes proof grade quality shape shaped scented flavour flavoured flavor".split()
)
_BARRED: Final = frozenset(
    "no not never none nothing nobody without neither nor more most less least than only all every always ever any anyone"
    " everyone everybody everything nowhere unlike instead claim claims best ask asks love loves want wants choose chooses prefer prefers recommend visit pay order itself".split()
)
_NAMES: Final = frozenset({"name", "brand"})
_IT: Final = frozenset({"it", "them", "this", "these"})
_SUBJECTS: Final = frozenset("it they this these which".split())
_FALLS: Final = frozenset("throw toss drop drops fall falls knock".split())
"""What a thing might have to withstand: of itself it would be a claim."""
_MOVES: Final = frozenset(
    "goes go sits sit stands stand slips slip slides slide tucks hangs hang rests rest waits wait lives live travels travel"
    " comes come moves rolls follows joins join belongs belong looks finds takes earns stays stay fits fit at in on to into onto up down"
    " out off over under beside next near by along around across through between behind from for and or as when while"
    " back away home there here with can will also then just simply neatly easily aside together".split()
)
_PLANT: Final = "plant"
_POTS: Final = frozenset({"plant-pot", "watering-can", "seeds"})
_LIGHT: Final = frozenset("sunny bright dark sunlight daylight dim cold warm cool windy frosty".split())
"""What a plant needs is a fact's."""
_GROUPS_EATEN: Final = frozenset({"food", "drink", "beauty", "pet"})

DATA: Final = (
    " ".join(sorted(scene_words.ENGLISH)), " ".join(sorted(MODIFIERS)), " ".join(sorted(FOODS)),
    *permits.DATA, str([sorted(one) for one in (_HAVING, _OPENERS, _MADE, _WAYS, _ASKED, _FITS, _CLEARED, _POTS, _LIGHT, _COPULAS, _ITS, _WORN, _ARTICLES, _WITH_YOUR, _KINDS, _BARRED, _FALLS, _IT, _SUBJECTS, _MOVES)]),
    str(sorted(_GROUPS_EATEN)), *scenes_chinese.DATA,
)  # fmt: skip


class Scenery(NamedTuple):
    """What may be said of one product beside its facts. `called`: the words for it; none where nobody knows what it is,
    nor, therefore, what it is used for. `subjects`: those, what is said in their stead, and its name's own. `parts`: what every thing
    of the kind has, by its stem.
    """

    scenes: frozenset[str]
    qualities: frozenset[str]
    stems: frozenset[str]
    chinese: frozenset[str]
    called: frozenset[str]
    subjects: frozenset[str]
    parts: frozenset[str]


def scenery(reading: Reading) -> Scenery:
    """That of the listing which the text is about."""
    kinds = [fact.value for fact in reading.brief.facts if fact.name == "type"]
    named = " ".join([fact.value for fact in reading.brief.facts if fact.name in _NAMES])
    return _scenery(kinds[0] if kinds else "", named, permitted(reading.brief, reading.about - reading.unheld))


@lru_cache(maxsize=1024)
def _scenery(kind: str, named: str, told: frozenset[str]) -> Scenery:
    word = type_word(kind) if kind else None
    eaten = word is not None and word.group in _GROUPS_EATEN
    own = (word.us, word.us_plural, word.gb, word.gb_plural, *word.aliases) if word else ()
    called = frozenset([re.findall("[a-z]+", form.lower())[-1] for form in own if form.isascii()])
    grows = word is not None and word.group == _PLANT and word.key not in _POTS
    barred = called | (FOODS if eaten else frozenset()) | (_LIGHT if grows else frozenset())
    scenes, qualities = scene_words.ENGLISH - barred, MODIFIERS - barred
    parts = permits.parts_of_any(word.key, word.group) if word else frozenset[str]()
    latin = frozenset(filter(str.isascii, told))
    subjects = called.union(_SUBJECTS, re.findall("[a-z]+", named.lower()))
    return Scenery(scenes, qualities, latin, (told - latin) | parts, called, subjects - scenes, parts)


def in_scene(reading: Reading, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where these words of a text, in lower case, tell of a scene, or what the product permits to say."""
    view = scenery(reading)
    if not view.called:
        return
    if reading.brief.locale.startswith("zh"):
        yield from scenes_chinese.words_in(reading.lower, view.chinese)
        return
    tokens = list(_TOKEN.finditer(reading.lower))
    texts = [token.group() for token in tokens]
    for at, text in enumerate(texts):
        if text in words and _tells_of_a_scene(texts, at, view):
            yield tokens[at].span()


def _tells_of_a_scene(texts: list[str], at: int, view: Scenery) -> bool:
    word = texts[at]
    if stem(word) in view.parts:
        return True
    if word in _CLEARED and (at == 0 or texts[at - 1] in _MARKS):
        return not {"a", "the", "your"}.isdisjoint(texts[at + 1 : at + 2])
    if word == _STRAIGHT:
        return not _WAYS.isdisjoint(texts[at + 1 : at + 2])
    own = stem(word) in view.stems
    if not own and word in view.qualities:
        return _before_a_scene(texts, at, view)
    return (own or _in_scenes(word, view)) and not _told_of_the_thing(texts, at, view, own=own)


def _in_scenes(word: str, view: Scenery) -> bool:
    """Whether it is such a word, or the plural of one."""
    return word in view.scenes or (word[-1] == "s" and (word[:-1] in view.scenes or word[:-2] in view.scenes))


def _before_a_scene(texts: list[str], at: int, view: Scenery) -> bool:
    """Whether a quality is a scene's: "slow mornings", "the first cold walk"."""
    for following in texts[at + 1 : at + 4]:
        if _in_scenes(following, view):
            return True
        if following not in view.qualities and following not in {"and", "or"}:
            return False
    return False


def _before(texts: list[str], at: int) -> list[str]:
    """What stands before a word and may be told of the same thing."""
    start = at
    while start and texts[start - 1] not in _MARKS:
        start -= 1
    # "Add milk" is asked of the buyer, and what fits in beside a sofa has none.
    before = [
        one
        for place, one in enumerate(texts[start:at])
        if not (place == 0 and one in _ASKED) and not (one in _FITS and texts[start + place + 1] in _MOVES)
    ]
    begun = [place for place, one in enumerate(before) if one in _OPENERS]
    return before[begun[-1] + 1 :] if begun and _MADE.isdisjoint(before) else before


def _told_of_the_thing(texts: list[str], at: int, view: Scenery, *, own: bool) -> bool:
    """Whether it would tell what the thing has or is. `own`: the product permits to speak of it."""
    word, following = texts[at], texts[at + 1] if at + 1 < len(texts) else ""
    if following in _KINDS or following in view.called or following in _COPULAS:
        return True
    before = _before(texts, at)
    if _done_by_the_thing([*before, word], view, own=own):
        return True
    if own and before and before[-1] in _COPULAS - {_POSSESSIVE}:
        return False
    if _is_it(before, own=own):
        return True
    if _WITH in before and (not own or _WORN.isdisjoint(before)):
        behind = [*before[before.index(_WITH) + 1 :], word][0]
        return (behind in _ARTICLES if own else behind not in _WITH_YOUR) or not _HAVING.isdisjoint(before)
    return not _HAVING.isdisjoint(before[-4:] if own else before)


def _done_by_the_thing(words: list[str], view: Scenery, *, own: bool) -> bool:
    """Whether the thing itself does that: "the lamp plays songs"; it may be somewhere, or be taken there."""
    done = [after for word, after in pairwise(words) if word in view.subjects and after not in _MOVES]
    return bool(done) and (not own or (words[-2] in view.subjects and words[-1].endswith(_THIRD)))


def _is_it(before: list[str], *, own: bool) -> bool:
    """Whether the thing is said to be that, or it to be the thing's."""
    lead = before[-2:] if before and before[-1] in _ARTICLES else before[-1:]
    told = bool(lead) and (lead[0] in _COPULAS or lead[-1] in _ITS)
    return told and not (own and len(lead) == 1 and lead[0] not in _ITS)


def part_is_scene(part: str, said: str, view: Scenery, known: Callable[[str], bool]) -> bool:
    """Whether a part of a sentence, in lower case, only tells of a scene.

    `known`: whether a word is the facts' own, or everyday.
    """
    if not view.called:
        return False
    if HAN.search(part):
        return scenes_chinese.is_scene(part, said, view.chinese)
    texts = _TOKEN.findall(part)
    scenes = [_in_scenes(word, view) or stem(word) in view.stems or stem(word) in view.parts for word in texts]
    told = any(scenes) and all(
        scene or word in view.qualities or word in _MARKS or known(word)
        for word, scene in zip(texts, scenes, strict=True)
    )
    return told and not _claims(texts, view)


def _claims(texts: list[str], view: Scenery) -> bool:
    """Whether words that may all be a scene's claim something of the product together."""
    having = texts[1:] if texts[0] in _ASKED else texts
    following = [*having[1:], ""][: len(having)]
    having = [one for one, behind in zip(having, following, strict=True) if one not in _FITS or behind not in _MOVES]
    if not _BARRED.isdisjoint(texts) or not _HAVING.isdisjoint(having) or _comes_with(texts, view):
        return True
    if not (_FALLS.isdisjoint(texts) or _IT.isdisjoint(texts)):
        return True
    places = range(len(texts))
    if any(texts[at] in _TELLING and not _before_a_scene(texts, at, view) for at in places):
        return True
    behind = [texts[at + 1] for at in places[:-1] if texts[at] in _SUBJECTS or texts[at] in view.called]
    return any(one not in _MOVES and one not in _MARKS for one in behind)


def _comes_with(texts: list[str], view: Scenery) -> bool:
    """Whether it tells what comes with a thing: "with a spoon", but not "with friends", or "with jeans"."""
    behind = [texts[at + 1] for at, word in enumerate(texts[:-1]) if word == _WITH]
    return any(word not in _WITH_YOUR and stem(word) not in view.stems for word in behind)
