"""A scope is told from a brief alone: so every kind's brief has to tell it, and every name of a department mean one."""

import pytest

from schemas.kinds import Kind
from tests.unit.write.realise.listings import blurb_of, briefs_of, listing
from workers.edit.packs.scope import DEPARTMENTS, Scope, groups_of
from workers.plan.lexicon.lookup import TYPES

MUG = listing(
    "Alder",
    "Kitchen>Mugs",
    "Nordvik",
    "9 GBP",
    ["material=stoneware", "colour=blue", "capacity=350 ml", "weight=300 g"],
)
GROUPS = {word.group for word in TYPES.values()}


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_every_kinds_brief_tells_the_brand_and_the_department(locale):
    orders = [*briefs_of(MUG, locale), blurb_of(MUG, locale)]
    assert {order.kind for order in orders} == set(Kind)
    for order in orders:
        assert groups_of(order) == {"tableware"}, order.kind
        assert Scope(brands=("nordvik",), categories=frozenset({"kitchen"})).covers(order), order.kind
        assert not Scope(brands=("halden",)).covers(order), order.kind


def test_every_group_of_products_is_a_department_and_a_department_is_of_groups():
    assert DEPARTMENTS.keys() >= GROUPS
    assert all(group in groups for group, groups in DEPARTMENTS.items() if group in GROUPS)
    assert DEPARTMENTS["kitchen"] == {"kitchen", "tableware", "appliance"}
    assert DEPARTMENTS["food"] == {"food", "drink"}
    assert not {"bakery", "outerwear", "storage"} & DEPARTMENTS.keys()
