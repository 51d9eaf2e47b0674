import pytest

from tests.unit.write.realise.renew import ALL, BLURBS, blurbs, document, path


@pytest.mark.parametrize(("name", "locale"), ALL)
def test_a_listing_reads_as_it_was_edited(name, locale):
    assert document(name, locale) == path(name, locale).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "locale"), BLURBS)
def test_a_blurb_reads_as_it_was_edited(name, locale):
    assert blurbs(name, locale) == path(f"blurb.{name}", locale).read_text(encoding="utf-8")
