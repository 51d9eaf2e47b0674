"""The read side's own files, read once at its start: the widget, and with the demo its shop."""

from pathlib import Path
from typing import Final

from workers.errors import Fatal
from workers.web import pages
from workers.web.pages import TYPES, Page

STATIC: Final = Path(pages.__file__).parent / "static"
WIDGET: Final = "widget.js"
DEMO: Final = "demo"
INDEX: Final = "index.html"
MAX_BYTES: Final = 1 << 20
MAX_FILES: Final = 64


def widget_in(folder: Path) -> dict[str, Page]:
    """By path. Raises `Fatal` for a file that is missing: an installation that is not whole is not served from."""
    return {f"/{WIDGET}": _read(folder / WIDGET)}


def demo_in(folder: Path) -> dict[str, Page]:
    """The demo shop's files; what is of no kind that a browser loads is left where it is."""
    files = sorted(path for path in (folder / DEMO).glob("*") if path.suffix in TYPES)[:MAX_FILES]
    found = {f"/{DEMO}/{path.name}": _read(path) for path in files}
    index = found.get(f"/{DEMO}/{INDEX}")
    return found if index is None else {**found, f"/{DEMO}/": index}


def _read(path: Path) -> Page:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise Fatal("static-missing", f"{path}: {error.strerror}; install the package again") from error
    if len(body) > MAX_BYTES:
        raise Fatal("static-too-large", f"{path}: {len(body)} bytes")
    return Page(body, TYPES[path.suffix])
