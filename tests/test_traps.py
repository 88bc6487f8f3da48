"""The traps for reading are as long as they are asked to be, and one that hangs ends its child alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from benchmarks.children import Child
from benchmarks.trap_texts import traps


def _begin() -> Callable[[Any], list[str]]:
    return lambda seconds: [str(time.sleep(seconds))]


def test_a_thousand_traps() -> None:
    texts = [make(1000) for make in traps().values()]
    assert len(texts) >= 1000
    assert all(950 < len(text) < 1050 for text in texts)


def test_a_child_that_hangs_is_begun_anew() -> None:
    child = Child(_begin)
    assert child.do(0, 30).faults == ["None"]
    assert child.do(60, 0.2).faults == ["ended after 0 s"]
    assert child.do(0, 30).faults == ["None"]
    child.end()
