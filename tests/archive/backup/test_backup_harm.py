"""What is not what was written is refused, whatever was done to it, and nothing is restored of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from memcon.archive import Archive, ArchiveError
from memcon.archive.backup import back_up, open_backup, restore
from memcon.archive.backup.seal import BLANK, LENGTH, seal
from tests.archive.backup.conftest import fill, rows_of
from tests.archive.conftest import MONDAY


def refusal(backup: Path, to: str | Path | None = None) -> str:
    """The message with which a backup is refused; nothing may be left of it."""
    folder = backup.parent
    before = sorted(folder.iterdir())
    with pytest.raises(ArchiveError) as error:
        restore(backup, to or folder / "new.db")
    assert sorted(folder.iterdir()) == before
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_byte_that_was_changed_anywhere_is_seen(backup: Path) -> None:
    data = backup.read_bytes()
    places = {
        *range(0, len(data), len(data) // 300),
        *range(60),
        *range(len(data) - 200, len(data)),
    }
    for place in sorted(places):
        harmed = bytearray(data)
        harmed[place] ^= 1
        backup.write_bytes(harmed)
        with pytest.raises(ArchiveError), open_backup(backup):
            pass
    middle = len(data) // 2
    backup.write_bytes(data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :])
    assert "it is cut short or was altered, nothing was taken from it" in refusal(backup)


def test_a_cut_file_is_refused(backup: Path) -> None:
    data = backup.read_bytes()
    for left in (len(data) - 1, len(data) - LENGTH, len(data) // 2, 50):
        backup.write_bytes(data[:left])
        assert "cut short" in refusal(backup)
    backup.write_bytes(data + b"\n")
    assert "altered" in refusal(backup)
    # What is not even begun cannot be told from another program's file.
    for left in (20, 0):
        backup.write_bytes(data[:left])
        assert "it is no backup of memcon's" in refusal(backup)


def test_a_foreign_file_is_refused(backup: Path, filled: str) -> None:
    with ZipFile(backup, "w") as other:
        other.writestr("a.txt", "a letter")
    assert "it is no backup of memcon's; name a file that memcon backup wrote" in refusal(backup)
    assert "it is no backup of memcon's" in refusal(Path(filled))
    backup.unlink()
    assert "it cannot be read (no such file or directory)" in refusal(backup)


def forge(backup: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    """Change members, and seal the file as if memcon had written it."""
    with ZipFile(backup) as packed:
        before = [(name, packed.read(name)) for name in packed.namelist()]
    members = [change(name, data) for name, data in before]
    assert members != before
    with ZipFile(backup, "w", ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
        packed.comment = BLANK
    with backup.open("r+b") as file:
        seal(file)


def of_member(wanted: str, old: bytes, new: bytes) -> Callable[[str, bytes], tuple[str, bytes]]:
    """A change of a member's words."""

    def change(name: str, data: bytes) -> tuple[str, bytes]:
        return name, data.replace(old, new, 1) if name == wanted else data

    return change


@pytest.mark.parametrize(
    "change",
    [
        of_member("archive_actors.jsonl", b"Ana Quill", b"Ana Quilt"),
        of_member("archive_actors.jsonl", b"\n", b"\n\n"),
        of_member("archive_topics.jsonl", b"]\n", b",1]\n"),
        of_member("archive_vectors.jsonl", b"[", b"[1,"),
        of_member("archive_texts.jsonl", b'","', b'","!'),
        of_member("manifest.json", b'"rows": 1', b'"rows": 2'),
        of_member("manifest.json", b'"archive_topics"', b'"archive_shelves"'),
        of_member("manifest.json", b'"identity"', b'"identities"'),
        of_member("manifest.json", b'"memcon"', b'"another"'),
        of_member("manifest.json", b"{", b"["),
        lambda name, data: (name.replace("topics", "others"), data),
    ],
)  # fmt: skip
def test_each_part_is_compared_with_the_manifest_too(
    backup: Path, bare: str, change: Callable[[str, bytes], tuple[str, bytes]]
) -> None:
    forge(backup, change)
    if "://" not in bare:
        # Of a file's name nothing is there; a server's transaction leaves nothing behind either.
        assert "it is not what was written, nothing was restored; use another copy" in refusal(
            backup
        )
        return
    with pytest.raises(ArchiveError, match="it is not what was written, nothing was restored"):
        restore(backup, bare)
    assert rows_of(bare) == {}


def test_one_of_a_newer_memcon_is_refused_with_its_version(backup: Path, bare: str) -> None:
    def newer(name: str, data: bytes) -> tuple[str, bytes]:
        if name == "manifest.json":
            told = json.loads(data)
            told["versions"]["web"] = "9042"
            data = json.dumps(told).encode()
        return name, data

    forge(backup, newer)
    with pytest.raises(ArchiveError, match=r"does not know \(web 9042\); install a newer memcon"):
        restore(backup, bare)
    backup.write_bytes(backup.read_bytes()[:-LENGTH] + b"memcon backup 9 sha256 " + b"0" * 64)
    with pytest.raises(ArchiveError, match="of a form that this memcon does not know; install"):
        restore(backup, bare)


def test_where_there_is_something_nothing_is_restored(backup: Path, bare: str) -> None:
    with Archive(bare) as archive:
        archive.add(MONDAY)
    before = rows_of(bare)
    with pytest.raises(ArchiveError, match="there is something in it already"):
        restore(backup, bare)
    assert rows_of(bare) == before


def test_what_is_another_programs_is_left_alone(backup: Path, bare: str, tmp_path: Path) -> None:
    from sqlalchemy import create_engine, text

    from memcon.archive.database import where

    engine = create_engine(where(bare))
    with engine.begin() as connection:
        # A table of the registry's has that name.
        connection.execute(text("CREATE TABLE documents (id INTEGER)"))
    with pytest.raises(ArchiveError, match="it is the database of another program"):
        restore(backup, bare)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE documents"))
        connection.execute(text("CREATE TABLE shelves (id INTEGER)"))
    engine.dispose()
    if "://" in bare:
        # On a server many keep theirs side by side.
        restore(backup, bare)
        return
    with pytest.raises(ArchiveError, match="it is the database of another program"):
        restore(backup, bare)
    (tmp_path / "list").write_text("a shopping list, long enough to be read as a head " * 30)
    with pytest.raises(ArchiveError, match="it is not a database"):
        restore(backup, tmp_path / "list")


def test_a_backup_takes_no_other_files_place(filled: str, backup: Path, tmp_path: Path) -> None:
    with Archive(filled) as archive:
        (tmp_path / "letter").write_text("dear all")
        for name in (filled, str(tmp_path / "letter"), str(tmp_path)):
            with pytest.raises(ArchiveError, match="it is there and is no backup of memcon's"):
                back_up(archive.database, name)
        with pytest.raises(ArchiveError, match=r"cannot be written \(no such file or directory\)"):
            back_up(archive.database, tmp_path / "no" / "desk.backup")
        # One that is a backup, even half of one, is replaced.
        backup.write_bytes(backup.read_bytes()[:500])
        back_up(archive.database, backup)
    assert (tmp_path / "letter").read_text() == "dear all"
    restore(backup, tmp_path / "new.db")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["desk.backup", "letter", "new.db"]


def test_tables_of_a_newer_memcon_are_not_backed_up_in_part(tmp_path: Path) -> None:
    fill(str(tmp_path / "desk.db"))
    with Archive(tmp_path / "desk.db") as archive:
        with archive.database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE web_version SET version_num = '9042'")
        with pytest.raises(ArchiveError, match=r"\(web 9042\); install a newer memcon"):
            back_up(archive.database, tmp_path / "desk.backup")
    assert not (tmp_path / "desk.backup").exists()


def test_a_link_stays_a_link(filled: str, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "desk.backup").symlink_to(tmp_path / "disk" / "desk.backup")
    with Archive(filled) as archive:
        back_up(archive.database, tmp_path / "desk.backup")
    assert (tmp_path / "desk.backup").is_symlink()
    with open_backup(tmp_path / "disk" / "desk.backup") as opened:
        assert opened.manifest.documents == 4
