"""Statements: every attribution read for what it does, what it is about, and how it is limited."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors.pronouns import FIRST, FIRST_PLURAL, INDEFINITE, PRONOUNS
from memcon.actors.reading import Reading
from memcon.actors.states import find_states
from memcon.clauses.people import is_people
from memcon.language.acts import Act, acts_of_words
from memcon.language.quotations import Quotation
from memcon.record import Attribution, Statement
from memcon.statements.clauses import commitments, conditions, exceptions, negations, parts_of
from memcon.statements.contents import act_of_content
from memcon.statements.cues import act_of_cue
from memcon.statements.insertions import insertions
from memcon.statements.stances import Stances
from memcon.topics.finding import Finder

_OTHERS = {"claim", "accuse", "criticise", "doubt", "praise", "predict"}


def find_statements(
    attributions: Sequence[Attribution],
    reading: Reading,
    quotations: Sequence[Quotation],
    stances: Stances | None = None,
    topics: Finder | None = None,
) -> tuple[Statement, ...]:
    """One statement for each attribution, in their order.

    :param stances: finds the stances; without it there are none.
    :param topics: finds the topics; without it they go by lemmas alone.
    """
    if not attributions:
        return ()
    quoted = [quotation.span for quotation in quotations]
    mentions = find_states(reading)
    codes = {i: m.state.code for m in mentions for i in range(m.first, m.last + 1)}
    states = {m.state.code: m.state.name for m in mentions}
    inner: dict[str, list[Attribution]] = {}
    for a in attributions:
        if a.parent is not None:
            inner.setdefault(a.parent, []).append(a)
    contents = {a.id: _own(a, inner.get(a.id, ()), reading) for a in attributions}
    about = (topics or Finder()).find(reading, contents, codes, states)
    out = []
    for number, attribution in enumerate(attributions, start=1):
        content = list(parts_of(reading, attribution.content))
        own = contents[attribution.id]
        act = act_of(reading, attribution, content)
        out.append(
            Statement(
                id=f"s{number}",
                attribution=attribution.id,
                speech_act=act.force,
                act=act.name,
                act_evidence=act.evidence,
                topics=about[attribution.id],
                stances=stances.of(attribution, content, own, act) if stances else (),
                conditions=conditions(reading, content),
                exceptions=exceptions(reading, content),
                negations=negations(reading, sorted({*own, *parts_of(reading, attribution.cue)})),
                commitments=commitments(reading, own),
                insertions=insertions(reading.words.text, attribution, quoted),
            )
        )
    return tuple(out)


def act_of(reading: Reading, attribution: Attribution, content: list[int]) -> Act:
    """The act: by the cue, or by the words themselves where the cue only says that they were said."""
    cue = act_of_cue(reading, attribution)
    if cue is not None and (cue.name != "state" or not cue.evidence):
        return cue
    return act_of_content(reading, content)


def _nobody(attribution: Attribution, reading: Reading) -> bool:
    """Whether the source is a thing, or none: “such cooperation shows that …”, “it is clear that …”.

    Of a claim or a charge without a source somebody else is meant.
    """
    source = [i for span in attribution.source for i in reading.inside(span)]
    cue = [reading.low[i] for span in attribution.cue for i in reading.inside(span)]
    others = any(_OTHERS.intersection(acts_of_words().get(low, ())) for low in cue)
    people = any(is_people(reading, i) or reading.low[i] in PRONOUNS | INDEFINITE for i in source)
    return attribution.speaker is None and not people and (bool(source) or not others)


def _first_person(attribution: Attribution, reading: Reading) -> bool:
    source = [reading.low[i] for span in attribution.source for i in reading.inside(span)]
    return bool(source) and set(source) <= FIRST | FIRST_PLURAL


def _own(attribution: Attribution, inside: Sequence[Attribution], reading: Reading) -> list[int]:
    """Words of the content that are not reported in it as another's.

    What “we” think is what the speaker thinks as well, and what a thing shows is what the speaker says
    that it shows.

    :param inside: the attributions that stand in the content.
    """
    inner = {
        i
        for other in inside
        if other.speaker != attribution.speaker
        and not _first_person(other, reading)
        and not _nobody(other, reading)
        for span in other.content
        for i in reading.inside(span)
    }
    own = [i for i in parts_of(reading, attribution.content) if i not in inner]
    return own or list(parts_of(reading, attribution.content))
