"""A model for tests, run by Triton as `writer`: a prompt says what shall happen to its row or its call."""

import json
import os
import time

import numpy as np
import triton_python_backend_utils as pb_utils

LARGE = 6 << 20


class TritonPythonModel:
    def execute(self, requests):
        return [self._respond(request) for request in requests]

    def _respond(self, request):
        prompts = [bytes(p) for p in pb_utils.get_input_tensor_by_name(request, "prompt").as_numpy().ravel()]
        if b"break the call" in prompts:
            return pb_utils.InferenceResponse(error=pb_utils.TritonError("a row broke it"))
        if b"refuse the call" in prompts:
            code = pb_utils.TritonError.INVALID_ARG
            return pb_utils.InferenceResponse(error=pb_utils.TritonError("not such a row", code))
        if b"die" in prompts:
            os._exit(1)
        if b"sleep" in prompts:
            time.sleep(30)
        texts = [_text(prompt) for prompt in prompts]
        rows = len(texts)
        return pb_utils.InferenceResponse(
            [
                _column("text", texts, np.object_),
                _column("score", [0.0] * rows, np.float32),
                _column("tokens_in", [0] * rows, np.int32),
                _column("tokens_out", [0] * rows, np.int32),
                _column("finish", [b"stop"] * rows, np.object_),
                _column("status", [b"ok"] * rows, np.object_),
            ]
        )


def _text(prompt):
    if b"canary" in prompt:
        return json.dumps({"fingerprint": "a" * 64, "packs": ["compact/1"]}).encode()
    return b"x" * LARGE if prompt == b"large" else prompt


def _column(name, values, dtype):
    return pb_utils.Tensor(name, np.array(values, dtype).reshape(-1, 1))
