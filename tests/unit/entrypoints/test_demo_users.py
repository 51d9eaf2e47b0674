"""The demonstration's users: who is shown."""

from workers.entrypoints.demo.users import SHOWN, personal_ones

REFUSED = {"user-1", "user-3"}


async def shown_of(users: list[str]) -> tuple[list[str], list[str]]:
    """Whose answers were taken, and who was asked."""
    asked = []

    async def answer(user: str) -> dict:
        asked.append(user)
        return {"user": user, "personal": user not in REFUSED}

    return [one["user"] for one in await personal_ones(answer, users)], asked


async def test_who_has_no_copy_of_their_own_is_passed_over():
    users = [f"user-{number}" for number in range(1, 9)]
    taken, asked = await shown_of(users)
    assert taken == ["user-2", "user-4", "user-5"]
    assert len(taken) == SHOWN
    assert asked == users[:5]


async def test_there_may_be_fewer_than_are_shown():
    assert await shown_of(["user-1", "user-2"]) == (["user-2"], ["user-1", "user-2"])
