"""PLOVER's codes as the field has them."""

from memcon.events.plover import roots, roots_of_nouns, roots_of_verbs


def test_the_codes_are_those_that_the_head_was_trained_on():
    plover = __import__("pytest").importorskip("training.corpora.plover")
    assert tuple(roots()) == plover.ROOTS
    assert {name: root.quad for name, root in roots().items()} == plover.QUAD


def test_deeds_are_material_and_words_are_not():
    assert {r.mode for r in roots().values() if r.quad in (2, 4)} == {"material"}
    assert {r.mode for r in roots().values() if r.quad in (1, 3)} == {"verbal"}


def test_conflict_scores_below_zero_and_cooperation_above():
    for root in roots().values():
        assert (root.score > 0) == (root.quad <= 2)
        assert -10 <= root.score <= 10


def test_every_form_of_a_word_tells_its_code():
    assert roots_of_verbs()["met"] == ("CONSULT",)
    assert roots_of_verbs()["withdrew"] == ("YIELD",)
    assert roots_of_nouns()["strikes"] == ("ASSAULT",)
