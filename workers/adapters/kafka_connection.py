"""aiokafka's connection, mended for uvloop. Leans on aiokafka 0.14.0's inside; `tests/contract/test_aiokafka.py`.

asyncio's transport swallows a write once it is closed; uvloop's raises `RuntimeError`, and `AIOKafkaConnection.send`
turns only `OSError` into a closed connection. So a broker that is killed at the wrong moment ends the task that keeps
the client's metadata, unheard; whoever asks for fresh metadata then waits for ever, with the lock in hand under which
the group's coordinator is looked up. No heartbeat, no commit, no end: others get our partitions, and we go on writing.
"""

from typing import Any, Final

from aiokafka.conn import AIOKafkaConnection, CloseReason
from aiokafka.errors import KafkaConnectionError

_STOCK_SEND: Final[Any] = AIOKafkaConnection.send


def mend_connections() -> None:
    """For this process, before any client begins. Once more changes nothing."""
    AIOKafkaConnection.send = _send


def _send(connection: Any, request: Any, expect_response: Any = True) -> Any:  # noqa: ANN401, FBT002  aiokafka's own
    try:
        return _STOCK_SEND(connection, request, expect_response)
    except NotImplementedError:
        raise  # a broker too old or too new for this request: a new connection would be told the same, for ever
    except RuntimeError as error:
        # What the stock one does with an `OSError`: the client then connects again, and every caller can tell.
        connection.close(reason=CloseReason.CONNECTION_BROKEN)
        raise KafkaConnectionError(f"Connection at {connection.host}:{connection.port} broken: {error}") from error
