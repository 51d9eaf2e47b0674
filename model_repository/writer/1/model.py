"""The writer, version 1: Triton's shell around the realiser, tested where it is, in workers/write."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import triton_python_backend_utils as pb_utils

_MARK = Path("workers", "write", "realise", "serve.py")


class TritonPythonModel:
    """Answers row by row; a bad row has a status of its own."""

    _answer: Callable[[bytes], Any]

    def initialize(self, args: dict[str, str]) -> None:
        """Raise, so that the model does not load, where rows would be corrupt or the code is missing."""
        if int(np.__version__.split(".")[0]) > 1:
            raise RuntimeError(f"NumPy {np.__version__} corrupts strings in this server: give it numpy==1.26.4")
        sys.path.insert(0, str(_code_root(args)))
        from workers.write.realise import realise  # noqa: PLC0415  it can be found from here on
        from workers.write.realise.serve import answer_prompt, fingerprint  # noqa: PLC0415

        fingerprint()  # of what has just been loaded, even if the files change while we run
        self._answer = lambda prompt: answer_prompt(prompt, realise)

    def execute(self, requests: list[Any]) -> list[Any]:
        """One response for each request, `[B, 1]` as it came."""
        return [self._respond(request) for request in requests]

    def _respond(self, request: Any) -> Any:  # noqa: ANN401  the server's types exist only inside it
        prompts = pb_utils.get_input_tensor_by_name(request, "prompt").as_numpy().ravel()
        replies = [self._answer(prompt) for prompt in prompts]
        return pb_utils.InferenceResponse(
            [
                _column("text", [reply.text.encode() for reply in replies], np.object_),
                _column("score", [0.0] * len(replies), np.float32),
                _column("tokens_in", [reply.tokens_in for reply in replies], np.int32),
                _column("tokens_out", [reply.tokens_out for reply in replies], np.int32),
                _column("finish", [reply.finish.encode() for reply in replies], np.object_),
                _column("status", [reply.status.encode() for reply in replies], np.object_),
            ]
        )


def _column(name: str, values: list[Any], dtype: type[np.generic]) -> Any:  # noqa: ANN401  as above
    return pb_utils.Tensor(name, np.array(values, dtype).reshape(-1, 1))


def _code_root(args: dict[str, str]) -> Path:
    told = json.loads(args["model_config"]).get("parameters", {}).get("code", {}).get("string_value")
    for folder in [Path(told)] if told else Path(__file__).resolve().parents:
        if (folder / _MARK).is_file():
            return folder
    raise RuntimeError(
        f"no {_MARK} in {told or 'the folders above ' + __file__}. Keep model_repository beside workers, or "
        'name their folder in config.pbtxt: parameters { key: "code" value { string_value: "/the/folder" } }'
    )
