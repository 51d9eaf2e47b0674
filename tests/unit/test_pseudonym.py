"""Pseudonyms by their test vectors; the keys are shown nowhere."""

import hmac
from hashlib import sha256

import pytest
from pydantic import SecretStr, ValidationError

from schemas.codec import encode_json
from tests.unit.entrypoints.behaviour_rows import KEYS, SECRET, VARIABLE
from workers.entrypoints.produce.behaviour.door import Door
from workers.errors import Exit
from workers.pseudonym import Keyring, NoKey, pseudonym
from workers.settings import Privacy, Settings

# ----------------------------------------------------------------------------------------------------------- pseudonyms


def test_a_pseudonym_is_the_keys_version_and_an_hmac():
    # RFC 4231, test case 2, its first 128 bits.
    assert pseudonym(b"Jefe", 1, "what do ya want for nothing?") == "u1.5bdcc146bf60754e6a042426089575c7"
    assert pseudonym(b"Jefe", 12, "é") == "u12." + hmac.new(b"Jefe", "é".encode(), sha256).hexdigest()[:32]


def test_the_highest_version_writes():
    keys = Keyring({2: SecretStr("b" * 32), 10: SecretStr("c" * 32), 1: SecretStr("a" * 32)})
    assert keys.pseudonym("7") == pseudonym(b"c" * 32, 10, "7")


def test_tokens_differ_by_purpose_and_by_key():
    other = Keyring({1: SecretStr("x" * 32)})
    tokens = [KEYS.token("session", "7"), KEYS.token("event", "7"), KEYS.pseudonym("7")[3:], other.token("event", "7")]
    assert len(set(tokens)) == 4
    assert KEYS.token("event", "7") == tokens[1]


def test_without_a_key_the_error_says_how_to_make_one():
    with pytest.raises(NoKey, match="secrets") as refused:
        Keyring({}).pseudonym("7")
    assert VARIABLE in refused.value.detail
    assert refused.value.exit_code is Exit.USAGE


def test_the_secret_is_shown_nowhere(monkeypatch):
    monkeypatch.setenv(VARIABLE, encode_json({"1": SECRET}).decode())
    settings = Settings()
    keys = Keyring(settings.privacy.pseudonym_keys)
    assert keys.pseudonym("7") == KEYS.pseudonym("7")
    for shown in (repr(settings), str(settings), repr(keys), repr(Door(keys)), settings.model_dump_json()):
        assert SECRET not in shown


def test_a_short_key_is_refused_without_being_shown(monkeypatch):
    monkeypatch.setenv(VARIABLE, '{"1": "short-but-secret"}')
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert "short-but-secret" not in str(refused.value) + repr(refused.value)
    assert Privacy().pseudonym_keys == {}
