"""The door: the one place where a shop's record becomes our event. A raw id of a user goes no further than this."""

import re
from dataclasses import dataclass
from typing import Final

from schemas.codec import Undecodable, validate
from schemas.inbound_users import MAX_ACTED_ON, UserBehaviour
from schemas.reasons import Reason
from workers.entrypoints.produce.behaviour.draft import Draft, Left
from workers.entrypoints.produce.behaviour.values import Fields, Unreadable, text
from workers.entrypoints.produce.event import made_safe
from workers.entrypoints.produce.files import BadRow, LeftOut
from workers.plan.scrub import holds_address, visible, without_addresses
from workers.pseudonym import Keyring

QUERY_LIMIT: Final = 200
_LONG_NUMBER: Final = re.compile(r"(?<!\w)\+?[0-9]{9,}(?!\w)")
"""A telephone number as people type it, without a space. A product's number is sometimes lost with it."""
_SAYS: Final = {"searched": "query", "listed": "products", "rated": "rating"}
"""Without this an action says nothing. Any other without a product is a mistake."""


@dataclass(frozen=True, slots=True)
class Act:
    """An event that may be sent. `changes`: identifiers of what is not as in the file; their details stay empty."""

    place: str
    event: UserBehaviour
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        return self.event.user


@dataclass(frozen=True, slots=True)
class Door:
    """`locale` is that of events which name none; "" = they have none."""

    keys: Keyring
    locale: str = ""

    def act(self, place: str, draft: Draft, row: Fields) -> Act | BadRow | LeftOut:
        """The event, or why there is none. `row` is all that the shop says of it: what has no id gets its digest."""
        try:
            self._name(draft, row)
            _scrub_query(draft)
            _cut_products(draft)
            if _says_nothing(draft):
                return LeftOut(place, Left.SAYS_NOTHING.value)
            event = validate(draft.document, UserBehaviour)
        except (Unreadable, Undecodable) as fault:
            return BadRow(place, str(fault.reason), fault.detail)
        return Act(place, event, tuple((what, "") for what in dict.fromkeys(draft.changes)))

    def _name(self, draft: Draft, row: Fields) -> None:
        document = draft.document
        if draft.user:
            document["user"] = self.keys.pseudonym(draft.user)
        if draft.session:
            # The shop's own session leads to its user as surely as the user's id does.
            document["session"] = self.keys.token("session", f"{draft.user}\0{draft.session}")
        given = text(document.get("id"))
        if given and (holds_address(given) or (draft.user and draft.user in given)):
            document["id"] = self.keys.token("event", given)
        elif given:
            document["id"] = made_safe(given)
            draft.changes += [] if document["id"] == given else ["id-made-safe"]
        else:
            # `repr` takes whatever a row may hold. Columns may stand in another order in the next export.
            document["id"] = self.keys.token("event", repr(sorted(row.items())))
        if self.locale and not document.get("locale"):
            document["locale"] = self.locale


def _scrub_query(draft: Draft) -> None:
    query = draft.document.get("query")
    if not isinstance(query, str):
        return
    plain = visible(query)
    kept = plain
    if holds_address(plain) or _LONG_NUMBER.search(plain):
        kept = " ".join(without_addresses(_LONG_NUMBER.sub(" ", plain)).split())
        draft.changes.append("query-scrubbed")
    if len(kept) > QUERY_LIMIT:
        kept = kept[:QUERY_LIMIT].rstrip()
        draft.changes.append("query-cut")
    draft.document["query"] = kept or None


def _cut_products(draft: Draft) -> None:
    products = draft.document.get("products")
    if isinstance(products, list) and len(products) > MAX_ACTED_ON:
        draft.document["products"] = products[:MAX_ACTED_ON]
        draft.changes.append("products-cut")


def _says_nothing(draft: Draft) -> bool:
    """Raises `Unreadable` where the act must have been done to a product, and none is named."""
    action = draft.document.get("action")
    needed = _SAYS.get(str(action))
    if needed is not None and draft.document.get(needed) in (None, "", [], ()):
        return True
    if needed is None and not draft.document.get("products"):
        raise Unreadable(Reason.MISSING_FIELD, "in `products`: it names no product")
    return False
