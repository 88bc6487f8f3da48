"""The words at a place, as four styles cite them."""

from __future__ import annotations

import json

import pytest

from memcon.archive import Archive, ArchiveError, Citation
from memcon.archive.styles import annotation, bibtex, chicago, ris, w3c
from tests.archive.conftest import MONDAY, entry, record


@pytest.fixture
def cited(archive: Archive) -> Citation:
    """The first statement of Monday's report."""
    archive.add(entry(MONDAY, "https://courier.example/monday"))
    return archive.cite(archive.search("strait").hits[0].id)


def test_chicago(cited: Citation) -> None:
    assert chicago(cited) == (
        "The Velmar Courier. “Talks in Velmar.” March 3, 2031. https://courier.example/monday. "
        "Line 4, characters 51–91."
    )


def test_bibtex(cited: Citation) -> None:
    made = bibtex(cited)
    assert made.startswith("@misc{memcon")
    for line in (
        "  title = {{Talks in Velmar}},", "  author = {{The Velmar Courier}},", "  year = {2031},",
        "  month = {mar},", "  day = {3},", "  url = {https://courier.example/monday},",
    ):  # fmt: skip
        assert line in made.splitlines()
    assert made.count("{") == made.count("}")


def test_bibtex_escapes_what_tex_would_act_on(archive: Archive) -> None:
    made = record("“100% & more_of $ {it},” said Ana Quill.", title=r"\input{x} #1 ~^")
    archive.add(entry(made, "file:///a b}.txt"))
    cited = archive.cite(archive.search("more").hits[0].id)
    text = bibtex(cited)
    assert r"\textbackslash{}input\{x\} \#1 \textasciitilde{}\textasciicircum{}" in text
    assert r"100\% \& more\_of \$ \{it\}" in text
    assert "url = {file:///a%20b%7D.txt}" in text


def test_ris(cited: Citation) -> None:
    lines = ris(cited).splitlines()
    assert lines[:5] == [
        "TY  - ELEC", "TI  - Talks in Velmar", "PB  - The Velmar Courier", "PY  - 2031",
        "DA  - 2031/03/03/",
    ]  # fmt: skip
    assert lines[-1] == "ER  - "
    assert all(line[2:6] == "  - " for line in lines)


def test_w3c_selects_by_quotation_and_by_position(cited: Citation) -> None:
    made = json.loads(w3c(cited))
    assert made == annotation(cited)
    quote, position = made["target"]["selector"]
    assert quote["exact"] == MONDAY.text[position["start"] : position["end"]]
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert MONDAY.text.count(whole) == 1


def test_an_address_that_is_only_claimed_is_marked_in_every_style(archive: Archive) -> None:
    archive.add(MONDAY)
    cited = archive.cite(archive.search("strait").hits[0].id)
    assert (cited.source, cited.source_claimed) == ("https://courier.example/monday", True)
    said = "address as stated by who added it"
    assert f"https://courier.example/monday ({said})." in chicago(cited)
    assert bibtex(cited).splitlines()[-2].endswith(f"(Ana Quill); {said}}}")
    assert f"(Ana Quill); {said}" in ris(cited)
    made = annotation(cited)
    assert made["body"]["value"] == f"Source: {said}."
    assert made["target"]["source"] == "https://courier.example/monday"


def test_what_was_had_at_another_address_than_it_names_is_cited_by_that(archive: Archive) -> None:
    archive.add(entry(MONDAY, "https://mirror.example/1", how="fetched"))
    cited = archive.cite(archive.search("strait").hits[0].id)
    assert (cited.url_claimed, cited.source_claimed) == (True, False)
    assert " https://mirror.example/1. " in chicago(cited)
    assert "body" not in annotation(cited)


def test_any_words_can_be_cited_by_their_place(archive: Archive) -> None:
    archive.add(MONDAY)
    cited = archive.cite(f"{MONDAY.document.sha256[:8]}:0-15")
    assert cited.words == ("Talks in Velmar",)
    assert (cited.speaker, cited.place) == (None, (1, 1))


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("nowhere", "it is no place; write it as memcon search does"),
        ("ffffffffffff:0-5", "there is no text ffffffffffff"),
        ("99", "there is no statement 99"),
    ],
)
def test_places_that_are_none(archive: Archive, place: str, message: str) -> None:
    archive.add(MONDAY)
    with pytest.raises(ArchiveError, match=message):
        archive.cite(place)


def test_a_place_behind_the_text(archive: Archive) -> None:
    archive.add(MONDAY)
    with pytest.raises(ArchiveError, match="characters, and none there"):
        archive.cite(f"{MONDAY.document.sha256[:12]}:5-99999")
