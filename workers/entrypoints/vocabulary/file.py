"""The values as a pack: equal values make equal bytes, and a reader may change any line."""

import os
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from schemas.codec import encode_json
from workers.edit.packs import parse
from workers.edit.packs.sheets import MAX_BYTES
from workers.edit.packs.values import MATTERS, Value
from workers.errors import Fatal

_HEAD: Final = """\
# What this shop's catalogue has and no list of Copydesk knows. Copy that names one of these is refused, unless a fact
# of its product has it. Take lines out, add some, put names of one thing into one line; then name the file in
# COPYDESK_EDIT__PACKS.
pack: catalogue-values
values:
"""


def rendered(values: Sequence[Value], most: int) -> tuple[bytes, int]:
    """The file, and how many values there was no room for. Those of the most products go first."""
    lines: list[tuple[int, bytes]] = []
    size = len(_HEAD.encode())
    for value in values[:most]:
        line = _line(value)
        size += len(line)
        if size > MAX_BYTES:
            break
        lines.append((MATTERS.index(value.matter), line))
    in_order = sorted(lines, key=lambda pair: pair[0])
    return b"".join(chain((_HEAD.encode(),), (line for _, line in in_order))), len(values) - len(lines)


def _line(value: Value) -> bytes:
    """JSON's strings are YAML's: no seller's word is read as anything else."""
    forms = ", ".join(encode_json(form).decode() for form in value.forms)
    return f"  - {{matter: {value.matter}, forms: [{forms}], products: {value.products}}}\n".encode()


def write(file: Path, text: bytes) -> None:
    """At once, or not at all; and only what a worker can read. Raises `Fatal`, OSError."""
    parse(file.name, text)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_bytes(text)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def may_write(file: Path) -> None:
    """Told before hours of reading. Raises `Fatal`: somebody may have changed the file by hand."""
    if file.exists():
        raise Fatal("file-exists", f"{file}: --replace takes its place, or give another name")
    if not file.parent.is_dir():
        raise Fatal("no-such-folder", f"{file.parent}: make it first")
