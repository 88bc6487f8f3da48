"""Time marks of captions are left out of what is said; those of an agenda stay."""

from memcon.layout.plain import plain

TALK = "00:00 Good afternoon.\n00:06 The harbour will be open to the pilots of\n00:11 both countries.\n"


def test_a_sentence_goes_on_over_a_time_mark():
    assert plain(TALK).text.splitlines() == [
        "Good afternoon.",
        "The harbour will be open to the pilots of both countries.",
    ]


def test_the_spans_of_the_document_leave_the_mark_out():
    read = plain(TALK)
    start = read.text.index("The harbour")
    pieces = read.spans((start, read.text.index("countries") + len("countries")))
    assert [TALK[a:b] for a, b in pieces] == [
        "The harbour will be open to the pilots of",
        "both countries",
    ]


def test_an_agenda_keeps_its_times():
    text = "14:05 Arrival of the minister\n14:30 Working lunch\n15:00 Press conference\n"
    assert plain(text).text == text


def test_marks_of_bold_print_are_no_words():
    read = plain("**Ivo Orlev:** I will.\n\n## Next steps\n\n2 ** 3 is 8.\n")
    assert read.text == "Ivo Orlev: I will.\n\nNext steps\n\n2 ** 3 is 8.\n"
    assert read.is_bold((0, 10)) and not read.is_bold((0, 14))
