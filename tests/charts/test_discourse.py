"""The examples are small enough to be counted by hand."""

from math import sqrt

import pytest

from memcon.charts.discourse import discourse
from memcon.charts.positions import positions


@pytest.fixture
def debate(told):
    """Ossel and Velmar agree on lamps, and differ on fog; Kestria is for lamps alone."""
    return list(positions([
        told(("Ossel", "x", {}, "support", ("lamps",)), ("Ossel", "x", {}, "oppose", ("fog",)),
             ("Velmar", "x", {}, "welcome", ("Lamps",)), ("Velmar", "x", {}, "praise", ("fog",)),
             ("Velmar", "x", {}, "agree", ("pilots",)), ("Kestria", "x", {}, "support", ("lamps",)),
             ("Kestria", "x", {}, "state", ("fog",))),
    ]))  # fmt: skip


def weights(bonds) -> dict[tuple[str, str], float]:
    return {(bond.one.name, bond.other.name): bond.weight for bond in bonds}


def test_congruence_counts_shared_positions(debate):
    assert weights(discourse(debate, "congruence", "no")) == {
        ("Kestria", "Ossel"): 1, ("Kestria", "Velmar"): 1, ("Ossel", "Velmar"): 1,
    }  # fmt: skip


def test_conflict_counts_concepts_on_which_they_differ(debate):
    assert weights(discourse(debate, "conflict", "no")) == {("Ossel", "Velmar"): 1}


def test_subtract_is_congruence_less_conflict(debate):
    assert weights(discourse(debate, "subtract", "no")) == {
        ("Kestria", "Ossel"): 1, ("Kestria", "Velmar"): 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("normalisation", "weight"),
    [("average", 1 / 2), ("jaccard", 1 / 3), ("cosine", 1 / sqrt(1 * 3))],
)
def test_normalisations(debate, normalisation: str, weight: float):
    """Kestria has one position, Velmar three, and they share one."""
    bonds = weights(discourse(debate, "congruence", normalisation))
    assert bonds["Kestria", "Velmar"] == pytest.approx(weight)


def test_a_position_counts_once_however_often_it_is_taken(debate):
    assert discourse(debate * 3) == discourse(debate)


def test_acts_without_a_side_are_no_positions(debate):
    assert not any(p.holder.name == "Kestria" and p.concept == "fog" for p in debate)


def test_a_stance_is_a_position_on_the_actor(told):
    record = told(("Ossel", "x", {"Kestria": -1}), ("Velmar", "x", {"Kestria": -1, "Ossel": 0}))
    found = list(positions([record]))
    assert [(p.holder.name, p.concept, p.sign) for p in found] == [
        ("Ossel", "Kestria", -1), ("Velmar", "Kestria", -1),
    ]  # fmt: skip
    assert weights(discourse(found)) == {("Ossel", "Velmar"): 1}
