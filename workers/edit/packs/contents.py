"""What a pack says, as text: the same in every process, whatever stands around it in the file."""

from collections.abc import Mapping

from pydantic import BaseModel


def contents(said: BaseModel, *apart: str) -> str:
    """All that is not left as it is by default, fields named in `apart` aside; empty where nothing is."""
    fields = said.model_dump(exclude=set(apart), exclude_defaults=True)
    return _told(fields) if fields else ""


def _told(value: object) -> str:
    if isinstance(value, Mapping):
        return _told([part for pair in value.items() for part in pair])
    if isinstance(value, frozenset):
        # A set has no order that another process would share.
        return _told(sorted(value))
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_told, value))}]"
    return repr(value)
