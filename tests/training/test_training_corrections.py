"""From a reviewer's correction to a text that the model is trained on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from memcon.archive import Archive
from memcon.cli import app
from tests.web.web_records import report
from training.corpora.corrections import own_texts, read_corrections
from training.corpora.gold import GoldText

TEXT, SHA256 = report().text, report().document.sha256
FERRY, TREATY, TALKS = (report().attributions[n].content for n in range(3))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive with the invented report in it, that no web app has been opened on."""
    with Archive(tmp_path / "desk.db") as made:
        made.add(report())
        yield made


def exported(folder: Path) -> Path:
    """What `memcon export corrections` writes."""
    file = folder / "corrections.jsonl"
    told = CliRunner().invoke(
        app, ["export", "corrections", "-o", str(file), "--db", str(folder / "desk.db")]
    )
    assert (told.exit_code, told.stdout) == (0, "")
    return file


def told(gold: GoldText) -> list[tuple[str, str, str]]:
    """Source, cue and content of each relation, in words."""
    return [
        tuple(
            " … ".join(gold.text[a:b] for a, b in spans) for spans in (r.source, r.cue, r.content)
        )
        for r in gold.relations
    ]  # type: ignore[misc]


def test_a_corrected_speaker_and_span_come_back_for_training(
    archive: Archive, tmp_path: Path
) -> None:
    start, end = TALKS[0]
    shorter = f"{start + len('that ')} {end}"
    archive.correct(SHA256, TALKS, "speaker", "Lena Orr", by="amal")
    archive.correct(SHA256, TALKS, "content", shorter, by="amal")
    [gold] = read_corrections(exported(tmp_path))
    assert gold.text.startswith("Velmar told reporters") and gold.text.endswith("two trawlers.")
    assert ("Velmar", "told", "the talks had been “frank and useful”") in told(gold)
    assert gold.text in TEXT


def test_what_nobody_looked_at_is_not_learned_from(archive: Archive, tmp_path: Path) -> None:
    archive.correct(SHA256, TALKS, "type", "indirect", by="amal")
    [gold] = read_corrections(exported(tmp_path))
    # The paragraph's other statement was seen with it; those of other paragraphs were not.
    assert [content[:12] for _, _, content in told(gold)] == ["that the tal", "“I thanked t"]


def test_a_rejected_statement_leaves_its_paragraph_without_it(
    archive: Archive, tmp_path: Path
) -> None:
    for content in (FERRY, TREATY):
        archive.correct(SHA256, content, "rejected", "yes", by="amal")
    [gold] = read_corrections(exported(tmp_path))
    assert "We will reopen" in gold.text and gold.relations == ()


def test_what_is_taken_back_is_not_exported(archive: Archive, tmp_path: Path) -> None:
    made = archive.correct(SHA256, TALKS, "speaker", "Lena Orr", by="amal")
    archive.take_back(made.id, by="amal")
    assert list(read_corrections(exported(tmp_path))) == []


def test_what_is_accepted_in_the_web_app_is_learned_from(archive: Archive, tmp_path: Path) -> None:
    from memcon.web.configuration import Configuration
    from memcon.web.desk import Desk
    from memcon.web.review.log import SharedLog

    desk = Desk(Configuration(db=tmp_path / "desk.db"))
    SharedLog(desk).accept(SHA256, FERRY, "amal")
    desk.close()
    [gold] = read_corrections(exported(tmp_path))
    assert [content[:8] for _, _, content in told(gold)] == ["“We will", "that Kes"]


def test_they_stand_beside_our_own_texts(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "lamp.xml").write_text("<s1>Ana Quill</s1> <q1>spoke of</q1> <c1>lamps</c1>.\n")
    archive.correct(SHA256, TALKS, "type", "indirect", by="amal")
    assert [gold.name[:10] for gold in own_texts(tmp_path)] == ["lamp"]
    both = own_texts(tmp_path, exported(tmp_path))
    assert [gold.name[:11] for gold in both] == ["lamp", "courier.txt"]


@pytest.mark.parametrize("line", ["no JSON", "[]", '{"corrected": {}, "text": "x"}', "{}"])
def test_another_file_is_told_of(tmp_path: Path, line: str) -> None:
    file = tmp_path / "other.jsonl"
    file.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match="line 2"):
        list(read_corrections(file))
