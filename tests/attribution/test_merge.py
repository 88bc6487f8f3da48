"""Frames and what the model read, put together."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from memcon.attribution.merge import merge
from memcon.attribution.relation import Relation
from memcon.spans import overlap

TEXT = (
    "MINISTER ORDE: I think that we agree. He said no.\n\n"
    "QUESTION: Did the envoy say that the barges sank?\n\n"
    "MINISTER ORDE: Ask him."
)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def turn(label: str, said: str) -> Relation:
    start, end = span(f"{label}: {said}")
    middle = start + len(label)
    content = ((middle + 2, end),)
    return Relation(((start, middle),), ((middle, middle + 1),), content, frame=True, verbatim=True)


def told(source: str, cue: str, content: str, text: str = TEXT) -> Relation:
    def at(words: str):
        return (span(words, text),) if words else ()

    return Relation(at(source), at(cue), at(content), 0.9)


TURNS = [
    turn("MINISTER ORDE", "I think that we agree. He said no."),
    turn("QUESTION", "Did the envoy say that the barges sank?"),
    turn("MINISTER ORDE", "Ask him."),
]


def test_what_is_told_inside_a_turn_stays():
    inner = told("the envoy", "say", "that the barges sank")
    assert merge(TURNS, [inner]) == [*TURNS, inner]


def test_the_colon_behind_a_label_is_a_frame_already():
    repeated = Relation(TURNS[1].source, TURNS[1].cue, (span("Did the envoy say"),), 0.9)
    assert merge(TURNS, [repeated]) == TURNS


def test_a_content_ends_with_its_turn():
    start, _ = span("no.\n\nQUESTION: Did the envoy")
    over = Relation((span("He"),), (span("said"),), ((start, span("say")[1]),), 0.9)
    (kept,) = merge(TURNS, [over], TEXT)[3:]
    assert kept.content == (span("no."),)


def test_a_content_in_the_next_turn_alone_is_dropped():
    assert merge(TURNS, [told("He", "said", "the barges sank")]) == TURNS


def test_a_source_in_another_turn_is_cut_off():
    (kept,) = merge(TURNS, [told("the envoy", "think", "that we agree")])[3:]
    assert (kept.source, kept.content) == ((), (span("that we agree"),))


def test_the_lead_in_read_once_more_is_dropped():
    text = "The following is attributable to Vera Ilmari:\nThe Secretary met the Minister."
    frame = Relation(
        (span("Vera Ilmari", text),),
        (span("is attributable to", text),),
        (span("The Secretary met the Minister.", text),),
        frame=True,
    )
    again = told("Vera Ilmari", "attributable to", "The Secretary met the Minister", text)
    other = told("", "following", "The Secretary met the Minister", text)
    assert merge([frame], [again, other]) == [frame]


def test_a_sentence_that_is_a_whole_turn_keeps_what_is_told_in_it():
    text = "Q: I hope we meet."
    frame = Relation(((0, 1),), ((1, 2),), ((3, 18),), frame=True)
    inner = told("I", "hope", "we meet", text)
    assert merge([frame], [inner]) == [frame, inner]


def test_the_teller_between_signed_quotations_does_not_say_them():
    text = "He added the following. “We agree.” – Ode Lind"
    frame = Relation(
        (span("Ode Lind", text),), (span("–", text),), (span("“We agree.”", text),), frame=True
    )
    assert merge([frame], [told("He", "added", "“We agree.”", text)]) == [frame]


def test_the_words_of_a_heading_may_be_the_source_of_more():
    text = "Statement by Minister Lind Commending the Crews\nWe are glad."
    frame = Relation(
        (span("Minister Lind", text),),
        (span("Statement by", text),),
        (span("We are glad.", text),),
        frame=True,
    )
    more = told("Minister Lind", "Commending", "the Crews", text)
    assert merge([frame], [more]) == [frame, more]


def test_a_content_that_overlaps_its_own_cue_is_dropped():
    assert merge([], [told("He", "said", "He said no")]) == []


SPANS = st.lists(st.integers(0, 60), max_size=6, unique=True).map(
    lambda p: tuple(zip(*[iter(sorted(p))] * 2, strict=False))
)


@given(
    st.lists(st.tuples(SPANS, SPANS, SPANS), max_size=6),
    st.lists(st.integers(0, 60), unique=True, max_size=9),
)
def test_whatever_is_told_stays_sound(relations, cuts):
    cuts.sort()
    frames = [
        Relation(((a, a + 1),), (), ((b, c),), frame=True)
        for a, b, c in zip(cuts[::3], cuts[1::3], cuts[2::3], strict=False)
    ]
    for relation in merge(frames, [Relation(s, q, c, 0.5) for s, q, c in relations])[len(frames) :]:
        assert relation.content and not overlap(relation.content, relation.cue)
        for spans in (relation.source, relation.cue, relation.content):
            assert all(a < b for a, b in spans)
            assert all(x[1] <= y[0] for x, y in pairwise(spans))
        for frame in frames:
            (start, end), cue = frame.content[0], relation.cue
            if cue and start <= cue[0][0] < end:
                assert all(start <= a and b <= end for a, b in relation.content + relation.source)
            assert not overlap(relation.content, frame.source) or not cue
