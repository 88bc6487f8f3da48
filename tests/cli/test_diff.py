"""`memcon diff`: what became of a speaker's phrases."""

import json

import pytest

from memcon.record import Actor
from tests.comparison.conftest import words_as_vectors


@pytest.fixture
def differed(memcon, folder, monkeypatch):
    """Run `memcon diff`; the stand-in finds quotations, each of them Ana Quill's."""
    import memcon.cli.compare_run as run
    from memcon.comparison import standing

    read_all = run.read_all

    def with_speaker(paths):
        records = read_all(paths)
        if records is None:
            return None
        out = []
        for record in records:
            start = record.text.index("Ana Quill")
            quill = Actor(id="p1", name="Ana Quill", kind="person", mentions=((start, start + 9),),
                          forms=("name",))  # fmt: skip
            from memcon.record import Statement

            said = tuple(a.model_copy(update={"speaker": "p1"}) for a in record.attributions)
            statements = tuple(Statement(id=f"s{a.id}", attribution=a.id) for a in said)
            out.append(record.model_copy(update={"actors": (quill,), "attributions": said,
                                                 "statements": statements}))  # fmt: skip
        return out

    monkeypatch.setattr(run, "read_all", with_speaker)
    monkeypatch.setattr(standing, "shipped", lambda: words_as_vectors)
    (folder / "old.txt").write_text(
        "“Perhaps the lamps of Harnes stay lit,” Ana Quill said. “Fog is near,” Ana Quill said.\n"
    )
    (folder / "new.txt").write_text("“The lamps of Harnes stay lit,” Ana Quill said.\n")
    return lambda *arguments: memcon("diff", *arguments)


def test_what_is_hardened_and_dropped_is_told(differed):
    result = differed("--speaker", "Quill", "old.txt", "new.txt")
    assert result.exit_code == 0
    assert "1 hardened, 1 dropped" in result.stdout
    assert "hedge: perhaps → –" in result.stdout


def test_json(differed):
    form = json.loads(differed("-s", "Quill", "old.txt", "new.txt", "-f", "json").stdout)
    assert [phrase["verdict"] for phrase in form["phrases"]] == ["hardened", "dropped"]


def test_nobody_of_that_name(differed):
    result = differed("-s", "Halvard", "old.txt", "new.txt")
    assert result.exit_code == 1
    assert "those who do: Ana Quill" in result.stderr


def test_a_speaker_has_to_be_named(differed):
    assert differed("old.txt", "new.txt").exit_code == 2
