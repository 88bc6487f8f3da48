"""Persons named before who are called by what they are: the Ossel senator, the candidate.

`Holders` knows who holds an office by its whole title. News calls a person by less, or by what it has
not yet told: “Sen. Dara Quill …. The Northmark senator said”. Here the noun has to be a rank or an
office of the person, or one that fits anybody, and then the person has to be who was just told of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from memcon.actors.cast import Cast, Figure, Mention
from memcon.actors.phrases import POSSESSIVE_MARKS, plural
from memcon.actors.reading import fold
from memcon.actors.states import StateMention
from memcon.actors.titles import OFFICES, SAME, plain

#: Ranks that are printed short before a name.
_RANKS = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "amb": "ambassador",
    "prof": "professor", "adm": "admiral", "col": "colonel", "capt": "captain", "sgt": "sergeant",
    "lt": "lieutenant", "rev": "reverend", "dr": "doctor",
}  # fmt: skip
#: Different words for one thing, as far as news changes them to avoid saying one twice.
_ALIKE = {
    "nominee": "candidate", "contender": "candidate", "hopeful": "candidate",
    "front-runner": "candidate", "frontrunner": "candidate", "challenger": "candidate",
    "justice": "judge", "magistrate": "judge", "jurist": "judge", "lawmaker": "legislator",
    "premier": "minister", "pontiff": "pope", "anchor": "journalist", "reporter": "journalist",
    "correspondent": "journalist", "columnist": "journalist",
}  # fmt: skip
#: What may be said of anybody, whatever else they are.
_ANYBODY = {
    "candidate", "politician", "leader", "legislator", "veteran", "businessman", "businesswoman",
    "billionaire", "millionaire", "tycoon", "mogul", "magnate", "incumbent", "statesman",
    "statesmen", "newcomer", "outsider", "star", "native", "octogenarian", "septuagenarian",
}  # fmt: skip
_OF_A_SEX = {"businessman": "m", "businesswoman": "f", "statesman": "m"}
#: Two names for one party.
_PARTIES = {
    "gop": "republican",
    "dem": "democratic",
    "democrat": "democratic",
    "dems": "democratic",
}
_SUBJECTS = {"nsubj", "nsubjpass"}
#: Words beside a name that tell where its bearer is from and what party they are of.
_BESIDE = 6
#: Sentences in which who was told of is still meant: by an office, and by any noun.
_BY_OFFICE, _JUST_NOW = 12, 2
#: Paragraphs at the beginning in which somebody may be described before being named.
_OPENING, _SOON = 2, 8


class Redescribed:
    """Finds whom a description without a name means.

    :param states: words that name a state; who is “the Kestrian minister” only titles tell.
    :param spoken: of each word, whether it is somebody's own words.
    """

    def __init__(
        self, cast: Cast, states: Collection[int] | dict[int, StateMention], spoken: Sequence[bool]
    ) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.states = states
        self.spoken = spoken
        self._strange: dict[str, int] = {}
        self._words: dict[Figure, set[str]] = {}

    def find(self, first: int, last: int, word: int) -> Figure | None:
        """The named person whom “the …” means, or None; the noun is at `word`."""
        if self._closed(first, last, word):
            return None
        noun = _noun(self.reading.low[word])
        ways = [self._by_office, self._just_told]
        if noun in _ANYBODY:
            # Several are candidates; whoever was just told of is meant.
            ways.reverse()
        figure = ways[0](first, last, word, noun) or ways[1](first, last, word, noun)
        if figure is None:
            figure = self.later(first, last, word)
        if figure is None:
            self._strange[noun] = word
        return figure

    def later(self, first: int, last: int, word: int) -> Figure | None:
        """In the opening, “a judge” and “House speaker” is the only one who is soon named as such."""
        reading = self.reading
        if reading.paragraph[word] > _OPENING or self._closed(first, last, word):
            return None
        noun, here = _noun(reading.low[word]), reading.sentence[word]
        able = [
            figure
            for figure in self._persons()
            if noun in self._ranks(figure)
            and word < figure.places[0]
            and reading.sentence[figure.places[0]] - here <= _SOON
        ]
        return able[0] if len(able) == 1 else None

    def _closed(self, first: int, last: int, word: int) -> bool:
        """Whether the words cannot mean one person told of before: “N's aide”, “the officials”."""
        reading = self.reading
        noun = _noun(reading.low[word])
        if self.spoken[word] or plural(reading, word):
            return True
        if noun not in _ANYBODY and reading.low[word] not in OFFICES:
            return True
        return any(
            reading.form[i] in POSSESSIVE_MARKS
            or i in self.states
            or (i in self.cast.persons and self.cast.persons[i].figure.named)
            for i in range(first, last + 1)
        )

    def _by_office(self, first: int, last: int, word: int, noun: str) -> Figure | None:
        reading = self.reading
        here = reading.sentence[word]
        able = []
        for figure in self._persons():
            at = figure.before(first)
            near = at >= 0 and here - reading.sentence[at] <= _BY_OFFICE
            if near and noun in self._ranks(figure) and at > self._strange.get(noun, -1):
                able.append((at, figure))
        able.sort(key=lambda item: item[0])
        narrowing = self._narrowing(first, last, word)
        if not able:
            return None
        if narrowing:
            fitting = [(at, f) for at, f in able if self._matches(f, narrowing)]
            if fitting:
                return fitting[-1][1]
            at, figure = able[-1]
            fresh = here - reading.sentence[at] <= _JUST_NOW
            return (
                figure
                if len(able) == 1 and fresh and not self._fits_another(figure, narrowing)
                else None
            )
        return able[-1][1]

    def _just_told(self, first: int, last: int, word: int, noun: str) -> Figure | None:
        """The subject of the sentence before, unless what is known of that person speaks against it."""
        narrowing = self._narrowing(first, last, word)
        former = "former" in self.reading.low[first:word]
        figure = self._subject(first, alone=former)
        if figure is None or self._strange.get(noun, -1) > figure.before(first):
            return None
        sex = _OF_A_SEX.get(self.reading.low[word])
        if sex and figure.gender not in {None, sex}:
            return None
        if noun not in _ANYBODY and not former and self._ranks(figure):
            return None
        if noun not in _ANYBODY and noun not in _HELD_BY_FEW:
            return None
        if narrowing and self._fits_another(figure, narrowing):
            return None
        return figure

    def _subject(self, place: int, alone: bool = False) -> Figure | None:
        """Whom the narrator told of last as a subject, here or in the sentences before.

        :param alone: whether that sentence must name nobody else.
        """
        reading = self.reading
        here = reading.sentence[place]
        distance = passed = 0
        while distance <= _JUST_NOW and here - passed >= 0:
            sentence = here - passed
            passed += 1
            words = reading.of_sentence(sentence)
            if passed > 1 and all(self.spoken[i] for i in words if reading.form[i][0].isalpha()):
                continue
            if reading.paragraph[place] - reading.paragraph[words.start] > 2:
                return None
            found = list(dict.fromkeys(m.figure for m in self._told(sentence, place)))
            if found:
                named = {
                    m.figure for m in self.cast.in_sentence(sentence)
                    if m.figure.kind == "person" and m.figure.named and m.last < place
                }  # fmt: skip
                return found[0] if len(found) == 1 and not (alone and len(named) > 1) else None
            distance += 1
        return None

    def _told(self, sentence: int, place: int) -> Iterator[Mention]:
        reading = self.reading
        for mention in self.cast.in_sentence(sentence):
            name = mention.name
            head = name[1] if name else mention.last
            if mention.last >= place or mention.figure.kind != "person" or self.spoken[head]:
                continue
            heads = [i for i in range(mention.first, head + 1) if reading.dep[i] in _SUBJECTS]
            if heads and mention.figure.named and mention.figure.names:
                yield mention

    def _persons(self) -> Iterator[Figure]:
        for figure in self.cast.figures:
            if figure.kind == "person" and figure.named and figure.names and figure.places:
                yield figure

    def _ranks(self, figure: Figure) -> set[str]:
        """The nouns of the person's offices and ranks."""
        out = {_noun(office.head) for office in figure.offices}
        for first, last in figure.titles:
            for i in range(first, last + 1):
                low = plain(self.reading.low[i])
                if low in _RANKS or low in OFFICES:
                    out.add(_noun(_RANKS.get(low, low)))
        return out

    def _narrowing(self, first: int, last: int, word: int) -> set[str]:
        """Capitalised words beside the noun: the Northmark senator, the GOP nominee."""
        reading = self.reading
        begins = first == 0 or reading.sentence[first - 1] != reading.sentence[first]
        out = set()
        for i in range(first + (begins and first < word), last + 1):
            form = reading.form[i]
            if i != word and form[0].isupper() and reading.low[i] not in OFFICES:
                out.add(_PARTIES.get(fold(form), fold(form)))
        return out

    def _matches(self, figure: Figure, narrowing: set[str]) -> bool:
        known = self._beside(figure)
        return any(
            word in known or any(len(k) > 2 and word.startswith(k) for k in known)
            for word in narrowing
        )

    def _fits_another(self, figure: Figure, narrowing: set[str]) -> bool:
        if self._matches(figure, narrowing):
            return False
        return any(self._matches(f, narrowing) for f in self._persons() if f is not figure)

    def _beside(self, figure: Figure) -> set[str]:
        """Capitalised words near the person's name that are no person's."""
        if figure not in self._words:
            reading, out = self.reading, set()
            for mention in self.cast.mentions:
                if mention.figure is not figure or mention.name is None:
                    continue
                near = range(max(mention.first - _BESIDE, 0), mention.last + _BESIDE + 1)
                for i in near:
                    if reading.sentence[min(i, len(reading) - 1)] != reading.sentence[
                        mention.first
                    ] or not reading.same_paragraph(i, mention.first):
                        continue
                    known = self.cast.persons.get(i)
                    title = mention.first <= i <= mention.last and i < mention.name[0]
                    if not reading.form[i][0].isupper() or (known is not None and not title):
                        continue
                    for part in reading.form[i].split("-"):
                        word = fold(part)
                        out.add(_PARTIES.get(word, word))
            self._words[figure] = out - {""}
        return self._words[figure]


#: Offices that one calls a person by who has been told of: “the governor”, not “the spokesman”.
_HELD_BY_FEW = {
    "senator", "governor", "mayor", "representative", "president", "secretary", "judge", "minister",
    "ambassador", "general", "speaker", "chancellor", "king", "pope", "author", "journalist",
}  # fmt: skip


def _noun(low: str) -> str:
    word = plain(low)
    word = SAME.get(word, word)
    return _ALIKE.get(word, word)
