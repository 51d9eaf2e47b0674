"""Triton's shell around the realiser, as far as it can be looked at without Triton."""

import importlib.util
import json  # noqa: TID251  as Triton tells a model its config
import shutil
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
SHELL = ROOT / "model_repository" / "writer" / "1" / "model.py"


def shell(monkeypatch: pytest.MonkeyPatch, path: Path = SHELL) -> ModuleType:
    monkeypatch.setitem(sys.modules, "triton_python_backend_utils", ModuleType("triton_python_backend_utils"))
    spec = importlib.util.spec_from_file_location("writer_model", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(**parameters: str) -> dict[str, str]:
    config = {"parameters": {name: {"string_value": value} for name, value in parameters.items()}}
    return {"model_config": json.dumps(config)}


def test_it_does_not_load_where_numpy_would_corrupt_its_strings(monkeypatch):
    assert int(np.__version__.split(".")[0]) > 1, "the workers' own NumPy is what it must refuse"
    with pytest.raises(RuntimeError, match=r"NumPy 2.* give it numpy==1\.26\.4"):
        shell(monkeypatch).TritonPythonModel().initialize(told())


def test_it_finds_the_code_above_itself_or_where_it_is_told(monkeypatch, tmp_path):
    assert shell(monkeypatch)._code_root(told()) == ROOT
    away = tmp_path / "writer" / "1" / "model.py"
    away.parent.mkdir(parents=True)
    shutil.copy(SHELL, away)
    assert shell(monkeypatch, away)._code_root(told(code=str(ROOT))) == ROOT
    for parameters in ({}, {"code": str(tmp_path)}):
        with pytest.raises(RuntimeError, match=r'parameters \{ key: "code"'):
            shell(monkeypatch, away)._code_root(told(**parameters))
