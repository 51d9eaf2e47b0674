"""Keys go where Java's clients send them."""

import pytest
from aiokafka.partitioner import murmur2

from workers.adapters.partitioner import partition_for

# From Apache Kafka's own UtilsTest, as signed 32-bit integers.
JAVA = {
    b"21": -973932308,
    b"foobar": -790332482,
    b"a-little-bit-long-string": -985981536,
    b"a-little-bit-longer-string": -1486304829,
    b"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8": -58897971,
    b"abc": 479470107,
}


@pytest.mark.parametrize(("key", "signed"), JAVA.items())
def test_the_hash_is_javas(key, signed):
    assert murmur2(key) == signed & 0xFFFF_FFFF


@pytest.mark.parametrize("partitions", [1, 8, 24])
@pytest.mark.parametrize(("key", "signed"), JAVA.items())
def test_the_partition_is_the_positive_hash_modulo_their_number(key, signed, partitions):
    assert partition_for(key, partitions) == (signed & 0x7FFF_FFFF) % partitions
