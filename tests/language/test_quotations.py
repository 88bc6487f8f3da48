"""Quotation marks of many house styles, balanced and not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.quotations import find_quotations


def quoted(text: str, depth: int = 0) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text) if q.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said: “We agree.”", ["“We agree.”"]),
        ('She said: "We agree," and left.', ['"We agree,"']),
        ("Elle a dit : «Oui».", ["«Oui»"]),
        ("„Gut“, sagte er.", ["„Gut“"]),
        ("He spoke of a ‘golden chance’ today.", ["‘golden chance’"]),
        ("''At that time,'' he said, ''we clapped.''", ["''At that time,''", "''we clapped.''"]),
        # Some sites set the closing form on both sides.
        ("”We agree.” ― Anna Berg", ["”We agree.”"]),
    ],
)
def test_marks_of_many_styles(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It’s the ministers’ view of the ’90s.",
        "It's the ministers' view of the '90s.",
        "Rock 'n' roll diplomacy, they'd say.",
    ],
)
def test_apostrophes_are_no_quotations(text):
    assert quoted(text) == []


def test_possessive_does_not_close_a_single_quotation():
    text = "She called it ‘the workers’ charter’ twice."
    assert quoted(text) == ["‘the workers’ charter’"]


def test_four_deep():
    text = "“He said: ‘She wrote: “They sang: ‘We stay.’”’”"
    assert [q.depth for q in find_quotations(text)] == [0, 1, 2, 3]


def test_an_unbalanced_mark_costs_its_own_paragraph_only():
    text = "“We agree, said the envoy.\nThe talks went on. “We part,” he added."
    assert quoted(text) == ["“We agree, said the envoy.", "“We part,”"]


def test_inner_quotation_left_open_ends_with_its_carrier():
    text = "“They call it ‘peace, and we do not.” He left."
    assert quoted(text) == ["“They call it ‘peace, and we do not.”"]


@given(st.text(alphabet="ab .,“”\"'‘’«»„\n", max_size=60))
def test_quotations_lie_in_the_text_and_nest(text):
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert text.startswith(q.mark, q.start)
        assert "\n" not in text[q.start : q.end]
    for a in found:
        for b in found:
            assert not (a.start < b.start < a.end < b.end)
