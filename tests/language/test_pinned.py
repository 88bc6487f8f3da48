"""A model whose files are others is refused before it is loaded."""

import hashlib
import shutil
from pathlib import Path

import pytest

from memcon.errors import ModelError
from memcon.language import pinned
from memcon.language.model import SHIPPED


def test_the_pipeline_installed_is_the_one_pinned() -> None:
    pinned.check_pipeline()


def test_another_pipeline_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pinned, "PIPELINE_DIGEST", "0" * 64)
    with pytest.raises(ModelError, match="pip install --force-reinstall"):
        pinned.check_pipeline()


def test_one_changed_byte_or_name_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    first = pinned.folder_digest(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert pinned.folder_digest(tmp_path) == first
    (tmp_path / "a").write_bytes(b"onf")
    assert pinned.folder_digest(tmp_path) != first


def test_the_shipped_model_is_the_one_beside_its_digest(tmp_path: Path) -> None:
    digest = hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    pinned.check_shipped(SHIPPED, digest)
    shutil.copy(SHIPPED.with_suffix(".sha256"), tmp_path / "memcon-en.sha256")
    with pytest.raises(ModelError, match="not the model that was shipped"):
        pinned.check_shipped(tmp_path / "memcon-en.zip", "0" * 64)
