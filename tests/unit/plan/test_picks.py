"""Picks: what is never shown, what comes first, and that the same is always the same."""

from hypothesis import given
from hypothesis import strategies as st

from workers.plan.picks import LOOKED_UP, WHOLE, Pick, Shown, Sources, picked
from workers.plan.profile import mark_of
from workers.plan.profile_stored import Profile

MUG = Shown(("t:mug", "c:kitchen"))
PRODUCTS = [f"p{number}" for number in range(40)]


def kinds(product: str) -> Shown:
    """Each product is of a sort of its own."""
    return Shown((f"t:{product}",))


def ids(picks: tuple[Pick, ...]) -> list[str]:
    return [pick.product for pick in picks]


def test_what_goes_with_what_was_just_carted_comes_first_then_interests_then_what_is_popular():
    sources = Sources(together=[(1000, {"a": 1000})], shelves={"c:kitchen": {"b": 1000}}, popular={"c": 1000})
    found = picked(Profile(likes={"c:kitchen": 10}), sources, kinds)
    assert [(pick.product, pick.reason) for pick in found] == [("a", "together"), ("b", "interest"), ("c", "popular")]


def test_what_was_bought_or_dismissed_is_never_picked_whoever_speaks_for_it():
    profile = Profile(bought=(mark_of("a"),), dismissed=(mark_of("b"),))
    sources = Sources(
        together=[(1000, {"a": 1000, "b": 900, "c": 100})],
        external=("a", "b"),
        standing=(Pick("a", 1000, "together"),),
    )
    assert ids(picked(profile, sources, kinds)) == ["c"]


def test_what_cannot_be_had_is_never_picked():
    sources = Sources(popular=dict.fromkeys("abc", 1000))
    assert ids(picked(Profile(), sources, lambda product: None if product == "b" else kinds(product))) == ["a", "c"]


def test_another_sort_goes_before_the_third_of_one_sort():
    shelf = {"mug1": 1000, "mug2": 990, "mug3": 980, "bowl": 600}
    found = picked(
        Profile(likes={"c:kitchen": 1}),
        Sources(shelves={"c:kitchen": shelf}),
        lambda product: MUG if product.startswith("mug") else kinds(product),
    )
    assert ids(found) == ["mug1", "mug2", "bowl", "mug3"]


def test_a_recommender_of_the_shops_own_is_believed_in_its_order_and_filled_up():
    sources = Sources(external=("x", "y"), popular={"y": 1000, "z": 900})
    found = picked(Profile(), sources, lambda _: MUG)
    assert [(pick.product, pick.reason) for pick in found] == [("x", "external"), ("y", "external"), ("z", "popular")]


def test_what_suits_less_steps_back():
    sources = Sources(popular={"other": 1000, "ours": 500})
    found = picked(
        Profile(), sources, lambda product: kinds(product)._replace(suits=300 if product == "other" else 1000)
    )
    assert ids(found) == ["ours", "other"]


def test_a_pick_fades_where_nothing_speaks_for_it_any_more_and_is_gone_at_last():
    picks: tuple[Pick, ...] = (Pick("a", 1000, "together"),)
    scores = [1000]
    while picks:
        picks = picked(Profile(), Sources(standing=picks), kinds)
        scores.append(picks[0].score if picks else 0)
    assert scores == sorted(scores, reverse=True)
    assert len(scores) < 40


weights = st.dictionaries(st.sampled_from(PRODUCTS), st.integers(0, WHOLE), max_size=48)
sources = st.builds(
    Sources,
    together=st.lists(st.tuples(st.integers(0, WHOLE), weights), max_size=3),
    shelves=st.dictionaries(st.sampled_from(["c:kitchen", "t:mug"]), weights),
    popular=weights,
    standing=st.lists(
        st.builds(Pick, st.sampled_from(PRODUCTS), st.integers(0, WHOLE), st.just("together")), max_size=12
    ),
    again=weights,
    external=st.lists(st.sampled_from(PRODUCTS), max_size=24),
)
profiles = st.builds(
    Profile,
    likes=st.dictionaries(st.sampled_from(["c:kitchen", "t:mug", "k:blue"]), st.integers(1, 9000)),
    seen=st.lists(st.sampled_from(PRODUCTS).map(mark_of), max_size=6).map(tuple),
    bought=st.lists(st.sampled_from(PRODUCTS).map(mark_of), max_size=6).map(tuple),
    dismissed=st.lists(st.sampled_from(PRODUCTS).map(mark_of), max_size=6).map(tuple),
)
had = st.dictionaries(st.sampled_from(PRODUCTS), st.sampled_from([MUG, Shown(()), kinds("x"), kinds("y")]))


@given(profiles, sources, had, st.integers(1, 12))
def test_picks_are_few_distinct_to_be_had_and_wanted(profile, told, shelf, most):
    asked: list[str] = []

    def shown(product: str) -> Shown | None:
        asked.append(product)
        return shelf.get(product)

    found = picked(profile, told, shown, most)
    assert len(found) <= most
    assert len(set(ids(found))) == len(found)
    assert len(asked) <= LOOKED_UP
    never = {*profile.bought, *profile.dismissed}
    assert all(pick.product in shelf and mark_of(pick.product) not in never for pick in found)
    assert all(0 <= pick.score <= WHOLE for pick in found)
    assert found == picked(profile, told, shelf.get, most)
