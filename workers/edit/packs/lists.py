"""Lists of words that a pack names at its head, `words`, for its wordings to be made of: `{heals} {illnesses}`.

A list may hold whatever a wording may, and the names of lists that stand above it.
"""

import re
from collections.abc import Mapping
from typing import Final

from workers.edit.packs.fields import MAX_CHARS, shown

_NAME: Final = re.compile(r"\{([a-z_]+)\}")
_MARKS: Final = frozenset({"n", "few"})
"""Names that mean something else in a wording."""
MAX_SPELLED: Final = 1 << 22
"""Of a pack, all its wordings spelled out."""


def spelled_out(said: object) -> object:
    """The document with its lists in the places of their names; what is malformed is left for its type to refuse."""
    if not isinstance(said, Mapping) or not isinstance(said.get("words"), Mapping):
        return said
    lists: dict[str, str] = {}
    for name, words in said["words"].items():
        if str(name) in _MARKS:
            raise ValueError(f"words: {name!r} is no name of a list: {{{name}}} means something else")
        if isinstance(words, list):
            lists[str(name)] = f"({'|'.join(_plain(str(_spelled(word, lists))) for word in words)})"
    terms = said.get("terms")
    if not isinstance(terms, list):
        return said
    spelled = [_term(term, lists) for term in terms]
    if sum(len(str(form)) for term in spelled if isinstance(term, dict) for form in _forms(term)) > MAX_SPELLED:
        raise ValueError("its wordings are too many when their lists are spelled out: split it in two")
    return {**said, "terms": spelled}


def _term(term: object, lists: Mapping[str, str]) -> object:
    if not isinstance(term, Mapping):
        return term
    return {**term, "forms": [_spelled(form, lists) for form in _forms(term)]} if _forms(term) else dict(term)


def _plain(form: str) -> str:
    """Without ( ) about all of it: one of several of several is one of several."""
    depth = 0
    for at, character in enumerate(form):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return form[1:-1] if at and at == len(form) - 1 else form
    return form


def _forms(term: Mapping[str, object]) -> list[object] | tuple[()]:
    forms = term.get("forms")
    return forms if isinstance(forms, list) else ()


def _spelled(form: object, lists: Mapping[str, str]) -> object:
    if not isinstance(form, str):
        return form
    told = _NAME.sub(lambda name: lists.get(name[1], name[0]), form)
    if len(told) > MAX_CHARS:
        raise ValueError(
            f"{shown(form)} has {len(told)} characters when its lists are spelled out, at most {MAX_CHARS}"
        )
    return told
