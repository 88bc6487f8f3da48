"""Offices and bodies that only one state has."""

from __future__ import annotations

from importlib.resources import files

import pytest

from memcon.actors.ministries import find_ministries
from memcon.actors.reading import Reading
from memcon.actors.statenames import country_codes
from memcon.language.pipeline import parse

ROWS = [
    line.split("\t")
    for line in (files("memcon.actors") / "ministries.tsv").read_text("utf-8").splitlines()
]


def test_rows_are_in_order_and_each_name_is_of_one_state():
    assert sorted(ROWS) == ROWS
    assert {code for code, _ in ROWS} - {"-"} <= country_codes()
    assert len({name for _, name in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("She spoke in the Storting of the Lok Sabha.", ["NO", "IN"]),
        ("Oda Quill, Secretary of State", ["US"]),
        # Several states have this one; the longest name counts.
        ("Oda Quill, Secretary of State for Harbours", []),
        ("Oda Quill, Assistant Secretary of State for Harbours", ["US"]),
        ("The Foreign, Commonwealth and Development Office wrote.", ["GB"]),
        ("The Ministry of Harbours wrote.", []),
    ],
)
def test_ministries_in_a_text(text, codes):
    assert list(find_ministries(Reading(parse(text))).values()) == codes
