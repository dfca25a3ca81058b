"""Importing the package is cheap: heavy packages load inside the function that needs them."""

import subprocess
import sys

HEAVY = (
    "argostranslate",
    "ctranslate2",
    "docx",
    "gguf",
    "numpy",
    "onnxruntime",
    "opencc",
    "openpyxl",
    "pypinyin",
    "rapidfuzz",
    "sentencepiece",
    "tokenizers",
    "translate",
    "weasyprint",
)
# Works on arrays throughout; the installer imports it when it runs.
ARRAYS = ("workflow.engines.convert",)

PROGRAM = f"""
import importlib, pkgutil, sys, workflow
for module in pkgutil.walk_packages(workflow.__path__, "workflow."):
    if module.name not in {ARRAYS!r}:
        importlib.import_module(module.name)
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def test_importing_every_module_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True)
    assert (done.stdout.split(), done.stderr) == ([], "")


def test_torch_is_never_there() -> None:
    code = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is not None)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
