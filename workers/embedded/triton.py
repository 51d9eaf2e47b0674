"""One Triton Inference Server on loopback: its command line, and the shared memory it may leave behind."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.embedded.loopback import HOST
from workers.embedded.process import Command
from workers.embedded.triton_home import TritonHome
from workers.errors import Fatal

STOP_SECONDS: Final = 10.0
EXIT_TIMEOUT_SECONDS: Final = 5
"""A model with a dead stub uses all of it."""

SHARED_MEMORY: Final = Path("/dev/shm")  # noqa: S108  where the kernel keeps it, not a temporary file


@dataclass(frozen=True, slots=True)
class TritonNode:
    """Where a server lives. `shm_prefix` is unique on this machine: sharers would end each other's models.

    `http_port` 0 = no HTTP.
    """

    home: TritonHome
    model_repository: Path
    folder: Path
    log: Path
    port: int
    metrics_port: int
    shm_prefix: str
    environment: Mapping[str, str]
    http_port: int = 0

    @property
    def url(self) -> str:
        """For gRPC clients."""
        return f"{HOST}:{self.port}"

    def command(self) -> Command:
        """What runs the server. Raises `Fatal` when there is no model repository."""
        self.folder.mkdir(parents=True, exist_ok=True)
        # Absolute: the server changes its working directory while it loads models.
        repository = self.model_repository.resolve()
        if not repository.is_dir():
            raise Fatal("model-repository-missing", f"{repository} is not a folder")
        argv = (
            str(self.home.server),
            *("--model-repository", str(repository)),
            *("--backend-directory", str(self.home.backends)),
            *("--cache-directory", str(self.home.caches)),
            *("--backend-config", f"python,shm-region-prefix-name={self.shm_prefix}"),
            *("--grpc-address", HOST, "--grpc-port", str(self.port)),
            *self._http(),
            *("--metrics-address", HOST, "--metrics-port", str(self.metrics_port)),
            *("--allow-gpu-metrics", "false"),
            # At info it ends every start with tables, and a failure's reason is not among its last lines.
            *("--log-info", "false"),
            "--disable-auto-complete-config",
            *("--exit-timeout-secs", str(EXIT_TIMEOUT_SECONDS)),
        )
        return Command(argv, self.home.environment(self.environment), self.folder, self.log, STOP_SECONDS)

    def _http(self) -> tuple[str, ...]:
        if not self.http_port:
            return ("--allow-http", "false")
        return ("--http-address", HOST, "--http-port", str(self.http_port), "--http-thread-count", "1")

    def clean(self) -> None:
        """Remove the shared memory of a server that was killed. Only while it does not run."""
        clean_shared_memory(self.shm_prefix)


def shm_prefix_of(folder: Path) -> str:
    """For the server of a data folder: the same at every start, and nobody else's."""
    return f"copydesk_{hashlib.sha256(bytes(folder)).hexdigest()[:8]}_"


def clean_shared_memory(prefix: str) -> None:
    """Remove what a server that no longer runs has left behind."""
    for region in SHARED_MEMORY.glob(f"{prefix}*"):
        region.unlink(missing_ok=True)
