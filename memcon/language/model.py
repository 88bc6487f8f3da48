"""The model file: one archive of an encoder, the heads on it, a tokenizer and their settings."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from memcon.errors import ModelError
from memcon.language.pinned import check_shipped
from memcon.language.runtime import InferenceSession, SessionOptions

#: The model that is shipped with the package.
SHIPPED = Path(str(files("memcon") / "models" / "memcon-en.zip"))


@dataclass(frozen=True)
class Model:
    """The loaded model; its methods may be called from several threads.

    :param digest: `sha256:` and the digest of the model file.
    :param settings: thresholds chosen on the development set, by name.
    :param coreference: weights of the coreference heads, by name; none in a draft of a model.
    :param sentence: weights of the sentence embedding, by name; none in a draft of a model.
    :param stance: the head that tells the polarity towards a span (`memcon.statements.stance`), and
    :param relation: the one that tells what one does to another (`memcon.events.classify`); None in a
        draft of a model.
    """

    digest: str
    tokenizer: Tokenizer
    settings: dict[str, Any]
    encoder: InferenceSession
    roles: InferenceSession
    coreference: Mapping[str, NDArray[np.floating]]
    sentence: Mapping[str, NDArray[np.floating]]
    stance: InferenceSession | None = None
    relation: InferenceSession | None = None

    def encode(
        self,
        ids: NDArray[np.int64],
        shapes: NDArray[np.int64],
        quotes: NDArray[np.int64],
        first: NDArray[np.int64],
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Read one window.

        :param ids, shapes, quotes: of its wordpieces, the special ones included, `(pieces,)`.
        :param first: place of every word's first piece, `(words,)`.
        :returns: states of the words `(words, width)` and probabilities of cue tags `(words, 3)`:
            no cue, first word of a cue, further word.
        """
        # One window a run: what a window gives never depends on its neighbours in a batch, which
        # with dynamically quantised activations it otherwise would.
        states, tags = self.encoder.run(
            None,
            {
                "ids": ids[None],
                "shapes": shapes[None],
                "quotes": quotes[None],
                "first": first[None],
            },
        )
        return states[0], tags[0]

    def label(
        self, words: NDArray[np.float32], cue: NDArray[np.float32], pairs: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Label every word of a window for each cue.

        :param words: states of the words, `(words, width)`.
        :param cue: weights that average each cue's words, `(cues, words)`.
        :param pairs: features of `memcon.attribution.paths.describe`, `(cues, 5, words)`.
        :returns: logits `(cues, words, 7)`: none, source, content, source begins, source ends,
            content begins, content ends.
        """
        return self.roles.run(None, {"words": words, "cue": cue, "pairs": pairs})[0]


def read_model(path: Path, threads: int = 1) -> Model:
    """Load a model file.

    :param threads: that one run of the encoder may use.
    :raises ModelError: if the file is missing or is not a model of memcon.
    """
    try:
        data = path.read_bytes()
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        tokenizer = Tokenizer.from_str(parts["tokenizer.json"].decode("utf-8"))
        settings = json.loads(parts["settings.json"])
        coreference = _arrays(parts.get("coreference.npz"))
        sentence = _arrays(parts.get("sentence.npz"))
        stance, relation = (
            _session(parts[name], threads) if name in parts else None
            for name in ("stance.onnx", "relation.onnx")
        )
        encoder, roles = (_session(parts[f"{name}.onnx"], threads) for name in ("encoder", "roles"))
    except FileNotFoundError as problem:
        raise ModelError(
            f"there is no model file {path}: install memcon again, or name one that exists"
        ) from problem
    except (zipfile.BadZipFile, KeyError, ValueError) as problem:
        raise ModelError(
            f"{path} is not a model of memcon ({problem}): make one with training/export.py"
        ) from problem
    tokenizer.no_padding()
    tokenizer.no_truncation()
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    return Model(
        digest, tokenizer, settings, encoder, roles, coreference, sentence, stance, relation
    )


@cache
def shipped_model() -> Model:
    """The model of the package, loaded once.

    :raises ModelError: if its digest is not the one that was shipped with it.
    """
    model = read_model(SHIPPED)
    check_shipped(SHIPPED, model.digest.removeprefix("sha256:"))
    return model


def _session(graph: bytes, threads: int) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # A plan of the memory is kept for each shape of input, of which there are as many as windows; the
    # run that first follows it takes all of it anew.
    options.enable_mem_pattern = False
    # Idle workers that spin would take the core that spaCy works on.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    providers: Sequence[str] = ["CPUExecutionProvider"]
    return InferenceSession(graph, options, providers=providers)


def _arrays(data: bytes | None) -> dict[str, NDArray[np.floating]]:
    if data is None:
        return {}
    with np.load(io.BytesIO(data)) as file:
        return {name: file[name].astype(np.float32) for name in file.files}
