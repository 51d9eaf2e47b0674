"""`ports.Meter`: the numbers are kept here, prometheus_client writes them out as `copydesk_…`."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate
from threading import Lock
from typing import Final, Literal

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from workers.telemetry import METRICS, MetricName

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
PREFIX: Final = "copydesk_"
OTHER: Final = "_other"
"""The label of whatever comes after `MAX_SERIES`: an id that slips into a label must not fill the memory."""
MAX_SERIES: Final = 2000
SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)

Kind = Literal["counter", "histogram", "gauge"]
Labels = tuple[str, ...]


def kind_of(name: MetricName) -> Kind:
    """Counters are named `…_total`, histograms `…_seconds`, all others are gauges."""
    if name.endswith("_total"):
        return "counter"
    return "histogram" if name.endswith("_seconds") else "gauge"


class _Cell:
    """One series. `buckets[i]` counts what was at most `SECONDS[i]`, the last one everything above."""

    __slots__ = ("buckets", "value")

    def __init__(self, kind: Kind) -> None:
        self.value = 0.0
        self.buckets = [0] * (len(SECONDS) + 1) if kind == "histogram" else []


class PrometheusMeter(Collector):
    """One for each process; may be used from any thread.

    Not the library's own counters: they cost several times as much, most of it for finding the child of a
    label. A name used with labels that are not its own raises ValueError, one of another kind TypeError.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._series: dict[MetricName, dict[Labels, _Cell]] = {name: {} for name in METRICS}
        # As the callers spell it, in whichever order they name their labels.
        self._known: dict[object, _Cell] = {}
        for name, (_about, labels) in METRICS.items():
            if not labels:
                self._series[name][()] = self._known[kind_of(name), name] = _Cell(kind_of(name))
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(self)
        ProcessCollector(registry=self._registry)

    def count(self, name: MetricName, amount: float = 1, **labels: str) -> None:
        """Add to a counter."""
        cell = self._known.get(("counter", name, *labels.items()) if labels else ("counter", name))
        if cell is None:
            cell = self._cell("counter", name, labels)
        with self._lock:
            cell.value += amount

    def observe(self, name: MetricName, value: float, **labels: str) -> None:
        """Add seconds to a histogram."""
        cell = self._known.get(("histogram", name, *labels.items()) if labels else ("histogram", name))
        if cell is None:
            cell = self._cell("histogram", name, labels)
        bucket = bisect_left(SECONDS, value)
        with self._lock:
            cell.buckets[bucket] += 1
            cell.value += value

    def gauge(self, name: MetricName, value: float, **labels: str) -> None:
        """Set a gauge."""
        cell = self._known.get(("gauge", name, *labels.items()) if labels else ("gauge", name))
        if cell is None:
            cell = self._cell("gauge", name, labels)
        cell.value = value

    def exposition(self) -> bytes:
        """Everything, in Prometheus's text format (`CONTENT_TYPE`)."""
        return generate_latest(self._registry)

    def collect(self) -> Iterable[Metric]:
        """What the registry asks for."""
        with self._lock:
            return [_family(name, cells) for name, cells in self._series.items()]

    def _cell(self, kind: Kind, name: MetricName, labels: Mapping[str, str]) -> _Cell:
        if kind_of(name) != kind:
            raise TypeError(f"{name} is a {kind_of(name)}")
        own = METRICS[name][1]
        if set(labels) != set(own):
            raise ValueError(f"{name} has the labels {own}, not {tuple(labels)}")
        with self._lock:
            full = len(self._known) >= MAX_SERIES
            values = tuple(OTHER if full else labels[label] for label in own)
            cell = self._series[name].setdefault(values, _Cell(kind))
            if not full:
                self._known[kind, name, *labels.items()] = cell
        return cell


def _family(name: MetricName, cells: Mapping[Labels, _Cell]) -> Metric:
    about, labels = METRICS[name]
    full = PREFIX + name
    kind = kind_of(name)
    if kind == "histogram":
        histogram = HistogramMetricFamily(full, about, labels=labels)
        bounds = [*(str(bound) for bound in SECONDS), "+Inf"]
        for values, cell in cells.items():
            counts = list(zip(bounds, accumulate(map(float, cell.buckets)), strict=True))
            histogram.add_metric(values, counts, cell.value)
        return histogram
    family = (CounterMetricFamily if kind == "counter" else GaugeMetricFamily)(full, about, labels=labels)
    for values, cell in cells.items():
        family.add_metric(values, cell.value)
    return family
