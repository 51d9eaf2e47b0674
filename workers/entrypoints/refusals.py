"""How a refusal is shown: the rule, the words that broke it, and the fact that is missing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from rich.markup import escape

from workers.edit.gate import Editor
from workers.edit.law.cited import Cited, cited
from workers.edit.rules import Missing, missing
from workers.outcome import Refusal
from workers.plan.brief import Brief, Fact

_SHOWN: Final = 3
_MEASURES: Final = {"seconds": "time", "": "a number"}


def document(refusal: Refusal, text: str, brief: Brief | None, editor: Editor) -> dict[str, Any]:
    """What `--json` prints. `at`: where the words stand in the text, in characters; nowhere if they say what it lacks.

    `missing` is null where no fact could make the words right, or the brief is gone. `terms`: those of
    the packs that they break. `editor`: the one that refused, by whose packs it is told.
    """
    lacks = None if brief is None else missing(refusal, brief, editor)
    told = None if lacks is None else {"about": list(lacks.about), "facts": [fact.id for fact in lacks.told]}
    terms = [] if brief is None else [one._asdict() for one in cited(refusal, brief, editor.book)]
    at = _places(text, refusal.span)
    return {"rule": refusal.rule, "span": refusal.span, "at": at, "missing": told, "terms": terms}


def lines(refusals: Iterable[Refusal], brief: Brief | None, editor: Editor) -> Iterator[str]:
    """The same for a person: of words that break several rules one line, with what a fact says instead."""
    by_words: dict[str, list[Refusal]] = {}
    for one in refusals:
        by_words.setdefault(one.span, []).append(one)
    for words, found in by_words.items():
        if {one.rule for one in found} == {"unfounded"} and any(words in other for other in by_words if other != words):
            # That they rest on no fact is no news beside the rule that says which fact.
            continue
        lacks = [one for one in (missing(one, brief, editor) for one in found if brief is not None) if one is not None]
        told = [_in_words(max(lacks, key=_has_told))] if lacks else []
        told += [_cited(term) for one in found if brief is not None for term in cited(one, brief, editor.book)]
        more = f"  [dim]{escape('; '.join(told))}[/]" if told else ""
        yield f"[red]{escape(', '.join(dict.fromkeys(one.rule for one in found)))}[/]  {escape(words)}{more}".rstrip()


def _cited(term: Cited) -> str:
    instead = f"say {term.instead}: " if term.instead else ""
    return f"{instead}{term.id}{f' ({term.source})' if term.source else ''}"


def _has_told(lacks: Missing) -> bool:
    return bool(lacks.told)


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
    for start, end in (place for span in spans for place in _places(text, span)):
        red[start:end] = b"\1" * (end - start)
    parts: list[str] = []
    begin = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or red[end] != red[begin]:
            piece = escape(text[begin:end])
            parts.append(f"[bold red]{piece}[/]" if red[begin] else piece)
            begin = end
    return "".join(parts)


def _places(text: str, span: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = text.find(span) if span else -1
    while at >= 0:
        found.append((at, at + len(span)))
        at = text.find(span, at + 1)
    return found
