"""How a refusal is shown: the rule, the words that broke it, and the fact that is missing."""

from collections.abc import Sequence
from typing import Any, Final

from rich.markup import escape

from workers.edit.gate import Editor
from workers.edit.missing import Missing, missing
from workers.outcome import Refusal
from workers.plan.brief import Brief, Fact

_SHOWN: Final = 3
_MEASURES: Final = {"seconds": "time", "": "a number"}


def document(refusal: Refusal, brief: Brief | None, editor: Editor) -> dict[str, Any]:
    """What `--json` prints. `missing` is null where no fact could make the words right, or the brief is gone.

    `editor`: the one that refused, since a pack of an operator says which facts its terms want.
    """
    lacks = None if brief is None else missing(refusal, brief, editor)
    told = None if lacks is None else {"about": list(lacks.about), "facts": [fact.id for fact in lacks.told]}
    return {"rule": refusal.rule, "span": refusal.span, "missing": told}


def line(refusal: Refusal, brief: Brief | None, editor: Editor) -> str:
    """The same for a person."""
    lacks = None if brief is None else missing(refusal, brief, editor)
    told = "" if lacks is None else f"  [dim]{escape(_in_words(lacks))}[/]"
    return f"[red]{escape(refusal.rule)}[/]  {escape(refusal.span)}{told}".rstrip()


def _in_words(lacks: Missing) -> str:
    if lacks.told:
        more = ", …" if len(lacks.told) > _SHOWN else ""
        return f"the facts say {', '.join(map(_stated, lacks.told[:_SHOWN]))}{more}"
    if not lacks.about:
        return "no fact says so"
    about = _MEASURES.get(lacks.about[0], lacks.about[0].replace("_", " "))
    return f"no fact says anything of {about}"


def _stated(fact: Fact) -> str:
    return f"{fact.name} = {fact.value} {fact.unit}".strip()


def marked(text: str, spans: Sequence[str]) -> str:
    """The text with every place of every span in red. Markup of its own it has none: it is a stranger's."""
    red = bytearray(len(text))
    for span in filter(None, spans):
        at = text.find(span)
        while at >= 0:
            red[at : at + len(span)] = b"\1" * len(span)
            at = text.find(span, at + 1)
    parts: list[str] = []
    begin = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or red[end] != red[begin]:
            piece = escape(text[begin:end])
            parts.append(f"[bold red]{piece}[/]" if red[begin] else piece)
            begin = end
    return "".join(parts)
