"""The keys of one platform for what is about persons: made once for its data folder, read by nobody but its owner."""

import os
import secrets
from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

from schemas.codec import Undecodable, decode_json, encode_json
from workers.embedded.folder import DataFolder
from workers.errors import Fatal
from workers.settings import Privacy

FILE: Final = "secrets.json"
OWNER_ONLY: Final = 0o600
KEY_BYTES: Final = 32
MAX_SETTING: Final = 1 << 20
RINGS: Final = ("pseudonym_keys", "seal_keys")
_SECTION: Final = "COPYDESK_PRIVACY"


def made_keys(folder: DataFolder) -> Privacy:
    """The folder's keys, made where there are none yet. Only for who holds the folder. Raises `Fatal`."""
    if (keys := kept_keys(folder)) is not None:
        return keys
    path = folder.path / FILE
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    # Never readable for others, not even while it is written; and whole, or not there.
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY), "wb") as file:
        file.write(encode_json({name: {"1": secrets.token_hex(KEY_BYTES)} for name in RINGS}))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    # The name too: Kafka keeps what is written under these keys, and after a power cut they must still be there.
    entries = os.open(folder.path, os.O_RDONLY)
    try:
        os.fsync(entries)
    finally:
        os.close(entries)
    keys = kept_keys(folder)
    if keys is None:
        raise Fatal("secrets-unreadable", f"{path} has vanished; who else writes to this folder?")
    return keys


def kept_keys(folder: DataFolder) -> Privacy | None:
    """The folder's keys; None where none were made. Raises `Fatal` for what cannot be understood."""
    path = folder.path / FILE
    try:
        return Privacy.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError):
        # Without what was read: it is secret.
        raise Fatal(
            "secrets-unreadable",
            f"{path}: put its copy back. If there is none, delete it: new keys are made, under which the users are "
            "others, and the sealed dead letters stay closed",
        ) from None


def missing_from(given: Mapping[str, str], keys: Privacy) -> dict[str, str]:
    """The keys as variables for a worker, but for what the environment has of its own, ring by ring."""
    made = {}
    for ring in RINGS:
        variable = f"{_SECTION}__{ring.upper()}"
        if not any(_names(name.upper(), value, ring) for name, value in given.items()):
            told = {str(version): key.get_secret_value() for version, key in getattr(keys, ring).items()}
            # An empty one is replaced under its own spelling: of two that differ in case, either might count.
            spelled = next((name for name in given if name.upper() == variable), variable)
            made[spelled] = encode_json(told).decode()
    return made


def _names(name: str, value: str, ring: str) -> bool:
    """Whether a variable brings keys of this ring: by the ring's own name, a key at a time, or in the whole section."""
    variable = f"{_SECTION}__{ring.upper()}"
    if name == variable:
        return _document(value) != {}
    if name == _SECTION:
        section = _document(value)
        return section is None or bool(section.get(ring))
    return name.startswith(f"{variable}__")


def _document(value: str) -> dict[str, object] | None:
    """None for what is no object: then whoever reads it says so, and nothing of ours hides it."""
    try:
        found = decode_json(value.encode(), MAX_SETTING)
    except Undecodable:
        return None
    return found if isinstance(found, dict) else None


def filled(own: Privacy, keys: Privacy) -> Privacy:
    """The settings' own keys, and the platform's where they have none."""
    lacking = {name: getattr(keys, name) for name in RINGS if not getattr(own, name)}
    return own.model_copy(update=lacking)
