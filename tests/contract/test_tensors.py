"""The tensor contract is written down three times: for people, for Triton, for us. They must say the same."""

from pathlib import Path

import pytest
from google.protobuf import text_format
from tritonclient.grpc import model_config_pb2

from workers.adapters.triton import fault_of, grpc, mismatches
from workers.errors import DoNotRestart, Fatal, Permanent, Transient
from workers.outcome import Answer, Order
from workers.write.rows import pack_orders
from workers.write.tensors import INPUTS, MODEL, OUTPUTS

REPOSITORY = Path(__file__).parents[2] / "model_repository"


@pytest.fixture
def config() -> model_config_pb2.ModelConfig:
    text = (REPOSITORY / MODEL / "config.pbtxt").read_text()
    return text_format.Parse(text, model_config_pb2.ModelConfig())


def tensors(entries) -> dict[str, str]:
    assert all(list(entry.dims) == [1] and not entry.HasField("reshape") for entry in entries)
    return {entry.name: model_config_pb2.DataType.Name(entry.data_type) for entry in entries}


def test_tritons_config_has_our_tensors_in_our_order(config):
    assert list(tensors(config.input).items()) == list(INPUTS.items())
    assert list(tensors(config.output).items()) == list(OUTPUTS.items())


def test_the_table_for_people_has_our_tensors_in_our_order():
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in (REPOSITORY / "README.md").read_text().splitlines()
        if line.startswith("| `")
    ]
    assert [(name, dtype) for name, side, dtype, *_ in rows if side == "in"] == list(INPUTS.items())
    assert [(name, dtype) for name, side, dtype, *_ in rows if side == "out"] == list(OUTPUTS.items())
    assert {dims for _, _, _, dims, _ in rows} == {"[1]"}


def test_what_we_send_and_read_are_these_tensors():
    assert list(pack_orders([Order(b"a")])) == list(INPUTS)
    assert Answer._fields == tuple(OUTPUTS)


def test_the_model_is_batched_on_the_cpu_and_its_queue_has_no_policy(config):
    assert (config.name, config.backend, config.max_batch_size) == (MODEL, "python", 64)
    assert config.HasField("dynamic_batching")
    assert config.dynamic_batching == model_config_pb2.ModelDynamicBatching()
    (group,) = config.instance_group
    assert (group.kind, group.count) == (model_config_pb2.ModelInstanceGroup.KIND_CPU, 2)
    assert mismatches(config) == []


def test_each_way_of_being_another_model_is_named(config):
    config.input[0].data_type = model_config_pb2.TYPE_INT32
    config.output[5].dims[0] = 2
    config.input.add(name="top_p", data_type=model_config_pb2.TYPE_FP32, dims=[1])
    config.input.add(name="note", data_type=model_config_pb2.TYPE_STRING, dims=[1], optional=True)
    config.model_transaction_policy.decoupled = True
    del config.input[4]
    assert mismatches(config) == [
        "input `prompt` is TYPE_INT32 [1], the contract says TYPE_STRING [1]",
        "input `seed` is missing, the contract says TYPE_INT64 [1]",
        "output `status` is TYPE_STRING [2], the contract says TYPE_STRING [1]",
        "input `top_p` is wanted by the server and unknown to us",
        "it is decoupled, we make unary calls",
    ]


@pytest.mark.parametrize(
    ("code", "detail", "fate", "reason"),
    [
        ("DEADLINE_EXCEEDED", "Deadline Exceeded", Transient, "writer-too-slow"),
        ("UNAVAILABLE", "failed to connect to all addresses", Transient, "writer-away"),
        ("UNAVAILABLE", "Socket closed", Transient, "writer-away"),
        ("UNAVAILABLE", "Exceeds maximum queue size", Transient, "writer-overloaded"),
        ("UNAVAILABLE", "Request timeout expired", Transient, "writer-overloaded"),
        ("UNAVAILABLE", "This protocol is restricted, expecting header", Fatal, "writer-restricted"),
        ("NOT_FOUND", "unknown model: 'writer' has no available versions", Transient, "writer-loading"),
        ("NOT_FOUND", "unknown model: 'writer' is not found", Fatal, "writer-missing"),
        ("INVALID_ARGUMENT", "batch-size must be <= 64", Permanent, "model-refused"),
        ("INTERNAL", "Stub process 'writer_0_0' is not healthy.", Transient, "writer-stub-dead"),
        ("INTERNAL", "Received RST_STREAM with error code 2", Transient, "writer-away"),
        ("INTERNAL", "Traceback (most recent call last)", Permanent, "model-error"),
        ("UNIMPLEMENTED", "unary on a decoupled model", Fatal, "writer-contract"),
        ("CANCELLED", "", Transient, "writer-call-cancelled"),
        ("RESOURCE_EXHAUSTED", "a proxy", Transient, "writer-overloaded"),
        ("UNAUTHENTICATED", "", Fatal, "writer-forbidden"),
        ("UNKNOWN", "", Transient, "writer-away"),
    ],
)
def test_a_status_decides_what_becomes_of_the_event(code, detail, fate, reason):
    fault = fault_of(grpc.StatusCode[code], detail)
    assert (type(fault), fault.reason) == (fate, reason)
    assert not isinstance(fault, DoNotRestart)
