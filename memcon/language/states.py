"""States of the words as the one pass of the encoder left them, for all that is asked afterwards."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from memcon.attribution.extract import Encoded, Prepared, encode
from memcon.attribution.windows import Window
from memcon.language.model import Model

#: Words of a text whose states are kept; the windows of a longer one are read again when asked for.
KEPT = 60_000


class States:
    """States of a text's words.

    :param prepared: the text as the encoder read it.
    :param parts: what it gave for each window; None for one that was not kept.
    """

    def __init__(self, prepared: Prepared, parts: Sequence[Encoded | None], model: Model) -> None:
        self.prepared = prepared
        self._parts = parts
        self._model = model
        self._last: Encoded | None = None
        self._owner = np.array([w.own_stop for w in prepared.windows], dtype=np.int64)

    def of(self, first: int, stop: int) -> NDArray[np.float32]:
        """States of the words from `first` to `stop`, `(stop - first, width)`.

        A word's state is that of the window that decides about it.
        """
        out: list[NDArray[np.float32]] = []
        at = first
        while at < stop:
            number = int(np.searchsorted(self._owner, at, side="right"))
            window = self.prepared.windows[number]
            end = min(stop, window.own_stop)
            states = self._part(number).states
            out.append(states[at - window.start : end - window.start])
            at = end
        return out[0] if len(out) == 1 else np.concatenate(out)

    def _part(self, number: int) -> Encoded:
        kept = self._parts[number]
        if kept is not None:
            return kept
        window: Window = self.prepared.windows[number]
        if self._last is None or self._last.window != window:
            self._last = encode(self.prepared, window, self._model)
        return self._last
