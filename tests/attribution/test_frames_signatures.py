"""Quotations with nothing but their speaker beside them."""

import pytest

from tests.attribution.forms import frames


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“We agree.” – Commissioner Ode Lind", "Commissioner Ode Lind", "–", "“We agree.”"),
        (
            "“We agree.”\n— Minister Orde, chair of the talks",
            "Minister Orde, chair of the talks",
            "—",
            "“We agree.”",
        ),
        ('"We agree." -- Ode Lind.', "Ode Lind", "--", '"We agree."'),
        (
            "« We regret it. » — Aurel Pasche, member",
            "Aurel Pasche, member",
            "—",
            "« We regret it. »",
        ),
        (
            "‘One keeps a parrot.’ – A reader in Lissendorf",
            "A reader in Lissendorf",
            "–",
            "‘One keeps a parrot.’",
        ),
        ("“We agree.” – President Lind, 14 February", "President Lind", "–", "“We agree.”"),
        ("From Minister Orde: “We agree.”", "Minister Orde", "From … :", "“We agree.”"),
        ("Minister Orde: “We agree.”", "Minister Orde", ":", "“We agree.”"),
    ],
)
def test_signatures(text, source, cue, content):
    told = f"The talks ended on Monday.\n{text}\nNo date was set for the next ones."
    assert frames(told, "report") == [(source, cue, content)]


def test_a_quotation_over_paragraphs_is_signed_once():
    text = "“We agree.\n“We sign.”\n— Minister Orde\n"
    assert frames(text, "report") == [("Minister Orde", "—", "“We agree.\n“We sign.”")]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of “peace” – Kestria’s word for it.",
        "“Peace” — a word that he likes — was not heard.",
        "“We agree,” he said – and left.",
        "Reaction: “We agree.”",
        "BREAKING: “We agree.”",
        "According to Orbis: “We agree.”",
        "The ministry said: “We agree.”",
        "Minister Orde: “We agree,” but nobody heard.",
    ],
)
def test_sentences_are_no_signatures(text):
    assert frames(f"The talks ended on Monday.\n{text}", "report") == []


def test_a_label_that_is_quoted_itself_has_no_part_in_its_own_content():
    assert frames('"NORVANE: »We agree.', "report") == []
    assert frames('"NORVANE: We agree."', "report") == []
