"""Logs as events and facts: names from `telemetry.LogEvent`, ids bound once, libraries in the same stream.

Faust must be started so that it leaves logging alone: `faust.Worker` with `override_logging=False` (else it
clears the root logger's handlers), `redirect_stdouts=False` (else every `print` becomes a warning) and
`quiet=True` with no spinner (its spinner sets the root logger to DEBUG); or, as `entrypoints/stream.py` does,
without `faust.Worker`.
"""

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Final, Literal, TextIO, cast

import structlog
from structlog.typing import Processor

from workers.errors import Fault
from workers.outcome import Position
from workers.telemetry import LogEvent

Format = Literal["json", "console"]
Facts = MutableMapping[str, Any]

FOREIGN: Final[LogEvent] = "library_log"
HIDDEN: Final = frozenset(
    {"payload", "value", "key", "headers", "prompt", "text", "title", "seller_text", "seller_id", "seller", "draft"}
)
"""Facts of these names hold what people wrote or who they are: a log only says how long they were."""

MAX_TEXT: Final = 500
MAX_FRAMES: Final = 40
_ROOT: Final = "copydesk"
_BYTES: Final = re.compile(r"""\bb(?:'(?:[^'\\]|\\.)*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$))""")
_INPUT: Final = re.compile(r"input_value=.*?(?=, input_type=|$)")
_QUOTED: Final = re.compile(r"""'(?:[^'\\]|\\.)*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)""")
_QUOTING: Final = (ValueError, TypeError, LookupError, AssertionError)
"""Errors about a value: their messages quote it."""
_ANSI: Final = re.compile(r"\x1b\[[0-9;]*m")


class Log:
    """A logger whose events are named in one list. Facts are identifiers and numbers, never a payload."""

    __slots__ = ("_logger",)

    def __init__(self, name: str) -> None:
        self._logger: Any = structlog.stdlib.get_logger(name)

    def debug(self, event: LogEvent, /, **facts: object) -> None:
        self._logger.debug(event, **facts)

    def info(self, event: LogEvent, /, **facts: object) -> None:
        self._logger.info(event, **facts)

    def warning(self, event: LogEvent, /, **facts: object) -> None:
        self._logger.warning(event, **facts)

    def error(self, event: LogEvent, /, **facts: object) -> None:
        """Give `exc_info=error` where the stack should be told: frames and type, no variables."""
        self._logger.error(event, **facts)


def get_log(name: str = _ROOT) -> Log:
    """A logger. May be made before `configure`; it speaks after it."""
    return Log(name)


@contextmanager
def bound(position: Position, event_id: str = "") -> Iterator[None]:
    """Everything that is logged inside, here and in tasks made here, says which event it is about."""
    facts: dict[str, object] = {**position._asdict()} | ({"event_id": event_id} if event_id else {})
    with structlog.contextvars.bound_contextvars(**facts):
        yield


def configure(format: str, level: str, stream: TextIO | None = None) -> None:  # noqa: A002  as the setting is called
    """Once, at the start of a process: everything that logs writes lines of `format` to `stream` (stderr).

    Called again, it replaces what it did. `format` is "json" or "console", `level` one of logging's names.
    """
    target = stream or sys.stderr
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_foreign, *_shared()],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _stack,
                _redacted,
                *_renderers(cast("Format", format), target),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _uncaught(_kind: object, error: BaseException, _stack: object) -> None:
    get_log().error("process_failed", exc_info=error)


def _uncaught_in_thread(told: threading.ExceptHookArgs) -> None:
    get_log().error("thread_failed", exc_info=told.exc_value, thread=told.thread.name if told.thread else "")


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _renderers(format: Format, target: TextIO) -> list[Processor]:  # noqa: A002  as the setting is called
    if format == "console":
        return [structlog.dev.ConsoleRenderer(colors=target.isatty(), pad_event_to=24, sort_keys=False)]
    return [_ordered, structlog.processors.JSONRenderer(ensure_ascii=False)]


def _foreign(_logger: object, _method: str, facts: Facts) -> Facts:
    """A library's sentence becomes a fact of the one event that all libraries share."""
    record: logging.LogRecord = facts["_record"]
    facts["message"] = _ANSI.sub("", str(facts["event"])).strip()
    facts["event"] = FOREIGN
    facts["logger"] = record.name
    return facts


def _stack(_logger: object, _method: str, facts: Facts) -> Facts:
    """An exception as its type, what it may say of itself, and frames: never what their variables held."""
    told = facts.pop("exc_info", None)
    facts.pop("stack_info", None)
    error = _exception(told)
    if error is not None:
        facts["kind"] = type(error).__name__
        facts["said"] = _said(error)
        frames = traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:]
        facts["frames"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return facts


def _said(error: BaseException) -> str:
    if isinstance(error, Fault):
        return str(error)
    told = scrubbed(str(error))
    return _QUOTED.sub("[quoted]", told) if isinstance(error, _QUOTING) else told


def _exception(told: object) -> BaseException | None:
    if isinstance(told, BaseException):
        return told
    found = sys.exc_info() if told is True else told
    if isinstance(found, tuple) and isinstance(found[1], BaseException):
        return found[1]
    return None


def _redacted(_logger: object, _method: str, facts: Facts) -> Facts:
    return {name: _hidden(value) if name in HIDDEN else _plain(value) for name, value in facts.items()}


def _hidden(value: object) -> str:
    size = len(value) if isinstance(value, str | bytes | list | tuple | dict) else 0
    return f"[redacted, {size}]" if size else "[redacted]"


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return _hidden(bytes(value))
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(part) for part in list(value)[:MAX_FRAMES]]
    return scrubbed(str(value))


def scrubbed(text: str) -> str:
    """A sentence without the bytes and values that libraries quote, cut to `MAX_TEXT` characters."""
    short = _INPUT.sub("input_value=[redacted]", _BYTES.sub("[bytes]", text))
    return short if len(short) <= MAX_TEXT else f"{short[:MAX_TEXT]}…"


def _ordered(_logger: object, _method: str, facts: Facts) -> Facts:
    first = ("timestamp", "level", "event")
    return {name: facts[name] for name in first if name in facts} | {
        name: value for name, value in facts.items() if name not in first
    }
