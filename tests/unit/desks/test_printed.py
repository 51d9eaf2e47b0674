"""What is published says that a machine wrote it, in the words of its language, or it is not published."""

from pathlib import Path

import pytest

from schemas.codec import decode_own
from schemas.outbound import ProductCopy
from workers.desks.printed import sealed
from workers.errors import Fatal

EXAMPLES = Path(__file__).parents[3] / "schemas" / "examples" / "product-copy" / "v1"


def copy(locale: str, **changes: object) -> ProductCopy:
    made = decode_own((EXAMPLES / f"linen-shirt-{locale}.json").read_bytes(), ProductCopy)
    return made.model_copy(update={"ai_label": None, **changes})


@pytest.mark.parametrize(("locale", "words"), [("zh-CN", "AI生成"), ("en-US", "AI-generated")])
def test_a_machines_copy_carries_the_words_of_its_language(locale, words):
    assert decode_own(sealed(copy(locale)), ProductCopy).ai_label == words


def test_a_persons_copy_carries_none():
    made = copy("zh-CN")
    kinds = {
        kind: one.model_copy(update={"origin": "human", "fingerprint": "human"}) for kind, one in made.kinds.items()
    }
    sealed_copy = decode_own(sealed(made.model_copy(update={"kinds": kinds, "ai_generated": False})), ProductCopy)
    assert (sealed_copy.ai_generated, sealed_copy.ai_label) == (False, None)


@pytest.mark.parametrize("name", ["fingerprint", "origin"])
def test_where_the_law_wants_a_label_copy_without_it_is_not_published(name):
    made = copy("zh-CN")
    bare = {kind: one.model_copy(update={name: ""}) for kind, one in made.kinds.items()}
    with pytest.raises(Fatal, match="unlabelled"):
        sealed(made.model_copy(update={"kinds": bare}))
    with pytest.raises(Fatal, match="ai_generated"):
        sealed(made.model_copy(update={"ai_generated": False}))


def test_where_no_law_wants_one_it_is_published():
    assert b'"ai_label":null' in sealed(copy("en-US", ai_generated=False))
