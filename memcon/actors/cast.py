"""The cast of a document while it is being put together: figures, and the words that mention them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from memcon.actors.offices import Office
from memcon.actors.reading import Reading
from memcon.record import ActorKind, TitleForm


@dataclass(eq=False)
class Figure:
    """An actor to be.

    :param state: code of the state that it is, or is of.
    :param country: ISO 3166-1 alpha-2 code of the state that the text says it is, is of or acts for.
    :param named: whether the text gives it a name, and not only a description.
    :param titles: how the text gives each title, by its first and last word.
    :param members: of a group whose members are known.
    :param places: first words of its mentions, in order.
    :param passing: whether it is only told of so that pronouns can mean it, and is no actor.
    """

    kind: ActorKind
    name: str
    named: bool = True
    state: str | None = None
    country: str | None = None
    gender: str | None = None
    offices: list[Office] = field(default_factory=list)
    titles: dict[tuple[int, int], TitleForm] = field(default_factory=dict)
    members: tuple[Figure, ...] = ()
    places: list[int] = field(default_factory=list)
    #: How often each form of its name occurs, and where those of several words do.
    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    full: list[int] = field(default_factory=list)
    order: int = 0
    passing: bool = False

    def entitle(self, first: int, last: int, how: TitleForm) -> None:
        """Note that the words from first to last (both included) give it a title."""
        self.titles.setdefault((first, last), how)

    def before(self, place: int) -> int:
        """Place of its last mention before that word, −1 if there is none."""
        at = bisect_left(self.places, place)
        return self.places[at - 1] if at else -1


@dataclass(frozen=True, slots=True)
class Mention:
    """Words from first to last (both included) that mention a figure.

    :param name: first and last word of the name in them, or None for a description or a pronoun.
    """

    first: int
    last: int
    figure: Figure
    name: tuple[int, int] | None = None
    adjective: bool = False


class Cast:
    """Figures and their mentions, found by word and by sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.figures: list[Figure] = []
        self.persons: dict[int, Mention] = {}
        self.places: dict[int, Mention] = {}
        self.mentions: list[Mention] = []
        #: How often persons of the cast are mentioned.
        self.of_persons = 0
        self._added: set[Figure] = set()
        self._of: dict[Figure, list[Mention]] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        self._seen: set[tuple[int, int, int]] = set()

    def add(self, figure: Figure) -> Figure:
        """Take a figure into the cast."""
        figure.order = len(self.figures)
        self.figures.append(figure)
        self._added.add(figure)
        if figure.kind == "person":
            self.of_persons += len(figure.places)
        return figure

    def mention(
        self,
        figure: Figure,
        first: int,
        last: int,
        name: tuple[int, int] | None = None,
        adjective: bool = False,
    ) -> None:
        """Note that the words mention the figure; the same words are noted once."""
        key = (first, last, figure.order)
        if key in self._seen:
            return
        self._seen.add(key)
        mention = Mention(first, last, figure, name, adjective)
        self.mentions.append(mention)
        self._of.setdefault(figure, []).append(mention)
        if figure.kind == "person" and figure in self._added:
            self.of_persons += 1
        insort(figure.places, first)
        self._by_sentence.setdefault(self.reading.sentence[first], []).append(mention)
        if not figure.passing:
            self._cover(mention)

    def stay(self, figure: Figure) -> Figure:
        """Whoever was only passing turns out to be somebody; returns the figure."""
        if figure.passing:
            figure.passing = False
            for mention in self.of(figure):
                self._cover(mention)
        return figure

    def of(self, figure: Figure) -> Sequence[Mention]:
        """Mentions of a figure, as they were found."""
        return self._of.get(figure, ())

    def _cover(self, mention: Mention) -> None:
        cover = self.persons if mention.figure.kind == "person" else self.places
        for i in range(mention.first, mention.last + 1):
            cover.setdefault(i, mention)

    def lately(self, place: int, sentences: int) -> set[Figure]:
        """Figures of the cast that are mentioned in the sentence of a word, or so many before it."""
        here = self.reading.sentence[place]
        return {
            mention.figure
            for sentence in range(here - sentences, here + 1)
            for mention in self._by_sentence.get(sentence, ())
            if mention.figure in self._added
        }

    def in_sentence(self, sentence: int) -> list[Mention]:
        """Mentions that begin in a sentence, in order."""
        return sorted(self._by_sentence.get(sentence, ()), key=lambda m: (m.first, m.last))

    def back(self, place: int, sentences: int) -> Iterator[tuple[int, Mention]]:
        """(sentences back, mention) for mentions before a word, nearest sentence first."""
        here = self.reading.sentence[place]
        for distance in range(sentences + 1):
            for mention in self.in_sentence(here - distance):
                if mention.last < place:
                    yield distance, mention
