"""Two of one office in one document, and offices of nobody."""

TWO = "Kestrian President Dara Quill met Osselian President Ivo Talvik. "


def test_two_presidents_are_told_apart_by_their_states(tell):
    told = tell(
        TWO + "The Kestrian president said it rains. The Osselian president said it snows.",
        ("The Kestrian president", "said", "it rains"),
        ("The Osselian president", "said", "it snows"),
    )
    assert told.speakers == ["Dara Quill", "Ivo Talvik"]


def test_the_president_alone_is_the_one_mentioned_last(tell):
    told = tell(
        TWO + "Quill was late. The president said it rains.", ("The president", "said", "it rains")
    )
    assert told.speakers == ["Dara Quill"]


def test_a_deputy_is_not_the_minister(tell):
    told = tell(
        "Minister Dara Quill sent Deputy Minister Ivo Talvik. The minister said it rains.",
        ("The minister", "said", "it rains"),
    )
    assert told.speakers == ["Dara Quill"]


def test_a_counterpart_is_of_the_state_named(tell):
    told = tell(
        "Foreign Minister Ivo Talvik received Kestrian Foreign Minister Dara Quill. "
        "His Kestrian counterpart said it rains.",
        ("His Kestrian counterpart", "said", "it rains"),
    )
    assert told.speakers == ["Dara Quill"]


def test_in_someone_s_words_the_president_may_be_nobody_the_text_names(tell):
    told = tell(
        "MS QUILL: The President said it rains. Later President Talvik of Ossel came.",
        ("MS QUILL", ":", "The President said it rains. Later President Talvik of Ossel came."),
        ("The President", "said", "it rains"),
    )
    assert told.speakers[1] == "the President"


def test_the_head_of_state_is_the_president_and_the_head_of_government_the_prime_minister(tell):
    told = tell(
        "President Dara Quill of Kestria received Prime Minister Ivo Talvik of Ossel. "
        "The Head of State said it rains. The head of government said it snows.",
        ("The Head of State", "said", "it rains"),
        ("The head of government", "said", "it snows"),
    )
    assert told.speakers == ["Dara Quill", "Ivo Talvik"]


def test_of_two_presidents_neither_is_the_head_of_state_alone(tell):
    told = tell(TWO + "The Head of State said it rains.", ("The Head of State", "said", "it rains"))
    assert told.speakers == ["the Head of State"]


def test_a_lead_may_tell_the_office_before_the_name(tell):
    told = tell(
        "Norway's prime minister denied it. “It rains,” Prime Minister Ana Quill told reporters.",
        ("Norway's prime minister", "denied", "it"),
        ("Prime Minister Ana Quill", "told", "“It rains,”"),
    )
    assert told.speakers == ["Ana Quill", "Ana Quill"]


def test_who_is_only_a_minister_is_the_same_minister_afterwards(tell):
    told = tell(
        "A senior minister said it rains. The minister added that it snows. Another minister said so.",
        ("A senior minister", "said", "it rains"),
        ("The minister", "added", "that it snows"),
        ("Another minister", "said", "so"),
    )
    assert told.speakers[0] == told.speakers[1] == "a senior minister"
    assert told.speakers[2] != told.speakers[0]


def test_a_heading_names_those_whom_the_text_then_tells_of_by_their_offices(tell):
    told = tell(
        "Call between President Ana Quill and Chancellor Karin Brandl\n\n"
        "On 9 April the President of Estonia had a call with the Chancellor of Austria. "
        "The Chancellor of Austria said it rains. The President of Estonia said it snows.",
        ("The Chancellor of Austria", "said", "it rains"),
        ("The President of Estonia", "said", "it snows"),
    )
    assert told.speakers == ["Karin Brandl", "Ana Quill"]


def test_the_leader_of_a_council_is_the_leader_from_there_on(tell):
    told = tell(
        "Leader: It rains\n\nThe Leader of the Council received farmers. The Leader said it snows.",
        ("Leader", ":", "It rains"),
        ("The Leader", "said", "it snows"),
    )
    assert told.speakers == ["the Leader of the Council"] * 2


LEAD = "Kenya's foreign minister said it rains.\n\n“It snows,” Oda Ferris {} in the port.\n"


def test_who_is_quoted_behind_the_lead_without_a_title_is_the_one_of_the_lead(tell):
    told = tell(
        LEAD.format("told reporters"),
        ("Kenya's foreign minister", "said", "it rains"),
        ("Oda Ferris", "told", "“It snows,”"),
    )
    assert told.speakers == ["Oda Ferris"] * 2


def test_who_is_quoted_there_with_what_they_are_is_somebody_else(tell):
    told = tell(
        LEAD.replace("Oda Ferris", "Oda Ferris, an analyst,").format("said"),
        ("Kenya's foreign minister", "said", "it rains"),
        ("Oda Ferris, an analyst", "said", "“It snows,”"),
    )
    assert told.speakers == ["Kenya's foreign minister", "Oda Ferris"]


def test_who_is_named_between_with_an_office_is_not_the_one_of_the_lead(tell):
    told = tell(
        "Kenya's president said it rains.\n\nSpeaking after talks with Commission President Ana Quill, "
        "Oda Ferris said it snows.\n",
        ("Kenya's president", "said", "it rains"),
        ("Oda Ferris", "said", "it snows"),
    )
    assert told.speakers == ["Oda Ferris"] * 2
