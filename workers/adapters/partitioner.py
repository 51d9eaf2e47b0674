"""Where a key belongs: the partition that Java's default partitioner, and so nearly everybody's, chooses."""

from aiokafka.partitioner import murmur2

_POSITIVE = 0x7FFF_FFFF


def partition_for(key: bytes, partitions: int) -> int:
    """murmur2 of the key, its sign bit dropped, modulo the number of partitions."""
    return (int(murmur2(key)) & _POSITIVE) % partitions
