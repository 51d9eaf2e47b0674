"""Which locales we write, in which language and spelling."""

from typing import Final

_BRITISH: Final = frozenset({"en-GB", "en-AU", "en-IE", "en-IN", "en-NZ", "en-ZA"})
_LANGUAGE: Final = {"en": "en", "en-US": "en", "zh": "zh", "zh-CN": "zh", "zh-SG": "zh"} | dict.fromkeys(_BRITISH, "en")

LOCALES: Final = tuple(sorted(_LANGUAGE))


def supported(locale: str) -> bool:
    """Whether we write this locale. Traditional Chinese is another script: not yet."""
    return locale in _LANGUAGE


def language_of(locale: str) -> str:
    """`en` or `zh`. Raises KeyError for a locale that is not supported."""
    return _LANGUAGE[locale]


def british(locale: str) -> bool:
    """Whether English is spelled as in Britain there ("colour", "aluminium")."""
    return locale in _BRITISH
