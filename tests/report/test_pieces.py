from hypothesis import given
from hypothesis import strategies as st

from memcon.document import Document
from memcon.record import Attribution, Record
from memcon.report.pieces import pieces
from tests.report.conftest import ENGINE


def cut(record):
    return [
        [(record.text[p.start : p.end], *(f"{role} {n}" for role, n in p.parts)) for p in row]
        for row in pieces(record)
    ]


def test_the_text_is_cut_where_a_part_begins_or_ends(talks):
    first, blank, third, end = cut(talks)
    assert first == [
        ("“The lamps stay lit,”", "content 0"), (" ",),
        ("Dara Quill, the harbour minister,", "source 0"), (" ",), ("said", "cue 0"), (". ",),
        ("“Every night.”", "content 0"),
    ]  # fmt: skip
    assert third == [
        ("She", "source 1"), (" ",), ("added", "cue 1"), (" ",), ("that ", "content 1"),
        ("the keeper", "content 1", "source 2"), (" ", "content 1"),
        ("had warned", "content 1", "cue 2"), (" her ", "content 1"),
        ("that fog was near", "content 1", "content 2"), (".",),
    ]  # fmt: skip
    assert blank == end == []


def test_a_content_over_several_lines_is_in_each(said):
    assert cut(said("a\r\n\r\nb")) == [[("a", "content 0")], [], [("b", "content 0")]]


def test_a_content_begins_once(talks):
    begins = [(talks.text[p.start], p.begins) for row in pieces(talks) for p in row if p.begins]
    assert begins == [("“", (0,)), ("t", (1,)), ("t", (2,))]


SPANS = st.sets(st.integers(0, 30), min_size=2, max_size=8).map(
    lambda ends: tuple(zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False))
)


@given(st.text("ab\n\r😀", min_size=30, max_size=40), st.lists(SPANS, max_size=5))
def test_the_pieces_are_the_text_and_each_character_has_its_parts(text, contents):
    attributions = tuple(
        Attribution(id=f"a{i}", content=spans, type="indirect", confidence=1)
        for i, spans in enumerate(contents)
    )
    record = Record(
        document=Document(name="x", text=text), attributions=attributions, engine=ENGINE
    )
    covered = [p for row in pieces(record) for p in row]
    outside = set(range(len(text))) - {i for p in covered for i in range(p.start, p.end)}
    assert {text[i] for i in outside} <= {"\n", "\r"}
    for piece in covered:
        for offset in range(piece.start, piece.end):
            assert set(piece.numbers("content")) == {
                i for i, spans in enumerate(contents) if any(a <= offset < b for a, b in spans)
            }
