"""Damaged exports are refused in one line, or read; nothing else escapes an importer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.mutants import READABLE, damaged, outcome
from memcon.exchange import ExchangeError, export, import_records
from memcon.record import Record


@pytest.mark.parametrize("format", READABLE)
def test_mutants_are_read_or_refused(talks: Record, tmp_path: Path, format: str) -> None:
    (tmp_path / "copy").mkdir()
    export([talks], format, tmp_path / "whole")
    for seed in range(40):
        path = damaged(tmp_path / "whole", tmp_path / "copy", seed)
        assert (seed, outcome(path, format)) in {(seed, "read"), (seed, "refused")}


@pytest.mark.parametrize("kind", ["TextQuoteSelector", "TextPositionSelector"])
def test_json_ld_without_a_selector(talks: Record, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.jsonld"
    export([talks], "jsonld", path)
    page = json.loads(path.read_text("utf-8"))
    target = page["items"][0]["target"][0]
    target["selector"] = [s for s in target["selector"] if s["type"] != kind]
    path.write_text(json.dumps(page), "utf-8")
    with pytest.raises(ExchangeError, match=f"a.jsonld:1: a target has no {kind}; .*again"):
        list(import_records(path, "jsonld"))
