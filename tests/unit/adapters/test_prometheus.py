"""The meter: what is counted comes out, and a name or a label that is not in the list does not."""

import threading

import pytest

from workers.adapters.prometheus import MAX_SERIES, OTHER, PrometheusMeter, kind_of
from workers.telemetry import METRICS


def lines(meter: PrometheusMeter) -> list[str]:
    return meter.exposition().decode().splitlines()


def test_counts_add_up_by_label_in_whichever_order_the_labels_are_named():
    meter = PrometheusMeter()
    meter.count("events_total", topic="product-created", verdict="published")
    meter.count("events_total", 2, verdict="published", topic="product-created")
    meter.count("events_total", topic="published", verdict="product-created")
    assert 'copydesk_events_total{topic="product-created",verdict="published"} 3.0' in lines(meter)
    assert 'copydesk_events_total{topic="published",verdict="product-created"} 1.0' in lines(meter)


def test_a_gauge_is_what_it_was_set_to_last():
    meter = PrometheusMeter()
    meter.gauge("in_flight_events", 3)
    meter.gauge("in_flight_events", 1)
    assert "copydesk_in_flight_events 1.0" in lines(meter)


def test_a_histogram_counts_into_cumulative_buckets():
    meter = PrometheusMeter()
    for seconds in (0.001, 0.002, 0.3, 120.0):
        meter.observe("event_seconds", seconds, topic="probe")
    told = lines(meter)
    assert 'copydesk_event_seconds_bucket{le="0.001",topic="probe"} 1.0' in told
    assert 'copydesk_event_seconds_bucket{le="0.0025",topic="probe"} 2.0' in told
    assert 'copydesk_event_seconds_bucket{le="60.0",topic="probe"} 3.0' in told
    assert 'copydesk_event_seconds_bucket{le="+Inf",topic="probe"} 4.0' in told
    assert 'copydesk_event_seconds_count{topic="probe"} 4.0' in told
    assert 'copydesk_event_seconds_sum{topic="probe"} 120.303' in told


def test_every_metric_of_the_list_is_there_before_anything_happened():
    told = lines(PrometheusMeter())
    for name in METRICS:
        assert any(line.startswith(f"# TYPE copydesk_{name} {kind_of(name)}") for line in told), name


def test_a_metric_without_labels_is_there_from_the_start_so_that_an_alert_can_read_it():
    assert "copydesk_breaker_open 0.0" in lines(PrometheusMeter())


@pytest.mark.parametrize("labels", [{}, {"topic": "x"}, {"topic": "x", "verdict": "y", "id": "z"}])
def test_other_labels_than_its_own_are_refused(labels):
    with pytest.raises(ValueError, match="has the labels"):
        PrometheusMeter().count("events_total", **labels)


def test_a_name_of_another_kind_is_refused():
    meter = PrometheusMeter()
    with pytest.raises(TypeError, match="is a gauge"):
        meter.count("in_flight_events")
    with pytest.raises(TypeError, match="is a counter"):
        meter.observe("rewrites_asked_total", 1)
    meter.gauge("in_flight_events", 1)
    with pytest.raises(TypeError, match="is a gauge"):
        meter.count("in_flight_events")


def test_an_id_that_slips_into_a_label_does_not_fill_the_memory():
    meter = PrometheusMeter()
    for number in range(MAX_SERIES + 50):
        meter.count("dead_letters_total", topic="probe", reason=f"id-{number}")
    told = [line for line in lines(meter) if line.startswith("copydesk_dead_letters_total")]
    assert len(told) <= MAX_SERIES + 1
    (other,) = [line for line in told if OTHER in line]
    assert int(float(other.split()[-1])) == MAX_SERIES + 50 - (len(told) - 1)


def test_threads_lose_no_counts():
    meter = PrometheusMeter()

    def count():
        for _ in range(5000):
            meter.count("rewrites_asked_total")

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "copydesk_rewrites_asked_total 20000.0" in lines(meter)


def test_two_meters_share_nothing():
    first, second = PrometheusMeter(), PrometheusMeter()
    first.count("rewrites_asked_total")
    assert "copydesk_rewrites_asked_total 0.0" in lines(second)
