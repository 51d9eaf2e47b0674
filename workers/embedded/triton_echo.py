"""The self-test of an installed Triton: what a model is given and gives back must be the same bytes.

A wrong NumPy corrupts tensors without an error, and a server that is up says nothing about it.
"""

import asyncio
import tempfile
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ValidationError

from workers.embedded.loopback import ask, choose_ports
from workers.embedded.process import Process
from workers.embedded.triton import TritonNode
from workers.embedded.triton_home import TritonHome
from workers.errors import Fatal
from workers.ports import Clock

WITHIN_SECONDS: Final = 30.0
POLL_SECONDS: Final = 0.05

_CONFIG: Final = """\
name: "echo"
backend: "python"
max_batch_size: 0
input [
  { name: "words" data_type: TYPE_STRING dims: [ -1 ] },
  { name: "numbers" data_type: TYPE_UINT8 dims: [ -1 ] }
]
output [
  { name: "words" data_type: TYPE_STRING dims: [ -1 ] },
  { name: "numbers" data_type: TYPE_UINT8 dims: [ -1 ] }
]
instance_group [ { kind: KIND_CPU count: INSTANCES } ]
"""

_MODEL: Final = """\
import triton_python_backend_utils as pb


class TritonPythonModel:
    def execute(self, requests):
        return [pb.InferenceResponse([same(one, "words"), same(one, "numbers")]) for one in requests]


def same(request, name):
    return pb.Tensor(name, pb.get_input_tensor_by_name(request, name).as_numpy())
"""


class _Tensor(BaseModel):
    name: str
    datatype: str
    shape: tuple[int, ...]
    data: tuple[str | int, ...]


class _Inference(BaseModel):
    inputs: tuple[_Tensor, ...]


class _Inferred(BaseModel):
    outputs: tuple[_Tensor, ...]


_SAID: Final = (
    _Tensor(name="words", datatype="BYTES", shape=(3,), data=("plain", "纯棉，透气", "")),
    _Tensor(name="numbers", datatype="UINT8", shape=(4,), data=(0, 1, 127, 255)),
)


async def self_test(home: TritonHome, environment: Mapping[str, str], clock: Clock) -> None:
    """Run a server of its own for as long as one echo takes. Raises `Fatal` when it differs."""
    with tempfile.TemporaryDirectory(prefix="copydesk-echo-") as scratch:
        folder = Path(scratch)
        write_model(folder / "models")
        ports = choose_ports(("grpc", "metrics", "http"), {})
        node = TritonNode(
            home=home,
            model_repository=folder / "models",
            folder=folder,
            log=folder / "triton.log",
            port=ports["grpc"],
            metrics_port=ports["metrics"],
            shm_prefix=f"copydesk_echo_{uuid.uuid4().hex[:8]}_",
            environment=environment,
            http_port=ports["http"],
        )
        process = Process(node.command(), clock)
        try:
            heard = await _echo(process, node.http_port, clock)
        finally:
            await process.end()
            node.clean()
    if heard != _SAID:
        raise Fatal("triton-echo", f"Triton gave back {heard} for {_SAID}; delete {home.folder} and start again")


def write_model(repository: Path, instances: int = 1) -> None:
    """A model repository with `echo` alone: `words` and `numbers` in, the same out."""
    (repository / "echo" / "1").mkdir(parents=True)
    (repository / "echo" / "config.pbtxt").write_text(_CONFIG.replace("INSTANCES", str(instances)))
    (repository / "echo" / "1" / "model.py").write_text(_MODEL)


async def _echo(process: Process, port: int, clock: Clock) -> tuple[_Tensor, ...]:
    question = _Inference(inputs=_SAID).model_dump_json().encode()
    try:
        async with asyncio.timeout(WITHIN_SECONDS):
            answer = await _answer(process, port, question, clock)
            return _Inferred.model_validate_json(answer).outputs
    except (TimeoutError, ValidationError) as error:
        raise Fatal("triton-echo", f"Triton's self-test failed ({error!r}):\n{process.tail()}") from error


async def _answer(process: Process, port: int, question: bytes, clock: Clock) -> bytes:
    while process.code is None:
        try:
            return (await ask(port, "/v2/models/echo/infer", question))[1]
        except OSError:
            # The port opens when the model has been loaded.
            await clock.sleep(POLL_SECONDS)
    raise Fatal("triton-echo", f"Triton's self-test ended with {process.code}:\n{process.tail()}")
