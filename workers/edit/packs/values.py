"""What one shop's catalogue knows and no list of ours: its makers, materials, colours. The `values` of a pack."""

from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

MAX_FORMS: Final = 8
MAX_CHARS: Final = 64
_LATIN: Final = 3
_HAN: Final = 2
_NOTHING: Final = frozenset({"yes", "true", "false", "none", "other", "其他", "没有", "未知", "不详"})

Matter = Literal[
    "brand", "material", "gem", "colour", "pattern", "finish", "coating", "origin", "certification", "flavour", "scent"
]
MATTERS: Final[tuple[str, ...]] = get_args(Matter)


def _a_word(form: str) -> str:
    """Raises ValueError for what stands in any text, or in none."""
    han = sum("\u3400" <= character <= "\u9fff" for character in form)
    latin = sum(character.isalpha() for character in form) - han
    if form.lower() in _NOTHING:
        raise ValueError(f"{form!r} says that nothing is known: take it out")
    if han < _HAN and latin < _LATIN:
        raise ValueError(f"{form!r} would be found everywhere: write three letters or more, or two characters")
    if not form.isprintable():
        raise ValueError(f"{form!r} holds a sign that no copy has: write plain words")
    return form


ValueForm = Annotated[
    str, StringConstraints(min_length=1, max_length=MAX_CHARS, strip_whitespace=True), AfterValidator(_a_word)
]
_FORM: Final = TypeAdapter(ValueForm)


def taken(form: str) -> bool:
    """Whether a pack takes the form."""
    try:
        _FORM.validate_python(form)
    except ValidationError:
        return False
    return True


class Value(BaseModel):
    """One thing that products of this shop have, or are. `forms` are wordings of it: a fact with one vouches for all.

    `products`: how many had it when the pack was built; for whoever reads it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    matter: Matter
    forms: Annotated[tuple[ValueForm, ...], Field(min_length=1, max_length=MAX_FORMS)]
    products: Annotated[int, Field(ge=1)] | None = None
