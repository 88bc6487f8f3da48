"""Dates that can be one day, however they are written."""

import pytest

from memcon.comparison.calendar import agree


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-05-06", "2024-05-06", True),
        ("2024-05-06", "2024-05-07", False),
        ("Monday", "2024-05-06", True),
        ("Tuesday", "2024-05-06", False),
        ("6 May", "2024-05-06", True),
        ("May 7", "2024-05-06", False),
        ("2024-05", "2024-05-06", True),
        ("2024-W19", "2024-05-06", True),
        ("2024-05-05/2024-05-07", "2024-05-06", True),
        ("today", "2024-05-06", True),
        ("Monday", "Tuesday", False),
        ("Monday", "6 May", True),
    ],
)
def test_dates_agree_unless_they_exclude_one_another(one, other, same):
    assert agree(one, other) is same
    assert agree(other, one) is same
