"""Records out of files: JSON lines, a JSON array, CSV, a YAML list. Lines are streamed, never a whole file of them."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

import yaml

from schemas.codec import Undecodable, decode_json
from workers.errors import Misuse

LINE_LIMIT: Final = 1 << 20
"""Bytes of one record."""
WHOLE_FILE_LIMIT: Final = 64 << 20
"""Bytes of a JSON array or of YAML: they are read whole."""
_BOM: Final = b"\xef\xbb\xbf"
_ABSENT: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Format(StrEnum):
    """What a file may be."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    YAML = "yaml"


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it stands in the file. `place` is for people: "line 12"."""

    place: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A record that cannot be sent. `reason` is an identifier; `detail` says what is wrong, and the fix."""

    place: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that is sound, but nothing for the topic. `what` is an identifier; it fails nothing."""

    place: str
    what: str


_SUFFIXES: Final = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
}


def format_of(path: Path, name: str = "") -> Format:
    """The format that was named, else what the suffix says. Raises `Misuse`."""
    if name:
        if name not in list(Format):
            raise Misuse("unknown-format", f"{name!r}: --format takes {', '.join(Format)}")
        return Format(name)
    if path.suffix.lower() not in _SUFFIXES:
        raise Misuse("unknown-format", f"{path.name}: say which it is, --format {'|'.join(Format)}")
    return _SUFFIXES[path.suffix.lower()]


def read(path: Path, form: Format) -> Iterator[Row | BadRow]:
    """The file's records, in order. Raises `Misuse` for a file that cannot be read to its end."""
    try:
        yield from _READERS[form](path)
    except UnicodeDecodeError as error:
        raise Misuse("not-utf8", f"{path}: byte {error.start}; iconv -t utf-8 converts a file") from error
    except FileNotFoundError as error:
        raise Misuse("no-such-file", str(path)) from error
    except IsADirectoryError as error:
        raise Misuse("no-file", f"{path} is a folder") from error


def _json_lines(path: Path) -> Iterator[Row | BadRow]:
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), start=1):
            text = line.removeprefix(_BOM) if number == 1 else line
            if text.strip():
                yield _json_line(f"line {number}", text)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines; of a longer one than the limit, so much that it is seen to be longer."""
    while line := file.readline(LINE_LIMIT + 1):
        rest = line
        while len(rest) > LINE_LIMIT and not rest.endswith(b"\n"):
            rest = file.readline(LINE_LIMIT + 1)
        yield line


def _json_line(place: str, text: bytes) -> Row | BadRow:
    try:
        document = decode_json(text, LINE_LIMIT)
    except Undecodable as fault:
        return BadRow(place, str(fault.reason), f"{fault.detail or 'no JSON object'}; one JSON object a line")
    return _row(place, document)


def _row(place: str, document: object) -> Row | BadRow:
    if isinstance(document, dict):
        return Row(place, document)
    return BadRow(place, "no-object", f"a record is an object of fields, this is a {type(document).__name__}")


def _json_array(path: Path) -> Iterator[Row | BadRow]:
    return json_items(path, _list_in, "; is it one object a line? then --format jsonl")


def json_items(path: Path, items_in: Callable[[object], Sequence[object]], fix: str) -> Iterator[Row | BadRow]:
    """What `items_in` finds in a file that is one JSON document. Raises `Misuse`, with `fix` if it is none."""
    try:
        document = decode_json(_whole(path).removeprefix(_BOM), WHOLE_FILE_LIMIT)
    except Undecodable as fault:
        hint = fix if fault.reason == "malformed-json" else ""
        raise Misuse(str(fault.reason), f"{path}: {fault.detail}{hint}") from fault
    for number, item in enumerate(items_in(document), start=1):
        yield _row(f"item {number}", item)


def _list_in(document: object) -> list[Any]:
    """The list itself, the one under `products`, the only one there is; a lone object is a list of one."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return [document]
    lists = {name: value for name, value in document.items() if isinstance(value, list)}
    if "products" in lists:
        return lists["products"]
    only = list(lists.values())
    alone = len(only) == 1 and only[0] and all(isinstance(item, dict) for item in only[0])
    return only[0] if alone and not {"id", "title", "name"} & document.keys() else [document]


def _csv(path: Path) -> Iterator[Row | BadRow]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline(LINE_LIMIT)
        delimiter = max(",;\t|", key=header.count)
        table = csv.reader(chain((header,), file), delimiter=delimiter)
        try:
            columns = [name.strip() for name in next(table, [])]
            for cells in table:
                if any(cells):
                    yield _csv_row(f"line {table.line_num}", columns, cells)
        except csv.Error as error:
            where = f"{path}, line {table.line_num}"
            raise Misuse("malformed-csv", f"{where}: {error}; is a quotation mark left open?") from error


def _csv_row(place: str, columns: list[str], cells: list[str]) -> Row | BadRow:
    if len(cells) != len(columns):
        detail = f"{len(cells)} columns, the header has {len(columns)}; quote a value that holds the delimiter"
        return BadRow(place, "wrong-columns", detail)
    return Row(place, dict(zip(columns, cells, strict=True)))


def _yaml(path: Path) -> Iterator[Row | BadRow]:
    # The base loader makes strings of all scalars: 1.10 stays 1.10, NO stays Norway, and nothing is constructed.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(_whole(path))
    try:
        root = loader.get_single_node()
        for item in _items(root):
            row = _row(f"line {item.start_mark.line + 1}", loader.construct_document(item))
            yield Row(row.place, _present(row.fields)) if isinstance(row, Row) else row
    except (yaml.YAMLError, RecursionError) as error:
        raise Misuse("malformed-yaml", f"{path}: {' '.join(str(error).split()) or 'nested too deep'}") from error
    finally:
        loader.dispose()


def _items(root: yaml.Node | None) -> list[Any]:
    if isinstance(root, yaml.SequenceNode):
        return list(root.value)
    if isinstance(root, yaml.MappingNode):
        for name, value in root.value:
            if name.value == "products" and isinstance(value, yaml.SequenceNode):
                return list(value.value)
    return [] if root is None else [root]


def _present(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if not (isinstance(value, str) and value in _ABSENT)}


def _whole(path: Path) -> bytes:
    size = path.stat().st_size
    if size > WHOLE_FILE_LIMIT:
        raise Misuse("over-long", f"{path}: {size} bytes are too many to read at once; make it JSON lines")
    return path.read_bytes()


_READERS: Final = {
    Format.JSONL: _json_lines,
    Format.JSON: _json_array,
    Format.CSV: _csv,
    Format.YAML: _yaml,
}
