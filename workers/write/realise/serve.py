"""The realiser as a model: prompt in, a row out, with its own status. `model_repository/writer` is its shell.

Standard library only.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from workers.plan.brief import Brief
from workers.write.prompts.compact import (
    NAME,
    BadPromptError,
    Canary,
    Served,
    UnknownPackError,
    read,
    write_canary,
)

OK: Final = "ok"
BAD_PROMPT: Final = "bad-prompt"
UNKNOWN_PACK: Final = "unknown-pack"
CANNOT_REALISE: Final = "cannot-realise"

_TOKEN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")

Realise = Callable[[Brief, int, Sequence[str]], str]

_ROOT: Final = Path(__file__).resolve().parents[3]
_SOURCES: Final = (
    "schemas/kinds.py",
    "workers/plan/brief.py",
    "workers/plan/lexicon",
    "workers/write/prompts/compact.py",
    "workers/write/realise",
)


@dataclass(frozen=True, slots=True)
class Reply:
    """One row of the output tensors. Tokens are words; in Chinese and Japanese, characters."""

    text: str
    tokens_in: int
    tokens_out: int
    finish: str
    status: str


def answer_prompt(prompt: bytes, realise: Realise) -> Reply:
    """Never raises: what is wrong with a row is its status, so that its batch goes on."""
    try:
        asked = read(prompt)
        if isinstance(asked, Canary):
            return Reply(write_canary(Served(fingerprint(), (NAME,))), 0, 0, "stop", OK)
        return _realised(realise(asked.brief, asked.attempt, [words for _, words in asked.avoid if words]), prompt)
    except BadPromptError:
        return _refused(BAD_PROMPT)
    except UnknownPackError:
        return _refused(UNKNOWN_PACK)
    except Exception:  # noqa: BLE001  whatever the realiser trips over is this row's, not its neighbours'
        return _refused(CANNOT_REALISE)


@cache
def fingerprint() -> str:
    """SHA-256 over the realiser's sources, its lexicon and the pack, in hex; as they were at first."""
    state = sha256()
    for name in _SOURCES:
        for path in _files(_ROOT / name):
            data = path.read_bytes()
            title = path.relative_to(_ROOT).as_posix().encode()
            state.update(len(title).to_bytes(4, "big") + title + len(data).to_bytes(8, "big") + data)
    return state.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return sorted(found, key=lambda file: file.as_posix())


def _realised(text: str, prompt: bytes) -> Reply:
    return Reply(text, _tokens(prompt.decode()), _tokens(text), "stop", OK)


def _refused(status: str) -> Reply:
    return Reply("", 0, 0, "error", status)


def _tokens(text: str) -> int:
    return sum(1 for _ in _TOKEN.finditer(text))
