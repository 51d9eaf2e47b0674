"""Where a copy is found: as it stands or stood, by the first digits of its id, with the facts of its product."""

import pytest

from schemas.topics import CATALOGUE, PRODUCT_COPY
from tests.contract.examples import FOLDER
from tests.unit.entrypoints.test_fit_reading import Logged, Logs, edition
from workers.entrypoints.explain.search import Explanation, Search
from workers.entrypoints.reading import Reading
from workers.errors import Fatal

SHIRT = (FOLDER / "product-copy" / "v1" / "linen-shirt-en-US.json").read_bytes()
FACTS = (FOLDER / "catalogue" / "v1" / "linen-shirt.json").read_bytes()
KEY, TITLE, META = b"shirt-1042 en-US", "f78b3299ef48edf6258ba0cbd5f559ef", "b545edc513c75ba82aee4b7c2adba48c"


async def found(digits: str, *copies: Logged) -> Explanation:
    logs = Logs()
    logs.add(PRODUCT_COPY, 3, *copies)
    logs.add(CATALOGUE, 3, Logged(b"shirt-1042", FACTS, edition(1)), Logged(b"another", FACTS, edition(2)))
    logs.add(CATALOGUE, 4, Logged(b"shirt-1042", FACTS, edition(9)))
    return await Search(Reading(logs, logs, lambda done, of: None), digits).run()


@pytest.mark.parametrize(
    ("later", "visible"),
    [((), True), ((Logged(KEY, None, edition(8)),), False), ((Logged(KEY, b"{}", edition(6)),), True)],
)
async def test_a_copy_is_found_by_its_first_digits_and_is_visible_until_a_higher_edition(later, visible) -> None:
    one = await found(TITLE[:8].upper(), Logged(KEY, SHIRT, edition(7)), *later)
    assert (one.copy_id, one.kind, one.product, one.locale) == (TITLE, "title", "shirt-1042", "en-US")
    assert one.visible is visible
    assert len(one.listings) == 1, "of its own product, in its own partition"


async def test_what_is_found_nowhere_or_twice_is_told() -> None:
    with pytest.raises(Fatal, match="copy-not-found"):
        await found("0" * 8, Logged(KEY, SHIRT, edition(7)))
    other = SHIRT.replace(META.encode(), (TITLE[:8] + META[8:]).encode())
    with pytest.raises(Fatal, match="ambiguous-copy-id"):
        await found(TITLE[:8], Logged(KEY, other, edition(7)))
    with pytest.raises(Fatal, match="no-copy-id"):
        await found("mug")
