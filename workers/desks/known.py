"""What a desk knows when it plans: what it asked for of its own tables, and a view of what it follows."""

from collections.abc import Iterator, Mapping, Sequence

from workers.desks.contract import Desk, Known, Received
from workers.outcome import Entry
from workers.ports import Followed, Table


def known_to(
    desk: Desk, group: Sequence[Received], tables: Mapping[str, Table], followed: Mapping[str, Followed]
) -> Known:
    """Raises `Abandoned` for a partition that is not restored, `Fatal` when the disk fails; the view too."""
    partition = group[0].delivery.position.partition
    reads = desk.reads(group)
    own: dict[str, dict[bytes, Entry]] = {}
    for topic, key in reads.keys:
        if (entry := tables[topic].get(partition, key)) is not None:
            own.setdefault(topic, {})[key] = entry
    for topic, prefix in reads.prefixes:
        own.setdefault(topic, {}).update(tables[topic].scan(partition, prefix))
    return {**own, **{topic.name: View(followed[topic.name]) for topic in desk.follows}}


class View(Mapping[bytes, Entry]):
    """A followed topic by key, looked up as it is asked: what one event may lead to need not be known beforehand.

    A plan is made without a pause, so all that it sees is of one moment.
    """

    def __init__(self, followed: Followed) -> None:
        self._followed = followed

    def __getitem__(self, key: bytes) -> Entry:
        entry = self._followed.find(key)
        if entry is None:
            raise KeyError(key)
        return entry

    def get(self, key: bytes, default: Entry | None = None) -> Entry | None:  # type: ignore[override]
        """As of any mapping, without an exception for each key that is not there."""
        entry = self._followed.find(key)
        return default if entry is None else entry

    def __iter__(self) -> Iterator[bytes]:
        raise TypeError("a followed topic is asked by key")

    def __len__(self) -> int:
        raise TypeError("a followed topic is asked by key")
