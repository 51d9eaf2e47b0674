"""Where copy tells of a scene, not of the product: "for the walk home", 周末在家泡一杯茶.

Words of scenes say nothing of a thing, wherever they stand but in a few places: behind "has", "comes with", "is a"; and
before what the thing is called. There they would tell what it has, or of what sort it is.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.grounding import permits, scene_words
from workers.edit.grounding.everyday import CHINESE
from workers.edit.grounding.permits import permitted
from workers.edit.grounding.scene_words import FOODS, MODIFIERS
from workers.edit.grounding.scene_words_chinese import PLAIN, WORDS
from workers.edit.grounding.stems import stem
from workers.edit.reading import Reading
from workers.plan.lexicon.lookup import type_word

_TOKEN: Final = re.compile("[a-zß-ÿ]+|[.,:;!?()\n\u2014\u2013/]")
_MARKS: Final = frozenset(".,:;!?()\n\u2014\u2013/")
_HAVING: Final = frozenset(
    "get gets getting got receive receives has have having had includes include including included contains contain containing contained features feature featuring"
    " boasts boast adds add added adding offers offer supplied equipped plus free gift gifts bonus made make makes built"
    " sports sport fits fit suits works supports support compatible certified approved safe proof resistant resists smells"
    " smell smelling tastes taste tasting flavour flavor flavoured flavored notes hint scented like equals beats replaces"
    " becomes become turns prevents protects protect keeps keep made crafted cut woven printed".split()
)
_COPULAS: Final = frozenset("is are was were be being been s".split())
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
_MADE: Final = frozenset("made crafted cut woven printed built".split())
_WITH: Final = "with"
_WITH_YOUR: Final = frozenset("your you friends family guests colleagues neighbours neighbors the us me".split())
_KINDS: Final = frozenset(
    "print prints pattern patterns motif motifs design designs edition version finish colour color colours colors set sets"
    " kit kits style styles mode modes proof grade quality shape shaped scented flavour flavoured flavor".split()
)
_BARRED: Final = frozenset(
    "no not never none nothing nobody without neither nor more most less least than only all every always ever any anyone"
    " everyone everybody everything nowhere unlike instead claim claims best".split()
)
_IT: Final = frozenset({"it", "them", "this", "these"})
_SUBJECTS: Final = frozenset("it they this these".split())
_FALLS: Final = frozenset("throw toss drop drops fall falls knock leave leaves put".split())
"""What a thing might have to withstand: of itself it would be a claim."""
_MOVES: Final = frozenset(
    "goes go sits sit stands stand slips slip slides slide tucks hangs hang rests rest waits wait lives live travels travel"
    " comes come moves rolls follows joins join belongs belong looks finds takes earns stays stay fits fit at in on to into onto up down"
    " out off over under beside next near by along around across through between behind from for and or as when while"
    " back away home there here with can will also then just simply neatly easily aside together".split()
)
_DENIED: Final = re.compile("[不没无非未别勿莫免]")
_NO_DENIALS: Final = re.compile(
    "不必|不用|不妨|不时|不远|忍不住|舍不得|不知不觉|不慌|不忙|不急|分别|告别|特别|离别|送别"
)
_MOST: Final = re.compile("[最更比超极绝胜永唯]|第一|全网|所有|任何|一切|人人|世界|顶级|百分|半价|秘密|王")
_CLAUSE: Final = re.compile("[^，,。.！!？?；;：:、\n]+")
_BEHIND: Final = re.compile(
    "(?:带有?|[是为有即像]|[含附送赠]有?|附带|附[赠送]|赠送|内[含置]|自带|配[有备]|搭载|支持|采用|选用|具[有备]|添加|兼容|适配|可当|当作|变成|用作|升级)(?:[了着上]|一?[个只条张款件份块种])?\\Z"
)
_SORT: Final = re.compile("[款版色型纹]|图案|印花|材质|风格|香型|口味|模式|功能|级|专用|认证")
_LONGEST: Final = 4
_PLANT: Final = "plant"
_LIGHT: Final = frozenset("sunny bright dark sunlight daylight dim cold warm cool windy frosty".split())
"""What a plant needs is a fact's."""
_GROUPS_EATEN: Final = frozenset({"food", "drink", "beauty", "pet"})

DATA: Final = (
    " ".join(sorted(scene_words.ENGLISH)), " ".join(sorted(MODIFIERS)), " ".join(sorted(FOODS)), " ".join(sorted(WORDS)), " ".join(sorted(PLAIN)),
    *permits.DATA, str([sorted(one) for one in (_HAVING, _OPENERS, _MADE, _COPULAS, _ITS, _WORN, _ARTICLES, _WITH_YOUR, _KINDS, _BARRED, _FALLS, _IT, _SUBJECTS, _MOVES)]),
    _DENIED.pattern, _NO_DENIALS.pattern, _MOST.pattern, _BEHIND.pattern, _SORT.pattern, str(sorted(_GROUPS_EATEN)),
)  # fmt: skip


class Scenery(NamedTuple):
    """What may be said of one product beside its facts. `called`: the words for it; none where nobody knows what it is,
    nor, therefore, what it is used for.
    """

    scenes: frozenset[str]
    qualities: frozenset[str]
    stems: frozenset[str]
    chinese: frozenset[str]
    called: frozenset[str]


def scenery(reading: Reading) -> Scenery:
    """That of the listing which the text is about."""
    kinds = [fact.value for fact in reading.brief.facts if fact.name == "type"]
    return _scenery(kinds[0] if kinds else "", permitted(reading.brief, reading.about - reading.unheld))


@lru_cache(maxsize=1024)
def _scenery(kind: str, told: frozenset[str]) -> Scenery:
    word = type_word(kind) if kind else None
    eaten = word is not None and word.group in _GROUPS_EATEN
    own = (word.us, word.us_plural, word.gb, word.gb_plural, *word.aliases) if word else ()
    called = frozenset([re.findall("[a-z]+", form.lower())[-1] for form in own if form.isascii()])
    grows = word is not None and word.group == _PLANT
    barred = called | (FOODS if eaten else frozenset()) | (_LIGHT if grows else frozenset())
    scenes, qualities = scene_words.ENGLISH - barred, MODIFIERS - barred
    latin = frozenset(filter(str.isascii, told))
    return Scenery(scenes, qualities, latin, told - latin, called)


def in_scene(reading: Reading, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where these words of a text, in lower case, tell of a scene, or what the product permits to say."""
    view = scenery(reading)
    if not view.called:
        return
    if reading.brief.locale.startswith("zh"):
        yield from _chinese_in(reading.lower, view)
        return
    tokens = list(_TOKEN.finditer(reading.lower))
    texts = [token.group() for token in tokens]
    for at, text in enumerate(texts):
        if text in words and _tells_of_a_scene(texts, at, view):
            yield tokens[at].span()


def _tells_of_a_scene(texts: list[str], at: int, view: Scenery) -> bool:
    word = texts[at]
    own = stem(word) in view.stems
    if not own and word in view.qualities:
        return _before_a_scene(texts, at, view)
    return (own or word in view.scenes) and not _told_of_the_thing(texts, at, view, own=own)


def _before_a_scene(texts: list[str], at: int, view: Scenery) -> bool:
    """Whether a quality is a scene's: "slow mornings", "the first cold walk"."""
    for following in texts[at + 1 : at + 4]:
        if following in view.scenes:
            return following not in view.called
        if following not in view.qualities and following not in {"and", "or"}:
            return False
    return False


def _told_of_the_thing(texts: list[str], at: int, view: Scenery, *, own: bool) -> bool:
    """Whether it would tell what the thing has or is. `own`: the product permits to speak of it."""
    word, following = texts[at], texts[at + 1] if at + 1 < len(texts) else ""
    if following in _KINDS or following in view.called or following in _COPULAS:
        return True
    start = at
    while start and texts[start - 1] not in _MARKS:
        start -= 1
    before = texts[start:at]
    if not own and (begun := [place for place, one in enumerate(before) if one in _OPENERS]):
        before = before[begun[-1] + 1 :] if _MADE.isdisjoint(before) else before
    lead = before[-2:] if before and before[-1] in _ARTICLES else before[-1:]
    if lead and (lead[0] in _COPULAS or lead[-1] in _ITS) and not (own and len(lead) == 1 and lead[0] not in _ITS):
        return True
    if _WITH in before and (not own or _WORN.isdisjoint(before)):
        behind = [*before[before.index(_WITH) + 1 :], word][0]
        return (behind in _ARTICLES if own else behind not in _WITH_YOUR) or not _HAVING.isdisjoint(before)
    return not _HAVING.isdisjoint(before[-4:] if own else before)


def part_is_scene(part: str, reading: Reading, known: Callable[[str], bool]) -> bool:
    """Whether a part of a sentence, in lower case, only tells of a scene. `known`: whether a word is the facts' own, or everyday."""
    view = scenery(reading)
    if not view.called:
        return False
    if not part.isascii() and re.search("[\u3400-\u9fff]", part):
        return _chinese_scene(part, reading.said, view)
    texts = _TOKEN.findall(part)
    if not _BARRED.isdisjoint(texts) or not _HAVING.isdisjoint(texts) or _comes_with(texts, view):
        return False
    scenes = [word in view.scenes or stem(word) in view.stems for word in texts]
    if not any(scenes) or not all(
        scene or word in view.qualities or word in _MARKS or known(word)
        for word, scene in zip(texts, scenes, strict=True)
    ):
        return False
    if not _FALLS.isdisjoint(texts) and not _IT.isdisjoint(texts):
        return False
    subjects = [at for at, word in enumerate(texts) if word in _SUBJECTS or word in view.called]
    return all(at + 1 == len(texts) or texts[at + 1] in _MOVES or texts[at + 1] in _MARKS for at in subjects)


def _comes_with(texts: list[str], view: Scenery) -> bool:
    """Whether it tells what comes with a thing: "with a spoon", but not "with friends", or "with jeans"."""
    behind = [texts[at + 1] for at, word in enumerate(texts[:-1]) if word == _WITH]
    return any(word not in _WITH_YOUR and stem(word) not in view.stems for word in behind)


def _chinese_in(lower: str, view: Scenery) -> Iterator[tuple[int, int]]:
    """Each word of a scene, or that the product permits, the longest where they begin together."""
    at = 0
    while at < len(lower):
        for length in range(_LONGEST, 0, -1):
            word = lower[at : at + length]
            if len(word) == length and (word in view.chinese or word in WORDS or word in PLAIN):
                if not (_BEHIND.search(lower, max(0, at - 6), at) or _SORT.match(lower, at + length)):
                    yield at, at + length
                at += length - 1
                break
        at += 1


def _chinese_scene(part: str, said: str, view: Scenery) -> bool:
    if _DENIED.search(_NO_DENIALS.sub("", part)) or _MOST.search(part):
        return False
    covered = bytearray(len(part))
    for start, end in _chinese_in(part, view):
        covered[start:end] = bytes([1]) * (end - start)
    if not any(part[start:end] not in PLAIN for start, end in _chinese_in(part, view)):
        return False
    return all(covered[at] or one in CHINESE or one in said for at, one in enumerate(part))
