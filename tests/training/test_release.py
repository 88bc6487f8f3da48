"""A release: the model and the digest beside it are written together, before anything reads with it."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from memcon.errors import ModelError
from memcon.language.pinned import check_shipped
from training import release


def test_the_digest_is_the_one_that_every_start_checks(tmp_path: Path) -> None:
    model = tmp_path / "memcon-en.zip"
    model.write_bytes(b"weights")
    digest = release.write_digest(model)
    check_shipped(model, digest)
    assert (tmp_path / "memcon-en.sha256").read_text() == f"{digest}  memcon-en.zip\n"
    with pytest.raises(ModelError):
        check_shipped(model, digest[::-1])


def test_a_release_leaves_the_digest_of_what_it_has_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    model, told = tmp_path / "memcon-en.zip", list[str]()

    def run(module: str, *arguments: str) -> str:
        if module != "training.export" and str(model) in arguments:
            # Every step reads with the model, and whoever reads with it compares the digest first.
            check_shipped(model, hashlib.sha256(model.read_bytes()).hexdigest())
            told.append(module)
        if str(model) in arguments and module.startswith("training."):
            with model.open("ab") as file:
                file.write(module.encode())
        return ""

    monkeypatch.setattr(release, "_run", run)
    given = ["release", "--model", str(model), "--card", str(tmp_path / "card.md")]
    monkeypatch.setattr(sys, "argv", [*given, "--weights", str(tmp_path / "average.pt")])
    cards = list[str]()
    monkeypatch.setattr(release, "write_card", lambda card, digest, *_: cards.append(digest))
    release.main()
    assert model.read_bytes().endswith(b"training.sentence_head")
    [digest] = cards
    check_shipped(model, digest)
    assert told == [
        "training.coreference", "training.sentence_head", "benchmarks.accuracy", "benchmarks.stance",
    ]  # fmt: skip
