"""The keys of one platform for what is about persons: made once for its data folder, read by nobody but its owner."""

import os
import secrets
from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

from schemas.codec import encode_json
from workers.embedded.folder import DataFolder
from workers.errors import Fatal
from workers.settings import Privacy

FILE: Final = "secrets.json"
OWNER_ONLY: Final = 0o600
KEY_BYTES: Final = 32
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
    """The keys as variables for a worker, but for what the environment has of its own."""
    made = {}
    for name in RINGS:
        variable = f"{_SECTION}__{name.upper()}"
        # By its own name, a key at a time, or the whole section.
        if not any(other.upper() == _SECTION or other.upper().startswith(variable) for other in given):
            told = {str(version): key.get_secret_value() for version, key in getattr(keys, name).items()}
            made[variable] = encode_json(told).decode()
    return made


def filled(own: Privacy, keys: Privacy) -> Privacy:
    """The settings' own keys, and the platform's where they have none."""
    lacking = {name: getattr(keys, name) for name in RINGS if not getattr(own, name)}
    return own.model_copy(update=lacking)
