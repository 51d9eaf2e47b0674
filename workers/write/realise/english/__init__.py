"""English: American spelling, or British where the locale asks for it."""

from collections.abc import Callable, Mapping
from typing import Final

from schemas.kinds import Kind
from workers.outcome import Sentence
from workers.write.realise.content import Content, Draw
from workers.write.realise.english.blurb import blurb
from workers.write.realise.english.bullets import bullets
from workers.write.realise.english.description import describe
from workers.write.realise.english.lines import meta, seo_title, title

PLANS: Final[Mapping[Kind, Callable[[Content, Draw], tuple[Sentence, ...]]]] = {
    Kind.TITLE: title,
    Kind.BULLETS: bullets,
    Kind.DESCRIPTION: describe,
    Kind.SEO_TITLE: seo_title,
    Kind.META: meta,
    Kind.BLURB: blurb,
}
