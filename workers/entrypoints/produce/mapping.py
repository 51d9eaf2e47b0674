"""Which field of a file becomes what of a product: the user's `--map` rules, then what well-known names suggest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from workers.errors import Misuse

SCALARS: Final = "id version title brand price.amount price.currency in_stock seller_text seller_id".split()
LISTS: Final = ("locales", "category", "images")
ATTRIBUTES: Final = "attributes"
_NAMED: Final = "attributes."
_FORMS: Final = (
    "TARGET=FIELD, TARGET=FIELD,FIELD (category), TARGET==CONSTANT, attributes.NAME=FIELD:UNIT, TARGET= (leave out)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One target. Either `constant`, or the values of `sources` (dotted paths); neither = leave the target out."""

    target: str
    sources: tuple[str, ...] = ()
    constant: str = ""
    unit: str = ""
    unit_source: str = ""
    automatic: bool = False

    def __str__(self) -> str:
        source = f"{self.constant!r}" if self.constant else ", ".join(self.sources) or "(left out)"
        unit = self.unit or (f"as in {self.unit_source}" if self.unit_source else "")
        return f"{self.target} <- {source}" + (f" [{unit}]" if unit else "")


def parsed(spec: str) -> Rule:
    """The rule that `--map` gives. Raises `Misuse`."""
    target, equals, source = spec.partition("=")
    target = target.strip()
    if not equals or not _known(target):
        known = ", ".join((*SCALARS, *LISTS, "attributes.NAME"))
        raise Misuse("bad-map", f"--map {spec}: write {_FORMS}; targets are {known}")
    if source.startswith("="):
        return Rule(target, constant=source[1:].strip())
    if target.startswith(_NAMED):
        field, colon, unit = source.rpartition(":")
        return Rule(target, _fields(field if colon else source), unit=unit.strip() if colon else "")
    return Rule(target, _fields(source))


def _known(target: str) -> bool:
    named = target.startswith(_NAMED) and len(target) > len(_NAMED)
    return named or target in (*SCALARS, *LISTS, ATTRIBUTES)


def _fields(source: str) -> tuple[str, ...]:
    return tuple(field.strip() for field in source.split(",") if field.strip())


def value_at(fields: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401  a foreign file holds anything
    """The value under a dotted path ("dimensions.width", "images.0"); None where there is none."""
    if path in fields:
        return fields[path]
    value: Any = fields
    for part in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def paths_in(sample: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The fields of a few records, those of nested objects dotted, in order of appearance."""
    paths: dict[str, None] = {}
    for fields in sample:
        for name, value in fields.items():
            nested = isinstance(value, Mapping) and name != ATTRIBUTES
            paths |= dict.fromkeys([f"{name}.{inner}" for inner in value] if nested else [name])
    return tuple(paths)
