"""The model behind Triton: one gRPC call with a deadline, what a status code means, the handshake."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

import grpc
from tritonclient.grpc import model_config_pb2, service_pb2, service_pb2_grpc

from workers.errors import DoNotRestart, Fatal, Fault, Permanent, Transient
from workers.outcome import Answer, Order
from workers.write.prompts.compact import CANARY, NAME, Served, read_canary
from workers.write.rows import pack_orders, unpack_answers
from workers.write.tensors import INPUTS, MODEL, OUTPUTS, STATUS_OK

CONNECT_SECONDS: Final = 0.5
"""A call waits so long for a connection: enough to reconnect, and short enough to notice an absence."""

_CHANNEL: Final = (
    ("grpc.max_receive_message_length", -1),
    ("grpc.max_send_message_length", -1),
    ("grpc.initial_reconnect_backoff_ms", 100),
    ("grpc.min_reconnect_backoff_ms", 100),
    ("grpc.max_reconnect_backoff_ms", 1000),
)

_ATTEMPTING: Final = (grpc.ChannelConnectivity.IDLE, grpc.ChannelConnectivity.CONNECTING)

_Code = grpc.StatusCode
_FATES: Final[tuple[tuple[grpc.StatusCode, str, type[Fault], str], ...]] = (
    (_Code.DEADLINE_EXCEEDED, "", Transient, "writer-too-slow"),
    # Not PERMISSION_DENIED, as one would expect: it must neither open the breaker nor be tried again.
    (_Code.UNAVAILABLE, "restricted", Fatal, "writer-restricted"),
    (_Code.UNAVAILABLE, "Exceeds maximum queue size", Transient, "writer-overloaded"),
    (_Code.UNAVAILABLE, "Request timeout expired", Transient, "writer-overloaded"),
    # A model that is being exchanged, or a server that is being stopped.
    (_Code.NOT_FOUND, "no available versions", Transient, "writer-loading"),
    (_Code.NOT_FOUND, "", Fatal, "writer-missing"),
    (_Code.INTERNAL, "is not healthy", Transient, "writer-stub-dead"),
    (_Code.INTERNAL, "RST_STREAM", Transient, "writer-away"),
    (_Code.INTERNAL, "", Permanent, "model-error"),
    (_Code.INVALID_ARGUMENT, "", Permanent, "model-refused"),
    (_Code.FAILED_PRECONDITION, "", Permanent, "model-refused"),
    (_Code.OUT_OF_RANGE, "", Permanent, "model-refused"),
    (_Code.RESOURCE_EXHAUSTED, "", Transient, "writer-overloaded"),
    (_Code.CANCELLED, "", Transient, "writer-call-cancelled"),
    (_Code.PERMISSION_DENIED, "", Fatal, "writer-forbidden"),
    (_Code.UNAUTHENTICATED, "", Fatal, "writer-forbidden"),
    (_Code.UNIMPLEMENTED, "", Fatal, "writer-contract"),
)


def fault_of(code: grpc.StatusCode, detail: str) -> Fault:
    """What a status means for the event that asked; whatever is not listed may pass."""
    for known, words, fate, reason in _FATES:
        if code is known and words in detail:
            return fate(reason, detail[:500])
    return Transient("writer-away", f"{code.name} {detail:.500}")


class TritonModel:
    """`ports.Model` over one channel, which reconnects by itself. `handshake` comes first.

    `version` "" is the server's newest. A call waits `CONNECT_SECONDS` for a connection that is being made,
    and not at all where the last attempt failed: such calls in a row are what opens the breaker.
    """

    def __init__(self, url: str, version: str = "") -> None:
        self._url = url
        self._version = version
        self._channel = grpc.aio.insecure_channel(url, options=_CHANNEL)
        self._stub = service_pb2_grpc.GRPCInferenceServiceStub(self._channel)
        self._max_batch_size: int | None = None
        self._fingerprint = ""

    @property
    def fingerprint(self) -> str:
        """What the server told last; empty before the handshake, when nothing can have been written by it."""
        return self._fingerprint

    @property
    def max_batch_size(self) -> int:
        """What the server told at the handshake. Raises `Transient` before it."""
        if self._max_batch_size is None:
            raise Transient("writer-away", "no handshake yet")
        return self._max_batch_size

    async def handshake(self, timeout: float) -> None:
        """Compare the model's config with the tensor contract, and ask who serves. May be repeated.

        Raises `DoNotRestart` on a mismatch, or what `infer` raises.
        """
        request = service_pb2.ModelConfigRequest(name=MODEL, version=self._version)
        await self._connect(timeout / 2)
        try:
            response = await self._stub.ModelConfig(request, timeout=timeout / 2)
        except grpc.aio.AioRpcError as error:
            raise fault_of(error.code(), error.details() or "") from error
        found = mismatches(response.config)
        if found:
            raise DoNotRestart(
                "writer-contract",
                f"the model `{MODEL}` at {self._url} is not ours: {'; '.join(found)}. "
                "Make its config.pbtxt say what model_repository/README.md says, and reload it",
            )
        self._max_batch_size = response.config.max_batch_size
        await self.canary(timeout)

    async def canary(self, timeout: float) -> None:
        """The smallest inference that there is: through the model's process, and its fingerprint comes back.

        Raises `DoNotRestart` for a model that does not take our prompts, or what `infer` raises.
        """
        (answer,) = await self.infer([Order(CANARY, max_tokens=1)], timeout)
        self._fingerprint = _served(answer, self._url).fingerprint

    async def infer(self, rows: Sequence[Order], timeout: float) -> Sequence[Answer]:
        """One call; an answer for each row, in order. Raises by the table of status codes."""
        request = _request(rows, self._version, batched=self.max_batch_size > 0)
        if self._channel.get_state(try_to_connect=True) is not grpc.ChannelConnectivity.READY:
            await self._connected(min(CONNECT_SECONDS, timeout / 2))
            timeout -= min(CONNECT_SECONDS, timeout / 2)
        try:
            response = await self._stub.ModelInfer(request, timeout=timeout)
        except grpc.aio.AioRpcError as error:
            raise fault_of(error.code(), error.details() or "") from error
        names = [output.name for output in response.outputs]
        return unpack_answers(dict(zip(names, response.raw_output_contents, strict=True)), len(rows))

    async def close(self) -> None:
        """End the channel and what is under way on it."""
        await self._channel.close()

    async def _connect(self, seconds: float) -> None:
        """Through as many attempts as it takes."""
        try:
            async with asyncio.timeout(seconds):
                await self._channel.channel_ready()
        except TimeoutError as error:
            raise Transient("writer-away", f"no connection to {self._url}") from error

    async def _connected(self, seconds: float) -> None:
        """Through the attempt that is under way; one that has failed is not waited for again."""
        try:
            async with asyncio.timeout(seconds):
                while (state := self._channel.get_state(try_to_connect=True)) in _ATTEMPTING:
                    await self._channel.wait_for_state_change(state)
        except TimeoutError:
            state = grpc.ChannelConnectivity.TRANSIENT_FAILURE
        if state is not grpc.ChannelConnectivity.READY:
            raise Transient("writer-away", f"no connection to {self._url}")


def _served(answer: Answer, url: str) -> Served:
    if answer.status in {"unknown-pack", "bad-prompt"}:
        raise DoNotRestart("writer-pack-unknown", f"{url} does not take {NAME}: {answer.status}")
    if answer.status != STATUS_OK:
        raise Transient("writer-canary-refused", f"{url}: {answer.status:.100}")
    try:
        served = read_canary(answer.text)
    except ValueError as error:
        raise DoNotRestart("writer-fingerprint-missing", f"{url} does not say who it is: {error}") from error
    if NAME not in served.packs:
        raise DoNotRestart("writer-pack-unknown", f"{url} takes {served.packs}, we speak {NAME}")
    return served


def mismatches(config: model_config_pb2.ModelConfig) -> list[str]:
    """How a model's config differs from `write/tensors.py`; empty when it does not."""
    found = [
        *_differences("input", INPUTS, _tensors(config.input)),
        *_differences("output", OUTPUTS, _tensors(config.output)),
    ]
    unknown = {tensor.name for tensor in config.input if not tensor.optional} - INPUTS.keys()
    found += [f"input `{name}` is wanted by the server and unknown to us" for name in sorted(unknown)]
    if config.model_transaction_policy.decoupled:
        found.append("it is decoupled, we make unary calls")
    return found


def _tensors(tensors: Sequence[model_config_pb2.ModelInput]) -> dict[str, str]:
    return {
        tensor.name: f"{model_config_pb2.DataType.Name(tensor.data_type)} {list(tensor.dims)}" for tensor in tensors
    }


def _differences(side: str, ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[str]:
    return [
        f"{side} `{name}` is {theirs.get(name, 'missing')}, the contract says {dtype} [1]"
        for name, dtype in ours.items()
        if theirs.get(name) != f"{dtype} [1]"
    ]


def _request(rows: Sequence[Order], version: str, *, batched: bool) -> service_pb2.ModelInferRequest:
    shape = [len(rows), 1] if batched else [1]
    request = service_pb2.ModelInferRequest(model_name=MODEL, model_version=version)
    columns = pack_orders(rows)
    for name, dtype in INPUTS.items():
        request.inputs.add(name=name, datatype=_WIRE[dtype], shape=shape)
        request.raw_input_contents.append(columns[name])
    for name in OUTPUTS:
        request.outputs.add(name=name)
    return request


_WIRE: Final = {"TYPE_STRING": "BYTES", "TYPE_INT32": "INT32", "TYPE_INT64": "INT64", "TYPE_FP32": "FP32"}
