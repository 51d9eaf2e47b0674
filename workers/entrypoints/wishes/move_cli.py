"""`copydesk move FILE`: after a new pseudonym key is given out, what is known of users goes with them."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TextIO

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, privacy_of, screen, told
from workers.errors import Exit, Misuse

if TYPE_CHECKING:
    from pydantic import SecretStr

    from workers.entrypoints.wishes.move import MoveReceipt, Person

MAX_LINE: Final = 1024
"""Characters of one user's id."""

File = Annotated[str, typer.Argument(metavar="FILE|-", help="the shop's own ids of its users, one a line; - = stdin")]
From = Annotated[int, typer.Option("--from", help="version of the older key", show_default="the one before --to")]
To = Annotated[int, typer.Option("--to", help="version of the newer key", show_default="the highest")]
Within = Annotated[float, typer.Option(min=0, help="seconds to wait for the owners' answers")]


def move(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    file: File,
    older: From = 0,
    newer: To = 0,
    within: Within = 60.0,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Move users' profiles to the pseudonyms of a newer key, each once. Exit code 1 if some owner has not answered."""
    with told():
        from workers.adapters.clock import SystemClock
        from workers.entrypoints.wishes.move import Moving

        kafka = kafka_of(bootstrap)
        keys = privacy_of(kafka).pseudonym_keys
        versions = versions_of(keys, older, newer)
        with lines_in(file) as lines:
            people = people_in(lines, keys, versions)
        with counting("reading profiles") as progress:
            receipt = asyncio.run(Moving(kafka, SystemClock()).run(people, within, progress))
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json(document(receipt, versions)).decode())
        else:
            for line in shown(receipt, versions):
                screen().print(line, highlight=False, soft_wrap=True)
    if receipt.waiting:
        raise typer.Exit(Exit.FAILED)


def versions_of(keys: Mapping[int, "SecretStr"], older: int, newer: int) -> tuple[int, int]:
    """From which key to which. Raises `Misuse` where there are no two."""
    to = newer or max(keys, default=0)
    before = older or max((version for version in keys if version < to), default=0)
    missing = [str(version or "an older one") for version in (before, to) if version not in keys]
    if missing or before == to:
        have = ", ".join(map(str, sorted(keys))) or "none"
        raise Misuse(
            "no-such-key",
            f"a move is from one key to another: {', '.join(missing) or 'the same'} is not there, only {have}; "
            "set COPYDESK_PRIVACY__PSEUDONYM_KEYS to both",
        )
    return before, to


@contextmanager
def lines_in(file: str) -> Iterator[TextIO]:
    """A file's lines, or stdin's. Raises `Misuse` for a file that is not there."""
    if file == "-":
        yield typer.get_text_stream("stdin", encoding="utf-8")
        return
    path = Path(file)
    if not path.is_file():
        raise Misuse("no-such-file", f"{path}; - reads stdin")
    with path.open(encoding="utf-8") as opened:
        yield opened


def people_in(lines: Iterable[str], keys: Mapping[int, "SecretStr"], versions: tuple[int, int]) -> list["Person"]:
    """Each user once. An error names the line, never what stands there."""
    from workers.entrypoints.wishes.move import MAX_PEOPLE, Person
    from workers.pseudonym import pseudonym

    secrets = [keys[version].get_secret_value().encode() for version in versions]
    found: dict[Person, None] = {}
    for user in _ids(lines):
        old, new = (pseudonym(secret, version, user) for secret, version in zip(secrets, versions, strict=True))
        found[Person(old, new)] = None
        if len(found) > MAX_PEOPLE:
            raise Misuse("too-many-users", f"a run takes {MAX_PEOPLE:,}: cut the file")
    return list(found)


def _ids(lines: Iterable[str]) -> Iterator[str]:
    import re

    from schemas.inbound_users import PSEUDONYM

    number = 0
    try:
        for number, line in enumerate(lines, 1):
            user = line.rstrip("\r\n")
            if len(user) > MAX_LINE:
                raise Misuse("no-user", f"line {number}: an id has {MAX_LINE} characters at most")
            if re.fullmatch(PSEUDONYM, user):
                raise Misuse("no-user", f"line {number}: a pseudonym; the shop's own id is needed to make the new one")
            if user:
                yield user
    except UnicodeDecodeError:
        raise Misuse("not-utf8", f"after line {number}") from None


def document(receipt: "MoveReceipt", versions: tuple[int, int]) -> dict[str, object]:
    """The receipt for scripts: numbers, and nobody's name."""
    return {
        "from": versions[0],
        "to": versions[1],
        "users": receipt.users,
        "nothing_to_move": receipt.nothing,
        "requests": receipt.sent,
        "waiting": receipt.waiting,
        "done": not receipt.waiting,
    }


def shown(receipt: "MoveReceipt", versions: tuple[int, int]) -> Iterator[str]:
    """The receipt for people."""
    before, to = versions
    moved = receipt.users - receipt.nothing
    if receipt.waiting:
        yield f"[red]move: {receipt.waiting:,} of {receipt.sent:,} requests are not answered[/]; they are in the log"
        yield "`copydesk status` says whether the workers of users are up; the same command again does no harm"
    else:
        yield f"[green]move: done[/] for {moved:,} of {receipt.users:,} users, from key {before} to key {to}"
    if receipt.nothing:
        yield f"  {receipt.nothing:,} have no profile under key {before} (any more)"
