"""The pack `compact/1`: a brief's canonical JSON in an envelope, written here and read by who serves it.

Standard library only, because the model inside Triton reads the same envelope. Strings of sellers and users
stay JSON string values: nothing is ever joined to an instruction.
"""

import json  # noqa: TID251  the realiser's environment has no orjson
from dataclasses import dataclass
from json.encoder import encode_basestring as quoted  # noqa: TID251  as above
from operator import index
from typing import Any, Final

from schemas.kinds import Kind
from workers.outcome import Answer, Attempt, Order
from workers.plan.brief import Brief
from workers.write.prompts.cleanliness import check_clean

NAME: Final = "compact/1"
CANARY: Final = b'{"pack":"compact/1","canary":true}'

MAX_TOKENS: Final = {
    Kind.TITLE: 64,
    Kind.BULLETS: 320,
    Kind.DESCRIPTION: 512,
    Kind.SEO_TITLE: 48,
    Kind.META: 96,
    Kind.BLURB: 64,
}


class BadPromptError(ValueError):
    """A prompt that is no envelope of ours."""


class UnknownPackError(ValueError):
    """An envelope of a pack that is not served here."""


@dataclass(frozen=True, slots=True)
class Canary:
    """Asks who serves, instead of for copy."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an envelope asks for."""

    brief: Brief
    attempt: int
    avoid: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Served:
    """What a canary answers: SHA-256 over what decides the model's words, and the packs it understands."""

    fingerprint: str
    packs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compact:
    """Render, parse and budgets of `compact/1`."""

    name: str = NAME

    def order(self, attempt: Attempt) -> Order:
        """Greedy: variation comes from the brief and the attempt, and from what was wrong with earlier ones."""
        brief = attempt.brief
        check_clean(brief)
        told = ",".join([f"[{quoted(rule)},{quoted(words)}]" for rule, words in attempt.avoid])
        avoid = f',"avoid":[{told}]'.encode() if told else b""
        prompt = b'{"pack":"compact/1","attempt":%d%b,"brief":%b}' % (attempt.number, avoid, brief.canonical)
        return Order(prompt, MAX_TOKENS[brief.kind])

    def parse(self, answer: Answer) -> str:
        """The text without the white space around it; whether it is any good is the editor's question."""
        return answer.text.strip()


COMPACT: Final = Compact()


def read(prompt: bytes | str) -> Asked | Canary:
    """Open an envelope. Raises `BadPromptError` or `UnknownPackError`."""
    try:
        envelope = json.loads(prompt)
        pack = envelope["pack"]
        asked = _asked(envelope) if pack == NAME else None
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BadPromptError(f"{error!a:.200}") from error
    if asked is None:
        raise UnknownPackError(f"{pack!a:.100}")
    return asked


def _asked(envelope: dict[str, Any]) -> Asked | Canary:
    if envelope.get("canary") is True:
        return Canary()
    avoid = tuple((str(rule), str(words)) for rule, words in envelope.get("avoid", ()))
    return Asked(Brief.from_json(envelope["brief"]), index(envelope["attempt"]), avoid)


def write_canary(served: Served) -> str:
    """The text with which a server answers a canary."""
    return json.dumps({"fingerprint": served.fingerprint, "packs": list(served.packs)}, sort_keys=True)


def read_canary(text: str) -> Served:
    """What `write_canary` wrote. Raises ValueError for anything else."""
    try:
        document = json.loads(text)
        fingerprint, packs = document["fingerprint"], tuple(document["packs"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"{error!a:.200}") from error
    if not (isinstance(fingerprint, str) and fingerprint and all(isinstance(pack, str) for pack in packs)):
        raise ValueError("fingerprint and packs are strings")
    return Served(fingerprint, packs)
