"""Which word of a name is the family's."""

import pytest

from memcon.actors.families import family_first, family_name


@pytest.mark.parametrize(
    ("name", "mentions", "family"),
    [
        # As the text uses it.
        ("Tao Wenlin", ["President Tao Wenlin", "Mr. Tao"], "Tao"),
        ("Nagy Ferenc", ["Minister Nagy"], "Nagy"),
        ("Ferenc Nagy", ["Minister Nagy"], "Nagy"),
        ("Wei Tao", ["Ms. Tao"], "Tao"),
        ("Lee Harnes", ["Harnes"], "Harnes"),
        # By its form, where the text has no short one.
        ("Tao Wenlin", [], "Tao"),
        ("Kim Dae-woon", [], "Kim"),
        ("Kim Dae Woon", [], "Kim"),
        ("Lee Harnes", [], "Harnes"),
        ("Oda Ferris", [], "Ferris"),
        # In Vietnam the last word is called, and is not the family's.
        ("Nguyen Van Thang", ["Mr. Thang"], "Nguyen"),
        # Capitals mark it.
        ("FERRIS Oda", [], "FERRIS"),
        ("Oda FERRIS", [], "FERRIS"),
        # A given name that is called, or stands behind “Sheikh”, is none.
        ("Faris al-Mendari", ["Sheikh Faris"], "al-Mendari"),
        ("Dara Quill", ["Dara"], "Quill"),
        ("Petrov Ivan Sergeyevich", [], "Petrov"),
        ("Ivan Sergeyevich Petrov", [], "Petrov"),
        ("Mark van der Berg", [], "van der Berg"),
        ("Harnes", [], "Harnes"),
    ],
)
def test_the_family_name(name, mentions, family):
    assert family_name(name, mentions) == family


def test_a_given_name_looks_like_one():
    assert family_first(("Tao", "Wenlin"))
    assert family_first(("Pak", "Su-hyon"))
    assert not family_first(("Tao", "Ferris"))
    assert not family_first(("Oda", "Wenlin"))
