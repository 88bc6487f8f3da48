"""Towards whom a cue tells a stance."""

import pytest

from memcon.actors.reading import Reading
from memcon.clauses.whom import Whom
from memcon.language.acts import Act, forces
from memcon.language.pipeline import parse
from memcon.reading import read
from memcon.statements.cuetargets import cue_target


@pytest.mark.parametrize(
    ("text", "target", "sign"),
    [
        ("President Ana Quill praised Jon Farrow.", "Jon Farrow", 1),
        ("President Ana Quill praised Kenya's role in the talks on Chad.", "Kenya", 1),
        ("President Ana Quill praised the role of Kenya in the talks on Chad.", "Kenya", 1),
        ("President Ana Quill condemned the raid by Kenya on Chad.", "Kenya", -1),
        ("President Ana Quill accused Kenya of breaking its word to Chad.", "Kenya", -1),
        ("President Ana Quill thanked Kenya for its help to Chad.", "Kenya", 1),
        ("President Ana Quill offered gratitude to Kenya for its help to Chad.", "Kenya", 1),
    ],
)
def test_it_is_the_one_whom_the_cue_governs_and_nobody_else(text, target, sign):
    record = read(text)
    statement = record.statements[0]
    assert statement.act
    act = Act(forces()[statement.act], statement.act, statement.act_evidence)
    whom = Whom(Reading(parse(text)), record.actors, record.attributions)
    found = cue_target(whom, record.attributions[0], act)
    assert found is not None
    assert (record.actor(found[0]).name, found[1]) == (target, sign)


def test_saying_tells_no_stance():
    record = read("President Ana Quill said that Kenya was ready.")
    whom = Whom(
        Reading(parse(record.text)), record.actors, record.attributions
    )  # fmt: skip
    assert cue_target(whom, record.attributions[0], Act("assertive", "state")) is None
