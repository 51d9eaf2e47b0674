"""The first products on offer: found a little at a time, never blank, the same for everybody."""

import pytest

from tests.unit.web.shelf_double import NOW_MS, FakeShop
from workers.web import storefront
from workers.web.storefront import AGAIN_MS, Storefront


@pytest.fixture
def shop(monkeypatch):
    monkeypatch.setattr(storefront, "ROWS", 4)
    monkeypatch.setattr(storefront, "KEPT", 3)
    return FakeShop()


def test_behind_a_row_of_delisted_products_something_is_found_in_the_end(shop):
    for number in range(10):
        shop.list(f"a{number}", "en-GB")
        shop.delist(f"a{number}", 9)
    shop.list("z", "en-GB")
    front = Storefront(shop.catalogue)
    assert [list(front.products(NOW_MS)) for _ in range(4)] == [[], [], ["z"], ["z"]]


def test_it_walks_through_all_partitions_and_stops_when_it_has_enough(shop):
    for partition, product in enumerate("abcde"):
        shop.partition = partition
        shop.list(product, "en-GB")
    front = Storefront(shop.catalogue)
    assert list(front.products(NOW_MS)) == ["a", "b", "c"]


def test_what_it_found_is_kept_for_a_while_and_then_looked_for_anew(shop):
    shop.list("b", "en-GB")
    front = Storefront(shop.catalogue)
    assert list(front.products(NOW_MS)) == ["b"]
    shop.list("a", "en-GB")
    assert list(front.products(NOW_MS + AGAIN_MS - 1)) == ["b"]
    assert list(front.products(NOW_MS + AGAIN_MS)) == ["a", "b"]


def test_an_empty_catalogue_is_looked_at_again_by_the_next_who_asks(shop):
    front = Storefront(shop.catalogue)
    assert list(front.products(NOW_MS)) == []
    shop.list("a", "en-GB")
    assert list(front.products(NOW_MS)) == ["a"]


def test_a_product_that_cannot_be_read_is_passed_over(shop):
    shop.catalogue.put(3, b"a", b"{}", 1)
    shop.catalogue.put(3, b"b", None, 1)
    shop.list("c", "en-GB")
    assert list(Storefront(shop.catalogue).products(NOW_MS)) == ["c"]
