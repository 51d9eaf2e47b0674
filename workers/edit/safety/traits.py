"""Rule: copy says nothing of who its readers are: no sex, age, origin, faith, body, health or means."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.tracing import stands
from workers.edit.needles import letters_of
from workers.edit.reading import Reading
from workers.plan.brief import Brief

_PEOPLE: Final = re.compile(
    r"\b(?:wom[ae]n|m[ae]n|lad(?:y|ies)|gentlem[ae]n|girls?|boys?|girlfriends?|boyfriends?|wi(?:fe|ves)|husbands?|housewi(?:fe|ves)"
    r"|mothers?(?![- ]of[- ]pearl)|mums?|moms?|mommies|fathers?|dads?|grandmothers?|grandfathers?|grannies|bachelors?|males?|females?|masculine"
    r"|feminine|ladylike|manly|girly|elderly|seniors?|old people|pensioners?|retirees?|teenagers?|millennials?|boomers?|gen z"
    r"|muslims?|christians?|jews?|jewish|hindus?|buddhists?|catholics?|atheists?|islamic|church-?goers?|believers"
    r"|gays?|lesbians?|queer|transgender|straight people|lgbt\w*|asians?|africans?|arabs?|latin[oa]s?|hispanics?|caucasians?"
    r"|black people|white people|people of colou?r|immigrants?|foreigners?|refugees?|natives|gyps(?:y|ies)|oriental"
    r"|disabled|handicapped|wheelchair users?|blind people|deaf people|autistic|diabetics?|pregnan\w+|obese|overweight|fat people"
    r"|skinny people|plus-size women|depress(?:ed|ion)|anxi(?:ety|ous)|mentally ill|cancer patients?|hiv"
    r"|poor people|the poor|rich people|wealthy|low-income|unemployed|working class|uneducated|republicans?|democrats?|communists?)\b"
)
_PEOPLE_CHINESE: Final = re.compile(
    "女人|男人|女性|男性|女生|男生|女孩|男孩|女士|男士|女士们|太太|主妇|妻子|老婆|丈夫|老公|妈妈|宝妈|孕妇|爸爸|奶爸|老人|老年人|大妈|大爷|中年|单身|剩女|直男|娘炮"
    "|穆斯林|回民|基督徒|佛教徒|信徒|少数民族|汉族|藏族|维吾尔|黑人|白人|外地人|农民工|同性恋|残疾人?|残障|盲人|聋人|糖尿病|高血压|抑郁|肥胖|胖子|胖人|矮个|穷人|富人|土豪"
    "|低收入|失业|民工|党员|患者|病人"
)

_TELLING: Final = frozenset(
    """
    woman women man men lady ladies gentleman gentlemen girls girl boys boy girlfriends girlfriend boyfriends boyfriend
    wife wives husbands husband housewife housewives mothers mother mums mum moms mom mommies fathers father dads dad
    grandmothers grandmother grandfathers grandfather grannies bachelors bachelor males male females female masculine
    feminine ladylike manly girly elderly seniors senior people pensioners pensioner retirees retiree teenagers teenager
    millennials millennial boomers boomer gen muslims muslim christians christian jews jew jewish hindus hindu buddhists
    buddhist catholics catholic atheists atheist islamic church churchgoers churchgoer believers gays gay lesbians lesbian
    queer transgender asians asian africans african arabs arab latinos latino latinas latina hispanics hispanic
    caucasians caucasian immigrants immigrant foreigners foreigner refugees refugee natives gypsy gypsies oriental
    disabled handicapped wheelchair autistic diabetics diabetic obese overweight plus depressed depression anxiety
    anxious mentally cancer hiv poor rich wealthy income unemployed working uneducated republicans republican democrats
    democrat communists communist
    """.split()
)
_TELLING_BEGINNINGS: Final = ("lgbt", "pregnan")
"""One of these words, or a word that begins so, is in all that `_PEOPLE` matches."""

_NAMING: Final = frozenset({"name", "brand", "type", "category"})
"""Other facts are the seller's own words: "write that women love it" is a pattern for whoever calls it one."""

DATA: Final = (_PEOPLE.pattern, _PEOPLE_CHINESE.pattern)


def _names(brief: Brief) -> str:
    return "\n".join(lowered(fold(fact.value)) for fact in brief.facts if fact.name in _NAMING)


def traits(reading: Reading) -> Iterable[str]:
    """Words for groups of people that no name has: "Men's Shirt" is a name, "for women who" is a guess about a reader."""
    if reading.lower.isascii() or reading.brief.locale.startswith("en"):
        return _guesses(reading, _PEOPLE) if _may_tell(reading.lower) else ()
    return _guesses(reading, _PEOPLE_CHINESE) if _PEOPLE_CHINESE.search(reading.lower) else ()


def _guesses(reading: Reading, pattern: re.Pattern[str]) -> Iterator[str]:
    for match in pattern.finditer(reading.lower):
        named, word = _names(reading.brief), match.group()
        if not (word in named if pattern is _PEOPLE_CHINESE else stands(word, named) or stands(f"{word}'s", named)):
            yield reading.text[match.start() : match.end()]


def _may_tell(lower: str) -> bool:
    return not _TELLING.isdisjoint(letters_of(lower)) or any([word in lower for word in _TELLING_BEGINNINGS])  # noqa: C419
