"""What was used lately: never another value than the last, never more than there is room for."""

from hypothesis import given
from hypothesis import strategies as st

from workers.lately import Lately

KEYS = st.integers(0, 9)


@given(st.integers(0, 6), st.lists(st.tuples(st.sampled_from(["keep", "get", "drop", "clear"]), KEYS)))
def test_what_is_found_is_what_was_kept_last(room, steps):
    lately: Lately[int, int] = Lately(room)
    kept: dict[int, int] = {}
    for number, (what, key) in enumerate(steps):
        if what == "keep":
            lately.keep(key, number)
            kept[key] = number
        elif what == "drop":
            lately.drop(key)
            kept.pop(key, None)
        elif what == "clear":
            lately.clear()
            kept.clear()
        else:
            assert lately.get(key) in {None, kept.get(key)}
        assert sum(lately.get(one) is not None for one in range(10)) <= room + room % 2


def test_what_is_asked_for_again_and_again_stays():
    lately: Lately[int, int] = Lately(4)
    lately.keep(0, 0)
    for number in range(1, 50):
        lately.keep(number, number)
        assert lately.get(0) == 0


def test_without_room_nothing_is_kept():
    lately: Lately[int, int] = Lately(0)
    lately.keep(1, 1)
    assert lately.get(1) is None
