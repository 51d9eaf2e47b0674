from schemas.topics import CATALOGUE, PRODUCT_CREATED, TOPICS
from workers.adapters.kafka_admin import DescribedTopic
from workers.adapters.kafka_topics import Drift, Recount, compare

BROKERS_OWN = {"compression.type": "producer", "flush.ms": "9223372036854775807"}


def as_wanted(partitions: int = 8) -> dict[str, DescribedTopic]:
    return {
        name: DescribedTopic(partitions, {**BROKERS_OWN, **topic.config()}, topic.config())
        for name, topic in TOPICS.items()
    }


def test_a_broker_that_has_everything_needs_nothing() -> None:
    assert compare(TOPICS.values(), 8, as_wanted()).empty


def test_an_empty_broker_needs_every_topic_with_its_settings() -> None:
    todo = compare(TOPICS.values(), 8, {})
    assert {topic.name: (topic.partitions, topic.config) for topic in todo.missing} == {
        name: (8, topic.config()) for name, topic in TOPICS.items()
    }
    assert not todo.drifts
    assert not todo.recounts


def test_a_setting_that_differs_is_named_with_both_values() -> None:
    found = as_wanted()
    found[CATALOGUE.name] = DescribedTopic(8, {**CATALOGUE.config(), "cleanup.policy": "delete"}, {})
    (drift,) = compare(TOPICS.values(), 8, found).drifts
    assert drift == Drift("catalogue", "cleanup.policy", "delete", "compact")


def test_another_number_of_partitions_is_a_recount_not_a_drift() -> None:
    found = {**as_wanted(), PRODUCT_CREATED.name: as_wanted(24)[PRODUCT_CREATED.name]}
    todo = compare(TOPICS.values(), 8, found)
    assert todo.recounts == (Recount("product-created", 24, 8),)
    assert not todo.drifts
