"""Where keys stand: whatever is looked for, and whatever arrives meanwhile, it is found where it is."""

from hypothesis import given
from hypothesis import strategies as st

from workers.adapters.tables_homes import KEPT, Homes

KEYS = st.sampled_from([b"a", b"b", b"c"])
NUMBERS = st.integers(0, 3)


@given(st.lists(st.one_of(st.tuples(NUMBERS, KEYS), KEYS, st.none())))
def test_what_is_remembered_is_what_a_look_into_all_partitions_would_find(steps):
    homes, held = Homes(), {}
    for step in steps:
        if step is None:
            held.clear()
            homes.forget()
        elif isinstance(step, tuple):
            number, key = step
            held.setdefault(key, set()).add(number)
            homes.heard(number, key)
        else:
            found = homes.of(step)
            if found is None:
                homes.learn(step, sorted(held.get(step, ())))
            assert found is None or set(found) == held.get(step, set())


def test_strangers_who_ask_for_what_does_not_exist_push_nothing_out():
    homes = Homes()
    homes.learn(b"a", [1])
    for number in range(KEPT + 1):
        homes.learn(b"unknown-%d" % number, [])
    assert homes.of(b"a") == (1,)


def test_no_more_is_kept_than_there_is_room_for():
    homes = Homes()
    for number in range(KEPT + 1):
        homes.learn(b"%d" % number, [1])
    assert homes.of(b"0") is None
    assert homes.of(b"%d" % KEPT) == (1,)
