"""What was given, signed and agreed."""

import pytest

LEAD = "President Dara Quill met Prime Minister Jonas Talvik in Ossel on Monday. "


@pytest.mark.parametrize(
    ("text", "gift"),
    [
        ("Quill presented Talvik with a brass compass as a gift.", "a brass compass"),
        ("Quill presented a brass compass to Talvik.", "a brass compass"),
        ("Quill gave Talvik a chart of the strait drawn in 1781.", "a chart of the strait drawn in 1781"),
        ("Quill presented Talvik with one of the first lamps of Harnes as a token of friendship.",
         "one of the first lamps of Harnes"),
        ("Quill awarded Talvik the Order of the Lamp.", "the Order of the Lamp"),
        ("At the end Quill handed her guest a bronze bell.", "a bronze bell"),
    ],
)  # fmt: skip
def test_a_gift_has_a_giver_and_a_receiver(meet, text, gift):
    met = meet(LEAD + text)
    assert met.gifts() == [(gift, "Dara Quill", "Jonas Talvik")]
    assert met.meeting.gifts == (gift,)


@pytest.mark.parametrize(
    "text",
    [
        "Quill gave Talvik assurances.",
        "Quill gave an interview to the Harnes Lamp.",
        "Talvik gave a speech.",
        "Quill gave Talvik a letter from the parliament.",
        "Quill presented Talvik with a list of demands.",
        "Quill will present Talvik with a brass compass.",
        "Quill did not give Talvik a bell.",
        "Quill gave Talvik a bell when they met in 2019.",
        "Talvik presented his credentials.",
        "Quill gave Talvik support.",
    ],
)
def test_what_is_no_gift_is_left_out(meet, text):
    assert meet(LEAD + text).gifts() == []


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("The two sides signed a memorandum of understanding on lighthouse dues.",
         ["a memorandum of understanding on lighthouse dues"]),
        ("They signed a treaty on fisheries and a protocol on pilotage.",
         ["a treaty on fisheries", "a protocol on pilotage"]),
        ("An agreement on ferries was signed at the end of the talks.", ["An agreement on ferries"]),
        ("Quill and Talvik signed a number of documents, including a memorandum on the cable.",
         ["a memorandum on the cable"]),
        ("The two sides will sign a treaty.", []),
        ("The two sides signed a treaty in 2008.", []),
        ("The signed treaty lay on the table.", []),
        ("Minister Oda Ferris signed a contract with a shipyard.", []),
    ],
)  # fmt: skip
def test_documents_signed_at_the_meeting(meet, text, documents):
    assert meet(LEAD + text).words("document") == documents


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They agreed to meet again in Harnes in May.", "meet again in Harnes in May", "2024-05"),
        ("The two sides looked forward to meeting again soon.", "meeting again soon", None),
        ("They agreed that their experts would meet in Harnes next week.",
         "their experts would meet in Harnes next week", "2024-W11"),
        ("The two sides plan to hold the next round of talks in Harnes in early 2025.",
         "hold the next round of talks in Harnes in early 2025", "2025"),
        ("Quill will visit Norvane on Friday.", "Quill will visit Norvane on Friday", "2024-03-08"),
    ],
)  # fmt: skip
def test_next_steps_have_their_date(meet, text, words, value):
    (step,) = meet(LEAD + text, "2024-03-06").facts("next step")
    assert (step.words, step.value) == (words, value)


def test_an_invitation_has_two_ends(meet):
    met = meet(LEAD + "Talvik invited Quill to visit Harnes next month.", "2024-03-06")
    (step,) = met.facts("next step")
    assert step.value == "2024-04"
    assert (met.names[step.giver], met.names[step.receiver]) == ("Jonas Talvik", "Dara Quill")


@pytest.mark.parametrize(
    "text",
    [
        "They did not agree to meet again.",
        "They agreed to halve the landing fees.",
        "Quill urged the fleet to return.",
        "If the fees fall, Quill will visit Harnes.",
        "Talvik is in Ossel to meet shipowners.",
    ],
)
def test_what_is_no_next_step_is_left_out(meet, text):
    assert meet(LEAD + text).words("next step") == []


def test_neither_side_is_read_otherwise_than_the_other(meet):
    text = "President {0} received Prime Minister {1} in Ossel on Monday. {0} gave {1} a bell."

    def read(a, b):
        met = meet(text.format(a, b), "2024-03-06")
        return met.meeting.model_dump(exclude={"facts", "roles"}), met.roles[a], met.roles[b]

    one, other = read("Dara Quill", "Jonas Talvik"), read("Jonas Talvik", "Dara Quill")
    assert one == other
