"""A platform's own keys: made once, for its owner alone, and never said."""

import json
import stat
from pathlib import Path

import pytest

from workers.adapters.clock import SystemClock
from workers.embedded.component import Component
from workers.embedded.folder import DataFolder, PlatformState, own_identity
from workers.embedded.own_keys import FILE, filled, kept_keys, made_keys, missing_from
from workers.embedded.site import Site, Wish, user_worker_component
from workers.entrypoints.screen import kafka_of, privacy_of
from workers.errors import Fatal
from workers.settings import Privacy, Settings

SEAL, PSEUDONYM = "COPYDESK_PRIVACY__SEAL_KEYS", "COPYDESK_PRIVACY__PSEUDONYM_KEYS"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def told(keys: Privacy) -> list[str]:
    return [key.get_secret_value() for ring in (keys.seal_keys, keys.pseudonym_keys) for key in ring.values()]


def user_worker(folder: DataFolder, given: dict[str, str]) -> Component:
    wish = Wish(folder.path, folder.path, given, user_workers=1)
    ports = {"kafka": 1, "triton": 2, "users-0": 3}
    return user_worker_component(Site(wish, folder, ports, SystemClock()), "users-0")


def test_keys_are_made_once_and_only_their_owner_may_read_them(folder: DataFolder) -> None:
    assert kept_keys(folder) is None
    keys = made_keys(folder)
    assert made_keys(folder) == kept_keys(folder) == keys
    assert stat.S_IMODE((folder.path / FILE).stat().st_mode) == 0o600
    assert len(set(told(keys))) == 2
    assert all(len(bytes.fromhex(key)) == 32 for key in told(keys))


def test_a_making_that_was_broken_off_is_begun_again(folder: DataFolder) -> None:
    (folder.path / FILE).with_suffix(".new").write_text('{"seal')
    assert made_keys(folder).seal_keys
    assert [path.name for path in folder.path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    "text", ["", "{", '{"seal_keys": {"1": "canary"}}', '{"canary": 1}', '{"seal_keys": {"canary": 1}}']
)
def test_what_cannot_be_understood_is_named_and_not_shown(folder: DataFolder, text: str) -> None:
    (folder.path / FILE).write_text(text)
    with pytest.raises(Fatal, match=r"secrets-unreadable.*secrets\.json") as refused:
        made_keys(folder)
    assert "canary" not in str(refused.value)
    assert (folder.path / FILE).read_text() == text


def test_a_worker_gets_the_keys_by_its_environment_and_reads_them(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = user_worker(folder, {}).command().environment
    monkeypatch.setenv(SEAL, environment[SEAL])
    monkeypatch.setenv(PSEUDONYM, environment[PSEUDONYM])
    assert Settings().privacy == kept_keys(folder)


@pytest.mark.parametrize("own", [SEAL, f"{SEAL}__1", SEAL.lower()])
def test_keys_of_the_environment_stay(folder: DataFolder, own: str) -> None:
    environment = user_worker(folder, {own: "mine"}).command().environment
    assert {name: value for name, value in environment.items() if "SEAL" in name.upper()} == {own: "mine"}
    assert PSEUDONYM in environment


HALF = json.dumps({"seal_keys": {"7": "ab" * 32}})
WHOLE = json.dumps({"seal_keys": {"7": "ab" * 32}, "pseudonym_keys": {"7": "cd" * 32}})


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, {SEAL, PSEUDONYM}),
        ({"COPYDESK_PRIVACY": "{}"}, {SEAL, PSEUDONYM}),
        ({"COPYDESK_PRIVACY": HALF}, {PSEUDONYM}),
        ({"copydesk_privacy": HALF}, {PSEUDONYM}),
        ({"COPYDESK_PRIVACY": WHOLE}, set()),
        ({"COPYDESK_PRIVACY": HALF, f"{PSEUDONYM}__3": "cd" * 32}, set()),
        ({SEAL: "{}", f"{PSEUDONYM}_OLD": "x"}, {SEAL, PSEUDONYM}),
        ({SEAL.lower(): "{}"}, {SEAL.lower(), PSEUDONYM}),
        ({"COPYDESK_PRIVACY": "no object"}, set()),
        ({SEAL: "no object"}, {PSEUDONYM}),
    ],
)
def test_half_of_the_keys_in_the_environment_is_not_all_of_them(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], missing: set[str]
) -> None:
    made = missing_from(given, made_keys(folder))
    assert made.keys() == missing
    if any("no object" in value for value in given.values()):
        return
    for name, value in ({name: v for name, v in given.items() if "_OLD" not in name} | made).items():
        monkeypatch.setenv(name, value)
    privacy = Settings().privacy
    assert privacy.seal_keys
    assert privacy.pseudonym_keys


def test_the_platforms_keys_fill_what_the_environment_lacks(folder: DataFolder) -> None:
    keys = made_keys(folder)
    own = Privacy(seal_keys={7: "ab" * 32})
    assert filled(own, keys) == Privacy(seal_keys=own.seal_keys, pseudonym_keys=keys.pseudonym_keys)
    assert filled(Privacy(), keys) == keys


def test_commands_find_the_keys_of_the_platform_whose_kafka_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (SEAL, PSEUDONYM, "COPYDESK_KAFKA__BOOTSTRAP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = DataFolder(tmp_path / "copydesk" / "default")
    folder.made()
    assert privacy_of(kafka_of("")) == Privacy()
    keys = made_keys(folder)
    pid, started = own_identity()
    running = PlatformState(state="up", pid=pid, started=started)
    folder.write(running.model_copy(update={"kafka": running.kafka.model_copy(update={"bootstrap": "127.0.0.1:5"})}))
    assert privacy_of(kafka_of("")) == privacy_of(kafka_of("127.0.0.1:5")) == keys
    assert privacy_of(kafka_of("127.0.0.1:6")) == Privacy()
    monkeypatch.setenv(SEAL, json.dumps({"3": "cd" * 32}))
    assert list(privacy_of(kafka_of("")).seal_keys) == [3]


def test_a_worker_of_events_about_persons_does_not_start_without_a_key() -> None:
    from workers.bootstrap import desks_of, sealer_for

    served = desks_of(Settings(desks=("personalise",)))
    with pytest.raises(Fatal, match=r"no-seal-key.*user-behaviour.*openssl rand -hex 32"):
        sealer_for(served, Privacy())
    assert sealer_for(served, Privacy(seal_keys={1: "ab" * 32}))
    assert sealer_for(desks_of(Settings(desks=("probe",))), Privacy())


@pytest.mark.parametrize(
    "keys",
    [
        '{"1": "canary"}',
        '{"1": "' + ("canary" * 11)[:64] + '"}',
        '{"canary": "1"}',
        '{"0": "' + "ca" * 32 + '"}',
        '"canary"',
        "canary",
    ],
)
def test_a_key_that_is_none_is_refused_and_not_shown(
    keys: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import typer

    from workers.entrypoints.screen import told as telling

    monkeypatch.setenv(SEAL, keys)
    with pytest.raises(typer.Exit), telling():
        Settings()
    said = capsys.readouterr().err
    assert "seal_keys" in said.lower() or "privacy" in said.lower()
    assert "canary" not in said.lower()
    with pytest.raises(ValueError, match="privacy") as refused:
        Settings()
    assert "canary" not in str(refused.value)
