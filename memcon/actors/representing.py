"""Who acts for a state: “on behalf of the people of Kestria, N said”, “N, representing Kestria”."""

from __future__ import annotations

from memcon.actors.cast import Figure
from memcon.actors.survey import Survey

_REPRESENTING = {"representing", "represents", "represented", "represent"}
#: Words between “on behalf of” and the state: “the government and the people of Kestria”.
_NEAR = 6


def find_represented(survey: Survey) -> dict[Figure, set[str]]:
    """Codes of the states for which each person is said to act."""
    found: dict[Figure, set[str]] = {}
    reading = survey.reading
    for i, low in enumerate(reading.low):
        begin, verb = i + 1, i
        if low == "behalf" and reading.low[i + 1 : i + 2] == ["of"]:
            begin, verb = i + 2, reading.head[i]
            verb = reading.head[verb] if reading.dep[verb] == "prep" else verb
        elif low not in _REPRESENTING:
            continue
        codes, figure = _next_state(survey, begin), _subject(survey, verb)
        if codes and figure is not None:
            found.setdefault(figure, set()).update(codes)
    return found


def _next_state(survey: Survey, begin: int) -> set[str]:
    """The state of the phrase that begins there: Kestria, the people of Kestria."""
    reading = survey.reading
    for i in range(begin, begin + _NEAR):
        if not reading.same_paragraph(i, begin) or reading.form[i] in {",", ".", ";", ":"}:
            return set()
        state = survey.state_words.get(i)
        if state is not None and state.form in {"name", "adjective"}:
            return {state.state.code}
    return set()


def _subject(survey: Survey, verb: int) -> Figure | None:
    """Whoever does what the verb says, or what the verb that it hangs on says."""
    reading, persons = survey.reading, survey.cast.persons
    for _ in range(3):
        for child in reading.children[verb]:
            if reading.dep[child] == "nsubj" and child in persons:
                return persons[child].figure
        if reading.dep[verb] in {"acl", "relcl"} and reading.head[verb] in persons:
            return persons[reading.head[verb]].figure
        if reading.head[verb] == verb:
            return None
        verb = reading.head[verb]
    return None
