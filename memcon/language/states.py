"""States of the words as the encoder left them, for all that is asked of a text afterwards."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memcon.attribution.extract import Encoded, Prepared, encode, prepare
from memcon.language.model import Model
from memcon.language.quotations import find_quotations
from memcon.language.words import Words

#: Words of a text whose states are kept; the windows of a longer one are read again when asked for.
KEPT = 100_000


class States:
    """States of a text's words; a window is read once, unless the text is very long.

    :param prepared: the text as the encoder reads it.
    """

    def __init__(self, prepared: Prepared, model: Model) -> None:
        self.prepared = prepared
        self._model = model
        self._kept: list[Encoded | None] = [None] * len(prepared.windows)
        self._last: Encoded | None = None
        self._owner = np.array([w.own_stop for w in prepared.windows], dtype=np.int64)

    def keep(self, number: int, part: Encoded) -> None:
        """Keep what the encoder gave for a window, unless the text is very long."""
        if len(self.prepared.words) <= KEPT:
            self._kept[number] = part

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
        kept = self._kept[number]
        if kept is not None:
            return kept
        if self._last is None or self._last.window != self.prepared.windows[number]:
            self._last = encode(self.prepared, self.prepared.windows[number], self._model)
            self.keep(number, self._last)
        return self._last


def read_states(words: Words, model: Model) -> States:
    """States of a text's words by a model, each window read when it is first asked for."""
    return States(prepare(words, find_quotations(words.text), model), model)
