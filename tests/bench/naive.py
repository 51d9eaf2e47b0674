"""What one writes first: a Faust agent that awaits one model call for each event. Run as a process by the bench."""

import os
import sys

import faust
import numpy as np
import tritonclient.grpc.aio as triton

app = faust.App(
    "naive",
    datadir=os.environ["NAIVE_FOLDER"],
    broker=f"kafka://{os.environ['NAIVE_BOOTSTRAP']}",
    store="memory://",
    web_enabled=False,
    topic_allow_declare=False,
    topic_disable_leader=True,
    consumer_auto_offset_reset="earliest",
)
probes = app.topic("probe", value_type=bytes, value_serializer="raw")
copies = app.topic("naive-copy", value_type=bytes, value_serializer="raw")
COLUMNS = {
    "max_tokens": np.array([[64]], np.int32),
    "temperature": np.zeros((1, 1), np.float32),
    "top_k": np.zeros((1, 1), np.int32),
    "seed": np.zeros((1, 1), np.int64),
}
TYPES = {"max_tokens": "INT32", "temperature": "FP32", "top_k": "INT32", "seed": "INT64"}


@app.agent(probes)
async def write(stream):
    client = triton.InferenceServerClient(os.environ["NAIVE_TRITON"])
    async for event in stream.events():
        prompt = triton.InferInput("prompt", [1, 1], "BYTES")
        prompt.set_data_from_numpy(np.array([[event.value]], np.object_))
        inputs = [prompt]
        for name, value in COLUMNS.items():
            column = triton.InferInput(name, [1, 1], TYPES[name])
            column.set_data_from_numpy(value)
            inputs.append(column)
        answer = await client.infer("writer", inputs)
        await copies.send(key=event.key, value=answer.as_numpy("text")[0, 0])


if __name__ == "__main__":
    sys.argv = ["naive", "worker", "-l", "warn", "--without-web"]
    app.main()
