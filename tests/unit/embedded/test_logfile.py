from pathlib import Path

from workers.embedded.logfile import LOG_BYTES, LogTail, rotate, tail_of


def test_three_files_of_a_log_are_kept(tmp_path: Path) -> None:
    log = tmp_path / "log"
    for content in (b"a", b"b", b"c", b"d"):
        log.write_bytes(content * (LOG_BYTES + 1))
        rotate(log)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log", "log.1", "log.2"]
    assert (tmp_path / "log.1").read_bytes()[:1] == b"d"
    assert (tmp_path / "log.2").read_bytes()[:1] == b"c"


def test_a_small_log_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"x" * LOG_BYTES)
    rotate(tmp_path / "log")
    assert [path.name for path in tmp_path.iterdir()] == ["log"]


def test_the_tail_of_a_log_is_its_last_lines(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("\n".join(str(number) for number in range(100_000)))
    assert tail_of(tmp_path / "log", 2) == "99998\n99999"
    assert tail_of(tmp_path / "absent", 2) == ""


def test_a_followed_log_gives_whole_lines_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("before\n")
    tail = LogTail("kafka", log)
    assert tail.last(5) == ["before"]
    with log.open("a") as file:
        file.write("one\ntw")
        file.flush()
        assert tail.more() == ["one"]
        file.write("o\n")
        file.flush()
        assert tail.more() == ["two"]
    assert tail.more() == []


def test_a_followed_log_that_was_cut_is_read_from_its_beginning(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("a long line before\n")
    tail = LogTail("kafka", log)
    log.write_text("after\n")
    assert tail.more() == ["after"]
