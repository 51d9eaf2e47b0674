"""What we lean on inside aiokafka 0.14.0. A version bump must fail here, not in production."""

import asyncio
import contextlib
import hashlib
import importlib.metadata
import inspect
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
import uvloop
from aiokafka import AIOKafkaProducer
from aiokafka.client import AIOKafkaClient
from aiokafka.conn import AIOKafkaConnection, CloseReason
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.errors import KafkaConnectionError
from aiokafka.producer.message_accumulator import BatchBuilder, MessageAccumulator, MessageBatch
from aiokafka.protocol.admin import ApiVersionRequest

from workers.adapters import kafka_connection
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_closing import closed
from workers.adapters.kafka_connection import mend_connections

LEANED_ON = {
    kafka_connection._STOCK_SEND: "5909ea32f4ef",
    AIOKafkaConnection.close: "28f164aa1e4f",
    GroupCoordinator._do_heartbeat: "dc1d6632aaa6",
    GroupCoordinator._heartbeat_routine: "61d010289522",
    AIOKafkaProducer.send: "08ce81263f43",
    BatchBuilder.append: "657d76f55157",
    MessageBatch.append: "e3ff2fc253fd",
    MessageBatch.done: "2d765e5c2dc8",
    MessageBatch.failure: "719b2122c318",
    MessageAccumulator.add_message: "56ff7e6c1918",
    MessageAccumulator.add_batch: "5ed1c5b1367a",
    MessageAccumulator.drain_by_nodes: "fc995afbfc57",
    MessageAccumulator._pop_batch: "41cc98a298ef",
    AIOKafkaClient.close: "02119d4d618a",
    MessageAccumulator.reenqueue: "f75f518a1ae2",
}


class Pipe:
    """A writer whose transport has been closed by the broker's death."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.closed = False

    def write(self, data: bytes) -> None:
        raise self.error

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def stock() -> Iterator[None]:
    """As aiokafka is; whatever a test mends is undone."""
    was = AIOKafkaConnection.send
    AIOKafkaConnection.send = kafka_connection._STOCK_SEND
    yield
    AIOKafkaConnection.send = was


async def connection(error: Exception, reasons: list[CloseReason]) -> Any:
    """Open, as far as it knows; a request is on its way."""
    made = AIOKafkaConnection("127.0.0.1", 9, on_close=lambda _, reason: reasons.append(reason))
    made._reader, made._writer = asyncio.StreamReader(), Pipe(error)
    made._read_task = asyncio.get_running_loop().create_task(asyncio.Event().wait())
    return made


@pytest.mark.parametrize("function", LEANED_ON, ids=lambda function: function.__qualname__)
def test_what_we_lean_on_is_as_it_was_when_it_was_read(function: Any) -> None:
    digest = hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:12]
    assert digest == LEANED_ON[function], "read adapters/kafka_connection.py and kafka_pulse.py against the new source"


def test_the_version_is_the_one_that_was_read() -> None:
    assert importlib.metadata.version("aiokafka") == "0.14.0"


def test_uvloop_raises_what_aiokafka_does_not_catch_where_asyncio_says_nothing() -> None:
    """Why there is a mend at all; when this fails, it may go."""

    async def write_to_a_closed_transport() -> None:
        server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
        async with server:
            _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.transport.abort()
            await writer.wait_closed()
            writer.write(b"x")

    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        runner.run(write_to_a_closed_transport())
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner, pytest.raises(RuntimeError, match="closed"):
        runner.run(write_to_a_closed_transport())


async def test_without_the_mend_the_caller_gets_a_runtime_error_and_the_connection_stays(stock: None) -> None:
    reasons: list[CloseReason] = []
    broken = await connection(RuntimeError("the handler is closed"), reasons)
    with pytest.raises(RuntimeError, match="the handler is closed"):
        broken.send(ApiVersionRequest())
    assert (reasons, broken.connected()) == ([], True)
    broken.close()


async def test_a_write_to_a_closed_transport_closes_the_connection_and_the_caller_is_told(stock: None) -> None:
    mend_connections()
    mend_connections()
    reasons: list[CloseReason] = []
    broken = await connection(RuntimeError("the handler is closed"), reasons)
    writer, waiting = broken._writer, asyncio.get_running_loop().create_future()
    broken._requests.append((1, None, waiting))
    with pytest.raises(KafkaConnectionError, match="the handler is closed"):
        broken.send(ApiVersionRequest())
    assert (reasons, broken.connected(), writer.closed) == ([CloseReason.CONNECTION_BROKEN], False, True)
    assert isinstance(waiting.exception(), KafkaConnectionError)
    with pytest.raises(KafkaConnectionError, match="No connection"):
        broken.send(ApiVersionRequest())


@pytest.mark.parametrize("error", [NotImplementedError("no such version"), ValueError("ours")])
async def test_what_is_no_broken_connection_is_told_as_it_is(stock: None, error: Exception) -> None:
    mend_connections()
    reasons: list[CloseReason] = []
    well = await connection(error, reasons)
    with pytest.raises(type(error), match=str(error)):
        well.send(ApiVersionRequest())
    assert reasons == []
    well.close()


def at_work() -> Any:
    """A client whose metadata are being kept; no broker is asked."""
    client = AIOKafkaClient()
    client._sync_task = asyncio.get_running_loop().create_task(asyncio.Event().wait())
    return client


async def cancelled_while_it_closes(closing: Callable[[Any], Awaitable[None]]) -> asyncio.Task[None]:
    async def close() -> None:
        await closing(at_work())

    task = asyncio.get_running_loop().create_task(close())
    await SystemClock().sleep(0)
    await SystemClock().sleep(0)
    task.cancel()
    await asyncio.wait([task])
    return task


async def test_aiokafka_swallows_a_cancellation_that_comes_while_a_client_closes() -> None:
    """Why there is `closed`; when this fails, it may go."""
    task = await cancelled_while_it_closes(lambda client: client.close())
    assert not task.cancelled()


async def test_a_cancellation_that_comes_while_a_client_closes_is_heard() -> None:
    task = await cancelled_while_it_closes(lambda client: closed(client.close()))
    assert task.cancelled()


async def test_a_time_limit_that_ends_while_a_client_closes_is_heard() -> None:
    async def swallow() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0):
            await closed(swallow())


async def test_a_cancellation_that_aiokafka_lets_out_is_not_ours() -> None:
    async def let_out() -> None:
        raise asyncio.CancelledError

    await closed(let_out())


async def test_a_client_closes_as_well_after_a_cancellation_that_was_heard_before() -> None:
    async def stopped() -> str:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await closed(at_work().close())
            return "closed"
        raise AssertionError

    task = asyncio.get_running_loop().create_task(stopped())
    await SystemClock().sleep(0)
    task.cancel()
    assert await task == "closed"
