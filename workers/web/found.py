"""An answer, or why there is none. Pure."""

from typing import Generic, NamedTuple, TypeVar

from workers.web.position import Position
from workers.web.problem import Problem

Said = TypeVar("Said")


class Found(NamedTuple, Generic[Said]):
    """`position` says how far the store is with what was asked for, where it knows that."""

    said: Said | Problem
    position: Position | None = None
