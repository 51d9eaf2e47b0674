"""Whether what a draft says stands somewhere in what its brief allows one to say."""

from workers.edit.grounding import occurrences


def stands(form: str, said: str) -> bool:
    """Whether the form stands there as words of its own: "steel" in "stainless steel", "red" not in "tired"."""
    return next(occurrences(form, said), None) is not None
