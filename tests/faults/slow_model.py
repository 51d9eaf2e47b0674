"""A model repository like the real one, whose writer takes its time over certain products."""

import shutil
from pathlib import Path

from tests.faults.workload import SLOW_BRAND

PROJECT = Path(__file__).parents[2]
REAL = PROJECT / "model_repository" / "writer"
INSTANCES = 4

SHELL = '''"""The real writer, and a nap before a batch in which one product is slow."""

import importlib.util
import time
from pathlib import Path

import triton_python_backend_utils as pb_utils

_spec = importlib.util.spec_from_file_location("real_model", Path(__file__).with_name("real_model.py"))
_real = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_real)


class TritonPythonModel(_real.TritonPythonModel):
    def execute(self, requests):
        prompts = [pb_utils.get_input_tensor_by_name(r, "prompt").as_numpy().ravel() for r in requests]
        if any({brand!r} in bytes(prompt).lower() for rows in prompts for prompt in rows):
            time.sleep({seconds})
        return super().execute(requests)
'''


def slow_repository(folder: Path, seconds: float) -> Path:
    """The writer again, under the same contract, but slow where the slow brand is asked for."""
    writer = folder / "models" / "writer"
    shutil.copytree(REAL, writer)
    model = writer / "1" / "model.py"
    model.rename(writer / "1" / "real_model.py")
    model.write_text(SHELL.format(brand=SLOW_BRAND.lower().encode(), seconds=seconds))
    config = (writer / "config.pbtxt").read_text()
    told = config.replace("count: 2", f"count: {INSTANCES}")
    code = f'\nparameters {{ key: "code" value {{ string_value: "{PROJECT}" }} }}\n'
    (writer / "config.pbtxt").write_text(told + code)
    return writer.parent
