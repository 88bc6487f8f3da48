"""States that a text joins: “relations between Kestria and Ossel”, “the Kestria-Ossel treaty”.

At a meeting of two they tell for whom the second one speaks, if the first one's state is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from memcon.actors.cast import Figure
from memcon.actors.statenames import hyphenated_codes
from memcon.actors.states import StateMention
from memcon.actors.survey import Survey

_JOINTS = {"and", "with", "-", "–", "/"}
#: Who speaks for a body of many states speaks for none of them.
_OF_MANY = {"envoy", "rapporteur", "mediator", "coordinator", "secretary general", "commissioner"}
#: So often at least, and so much oftener than any other, the two are named together.
_OFTEN, _TIMES = 2, 2


class Relations:
    """How often each two states are joined."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.reading = survey.reading
        self.counts: dict[str, Counter[str]] = {}
        for one, other in self._joined():
            if one != other:
                self.counts.setdefault(one, Counter())[other] += 1
                self.counts.setdefault(other, Counter())[one] += 1

    def partner(self, code: str) -> str | None:
        """The state that the text joins with this one far oftener than any other, or None."""
        ranked = self.counts.get(code, Counter()).most_common(2)
        if not ranked or ranked[0][1] < _OFTEN:
            return None
        second = ranked[1][1] if len(ranked) > 1 else 0
        return ranked[0][0] if ranked[0][1] >= _TIMES * second else None

    def other_side(self, person: Figure, meetings: Iterable[tuple[Figure, ...]]) -> str | None:
        """The state of a person with an office, from the states of those met one at a time."""
        heads = {office.head for office in person.offices}
        if not heads or heads & _OF_MANY or self._of_a_body(person):
            return None
        codes = set()
        for meeting in meetings:
            if person in meeting and len(meeting) == 2:
                met = meeting[meeting[0] is person]
                if met.country is not None:
                    codes.add(self.partner(met.country))
        return codes.pop() if len(codes) == 1 else None

    def _of_a_body(self, person: Figure) -> bool:
        """Whether a title has the letters of a body in it: UN, EU, NATO."""
        reading, states = self.reading, self.survey.state_words
        return any(
            reading.form[i].replace(".", "").isupper()
            and len(reading.form[i]) > 1
            and i not in states
            and not all(reading.form[j].isupper() for j in range(first, last + 1))
            for first, last in person.titles
            for i in range(first, last + 1)
        )

    def _joined(self) -> Iterator[tuple[str, str]]:
        reading = self.reading
        before: StateMention | None = None
        for mention in sorted(self._acting(), key=lambda m: m.first):
            codes = hyphenated_codes(reading.form[mention.first])
            if len(codes) == 2:
                yield codes[0], codes[1]
            elif before is not None and reading.same_paragraph(before.last, mention.first):
                between = range(before.last + 1, mention.first)
                words = [reading.low[i] for i in between if reading.low[i] != "the"]
                if len(words) == 1 and words[0] in _JOINTS:
                    yield before.state.code, mention.state.code
            before = mention

    def _acting(self) -> set[StateMention]:
        """Mentions of states by name, adjective, or a capital that stands for its government."""
        places = self.survey.cast.places
        return {
            mention
            for mention in self.survey.state_words.values()
            if mention.form in {"name", "adjective"}
            or (mention.form == "capital" and mention.first in places)
        }
