import itertools
from pathlib import Path

import pytest

from memcon.exchange import conll
from memcon.record import Record


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory):
    """Columns of the tokens of a Record, by token."""

    def made(record: Record) -> list[dict[str, str]]:
        path = tmp_path_factory.mktemp("conll") / "out.conllup"
        assert conll.write([record], path) == 1
        first, *lines = path.read_text(encoding="utf-8").split("\n")
        columns = first.removeprefix("# global.columns = ").split()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        return [dict(zip(columns, row, strict=True)) for row in rows]

    return made


def test_tokens_stand_at_their_offsets(table, talks: Record):
    for row in table(talks):
        assert talks.text[int(row["START"]) : int(row["END"])] == row["FORM"]


def test_roles_of_discontinuous_and_nested_attributions(table, talks: Record):
    rows = table(talks)
    told = {}
    for row in rows:
        for tag in row["ATTR"].split("|"):
            if tag != "_":
                id, _, role = tag.partition(":")
                told.setdefault((id, role), []).append(row["FORM"])
    assert told["a1", "B-content"] == ["“", "“"]
    assert told["a1", "B-source"] == ["Dara"]
    assert told["a3", "B-content"] == ["that"]
    assert told["a3", "I-content"] == ["fog", "was", "near"]
    (warned,) = (row for row in rows if row["FORM"] == "warned")
    assert warned["ATTR"] == "a2:I-content|a3:I-cue"


def test_mentions_in_their_column(table, talks: Record):
    told = {row["FORM"]: row["COREF"] for row in table(talks)}
    assert (told["Dara"], told["Quill"], told["She"], told["added"]) == (
        "p1:B",
        "p1:I",
        "p1:B",
        "_",
    )


def test_numbers_begin_anew_in_each_sentence(table, talks: Record):
    numbers = [int(row["ID"]) for row in table(talks)]
    assert numbers.count(1) > 1
    assert all(b in (a + 1, 1) for a, b in itertools.pairwise(numbers))


def test_names_cannot_break_the_lines(tmp_path: Path, talks: Record):
    name = "a\n1\tx\ty\u2028z"
    actor = talks.actors[0].model_copy(update={"name": name})
    document = talks.document.model_copy(update={"name": name})
    changed = talks.model_copy(update={"actors": (actor, *talks.actors[1:]), "document": document})
    lines = list(conll.lines(changed))
    assert lines[0] == "# newdoc id = a 1 x y z"
    assert all("\n" not in line and "\u2028" not in line for line in lines)
    assert list(conll.lines(changed))[-1] == ""
