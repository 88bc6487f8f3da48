"""Who is who, in words."""

import pytest

from memcon.document import Document
from memcon.record import Actor, Record, Title
from memcon.report.actors import portraits, readable, recognised, summary
from tests.report.conftest import ENGINE

TEXT = (
    "FOREIGN MINISTER ODA FERRIS: It rains.\n"
    "The minister said so. The minister left, and she was glad. Ferris slept.\n"
    "A bearded man of the harbour guard of the northern shore of the lake sang.\n"
)


def record(*actors: Actor) -> Record:
    return Record(document=Document(name="a.txt", text=TEXT), actors=actors, engine=ENGINE)


def actor(**changes: object) -> Actor:
    given = {"id": "p1", "name": "Oda Ferris", "kind": "person"} | changes
    return Actor.model_validate(given)


def test_a_name_inside_a_longer_mention_is_not_counted_again():
    oda = actor(mentions=((0, 27), (17, 27), (98, 104)), forms=("name", "name", "name"))
    assert recognised(record(oda), oda) == "named twice"


def test_titles_are_quoted_once_for_each_wording():
    oda = actor(
        mentions=((0, 27), (39, 51), (61, 73), (84, 87)),
        forms=("name", "title", "title", "pronoun"),
    )
    assert recognised(record(oda), oda) == (
        "named once, by title twice (“the minister”), by pronoun once"
    )


def test_a_long_description_is_cut_and_one_that_is_the_name_is_not_repeated():
    start = TEXT.index("A bearded")
    words = TEXT[start : TEXT.index(" sang")]
    man = actor(name="him", mentions=((start, start + len(words)),), forms=("description",))
    assert recognised(record(man), man) == (
        "described once (“a bearded man of the harbour guard of the northern shore …”)"
    )
    same = man.model_copy(update={"name": words[0].lower() + words[1:]})
    assert recognised(record(same), same) == "described once"


def test_without_forms_nothing_is_told():
    oda = actor(mentions=((0, 27),))
    assert recognised(record(oda), oda) == ""


def test_only_who_speaks_is_addressed_or_has_a_title_is_shown():
    titled = actor(
        mentions=((0, 27),), title_spans=(Title(words="FOREIGN MINISTER", span=(0, 16), how="label"),)
    )  # fmt: skip
    silent = actor(id="p2", mentions=((98, 104),))
    (who,) = portraits(record(titled, silent))
    assert (who.id, who.place.line) == ("p1", 1)
    assert summary(who.titles) == "Foreign Minister (in the label, line 1)"


def test_titles_given_in_one_way_stand_together():
    titled = actor(
        mentions=((0, 27),),
        title_spans=(
            Title(words="Minister", span=(8, 16), how="before the name"),
            Title(words="Mr", span=(61, 63), how="before the name"),
            Title(words="minister", span=(43, 51), how="predicate"),
            Title(words="MINISTER", span=(65, 73), how="before the name"),
        ),
    )
    (who,) = portraits(record(titled))
    assert summary(who.titles) == (
        "Minister, Mr (before the name, lines 1, 2); minister (told by a verb, line 2)"
    )


def test_a_family_name_that_goes_first_is_told():
    text = "President Tao Wenlin came. Oda Ferris sang."
    tao = actor(
        name="Tao Wenlin", mentions=((0, 20),), forms=("name",), country="XK",
        title_spans=(Title(words="President", span=(0, 9), how="before the name"),),
    )  # fmt: skip
    document = Document(name="a.txt", text=text)
    (who,) = portraits(Record(document=document, actors=(tao,), engine=ENGINE))
    assert who.about == "family name Tao, XK"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("FOREIGN MINISTER", "Foreign Minister"),
        ("MINISTER OF TRADE", "Minister of Trade"),
        ("Foreign Minister", "Foreign Minister"),
        ("PM", "PM"),
        ("MR", "MR"),
    ],
)
def test_capitals_of_a_label_are_taken_off(words, shown):
    assert readable(words) == shown
