"""Simplified Chinese."""

from collections.abc import Callable, Mapping
from typing import Final

from schemas.kinds import Kind
from workers.outcome import Sentence
from workers.write.realise.chinese.blurb import blurb
from workers.write.realise.chinese.bullets import bullets
from workers.write.realise.chinese.description import describe
from workers.write.realise.chinese.lines import meta, seo_title, title
from workers.write.realise.content import Content, Draw

PLANS: Final[Mapping[Kind, Callable[[Content, Draw], tuple[Sentence, ...]]]] = {
    Kind.TITLE: title,
    Kind.BULLETS: bullets,
    Kind.DESCRIPTION: describe,
    Kind.SEO_TITLE: seo_title,
    Kind.META: meta,
    Kind.BLURB: blurb,
}
