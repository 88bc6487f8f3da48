"""The speaker and the addressee of every attribution, and the actors of the document."""

from __future__ import annotations

from functools import cached_property

from memcon.actors.addressees import Addressees
from memcon.actors.antecedents import Antecedents, Told
from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.countries import tell_countries
from memcon.actors.descriptions import mention_descriptions
from memcon.actors.groups import Groups
from memcon.actors.phrases import trim
from memcon.actors.populations import Populations
from memcon.actors.printed import printed_words
from memcon.actors.pronouns import PRONOUNS
from memcon.actors.ranking import Ranker
from memcon.actors.reading import Reading
from memcon.actors.roster import list_actors
from memcon.actors.sides import Sides
from memcon.actors.sources import Sources
from memcon.actors.survey import Survey
from memcon.actors.titles import NAMELESS_LABELS
from memcon.actors.turns import Turns, is_turn
from memcon.actors.vocatives import Vocatives
from memcon.coreference.clusters import Clustered
from memcon.language.quotations import Quotation
from memcon.record import Actor, Attribution

#: After so many sentences whoever spoke last is no longer who “he” is for that alone.
_FRESH = 3
_SUBJECTS = {"nsubj", "nsubjpass", "auxpass", "expl", "csubj"}
#: “It’s a pleasure to welcome you”: whoever says so feels it.
_FELT = {"pleasure", "honor", "honour", "privilege", "delight", "great", "good", "wonderful"}
#: So many words are a line.
_LINE = 30
_ANSWERS = {"a", "answer"}
_QUESTIONS = {"question", "q", "host", "follow"}


def name_speakers(
    attributions: list[Attribution],
    reading: Reading,
    quotations: list[Quotation],
    date: str | None = None,
    clustered: Clustered | None = None,
) -> tuple[list[Attribution], list[Actor]]:
    """Fill `speaker` and `addressee`, and give the actors in the order of their first mention.

    A source that is a pronoun without an antecedent has no speaker; one that is named nowhere has an
    actor whose name is the words as written.

    :param date: of the document, ISO 8601: the day for which its titles are given.
    :param clustered: mentions that the coreference heads found to be of the same.
    """
    if not len(reading):
        return attributions, []
    return Telling(attributions, reading, quotations, clustered=clustered).read(date)


class Telling:
    """One reading of one document.

    :param clustered: mentions that the coreference heads found to be of the same.
    :param ranker: chooses whom “he” and “she” mean; default the shipped one.
    """

    def __init__(
        self,
        attributions: list[Attribution],
        reading: Reading,
        quotations: list[Quotation],
        ranker: Ranker | None = None,
        clustered: Clustered | None = None,
    ) -> None:
        self.attributions = attributions
        self.reading = reading
        self.by_id = {a.id: a for a in attributions}
        self.speakers: dict[str, Figure | None] = {}
        self.hearing: dict[str, Figure | None] = {}
        quoted = [-1] * len(reading)
        for number, quotation in enumerate(quotations):
            if not quotation.depth:
                for i in reading.inside(quotation.span):
                    quoted[i] = number
        spoken = [number >= 0 for number in quoted]
        for attribution in attributions:
            if attribution.type == "direct" and attribution.parent is None:
                for span in attribution.content:
                    for i in reading.inside(span):
                        spoken[i] = True
        self.survey = Survey(reading, spoken)
        if clustered is not None:
            mention_descriptions(self.survey.cast, clustered)
        self.populations = Populations(self.survey)
        self.populations.find_phrases()
        self.groups = Groups(self.survey.cast)
        self.sides = Sides(self.survey, [])
        self.own_words = self._own_words()
        self.last: dict[str | None, tuple[int, Figure | None]] = {}
        antecedents = Antecedents(self.survey.cast, quoted, self._told, ranker or Ranker())
        self.sources = Sources(self.survey, antecedents, self.groups, self.sides)
        self.addressees = Addressees(self.sources, self.groups, self.sides)
        self.turns = {a.id: a for a in attributions if a.parent is None and is_turn(a, reading)}
        self.order = Turns(
            list(self.turns.values()), self.speakers, self.sources, self.groups, self.sides
        )

    def read(self, date: str | None) -> tuple[list[Attribution], list[Actor]]:
        """Outer attributions first, since inner ones are in their speakers' words."""
        depths: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            depths.setdefault(self._depth(attribution), []).append(attribution)
        for depth, level in sorted(depths.items()):
            for attribution in sorted(level, key=_told_at):
                self._speaker(attribution)
            if depth == 0:
                self._meet()
            for attribution in sorted(level, key=_told_at):
                self.hearing[attribution.id] = self._addressee(attribution)
        named = self.speakers
        self.sources.antecedents.catch_up(len(self.reading))
        self.survey.entitle_pronouns(self.sources.antecedents)
        self.populations.find_peoples()
        tell_countries(self.survey, self.sides.parties)
        printed = printed_words(self.attributions, self.reading)
        speaking = [f for f in (*named.values(), *self.hearing.values()) if f is not None]
        for figure in speaking:
            self._mention_members(figure)
        actors, ids = list_actors(self.survey.cast, speaking, printed, date)
        out = []
        for attribution in self.attributions:
            speaker, hearer = named.get(attribution.id), self.hearing.get(attribution.id)
            found = {
                "speaker": None if speaker is None else ids.get(speaker),
                "addressee": None if hearer is None else ids.get(hearer),
            }
            out.append(attribution.model_copy(update=found))
        return out, actors

    def _depth(self, attribution: Attribution) -> int:
        depth = 0
        while attribution.parent is not None:
            attribution = self.by_id[attribution.parent]
            depth += 1
        return depth

    def _own_words(self) -> dict[int, list[Attribution]]:
        """In whose own words each word is, from outside in; words of the narrator are left out."""
        out: dict[int, list[Attribution]] = {}
        for attribution in sorted(self.attributions, key=self._depth):
            if attribution.type != "indirect":
                for span in attribution.content:
                    for i in self.reading.inside(span):
                        out.setdefault(i, []).append(attribution)
        return out

    def _told(self, place: int) -> Told | None:
        """Speakers of the quotations around a word and who spoke before, once they are known."""
        around = self.own_words.get(place, [])
        if any(a.id not in self.speakers for a in around):
            return None
        speakers = frozenset(f for a in around if (f := self.speakers[a.id]) is not None)
        sentence, previous = self.last.get(around[-1].id if around else None, (0, None))
        fresh = 0 <= self.reading.sentence[place] - sentence <= _FRESH
        return speakers, previous if fresh else None

    def _speaker(self, attribution: Attribution) -> None:
        if not attribution.source or self._called(attribution):
            self.speakers[attribution.id] = self._unsaid(attribution)
            return
        felt = self._felt(attribution)
        if felt is not None:
            self.speakers[attribution.id] = felt
            return
        for span in attribution.source:
            inside = self.reading.inside(span)
            if not inside or (attribution.id in self.turns and self._nameless(inside)):
                continue
            sentence = self.reading.sentence[inside.start]
            at, previous = self.last.get(attribution.parent, (0, None))
            around = self._around(attribution, previous if sentence - at <= _FRESH else None)
            figure = self.sources.resolve(inside.start, inside.stop - 1, around)
            if figure is not None:
                self.speakers[attribution.id] = figure
                self.last[attribution.parent] = sentence, figure
                return
        self.speakers[attribution.id] = None

    def _felt(self, attribution: Attribution) -> Figure | None:
        """“It is my pleasure to welcome you”: whose words it is in, if “it” is told as the source."""
        text = self.reading.words.text
        source = [text[a:b].lower() for a, b in attribution.source]
        around = self._around(attribution, None)
        return around.speaker if source == ["it"] and not _FELT.isdisjoint(around.cue) else None

    def _mention_members(self, figure: Figure) -> None:
        """Who speaks or hears together, and is never named together, is mentioned one by one."""
        if not figure.places:
            for member in figure.members:
                first = next(iter(self.survey.cast.of(member)), None)
                # A member may be known by others' titles only, and be mentioned nowhere.
                if first is not None:
                    self.survey.cast.mention(figure, first.first, first.last)

    def _addressee(self, attribution: Attribution) -> Figure | None:
        speaker = self.speakers.get(attribution.id)
        if attribution.id in self.turns:
            return self.addressees.of_turn(attribution, speaker, self.order)
        outer = self._outer(attribution)
        beside = self._beside[outer.id if outer else None]
        around = self._around(attribution, None)
        return self.addressees.find(attribution, speaker, around, outer, beside)

    @cached_property
    def _beside(self) -> dict[str | None, list[Attribution]]:
        """All attributions that stand in the very words of one, by its id; None of the text's own."""
        out: dict[str | None, list[Attribution]] = {}
        for attribution in self.attributions:
            outer = self._outer(attribution)
            out.setdefault(outer.id if outer else None, []).append(attribution)
        return out

    def _outer(self, attribution: Attribution) -> Attribution | None:
        """The attribution in whose very words it stands."""
        while attribution.parent is not None:
            attribution = self.by_id[attribution.parent]
            if attribution.type != "indirect":
                return attribution
        return None

    def _nameless(self, inside: range) -> bool:
        first, end = trim(self.reading, inside.start, inside.stop - 1)
        return "".join(self.reading.low[first : end + 1]) in NAMELESS_LABELS

    def _around(self, attribution: Attribution, previous: Figure | None) -> Circumstances:
        speaker: Figure | None = None
        addressee: Figure | None = None
        speakers: set[Figure] = set()
        quoted = turn = asked = False
        outer = attribution
        while outer.parent is not None:
            outer = self.by_id[outer.parent]
            if outer.type == "indirect":
                continue
            figure = self.speakers.get(outer.id)
            if outer.id in self.turns:
                figure = self.order.voice(outer, _told_at(attribution))
            if not quoted:
                speaker, quoted = figure, True
                addressee = self.hearing.get(outer.id)
                turn = outer.id in self.turns
                asked = turn and figure is None and self.order.asks(outer)
                if figure is not self.speakers.get(outer.id):
                    addressee = self.sides.other(figure)
            if figure is not None:
                speakers.add(figure)
        words = [i for span in attribution.cue for i in self.reading.inside(span)]
        # “Do we know”: a cue that is an auxiliary is of its verb.
        words += [self.reading.head[i] for i in words if self.reading.dep[i] == "aux"]
        cue = tuple(self.reading.low[i] for i in words)
        told_of = self._told_of(attribution)
        return Circumstances(
            speaker, frozenset(speakers), quoted, previous, cue, addressee, told_of, turn, asked
        )

    def _told_of(self, attribution: Attribution) -> frozenset[Figure]:
        """Persons whom the content calls by name or office, unless it stands before who says it.

        Binding (principle C): in “he said that Quill left”, and in any quotation, “he” is not Quill.
        """
        persons = self.survey.cast.persons
        begin = _told_at(attribution) if attribution.type == "indirect" else -1
        return frozenset(
            mention.figure
            for span in attribution.content
            if span[0] > begin
            for i in self.reading.inside(span)
            if (mention := persons.get(i)) is not None
            and not (mention.first == mention.last and self.reading.low[i] in PRONOUNS)
        )

    def _called(self, attribution: Attribution) -> bool:
        """“Mr. Secretary, appreciate your visit”: a vocative is nobody's subject."""
        if attribution.parent is None or len(attribution.source) != 1:
            return False
        inside = self.reading.inside(attribution.source[0])
        text = self.reading.words.text
        words = [text[a:b].lower() for a, b in (*attribution.cue[:1], *attribution.content[:1])]
        if inside and self.reading.low[inside.start] not in PRONOUNS and words[0] == "thank":
            # “Minister Quill, thank you”: a minister thanks, but who speaks thanks her.
            return words[-1].startswith("you")
        if not inside or self.reading.form[inside.stop : inside.stop + 1] != [","]:
            return False
        titled = Vocatives(self.survey.cast).titled(inside.start, inside)
        cue = self.reading.inside(attribution.cue[0]) if attribution.cue else range(0)
        return titled == inside.stop - 1 and cue.start == inside.stop + 1

    def _unsaid(self, attribution: Attribution) -> Figure | None:
        """“Thank you for …”: in somebody's words, a verb that begins its sentence leaves “I” unsaid."""
        around = self._around(attribution, None)
        if not around.quoted or around.speaker is None or not attribution.cue:
            return None
        reading = self.reading
        cue = reading.inside(attribution.cue[0])
        if not cue:
            return None
        verb = next(
            (i for i in cue if not cue.start <= reading.head[i] < cue.stop or reading.head[i] == i),
            cue.start,
        )
        # A label before the words may be parsed as their subject.
        outer = self.by_id[attribution.parent or ""].content
        begin = min((a for a, b in outer if b > attribution.cue[0][0]), default=0)
        inner = [c for c in reading.children[verb] if reading.start[c] >= begin]
        if reading.low[cue.start] in {"it", "that"} and not _FELT.isdisjoint(around.cue):
            return around.speaker
        if self._called(attribution):
            return around.speaker
        if any(reading.dep[child] in _SUBJECTS for child in inner):
            return None
        if reading.low[cue.start] in {"is", "are", "was", "were", "being", "been", "be", "recent"}:
            return None
        if self.sides.together(list(around.cue)) and around.speaker in self.sides.parties:
            return self.groups.of(self.sides.parties, cue.start)
        begins = cue.start == 0 or reading.sentence[cue.start - 1] != reading.sentence[cue.start]
        begins = begins or reading.form[cue.start - 1] in {",", ")", "–", ":"}
        infinitive = reading.low[cue.start - 1] == "to" or reading.low[cue.start] == "to"
        return around.speaker if begins or infinitive else None

    def _meet(self) -> None:
        """Once the outermost speakers are known: the parties, and whom a nameless label means."""
        outer = self.turns.values() or [a for a in self.attributions if a.parent is None]
        named = [self.speakers.get(a.id) for a in outer]
        parties = list(dict.fromkeys(f for f in named if f is not None and f.kind == "person"))
        nameless = [a for a in self.turns.values() if self.speakers[a.id] is None]
        answers = [a for a in nameless if self._label(a) in _ANSWERS]
        interviewed = self._interviewed() if answers and not parties else None
        if interviewed is not None:
            parties.append(interviewed)
            nameless = [a for a in nameless if self._label(a) not in _ANSWERS]
            self.speakers.update(dict.fromkeys((a.id for a in answers), interviewed))
        interviewer = self._interviewer(parties, nameless)
        if interviewer is not None:
            parties.append(interviewer)
            for attribution in nameless:
                self.speakers[attribution.id] = interviewer
                label = self.reading.inside(attribution.source[0])
                self.survey.cast.mention(interviewer, label.start, label.stop - 1)
        moderators = self._moderators(parties)
        self.sides.parties = [p for p in parties if p not in moderators]
        self.sides.learn(bool(self.turns), self._questioned())

    def _label(self, turn: Attribution) -> str:
        """The first word of a turn's label, in small letters."""
        label = self.reading.inside(turn.source[0])
        return self.reading.low[label.start] if label else ""

    def _interviewed(self) -> Figure | None:
        """Who answers as “A”: the only person whom the words above the first question name."""
        first = self.reading.inside(self.order.turns[0].source[0]).start
        above = {
            m.figure
            for m in self.survey.cast.mentions
            if m.first < first and m.name and m.figure.kind == "person"
        }
        return above.pop() if len(above) == 1 else None

    def _moderators(self, parties: list[Figure]) -> set[Figure]:
        """“NBC, go ahead”: who give the floor to those who ask, while another answers at length.

        Only where people without a name ask; a party with an office may leave the answers to the other.
        """
        if not parties or not self._questioned():
            return set()
        turns = self.order.turns
        longest = dict.fromkeys(parties, 0)
        answers = dict.fromkeys(parties, 0)
        for before, turn in zip([None, *turns], turns, strict=False):
            figure = self.speakers.get(turn.id)
            if figure not in longest:
                continue
            words = sum(len(self.reading.inside(span)) for span in turn.content)
            longest[figure] = max(longest[figure], words)
            if before is not None and self._asks(before):
                answers[figure] = max(answers[figure], words)
        most = max(answers.values())
        if most <= 2 * _LINE:
            return set()
        return {
            party
            for party in parties
            if (longest[party] < _LINE if party.offices else 4 * answers[party] < most)
        }

    def _asks(self, turn: Attribution) -> bool:
        """Whether it is a turn of somebody without a name who asks."""
        return self.speakers.get(turn.id) is None and self._label(turn) in _QUESTIONS

    def _questioned(self) -> bool:
        """Whether people without a name ask."""
        return any(map(self._asks, self.turns.values()))

    def _interviewer(self, parties: list[Figure], nameless: list[Attribution]) -> Figure | None:
        """Who asks: “QUESTION” is the only other person whom the heading of an interview names."""
        if len(parties) != 1 or not nameless:
            return None
        if not all(self._label(a) in _QUESTIONS for a in nameless):
            return None
        paragraph = self.reading.paragraph
        heading = [m for m in self.survey.cast.mentions if paragraph[m.first] == 0 and m.name]
        guests = {m.figure for m in heading if m.figure.kind == "person"} - set(parties)
        return guests.pop() if len(guests) == 1 else None


def _told_at(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0][0]
