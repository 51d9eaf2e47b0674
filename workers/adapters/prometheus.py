"""`ports.Meter` over prometheus_client: a registry of its own, names with `copydesk_` before them."""

from typing import Final, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from workers.telemetry import METRICS, MetricName

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
PREFIX: Final = "copydesk_"
OTHER: Final = "_other"
"""The label of whatever comes after `MAX_SERIES`: an id that slipped into a label must not fill the memory."""
MAX_SERIES: Final = 2000
SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)

_Metric = Counter | Gauge | Histogram
M = TypeVar("M", Counter, Gauge, Histogram)


class PrometheusMeter:
    """Counters are named `…_total`, histograms `…_seconds`, all others are gauges. One for each process.

    A method raises ValueError at the first use of a name with labels other than its own, TypeError for a name of
    another type: both are ours, found by `tests/contract/test_telemetry.py` before anything runs.
    """

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._metrics: dict[str, _Metric] = {name: self._made(name) for name in METRICS}
        self._counters: dict[object, Counter] = {}
        self._histograms: dict[object, Histogram] = {}
        self._gauges: dict[object, Gauge] = {}
        ProcessCollector(registry=self._registry)

    def count(self, name: MetricName, amount: float = 1, **labels: str) -> None:
        """Add to a counter."""
        # A child that is known costs a dictionary look-up; `.labels()` costs five times the count itself.
        child = self._counters.get((name, *labels.items()))
        if child is None:
            child = self._child(Counter, self._counters, name, labels)
        child.inc(amount)

    def observe(self, name: MetricName, value: float, **labels: str) -> None:
        """Add to a histogram of seconds."""
        child = self._histograms.get((name, *labels.items()))
        if child is None:
            child = self._child(Histogram, self._histograms, name, labels)
        child.observe(value)

    def gauge(self, name: MetricName, value: float, **labels: str) -> None:
        """Set a gauge."""
        child = self._gauges.get((name, *labels.items()))
        if child is None:
            child = self._child(Gauge, self._gauges, name, labels)
        child.set(value)

    def exposition(self) -> bytes:
        """Everything, in Prometheus's text format (`CONTENT_TYPE`). May be called from any thread."""
        return generate_latest(self._registry)

    def _made(self, name: MetricName) -> _Metric:
        about, labels = METRICS[name]
        full = PREFIX + name
        if name.endswith("_total"):
            return Counter(full, about, labels, registry=self._registry)
        if name.endswith("_seconds"):
            return Histogram(full, about, labels, registry=self._registry, buckets=SECONDS)
        return Gauge(full, about, labels, registry=self._registry)

    def _child(self, kind: type[M], known: dict[object, M], name: MetricName, labels: dict[str, str]) -> M:
        metric = self._metrics[name]
        if not isinstance(metric, kind):
            raise TypeError(f"{name} is a {type(metric).__name__.lower()}")
        if set(labels) != set(METRICS[name][1]):
            raise ValueError(f"{name} has the labels {METRICS[name][1]}, not {tuple(labels)}")
        if len(known) >= MAX_SERIES:
            return metric.labels(**dict.fromkeys(labels, OTHER)) if labels else metric
        child = metric.labels(**labels) if labels else metric
        known[name, *labels.items()] = child
        return child
