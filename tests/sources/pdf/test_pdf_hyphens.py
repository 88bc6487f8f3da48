"""PDF: words at line ends, cut or written with a hyphen."""

from __future__ import annotations

import pytest

from memcon.sources.pdf.hyphens import Hyphens


@pytest.mark.parametrize(
    ("before", "behind", "text"),
    [
        ("the nego-", "tiations go on", "the negotiations go on"),
        ("a counter-", "part of hers", "a counterpart of hers"),
        ("he disre-", "garded it", "he disregarded it"),
        ("the seni-", "or envoy", "the senior envoy"),
        ("the nego\u00ad", "tiations", "the negotiations"),
        ("at VEL-", "MAR", "at VELMAR"),
        ("Mr Tanrı-", "över said", "Mr Tanrıöver said"),
        # Written with a hyphen wherever they stand.
        ("their debt-", "relief plan", "their debt-relief plan"),
        ("Ms Perez-", "Lund said", "Ms Perez-Lund said"),
        ("she co-", "chaired it", "she co-chaired it"),
        ("Sixty-", "one states", "Sixty-one states"),
        ("in 2030-", "31 it grew", "in 2030-31 it grew"),
        ("with the pre-", "Ossel talks", "with the pre-Ossel talks"),
        # One that stands for what comes later, and dashes.
        ("the short-", "and long-term aims", "the short- and long-term aims"),
        ("a long b -", "and then c", "a long b - and then c"),
        ("the light—", "which burns", "the light—which burns"),
        ("the light –", "which burns", "the light – which burns"),
        ("-", "and so", "- and so"),
        ("no hyphen", "here", "no hyphen here"),
    ],
)
def test_where_lines_are_put_together(before: str, behind: str, text: str) -> None:
    assert Hyphens([]).joined(before, behind) + behind == text


def test_the_document_has_the_word_elsewhere() -> None:
    whole = Hyphens(["the harbour oversight of Ossel ended", "its head-quarters are in Velmar now"])
    assert whole.joined("an over-", "sight") == "an over"
    assert whole.joined("the head-", "quarters") == "the head-"
    assert Hyphens([]).joined("the head-", "quarters") == "the head"


def test_a_line_without_end() -> None:
    assert Hyphens([]).joined("a" * 2_000_000 + "-", "b").endswith("a")
