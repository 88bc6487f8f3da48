"""Who added a text and how is kept, and what merely names an address takes nothing's place there."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from memcon.archive import Archive, Entry, Origin
from memcon.archive.entry import How
from memcon.archive.migration import VERSIONS
from memcon.archive.provenance import claimed, provenances, told
from memcon.archive.tables import Version
from tests.archive.conftest import MONDAY, entry, record

ADDRESS = "https://ossel.example/treaty"
HOLDS = record("“The treaty holds,” said Ana Quill.", name="holds", url=ADDRESS)
DEAD = record("“The treaty is dead,” said Ana Quill.", name="dead", url=ADDRESS)


def handed(made: object, how: How, by: str) -> Entry:
    document = made.document  # type: ignore[attr-defined]
    origin = Origin.of_text(
        document.sha256, document.text.encode(), how=how, by=by, said_at=document.url
    )
    return Entry(document, made, origin)  # type: ignore[arg-type]


def test_a_record_that_names_an_address_does_not_take_the_place_of_what_stands_there(
    archive: Archive,
) -> None:
    archive.add(entry(HOLDS, ADDRESS, how="fetched"))
    assert archive.add(DEAD) == "added"
    assert {hit.words for hit in archive.search("treaty").hits} == {
        "The treaty holds,", "The treaty is dead,",
    }  # fmt: skip
    [version] = archive.versions(ADDRESS)
    assert (version.name, version.how, version.said_at) == ("holds", "fetched", None)
    [claimed] = archive.versions(DEAD.document.sha256)
    assert (claimed.how, claimed.by, claimed.said_at) == ("imported", None, ADDRESS)
    assert archive.check() == []


def test_who_added_a_text_and_how_is_told_of_each_document_that_has_it(archive: Archive) -> None:
    archive.add(handed(HOLDS, "pasted", "rita"))
    archive.add(entry(HOLDS, ADDRESS, how="fetched", by="rob"))
    archive.add(handed(HOLDS, "pasted", "carla"))
    with archive.database.reading() as session:
        found = provenances(session, HOLDS.document.sha256)
    assert [(one.words, one.said_at) for one in found] == [
        ("pasted by rita", ADDRESS), ("fetched by rob", None),
    ]  # fmt: skip
    assert found[1].address == ADDRESS


def test_a_hit_tells_whether_its_address_is_only_claimed(archive: Archive) -> None:
    archive.add(entry(HOLDS, ADDRESS, how="fetched"))
    archive.add(handed(DEAD, "pasted", "rita"))
    archive.add(MONDAY)
    hits = archive.search("treaty strait").hits + archive.search("treaty").hits
    assert {(hit.name, hit.url_claimed) for hit in hits} == {("holds", False), ("dead", True)}
    [named] = archive.search("strait").hits
    assert (named.url, named.url_claimed) == (MONDAY.document.url, True)
    archive.add(entry(DEAD, f"{ADDRESS}/2", how="fetched"))
    # It was had somewhere, and not at the address that it names.
    assert all(hit.url_claimed for hit in archive.search("dead").hits)


def test_an_address_that_is_claimed_by_one_and_was_asked_by_another_is_none_that_is_only_claimed(
    archive: Archive,
) -> None:
    archive.add(handed(HOLDS, "pasted", "rita"))
    assert archive.cite(f"{HOLDS.document.sha256[:12]}:0-5").source_claimed
    archive.add(entry(HOLDS, ADDRESS, how="fetched"))
    archive.add(handed(HOLDS, "uploaded", "carla"))
    [version] = archive.versions(ADDRESS)
    with archive.database.reading() as session:
        row = session.get_one(Version, 2)
        assert (row.text_sha256, version.sha256) == (HOLDS.document.sha256,) * 2
        assert claimed(session, [(row, ADDRESS)]) == set()


@pytest.mark.parametrize(
    ("how", "by", "said_at", "words"),
    [
        (None, None, None, ""),
        (None, "rita", None, "added by rita"),
        ("file", None, None, "read from a file"),
        ("pasted", "rita", ADDRESS, f"pasted by rita; said to have stood at {ADDRESS}"),
        ("pasted", "ri\nta", "x\u202ey", "pasted by ri ta; said to have stood at x⟨U+202E⟩y"),
    ],
)
def test_the_words_for_it(how: str | None, by: str | None, said_at: str | None, words: str) -> None:
    assert told(how, by, said_at) == words


def test_older_captures_are_marked_by_what_their_place_tells(bare: str) -> None:
    places = {
        "https://ossel.example/a": ("fetched", None),
        "file:///desk/a.html": ("file", ADDRESS),
        "file:///upload/0123/a.html": ("uploaded", ADDRESS),
        "urn:uuid:1": ("imported", None),
        "https://ossel.example/pasted": ("imported", "https://ossel.example/pasted"),
    }
    with Archive(bare) as archive:
        for number, place in enumerate(places):
            media = "text/plain; charset=utf-8" if place.endswith("pasted") else "text/plain"
            address = ADDRESS if place.startswith("file:") else place
            made = record(f"“Day {number},” said Ana Quill.", name=place)
            origin = Origin(place, address, made.text.encode(), media)
            archive.add(Entry(made.document, made, origin))
        archive.add(MONDAY)
        with archive.database.engine.begin() as connection:
            for column in ("how", "added_by", "said_at"):
                connection.execute(text(f"ALTER TABLE archive_captures DROP COLUMN {column}"))
            connection.execute(text("DROP TABLE archive_forgotten"))
            connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '0003'"))
    with Archive(bare) as archive, archive.database.reading() as session:
        rows = session.execute(text("SELECT place, how, said_at FROM archive_captures"))
        marked = {place: (how, said) for place, how, said in rows}
    assert marked.pop(f"urn:sha256:{MONDAY.document.sha256}") == ("imported", None)
    assert marked == places
