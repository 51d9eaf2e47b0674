from pathlib import Path

import pytest

from workers.embedded.class_archive import ClassArchive, archive_for
from workers.embedded.java import Java
from workers.embedded.kafka import KafkaNode, classpath_of, server_properties
from workers.embedded.process import Ended
from workers.embedded.triton import TritonNode
from workers.embedded.triton_home import Python, TritonHome
from workers.errors import Fatal

HOME = TritonHome(Path("/cache/triton"), Python(Path("/usr/bin/python3.11"), (3, 11), Path("/usr/lib")))


def triton(folder: Path, http_port: int = 0) -> TritonNode:
    (folder / "models").mkdir()
    return TritonNode(HOME, folder / "models", folder / "run", folder / "log", 8001, 8002, "unique_", {}, http_port)


def kafka(folder: Path) -> KafkaNode:
    return KafkaNode(
        folder=folder,
        log=folder / "kafka.log",
        port=9092,
        controller_port=9093,
        java=Java(Path("/jvm/bin/java"), 17, "PATH"),
        classpath=(Path("/jars/a.jar"), Path("/jars/b.jar")),
        classes=ClassArchive(folder / "classes.jsa"),
        environment={"HOME": "/home/ada"},
    )


def option(argv: tuple[str, ...], name: str) -> str:
    return argv[argv.index(name) + 1]


def test_kafka_listens_on_loopback_only_and_keeps_its_data_in_the_folder() -> None:
    lines = dict(line.split("=", 1) for line in server_properties(Path("/data"), 9092, 9093).splitlines())
    assert lines["listeners"] == "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093"
    assert lines["controller.quorum.voters"] == "1@127.0.0.1:9093"
    assert lines["log.dirs"] == "/data"
    assert lines["auto.create.topics.enable"] == "false"


def test_kafka_runs_in_a_small_heap_over_the_given_jars(tmp_path: Path) -> None:
    command = kafka(tmp_path).command()
    assert command.argv[0] == "/jvm/bin/java"
    assert "-Xmx256m" in command.argv
    assert option(command.argv, "-cp") == "/jars/a.jar:/jars/b.jar"
    assert command.argv[-2:] == ("kafka.Kafka", str(tmp_path / "server.properties"))


def test_kafkas_classes_are_archived_by_a_clean_stop_and_used_from_then_on(tmp_path: Path) -> None:
    node = kafka(tmp_path)
    written = tmp_path / "classes.jsa.9092"
    assert f"-XX:ArchiveClassesAtExit={written}" in node.command().argv
    node.keep_classes(Ended(143, forced=False))
    written.write_bytes(b"half")
    node.keep_classes(Ended(-9, forced=True))
    assert list(tmp_path.iterdir()) == []
    written.write_bytes(b"classes")
    node.keep_classes(Ended(143, forced=False))
    assert f"-XX:SharedArchiveFile={tmp_path}/classes.jsa" in node.command().argv


def test_a_damaged_archive_of_classes_is_not_used_and_written_anew(tmp_path: Path) -> None:
    node = kafka(tmp_path)
    (tmp_path / "classes.jsa.9092").write_bytes(b"classes")
    node.keep_classes(Ended(143, forced=False))
    (tmp_path / "classes.jsa").write_bytes(b"classe")
    assert any(one.startswith("-XX:ArchiveClassesAtExit") for one in node.command().argv)


def test_another_java_or_other_jars_have_another_archive(tmp_path: Path) -> None:
    java = Java(Path("/jvm/bin/java"), 17, "PATH")
    jars = [Path("/jars/a.jar"), Path("/jars/b.jar")]
    paths = {
        archive_for(one, some, tmp_path).path
        for one, some in [(java, jars), (java, jars[:1]), (Java(java.path, 25, "PATH"), jars)]
    }
    assert len(paths) == 3


def test_a_kafka_home_without_jars_is_named(tmp_path: Path) -> None:
    with pytest.raises(Fatal, match=f"kafka-home-empty: KAFKA_HOME={tmp_path}"):
        classpath_of(tmp_path)
    (tmp_path / "libs").mkdir()
    (tmp_path / "libs" / "kafka.jar").touch()
    assert classpath_of(tmp_path) == (tmp_path / "libs" / "kafka.jar",)


def test_triton_listens_on_loopback_only_and_not_for_http(tmp_path: Path) -> None:
    argv = triton(tmp_path).command().argv
    assert option(argv, "--grpc-address") == option(argv, "--metrics-address") == "127.0.0.1"
    assert option(argv, "--allow-http") == "false"
    assert "--disable-auto-complete-config" in argv
    assert option(argv, "--backend-config") == "python,shm-region-prefix-name=unique_"


def test_triton_is_given_an_absolute_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    triton(tmp_path)
    relative = TritonNode(HOME, Path("models"), tmp_path / "run", tmp_path / "log", 1, 2, "unique_", {})
    assert option(relative.command().argv, "--model-repository") == str(tmp_path / "models")


def test_tritons_packages_come_before_everybody_elses() -> None:
    environment = HOME.environment({"PATH": "/usr/bin", "PYTHONPATH": "/elsewhere", "LANG": "C"})
    packages = "/cache/triton/lib/python3.11/site-packages"
    assert environment["PATH"] == "/cache/triton/bin:/usr/bin"
    assert environment["LD_LIBRARY_PATH"] == f"{packages}/nvidia_pytriton.libs:/usr/lib"
    assert environment["LANG"] == "C"
    assert "PYTHONPATH" not in environment
