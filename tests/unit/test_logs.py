"""What a log line says, and what it must never say."""

import asyncio
import io
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest

from schemas.codec import decode_json
from workers.errors import Permanent
from workers.logs import bound, configure, get_log, scrubbed
from workers.outcome import Position

SECRET = "Hand-woven by Aunt Mei"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    kept = (root.handlers[:], root.level, sys.excepthook, threading.excepthook)
    target = io.StringIO()
    yield target
    root.handlers[:], root.level, sys.excepthook, threading.excepthook = kept
    logging.captureWarnings(capture=False)


def lines(stream: io.StringIO) -> list[dict]:
    return [decode_json(line.encode(), 1 << 20) for line in stream.getvalue().splitlines()]


def test_a_line_is_an_event_and_facts_with_a_utc_time_first(stream):
    configure("json", "info", stream)
    get_log("worker").info("worker_ready", partitions=3, ratio=0.5, restored=True, note=None)
    (line,) = lines(stream)
    assert list(line)[:3] == ["timestamp", "level", "event"]
    assert line["timestamp"].endswith("Z")
    assert (line["level"], line["event"], line["logger"]) == ("info", "worker_ready", "worker")
    assert (line["partitions"], line["ratio"], line["restored"], line["note"]) == (3, 0.5, True, None)


def test_what_is_below_the_level_is_not_written(stream):
    configure("json", "warning", stream)
    get_log().info("worker_ready")
    get_log().debug("worker_ready")
    logging.getLogger("aiokafka").info("hello")
    get_log().warning("worker_stopping")
    assert [line["event"] for line in lines(stream)] == ["worker_stopping"]


def test_a_logger_made_before_the_configuration_speaks_after_it(stream):
    log = get_log("early")
    configure("json", "info", stream)
    log.info("worker_ready")
    assert len(lines(stream)) == 1


@pytest.mark.parametrize("library", ["faust.worker", "mode.services", "aiokafka.consumer.fetcher", "asyncio"])
def test_a_librarys_sentence_becomes_a_fact_of_one_event(stream, library):
    configure("json", "info", stream)
    logging.getLogger(library).warning("\x1b[1m[^-Worker]\x1b[0m: lost %s partitions", 4)
    (line,) = lines(stream)
    assert line["event"] == "library_log"
    assert line["logger"] == library
    assert line["message"] == "[^-Worker]: lost 4 partitions"
    assert line["level"] == "warning"


def test_warnings_come_in_the_same_stream(stream):
    configure("json", "info", stream)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        logging.captureWarnings(capture=True)
        warnings.warn("old thing", DeprecationWarning, stacklevel=1)
    (line,) = lines(stream)
    assert line["event"] == "library_log"
    assert "old thing" in line["message"]


def test_ids_are_bound_once_for_everything_inside_tasks_and_libraries_too(stream):
    configure("json", "info", stream)

    async def inside():
        get_log().info("event_dead_lettered")
        logging.getLogger("aiokafka").error("no broker")

    async def outside():
        with bound(Position("product-created", 3, 41), "evt-9"):
            await asyncio.gather(inside())
        get_log().info("worker_stopped")

    asyncio.run(outside())
    first, second, last = lines(stream)
    for line in (first, second):
        assert (line["topic"], line["partition"], line["offset"], line["event_id"]) == (
            "product-created",
            3,
            41,
            "evt-9",
        )
    assert "topic" not in last


@pytest.mark.parametrize(
    "name", ["payload", "value", "key", "headers", "seller_text", "seller_id", "seller", "prompt", "title"]
)
def test_what_people_wrote_is_never_a_fact(stream, name):
    configure("json", "info", stream)
    get_log().info("event_dead_lettered", **{name: SECRET})
    assert SECRET not in stream.getvalue()
    assert lines(stream)[0][name] == f"[redacted, {len(SECRET)}]"


def test_bytes_are_never_written_whatever_the_fact_is_called(stream):
    configure("json", "info", stream)
    get_log().info("event_dead_lettered", raw=SECRET.encode(), parts=[SECRET.encode()], holder={"v": SECRET.encode()})
    assert SECRET not in stream.getvalue()


def test_a_librarys_message_and_exception_lose_the_bytes_they_quote(stream):
    configure("json", "info", stream)
    try:
        {}[SECRET.encode()]
    except KeyError:
        logging.getLogger("aiokafka").exception("cannot handle %r", SECRET.encode())
    assert SECRET not in stream.getvalue()
    (line,) = lines(stream)
    assert line["message"] == "cannot handle [bytes]"
    assert line["kind"] == "KeyError"
    assert "test_logs.py" in line["frames"][-1]


@pytest.mark.parametrize("style", ["json", "console"])
def test_an_unexpected_error_tells_its_frames_and_no_variables(stream, style):
    configure(style, "info", stream)
    try:
        int(SECRET)
    except ValueError as error:
        get_log().error("worker_failed", exc_info=error)
    assert SECRET not in stream.getvalue()
    assert "invalid literal for int() with base 10: [quoted]" in stream.getvalue()
    assert "test_an_unexpected_error" in stream.getvalue()


def test_our_own_faults_are_told_whole_because_they_quote_no_values(stream):
    configure("json", "info", stream)
    get_log().error("event_dead_lettered", exc_info=Permanent("wrong-type", "in `title`"))
    assert lines(stream)[0]["said"] == "wrong-type: in `title`"


def test_the_console_has_no_colours_when_it_is_no_terminal(stream):
    configure("console", "info", stream)
    get_log().info("worker_ready", n=1)
    assert "\x1b" not in stream.getvalue()
    assert "worker_ready" in stream.getvalue()


def test_an_exception_that_nobody_catches_is_a_line_like_any_other(stream):
    configure("json", "info", stream)
    thread = threading.Thread(target=lambda: 1 / 0, name="fetcher")
    thread.start()
    thread.join()
    error = ValueError("late")
    sys.excepthook(ValueError, error, None)
    in_thread, at_top = lines(stream)
    assert (in_thread["event"], in_thread["thread"]) == ("thread_failed", "fetcher")
    assert (at_top["event"], at_top["said"]) == ("process_failed", "late")


def test_a_rejected_value_in_pydantics_words_is_taken_out():
    told = f"title: too long [type=string_too_long, input_value='{SECRET}', input_type=str]"
    assert scrubbed(told) == "title: too long [type=string_too_long, input_value=[redacted], input_type=str]"


def test_a_sentence_has_a_bound():
    assert len(scrubbed("x" * 100_000)) == 501
