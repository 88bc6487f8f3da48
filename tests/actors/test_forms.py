"""By what each mention means its actor."""

from __future__ import annotations


def forms(told, name: str) -> list[tuple[str, str]]:
    actor = told.actor(name)
    assert len(actor.forms) == len(actor.mentions)
    return list(zip(told.mentions(name), actor.forms, strict=True))


def test_a_person_by_name_title_and_pronoun(tell):
    told = tell(
        "Foreign Minister Oda Ferris met Ivo Talvik. The foreign minister said it rains. "
        "“It is cold,” Ferris said. She said it snows.",
        ("The foreign minister", "said", "it rains"),
        ("Ferris", "said", "“It is cold,”"),
        ("She", "said", "it snows"),
    )
    assert forms(told, "Oda Ferris") == [
        ("Foreign Minister Oda Ferris", "name"),
        ("The foreign minister", "title"),
        ("Ferris", "name"),
        ("She", "pronoun"),
    ]


def test_an_honour_without_the_name_is_a_title(tell):
    told = tell(
        "PRESIDENT QUILL: Good day.\nMINISTER HARNES: As His Excellency stated, it rains.",
        ("PRESIDENT QUILL", ":", "Good day."),
        ("MINISTER HARNES", ":", "As His Excellency stated, it rains."),
        ("His Excellency", "stated", "it rains"),
    )
    assert ("His Excellency", "title") in forms(told, "QUILL")


def test_a_source_without_name_or_office_is_described(tell):
    told = tell("The bearded man said it rains.", ("The bearded man", "said", "it rains"))
    assert forms(told, "the bearded man") == [("The bearded man", "description")]


def test_a_group_is_listed_described_or_they(tell):
    told = tell(
        "Secretary Ivo Talvik and Minister Dara Quill said it rains. They said it snows. "
        "The two sides said it is cold.",
        ("Secretary Ivo Talvik and Minister Dara Quill", "said", "it rains"),
        ("They", "said", "it snows"),
        ("The two sides", "said", "it is cold"),
    )
    assert forms(told, "Ivo Talvik and Dara Quill") == [
        ("Secretary Ivo Talvik and Minister Dara Quill", "list"),
        ("They", "pronoun"),
        ("The two sides", "description"),
    ]


def test_a_state_by_its_name_and_its_adjective_is_named(tell):
    told = tell(
        "Norway said it rains. The Norwegian view is known, and it said so.",
        ("Norway", "said", "it rains"),
        ("it", "said", "so"),
    )
    assert dict(forms(told, "Norway")) == {"Norway": "name", "Norwegian": "name", "it": "pronoun"}
