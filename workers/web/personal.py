"""What stands in a user's copy, as far as an answer needs it: read for every answer, so read sparingly. Pure."""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from schemas.codec import Undecodable, plain_own
from schemas.outbound import CopyOrigin
from schemas.outbound_users import PersonalCopy
from workers.outcome import Entry
from workers.web.views import Why

_TYPE: Final = PersonalCopy.model_fields["type"].default
_WORD: Final = frozenset({str})
_NOTHING: Final = type(None)
_QUOTES: Final = (str, str, str, str, int)
_PICK: Final = frozenset(
    {(*_QUOTES, str, str, str), (*_QUOTES, *[_NOTHING] * 3), (str, str, str, _NOTHING, int, *[_NOTHING] * 3)}
)


class Pick(NamedTuple):
    """One product for the user, and the words that were there when it was picked; where they come from, if it says."""

    product: str
    reason: Why
    locale: str
    text: str | None
    edition: int
    copy_id: str | None = None
    origin: CopyOrigin | None = None
    fingerprint: str | None = None


_fields: Final = itemgetter(*(name for name in Pick._fields if name not in Pick._field_defaults))
"""What every record has. The others older ones lack, whose picks are shown all the same."""
_more: Final = tuple(Pick._field_defaults)


class Personal(NamedTuple):
    """The rest is for the owner. `told`: the picks as they stand in the record, unread."""

    audience: str
    facets: tuple[str, ...]
    locale: str
    told: Sequence[Any]

    @property
    def picks(self) -> Iterator[Pick]:
        """Best first; each is read when it is come to, as most answers show half of them. One that is not ours is
        passed over.
        """
        for one in self.told:
            pick = _pick_in(one)
            if pick is not None:
                yield pick


def personal_in(entry: Entry) -> Personal | None:
    """None for a tombstone, and for what nobody of ours can have written.

    Not by way of `PersonalCopy`: to check again what its owner has checked costs more than all else of an answer. It
    is of our type, and what is used has the types that are relied on; more is not asked.
    """
    if entry.value is None:
        return None
    try:
        told = plain_own(entry.value)
        found = Personal(told["audience"], tuple(told["facets"]), told["locale"], told["picks"])
        ours = told["type"] == _TYPE and type(found.told) is list
    except (Undecodable, KeyError, TypeError):
        return None
    words = (found.audience, found.locale, *found.facets)
    return found if ours and _WORD.issuperset(map(type, words)) else None


def _pick_in(told: Any) -> Pick | None:  # noqa: ANN401  JSON, as it came
    try:
        pick = Pick._make((*_fields(told), *map(told.get, _more)))
    except (KeyError, TypeError):
        return None
    return pick if tuple(map(type, pick)) in _PICK else None
