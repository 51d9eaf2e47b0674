"""Writes the golden texts anew: `python -m tests.unit.write.realise.renew`. Read the difference as an editor would."""

from pathlib import Path

from tests.unit.write.realise.listings import LISTINGS, texts_of

FOLDER = Path(__file__).parent / "goldens"
LOCALES = {"trail-shoes": ("en-GB", "zh-CN"), "sideboard": ("en-GB", "zh-CN"), "hand-cream": ("en-GB", "zh-CN")}
ALL = [(name, locale) for name in LISTINGS for locale in LOCALES.get(name, ("en-US", "zh-CN"))]


def document(name: str, locale: str) -> str:
    """All kinds of one listing, each under its name."""
    texts = texts_of(LISTINGS[name], locale)
    return "\n\n".join(f"[{kind}]\n{text}" for kind, text in texts.items()) + "\n"


def path(name: str, locale: str) -> Path:
    """Where the golden texts of a listing are kept."""
    return FOLDER / f"{name}.{locale}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for pair in ALL:
        path(*pair).write_text(document(*pair), encoding="utf-8")
