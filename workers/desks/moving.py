"""A user who goes on under another pseudonym: what the old one's owner sends to the new one's. Pure.

It is sent before the old profile is given up. Whoever dies in between sends it again, under the same id, which the new
owner knows; the other way round nobody would have the profile.
"""

from schemas.codec import Undecodable
from schemas.inbound_users import UserBehaviour, UserRequest
from schemas.reasons import Reason
from schemas.topics import USER_BEHAVIOUR
from workers.desks.press import Press
from workers.outcome import Record
from workers.plan.profile_move import carried
from workers.plan.profile_stored import Profile


def check_home(event: UserBehaviour | UserRequest, partitions: int) -> None:
    """Raises `Undecodable` for a move to where no partition is."""
    if isinstance(event, UserRequest) and event.to_partition is not None and event.to_partition >= partitions:
        raise Undecodable(Reason.BAD_VALUE, "in `to_partition`: there is none of that number")


def adoptions(press: Press, left: Profile) -> tuple[Record, ...]:
    """What the request that `press` follows gives to the new pseudonym's owner; nothing where nothing was known."""
    asked: UserRequest = press.cause.event
    told = carried(left)
    if told is None or asked.to is None or asked.to_partition is None:
        return ()
    # By its place, so that a move that is handled again after a crash sends the same one.
    adoption = UserRequest(
        id=f"move-{press.cause.delivery.position}",
        user=asked.to,
        action="adopt",
        at_ms=asked.at_ms,
        to_offset=asked.to_offset,
        carried=told,
    )
    return (press.request(USER_BEHAVIOUR, asked.to_partition, adoption),)
