"""For which copy a term or a voice holds: which kinds, which locales, whose products, which departments.

It is told from the brief alone, and every kind's brief tells it: the brand is one of its facts, the department follows
from what the product is, and who sells it stands beside the order.
"""

from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from schemas.kinds import Kind
from workers.edit.packs.fields import Glob, SellerGlob
from workers.plan.brief import Brief
from workers.plan.lexicon.categories import CATEGORIES
from workers.plan.lexicon.lookup import TYPES, type_word

KEYS: Final = ("kinds", "locales", "brands", "categories", "sellers")


def _departments() -> dict[str, frozenset[str]]:
    """The groups of product types that each name speaks of: a group itself, or a department of the shop.

    Departments within a department ("bakery" within "food") are none: what a product is does not tell them apart.
    """
    found: dict[str, frozenset[str]] = {}
    for key, word in CATEGORIES.items():
        groups = frozenset(word.kind.split())
        if groups not in found.values():
            found[key] = groups
    for word_ in TYPES.values():
        found[word_.group] = found.get(word_.group, frozenset()) | {word_.group}
    return found


DEPARTMENTS: Final = _departments()


def _known(name: str) -> str:
    if name not in DEPARTMENTS:
        raise ValueError(f"there is no department {name!r}: write one of {', '.join(sorted(DEPARTMENTS))}")
    return name


_Locale = Annotated[str, StringConstraints(pattern=r"^(en|zh)(-[A-Z][A-Za-z]{1,3}){0,2}$")]
_Department = Annotated[str, AfterValidator(_known)]


class Scope(BaseModel):
    """What is named nowhere is all of it. `locales`: "zh" is all Chinese; `brands`, `sellers`: `*` stands for anything.

    A seller's id is as it is: capitals are other letters.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: frozenset[Kind] = frozenset()
    locales: frozenset[_Locale] = frozenset()
    brands: Annotated[tuple[Glob, ...], Field(max_length=64)] = ()
    categories: frozenset[_Department] = frozenset()
    sellers: Annotated[tuple[SellerGlob, ...], Field(max_length=64)] = ()

    def covers(self, brief: Brief) -> bool:
        """Whether copy to this brief is spoken of. Of an unknown brand or department nobody can say so: it is not."""
        if (self.kinds and brief.kind not in self.kinds) or not self.of_seller(brief.seller):
            return False
        if self.locales and not any(within(brief.locale, one) for one in self.locales):
            return False
        return (not self.brands or self._of_brand(brief)) and (not self.categories or self._of_department(brief))

    def of_seller(self, seller: str) -> bool:
        """Whether what this seller sells may be spoken of. Without a seller it is no one's who is named."""
        return not self.sellers or (bool(seller) and any(fnmatchcase(seller, glob) for glob in self.sellers))

    def _of_brand(self, brief: Brief) -> bool:
        brands = [fact.value.lower() for fact in brief.facts if fact.name == "brand"]
        return any(fnmatchcase(brand, glob) for brand in brands for glob in self.brands)

    def _of_department(self, brief: Brief) -> bool:
        groups = groups_of(brief)
        return bool(groups) and groups <= frozenset().union(*(DEPARTMENTS[name] for name in self.categories))


def within(locale: str, place: str) -> bool:
    """Whether the locale is that one, or one of that language: "zh" is all Chinese."""
    return locale == place or locale.startswith(f"{place}-")


def groups_of(brief: Brief) -> frozenset[str]:
    """The group of what the product is; where that is not known, those of the department in which it is filed."""
    told = {fact.name: fact.value for fact in reversed(brief.facts) if fact.name in {"type", "category"}}
    return _groups(told.get("type", ""), told.get("category", ""))


@lru_cache(maxsize=4096)
def _groups(kind: str, category: str) -> frozenset[str]:
    word = type_word(kind)
    if word is not None:
        return frozenset({word.group})
    filed = CATEGORIES.get(category)
    return frozenset(filed.kind.split()) if filed is not None else frozenset()
