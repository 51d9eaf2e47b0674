import io

from rich.console import Console

from tests.doubles import ManualClock
from workers.embedded.component import Notice, State
from workers.embedded.finding import Finding, Mark
from workers.embedded.folder import KafkaEntry, PlatformState, ProcessEntry, TritonEntry
from workers.entrypoints.up.view import Story, fetching, finding_table, process_table, summary


def console() -> Console:
    return Console(file=io.StringIO(), width=200)


def shown(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


async def test_a_start_is_told_in_lines_with_their_seconds() -> None:
    screen, clock = console(), ManualClock()
    story = Story(screen, clock)
    await clock.advance(1.75)
    story.tell(Notice("process_started", "kafka", "pid 7"))
    story.tell(Notice("process_ready", "kafka"))
    story.tell(Notice("process_restarting", "triton", "ended with -9\n[log]"))
    assert shown(screen).splitlines() == ["   1.8 s  ok  kafka", "   1.8 s  again  triton: ended with -9"]


def test_processes_are_shown_with_where_their_logs_are() -> None:
    process = ProcessEntry(name="worker-0", state=State.READY, pid=7, started=1.0, restarts=2, log="/d/worker-0.log")
    screen = console()
    screen.print(process_table(PlatformState(state="up", processes=(process,))))
    assert shown(screen).splitlines()[1].split() == ["worker-0", "ready", "7", "2", "/d/worker-0.log"]


def test_a_summary_says_how_to_reach_everything() -> None:
    state = PlatformState(
        kafka=KafkaEntry(bootstrap="h:1"), triton=TritonEntry(grpc="h:2", metrics="h:3"), data_dir="/d"
    )
    assert [line.split() for line in summary(state)] == [
        ["Kafka", "h:1"],
        ["Triton", "h:2", "(metrics:", "h:3)"],
        ["Data", "/d"],
    ]


def test_a_finding_is_shown_with_its_remedy_and_no_markup_of_its_own() -> None:
    screen = console()
    screen.print(finding_table([Finding("java", Mark.BAD, "none [of 17]", "install a JRE")]))
    assert [part.strip() for part in shown(screen).splitlines()] == ["bad  java  none [of 17]", "→ install a JRE"]


def test_progress_may_begin_again_after_it_seemed_done() -> None:
    screen = console()
    with fetching(screen) as progress:
        progress("kafka", 5, 5)
        progress("triton", 0, 0)
        progress("triton", 1, 1)
    assert "Error" not in shown(screen)
