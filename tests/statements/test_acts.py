"""What is done by saying it."""

import pytest

from memcon.language.acts import acts_of_words, forces

CUES = [
    ("welcomed", "the accord", "welcome", "expressive"),
    ("praised", "the pilots", "praise", "expressive"),
    ("expressed deep concern", "over the closed border", "express concern", "expressive"),
    ("offered", "condolences to the town", "condole", "expressive"),
    ("called for", "restraint", "urge", "directive"),
    ("called", "the talks useful", "describe", "assertive"),
    ("asked", "whether it rains", "ask", "directive"),
    ("asked", "Ossel to send pilots", "request", "directive"),
    ("refused to comment", "on the talks", "refuse", "commissive"),
    ("ruled out", "a visit", "refuse", "commissive"),
    ("did not rule out", "a visit", "state", "assertive"),
    ("threatened", "to close the port", "threaten", "commissive"),
    ("agreed", "to meet again", "agree", "commissive"),
    ("is committed to", "the accord", "promise", "commissive"),
    ("accused", "Ossel of bad faith", "accuse", "assertive"),
    ("denied", "the report", "deny", "assertive"),
    ("stressed", "the need for talks", "stress", "assertive"),
    ("determined", "that the ship had sunk", "state", "assertive"),
    ("is determined", "to sail", "intend", "commissive"),
    ("looks forward to", "the talks", "hope", "expressive"),
    ("insisted on", "a guarantee", "demand", "directive"),
    ("insisted", "that it had rained", "state", "assertive"),
    ("suggested", "that both ports close", "propose", "directive"),
    ("suggested", "that the ship had sunk", "claim", "assertive"),
    ("appointed", "a new envoy", "appoint", "declarative"),
    ("did not hide", "her disappointment over the talks", "regret", "expressive"),
    ("vowed", "to settle the debt", "promise", "commissive"),
    ("made no commitment", "to a visit", "state", "assertive"),
    ("will not recognize", "the new border", "refuse", "commissive"),
    ("has honoured", "the accord", "state", "assertive"),
    ("is honoured", "to be there", "rejoice", "expressive"),
]


@pytest.mark.parametrize(("cue", "content", "act", "force"), CUES)
def test_a_cue_shows_the_act(mean, cue, content, act, force):
    meant = mean(f"Minister Ivo Talvik {cue} {content}.", (cue, content))
    assert (meant.first.act, meant.first.speech_act) == (act, force)


OWN = [
    ("We will sign the accord.", "promise"),
    ("We will not accept the terms.", "refuse"),
    ("We do not have, and will not have, any talks with Ossel.", "refuse"),
    ("They will not accept the terms.", "state"),
    ("They cannot oppose the vote.", "demand"),
    ("Their country cannot accept the terms.", "refuse"),
    ("The terms cannot be accepted.", "demand"),
    ("The strait cannot be seen from the port.", "state"),
    ("The ships must leave the port.", "demand"),
    ("Both towns should share the water.", "urge"),
    ("Thank you for your help.", "thank"),
    ("We welcome the accord.", "welcome"),
    ("We are very delighted that it rains.", "rejoice"),
    ("We are committed to the accord.", "promise"),
    ("Will it rain?", "ask"),
    ("If the dam is not mended, the town will drown.", "warn"),
    ("It rains.", "state"),
]


@pytest.mark.parametrize(("words", "act"), OWN)
def test_the_words_show_it_where_the_cue_does_not(mean, words, act):
    content = f"“{words}”"
    meant = mean(f"{content} Minister Ivo Talvik said.", ("said", content))
    assert meant.acts == [act]


def test_the_words_that_show_it_are_cited(mean):
    meant = mean("Talvik praised the pilots.", ("praised", "the pilots"))
    assert meant.words(meant.first.act_evidence) == ["praised"]


def test_every_act_has_a_class_and_every_form_an_act():
    assert set().union(*acts_of_words().values()) <= set(forces())


@pytest.mark.parametrize("form", ["agreed", "refers", "denied", "planning", "committed", "said"])
def test_forms_are_inflected(form):
    assert form in acts_of_words()
