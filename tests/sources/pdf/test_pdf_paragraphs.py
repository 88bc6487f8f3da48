"""PDF: where a paragraph ends, by the room, the edges and the words of its lines."""

from __future__ import annotations

from dataclasses import replace

from memcon.sources.pdf.line import Line
from memcon.sources.pdf.order import Region
from memcon.sources.pdf.paragraphs import Paragraphs

#: Points that a letter is wide here; lines stand 14 points below each other.
WIDE = 5.0


def lines(*words: str, page: int = 0, size: float = 12.0, top: float = 700.0) -> list[Line]:
    """Lines below each other; each space at the beginning is an indent, an empty one is room."""
    out = []
    for number, line in enumerate(words):
        left = 50.0 + WIDE * (len(line) - len(line.lstrip()))
        told = line.strip()
        high = top - 14 * number
        if told:
            start = WIDE * len(told.split()[0])
            out.append(
                Line(
                    told, left, left + WIDE * len(told), high - size, high, size, page, WIDE, start
                )
            )
    return out


def text(*columns: list[Line]) -> str:
    found = [Region([column]) for column in columns]
    return Paragraphs(found).text(found)


def test_lines_of_a_paragraph() -> None:
    assert text(lines("Ms Lorenz said that the har-", "bour would stay open and", "left.")) == (
        "Ms Lorenz said that the harbour would stay open and left."
    )


def test_a_line_that_had_room_ends_one() -> None:
    told = lines("Ms Lorenz said that it is open.", "She left.", "Mr Faber, who had waited, spoke.")
    assert text(told) == (
        "Ms Lorenz said that it is open. She left.\nMr Faber, who had waited, spoke."
    )
    # But none in the middle of a sentence.
    told = lines("Ms Lorenz said that it is open.", "She left", "again with Mr Faber and his men.")
    assert text(told).endswith("She left again with Mr Faber and his men.")


def test_room_between_lines() -> None:
    told = lines(
        "Ms Lorenz said that it is open.", "Mr Faber said that it is not so.", "", "They left."
    )
    assert text(told).endswith("not so.\n\nThey left.")


def test_short_turns_with_little_room_between() -> None:
    first = lines("MS LORENZ, HOST: What was it that", "you agreed on with them there?")
    turns = ["MR FABER, MINISTER: All of it.", "MS LORENZ: All?", "MR FABER: But one.", "[ENDS]"]
    told = [lines(turn, top=700 - 14 - 16 * n)[0] for n, turn in enumerate(turns, start=1)]
    assert text([*first, *told]).split("\n")[1:] == turns


def test_an_indent() -> None:
    told = lines(
        "   Ms Lorenz said that it is open.", "Mr Faber said that it is closed.",
        "   They left Velmar together on", "the ship that had brought them.",
    )  # fmt: skip
    assert text(told) == (
        "Ms Lorenz said that it is open. Mr Faber said that it is closed.\n"
        "They left Velmar together on the ship that had brought them."
    )


def test_items_and_turns() -> None:
    told = lines(
        "The Council decided yesterday, by", "votes of all of its members, that", "• the light burns;",
        "• the harbour stays open for all", "  ships of both countries;",
        "1. It took note of the report.",
        "MS LORENZ: We agreed to it, and it", "will stay so.", "MR FABER: We did.",
    )  # fmt: skip
    assert text(told).split("\n") == [
        "The Council decided yesterday, by votes of all of its members, that", "• the light burns;",
        "• the harbour stays open for all ships of both countries;", "1. It took note of the report.",
        "MS LORENZ: We agreed to it, and it will stay so.", "MR FABER: We did.",
    ]  # fmt: skip


def test_a_dash_that_begins_a_line_of_a_sentence() -> None:
    told = lines("The talks in Velmar – the first", "– had ended on a Monday morning.")
    assert text(told) == "The talks in Velmar – the first – had ended on a Monday morning."


def test_a_heading_in_larger_type() -> None:
    head = lines("Talks in Velmar go on for weeks", size=16)
    body = [
        replace(line, bottom=line.bottom - 18, top=line.top - 18)
        for line in lines("Ms Lorenz said that it is open.")
    ]
    assert (
        text([*head, *body]) == "Talks in Velmar go on for weeks\nMs Lorenz said that it is open."
    )


def test_a_sentence_goes_on_over_a_page() -> None:
    one = lines("Ms Lorenz said that they agreed on", "every light but one and told")
    assert text(one, lines("Mr Faber so.", page=1)).endswith("but one and told Mr Faber so.")
    one = lines("Ms Lorenz said that they agreed.")
    assert text(one, lines("Mr Faber did not.", page=1)).endswith("agreed.\n\nMr Faber did not.")


def test_a_narrower_part_of_the_page() -> None:
    wide = lines("Ms Lorenz said that they had agreed on every light of the coast but one only.")
    narrow = lines(
        *["Mr Faber’s men were told about", "Ms Lorenz’s plan for the lights"] * 3, top=500
    )
    assert text([*wide, *narrow]).count("\n") == 2


def test_rows_of_a_table() -> None:
    cells = [lines("Ms Lorenz"), lines("Minister of the", "harbours"), lines("Kestria")]
    found = [Region([lines("The list of those who took part")]), Region(cells)]
    assert Paragraphs(found).text(found).split("\n")[1] == (
        "Ms Lorenz\tMinister of the harbours\tKestria"
    )


def test_a_page_that_is_one_paragraph_of_many_lines() -> None:
    # Each line is looked at once: with the whole paragraph behind it, this would take minutes.
    told = lines(*["said so, and"] * 100_000)
    assert text(told) == " ".join(["said so, and"] * 100_000)
