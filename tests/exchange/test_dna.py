"""Discourse Network Analyzer, read by sqlite3 and DNA's own queries."""

import base64
import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from memcon.exchange import dna, dna_reading
from memcon.exchange.dna_tables import hashed
from memcon.exchange.errors import ExchangeError
from memcon.record import Record

#: As DNA shows its statements: the values of each, by variable.
STATEMENTS = """
    SELECT s.ID, s.Start, s.Stop, y.Label, v.Variable, e.Value
    FROM STATEMENTS s JOIN STATEMENTTYPES y ON y.ID = s.StatementTypeId
    JOIN DATASHORTTEXT t ON t.StatementId = s.ID
    JOIN VARIABLES v ON v.ID = t.VariableId JOIN ENTITIES e ON e.ID = t.Entity ORDER BY s.ID, v.ID
"""


@pytest.fixture
def file(tmp_path: Path, talks: Record, empty: Record):
    """A file of two documents, open."""
    assert dna.write([talks, empty], tmp_path / "out.dna") == 2
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        yield connection


def test_statements_have_the_four_variables(file: sqlite3.Connection):
    told: dict[int, dict[str, str]] = {}
    for id, _, _, type, variable, value in file.execute(STATEMENTS):
        assert type == "DNA Statement"
        told.setdefault(id, {})[variable] = value
    agreement = dict(file.execute("SELECT StatementId, Value FROM DATABOOLEAN"))
    assert [(*told[id].values(), agreement[id]) for id in told] == [
        ("Dara Quill", "Kestria", "the lamps", 1),
        ("Dara Quill", "Kestria", "Kestria", 0),
        ("", "Kestria", "", 1),
    ]
    assert list(told[1]) == ["person", "organization", "concept"]


def test_offsets_are_those_of_java(file: sqlite3.Connection, talks: Record):
    (text,) = file.execute("SELECT Text FROM DOCUMENTS WHERE ID = 1").fetchone()
    assert text == talks.text.replace("\r\n", "\n")
    units = text.encode("utf-16-le")
    words = [units[2 * start : 2 * stop].decode("utf-16-le")
             for start, stop in file.execute("SELECT Start, Stop FROM STATEMENTS")]  # fmt: skip
    assert words[0].startswith("“The lamps 𝔏 stay") and words[0].endswith("“Every night.”")
    assert words[1:] == ["that Kestria had warned her that\nfog was near", "that\nfog was near"]


def test_entities_have_all_attributes(file: sqlite3.Connection):
    """DNA takes it for granted that each entity has a value, if an empty one, of each."""
    rows = file.execute("""
        SELECT e.Value, group_concat(a.AttributeVariable || '=' || x.AttributeValue, '|')
        FROM ENTITIES e JOIN ATTRIBUTEVALUES x ON x.EntityId = e.ID
        JOIN ATTRIBUTEVARIABLES a ON a.ID = x.AttributeVariableId
        GROUP BY e.ID HAVING e.VariableId = 1 ORDER BY e.ID""").fetchall()
    assert rows == [
        ("", "Type=|Alias=|Notes="),
        ("Dara Quill", "Type=person|Alias=wikidata:Q0|Notes=country XK; harbour minister"),
    ]


def test_the_document_and_its_date(file: sqlite3.Connection):
    rows = file.execute(
        "SELECT Title, Source, Type, date(Date, 'unixepoch') FROM DOCUMENTS"
    ).fetchall()
    assert rows == [("Lamps; and “fog”", "Harbour News", "report", "2024-03-05"),
                    ("empty.txt", "", "", "1970-01-01")]  # fmt: skip


def test_the_file_is_sound_and_of_version_3(file: sqlite3.Connection):
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    (version,) = file.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    assert version.startswith("3.")
    with pytest.raises(sqlite3.IntegrityError):
        file.execute("INSERT INTO STATEMENTS VALUES (99, 1, 1, 5, 5, 1)")


def test_dna_lets_the_coder_in(file: sqlite3.Connection):
    (kept,) = file.execute("SELECT Password FROM CODERS WHERE Name = 'Admin'").fetchone()
    salt, digest = base64.b64decode(kept)[:16], base64.b64decode(kept)[16:]
    tried = salt + b"memcon"
    for _ in range(100_000):
        tried = hashlib.sha256(tried).digest()
    assert tried == digest
    assert hashed("memcon", salt) == kept != hashed("memcon")


def test_the_file_is_read_back(tmp_path: Path, talks: Record, empty: Record):
    dna.write([talks, empty], tmp_path / "out.dna")
    first, second = dna_reading.read(tmp_path / "out.dna")
    assert first.document == talks.document.model_copy(
        update={"text": first.text, "sha256": first.document.sha256}
    )
    assert [a.type for a in first.attributions] == ["mixed", "indirect", "indirect"]
    assert first.statements[0].topics == ("the lamps",)
    (stance,) = first.statements[1].stances
    assert (first.actor(stance.target).name, stance.polarity) == ("Kestria", -1)
    quill = first.actor(first.attributions[0].speaker)
    assert (quill.country, quill.titles, quill.identifiers) == (
        "XK", ("harbour minister",), {"wikidata": "Q0"},
    )  # fmt: skip
    assert (second.text, second.document.date) == ("Rain fell.\n", None)


def test_what_people_coded_is_read(tmp_path: Path, empty: Record):
    """A concept without a Type is a topic that somebody is for or against."""
    dna.write([empty], tmp_path / "out.dna")
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection, connection:
        connection.executescript("""
            INSERT INTO ENTITIES (ID, VariableId, Value) VALUES (90, 2, 'Harbour Guild'), (91, 3, 'Fog');
            INSERT INTO STATEMENTS VALUES (1, 1, 1, 0, 4, 1);
            INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity)
            VALUES (1, 1, 1), (1, 2, 90), (1, 3, 91);
            INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (1, 4, 0);""")
    (record,) = dna_reading.read(tmp_path / "out.dna")
    assert record.words(record.attributions[0].content) == "Rain"
    assert record.actors[0].name == "Harbour Guild"
    assert (record.statements[0].topics, record.statements[0].act) == (("Fog",), "oppose")
    # And so it goes back into DNA as it came.
    assert [c.agreement for c in dna.coded(record)] == [False]


@pytest.mark.parametrize(
    ("words", "type"),
    [("“Rain fell.”", "direct"), ("that “rain” fell", "mixed"), ("that rain fell", "indirect"),
     ("“Rain,” “fell.”", "direct")],
)  # fmt: skip
def test_marks_tell_the_type(words: str, type: str):
    assert dna_reading.quoted(words) == type


def test_other_files_are_refused(tmp_path: Path, talks: Record):
    path = tmp_path / "old.dna"
    path.write_bytes(b"nonsense" * 100)
    with pytest.raises(ExchangeError, match="no file of DNA 3"):
        list(dna_reading.read(path))
    dna.write([talks], path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE SETTINGS SET Value = '2.0 beta 24' WHERE Property = 'version'")
    with pytest.raises(ExchangeError, match=r"of DNA 2\.0 beta 24; open it in DNA 3"):
        list(dna_reading.read(path))
    with pytest.raises(ExchangeError, match=r"no such file"):
        list(dna_reading.read(tmp_path / "none.dna"))


def test_a_time_that_no_calendar_has_is_no_date(tmp_path: Path, talks: Record):
    dna.write([talks], tmp_path / "out.dna")
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection, connection:
        connection.execute("UPDATE DOCUMENTS SET Date = 9999999999999, Notes = 'by hand'")
    (record,) = dna_reading.read(tmp_path / "out.dna")
    assert (record.document.date, record.document.name) == (None, "Lamps; and “fog”")


def test_statements_that_the_text_does_not_hold_are_refused(tmp_path: Path, talks: Record):
    dna.write([talks], tmp_path / "out.dna")
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection, connection:
        connection.execute("UPDATE DOCUMENTS SET Text = 'Rain.'")
    with pytest.raises(ExchangeError, match="makes no sound Record"):
        list(dna_reading.read(tmp_path / "out.dna"))


def test_names_with_quotes_and_semicolons(tmp_path: Path, talks: Record):
    name = 'O\'Quill; DROP TABLE "CODERS";--'
    actor = talks.actors[0].model_copy(update={"name": name})
    record = talks.model_copy(update={"actors": (actor, *talks.actors[1:])})
    dna.write([record], tmp_path / "out.dna")
    (read,) = dna_reading.read(tmp_path / "out.dna")
    assert read.actor(read.attributions[0].speaker).name == name
