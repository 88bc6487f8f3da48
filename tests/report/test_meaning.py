"""Statements in words: act, limits, stances, what stands in brackets."""

import pytest

from memcon.document import Document
from memcon.record import Attribution, Record, Statement
from memcon.report.outline import outline
from tests.report.conftest import ENGINE
from tests.report.meant import meant, spans


def entries(record):
    return {entry.id: entry for group in outline(record) for entry in group.entries}


def test_a_refusal_is_told_with_what_it_leaves_out():
    assert entries(meant())["a2"].meaning.heading == "refused, except “for the night watch”"


def test_a_promise_is_told_with_its_condition_and_the_words_that_bind():
    told = entries(meant())["a3"].meaning
    assert told.heading == "promised, if “the fog lifts”, bound by “will [all] pay”"
    assert told.notes == ("in brackets: “[all]”",)


def test_a_stance_is_told_with_its_target_and_the_words_that_show_it():
    assert entries(meant())["a1"].meaning.notes == ("towards Ossel: positive (“praised”)",)


def test_a_doubtful_stance_has_a_sign_and_a_neutral_one_is_left_to_the_table():
    assert entries(meant())["a4"].meaning.notes == ("towards Velmar: negative? (“no trust”)",)


def change(number: int, **changes: object):
    record = meant()
    statements = list(record.statements)
    statements[number] = statements[number].model_copy(update=changes)
    return record.model_copy(update={"statements": tuple(statements)})


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("praise", "praised"), ("refer", "referred to"), ("express concern", "expressed concern"),
        ("agree", "agreed"), ("warn", "warned"), ("deny", "denied"), ("rejoice", "expressed joy"),
    ],
)  # fmt: skip
def test_acts_are_told_in_the_past(act, words):
    assert entries(change(0, act=act))["a1"].meaning.act == words


def test_every_act_has_a_past_that_is_english():
    from memcon.language.acts import forces

    for act in forces():
        told = entries(change(2, act=act))["a3"].meaning.act.split()[0]
        assert told.endswith("ed") or told == "said", told
        assert not told.endswith(("eed", "yed", "ieed")) or told == "agreed", told


def test_what_is_only_thought_is_not_told_as_said():
    # The cue is “praised”: no word of saying.
    assert entries(change(0, act="state"))["a1"].meaning.act == ""
    assert entries(change(2, act="state"))["a3"].meaning.act == "said"


def test_other_limits_are_quoted_whole():
    record = change(1, exceptions=spans("the night watch"), conditions=spans("talks on the pilots"))
    assert entries(record)["a2"].meaning.limits == (
        "exception “the night watch”", "condition “talks on the pilots”",
    )  # fmt: skip


def test_in_a_turn_of_several_sentences_no_act_or_limit_is_told_of_all():
    text = "QUILL: The lamps burn. Thank you. If the fog lifts, we will pay."
    record = Record(
        document=Document(name="turn.txt", text=text),
        attributions=(
            Attribution(
                id="a1", source=((0, 5),), cue=((5, 6),), content=((7, len(text)),), type="direct",
                confidence=1,
            ),
        ),
        statements=(
            Statement(
                id="s1", attribution="a1", act="thank", act_evidence=((23, 28),),
                conditions=((34, 50),), commitments=((55, 63),),
            ),
        ),
        engine=ENGINE,
    )  # fmt: skip
    told = entries(record)["a1"].meaning
    assert told.heading == "said"
    assert told.notes == ("thanked (“Thank”)", "if “the fog lifts”", "bound by “will pay”")


def test_an_attribution_without_a_statement_means_nothing_more():
    bare = meant().model_copy(update={"statements": ()})
    assert {e.meaning.heading for e in entries(bare).values()} == {""}


def test_a_statement_of_nothing_has_no_notes():
    bare = Statement(id="s1", attribution="a1")
    record = meant().model_copy(update={"statements": (bare,)})
    assert entries(record)["a1"].meaning.notes == ()
