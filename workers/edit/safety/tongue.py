"""Rule: English copy is English. Another language in the same script is known by its small words."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.edit.grounding.tracing import stands
from workers.edit.needles import letters_of
from workers.edit.reading import Reading

_SMALL_WORDS: Final = frozenset(
    # French
    "le les des une du est sont avec pour dans cette cet ces qui que sur vous nous votre leur mais ou aux et il elle ils"
    " pièce idéale fabriqué être très ainsi chez parfait cadeau"
    # German
    " der das dem den ein eine einen einem einer und ist sind mit für von auf nicht auch sich aus bei zum zur wird ihr ihre"
    " im oder wie schönes ganze geschenk"
    # Spanish
    " el los las una unos es con por para del y su sus muy como más pero esta este esto lo regalo toda todo ideal"
    # Italian
    " il lo gli una di che è con per del della delle nel nella sono questo questa tutti tutta molto ed al alla"
    # Portuguese
    " um uma é são com para por da do dos das em na no nas nos este esta muito mais seu sua toda ao e os"
    # Dutch
    " het een en van voor met is zijn niet ook op te dat deze dit wordt uw bij aan uit naar gezin hele mooi"
    # Swedish, Danish, Norwegian
    " och att det som är med till av på för inte til og ikke som den ett"
    # Polish, Turkish, Indonesian, Vietnamese
    " jest dla nie się z na i w ve bir için bu ile yang untuk dengan dan ini của và cho không".split()
) - frozenset("is no on do den in of en per i z w e y im is al dan dat as te also este come sole van do da".split())
_WORD: Final = re.compile(r"[^\W\d_]+")
ENOUGH: Final = 2
_SHARE: Final = 0.25

DATA: Final = (" ".join(sorted(_SMALL_WORDS)), str(ENOUGH), str(_SHARE))


def tongue(reading: Reading) -> Iterable[str]:
    """A sentence with two of another language's small words, or more, a quarter of it at least."""
    if not reading.brief.locale.startswith("en"):
        return ()
    if reading.lower.isascii() and len(_SMALL_WORDS & letters_of(reading.lower)) < ENOUGH:
        return ()
    return _in_another(reading)


def _in_another(reading: Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        words = _WORD.findall(sentence.lower())
        small = {word for word in words if word in _SMALL_WORDS}
        if len(small) < ENOUGH or len(small) < _SHARE * len(words):
            continue
        said = reading.said
        if sum(not stands(word, said) for word in small) >= ENOUGH:
            yield sentence
