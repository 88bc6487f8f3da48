"""Which state a phrase belongs to: “the Kestrian foreign minister”, “a spokesman for Kestria's army”.

Not every state in a phrase is its own: the ambassador to Kestria is somebody else's, and so is who
studies it.
"""

from __future__ import annotations

from collections.abc import Mapping

from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.reading import Reading
from memcon.actors.statenames import hyphenated_codes
from memcon.actors.states import StateMention

#: What these do is about the state before them: a Kestria expert, the Kestria envoy.
_ABOUT = {
    "analyst", "correspondent", "coordinator", "director", "envoy", "expert", "historian",
    "negotiator", "professor", "reporter", "researcher", "scholar", "specialist", "teacher", "watcher",
    "editor", "journalist", "economist", "columnist", "chief", "lead",
}  # fmt: skip
_STUDY = {"professor", "historian", "scholar", "expert", "analyst", "teacher", "translator", "student",
          "researcher", "specialist"}  # fmt: skip
#: Whoever stands at these is of the state that follows, behind “for” or “to”.
_FOR = {"spokesman", "spokeswoman", "spokesperson", "spokespersons", "spokesmen", "lawyer"}
_TO = {"adviser", "advisor", "aide", "assistant", "counselor", "counsellor", "deputy", "secretary"}
_PREPOSITIONS = {
    "of",
    "from",
    "for",
    "to",
    "in",
    "on",
    "with",
    "against",
    "at",
    "by",
    "about",
    "near",
}
#: Bodies of a city, which a capital before them so places.
_CIVIC = {"government", "police", "court", "municipality", "council", "university", "mayor",
          "prosecutor", "governor", "authorities", "administration", "fire"}  # fmt: skip


class Belonging:
    """Tells the state of phrases.

    :param states: the mention of a state that each word is in.
    :param seats: code of the state in whose seat of government each word is.
    """

    def __init__(
        self, reading: Reading, states: Mapping[int, StateMention], seats: Mapping[int, str]
    ) -> None:
        self.reading = reading
        self.states = states
        self.seats = seats

    def of(self, first: int, last: int, head: int, within: bool = False) -> set[str]:
        """Codes of the states that the phrase from first to last (both included) can belong to.

        What stands before the head decides, else what follows it behind “of”.

        :param within: whether “in Kestria” tells it too, as of a government.
        """
        before = self._before(first, head)
        return before or self._behind(head, last, within)

    def _before(self, first: int, head: int) -> set[str]:
        certain: set[str] = set()
        likely: set[str] = set()
        for i in range(first, head + 1):
            code, mention = self.seats.get(i), self.states.get(i)
            if code is not None:
                certain.add(code)
            elif mention is not None and mention.first == i and not self._two(i):
                if mention.form == "capital":
                    if self._civic(mention.last, head):
                        likely.add(mention.state.code)
                elif self._its(mention) or i == head:
                    certain.add(mention.state.code)
                elif self.reading.low[head] not in _ABOUT:
                    likely.add(mention.state.code)
        return certain or likely

    def _two(self, i: int) -> bool:
        """Kestrian-Ossel cooperation belongs to neither."""
        return len(hyphenated_codes(self.reading.form[i])) == 2

    def _civic(self, last: int, head: int) -> bool:
        """Washington's envoy, the mayor of Tehran, Moscow police; not a Moscow correspondent."""
        reading = self.reading
        if reading.form[last + 1 : last + 2] and reading.form[last + 1] in POSSESSIVE_MARKS:
            return True
        return reading.low[head] in _CIVIC

    def _its(self, mention: StateMention) -> bool:
        """Whether the words say “of it”: an adjective, a genitive, letters that serve as both."""
        reading, after = self.reading, mention.last + 1
        if mention.form == "adjective" or (
            after < len(reading) and reading.form[after] in POSSESSIVE_MARKS
        ):
            return True
        return reading.form[mention.last].isupper()

    def _behind(self, head: int, last: int, within: bool) -> set[str]:
        reading, low = self.reading, self.reading.low[head]
        if low in _STUDY:
            return set()
        open_behind = {"of", "from"} | ({"in"} if within else set())
        open_behind |= {"for"} if low in _FOR else {"to"} if low in _TO else set()
        out: set[str] = set()
        behind = ""
        for i in range(head + 1, last + 1):
            if reading.form[i] in {",", "(", ";", ":"}:
                break
            if reading.low[i] in _PREPOSITIONS:
                if behind and reading.low[i] != "of":
                    break
                behind = reading.low[i]
            elif behind in open_behind and i in self.seats:
                out.add(self.seats[i])
            elif behind in open_behind and i in self.states and self.states[i].first == i:
                mention = self.states[i]
                after = mention.last + 1
                modifies = (
                    mention.form in {"name", "capital"}
                    and after <= last
                    and reading.head[mention.last] > mention.last
                    and reading.form[after] not in POSSESSIVE_MARKS
                    and not reading.form[mention.last].isupper()
                )
                if not modifies and (mention.form != "capital" or within or low in _CIVIC):
                    out.add(mention.state.code)
        return out
