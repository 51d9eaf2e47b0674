"""Audiences: who is in which, and that nobody is moved about by little, named by who they are, or found in too few."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas.outbound_users import FittedAudience
from workers.plan.audience import (
    EVERYONE,
    MAX_FACETS,
    RULED,
    Audience,
    Audiences,
    Floors,
    assign,
    lifted,
    matched,
    named,
)
from workers.plan.audience_words import DEPARTMENTS, LEANINGS, LIFTS, WITHHELD, closed, leaning_of, worded
from workers.plan.lexicon.lookup import DOMAINS, TYPES

SET = Audiences.of(RULED, Floors(enter=3000, leave=1500))
SOME = RULED[:32]
BY_ID = {audience.id: audience for audience in RULED}
CLOSED = tuple(
    facet
    for facet in (
        *("t:" + key.replace("'", "") for key in TYPES),
        *(f"c:{key}" for key in DOMAINS["category"]),
        *(f"m:{key}" for key in DOMAINS["material"]),
        *(f"k:{key}" for key in DOMAINS["colour"]),
        *LEANINGS,
    )
    if closed(facet)
)
# Said of people: gender, age, family, origin, faith, love, politics, health.
DENIED = re.compile(
    r"\b(?:wo)?m[ae]n(?:'?s|swear)?\b|\b(?:fe)?males?\b|\blad(?:y|ies)\b|\bgentlem[ae]n\b|\bboys?\b|\bgirls?\b|"
    r"\bunisex\b|\bgender|\bkids?\b|\bchild|\bbab(?:y|ies)\b|\binfants?\b|\btoddler|\bteens?\b|\bjunior|\bsenior|"
    r"\belder|\bage[ds]?\b|\bold\b|\byoung|\badults?\b|\bmatern|\bpregnan|\bnursing|\bmother\b(?!-of-pearl)|\bmums?\b|\bfathers?\b|"
    r"\bwedding|\bbrid(?:e|al)|\bgay\b|\blesbian|\bqueer|\blgbt|\bsex|\blingerie|\bintimate|\bnude|\bchrist|\beaster\b|"
    r"\bmuslim|\bislam|\bhalal|\bkosher|\bjew(?:ish|s)?\b|\bhindu|\bbuddh|\bchurch|\bpray|\bfaith|\brelig|\bethnic|"
    r"\brac(?:e|ial)\b|\bafrican?\b|\basian?\b|\barab|\bhispanic|\blatin[ao]|\bcaucasian|\bnative|\bkimono|\bskin tone|"
    r"\bpolitic|\brepublican|\bdemocrat|\bparty\b|\bunion\b|\bhealth|\bmedic|\bdiabet|\bdisab|\bdisease|\bdiet|"
    r"\btherap|\bobes|\bblood|\bwheelchair|\bhearing|\bpoor\b|\brich\b|\bcheap|"
    r"男|女|孕|产妇|妈|婴|童|幼|宝宝|老年|老花|中年|青年(?!布)|少年|宗教|佛|伊斯兰|清真|基督|圣诞|教堂|民族|种族|黑人|白人|"
    r"肤色|裸|性感|同性|内衣|政治|党|疾病|医|药|残疾|健康|减肥|糖尿|婚|穷|富|廉价",
    re.IGNORECASE,
)

facets = st.sampled_from(
    [*CLOSED[::17], *sorted(LIFTS)[::23], *(f"c:{key}" for key in DEPARTMENTS), *(f"p:{n}" for n in range(7))]
) | st.sampled_from(["b:1f3a9c", "b:77aa00", "c:baby", "t:bra", "x:strange"])
likes_of = st.dictionaries(facets, st.integers(1, 100_000), max_size=12)
# Interests that come near to each other, so that little decides.
races = st.dictionaries(
    st.sampled_from(["c:kitchen", "c:books", "c:garden", "t:mug", "p:1", "p:2", "p:3"]),
    st.integers(9000, 11_000),
    min_size=2,
)
currents = st.sampled_from([*BY_ID, "", "long-gone"])
centres = st.dictionaries(st.sampled_from(CLOSED[::29]), st.integers(1, 1000), min_size=1, max_size=8)


def made(*rows):
    return tuple(Audience(f"old-{n}", named(centre), centre=centre) for n, centre in enumerate(rows))


def test_the_ruled_set_has_slugs_that_are_its_own_parents_that_exist_and_closed_facets():
    assert len(BY_ID) == len(RULED)
    for audience in RULED:
        assert re.fullmatch(r"[a-z0-9-]{1,32}", audience.id)
        assert len(audience.facets) <= MAX_FACETS
        assert all(closed(facet) for facet in audience.facets)
        assert audience is EVERYONE or (audience.parent in BY_ID and audience.facets)
    assert BY_ID["kitchen-priced-low"].parent == "kitchen"
    assert set(SET.merged(1).values()) == {"everyone"}
    assert all(f"c:{key}" in CLOSED for key in DEPARTMENTS)
    assert {name for filed in DEPARTMENTS.values() for name in filed} <= set(DOMAINS["category"])


def test_a_ruled_audience_is_named_by_what_it_is_made_of():
    for audience in RULED:
        assert named(audience.centre) == audience.facets


@pytest.mark.parametrize("locale", ["en-US", "en-GB", "zh-CN"])
def test_no_word_of_any_audience_says_who_somebody_is(locale):
    for audience in RULED:
        assert DENIED.search(audience.words(locale)) is None
    denied = [facet for facet in CLOSED if DENIED.search(worded((facet,), locale)) or DENIED.search(facet)]
    assert denied == []


def test_what_is_withheld_is_spelled_as_facets_are():
    known = {*(f"t:{key}" for key in TYPES), *(f"c:{key}" for key in DOMAINS["category"])}
    assert {facet.removesuffix("+set") for facet in WITHHELD} <= known | {f"k:{key}" for key in DOMAINS["colour"]}
    assert WITHHELD.isdisjoint(CLOSED)


def test_the_deny_list_would_find_what_is_withheld():
    words = [TYPES["crib"].zh, TYPES["reading-glasses"].zh, "men's shirts", "baby care", "christmas trees", "女装"]
    assert all(DENIED.search(word) for word in words)


def test_an_audience_is_called_by_the_lexicons_words():
    facets = ("c:kitchen", "t:mug", "p:0")
    assert worded(facets, "en-US") == "kitchenware, mugs, lower prices"
    assert worded(facets, "zh-CN") == "厨房用品、马克杯、较低价位"
    assert worded(("t:chefs-knife",), "en") == "chef's knives"
    assert worded(("k:grey",), "en-GB") == "things in grey"
    assert (EVERYONE.words("en"), EVERYONE.words("zh")) == ("everyone", "所有人")


@pytest.mark.parametrize("facet", ["b:1f3a9c", "c:baby", "t:nonsense", "x:y", "", "c", "p:9", "t:mug+set"])
def test_what_is_not_closed_has_no_words(facet):
    assert not closed(facet)
    with pytest.raises(KeyError):
        worded((facet,), "en")


@pytest.mark.parametrize(
    ("likes", "current", "expected"),
    [
        ({}, "", "everyone"),
        ({"t:mug": 2000, "t:plate": 3000, "p:1": 5000}, "", "kitchen-priced-low"),
        ({"c:outerwear": 3000, "p:1": 1000, "p:3": 1000, "p:5": 1000}, "", "clothing"),
        ({"p:6": 5000}, "", "priced-high"),
        ({"b:1f3a9c": 50_000}, "", "everyone"),
        ({"c:baby": 50_000, "t:bra": 50_000, "t:bra+set": 50_000}, "", "everyone"),
        ({f"c:{key}": 1000 for key in DEPARTMENTS}, "", "everyone"),
        ({"c:kitchen": 2999}, "", "everyone"),
        ({"c:kitchen": 3000}, "", "kitchen"),
        ({"c:kitchen": 1500}, "kitchen", "kitchen"),
        ({"c:kitchen": 1500}, "books", "books"),
        ({"c:kitchen": 1499}, "kitchen", "everyone"),
        ({"c:kitchen": 3000, "c:books": 3100}, "kitchen", "kitchen"),
        ({"c:kitchen": 3000, "c:books": 3500}, "kitchen", "books"),
        ({"c:kitchen": 3000, "c:books": 3000}, "", "books"),
        ({"c:kitchen": 3000, "c:books": 3000}, "long-gone", "books"),
    ],
)
def test_the_table_of_assignments(likes, current, expected):
    assert assign(likes, current, SET) == expected


def test_what_is_withheld_decides_nothing_in_a_centre_either():
    odd = Audiences.of([Audience("odd", ("c:books",), centre={"c:baby": 900, "c:books": 100})], SET.floors)
    assert assign({"c:baby": 9000}, "", odd) == "everyone"
    assert assign({"c:books": 9000, "c:baby": 9000}, "", odd) == "odd"


@given(likes=st.dictionaries(st.text(max_size=8) | facets, st.integers(), max_size=12), current=st.text(max_size=8))
def test_whatever_the_likes_there_is_an_audience(likes, current):
    assert assign(likes, current, SET) in SET.by_id
    assert assign(dict.fromkeys(likes, 10**400), current, SET) in SET.by_id


@given(likes=likes_of, current=currents, order=st.randoms(use_true_random=False))
def test_neither_the_order_of_likes_nor_that_of_audiences_decides(likes, current, order):
    rows, audiences = list(likes.items()), list(RULED)
    order.shuffle(rows)
    order.shuffle(audiences)
    assert assign(dict(rows), current, Audiences.of(audiences, SET.floors)) == assign(likes, current, SET)


@given(likes=likes_of, current=currents, factor=st.integers(1, 10**6))
def test_more_of_the_same_changes_nothing_but_across_the_floors(likes, current, factor):
    scaled = {facet: weight * factor for facet, weight in likes.items()}
    open_set = Audiences.of(RULED, Floors(0, 0))
    assert assign(scaled, current, open_set) == assign(likes, current, open_set)


@given(likes=likes_of | races, current=currents)
def test_who_was_assigned_stays(likes, current):
    once = assign(likes, current, SET)
    assert assign(likes, once, SET) == once


@given(likes=likes_of | races, current=currents, data=st.data())
def test_likes_that_move_by_less_than_the_margin_never_move_a_user_to_and_fro(likes, current, data):
    drifts = st.fixed_dictionaries({facet: st.integers(100, 114) for facet in likes})
    path = [current]
    for drift in data.draw(st.lists(drifts, min_size=2, max_size=8)):
        path.append(assign({facet: likes[facet] * drift[facet] for facet in likes}, path[-1], SET))
    moves = [(here, there) for here, there in pairwise(path[1:]) if here != there]
    assert len(moves) <= 1


@given(
    likes=likes_of,
    scale=st.lists(st.integers(1, 40), min_size=2, max_size=12),
    current=currents,
)
def test_between_the_floors_nobody_moves(likes, scale, current):
    held = assign(likes, current, SET)
    for share in scale:
        faded = {facet: max(weight * share // 100, 1) for facet, weight in likes.items()}
        total = sum(weight for facet, weight in faded.items() if facet not in WITHHELD)
        if SET.floors.leave <= total < SET.floors.enter:
            assert assign(faded, held, SET) == held


@given(likes=likes_of)
def test_a_department_gets_what_lies_in_it(likes):
    found = lifted(likes)
    assert WITHHELD.isdisjoint(found)
    for facet, weight in likes.items():
        if facet not in WITHHELD:
            assert found[facet] >= weight
            assert facet not in LIFTS or found[LIFTS[facet]] >= weight


sets = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["", "everyone", "gone", *(f"a{n}" for n in range(10))])), max_size=10
).map(lambda rows: Audiences.of(Audience(f"a{n}", (), row[1], row[0]) for n, row in enumerate(rows)))


@given(audiences=sets, k_min=st.integers(0, 12))
def test_nobody_is_shown_as_one_of_too_few(audiences, k_min):
    merged = audiences.merged(k_min)
    assert merged.keys() == audiences.by_id.keys()
    for name, shown in merged.items():
        assert shown == "everyone" or audiences.by_id[shown].size >= k_min
        assert (shown == name) == (name == "everyone" or audiences.by_id[name].size >= k_min)
        assert merged[shown] == shown


def test_too_few_are_shown_as_the_nearest_ancestor_with_enough():
    sizes = {"everyone": 1, "kitchen": 50, "kitchen-priced-low": 9, "books": 49, "books-priced-low": 49}
    merged = Audiences.of(replace(audience, size=sizes.get(audience.id, 99)) for audience in RULED).merged(50)
    assert [merged[name] for name in sizes] == ["everyone", "kitchen", "kitchen", "everyone", "everyone"]
    assert merged["tools-priced-mid"] == "tools-priced-mid"


@pytest.mark.parametrize(
    ("centre", "expected"),
    [
        ({}, ()),
        ({"b:1f3a9c": 0.9, "c:baby": 0.4}, ()),
        ({"b:1f3a9c": 0.9, "t:mug": 0.1}, ("t:mug",)),
        ({"t:mug": 0.5, "c:kitchen": 0.5, "m:linen": 0.1}, ("c:kitchen", "t:mug")),
        ({"t:mug": 0.3, "t:plate": 0.3, "t:bowl": 0.3, "t:cup": 0.3}, ("t:bowl", "t:cup")),
        (dict.fromkeys(CLOSED[:9], 0.2), tuple(sorted(CLOSED[:9])[:3])),
        ({"p:0": 0.1, "p:1": 0.9, "c:kitchen": 0.5}, ("c:kitchen", "p:0")),
        ({"p:1": 0.3, "p:3": 0.3, "p:5": 0.3, "c:kitchen": 0.1}, ("c:kitchen",)),
        ({"p:5": 0.3, "c:kitchen": 0.9}, ("c:kitchen",)),
        ({"p:5": 0.3}, ("p:6",)),
        ({"c:kitchen": float("nan"), "t:mug": -1.0, "c:books": 0.1}, ("c:books",)),
    ],
)
def test_the_table_of_names(centre, expected):
    assert named(centre) == expected


@given(st.dictionaries(facets | st.text(max_size=6), st.floats(0, 1), max_size=20))
def test_a_name_is_one_to_three_closed_facets_each_said_once(centre):
    name = named(centre)
    assert len(name) <= MAX_FACETS
    assert all(closed(facet) for facet in name)
    assert len(set(name)) == len(name)
    assert bool(name) == any(weight > 0 and closed(facet) for facet, weight in centre.items()) or any(
        leaning_of(facet) for facet in centre
    )
    assert not name or worded(name, "en")


@given(st.lists(centres, max_size=8), st.lists(centres, max_size=8))
def test_each_gets_an_id_of_its_own(new, old):
    before, after = made(*old), [replace(audience, id="") for audience in made(*new)]
    ids = matched(after, before)
    assert len(set(ids)) == len(ids) == len(after)
    assert all(re.fullmatch(r"[a-z0-9-]{1,32}", name) for name in ids)
    assert ids == matched(after, tuple(reversed(before)))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.data())
def test_ids_are_kept_under_permutation_and_small_noise(order, data):
    noise = data.draw(st.lists(st.integers(-2, 2), min_size=8, max_size=8))
    after = [
        replace(a, id="", centre={f: w + w * noise[n % 8] // 100 for n, (f, w) in enumerate(a.centre.items())})
        for a in SOME
    ]
    rows = list(zip(after, SOME, strict=True))
    order.shuffle(rows)
    assert matched([new for new, _ in rows], SOME) == tuple(old.id for _, old in rows)


@given(st.lists(centres, max_size=8, unique_by=lambda centre: tuple(sorted(centre.items()))), st.data())
def test_the_order_of_new_audiences_does_not_decide_their_ids(new, data):
    before = made(*data.draw(st.lists(centres, max_size=5)))
    after = made(*new)
    shuffled = data.draw(st.permutations(after))
    ids = dict(zip((audience.id for audience in after), matched(after, before), strict=True))
    assert tuple(ids[audience.id] for audience in shuffled) == matched(shuffled, before)


def test_what_is_not_alike_gets_a_fresh_slug_that_was_nobodys():
    old = (Audience("kitchen", ("c:kitchen",), centre={"c:books": 1000}),)
    new = [Audience("", ("c:kitchen",), centre={"c:kitchen": n}) for n in (1, 2)]
    far = Audience("", ("t:electric-toothbrush", "t:digital-piano", "p:0"), centre={"t:digital-piano": 9})
    assert matched([*new, far], old) == ("kitchen-2", "kitchen-3", "electric-toothbrush-digital")


def test_the_most_alike_keeps_the_id():
    old = (Audience("x", centre={"c:kitchen": 1000}),)
    new = [Audience("", ("c:kitchen",), centre={"c:kitchen": 1000, "c:books": n}) for n in (900, 100, 1100)]
    assert matched(new, old) == ("kitchen", "x", "kitchen-2")


def test_an_audience_fits_its_record_and_everyone_has_none():
    def entry(audience):
        words = {"en": audience.words("en"), "zh": audience.words("zh")}
        record = {"id": audience.id, "facets": audience.facets, "words": words}
        return FittedAudience.model_validate(
            {**record, "parent": audience.parent, "size": audience.size, "centre": audience.centre}
        )

    for audience in RULED[1:]:
        assert entry(audience).centre == audience.centre
    with pytest.raises(ValidationError):
        entry(EVERYONE)


def test_the_longest_name_fits_its_record():
    for locale, most in (("en-US", 120), ("zh-CN", 60)):
        longest = sorted(CLOSED, key=lambda facet: len(worded((facet,), locale)))[-MAX_FACETS:]
        assert len(worded(longest, locale)) <= most
