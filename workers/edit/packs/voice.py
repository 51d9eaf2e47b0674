"""How a brand speaks, as data: the `voice` of a pack. Nothing stands here that cannot be checked exactly."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from workers.edit.packs.fields import MAX_FORMS, Form, Name, Note, always_something
from workers.edit.packs.scope import Scope

MAX_WORDINGS: Final = 400
_CHECKS: Final = (
    "never", "always", "max_exclamations", "max_sentence_words", "max_sentence_chars", "no_emoji", "no_all_caps",
    "address",
)  # fmt: skip


class Wording(BaseModel):
    """Words for one thing. `reason` is for whoever reads the pack, `instead` for whoever is told of a refusal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    forms: Annotated[
        tuple[Annotated[Form, AfterValidator(always_something)], ...], Field(min_length=1, max_length=MAX_FORMS)
    ]
    reason: Note | None = None
    instead: Note | None = None


class Capitals(BaseModel):
    """Words of three capitals or more that may stand beside those of the facts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    allow: Annotated[
        frozenset[Annotated[str, StringConstraints(pattern=r"^[^\W\d_]{3,24}$")]], Field(max_length=MAX_WORDINGS)
    ] = frozenset()


def _worded(value: object) -> object:
    """A word alone is a wording without more."""
    return {"forms": [value]} if isinstance(value, str) else value


def _capitals(value: object) -> object:
    return {True: {}, False: None}[value] if isinstance(value, bool) else value


_Wordings = Annotated[
    tuple[Annotated[Wording, BeforeValidator(_worded)], ...], Field(min_length=1, max_length=MAX_WORDINGS)
]


class Voice(Scope):
    """One entry: for which copy, and what it does or does not do.

    `never`, `always`: wordings; of one that stands under `always`, one form is there. `max_exclamations`: marks in a
    whole text. `max_sentence_words` (English), `max_sentence_chars`: of a sentence, a bullet or a title. `address`
    (Chinese): formal = 您 and never 你, informal = 你 and never 您, none = neither.
    """

    id: Name
    never: _Wordings | None = None
    always: _Wordings | None = None
    max_exclamations: Annotated[int, Field(ge=0, le=100)] | None = None
    max_sentence_words: Annotated[int, Field(ge=3, le=200)] | None = None
    max_sentence_chars: Annotated[int, Field(ge=10, le=600)] | None = None
    no_emoji: bool = False
    no_all_caps: Annotated[Capitals | None, BeforeValidator(_capitals)] = None
    address: Literal["formal", "informal", "none"] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Voice":
        # Not `in`: no exclamation mark at all is 0, which equals False.
        if all(asked is None or asked is False for asked in (getattr(self, check) for check in _CHECKS)):
            raise ValueError(f"it asks for nothing: give it one of {', '.join(_CHECKS)}")
        return self

    def unfit(self, language: str) -> str:
        """What of it does not go with a pack of this language, or ""."""
        if language != "zh" and self.address is not None:
            return "address is of Chinese: 您 or 你"
        if language != "en" and self.max_sentence_words is not None:
            return "Chinese has no spaces to count words by: write max_sentence_chars"
        strange = sorted(locale for locale in self.locales if locale.partition("-")[0] != language)
        return f"{', '.join(strange)} is another language than the pack's" if strange else ""
