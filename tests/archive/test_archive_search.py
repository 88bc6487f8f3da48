"""Statements are found by words and facets, the same in both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress

import pytest

from memcon.archive import Archive, Query, QueryError, Results
from tests.archive.conftest import FRIDAY, KESTRIA, MONDAY, actor, record, schema

Find = Callable[..., list[str]]

OVER = "The negotiations on the strait are over,"
THANKS = "We thank Ossel for its patience,"
NOBODY = "Nobody will negotiate about a lighthouse,"
DUES = "Fishing dues are negotiable, lighthouses are not negotiable,"


@pytest.fixture(scope="module")
def found(made: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Find]:
    """The words of the statements that are found in two days' reports."""
    own = (
        schema() if "://" in made else nullcontext(str(tmp_path_factory.mktemp("two") / "days.db"))
    )
    with own as address, Archive(address) as archive:
        archive.add_all([MONDAY, FRIDAY])

        def find(words: str = "", **facets: str) -> list[str]:
            return [hit.words for hit in archive.search(Query(words, **facets)).hits]

        yield find


def test_words_are_found_in_any_form_those_said_most_first(found: Find) -> None:
    assert found("negotiating") == [DUES, OVER, NOBODY] or found("negotiating") == [
        DUES,
        NOBODY,
        OVER,
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("strait negotiations", [OVER]),  # All of them.
        ('"dues are negotiable"', [DUES]),  # One behind the other.
        ('"negotiable dues"', []),
        ("lighth*", [DUES, NOBODY]),
        ("negotiations -lighthouse", [OVER]),
        ("-lighthouse -patience", [OVER]),
        ("OSSEL", [THANKS]),
        ("harnes", [DUES, THANKS]),  # The source is searched as well.
        ("glacier", []),
    ],
)
def test_words(found: Find, words: str, expected: list[str]) -> None:
    assert sorted(found(words)) == sorted(expected)


@pytest.mark.parametrize(
    ("facets", "expected"),
    [
        ({"speaker": "Quill"}, [NOBODY, OVER]),
        ({"speaker": "ana quill"}, [NOBODY, OVER]),
        ({"speaker": "Mr Harnes"}, [DUES, THANKS]),
        ({"speaker": "Ruben Quill"}, []),
        ({"act": "refuse"}, [NOBODY, OVER]),
        ({"act": "refuse", "since": "2031-04"}, [NOBODY]),
        ({"until": "2031-03"}, [THANKS, OVER]),
        ({"since": "2031-03-03", "until": "2031-03-03"}, [THANKS, OVER]),
        ({"since": "2031-03-04", "until": "2031-04-10"}, []),
        ({"since": "2031"}, [DUES, NOBODY, THANKS, OVER]),
        ({"since": "1990", "until": "2030"}, []),
        ({"stance": "negative"}, [OVER]),
        ({"stance": "negative", "about": "Kestria"}, [OVER]),
        ({"stance": "negative", "about": "Ossel"}, []),
        ({"stance": "positive", "about": "Ossel", "speaker": "Harnes"}, [THANKS]),
        ({"about": "LU"}, [THANKS]),  # Ossel's code in these Records.
        ({"topic": "dues"}, [DUES]),
        ({"publisher": "ministry of ossel"}, [DUES, NOBODY]),
        ({"type": "direct", "act": "offer"}, [DUES]),
    ],
)
def test_facets(found: Find, facets: dict[str, str], expected: list[str]) -> None:
    assert found(**facets) == expected


def test_a_state_is_found_by_its_name_code_and_those_who_are_of_it(archive: Archive) -> None:
    # Luxembourg's code stands for a state that the table knows.
    minister = actor("Vera Talvik", country="LU", titles=("minister",))
    archive.add(record("“The bridge is open,” said Vera Talvik.", minister))
    for speaker in ("LU", "Luxembourg", "the luxembourg", "Minister Talvik", "minister"):
        assert archive.search(Query(speaker=speaker)).total == 1, speaker


def test_a_hit_cites_document_day_place_and_exact_words(archive: Archive) -> None:
    archive.add(MONDAY)
    [hit] = archive.search(Query("negotiations")).hits
    start, end = hit.spans[0]
    assert MONDAY.text[start:end] == hit.words == OVER
    assert (hit.title, hit.date, hit.line) == ("Talks in Velmar", "2031-03-03", 4)
    assert (hit.speaker, hit.act, hit.stances) == ("Ana Quill", "refuse", (("Kestria", -1),))
    assert hit.id == f"{MONDAY.document.sha256[:12]}:{start}-{end}"


def test_facets_are_counted(archive: Archive) -> None:
    archive.add_all([MONDAY, FRIDAY])
    facets = {facet.name: facet.counts for facet in archive.search(Query("")).facets}
    assert facets["speaker"] == [("Ana Quill", 2), ("Ruben Harnes", 2)]
    assert facets["act"] == [("refuse", 2), ("offer", 1), ("thank", 1)]
    assert facets["stance"] == [("negative", 1), ("positive", 1)]
    assert facets["year"] == [("2031", 4)]


def test_hits_come_in_pages(archive: Archive) -> None:
    archive.add_all(record(f"“Day {n} of the talks,” said Ana Quill.") for n in range(30))
    pages: list[Results] = [archive.search("talks", limit=20, offset=at) for at in (0, 20)]
    assert [len(page.hits) for page in pages] == [20, 10]
    assert len({hit.id for page in pages for hit in page.hits}) == 30


def test_more_than_can_be_ranked_is_said(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.archive.search.MOST", 5)
    archive.add_all(record(f"“Day {n} of the talks,” said Ana Quill.") for n in range(6))
    results = archive.search("talks", limit=5)
    assert (results.total, results.more) == (5, True)


def test_as_many_are_ranked_as_are_asked_for(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memcon.archive.search.MOST", 2)
    monkeypatch.setattr("memcon.archive.search.FURTHEST", 5)
    archive.add_all(record(f"“Day {n} of the talks,” said Ana Quill.") for n in range(6))
    assert [archive.search("talks", limit=n).total for n in (1, 2, 4, 9)] == [2, 2, 4, 5]
    assert archive.search("talks", limit=2, offset=2).hits == []


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (Query("…"), "there is no word in “…”"),
        (Query(speaker="!!"), "no letters in the name"),
        (Query(since="0000-01"), "there is no such year"),
        (Query(since="last week"), "last week is no date; write 2015, 2015-11 or 2015-11-30"),
        (Query(since="2031-13"), "no such month"),
        (Query(until="2031-02-30"), "no such day"),
        (Query(since="2031", until="2030"), "2031 is later than 2030"),
        (Query(topic="?"), "there is no word"),
    ],
)
def test_questions_that_cannot_be_asked(archive: Archive, question: Query, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        archive.search(question)


@pytest.mark.parametrize(
    "words", ['"', "'; DROP TABLE archive_texts;--", 'NEAR("a" b)', "a AND OR NOT", "a & | ! <->", "*",
              "col:word ^a", "王 “x”", "a*b*", "-", "''''"],
)  # fmt: skip
def test_no_words_act_on_the_database(archive: Archive, words: str) -> None:
    archive.add(MONDAY)
    with suppress(QueryError):
        archive.search(Query(words, speaker=words))
    assert archive.search("negotiations").total == 1


def test_a_page_of_a_changed_speaker_is_found_by_the_new_name_only(archive: Archive) -> None:
    archive.add(record("“It rains,” said Ana Quill.", KESTRIA, name="x.txt"))
    assert archive.search(Query("rain", speaker="quill")).total == 1
