"""Known copies and rows in flight: bounded, and never a draft that is not the one asked for."""

from workers.outcome import Draft, Order
from workers.write.cache import InFlight, KnownCopies
from workers.write.tickets import Ticket


def draft(text: str) -> Draft:
    return Draft(text, 1, "c", "f")


def test_a_known_copy_comes_back_marked_as_known():
    known = KnownCopies(10)
    known.put("a", draft("linen"))
    assert known.get("a") == Draft("linen", 1, "c", "f", known=True)
    assert known.get("b") is None


def test_the_least_recently_used_make_room():
    known = KnownCopies(2)
    for name in "ab":
        known.put(name, draft(name))
    known.get("a")
    known.put("c", draft("c"))
    assert (known.get("a") is not None, known.get("b"), len(known)) == (True, None, 2)


def test_putting_the_same_copy_again_pushes_nobody_out():
    known = KnownCopies(2)
    for name in "abb":
        known.put(name, draft(name))
    assert known.get("a") is not None


def test_bytes_are_bounded_as_well_as_entries():
    known = KnownCopies(1000, max_bytes=10_000)
    for number in range(100):
        known.put(str(number), draft("x" * 400))
    assert 1 <= len(known) <= 5


def test_a_draft_larger_than_the_cache_is_not_kept():
    known = KnownCopies(1000, max_bytes=10_000)
    known.put("small", draft("x"))
    known.put("large", draft("x" * 100_000))
    assert (known.get("large"), len(known)) == (None, 1)


def test_no_entries_means_that_nothing_is_kept():
    known = KnownCopies(0)
    known.put("a", draft("a"))
    assert known.get("a") is None


def test_only_a_row_whose_outcome_is_to_come_can_be_joined():
    flights = InFlight()
    ticket = Ticket(Order(b"a"), 1.0)
    flights.add("a", ticket)
    assert flights.among("ab") == {"a": ticket}
    ticket.joinable = False
    assert flights.among("ab") == {}


def test_a_row_is_forgotten_only_by_its_own_callers_and_only_when_it_is_over():
    flights = InFlight()
    old, new = Ticket(Order(b"a"), 1.0), Ticket(Order(b"a"), 1.0)
    flights.add("a", old)
    flights.forget({"a": old})
    assert flights.among("ab") == {"a": old}
    old.joinable = False
    flights.add("a", new)
    flights.forget({"a": old})
    assert flights.among("ab") == {"a": new}
    new.joinable = False
    flights.forget({"a": new})
    assert len(flights) == 0
