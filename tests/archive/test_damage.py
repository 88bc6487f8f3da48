"""What is damaged is named, by the check and by whatever meets it; the rest goes on."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from memcon.archive import Archive, DamagedError, Query
from memcon.archive.entry import pack
from memcon.archive.tables import Original, RecordRow, Text
from tests.archive.conftest import FRIDAY, MONDAY, record
from tests.archive.harm import damage

SHA256 = MONDAY.document.sha256
SAID = (
    f"the Record of the text {SHA256[:12]}: damaged, it is not what it was when it was added; put back "
    "a copy of the archive"
)
WAYS = {
    "no longer packed": {"content": b"junk"},
    "another Record": {"content": pack(FRIDAY.to_json().encode())},
    "a name of another spelling": {
        "content": pack(MONDAY.to_json().replace("Ana Quill", "Ana Quilt").encode())
    },
    "another digest": {"sha256": "0"},
}


@pytest.fixture
def two(archive: Archive) -> Archive:
    """An archive of two days."""
    archive.add_all([MONDAY, FRIDAY])
    return archive


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_record_is_named_and_the_others_go_on(two: Archive, way: str) -> None:
    damage(two, MONDAY, **WAYS[way])
    assert two.check() == [SAID]
    with pytest.raises(DamagedError, match=SHA256[:12]):
        two.record(SHA256)
    met: list[DamagedError] = []
    assert list(two.records(met.append)) == [FRIDAY]
    assert [part.record for part in two.parts(Query(), met.append)] == [FRIDAY]
    assert [d.name for d in two.outdated("2", "sha256:0", met.append)] == ["friday.txt"]
    assert [str(error) for error in met] == [SAID] * 3
    # Whoever does not ask to go on is not given a part for the whole.
    for every in (two.records(), two.parts(), two.outdated("2", "sha256:0")):
        with pytest.raises(DamagedError):
            list(every)  # type: ignore[call-overload]
    assert two.search("strait").total == 1


def test_what_sqlite_takes_for_words_is_damage_too(two: Archive) -> None:
    if not two.database.is_sqlite:
        pytest.skip("a server refuses it")
    with two.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE archive_records SET content = 'junk' WHERE id = 1")
    assert two.check() == [SAID]


def test_a_record_that_is_whole_but_none_is_named(two: Archive) -> None:
    from memcon.archive.decoding import digest

    damage(two, MONDAY, content=pack(b"{}"), sha256=digest(b"{}"))
    assert two.check() == [SAID]


@pytest.mark.parametrize("content", [b"junk", pack(b"other words")])
def test_damaged_texts_and_originals_are_named_once(two: Archive, content: bytes) -> None:
    with two.database.engine.begin() as connection:
        for table in (Text, Original):
            own = table.sha256 == SHA256
            connection.execute(update(table).where(own).values(content=content))
    found = two.check()
    assert [words.partition(":")[0] for words in found] == [
        f"the text {SHA256[:12]}", f"the original {SHA256[:12]}",
    ]  # fmt: skip
    for ask in (two.text, two.original, two.record):
        with pytest.raises(DamagedError, match="put back a copy"):
            ask(SHA256)


def test_a_record_that_is_renewed_has_its_own_digest(two: Archive) -> None:
    with two.database.reading() as session:
        before = session.query(RecordRow.sha256).order_by(RecordRow.id).all()
    newer = MONDAY.model_copy(update={"engine": record("x", version="2").engine})
    two.renew(newer)
    with two.database.reading() as session:
        after = session.query(RecordRow.sha256).order_by(RecordRow.id).all()
    assert before[0] != after[0] and before[1] == after[1]
    assert two.check() == []
