"""A user's copy as an answer reads it: what is used has the types that are relied on, or is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import encode, encode_json
from tests.unit.web.shelf_double import MADE, NOW_MS, USER, personal_copy
from workers.outcome import Entry
from workers.web.personal import Personal, Pick, personal_in

COPY = personal_copy(
    USER, 10, ({"product": "mug", "text": "As it was.", "edition": NOW_MS, **MADE}, {"product": "bowl"})
)
DOCUMENT = COPY.model_dump(mode="json")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


def read(document) -> Personal | None:
    return personal_in(Entry(10, encode_json(document)))


def test_what_its_owner_wrote_is_read_as_its_type_reads_it():
    found = personal_in(Entry(10, encode(COPY)))
    assert (found.audience, found.facets, found.locale) == (COPY.audience, COPY.facets, COPY.locale)
    told = [tuple(getattr(one, name) for name in Pick._fields) for one in COPY.picks]
    assert list(found.picks) == [Pick(*one) for one in told]
    assert [pick.copy_id for pick in found.picks] == ["c" * 32, None]


def test_a_pick_of_an_older_record_is_read_though_it_does_not_say_who_wrote_its_text():
    older = [{name: value for name, value in pick.items() if name not in MADE} for pick in DOCUMENT["picks"]]
    told = [(one["product"], one["reason"], one["locale"], one["text"], one["edition"]) for one in older]
    assert list(read({**DOCUMENT, "picks": older}).picks) == [Pick(*one) for one in told]


def test_of_who_is_forgotten_there_is_nothing():
    assert personal_in(Entry(10, None)) is None


@pytest.mark.parametrize("value", [b"", b"null", b"[]", b"{", b'"x"', b"7"])
def test_what_is_no_record_is_nothing(value):
    assert personal_in(Entry(10, value)) is None


def test_a_later_versions_record_is_nothing():
    assert read({**DOCUMENT, "type": "personal-copy/2"}) is None


@given(st.sampled_from(sorted(DOCUMENT)), JSON)
def test_a_strangers_record_gives_what_may_be_relied_on_or_nothing(name, value):
    found = read({**DOCUMENT, name: value})
    if found is not None:
        assert all(type(word) is str for word in (found.audience, found.locale, *found.facets))
        assert all(type(pick.product) is str for pick in found.picks)


@given(st.sampled_from(sorted(DOCUMENT["picks"][0])), JSON)
def test_a_strangers_pick_is_passed_over(name, value):
    first, second = DOCUMENT["picks"]
    found = read({**DOCUMENT, "picks": [{**first, name: value}, value, second]})
    nothing = type(None)
    types = [tuple(map(type, pick)) for pick in found.picks]
    assert {one[:5] for one in types} <= {(str, str, str, str, int), (str, str, str, nothing, int)}
    assert {one[5:] for one in types} <= {(str,) * 3, (nothing,) * 3}
    assert list(found.picks)[-1].product == "bowl"
