"""What the doctor says of product ids, and when it says nothing. A real broker is asked in tests/integration."""

import asyncio
from pathlib import Path

import pytest

from schemas.topics import CATALOGUE
from tests.unit.adapters.log_double import MemoryLog, MemoryReader
from workers.adapters.kafka_reader import Place
from workers.audit.keys import SharedKeys
from workers.embedded import product_ids
from workers.embedded.finding import Finding, Mark
from workers.embedded.folder import DataFolder, KafkaEntry, PlatformState, own_identity
from workers.embedded.product_ids import examine_product_ids, finding_of, shared_keys


def keys_of(*seen: tuple[bytes, int]) -> SharedKeys:
    keys = SharedKeys()
    for key, partition in seen:
        keys.add(key, partition)
    return keys


def written(path: Path, state: str) -> Path:
    pid, started = own_identity()
    folder = DataFolder(path)
    folder.made()
    folder.write(PlatformState(state=state, pid=pid, started=started, kafka=KafkaEntry(bootstrap="127.0.0.1:1")))
    return path


def test_ids_that_keep_to_their_partition_are_well() -> None:
    finding = finding_of(keys_of((b"mug-1", 1), (b"mug-1", 1), (b"pan-2", 4)))
    assert finding == Finding("product ids", Mark.GOOD, "each in one partition")


def test_an_id_in_two_partitions_is_named_with_both_and_a_remedy() -> None:
    finding = finding_of(keys_of((b"mug-1", 4), (b"pan-2", 4), (b"mug-1", 1)))
    assert (finding.mark, finding.found) == (Mark.WARN, "1 in more than one partition: mug-1 (1, 4)")
    assert "one partitioner, e.g. murmur2" in finding.fix


def test_of_many_a_few_are_named() -> None:
    finding = finding_of(keys_of(*((b"mug-%d" % n, partition) for n in range(9) for partition in (0, 2))))
    assert finding.found == "9 in more than one partition: mug-0 (0, 2), mug-1 (0, 2), mug-2 (0, 2) and 6 more"


def test_where_no_platform_is_up_nothing_is_said(tmp_path: Path) -> None:
    assert asyncio.run(examine_product_ids(tmp_path / "nowhere")) == ()
    assert asyncio.run(examine_product_ids(written(tmp_path, "starting"))) == ()
    (tmp_path / "state.json").write_text("{")
    assert asyncio.run(examine_product_ids(tmp_path)) == (), "the finding `platform` has told it"


def test_a_platform_whose_broker_is_away_is_bad_and_says_where_to_look(tmp_path: Path) -> None:
    (finding,) = asyncio.run(examine_product_ids(written(tmp_path, "up")))
    assert finding.mark is Mark.BAD
    assert finding.found.startswith("not looked at: broker-")
    assert "`copydesk logs kafka`" in finding.fix


class EndlessReader(MemoryReader):
    """A catalogue that is longer than anybody's patience."""

    async def read_range(self, ranges):
        self.assign({place: extent.start for place, extent in ranges.items()})
        yield await self.poll()
        await asyncio.Event().wait()


async def test_what_cannot_be_read_in_time_is_not_compared_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    log = MemoryLog()
    log.append(Place(CATALOGUE.name, 0), b"mug-1", b"{}")
    monkeypatch.setattr(product_ids, "LOOK_SECONDS", 0.05)
    keys = await shared_keys(EndlessReader(log))
    assert (keys.shared, keys.complete) == ({}, False)
    finding = finding_of(keys)
    assert (finding.mark, finding.found) == (
        Mark.WARN,
        "none seen in two partitions; not all of them were compared",
    )
    assert finding.fix
