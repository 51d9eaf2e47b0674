"""`copydesk forget`, `opt-out`, `opt-in`: what a user may ask of the shop."""

import asyncio
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Bootstrap, Json, kafka_of, privacy_of, screen, told
from workers.errors import Exit

if TYPE_CHECKING:
    from workers.entrypoints.wishes.run import Receipt

User = Annotated[str, typer.Argument(help="the shop's own id of the user, or a pseudonym")]
Within = Annotated[float, typer.Option(min=0, help="seconds to wait for the owners' answers")]


def forget(user: User, within: Within = 30.0, bootstrap: Bootstrap = "", as_json: Json = False) -> None:
    """Forget a user: a mark in `profile` under every pseudonym, and when the rest is gone."""
    _ask(user, "forget", (within, bootstrap, as_json))


def opt_out(user: User, within: Within = 30.0, bootstrap: Bootstrap = "", as_json: Json = False) -> None:
    """Forget a user, and learn nothing of them until they opt in."""
    _ask(user, "opt-out", (within, bootstrap, as_json))


def opt_in(user: User, within: Within = 30.0, bootstrap: Bootstrap = "", as_json: Json = False) -> None:
    """Learn again what a user likes."""
    _ask(user, "opt-in", (within, bootstrap, as_json))


def _ask(user: str, action: str, how: tuple[float, str, bool]) -> None:
    within, bootstrap, as_json = how
    with told():
        from schemas.inbound_users import PSEUDONYM
        from workers.adapters.clock import SystemClock
        from workers.entrypoints.wishes.run import Wishing
        from workers.pseudonym import Keyring

        kafka = kafka_of(bootstrap)
        known = re.fullmatch(PSEUDONYM, user)
        users = (user,) if known else Keyring(privacy_of(kafka).pseudonym_keys).pseudonyms(user)
        receipt = asyncio.run(Wishing(kafka, SystemClock()).ask(users, action, within))
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json(document(receipt)).decode())
        else:
            for line in lines(receipt, action):
                screen().print(line, highlight=False, soft_wrap=True)
    if not receipt.done:
        raise typer.Exit(Exit.FAILED)


def document(receipt: "Receipt") -> dict[str, object]:
    """The receipt for scripts. No raw id: who keeps it keeps a pseudonym."""
    return {
        "users": list(receipt.users),
        "positions": [str(position) for position in receipt.positions],
        "done": receipt.done,
        "expires": {topic: moment.isoformat() for topic, moment in receipt.expires.items()},
    }


def lines(receipt: "Receipt", action: str) -> Iterator[str]:
    """The receipt for people."""
    places = len(receipt.positions)
    if not receipt.done:
        yield f"[red]{action}: not every owner has answered[/]; all {places} requests are in the log, and will be heard"
        yield "`copydesk status` says whether the workers of users are up"
        return
    yield f"[green]{action}: done[/] for {', '.join(receipt.users)} in {places} partitions"
    for topic, moment in receipt.expires.items():
        yield f"  {topic}: the last word of before is gone by {moment:%Y-%m-%d %H:%M} UTC"
