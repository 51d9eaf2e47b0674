"""Who is asked to move, from where to where; and that a raw id is neither sent nor shown."""

from dataclasses import replace

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from schemas.codec import decode, encode
from schemas.inbound_users import UserRequest
from schemas.topics import USER_BEHAVIOUR
from workers.adapters.kafka_reader import Place
from workers.adapters.partitioner import partition_for
from workers.entrypoints.cli import app
from workers.entrypoints.wishes.move import Homes, MoveReceipt, Person, requests
from workers.entrypoints.wishes.move_cli import document, people_in, shown, versions_of
from workers.errors import Exit, Misuse
from workers.plan.profile_stored import Profile, entry_of
from workers.pseudonym import pseudonym

KEYS = {version: SecretStr(f"{version}" * 32) for version in (1, 2, 7)}
RAW = "jane@example.com"
JANE, TOM = (Person(f"u1.{letter * 32}", f"u2.{letter * 32}") for letter in "ab")
ENDS = {Place(USER_BEHAVIOUR.name, number): 100 + number for number in range(8)}


def stored(**fields: object) -> bytes:
    return encode(entry_of(Profile(applied=1)._replace(**fields), 1))


LIKED, MARK = stored(likes={"t:mug": 1}), stored(forgotten=5)


def asked(homes: Homes, *people: Person) -> list[tuple[int, UserRequest]]:
    found = requests(people, homes, ENDS, 7)
    return [(one.partition, decode(one.value or b"", UserRequest, 4096)) for one in found]


def test_the_owner_of_each_old_profile_is_asked_and_told_where_the_new_one_is_at_home() -> None:
    homes = Homes([JANE, TOM])
    homes.add(3, JANE.old.encode(), LIKED, 10)
    homes.add(6, JANE.old.encode(), stored(opted_out=True), 4)
    homes.add(5, JANE.new.encode(), LIKED, 2)
    for number in range(8):
        homes.add(number, JANE.new.encode() if number != 5 else TOM.new.encode(), MARK, 1 << 40)
    homes.add(4, b"u1.somebody else", LIKED, 1)
    told = asked(homes, JANE, TOM)
    assert [(number, one.user, one.to, one.to_partition, one.to_offset) for number, one in told] == [
        (3, JANE.old, JANE.new, 5, 105),
        (6, JANE.old, JANE.new, 5, 105),
    ]


def test_who_is_new_under_the_new_key_is_at_home_where_any_producer_puts_them() -> None:
    homes = Homes([TOM])
    homes.add(1, TOM.old.encode(), LIKED, 3)
    homes.add(1, TOM.old.encode(), MARK, 2)
    ((_, request),) = asked(homes, TOM)
    assert request.to_partition == partition_for(TOM.new.encode(), 8)


@pytest.mark.parametrize("last", [MARK, None])
def test_what_was_forgotten_or_is_gone_is_not_asked_for(last: bytes | None) -> None:
    homes = Homes([TOM])
    homes.add(1, TOM.old.encode(), LIKED, 3)
    homes.add(1, TOM.old.encode(), last, 4)
    assert asked(homes, TOM) == []


def test_bytes_that_nobody_can_read_may_say_that_somebody_wants_to_be_left_alone() -> None:
    homes = Homes([TOM])
    homes.add(1, TOM.old.encode(), b"{}", 3)
    assert len(asked(homes, TOM)) == 1


def test_users_are_read_once_each_and_leave_as_pseudonyms() -> None:
    people = people_in([f"{RAW}\r\n", "\n", " tom \n", RAW], KEYS, (1, 7))
    assert people == [Person(pseudonym(b"1" * 32, 1, user), pseudonym(b"7" * 32, 7, user)) for user in (RAW, " tom ")]


@pytest.mark.parametrize(("line", "reason"), [(JANE.old, "no-user"), ("x" * 1025, "no-user")])
def test_a_line_that_is_no_user_is_told_by_its_number_alone(line: str, reason: str) -> None:
    with pytest.raises(Misuse, match=f"{reason}: line 2") as refused:
        people_in([RAW, line], KEYS, (1, 2))
    assert line[:40] not in str(refused.value)


@pytest.mark.parametrize(("older", "newer", "versions"), [(0, 0, (2, 7)), (0, 2, (1, 2)), (7, 1, (7, 1))])
def test_without_a_word_a_move_is_from_the_last_key_but_one_to_the_last(
    older: int, newer: int, versions: tuple[int, int]
) -> None:
    assert versions_of(KEYS, older, newer) == versions


@pytest.mark.parametrize(("keys", "older", "newer"), [({}, 0, 0), ({1: KEYS[1]}, 0, 0), (KEYS, 3, 0), (KEYS, 7, 7)])
def test_a_move_needs_two_keys(keys: dict[int, SecretStr], older: int, newer: int) -> None:
    with pytest.raises(Misuse, match=r"no-such-key: .*COPYDESK_PRIVACY__PSEUDONYM_KEYS"):
        versions_of(keys, older, newer)


def test_people_and_scripts_are_told_what_is_left_to_do() -> None:
    receipt = MoveReceipt(users=5, nothing=2, sent=4, waiting=1)
    assert document(receipt, (1, 2)) == {
        "from": 1, "to": 2, "users": 5, "nothing_to_move": 2, "requests": 4, "waiting": 1, "done": False,
    }  # fmt: skip
    assert "1 of 4 requests are not answered" in " ".join(shown(receipt, (1, 2)))
    assert "done[/] for 3 of 5 users" in " ".join(shown(replace(receipt, waiting=0), (1, 2)))


def test_a_file_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_PRIVACY__PSEUDONYM_KEYS", '{"1": "' + "1" * 32 + '", "2": "' + "2" * 32 + '"}')
    result = CliRunner().invoke(app, ["move", "nowhere.txt", "--bootstrap", "127.0.0.1:1"])
    assert result.exit_code == Exit.USAGE
    assert result.stderr.startswith("no-such-file: ")
