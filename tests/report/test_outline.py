from memcon.document import Document
from memcon.record import Actor, Attribution, Record
from memcon.report.meeting import meeting_facts
from memcon.report.outline import NOBODY, counts, description, outline
from tests.report.conftest import ENGINE, find


def test_attributions_stand_under_their_speaker_and_nested_ones_under_their_parent(talks):
    (group,) = outline(talks)
    assert (group.name, group.about) == ("Dara Quill", "harbour minister, XK")
    assert [entry.id for entry in group.entries] == ["a1", "a2"]
    assert [child.id for child in group.entries[1].children] == ["a3"]


def test_a_nested_attribution_without_speaker_is_named_by_its_source(talks):
    (group,) = outline(talks)
    nested = group.entries[1].children[0]
    assert (nested.name, nested.source, nested.doubtful) == ("the keeper", "", True)


def test_the_words_of_a_discontinuous_content_show_the_gap(talks):
    (group,) = outline(talks)
    assert group.entries[0].words == ("“The lamps stay lit,” … “Every night.”",)


def test_speakers_come_as_the_text_has_them_and_nobody_last():
    text = "It is said: rain. Ona says: sun. Pell says: ONA."

    def says(id, word, speaker=None):
        return Attribution(
            id=id, content=find(text, word), type="indirect", speaker=speaker, confidence=1
        )

    record = Record(
        document=Document(name="sky.txt", text=text),
        actors=(
            Actor(id="p", name="Pell", kind="person", mentions=find(text, "Pell")),
            Actor(id="o", name="Ona", kind="state", mentions=find(text, "Ona")),
        ),
        # Not in the order of the text.
        attributions=(says("a1", "ONA", "p"), says("a2", "rain"), says("a3", "sun", "o")),
        engine=ENGINE,
    )
    groups = [(group.name, group.about) for group in outline(record)]
    assert groups == [("Ona", "state"), ("Pell", ""), (NOBODY, "")]


def test_the_source_is_left_out_where_it_is_the_name():
    text = "The two sides agreed to meet."
    record = Record(
        document=Document(name="n.txt", text=text),
        actors=(Actor(id="g", name="the two sides", kind="group", mentions=((0, 13),)),),
        attributions=(
            Attribution(
                id="a1", source=((0, 13),), cue=((14, 20),), content=((21, 28),),
                type="indirect", speaker="g", confidence=1,
            ),
        ),
        engine=ENGINE,
    )  # fmt: skip
    assert outline(record)[0].entries[0].source == ""


def test_direct_words_without_marks_get_them_and_others_do_not(said):
    assert outline(said("We came.\nWe saw.", type="direct"))[0].entries[0].words == (
        "“We came.",
        "We saw.”",
    )
    assert outline(said("«Nous.»", type="direct"))[0].entries[0].words == ("«Nous.»",)
    assert outline(said("that we came"))[0].entries[0].words == ("that we came",)


def test_the_heading_says_what_is_known_and_no_more(talks, empty):
    assert description(talks) == "report · language en"
    assert counts(talks) == "3 attributions: 1 direct, 2 indirect · 1 speaker · 1 of low confidence"
    assert dict(meeting_facts(talks)) == {
        "Participants": "Dara Quill",
        "Place": "the Lamp Room",
        "Gifts": "a wick; a map",
    }
    assert (description(empty), counts(empty)) == ("", "No attributions found")
    assert meeting_facts(empty) == ()
