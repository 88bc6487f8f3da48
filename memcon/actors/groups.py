"""Groups: “A and B”, and the words that take up two or more together, “the two sides”, “they”."""

from __future__ import annotations

from memcon.actors.antecedents import SENTENCES
from memcon.actors.cast import Cast, Figure
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.reading import Reading

SIZES = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "pair": 2}
#: Nouns that take up the parties to a meeting.
PARTIES = {
    "sides", "parties", "delegations", "participants", "leaders", "ministers", "presidents", "officials",
    "counterparts", "secretaries", "diplomats", "heads", "principals", "chancellors", "premiers",
    "interlocutors", "colleagues", "men", "women",
}  # fmt: skip
#: Those of them that need not be persons.
SIDES = {"sides", "parties", "delegations", "participants", "allies"}
#: Nouns that take up the states of the parties.
COUNTRIES = {"countries", "governments", "states", "nations", "capitals", "peoples", "allies"}
#: “A and others”, “A and their followers” say that A said it.
_HANGERS_ON = {"others", "their", "his", "her", "its", "other", "colleagues", "more"}


class Groups:
    """The groups of a document, each there once, whoever mentions it."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._known: dict[frozenset[Figure], Figure] = {}
        self.told: list[tuple[int, Figure]] = []

    def of(self, members: list[Figure], place: int) -> Figure:
        """The group of these members, in the order in which it was first named."""
        flat: list[Figure] = []
        for member in members:
            flat.extend(m for m in (member.members or (member,)) if m not in flat)
        if len(flat) == 1:
            return flat[0]
        key = frozenset(flat)
        if key not in self._known:
            self._known[key] = self.cast.add(Figure("group", "", members=tuple(flat)))
        self.told.append((place, self._known[key]))
        return self._known[key]

    def latest(
        self, place: int, size: int | None, sentences: int | None = None, people: bool = False
    ) -> Figure | None:
        """The group told of last before the place, of that size if one is given.

        :param people: whether at least one member has to be a person.
        """
        reading = self.cast.reading
        for at, group in reversed(self.told[-12:]):
            if at >= place or len(group.members) < 2 or (size and len(group.members) != size):
                continue
            if people and all(m.kind in {"state", "organisation"} for m in group.members):
                continue
            if sentences is not None and reading.sentence[place] - reading.sentence[at] > sentences:
                continue
            return group
        return None

    def scene(self, place: int, size: int | None) -> list[Figure]:
        """Persons whom the nearest sentence with two or more of them names, in order.

        Who is only named as an owner (“N's war”) took no part.
        """
        reading = self.cast.reading
        here = reading.sentence[place]
        for sentence in range(here, here - SENTENCES - 1, -1):
            people = self.present(sentence, place)
            if len(people) >= (size or 2):
                return people[:size] if size else people
        return []

    def present(self, sentence: int, place: int) -> list[Figure]:
        """Persons who take part in what a sentence tells, as far as it stands before the place."""
        reading = self.cast.reading
        out: list[Figure] = []
        for mention in self.cast.in_sentence(sentence):
            if mention.figure.kind != "person" or mention.last >= place or mention.figure in out:
                continue
            after = mention.last + 1
            owner = after < len(reading) and reading.form[after] in POSSESSIVE_MARKS
            if not owner and not (mention.name is None and not mention.figure.named):
                out.append(mention.figure)
        return out


def split(reading: Reading, first: int, last: int, closed: set[int]) -> list[tuple[int, int]]:
    """Parts of a phrase between its commas and “and”s; words in `closed` belong to one name.

    “and others”, “and their followers” is left out.
    """
    parts: list[tuple[int, int]] = []
    begin = first
    for i in range(first, last + 2):
        ends = i > last or (
            i not in closed and (reading.low[i] in {"and", "&"} or reading.form[i] in {",", ";"})
        )
        if not ends:
            continue
        if begin < i and not (parts and reading.low[begin] in _HANGERS_ON):
            parts.append((begin, i - 1))
        elif begin < i:
            break
        begin = i + 1
    return parts
