"""A model that costs nothing, run by Triton as `writer`: what is measured around it is ours."""

import json

import numpy as np
import triton_python_backend_utils as pb_utils

CANARY = json.dumps({"fingerprint": "0" * 64, "packs": ["compact/1"]}).encode()
TEXT = b"Copydesk probe"


class TritonPythonModel:
    def execute(self, requests):
        return [self._respond(request) for request in requests]

    def _respond(self, request):
        prompts = pb_utils.get_input_tensor_by_name(request, "prompt").as_numpy().ravel()
        texts = [CANARY if b'"canary"' in prompt else TEXT for prompt in prompts]
        rows = len(texts)
        return pb_utils.InferenceResponse(
            [
                _column("text", np.array(texts, np.object_)),
                _column("score", np.zeros(rows, np.float32)),
                _column("tokens_in", np.zeros(rows, np.int32)),
                _column("tokens_out", np.zeros(rows, np.int32)),
                _column("finish", np.array([b"stop"] * rows, np.object_)),
                _column("status", np.array([b"ok"] * rows, np.object_)),
            ]
        )


def _column(name, values):
    return pb_utils.Tensor(name, values.reshape(-1, 1))
