"""The runtime of the model: onnxruntime, kept from reporting to its maker.

`memcon/__init__.py` turns its telemetry off before it is first imported. A program that imported
onnxruntime before memcon has it running by then; what can still be stopped is stopped here.
"""

from __future__ import annotations

import onnxruntime

onnxruntime.disable_telemetry_events()

InferenceSession = onnxruntime.InferenceSession
SessionOptions = onnxruntime.SessionOptions
