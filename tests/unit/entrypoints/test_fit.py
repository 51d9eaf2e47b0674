"""What the fits publish and how they are shown; their commands where there is no broker."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

import workers
from schemas.codec import decode_own, encode
from schemas.outbound_users import Affinity, AudienceSet, PopularShelf
from schemas.topics import AFFINITY, AUDIENCE
from tests.unit.plan.test_fitting_audiences import BOOKS, GARDEN, KITCHEN, LITTLE
from workers.entrypoints.cli import app
from workers.entrypoints.fit.audiences import Asked, Profiles, audiences_of
from workers.entrypoints.fit.records import Changes, Printer, affinity, by_key, digest_in, digest_of, shelf
from workers.entrypoints.fit.view import audience_lines, audiences_document
from workers.entrypoints.reading import Held
from workers.errors import Exit, Fatal
from workers.publish.fold import edition_of

ROOT = Path(workers.__file__).parents[1]
NOW = 1_750_000_000_000
MUG = affinity("mug", (("bowl", 1000), ("plate", 300)))
EVERYTHING = shelf("*", (("mug", 1000),))
PRINTER = Printer(AFFINITY, 3, NOW)


@dataclass
class Logged:
    key: bytes
    value: bytes | None
    offset: int = 0
    timestamp: int = NOW
    headers: tuple[tuple[str, bytes | None], ...] = ()


def standing(*made, edition: int = 5):
    return {key: Held(edition, 0, digest_of(one)) for key, one in made}


def test_what_is_new_is_published_under_its_key_with_its_edition_in_value_and_header():
    changes = Changes([MUG, EVERYTHING], {}, PRINTER)
    mug, everything = list(changes)
    assert (mug.key, everything.key) == (b"product mug", b"shelf *")
    assert decode_own(mug.value, Affinity).neighbours[1].weight == 300
    assert decode_own(everything.value, PopularShelf).shelf == "*"
    assert mug.edition == edition_of(mug.headers) == decode_own(mug.value, Affinity).edition == NOW
    assert dict(mug.headers)["ce_type"] == b"affinity/1"
    assert (changes.affinities, changes.shelves, changes.published) == (1, 1, 2)


def test_what_says_the_same_is_left_as_it_is_and_what_differs_goes_above_it():
    other = affinity("mug", (("bowl", 1000),))
    changes = Changes([MUG, EVERYTHING], standing(other, EVERYTHING, edition=NOW + 9), PRINTER)
    (record,) = list(changes)
    assert (record.key, record.edition) == (b"product mug", NOW + 10)
    assert (changes.unchanged, changes.published, changes.withdrawn) == (1, 1, 0)


def test_what_is_gone_is_taken_back_once():
    there = standing(MUG) | {b"product lamp": Held(7, 0, None)}
    changes = Changes([EVERYTHING], there, PRINTER)
    _, gone = list(changes)
    assert (gone.key, gone.value, gone.edition) == (b"product mug", None, NOW)
    assert edition_of(gone.headers) == NOW
    assert changes.withdrawn == 1


def test_what_cannot_be_read_is_published_again():
    key, mug = MUG
    assert digest_in(Logged(key, encode(mug.model_copy(update={"edition": 99})))) == digest_of(mug)
    assert digest_in(Logged(b"shelf *", encode(EVERYTHING[1]))) == digest_of(EVERYTHING[1])
    assert digest_in(Logged(key, b"{}")) == b""


def test_of_a_key_that_stands_in_two_partitions_the_higher_counts():
    found = {(0, b"k"): Held(9, 0, b"new"), (1, b"k"): Held(3, 5, b"old")}
    assert by_key(found)[b"k"].value == b"new"


def audiences(k: int = 2, k_min: int = 20, was: AudienceSet | None = None):
    likes = [KITCHEN] * 30 + [BOOKS] * 25 + [GARDEN] * 22 + [LITTLE] * 3
    profiles = Profiles(likes, Held(NOW + 5 if was else 0, 0, was), 3)
    return audiences_of(profiles, Asked(0, k, k_min, NOW), lambda _: None)


def test_a_set_is_one_record_above_the_last_with_the_next_version():
    first = audiences(3)
    told = decode_own(first.record.value, AudienceSet)
    assert (first.record.topic, first.record.key, told.version, told.edition) == (AUDIENCE.name, b"fitted", 1, NOW)
    again = audiences(3, was=told)
    assert (again.version, again.record.edition) == (2, NOW + 6)
    assert {one.id for one in again.fit.audiences} == again.fit.old


def test_left_to_itself_a_fit_takes_the_number_of_clusters_that_are_told_apart_best():
    found = audiences(0, k_min=5)
    assert found.k in {6, 8}
    assert len(found.fit.audiences) == 3


def test_too_few_users_are_refused_with_what_to_do():
    with pytest.raises(Fatal, match="nothing was published: wait for more") as refused:
        audiences(k_min=39)
    assert refused.value.reason == "too-few-users"
    with pytest.raises(Fatal, match="lower `--k-min`") as refused:
        audiences(3, k_min=31)
    assert refused.value.reason == "no-audiences"


def test_a_fit_says_who_is_in_no_audience_and_how_far_apart_the_clusters_are():
    found = audiences(3)
    told = audiences_document(found)
    assert told["everyone_share"] == round(3 / 80, 4)
    assert [one["users"] for one in told["audiences"]] == [one.size for one in found.fit.audiences]
    lines = " ".join(audience_lines(found))
    assert "3.8% of the users are in `everyone`" in lines
    assert "silhouette of the 3 clusters" in lines


@pytest.mark.parametrize("command", ["affinity", "audiences"])
def test_without_a_broker_there_is_one_line(command):
    result = CliRunner().invoke(app, [command, "fit", "--bootstrap", "127.0.0.1:1"])
    assert result.exit_code == Exit.FAILED
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith("broker-away: ")


@pytest.mark.parametrize(
    "arguments",
    [("audiences", "fit", "--k", "1"), ("audiences", "fit", "--k", "97"), ("audiences", "fit", "--k", "some"),
     ("audiences", "fit", "--k-min", "1"), ("affinity", "fit", "--k", "25")],
)  # fmt: skip
def test_a_number_that_makes_no_sense_is_a_wrong_command_line(arguments):
    assert CliRunner().invoke(app, [*arguments]).exit_code == Exit.USAGE


def test_help_opens_no_library_of_the_fits():
    script = (
        "import sys\nfrom workers.entrypoints.cli import app\n"
        "app(['audiences', 'fit', '--help'], standalone_mode=False)\n"
        "print(sorted({'sklearn', 'scipy', 'numpy', 'aiokafka', 'faust'} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"
