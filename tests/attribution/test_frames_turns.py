"""Turns of transcripts of many house styles, and lines that only look like them."""

import pytest

from tests.attribution.forms import frames


def sources(text: str, genre=None) -> list[str]:
    return [source for source, _, _ in frames(text, genre)]


def test_a_turn_runs_over_paragraphs_to_the_next_label():
    text = (
        "MINISTER ORDE: Good morning.\n\nWe have signed. (Laughter.)\n\nQUESTION: Signed what?\n\n"
        "MINISTER ORDE: The accord."
    )
    assert frames(text) == [
        ("MINISTER ORDE", ":", "Good morning.\n\nWe have signed. (Laughter.)"),
        ("QUESTION", ":", "Signed what?"),
        ("MINISTER ORDE", ":", "The accord."),
    ]


@pytest.mark.parametrize(
    ("label", "source"),
    [
        ("PRESIDENT TALVIK (via interpreter):", "PRESIDENT TALVIK"),
        ("FOREIGN MINISTER DEMIROV [in Tavrian]:", "FOREIGN MINISTER DEMIROV"),
        ("GEN. (RET.) LOWE:", "GEN. (RET.) LOWE"),
        ("The Prime Minister (Ada Thorn):", "Ada Thorn"),
        ("Ada Thorn (Upper Selde and Marsh) (Ind):", "Ada Thorn"),
        ("SEC. OAKES:", "SEC. OAKES"),
        ("Mr. Okonjo:", "Mr. Okonjo"),
        ("Shri Balaraman, Official Spokesperson:", "Shri Balaraman, Official Spokesperson"),
        ("[00:01:12] HOST:", "HOST"),
        (">> ANCHOR:", "ANCHOR"),
        ("Q12 Chair:", "Chair"),
    ],
)
def test_labels_of_many_styles(label, source):
    text = f"{label} We have come a long way.\nQuestion: How long?\n{label} Eleven miles."
    assert sources(text) == [source, "Question", source]


@pytest.mark.parametrize(
    ("first", "second", "cue"),
    [
        ("Q: ", "A: ", ":"),
        ("Q.: ", "A.: ", ":"),
        ("Q. ", "A. ", "."),
        ("Q   ", "MR. VANE:  ", ""),
        ("Q\t", "A\t", ""),
        ("Q ", "MS. VANE: ", ""),
    ],
)
def test_question_and_answer(first, second, cue):
    text = f"{first}Will you sign?\n\n{second}We will.\n\n{first}When?\n\n{second}Soon."
    found = frames(text)
    assert [content for _, _, content in found] == ["Will you sign?", "We will.", "When?", "Soon."]
    assert found[0][1] == cue
    assert found[0][0][0] == "Q"


def test_names_alone_and_agencies_that_ask():
    text = (
        "Orbis News: What is your comment on the barges?\n"
        "Lin Qiao: We have noted the reports. The facts are clear.\n"
        "HTV: Follow-up. Will the envoy go?\n"
        "Lin Qiao: I have nothing to announce.\n"
    )
    assert sources(text) == ["Orbis News", "Lin Qiao", "HTV", "Lin Qiao"]


def test_a_name_with_its_office_once_and_without_it_later():
    text = (
        "Meeting with the Premier of Sumbar\n"
        "Marshal of the Republic Anatol Veresk: Mr Premier, I am glad to see you.\n"
        "Premier of Sumbar Bekzat Orazbai (retranslated): Thank you for the welcome.\n"
        "Anatol Veresk: Please.\n"
    )
    assert sources(text) == [
        "Marshal of the Republic Anatol Veresk",
        "Premier of Sumbar Bekzat Orazbai",
        "Anatol Veresk",
    ]


def test_the_introduction_names_those_who_speak_once_and_the_readout_goes_on():
    text = (
        "Premier Anton Veligor met with Chairman of the Council Dashdorj Ganbold.\n"
        "Anton Veligor: Mr Chairman, I am glad to see you.\n"
        "Dashdorj Ganbold: Thank you. We hope that the pass will be open.\n"
        "In the subsequent conversation, the participants discussed the exchange of delegations.\n"
        "The guest received a model of a ship.\n"
    )
    assert frames(text)[-1][2] == "Thank you. We hope that the pass will be open."


def test_a_label_on_its_own_line():
    text = "MINISTER ORDE:\nWe have signed.\n\nQUESTION:\nSigned what?\n\nMINISTER ORDE:\nGuess."
    assert frames(text)[1] == ("QUESTION", ":", "Signed what?")


def test_names_on_lines_of_their_own_without_a_sign():
    text = (
        "Ada Thorn\nI beg to move that the bill be read.\n\n"
        "Jon Reed\nI oppose the motion, and so should you.\n\n"
        "Ada Thorn\nI am not surprised by that.\n\n"
        "Jon Reed\nNobody is, Madam, least of all I.\n"
    )
    assert frames(text)[0] == ("Ada Thorn", "", "I beg to move that the bill be read.")
    assert sources(text) == ["Ada Thorn", "Jon Reed", "Ada Thorn", "Jon Reed"]


def test_a_hearing_ends_its_labels_with_a_full_stop():
    text = (
        "The CHAIRMAN. The committee will come to order.\n"
        "Mr. THORN of Selde. Mr. Chairman, I thank you.\n"
        "The CHAIRMAN. Proceed.\n"
    )
    assert frames(text)[1] == ("Mr. THORN of Selde", ".", "Mr. Chairman, I thank you.")


def test_dashes_alone_name_nobody():
    text = (
        "— What do you expect of the talks?\n— Very little.\n— And of the summit?\n— Less still.\n"
    )
    assert frames(text)[1] == ("", "—", "Very little.")


def test_a_speech_has_one_label_below_its_headings():
    text = (
        "Remarks at the Opening of the Bridge\nPort Salis, D.C.\n"
        "SECRETARY OAKES: Thank you all. "
        + "We have waited long for this day. " * 9
        + "\nThank you."
    )
    assert sources(text) == ["SECRETARY OAKES"]


def test_signs_behind_the_last_turn_are_not_said():
    text = "MR. VANE: We begin.\nQUESTION: Why?\nMR. VANE: Because we must.\n# # #\n(END)\n"
    assert frames(text)[-1][2] == "Because we must."


def test_a_paragraph_of_a_turn_that_looks_like_a_label_stays_in_it():
    text = (
        "MINISTER ORDE: Three points.\nEnergy Security: we agreed on a cable.\n"
        "Second: we did not agree on fish.\nQUESTION: Why not?\nMINISTER ORDE: Ask them."
    )
    assert sources(text) == ["MINISTER ORDE", "QUESTION", "MINISTER ORDE"]


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: Ministers sign accord.\nThe accord was signed on Monday.",
        (
            "Background: The canal was closed in 1911.\nContact: Press Office.\nNote: No date is "
            "given."
        ),
        "PARTICIPANTS: Twelve ministers.\nVENUE: The Glass Palace.\nThe talks lasted two hours.",
        "Foreign Minister: Ilian Dobrev\nDefence Minister: Saud Murri\nThe list was published.",
        "Minister: no deal this year\nThe minister said that no deal was near.",
        "A: the first option.\nB: the second option.\nThey chose neither.",
        "PARIS — Ministers met.\nGENEVA — Envoys met.\nPARIS — They parted.",
        "Energy Security: a cable is planned.\nFood Security: a silo is planned.\nBoth are small.",
    ],
)
def test_lists_and_headlines_are_no_turns(text):
    assert sources(text, "report") == []


def test_a_newspaper_quotes_a_conversation():
    text = (
        "A partial transcript is as follows:\n\n"
        "“HOST: And what of the herring?\n\n"
        "“AABERG: I think the herring have been patient with us.\n\n"
        "“HOST: For how long?\n\n"
        "“AABERG: We shall see in June, when the boats are back.”\n"
    )
    sources = [source for source, _, _ in frames(text)]
    assert sources == ["HOST", "AABERG", "HOST", "AABERG"]
