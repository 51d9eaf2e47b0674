"""A brief: an order for one piece of copy, and the ids that make equal orders equal.

Standard library only, because the realiser inside Triton reads briefs too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from json.encoder import encode_basestring as quoted  # noqa: TID251  the realiser's environment has no orjson
from typing import Any, Final, NamedTuple

from schemas.kinds import Kind

MAX_FACTS: Final = 24
_ID_BYTES: Final = 16


class Fact(NamedTuple):
    """One thing known to be true of a product.

    `name` and `value` are concept keys of the lexicon where it knows them ("material", "linen"), else the listing's
    own words, normalised; a number's `value` is a plain decimal and `unit` its canonical unit ("kg", "USD"). The id
    follows from the three, so that a fact that changes is another fact.
    """

    id: str
    name: str
    value: str
    unit: str = ""


class Clause(NamedTuple):
    """What a fact permits one to say beyond itself, in the brief's language ("linen" -> "stays cool")."""

    id: str
    fact: str
    text: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Length in characters for the whole text; items are bullets, or a description's sentences."""

    max_chars: int
    min_items: int = 1
    max_items: int = 1


@dataclass(frozen=True)
class Brief:
    """An order for one piece of copy. Equal briefs have equal ids, in every process and for ever.

    `seller` is no part of the order, and stands in none of its documents: it says whose rules the copy is held to.
    """

    product: str
    kind: Kind
    locale: str
    facts: tuple[Fact, ...]
    limits: Limits
    clauses: tuple[Clause, ...] = ()
    audience: str = ""
    seller: str = field(default="", compare=False, repr=False)

    def as_json(self) -> dict[str, Any]:
        """The canonical document: what is hashed, and what a prompt pack may render."""
        return {
            "product": self.product,
            "kind": self.kind.value,
            "locale": self.locale,
            "facts": [[f.id, f.name, f.value, f.unit] for f in self.facts],
            "clauses": [[c.id, c.fact, c.text] for c in self.clauses],
            "limits": [self.limits.max_chars, self.limits.min_items, self.limits.max_items],
            "audience": self.audience,
        }

    @cached_property
    def canonical(self) -> bytes:
        """Canonical JSON: sorted keys, no spaces, UTF-8. Put together by hand, since every brief needs it."""
        facts = ",".join([f"[{quoted(f.id)},{quoted(f.name)},{quoted(f.value)},{quoted(f.unit)}]" for f in self.facts])
        clauses = ",".join([f"[{quoted(c.id)},{quoted(c.fact)},{quoted(c.text)}]" for c in self.clauses])
        limits = self.limits
        return (
            f'{{"audience":{quoted(self.audience)},"clauses":[{clauses}],"facts":[{facts}],'
            f'"kind":{quoted(self.kind.value)},'
            f'"limits":[{limits.max_chars},{limits.min_items},{limits.max_items}],'
            f'"locale":{quoted(self.locale)},"product":{quoted(self.product)}}}'
        ).encode()

    @cached_property
    def id(self) -> str:
        """BLAKE2b-128 of the canonical JSON, 32 hex digits."""
        return digest(self.canonical)

    def sold_by(self, seller: str) -> "Brief":
        """The same order, for what this seller sells."""
        return replace(self, seller=seller) if seller else self

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Brief":
        """The brief that `as_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
        max_chars, min_items, max_items = document["limits"]
        return cls(
            product=document["product"],
            kind=Kind(document["kind"]),
            locale=document["locale"],
            facts=tuple(Fact(*fact) for fact in document["facts"]),
            limits=Limits(max_chars, min_items, max_items),
            clauses=tuple(Clause(*clause) for clause in document["clauses"]),
            audience=document["audience"],
        )


def digest(*parts: bytes | str) -> str:
    """BLAKE2b-128 over length-prefixed parts (so that no two lists of parts collide by joining), 32 hex digits."""
    data = [part if isinstance(part, bytes) else part.encode() for part in parts]
    whole = data[0] if len(data) == 1 else b"".join([len(one).to_bytes(4, "big") + one for one in data])
    return blake2b(whole, digest_size=_ID_BYTES).hexdigest()


@lru_cache(maxsize=16_384)
def fact_id(name: str, value: str, unit: str = "") -> str:
    """The id of a fact: 16 hex digits, the same wherever the same thing is said."""
    return digest(name, value, unit)[:16]


@lru_cache(maxsize=4096)
def copy_id(brief_id: str, attempt: int, fingerprint: str, avoid: tuple[tuple[str, str], ...] = ()) -> str:
    """The id of what one model writes to one brief at one attempt. `fingerprint` is the server's, never a version.

    `avoid`: what it is told of earlier drafts, rules and words; it writes something else for it.
    """
    return digest(brief_id, str(attempt), fingerprint, *[part for told in avoid for part in told])
