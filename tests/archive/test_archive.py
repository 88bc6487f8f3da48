"""Documents are kept once, with their originals, and as versions where they changed."""

from __future__ import annotations

import pytest

from memcon.archive import Archive, ArchiveError
from memcon.archive.entry import Entry
from memcon.document import Document
from tests.archive.conftest import FRIDAY, MONDAY, entry, record

ADDRESS = "https://courier.example/monday"


def test_what_goes_in_comes_out(archive: Archive) -> None:
    original = b"<p>" + MONDAY.text.encode()
    assert archive.add(entry(MONDAY, ADDRESS, original)) == "added"
    sha256 = MONDAY.document.sha256
    assert archive.text(sha256) == MONDAY.text
    assert archive.record(sha256) == MONDAY
    [version] = archive.versions(ADDRESS)
    assert archive.original(version.original_sha256) == original
    assert (version.number, version.title) == (1, "Talks in Velmar")
    assert archive.check() == []


def test_the_same_bytes_from_the_same_place_are_known(archive: Archive) -> None:
    made = entry(MONDAY, ADDRESS)
    assert not archive.known(ADDRESS, made.came_from().sha256)
    archive.add(made)
    assert archive.known(ADDRESS, made.came_from().sha256)
    assert archive.add(made) == "known"
    assert len(archive.documents()) == 1


def test_the_same_text_at_another_address_is_kept_once(archive: Archive) -> None:
    archive.add(entry(MONDAY, ADDRESS))
    elsewhere = Entry(MONDAY.document, None, entry(MONDAY, "https://wire.example/77").origin)
    assert archive.add(elsewhere) == "same text"
    assert [d.address for d in archive.documents()] == [ADDRESS, "https://wire.example/77"]
    [hit] = archive.search("negotiations").hits
    assert hit.also == ("https://wire.example/77",)
    assert archive.check() == []


def test_a_text_without_a_record_is_refused(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match=r"new\.txt: it has not been read yet"):
        archive.add(Entry(Document(name="new.txt", text="Nobody has read this.")))
    assert archive.documents() == []


def test_a_changed_page_is_a_new_version_of_the_same_document(archive: Archive) -> None:
    later = record(MONDAY.text.replace("are over", "go on"), name="monday.txt")
    archive.add(entry(MONDAY, ADDRESS))
    assert archive.add(entry(later, ADDRESS)) == "new version"
    assert [v.number for v in archive.versions(ADDRESS)] == [1, 2]
    changed = archive.difference(ADDRESS).lines
    assert [line for line in changed if line[:1] in "+-" and "strait" in line] == [
        "-“The negotiations on the strait are over,” said Ana Quill.",
        "+“The negotiations on the strait go on,” said Ana Quill.",
    ]
    # Only what stands there now is searched.
    assert [hit.words for hit in archive.search("strait").hits] == [
        "The negotiations on the strait go on,"
    ]
    assert archive.check() == []


def test_a_page_that_is_changed_back_is_a_third_version_and_is_searched_again(
    archive: Archive,
) -> None:
    later = record(MONDAY.text.replace("are over", "go on"), name="monday.txt")
    for made in (MONDAY, later, MONDAY):
        archive.add(entry(made, ADDRESS))
    assert [v.number for v in archive.versions(ADDRESS)] == [1, 2, 3]
    assert [hit.words for hit in archive.search("strait").hits] == [
        "The negotiations on the strait are over,"
    ]
    assert archive.check() == []


def test_a_page_whose_bytes_change_but_not_its_text_is_the_same_version(archive: Archive) -> None:
    archive.add(entry(MONDAY, ADDRESS, b"one"))
    assert archive.add(entry(MONDAY, ADDRESS, b"two")) == "known"
    [version] = archive.versions(ADDRESS)
    assert version.captured == 2
    assert archive.original(version.original_sha256) == b"two"


def test_many_are_added_together(archive: Archive) -> None:
    days = [record(f"“Day {n},” said Ana Quill.", name=f"{n}.txt") for n in range(450)]
    assert archive.add_all([*days, *days[:3]]) == ["added"] * 450 + ["known"] * 3
    assert archive.search(limit=1).total == 450
    assert archive.check() == []


def test_wire_stories_in_two_papers_are_linked_not_dropped(archive: Archive) -> None:
    story = " ".join(f"The {n}th pilot of Ossel read the chart of Velmar aloud." for n in range(30))
    one = record(f"OSSEL WIRE – {story}", name="one.txt")
    other = record(f"{story} (The Courier)", name="other.txt")
    archive.add_all([one, FRIDAY])
    archive.add(other)
    [(sha256, alike)] = archive.neighbours(one.document.sha256)
    assert sha256 == other.document.sha256
    assert 0.7 < alike < 1
    assert len(archive.documents()) == 3


@pytest.mark.parametrize("name", ['D\'Arcy "the" O’Neil; DROP TABLE archive_texts;--', "Ünal 王"])
def test_names_with_anything_in_them(archive: Archive, name: str) -> None:
    made = record("“We sail,” said Ana Quill.", name=name, publisher=name, title=name)
    archive.add(entry(made, f"https://x.example/{name}"))
    [document] = archive.documents(name)
    assert document.newest.publisher == name
    assert archive.check() == []
