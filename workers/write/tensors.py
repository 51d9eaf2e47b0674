"""The tensor contract with the model called `writer`: names and dtypes. Every tensor is `[B, 1]`.

The table in `model_repository/README.md` is the same contract for people; a test compares both with `config.pbtxt`.
"""

from typing import Final

MODEL: Final = "writer"

INPUTS: Final = {
    "prompt": "TYPE_STRING",
    "max_tokens": "TYPE_INT32",
    "temperature": "TYPE_FP32",
    "top_k": "TYPE_INT32",
    "seed": "TYPE_INT64",
}
OUTPUTS: Final = {
    "text": "TYPE_STRING",
    "score": "TYPE_FP32",
    "tokens_in": "TYPE_INT32",
    "tokens_out": "TYPE_INT32",
    "finish": "TYPE_STRING",
    "status": "TYPE_STRING",
}
STATUS_OK: Final = "ok"
