"""What it means that a rule refuses a draft: which fact, which person or which other draft would mend it.

A new rule gets its row here. How it is found out is told by `gate.RULES`.
"""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Final, Literal, NamedTuple

from workers.edit.gate import Editor
from workers.edit.grounding import features, praise, promises
from workers.edit.grounding.assertions import about
from workers.edit.grounding.evidence import claims_of, lowered, of_fact
from workers.edit.grounding.folding import fold
from workers.edit.grounding.quantities import quantities
from workers.edit.grounding.relations import contradicted
from workers.edit.grounding.tracing import trace
from workers.edit.law.claims import evidence_wanted
from workers.edit.reading import matter, read
from workers.outcome import Refusal
from workers.plan.brief import Brief, Fact
from workers.plan.lexicon.lookup import NAMES


class Missing(NamedTuple):
    """`about`: attributes, or what an amount measures, of which one would have to say it; none: any fact might.

    `told`: the brief's facts about these, which say something else.
    """

    about: tuple[str, ...]
    told: tuple[Fact, ...]


Cure = Callable[[str, Brief, Editor], Missing | None]


class Row(NamedTuple):
    """`spoils`: one sentence; or what the draft `lacks` besides, so that each sentence alone lacks it too; or sentences
    `together`, none of them alone; or the whole `draft`, whose rest is no better.

    `told`: what another draft is told: the rule and its `words`, or the `rule`; or, for a draft in which there may be
    an order to a machine or an address, the `rules` alone: whatever is refused in it, no words go into a prompt.
    `overruled`: whoever signs for a text may know better. All other rules protect its readers, or us.
    `cure`: what the words would have had to rest on; without one they are wrong whatever the facts are.
    """

    spoils: Literal["sentence", "lacks", "together", "draft"]
    told: Literal["words", "rule", "rules"]
    overruled: bool = False
    cure: Cure | None = None


def missing(refusal: Refusal, brief: Brief, editor: Editor) -> Missing | None:
    """The fact that would have made it right; whoever looks at a refusal asks. None: no fact could."""
    cure = row_of(refusal.rule).cure
    return None if cure is None else cure(refusal.span, brief, editor)


def row_of(rule: str) -> Row:
    """What is no rule of ours, in a record of before or as the reason why there was no draft, protects."""
    return ROWS.get(rule, _PROTECTS)


def _among(names: Collection[str], brief: Brief) -> Missing:
    about = tuple(dict.fromkeys(names))
    return Missing(about, tuple(fact for fact in brief.facts if matter(fact.name) in about))


def _amount(span: str, brief: Brief, _: Editor) -> Missing:
    """The facts that measure the same: a weight that differs, where the draft says another."""
    folded = fold(span)
    claims = [claim for quantity in quantities(folded) for claim in claims_of(quantity, lowered(folded))]
    about = dict.fromkeys(dimension for dimension, _, word in claims if dimension and not word)
    told = [fact for fact in brief.facts if any(one[0] in about for one in of_fact(fact, brief.locale).claims)]
    return Missing(tuple(about), tuple(told))


def _denied(span: str, brief: Brief, _: Editor) -> Missing:
    facts = trace(span, brief)
    return Missing((), tuple(fact for fact in brief.facts if fact.id in facts))


def _contradicted(span: str, brief: Brief, _: Editor) -> Missing:
    facts = contradicted(read(span, brief))
    return Missing((), tuple(fact for fact in brief.facts if fact.id in facts))


def _proof(span: str, brief: Brief, editor: Editor) -> Missing | None:
    wanted = evidence_wanted(read(span, brief), editor.book)
    return _among(wanted, brief) if wanted else None


def _fact(cure: Cure) -> Row:
    return Row("sentence", "words", overruled=True, cure=cure)


def _attributes(*names: str) -> Row:
    return _fact(lambda _, brief, __: _among(names, brief))


def _of_kinds(*kinds: str) -> Row:
    return _attributes(*[name for kind in kinds for name, word in NAMES.items() if word.kind == kind])


def _named(what: Callable[[str], Collection[str]]) -> Row:
    """What the words themselves speak of."""
    return _fact(lambda span, brief, _: _among(what(lowered(fold(span))), brief))


_PROTECTS: Final = Row("draft", "rules")

ROWS: Final[Mapping[str, Row]] = {
    "empty": Row("draft", "rule"),
    **dict.fromkeys(
        ("control-characters", "placeholder", "contact", "markup", "orders", "conduct", "traits"), _PROTECTS
    ),
    "length": Row("together", "rule"),
    "channel": Row("sentence", "rule"),
    "script": Row("draft", "rule"),
    "numbers": _fact(_amount),
    "repeats": Row("together", "rule", overruled=True),
    "language": Row("draft", "rule", overruled=True),
    "material": _of_kinds("material", "composition", "finish", "coating", "gem"),
    "colour": _of_kinds("colour", "lightcolour"),
    "origin": _of_kinds("place"),
    **{rule: _named(partial(about, table)) for rule, table in (promises.TABLES | praise.TABLES).items()},
    "feature": _named(features.about),
    "denial": _fact(_denied),
    "relation": _fact(_contradicted),
    "name": _attributes("brand", "model", "name"),
    "product": _attributes("type", "name"),
    "opposite": _attributes(),
    "unfounded": _attributes()._replace(told="rule"),  # whole sentences of the model's own
    "value": _attributes(),
    "claims": Row("lacks", "words", cure=_proof),
    "voice": Row("lacks", "words", overruled=True),
    **dict.fromkeys(("opening", "cliche", "near-duplicate"), Row("sentence", "rule", overruled=True)),
}
