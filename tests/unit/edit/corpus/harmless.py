"""True copy in other dress: nothing here is a fault."""

import random
import re
from collections.abc import Iterator

from tests.unit.edit.corpus.truths import Truth
from workers.plan.lexicon import surface_forms
from workers.plan.lexicon.lookup import FLAGS

_THOUSANDS = re.compile(r"\b(\d{1,3}),(\d{3})\b")
_UNGROUPED = re.compile(r"(?<![\d.])(\d)(\d{3})(?= ?(?:mAh|W|ml|g|mm|毫安时|毫升|克)\b)")
_METRIC = re.compile(r"(?<![\d.,×x至–-])(\d+(?:\.\d+)?)( ?)(kg|cm|L|千克|厘米|升)(?![A-Za-z²/])")
_FINER = {
    "kg": (1000, "g"),
    "cm": (10, "mm"),
    "L": (1000, "ml"),
    "千克": (1000, "克"),
    "厘米": (10, "毫米"),
    "升": (1000, "毫升"),
}
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def harmless(truth: Truth, chance: random.Random) -> Iterator[str]:
    """Other number formats, finer units, full-width digits (in Chinese), the lexicon's other wordings, other marks."""
    for text in (
        _THOUSANDS.sub(r"\1\2", truth.text),
        _UNGROUPED.sub(r"\1,\2", truth.text),
        _METRIC.sub(_finer, truth.text, count=1),
        truth.text.translate(_WIDE) if truth.language == "zh" else truth.text.replace("'", "’"),
        _reworded(truth, chance),
    ):
        if text != truth.text and len(text) <= truth.brief.limits.max_chars:
            yield text


def _finer(match: re.Match[str]) -> str:
    factor, unit = _FINER[match[3]]
    number = round(float(match[1]) * factor, 6)
    return f"{number:g}{match[2]}{unit}" if number < 1e6 else match.group()


def _reworded(truth: Truth, chance: random.Random) -> str:
    """One fact in another of its wordings, where the case fits."""
    for fact in chance.sample(truth.brief.facts, len(truth.brief.facts)):
        if fact.name in {"type", "name", "brand"} or fact.name in FLAGS:
            continue  # a feature's label says that it is there, also where it is not
        forms = surface_forms(fact, truth.brief.locale)
        for form in forms[1:]:
            if len(form) > 3 and re.search(rf"(?<!\w){re.escape(forms[0])}(?!\w)", truth.text):
                return truth.text.replace(forms[0], form, 1)
    return truth.text
