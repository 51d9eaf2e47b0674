"""The score tells a product's own copy from that of another."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import brief
from tests.unit.edit.corpus.truths import truths
from workers.edit.grounding.belonging import belonging
from workers.edit.reading import read
from workers.edit.sentences import ONE_LINE

TRUE = "The Nordvik Trail Bottle S8 is made of 18/10 stainless steel. It weighs 0.36 kg."
FALSE = "Nothing else comes close."


def auc(own: list[float], others: list[float]) -> float:
    """How often a text of the product itself scores higher than another's; a tie is half."""
    ranked = sorted([(score, True) for score in own] + [(score, False) for score in others])
    wins = below = 0.0
    for _, tied in groupby(ranked, key=lambda one: one[0]):
        mine = [is_own for _, is_own in tied]
        strangers = mine.count(False)
        wins += mine.count(True) * (below + strangers / 2)
        below += strangers
    return wins / (len(own) * len(others))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_products_own_copy_scores_above_anothers(language: str) -> None:
    told = [truth for truth in truths() if truth.language == language and truth.brief.kind not in ONE_LINE]
    own, others = [], []
    for place, truth in enumerate(told):
        own.append(belonging(read(truth.text, truth.brief)))
        stranger = told[(place + len(told) // 2) % len(told)]
        if stranger.brief.product != truth.brief.product:
            others.append(belonging(read(stranger.text, truth.brief)))
    assert min(len(own), len(others)) > 500
    assert sum(own) / len(own) > 0.99
    assert auc(own, others) > 0.99, (sum(own) / len(own), sum(others) / len(others))


def test_true_copy_scores_one_and_what_claims_nothing_too() -> None:
    assert belonging(read(TRUE, brief())) == 1.0
    assert belonging(read("", brief())) == 1.0


def test_a_sentence_on_no_fact_lowers_it_and_a_number_of_nobody_s_too() -> None:
    whole = belonging(read(f"{TRUE} {FALSE}", brief()))
    assert whole == pytest.approx(2 / 3)
    assert belonging(read(TRUE.replace("0.36", "0.63"), brief())) == pytest.approx(1 / 2)


def test_the_more_a_text_says_on_no_fact_the_lower_it_is() -> None:
    for truth in [truth for truth in truths() if truth.brief.kind is Kind.DESCRIPTION][::7]:
        claims = (
            ("Nothing else comes close.", "Chefs adore it.")
            if truth.language == "en"
            else ("别的都比不上。", "大厨都爱它。")
        )
        scores = [belonging(read(truth.text + " ".join(("", *claims[:more])), truth.brief)) for more in range(3)]
        assert scores[0] > scores[1] > scores[2], (truth.text, scores)


@given(st.text(max_size=200))
def test_whatever_the_text_it_is_a_share(text: str) -> None:
    assert 0.0 <= belonging(read(text, brief())) <= 1.0
