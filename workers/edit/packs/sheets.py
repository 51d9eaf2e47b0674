"""Reads a YAML file into a type; says of a malformed one in which line what is wrong, and how to mend it."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from workers.errors import Misuse

MAX_BYTES: Final = 1 << 20
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MEND: Final = {
    "missing": "add it",
    "extra_forbidden": "take it out, or spell it as the packs that come with Copydesk do",
    "enum": "write one of these",
    "literal_error": "write one of these",
    "too_long": "split it in two",
    "date_from_datetime_parsing": "write it as 2026-09-27",
}
_ELSE: Final = "see the packs that come with Copydesk for how it is written"
T = TypeVar("T")


class Sheet(NamedTuple):
    """A file by its name, which is all that an error tells of where it lies."""

    name: str
    text: bytes


_NOTHING: Final[Mapping[str, tuple[str, ...]]] = {}


def read(sheet: Sheet, shape: TypeAdapter[T], inherited: Mapping[str, tuple[str, ...]] = _NOTHING) -> T:
    """What the file holds. Raises `Misuse`.

    `inherited`: by the name of a list, keys that stand at the head of the file for each of its entries that says
    nothing else.
    """
    if len(sheet.text) > MAX_BYTES:
        raise _malformed(sheet.name, f"{len(sheet.text)} bytes, at most {MAX_BYTES}: split it in two")
    try:
        document = yaml.load(sheet.text, _LOADER)  # noqa: S506  a safe loader, the quick one where there is one
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise _malformed(
            f"{sheet.name}{line}", f"{error.problem or 'no YAML'}: put what has one of {{}}[]:#,*& in quotes"
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _malformed(sheet.name, "no YAML: write it as UTF-8 text, at most a few levels deep") from error
    try:
        return shape.validate_python(_inherit(document, inherited))
    except ValidationError as error:
        raise _malformed(*_told(sheet, error)) from error


def _malformed(place: str, what: str) -> Misuse:
    return Misuse("pack-malformed", f"{place}: {what}")


def _inherit(document: object, inherited: Mapping[str, tuple[str, ...]]) -> object:
    lists = {name: keys for name, keys in inherited.items() if _entries(document, name)}
    if not isinstance(document, dict) or not lists:
        return document
    heads = {name: {key: document[key] for key in keys if key in document} for name, keys in lists.items()}
    taken = {key for head in heads.values() for key in head}
    rest = {key: value for key, value in document.items() if key not in taken}
    return rest | {name: [_with(head, entry) for entry in document[name]] for name, head in heads.items()}


def _entries(document: object, name: str) -> bool:
    return isinstance(document, dict) and isinstance(document.get(name), list)


def _with(head: dict[str, object], entry: object) -> object:
    return {**head, **entry} if isinstance(entry, Mapping) else entry


def _told(sheet: Sheet, error: ValidationError) -> tuple[str, str]:
    first = error.errors(include_url=False)[0]
    where, what = first["loc"], first["msg"].removeprefix("Value error, ")
    line = _line(yaml.compose(sheet.text, _LOADER), where)
    # Words of our own say it themselves.
    mend = "" if first["type"] == "value_error" else f": {_MEND.get(first['type'], _ELSE)}"
    return f"{sheet.name}, line {line}", f"{'.'.join(map(str, where)) or 'the file'}: {what}{mend}"


def _line(node: yaml.Node | None, where: Iterable[int | str]) -> int:
    """The line of the innermost place on the way that is there."""
    line = node.start_mark.line + 1 if node else 1
    for step in where:
        node = _child(node, step)
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


def _child(node: yaml.Node | None, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None
