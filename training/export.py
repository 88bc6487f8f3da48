"""Export trained weights to a model file: ONNX graphs in 8-bit integers, tokenizer, settings."""

from __future__ import annotations

import argparse
import io
import json
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import nn

from memcon.attribution import paths
from training.backbone import backbone_folder
from training.fused import FusedBert
from training.network import Network
from training.pointed_export import export_heads
from training.pointed_network import JointNetwork

#: Used until `training/choose.py` has chosen better ones.
SETTINGS = {
    "thresholds": {"cue": 0.25, "ends": 0.5, "segment": 0.5, "source": 0.0, "least": 0.3},
    "inner": 0.6,
    "confidence": [0.0, 1.0, 0.0, 0.0, 0.0, 0.0],
}


class CueGraph(nn.Module):
    """Wordpieces of a window to states of words and probabilities of cue tags."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        # A backbone of another architecture is exported as it is.
        bert = network.encoder.backbone
        self.layers = FusedBert(bert) if bert.config.model_type == "bert" else None

    def forward(self, ids, shapes, quotes, first):
        encoder = self.network.encoder
        if self.layers:
            states = self.layers(encoder.embed(ids, shapes, quotes))
        else:
            states = encoder(ids, torch.ones_like(ids), shapes, quotes)
        words = states.gather(1, first.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        return words, self.network.cues(words).softmax(-1)


class RoleGraph(nn.Module):
    """States of one window's words to logits of roles, a row for each cue."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.head = network.roles

    def forward(self, words, cue, pairs):
        of_cue = torch.zeros_like(cue[:, 0], dtype=torch.int64)
        return self.head(words.unsqueeze(0), of_cue, cue, pairs, torch.ones_like(cue))


def export_graphs(network: Network, folder: Path, *, quantise: bool = True) -> list[Path]:
    """Write `encoder.onnx` and `roles.onnx`; the encoder's matrices become 8-bit integers."""
    network.eval()
    encoder, roles = folder / "encoder.onnx", folder / "roles.onnx"
    pieces, words, cues = 12, 9, 3
    zeros = torch.zeros(1, pieces, dtype=torch.int64)
    plain = folder / "encoder.plain.onnx"
    with torch.no_grad():
        torch.onnx.export(
            CueGraph(network), (zeros, zeros, zeros, torch.ones(1, words, dtype=torch.int64)), plain,
            input_names=["ids", "shapes", "quotes", "first"], output_names=["states", "tags"],
            dynamic_axes={n: {0: "windows", 1: "pieces"} for n in ("ids", "shapes", "quotes")}
            | {n: {0: "windows", 1: "words"} for n in ("first", "states", "tags")},
            opset_version=17, dynamo=False, custom_opsets={"com.microsoft": 1},
        )  # fmt: skip
        pairs = torch.zeros(cues, len(paths.VALUES), words, dtype=torch.int64)
        width = network.encoder.width
        torch.onnx.export(
            RoleGraph(network), (torch.randn(words, width), torch.rand(cues, words), pairs), roles,
            input_names=["words", "cue", "pairs"], output_names=["logits"],
            dynamic_axes={"words": {0: "words"}, "cue": {0: "cues", 1: "words"},
                          "pairs": {0: "cues", 2: "words"}, "logits": {0: "cues", 1: "words"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
    config = network.encoder.backbone.config
    fused = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size, opt_level=0,
    )  # fmt: skip
    print("fused:", fused.get_fused_operator_statistics())
    whole = folder / "encoder.fused.onnx"
    fused.save_model_to_file(str(whole))
    if quantise:
        quantize_dynamic(
            whole, encoder, weight_type=QuantType.QInt8, per_channel=True,
            # Processors without VNNI add pairs of products in 16 bits: seven-bit weights fit.
            reduce_range=True, extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
    else:
        onnx.save(onnx.load(whole), encoder)
    return [encoder, roles]


def stored(arrays: dict[str, NDArray[np.float16]]) -> bytes:
    """Arrays as one file, always the same bytes for the same arrays."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, array in sorted(arrays.items()):
            part = io.BytesIO()
            np.save(part, np.ascontiguousarray(array))
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, part.getvalue())
    return buffer.getvalue()


def write_model(parts: dict[str, bytes], path: Path) -> None:
    """Put the parts into one archive, always the same bytes for the same parts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, help="average.pt of a training run")
    parser.add_argument("model", type=Path, help="model file to write")
    parser.add_argument("--backbone", help="folder of the Hugging Face model it was trained from")
    parser.add_argument("--settings", type=Path, help="JSON file of chosen thresholds")
    parser.add_argument(
        "--coreference",
        type=Path,
        default=Path("training/runs/coreference.npz"),
        help="what training/coreference.py wrote for this very encoder",
    )
    parser.add_argument("--whole", action="store_true", help="leave out the 8-bit quantisation")
    options = parser.parse_args()
    folder = options.backbone or backbone_folder()
    weights = torch.load(options.weights, weights_only=True)
    joint = any(name.startswith("stance.") for name in weights)
    network = JointNetwork(folder) if joint else Network(folder)
    network.load_state_dict(weights, strict=False)
    settings = json.loads(options.settings.read_text()) if options.settings else SETTINGS
    with tempfile.TemporaryDirectory() as temporary:
        graphs = export_graphs(network, Path(temporary), quantise=not options.whole)
        if isinstance(network, JointNetwork):
            graphs += export_heads(network, Path(temporary))
        parts = {g.name: g.read_bytes() for g in graphs}
    if isinstance(network, JointNetwork):
        parts["sentence.npz"] = stored(network.sentence.arrays())
    parts["tokenizer.json"] = (Path(folder) / "tokenizer.json").read_bytes()
    if joint:
        settings = settings | {"stand_ins": True}
    if options.coreference.exists():
        parts["coreference.npz"] = options.coreference.read_bytes()
    parts["settings.json"] = json.dumps(settings, indent=1).encode()
    write_model(parts, options.model)
    print(f"{options.model}: {options.model.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
