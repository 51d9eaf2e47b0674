"""The two questions that tell whether the platform works: an inference, and an event through the workers."""

from typing import Final

from workers.adapters.kafka_probe import probe
from workers.adapters.triton import TritonModel
from workers.embedded.site import Checks

CANARY_SECONDS: Final = 4.0


async def canary(url: str) -> None:
    """The smallest inference. Raises `Transient` while it fails, `DoNotRestart` for another model."""
    model = TritonModel(url)
    try:
        await model.handshake(CANARY_SECONDS)
    finally:
        await model.close()


def real_checks() -> Checks:
    """Against real servers."""
    return Checks(canary=canary, probe=probe)
