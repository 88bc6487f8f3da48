"""Damaged files of all kinds are had or refused in words; none makes a fault of memcon's show."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from benchmarks.mutated_sources import mutant, outcome
from benchmarks.source_kinds import ENDS, original
from tests.sources.made_files import warc


@pytest.mark.parametrize("kind", ENDS)
def test_forty_mutants(kind: str, folder: Path) -> None:
    path = folder / f"a{ENDS[kind]}"
    for seed in range(40):
        path.write_bytes(mutant(kind, seed))
        assert outcome(path)[1] == [], seed


@pytest.mark.parametrize("kind", ENDS)
def test_what_is_sound_is_had(kind: str, folder: Path) -> None:
    path = folder / f"a{ENDS[kind]}"
    path.write_bytes(original(kind))
    assert outcome(path) == ("had", [])
    assert mutant(kind, 7) == mutant(kind, 7)


def test_an_archive_in_a_web_archive_is_refused_in_words(folder: Path) -> None:
    path = folder / "a.warc"
    path.write_bytes(b"".join(warc(("https://ossel.example/1", b"\x1f\x8b of a kind"))))
    assert outcome(path) == ("refused", [])


def test_a_file_without_a_name_in_a_zip_costs_itself(folder: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("@", b"No name.")
        archive.writestr("a.txt", original("txt"))
    (folder / "a.zip").write_bytes(out.getvalue().replace(b"@", b"\0"))
    assert outcome(folder / "a.zip") == ("had", [])
