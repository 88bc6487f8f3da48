"""The state that “we” is in the words of an official whose titles name none."""

from __future__ import annotations

ACTS = "Norway supports the bridge. Norway will pay. The Norwegian government agrees. We want rain."


def we(tell, text: str, *turns: tuple[str, str]) -> list[str | None]:
    """Who “We want rain” is by, each time."""
    rows = []
    for label, said in turns:
        rows.append((label, ":", said))
        if "We want rain" in said:
            rows.append(("We", "want", "rain"))
    told = tell(text, *rows)
    return [s for row, s in zip(rows, told.speakers, strict=True) if row[0] == "We"]


def transcript(heading: str, *turns: tuple[str, str]) -> str:
    return "\n".join([heading, *(f"{label}: {said}" for label, said in turns)])


def test_what_a_briefing_is_about_tells_nobodys_state(tell):
    turns = (("MS QUILL", ACTS),)
    heading = "Briefing\nDara Quill, Special Envoy for Bridges"
    assert we(tell, transcript(heading, *turns), *turns) == ["Dara Quill"]


def test_an_office_that_only_one_state_has_tells_it(tell):
    turns = (("MINISTER QUILL", "Norway is glad. Norway hopes. We want rain."),)
    heading = "Remarks in Norway\nDara D. Quill, Minister of External Affairs"
    text = transcript(heading, *turns) + "\nIndia was not asked."
    assert we(tell, text, *turns) == ["India"]


def test_who_answers_beside_an_official_speaks_for_the_same_state(tell):
    turns = (
        ("MS QUILL", "We want rain."),
        ("QUESTION", "Why?"),
        ("MR HARNES", "We want rain. It is dry here, and has been dry here for years."),
    )
    heading = (
        "Briefing\nDara Quill, Norwegian Envoy for Bridges\nLudovic Harnes, Deputy Coordinator"
    )
    assert we(tell, transcript(heading, *turns), *turns) == ["Norway", "Norway"]


def test_who_gives_the_floor_is_no_party(tell):
    long = "The bridge is long. " * 20
    turns = (
        ("MR FERRIS", "Good day, and welcome to all of you who came to hear this. " * 4),
        ("MS QUILL", "Norway is glad. Norway hopes. Norway works on the bridge. " + long),
        ("MR FERRIS", "Go ahead."),
        ("QUESTION", "Thank you. Why?"),
        ("MS QUILL", long + "As you said, it is long. We want rain."),
    )
    heading = "Briefing\nDara Quill, Norwegian Envoy for Bridges"
    text = transcript(heading, *turns)
    assert we(tell, text, *turns) == ["Norway"]
    rows = [(label, ":", said) for label, said in turns]
    told = tell(text, *rows, ("you", "said", "it is long"))
    # Whoever asked has no name; who gives the floor did not ask.
    assert told.speakers[-1] is None


def test_a_minister_abroad_is_met_by_the_host(tell):
    turns = (("MINISTER HARNES", "We want rain."), ("MINISTER QUILL", "We want rain."))
    heading = (
        "Indian Minister Dara Quill and Minister Ludovic Harnes\nOslo, Norway\n"
        "Ludovic Harnes, Foreign Minister"
    )
    assert we(tell, transcript(heading, *turns), *turns) == ["Norway", "India"]
