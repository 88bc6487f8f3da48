"""memcon: who said what, cited to the character.

    record = memcon.read("report.txt")

`read` and the classes are loaded when they are first used, so that `memcon --help` need not wait
for a language pipeline.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.comparison import Comparison, compare
    from memcon.document import Document
    from memcon.errors import MemconError
    from memcon.reading import read, read_many
    from memcon.record import Record

# onnxruntime reports to its maker unless it is told not to before it is first imported, and every way
# into memcon (command, library, web app, worker, spaCy component) comes through this file.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
__all__ = ["Comparison", "Document", "MemconError", "Record", "compare", "read", "read_many"]

_HOMES = {
    "Comparison": "memcon.comparison",
    "compare": "memcon.comparison",
    "Document": "memcon.document",
    "MemconError": "memcon.errors",
    "Record": "memcon.record",
    "read": "memcon.reading",
    "read_many": "memcon.reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'memcon' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
