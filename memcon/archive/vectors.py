"""Vectors: the meaning of statements as 384 numbers of 8 bits, compared exactly, by numpy.

An eighth of the room of 32-bit floats twice over costs nothing that matters here: the likeness of two
unit vectors changes by less than 0.01. No extension of the database is needed: sqlite-vec cannot be
loaded by many a Python (it is built without `enable_load_extension`), and an exact comparison of those
statements that the facets leave is as fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

#: Gives unit vectors, `(texts, 384)`, as `memcon.language.embedding.embed` does.
Embed = Callable[[Sequence[str]], NDArray[np.float32]]
WIDTH = 384
_SCALE = 127


def packed(vectors: NDArray[np.float32]) -> list[bytes]:
    """Unit vectors `(statements, 384)` as they are kept."""
    kept = np.rint(vectors * _SCALE).astype(np.int8)
    data, width = kept.tobytes(), kept.shape[1]
    return [data[start : start + width] for start in range(0, len(data), width)]


def likenesses(rows: Sequence[bytes], asked: NDArray[np.float32]) -> NDArray[np.float32]:
    """How like each of the kept vectors is to a unit vector: −1 to 1, `(rows,)`."""
    kept = np.frombuffer(b"".join(rows), dtype=np.int8).reshape(len(rows), -1)
    alike: NDArray[np.float32] = kept.astype(np.float32) @ asked.astype(np.float32)
    return alike / np.float32(_SCALE)
