"""The command line itself: what it lists, what it opens, how it tells an error."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import workers
from schemas.codec import decode_json
from workers.entrypoints.audit.cli import moment_of, question_of
from workers.entrypoints.cli import EXIT_CODES, app
from workers.entrypoints.screen import errors, screen, told
from workers.errors import DoNotRestart, Exit, Fatal, Transient
from workers.settings import Kafka, Settings

ROOT = Path(workers.__file__).parents[1]
EXAMPLES = ROOT / "schemas" / "examples" / "product-created" / "v1"
HEAVY = (
    "aiokafka confluent_kafka cryptography faust grpc mode numpy prometheus_client rocksdict tritonclient uvloop yaml"
).split()
COMMANDS = "audit demo doctor down explain logs produce status tail topics try up worker".split()


def run(*arguments: str, **more: object):
    return CliRunner().invoke(app, arguments, **more)


def test_every_command_is_listed_and_has_a_sentence():
    shown = run("--help").stdout
    listed = {line.split()[1] for line in shown.splitlines() if line.startswith("│ ") and line[2:3] != " "}
    assert set(COMMANDS) <= listed
    for command in app.registered_commands:
        assert command.callback.__doc__, command.name


def test_exit_codes_are_documented():
    shown = " ".join(run("--help").stdout.split())
    assert set(EXIT_CODES) == set(Exit)
    for code, meaning in EXIT_CODES.items():
        assert f"{code.value} {meaning}" in shown


def commands(group: typer.core.TyperGroup, *above: str) -> Iterator[tuple[tuple[str, ...], typer.core.TyperCommand]]:
    for name, command in group.commands.items():
        if isinstance(command, typer.core.TyperGroup):
            yield from commands(command, *above, name)
        else:
            yield (*above, name), command


def test_help_says_all_that_is_written_of_an_option(monkeypatch):
    """What stands in brackets is markup to the terminal, and gone."""
    monkeypatch.setenv("COLUMNS", "400")
    for path, command in commands(typer.main.get_group(app)):
        shown = run(*path, "--help").stdout
        assert [one.name for one in command.params if (one.help or "") not in shown] == [], path


@pytest.mark.parametrize("arguments", [("--help",), ("audit", "--help"), ("worker", "--help")])
def test_help_opens_no_heavy_library(arguments):
    script = (
        "import sys\n"
        "from workers.entrypoints.cli import app\n"
        f"app({list(arguments)!r}, standalone_mode=False)\n"
        f"print(sorted(set({HEAVY!r}) & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_only_the_worker_imports_faust():
    entrypoints = ROOT / "workers" / "entrypoints"
    named = {path.stem for path in entrypoints.glob("*.py") if "entrypoints.stream" in path.read_text()}
    assert named <= {"worker", "stream", "logs"}


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Transient("broker-away", "no connection"), Exit.FAILED),
        (Fatal("unknown-topic", "product-copy"), Exit.FAILED),
        (DoNotRestart("writer-contract", "a tensor is missing"), Exit.DO_NOT_RESTART),
        (FileNotFoundError(2, "No such file or directory", "shop.csv"), Exit.FAILED),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(fault, code, capsys):
    with pytest.raises(typer.Exit) as ended, told():
        raise fault
    assert ended.value.exit_code == code
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert ": " in line


def test_whoever_reads_no_further_is_told_nothing(capsys):
    with pytest.raises(BrokenPipeError), told():
        raise BrokenPipeError(32, "Broken pipe")
    assert capsys.readouterr().err == ""


def test_an_error_whose_detail_does_not_say_what_to_do_gets_the_fix(capsys):
    with pytest.raises(typer.Exit), told():
        raise Transient("broker-away", "no connection")
    assert "`copydesk up` starts one" in capsys.readouterr().err


def test_a_story_of_several_lines_is_told_in_one(capsys):
    with pytest.raises(typer.Exit), told():
        raise Fatal("platform-not-started", "exit 1; the log ends with:\n  line one\n  line two [x]")
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert line.endswith("line one line two [x]")


def test_a_setting_that_is_out_of_bounds_is_named_as_it_is_written(capsys, monkeypatch):
    monkeypatch.setenv("COPYDESK_KAFKA__PARTITIONS", "0")
    with pytest.raises(typer.Exit) as ended, told():
        Settings()
    assert ended.value.exit_code == Exit.USAGE
    assert "COPYDESK_KAFKA__PARTITIONS" in capsys.readouterr().err


def test_without_a_terminal_there_are_no_colours(capsys):
    screen().print("[red]red[/]")
    errors().print("[red]red[/]")
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("red\n", "red\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90s", 10_000_000 - 90_000),
        ("2h", 10_000_000 - 7_200_000),
        ("3d", 0),
        ("1970-01-01T00:01", 60_000),
        ("1970-01-01T01:01+01:00", 60_000),
    ],
)
def test_a_moment_is_an_age_or_a_time(text, expected):
    assert moment_of(text, 10_000_000) == expected


@pytest.mark.parametrize("text", ["soon", "5", "h", "-2h"])
def test_what_is_no_moment_is_refused_with_examples(text):
    with pytest.raises(Fatal, match="give 2h, 3d"):
        moment_of(text, 0)


def test_an_audit_is_asked_of_input_topics_only():
    assert [t.name for t in question_of(["product-created"], Kafka(), "").topics] == ["product-created"]
    with pytest.raises(Fatal, match="product-created"):
        question_of(["product-copy"], Kafka(), "")


def test_try_shows_an_events_way_for_people():
    result = run("try", str(EXAMPLES / "linen-shirt.json"))
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("published  product-created/0/0\n")
    for part in ("Harbour & Pine", "linen", "description", "→ product-copy", "→ catalogue", "→ copy-ledger"):
        assert part in result.stdout
    assert "\x1b" not in result.stdout


def test_try_shows_an_events_way_for_scripts():
    told = decode_json(run("try", "--json", str(EXAMPLES / "linen-shirt.json")).stdout.encode(), 1 << 20)
    assert told["verdict"] == "published"
    assert {fact["name"] for fact in told["facts"]} >= {"name", "brand", "colour"}
    assert {copy["origin"] for copy in told["copy"]} == {"model"}
    assert {record["topic"] for record in told["records"]} == {"product-copy", "catalogue", "copy-ledger"}


def test_try_takes_several_events_one_after_another():
    shirt = str(EXAMPLES / "linen-shirt.json")
    told = decode_json(run("try", "--json", shirt, shirt).stdout.encode(), 1 << 20)
    assert [one["verdict"] for one in told] == ["published", "unchanged"]


@pytest.mark.parametrize(("attempts", "candidates", "drafts"), [(1, 1, 1), (2, 1, 2), (3, 2, 5)])
def test_try_asks_as_often_as_a_worker_would(tmp_path, monkeypatch, attempts, candidates, drafts):
    pack = tmp_path / "own.yaml"
    pack.write_text("pack: own\nlanguage: en\nvoice: [{id: words, never: [linen]}]\n")
    monkeypatch.setenv("COPYDESK_EDIT__PACKS", f'["{pack}"]')
    monkeypatch.setenv("COPYDESK_WRITE__ATTEMPTS", str(attempts))
    monkeypatch.setenv("COPYDESK_EDIT__CANDIDATES", str(candidates))
    told = decode_json(run("try", "--json", str(EXAMPLES / "linen-shirt.json")).stdout.encode(), 1 << 20)
    assert max(Counter(draft["brief_id"] for draft in told["drafts"]).values()) == drafts


def test_try_says_why_an_event_is_a_dead_letter():
    result = run("try", "-", input='{"id": "mug-1"}')
    assert result.exit_code == 0
    assert result.stdout.startswith("dead-lettered (missing-field)")
    assert "in `locales`" in result.stdout


def test_try_says_which_topics_there_are():
    result = run("try", "--topic", "nope", str(EXAMPLES / "minimal.json"))
    assert result.exit_code == 1
    assert "product-created" in result.stderr


def test_a_dry_run_of_produce_shows_what_the_fields_become(tmp_path):
    file = tmp_path / "shop.csv"
    file.write_text("sku,name,colour\n,Mug,blue\np-2,Bowl,white\n")
    result = run("produce", "products", str(file), "--dry-run", "--map", "id=sku")
    assert result.exit_code == 0, result.output
    assert '"id": "p-2"' in result.stdout
    assert "title <- name" in result.stderr
    assert "missing-field" in result.stderr


def test_produce_without_a_file_says_so():
    result = run("produce", "products", "nowhere.csv", "--dry-run")
    assert result.exit_code == Exit.USAGE
    assert result.stderr.startswith("no-such-file: ")
