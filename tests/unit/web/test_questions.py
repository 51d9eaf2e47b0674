"""What is asked of a user's blurbs, and what is no question."""

import pytest

from tests.unit.web.shelf_double import USER
from workers.web.blurbs import BlurbsQuery, asked_for
from workers.web.problem import Problem


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ({}, BlurbsQuery(USER, None, 6, None)),
        ({"slot": "home-1", "limit": "12", "locale": "en"}, BlurbsQuery(USER, "home-1", 12, "en")),
        ({"limit": "1"}, BlurbsQuery(USER, None, 1, None)),
        ({"limit": "0"}, Problem.BAD_LIMIT),
        ({"limit": "13"}, Problem.BAD_LIMIT),
        ({"limit": "-1"}, Problem.BAD_LIMIT),
        ({"limit": "٣"}, Problem.BAD_LIMIT),
        ({"limit": ""}, Problem.BAD_LIMIT),
        ({"slot": ""}, Problem.BAD_SLOT),
        ({"slot": "Home"}, Problem.BAD_SLOT),
        ({"slot": "a" * 33}, Problem.BAD_SLOT),
        ({"slot": "a\n"}, Problem.BAD_SLOT),
        ({"locale": "english"}, Problem.BAD_LOCALE),
    ],
)
def test_a_question_is_read_or_refused(told, meant):
    assert asked_for(USER, told) == meant
