"""What the realiser truly says of the sample shop passes whole; with one digit or one unit changed it does not."""

import random
import re
from functools import cache

from workers.demo import listings
from workers.edit.gate import judge
from workers.plan.benefits import load
from workers.plan.brief import Brief
from workers.plan.facts import facts_of
from workers.plan.select import select
from workers.write.realise import CannotRealise, realise, sentences

ATTEMPTS = 2
SWAPS = {
    "cm": "mm", "mm": "cm", "kg": "g", "inches": "feet", "hours": "minutes", "oz": "lb", "L": "ml", "ml": "L", "W": "V",
    "厘米": "毫米", "毫升": "升", "千克": "克", "小时": "分钟", "元": "美元", "€": "£", "£": "$", "$": "€", "¥": "€",
}  # fmt: skip
UNIT = re.compile(r"(?<=\d)( ?)(cm|mm|kg|inches|hours|oz|L|ml|W|厘米|毫升|千克|小时|元)(?![A-Za-z])|([€£$¥])(?=\d)")


@cache
def drafts() -> list[tuple[Brief, int, str]]:
    """Every text that the realiser makes of the sample shop."""
    found, benefits = [], load()
    for listing in listings():
        facts = facts_of(listing)
        for locale in listing.locales:
            for brief in select(listing.id, facts, locale, benefits).briefs:
                for attempt in range(ATTEMPTS):
                    try:
                        found.append((brief, attempt, realise(brief, attempt)))
                    except CannotRealise:
                        continue
    return found


def refused(brief: Brief, text: str) -> set[str]:
    return {refusal.rule for refusal in judge(brief, text).refusals}


def test_true_copy_passes_whole():
    assert len(drafts()) > 700
    assert [(brief.product, text, rules) for brief, _, text in drafts() if (rules := refused(brief, text))] == []


def test_true_copy_is_cut_as_it_was_made_and_keeps_nearly_all_of_its_facts():
    made = said = missed = 0
    for brief, attempt, text in drafts():
        written, judged = sentences(brief, attempt), judge(brief, text).sentences
        assert [sentence.text for sentence in judged] == [sentence.text for sentence in written]
        for sentence, traced in zip(written, judged, strict=True):
            made += 1
            said += len(sentence.facts)
            missed += len(set(sentence.facts) - set(traced.facts))
    assert made > 1500
    assert missed <= 0.005 * said


def test_a_changed_digit_is_found():
    chance = random.Random(7)
    planted, missed = 0, []
    for brief, _, text in drafts():
        digits = [match.start() for match in re.finditer(r"\d", text)]
        if not digits:
            continue
        at = chance.choice(digits)
        other = chance.choice([digit for digit in "123456789" if digit != text[at]])
        changed = text[:at] + other + text[at + 1 :]
        planted += 1
        if "numbers" not in refused(brief, changed):
            missed.append((brief.product, text[max(0, at - 20) : at + 20], other))
    assert planted > 500
    assert len(missed) <= 0.01 * planted, missed


def test_a_changed_unit_is_found():
    planted, missed = 0, []
    for brief, _, text in drafts():
        for match in UNIT.finditer(text):
            unit = match[2] or match[3]
            changed = text[: match.end() - len(unit)] + SWAPS[unit] + text[match.end() :]
            planted += 1
            if "numbers" not in refused(brief, changed):
                missed.append((brief.product, match.group(), changed[match.start() - 20 : match.end() + 10]))
    assert planted > 500
    assert len(missed) <= 0.01 * planted, missed
