"""Full names and their short forms."""

import pytest

from memcon.actors.spelling import same_name


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Mr. Mark van der Berg-Smits came. Berg-Smits said it rains.", "Berg-Smits"),
        ("Sheikh Rashid bin Omar Al-Darri came. Al-Darri said it rains.", "Al-Darri"),
        (
            "President Andrés Machín Larrinaga came. Machín Larrinaga said it rains.",
            "Machín Larrinaga",
        ),
        ("Chairman Bo Linfang came. Bo said it rains.", "Bo"),
        ("Secretary Mircea Quillă came. Secretary Quilla said it rains.", "Secretary Quilla"),
        ("Ms. Dara J. Quill came. Dara Quill said it rains.", "Dara Quill"),
    ],
)
def test_a_short_form_is_the_person_of_the_full_name(tell, text, short):
    told = tell(text, (short, "said", "it rains"))
    people = [a for a in told.actors if a.kind == "person"]
    assert len(people) == 1
    assert told.attributions[0].speaker == people[0].id


def test_two_of_one_family_stay_two(tell):
    told = tell(
        "Mrs. Dara Quill and Mr. Ivo Quill came. Mr. Quill said it rains. Mrs. Quill said it snows.",
        ("Mr. Quill", "said", "it rains"),
        ("Mrs. Quill", "said", "it snows"),
    )
    assert told.speakers == ["Ivo Quill", "Dara Quill"]


def test_initials_and_family_names_are_compared():
    assert same_name(("dara", "j", "quill"), ("dara", "quill"))
    assert same_name(("d", "quill"), ("dara", "quill"))
    assert same_name(("kim", "dong"), ("kim", "dong", "su"))
    assert not same_name(("dara", "quill"), ("ivo", "quill"))
    assert not same_name(("ivo", "quill", "jr"), ("ivo", "quill"))
