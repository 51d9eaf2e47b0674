"""A key in two partitions has two owners, and nothing orders them: somebody must be told."""

from workers.publish.homes import Homes


def test_a_key_that_stays_at_home_is_not_counted() -> None:
    homes = Homes()
    for _ in range(3):
        homes.see("products", b"a", 1)
    homes.see("probe", b"a", 2)
    assert homes.split == 0


def test_a_key_in_two_partitions_is_counted_once() -> None:
    homes = Homes()
    for partition in (1, 2, 1, 3):
        homes.see("products", b"a", partition)
    assert homes.split == 1


def test_memory_is_bounded() -> None:
    homes = Homes(limit=10)
    for number in range(1000):
        homes.see("products", str(number).encode(), 1)
        homes.see("products", str(number).encode(), 2)
    assert homes.split <= 10
    assert len(homes._homes) <= 10
