"""Weights of a shipped model back into torch, to go on from them: `python -m training.recover`.

The encoder's matrices come back as the 8-bit numbers that they became, times their scales; all else is
as it was trained. What is recovered is compared with the model file on a passage of prose.
"""

from __future__ import annotations

import argparse
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from memcon.attribution.extract import encode, prepare
from memcon.language.model import SHIPPED, read_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from training.backbone import backbone_folder
from training.network import Network

#: Prose of our own on which a recovered network is compared with its model file.
PASSAGE = (
    "The foreign minister of Kestria, Ana Quill, told reporters in Harnes on Monday that “the road "
    "is open, and it will stay open”. Ossel rejected the claim. According to two officials who asked "
    "not to be named, both sides had agreed to meet again, said the Talvik Post."
)
#: Matrices of one layer of the encoder, in the order in which the graph multiplies by them.
_DENSE = ("attention.output.dense", "intermediate.dense", "output.dense")
#: Matrices of the role head, likewise.
_ROLES = ("word", "cue", "qkv", "out", "up", "down", "labels")


class Weights:
    """The stored arrays of a graph, whole again where they are 8-bit integers."""

    def __init__(self, graph: onnx.ModelProto) -> None:
        self.graph = graph.graph
        self.stored = {i.name: numpy_helper.to_array(i) for i in self.graph.initializer}

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        """The array of that name as floats.

        :raises KeyError: if the graph has none.
        """
        if name in self.stored:
            return self.stored[name].astype(np.float32)
        return self.whole(name + "_quantized")

    def whole(self, quantised: str) -> NDArray[np.float32]:
        """Integers times scales; a scale belongs to the whole array or to one of its columns."""
        name = quantised.removesuffix("_quantized")
        zero = self.stored[name + "_zero_point"].astype(np.float32)
        scale = self.stored[name + "_scale"].astype(np.float32)
        return (self.stored[quantised].astype(np.float32) - zero) * scale

    def matrices(self) -> Iterator[NDArray[np.float32]]:
        """What the graph multiplies by, `(inputs, outputs)`, in its order; attention's left out."""
        for node in self.graph.node:
            if node.op_type == "MatMulInteger":
                yield self.whole(node.input[1])
            elif node.op_type == "MatMul" and node.input[1] in self.stored:
                yield self.stored[node.input[1]]


def recover(model: Path, backbone: str | None = None) -> Network:
    """The network that a model file was exported from.

    :param backbone: folder of the Hugging Face model of the same architecture.
    :raises KeyError: if the graphs are not as `training.export` makes them.
    """
    with zipfile.ZipFile(model) as archive:
        encoder, roles = (
            Weights(onnx.load(io.BytesIO(archive.read(f"{n}.onnx")))) for n in ("encoder", "roles")
        )
    network = Network(backbone or backbone_folder())
    state = {}
    for name, value in network.state_dict().items():
        found = _encoder_array(name, encoder) if not name.startswith("roles.") else None
        if found is not None:
            state[name] = found.reshape(value.shape)
    layers = network.encoder.backbone.config.num_hidden_layers
    matrices = list(encoder.matrices())
    if len(matrices) != 3 * layers + 1:
        raise KeyError(f"{model}: {len(matrices)} matrices, {3 * layers + 1} expected")
    for number in range(layers):
        prefix = f"encoder.backbone.encoder.layer.{number}."
        for dense, matrix in zip(_DENSE, matrices[3 * number :], strict=False):
            state[f"{prefix}{dense}.weight"] = matrix.T
        weights = np.split(encoder[f"layers.packed.{2 * number}"], 3, axis=1)
        biases = np.split(encoder[f"layers.packed.{2 * number + 1}"], 3)
        for part, weight, bias in zip(("query", "key", "value"), weights, biases, strict=True):
            state[f"{prefix}attention.self.{part}.weight"] = weight.T
            state[f"{prefix}attention.self.{part}.bias"] = bias
    state["cues.weight"] = matrices[-1].T
    # Only the first of the two kinds of token was ever used; it is a constant of the graph.
    kinds = network.encoder.backbone.embeddings.token_type_embeddings.weight.detach().numpy().copy()
    kinds[0] = next(encoder.stored[n] for n in encoder.stored if n.startswith("onnx::Add_"))
    state["encoder.backbone.embeddings.token_type_embeddings.weight"] = kinds
    for name, matrix in zip(_ROLES, roles.matrices(), strict=True):
        state[f"roles.{name}.weight"] = matrix.T
    for name in network.roles.state_dict():
        if f"roles.{name}" not in state:
            state[f"roles.{name}"] = roles[f"head.{name}"]
    tensors = {k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in state.items()}
    network.load_state_dict(tensors)
    return network.eval()


def _encoder_array(name: str, encoder: Weights) -> NDArray[np.float32] | None:
    """The array that kept its name in the graph; matrices lost theirs."""
    try:
        return encoder[f"network.{name}"]
    except KeyError:
        return None


def agreement(network: Network, model: Path) -> tuple[float, float, float]:
    """Least cosine of a word's states, and the largest difference of probabilities of cues and roles.

    Not exactly 1 and 0: the model file rounds activations to 8 bits as well.
    """
    shipped = read_model(model)
    words = parse(PASSAGE)
    prepared = prepare(words, find_quotations(PASSAGE), shipped)
    window = prepared.windows[0]
    theirs = encode(prepared, window, shipped)
    network.eval()
    ids, shapes, quotes, first = _inputs(prepared, window, shipped)
    with torch.no_grad():
        states = network.encoder(ids, torch.ones_like(ids), shapes, quotes)[0, first]
        tags = network.cues(states).softmax(-1).numpy()
    cue = np.zeros((1, len(words)), dtype=np.float32)
    cue[0, int(theirs.tags[:, 1].argmax())] = 1
    pairs = np.zeros((1, 5, len(words)), dtype=np.int64)
    with torch.no_grad():
        ours = network.roles(
            torch.from_numpy(theirs.states)[None], torch.zeros(1, dtype=torch.int64),
            torch.from_numpy(cue), torch.from_numpy(pairs), torch.ones(1, len(words)),
        ).numpy()  # fmt: skip
    cosine = torch.cosine_similarity(states, torch.from_numpy(theirs.states), dim=-1)
    roles = np.abs(_sigmoid(ours) - _sigmoid(shipped.label(theirs.states, cue, pairs)))
    return float(cosine.min()), float(np.abs(tags - theirs.tags).max()), float(roles.max())


def _sigmoid(x: NDArray[np.floating]) -> NDArray[np.floating]:
    return 1 / (1 + np.exp(-x))


def _inputs(prepared, window, model) -> tuple[torch.Tensor, ...]:
    """The window's pieces as `memcon.attribution.extract.encode` gives them to the encoder."""
    seen: list[tuple[NDArray[np.int64], ...]] = []

    class Listening:
        tokenizer = model.tokenizer

        def encode(self, *arrays: NDArray[np.int64]):
            seen.append(arrays)
            return None, None

    encode(prepared, window, Listening())  # type: ignore[arg-type]
    ids, shapes, quotes, first = (torch.from_numpy(np.asarray(a)) for a in seen[0])
    return ids[None], shapes[None], quotes[None], first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--backbone", help="folder of the Hugging Face model it was trained from")
    parser.add_argument("--out", type=Path, default=Path("training/runs/recovered.pt"))
    options = parser.parse_args()
    network = recover(options.model, options.backbone)
    cosine, cues, roles = agreement(network, options.model)
    print(f"states: least cosine {cosine:.4f}; cues differ by {cues:.4f}, roles by {roles:.4f}")
    if cosine < 0.98:
        raise SystemExit("the recovered weights do not give the model's states")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out)
    print(options.out)


if __name__ == "__main__":
    main()
