"""What is compared, end to end, on accounts made by hand."""

import json

import pytest

import memcon
from memcon.comparison import ComparisonError, compare
from tests.comparison.conftest import Writer, words_as_vectors

BOTH = ("Ana Quill", "Oren Halvard")


def quill(name="a.txt"):
    return (
        Writer(name, "2024-05-14")
        .meet("Ana Quill", "Oren Halvard")
        .tell("duration", "over 1.5 hours", "PT1H30M", rough=True)
        .say("Ana Quill", "called for", "the release of the crew of the lightship", act="urge")
        .say("Ana Quill", "said", "the lamps of the harbour stay lit if the fees fall",
             condition="if the fees fall")
        .say("Oren Halvard", "thanked", "the pilots for their help in the storm", act="thank")
    )  # fmt: skip


def halvard(name="b.txt"):
    return (
        Writer(name, "2024-05-15")
        .meet("Oren Halvard", "Ana Quill")
        .tell("duration", "around two hours", "PT2H", rough=True)
        .say("Oren Halvard", "promised", "a new chart of the shoals", act="promise")
        .say("Ana Quill", "said", "the lamps of the harbour stay lit")
        .say("Ana Quill", "demanded", "the release of the crew of the lightship", act="demand")
    )


def lay(*records):
    return compare(*records, embed=words_as_vectors)


def test_what_both_say_is_aligned_wherever_it_stands():
    comparison = lay(quill().record(), halvard().record())
    assert {pair.members for pair in comparison.pairs} == {
        (("s1",), ("s3",)), (("s2",), ("s2",)),
    }  # fmt: skip
    assert comparison.only == (("s3",), ("s1",))


def test_an_act_that_differs_is_told_by_the_words_that_show_it():
    comparison = lay(quill().record(), halvard().record())
    pair = next(p for p in comparison.pairs if p.members[0] == ("s1",))
    [change] = pair.changes
    assert change.change == "act"
    assert [value.text for value in change.values] == ["called for", "demanded"]
    assert [value.normal for value in change.values] == ["urge", "demand"]


def test_a_condition_of_one_alone_is_told():
    comparison = lay(quill().record(), halvard().record())
    pair = next(p for p in comparison.pairs if p.members[0] == ("s2",))
    [change] = pair.changes
    assert change.change == "condition"
    assert change.values[0].text == "if the fees fall"
    assert change.values[1] is None


def test_the_json_form_is_what_the_contract_says():
    comparison = lay(quill().record(), halvard().record())
    form = json.loads(comparison.to_json())
    assert form["schema"] == 1
    assert [a["name"] for a in form["accounts"]] == ["a.txt", "b.txt"]
    assert len(form["accounts"][0]["sha256"]) == 64
    duration = next(f for f in form["facts"] if f["fact"] == "duration")
    assert duration["verdict"] == "different"
    first = duration["values"][0]
    assert (first["account"], first["text"], first["normal"]) == (0, "over 1.5 hours", "PT1H30M")
    start, end = first["span"]
    assert quill().record().text[start:end] == "over 1.5 hours"
    assert set(form["pairs"][0]) == {"members", "likeness", "changes"}
    assert form["only"] == [["s3"], ["s1"]]
    assert set(form["emphasis"]) == {"speakers", "topics", "words"}
    assert memcon.Comparison.from_json(comparison.to_json()) == comparison


def test_memcon_compare_is_the_function():
    assert memcon.compare is compare


def test_one_account_is_none_to_compare():
    with pytest.raises(ComparisonError, match="two accounts or more"):
        compare(quill().record())


def test_two_who_were_both_there_do_not_say_the_like_for_one_another():
    one = Writer("a").meet(*BOTH).say("Ana Quill", "said", "the harbour is open to every crew")
    other = Writer("b").meet(*BOTH).say("Oren Halvard", "said", "the harbour is closed to no crew")
    assert lay(one.record(), other.record()).pairs == ()
    same = Writer("b").meet(*BOTH).say("Ana Quill", "said", "the harbour is closed to no crew")
    assert len(lay(one.record(), same.record()).pairs) == 1


def test_the_same_words_of_another_are_a_change_of_the_speaker():
    one = Writer("a").meet(*BOTH).say("Ana Quill", "said", "the harbour is open tonight")
    other = Writer("b").meet(*BOTH).say("Oren Halvard", "said", "the harbour is open tonight")
    [pair] = lay(one.record(), other.record()).pairs
    [change] = pair.changes
    assert change.change == "speaker"
    assert [value.normal for value in change.values] == ["Ana Quill", "Oren Halvard"]


def test_what_one_says_in_two_sentences_is_aligned_with_the_one_of_the_other():
    one = Writer("a").say("Ana Quill", "said", "the ban on beef falls and the ban on eggs stays")
    other = (
        Writer("b")
        .say("Ana Quill", "said", "the ban on beef falls")
        .say("Ana Quill", "said", "the ban on eggs stays")
    )
    [pair] = lay(one.record(), other.record()).pairs
    assert pair.members == (("s1",), ("s1", "s2"))


def test_three_accounts_have_one_list_of_members_each():
    third = Writer("c.txt").say("Ana Quill", "said", "the lamps of the harbour stay lit")
    comparison = lay(quill().record(), halvard().record(), third.record())
    assert (("s2",), ("s2",), ("s1",)) in {pair.members for pair in comparison.pairs}
    assert (("s1",), ("s3",), ()) in {pair.members for pair in comparison.pairs}
    assert comparison.only[2] == ()


def test_the_summary_is_of_counts_alone():
    summary = lay(quill().record(), halvard().record()).summary
    assert "2 points in what is said are in both accounts." in summary
    assert "1 only in A and 1 only in B." in summary
    assert "Quill" not in summary


def test_emphasis_is_the_share_of_words_by_speaker():
    comparison = lay(quill().record(), halvard().record())
    shares = {share.name: share for share in comparison.emphasis.speakers}
    assert sum(share.shares[0] for share in shares.values()) == pytest.approx(1, abs=0.01)
    assert shares["Ana Quill"].order == (1, 2)
    assert shares["Oren Halvard"].order == (2, 1)


def test_a_frame_is_no_statement_only_one_makes():
    text = "Ana Quill thanked Oren Halvard for the chart. Oren Halvard praised the pilots of Ossel."
    from memcon.document import Document
    from memcon.record import Actor, Attribution, Record, Statement

    def at(words, start=0):
        found = text.index(words, start)
        return ((found, found + len(words)),)

    record = Record(
        document=Document(
            name="r", text=f"The following is attributable to the spokesperson:\n{text}"
        ),
        engine=quill().record().engine,
    )
    shift = len(record.text) - len(text)

    def moved(words, start=0):
        [(a, b)] = at(words, start)
        return ((a + shift, b + shift),)

    record = record.model_copy(
        update={
            "actors": tuple(
                Actor(id=n, name=n, kind="person", mentions=moved(n), forms=("name",))
                for n in ("Ana Quill", "Oren Halvard")
            ),
            "attributions": (
                Attribution(id="a1", cue=((17, 29),), content=((shift, len(record.text)),),
                            type="direct", confidence=1),
                Attribution(id="a2", parent="a1", cue=moved("thanked"), type="indirect", confidence=1,
                            content=moved("Oren Halvard for the chart"), speaker="Ana Quill"),
                Attribution(id="a3", parent="a1", cue=moved("praised"), type="indirect", confidence=1,
                            content=moved("the pilots of Ossel"), speaker="Oren Halvard"),
            ),
            "statements": tuple(Statement(id=f"s{n}", attribution=f"a{n}") for n in (1, 2, 3)),
        }
    )  # fmt: skip
    comparison = lay(record, halvard().record())
    assert comparison.frames == (("s1",), ())
    assert "s1" not in comparison.only[0]
    assert set(comparison.only[0]) == {"s2", "s3"}
    # Nor is it a point that two accounts share.
    twice = lay(record, record)
    assert twice.frames == (("s1",), ("s1",))
    assert [pair.members for pair in twice.pairs] == [(("s2",), ("s2",)), (("s3",), ("s3",))]
