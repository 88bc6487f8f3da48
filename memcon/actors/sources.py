"""Whom the words of a source mean."""

from __future__ import annotations

from memcon.actors.antecedents import Antecedents
from memcon.actors.campaigns import Campaigns
from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.groups import Groups, split
from memcon.actors.lists import Lists
from memcon.actors.lonenames import LoneNames
from memcon.actors.named import Named
from memcon.actors.owned import OWNING, Owned
from memcon.actors.phrases import (
    WRITINGS,
    cut,
    head_of,
    kind_of,
    noun_phrase,
    plural,
    trim,
)
from memcon.actors.pronouns import (
    FEMALE,
    FIRST,
    FIRST_PLURAL,
    INDEFINITE,
    MALE,
    NEUTER,
    PLURAL,
    PRONOUNS,
    RELATIVE,
    SECOND,
)
from memcon.actors.rebodied import Rebodied
from memcon.actors.relatives import Relatives
from memcon.actors.sides import Sides
from memcon.actors.survey import Survey
from memcon.actors.takenup import TakenUp
from memcon.actors.unnamed import Unnamed
from memcon.actors.writings import Writings

#: What everybody does who watches: not of one side alone.
_FELLOWS = {"colleague", "counterpart", "friend", "host", "guest"}
_SEEN = {"know", "knew", "see", "saw", "seen", "hear", "heard"}


class Sources:
    """Resolves sources one after the other; what one teaches serves the next."""

    def __init__(
        self, survey: Survey, antecedents: Antecedents, groups: Groups, sides: Sides
    ) -> None:
        self.survey = survey
        self.cast = survey.cast
        self.reading = survey.reading
        self.antecedents = antecedents
        self.groups = groups
        self.sides = sides
        self.named = Named(survey)
        self.unnamed = Unnamed(survey)
        self.owned = Owned(survey.cast)
        self.lone = LoneNames(survey.cast)
        self.writings = Writings(self.named, self.lone, self._possessor)
        self.rebodied = Rebodied(self.named.bodies)
        self.relatives = Relatives(survey.cast)
        self.campaigns = Campaigns(survey.cast, self._owner)
        self.lists = Lists(self.named, groups, self._single)
        self.taken_up = TakenUp(survey, groups, sides, self._noun)
        self._we: Figure | None = None
        self._resolved: dict[tuple[int, int], Figure] = {}

    def resolve(self, first: int, last: int, around: Circumstances) -> Figure | None:
        """The figure that the words from first to last (both included) mean, or None."""
        begin, end = trim(self.reading, first, last)
        while begin > 1 and self.reading.joined(begin - 1):
            # The second half of “Secretary-General” names nobody.
            begin -= 2
        if begin > end:
            return None
        figure = self._resolved.get((begin, end)) or self._resolve(begin, end, around)
        if figure is not None:
            self._resolved[begin, end] = figure
            if figure.kind == "group" and (
                not self.groups.told or self.groups.told[-1] != (begin, figure)
            ):
                self.groups.told.append((begin, figure))
            self.cast.mention(
                figure, begin, end if figure.kind == "group" else self._end(begin, end, figure)
            )
        return figure

    def _end(self, begin: int, end: int, figure: Figure) -> int:
        """Last word of the figure's own name at the start, or of the whole phrase.

        In “Kestrian writer N” the first word mentions somebody else, the state.
        """
        covered = self.cast.persons.get(begin) or self.cast.places.get(begin)
        own = covered is not None and covered.figure is figure and begin <= covered.last <= end
        return covered.last if own and covered is not None else end

    def _resolve(self, first: int, last: int, around: Circumstances) -> Figure | None:
        reading = self.reading
        low = reading.low[first]
        if first == last or (low in PRONOUNS and reading.low[last].endswith(("self", "selves"))):
            pronoun = self._pronoun(first, around)
            if pronoun is not NotImplemented:
                return pronoun
        if low in FIRST_PLURAL and reading.form[first + 1] == ",":
            # “We, the ministers of …”: what follows says who.
            self._we = around.speaker or self.resolve(first + 2, last, around)
            return self._we
        taken_up = self.taken_up.phrase(first, last, around)
        if taken_up is not None:
            return taken_up
        parts = split(reading, first, last, self.lists.closed(first, last))
        together = self.lists.members(parts, around) if len(parts) > 1 else None
        if together is not None:
            return together
        return self._single(first, parts[0][1] if len(parts) == 1 else last, around)

    def _pronoun(self, i: int, around: Circumstances) -> Figure | None:
        low = self.reading.low[i]
        if low in FIRST:
            return around.speaker
        if low in FIRST_PLURAL:
            if (
                around.quoted
                and self.sides.together(list(around.cue))
                and around.speaker in self.sides.parties
            ):
                return self.groups.of(self.sides.parties, i)
            if self._everybody(around):
                return None
            return self.sides.of(around.speaker) or self._we
        if low in SECOND:
            if not around.quoted or self._anybody(i, around):
                return None
            return around.addressee or (None if around.turn else self.sides.other(around.speaker))
        if low in MALE or low in FEMALE:
            gender = "m" if low in MALE else "f"
            return self.antecedents.person(
                i, gender, around.speakers | around.told_of, around.previous
            )
        if low in NEUTER:
            if around.quoted and self._thing_before(i):
                return None
            return self.antecedents.thing(i, set(around.speakers), around.previous)
        if low in PLURAL or low in {"both", "two"}:
            return self.taken_up.they(i, around)
        if low in RELATIVE:
            return self._relative(i, around)
        if low in INDEFINITE:
            return None
        return NotImplemented

    def _anybody(self, i: int, around: Circumstances) -> bool:
        """“If you look”, “you can see”: anybody; but whoever asks, “can you say”, means who answers."""
        low = self.reading.low
        behind = low[i + 1 : i + 2] in (["can"], ["ca"])
        before = not {"if", "when", "can", "ca"}.isdisjoint(low[max(i - 2, 0) : i])
        return behind or (before and not around.asked)

    def _thing_before(self, i: int) -> bool:
        """“The report outlines … It shows …”: what the sentence before was about goes on being meant.

        The subject is the best antecedent of a subject (centering); here it is a thing that nobody is.
        """
        reading = self.reading
        first = reading.of_sentence(reading.sentence[i]).start
        if reading.low[i] != "it" or reading.dep[i] != "nsubj" or i - first > 2:
            return False
        for j in reading.of_sentence(reading.sentence[i] - 1):
            root = reading.head[reading.head[j]] == reading.head[j]
            if reading.dep[j] == "nsubj" and root and reading.form[j].islower():
                known = j in self.cast.persons or j in self.cast.places
                thing = reading.low[j] not in PRONOUNS | INDEFINITE | RELATIVE
                return thing and not known and kind_of(reading, j, j, j) == "group"
        return False

    @staticmethod
    def _everybody(around: Circumstances) -> bool:
        """“We know”, “we saw” of one who speaks for no side: everybody, nobody in particular."""
        speaker = around.speaker
        return (
            around.quoted
            and speaker is not None
            and speaker.state is None
            and not speaker.offices
            and speaker.kind == "person"
            and not _SEEN.isdisjoint(around.cue)
        )

    def _relative(self, i: int, around: Circumstances) -> Figure | None:
        """Who, which: the noun that the relative clause hangs on."""
        reading = self.reading
        verb = reading.head[i]
        for _ in range(4):
            if reading.dep[verb] in {"relcl", "acl"} or reading.head[verb] == verb:
                break
            verb = reading.head[verb]
        if reading.dep[verb] == "relcl" and reading.head[verb] < i:
            head = reading.head[verb]
        else:
            head = i - 1
            while head > 0 and reading.form[head] in {",", "–", "("}:
                head -= 1
        if not reading.same_paragraph(head, i) or not reading.form[head][0].isalpha():
            return None
        if reading.low[head] in INDEFINITE | PRONOUNS | {"ones"}:
            return None
        known = self.cast.persons.get(head)
        if known is not None and known.last < i:
            return known.figure
        return self._apposition(head) or self._noun(head, i, around)

    def _apposition(self, noun: int) -> Figure | None:
        """N, a Kestrian engineer, who; Kestria and Ossel, the two neighbours, which: they are named."""
        reading = self.reading
        if reading.dep[noun] != "appos" or not reading.same_paragraph(reading.head[noun], noun):
            return None
        found: list[Figure] = []
        at = reading.head[noun]
        while True:
            known = self.cast.persons.get(at) or self.cast.places.get(at)
            if known is None or not known.figure.named or known.adjective:
                break
            found.append(known.figure)
            if not plural(reading, noun) or reading.dep[at] != "conj":
                break
            at = reading.head[at]
        if not found or plural(reading, noun) != (len(found) > 1):
            return None
        return self.groups.of(found[::-1], at)

    def _noun(self, head: int, place: int, around: Circumstances) -> Figure | None:
        """The figure of the noun phrase around an antecedent, which so becomes a mention."""
        first, last = noun_phrase(self.reading, head)
        first, last = trim(self.reading, first, min(last, place - 1))
        figure = self._single(first, last, around) if first <= last else None
        if figure is not None:
            self.cast.mention(figure, first, last)
        return figure

    def _single(self, first: int, last: int, around: Circumstances) -> Figure | None:
        reading = self.reading
        member = self.reading.entity[last] == "NORP" and first == last - 1 and not around.quoted
        # “The Unionist” may be whoever was just told of; “the Unionists” are many.
        strong = self._person_again(first, last, last) if member else None
        strong = strong or self.named.find(first, last, around)
        if strong is None or (strong.kind == "person" and not strong.named):
            strong = self._again(first, last, around) or strong
        if strong is not None:
            return strong
        head = head_of(reading, first, last)
        low = reading.low[first]
        if low in INDEFINITE and not (
            low in {"people", "one", "another", "most", "many", "some", "several"} and first < last
        ):
            return None
        if (
            {"all", "a"} & set(reading.low[first : first + 2])
            and "of" in reading.low[first : last + 1]
            and {"us", "lot", "you"} & set(reading.low[first : last + 1])
        ):
            return None
        if first + 1 == last == head and reading.low[head] in _FELLOWS:
            # “My colleague”, of two who answer side by side; asked of the one, “your colleague”.
            own = around.speaker if low in FIRST | FIRST_PLURAL else around.addressee
            fellow = self.sides.other(own) if low in FIRST | FIRST_PLURAL | SECOND else None
            if around.turn and fellow is not None and own in self.sides.parties:
                return fellow
        institution = kind_of(reading, first, last, head) in {
            "government",
            "organisation",
        } or reading.low[head] in {"country", "people", "side", "team"}
        if low in FIRST | FIRST_PLURAL | SECOND and first < last and institution:
            # My government, your ministry: whoever's it is, the side says it.
            owner = around.speaker if low not in SECOND else self.sides.other(around.speaker)
            return self.sides.of(owner)
        if reading.low[head] in WRITINGS:
            return self.writings.author(first, last, head, around)
        end = cut(reading, first, last, head)
        if not any(reading.form[i][0].isalpha() for i in range(first, end + 1)):
            return None
        label = self.unnamed.label(first, end)
        return (
            label
            or self._owned(first, end, head, around)
            or self.unnamed.describe(first, end, head)
        )

    def _owned(self, first: int, last: int, head: int, around: Circumstances) -> Figure | None:
        if self.reading.low[first] not in OWNING or first == last:
            return None
        owner = self._possessor(first, around)
        return None if owner is None else self.owned.find(first, last, head, owner)

    def _again(self, first: int, last: int, around: Circumstances) -> Figure | None:
        """Whoever was named before and is now called by what they are: the candidate, the company."""
        head = head_of(self.reading, first, last)
        end = cut(self.reading, first, last, head)
        found = self.campaigns.find(first, end) or self.relatives.find(first, end)
        if found is not None or around.quoted:
            return found
        if first == end:
            return self.lone.find(first)
        return self.rebodied.find(first, end) or self._person_again(first, end, head)

    def _person_again(self, first: int, last: int, head: int) -> Figure | None:
        if self.reading.low[first] != "the":
            return None
        return self.survey.redescribed.find(first, last, head)

    def _owner(self, place: int, sex: str) -> Figure | None:
        return self.antecedents.person(place, sex, frozenset(), None)

    def _possessor(self, place: int, around: Circumstances) -> Figure | None:
        pronoun = self._pronoun(place, around)
        return None if pronoun is NotImplemented else pronoun
