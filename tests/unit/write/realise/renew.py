"""Writes the golden texts anew: `python -m tests.unit.write.realise.renew`. Read the difference as an editor would."""

from pathlib import Path

from tests.unit.write.realise.listings import LISTINGS, blurb_of, texts_of
from workers.write.realise import realise

FOLDER = Path(__file__).parent / "goldens"
LOCALES = {"trail-shoes": ("en-GB", "zh-CN"), "sideboard": ("en-GB", "zh-CN"), "hand-cream": ("en-GB", "zh-CN")}
ALL = [(name, locale) for name in LISTINGS for locale in LOCALES.get(name, ("en-US", "zh-CN"))]

AUDIENCES = {
    "linen-shirt": (("m:linen",), ("k:navy", "c:clothing"), ("t:shirt",)),
    "sideboard": (("c:furniture", "p:6"), ("m:oak",), ()),
    "dutch-oven": (("c:kitchen",), ("t:dutch-oven", "p:0"), ("k:cream",)),
    "headphones": (("c:audio", "p:3"), ("k:black",), ("m:oak",)),
    "down-jacket": (("t:down-jacket",), ("m:nylon", "k:navy"), ("k:red", "k:navy")),
    "tea": (("c:food",), ("k:red",)),
}
"""Whom the golden blurbs of a listing are for: the facets of each audience."""
BLURBS = [(name, locale) for name, locale in ALL if name in AUDIENCES]
ATTEMPTS = 2


def document(name: str, locale: str) -> str:
    """All kinds of one listing, each under its name."""
    texts = texts_of(LISTINGS[name], locale)
    return "\n\n".join(f"[{kind}]\n{text}" for kind, text in texts.items()) + "\n"


def blurbs(name: str, locale: str) -> str:
    """The blurbs of one listing, under the facets of each audience."""
    briefs = {facets: blurb_of(LISTINGS[name], locale, *facets) for facets in AUDIENCES[name]}
    return (
        "\n\n".join(
            "\n".join(
                [f"[{', '.join(facets) or 'everyone'}]", *(realise(brief, attempt) for attempt in range(ATTEMPTS))]
            )
            for facets, brief in briefs.items()
        )
        + "\n"
    )


def path(name: str, locale: str) -> Path:
    """Where the golden texts of a listing are kept."""
    return FOLDER / f"{name}.{locale}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for pair in ALL:
        path(*pair).write_text(document(*pair), encoding="utf-8")
    for name, locale in BLURBS:
        path(f"blurb.{name}", locale).write_text(blurbs(name, locale), encoding="utf-8")
