"""Every metric and log event that the code names is in the list, with its own labels."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import workers
from workers.adapters.prometheus import kind_of
from workers.telemetry import LOG_EVENTS, METRICS

ROOT = Path(workers.__file__).parent
BY_METHOD = {"count": "counter", "observe": "histogram", "gauge": "gauge"}
SPOKEN = frozenset({"debug", "info", "warning", "error"})


class Use(NamedTuple):
    where: str
    method: str
    name: str
    labels: frozenset[str]


def uses(receiver: str, methods: frozenset[str]) -> Iterator[Use]:
    for path in sorted(ROOT.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text())):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr not in methods or receiver not in ast.unparse(call.func.value).lower():
                continue
            for name in literals(call.args[:1]):
                labels = frozenset(k.arg for k in call.keywords if k.arg not in {None, "amount"})
                yield Use(f"{path.relative_to(ROOT.parent)}:{call.lineno}", call.func.attr, name, labels)


def literals(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


METERED = list(uses("meter", frozenset(BY_METHOD)))
LOGGED = list(uses("log", SPOKEN))


def test_the_scan_finds_uses():
    assert len(METERED) > 10
    assert len(LOGGED) > 3


@pytest.mark.parametrize("use", METERED, ids=lambda use: use.where)
def test_a_metric_is_used_as_it_is_listed(use: Use):
    assert use.name in METRICS, f"{use.where} names {use.name}"
    assert BY_METHOD[use.method] == kind_of(use.name)
    assert use.labels == set(METRICS[use.name][1])


@pytest.mark.parametrize("use", LOGGED, ids=lambda use: use.where)
def test_a_log_event_is_listed(use: Use):
    assert use.name in LOG_EVENTS, f"{use.where} names {use.name}"


def test_each_metric_has_a_sentence():
    for name, (about, _labels) in METRICS.items():
        assert about.endswith("."), name
