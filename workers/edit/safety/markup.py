"""Rule: copy is plain text. No HTML, Markdown, JSON or escapes."""

import string
from collections.abc import Iterable
from typing import Final

from workers.edit.phrases import found, needles, sieved, spelled
from workers.edit.reading import Reading
from workers.plan.barred.phrases import phrases

_MARKUP: Final = sieved(
    phrases(
        r"""
<           | <[/!?a-z][^<>\n]{0,80}>?
<           | <(?! ?[\da-z.])
>           | >(?! ?[\da-z.])
‹           | ‹
›           | ›
#           | (?<![\w&#/])#[^\W\d_]\w{1,40}
=           | (?:[a-z]{2,40}|[\u4e00-\u9fff]) ?= ?[^\W_]
&           | &(?:#x?[0-9a-f]{1,6}|[a-z]{2,8}[0-9]?);
**          | \*\*
__          | __
~~          | ~~
`           | `{1,40}
](          | \]\(
[           | \[/(?:b|i|u|s|url|img|color|size|list|quote|code)\]
[           | \[(?:b|i|u|img|url=[^\]\n]{0,40}|url|color=[^\]\n]{0,40})\]
*           | (?<![\w*])\*(?=[^\W\d_])[^*\n]{1,80}(?<=\w)\*(?!\w)
#           | ^ {0,3}#{1,6} ?[^\W\d_]
-           | ^ {0,3}- +[^\W_]
*           | ^ {0,3}\* +[^\W_]
•           | ^ {0,3}•
·           | ^ {0,3}·
●           | ^ {0,3}●
>           | ^ {0,3}> ?\w
)           | ^ {0,3}\d{1,2}\) ?[^\W\d_]
、          | ^ {0,3}\d{1,2}、
javascript: | javascript:
\n          | \\[nrt]
\u          | \\u[0-9a-f]{4}
\x          | \\x[0-9a-f]{2}
{"          | \{"
":          | "[a-z_]{1,40}":
"""
        + "".join(rf"{digit}. | ^ {{0,3}}\d?{digit}\. +[^\W\d_]" + "\n" for digit in string.digits)
    )
)

DATA: Final = spelled(_MARKUP)
NEEDLES: Final = needles(_MARKUP)


def markup(reading: Reading) -> Iterable[str]:
    """Tags, entities, hash tags, a prompt's "name=value", emphasis, headings, list markers, links, JSON, escapes."""
    return found(_MARKUP, reading)
