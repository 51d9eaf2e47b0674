"""A person's own editor over a text: the one that their shell names."""

import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from workers.errors import Fatal

USUAL: Final = "vi"


def edited(text: str, environment: Mapping[str, str]) -> str:
    """What the editor leaves of the text. Raises `Fatal` where it cannot be started, or says that it failed."""
    command = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "") or [USUAL]
    with TemporaryDirectory(prefix="copydesk-") as folder:
        path = Path(folder) / "copy.txt"
        path.write_text(f"{text}\n", encoding="utf-8")
        try:
            subprocess.run([*command, str(path)], check=True)  # noqa: S603  as their shell has it, no shell in between
        except (OSError, subprocess.CalledProcessError) as error:
            raise Fatal("editor-failed", f"{command[0]}: {error}; EDITOR names another, --text needs none") from error
        return path.read_text(encoding="utf-8")
