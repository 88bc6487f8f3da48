"""Persons named before who are called by what they are: the Ossel senator, the candidate.

`Holders` knows who holds an office by its whole title. News calls a person by less, or by what it has
not yet told: “Sen. Dara Quill …. The Northmark senator said”. Here the noun has to be a rank or an
office of the person, or one that fits anybody, and then the person has to be who was just told of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from memcon.actors.cast import Cast, Figure, Mention
from memcon.actors.offices import Office
from memcon.actors.phrases import POSSESSIVE_MARKS, plural
from memcon.actors.reading import fold
from memcon.actors.states import StateMention
from memcon.actors.titles import OFFICES, SAME, plain
from memcon.language.acts import acts_of_words

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
#: A member of a party, or whoever is from a place: the Unionist, the Northmarker.
_NATIVE = "native"
_OF_A_SEX = {"businessman": "m", "businesswoman": "f", "statesman": "m"}
#: Two names for one party.
_PARTIES = {
    "gop": "republican",
    "dem": "democratic",
    "democrat": "democratic",
    "dems": "democratic",
}
#: Who is told of so is somebody else, or nobody yet: the next president, the other candidate.
_ELSE = {
    "next",
    "future",
    "other",
    "another",
    "first",
    "second",
    "third",
    "last",
    "only",
    "same",
    "best",
}
_SUBJECTS = {"nsubj", "nsubjpass"}
_CLAUSES = {"ROOT", "ccomp", "advcl", "relcl", "conj", "aux", "auxpass", "prep", "mark"}
#: Words beside a name that tell where its bearer is from and what party they are of.
_BESIDE = 6
#: Sentences in which who was told of is still meant: by an office, and by any noun.
_BY_OFFICE, _JUST_NOW = 12, 3
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
        self._words: dict[Figure, dict[str, str]] = {}

    def find(self, first: int, last: int, word: int) -> Figure | None:
        """The named person whom “the …” means, or None; the noun is at `word`."""
        if self._closed(first, last, word):
            return None
        noun = self._noun(word)
        ways = [self._by_office, self._just_told]
        if noun in _ANYBODY:
            # Several are candidates; whoever was just told of is meant.
            ways.reverse()
        figure = ways[0](first, last, word, noun) or ways[1](first, last, word, noun)
        if figure is not None and figure in self._described_here(first):
            # In “the senator met the candidate” there are two.
            figure = None
        figure = figure or self.later(first, last, word)
        if figure is None:
            self._strange[noun] = word
        return figure

    def later(self, first: int, last: int, word: int) -> Figure | None:
        """In the opening, “a judge” and “House speaker” is the only one who is soon named as such.

        Farther on, “the Northmark governor” may be named in the next sentence.
        """
        reading = self.reading
        opening = reading.paragraph[word] <= _OPENING
        if not (opening or reading.low[first] == "the") or self._closed(first, last, word):
            return None
        noun, here = self._noun(word), reading.sentence[word]
        able = [
            figure
            for figure in self._persons()
            if noun in self._ranks(figure)
            and word < (at := self._first_named(figure))
            and reading.sentence[at] - here <= (_SOON if opening else 1)
        ]
        return able[0] if len(able) == 1 else None

    def quoted_next(self, office: Office) -> Figure | None:
        """“Kestria's foreign minister said …”, and behind the lead “…,” N N said, without a title.

        Papers give the office first and the name where the words are quoted; whoever else is quoted
        there is told with what they are.
        """
        reading, word = self.reading, office.word
        if (
            office.state is None
            or reading.paragraph[word] > _OPENING
            or self._noun(word) not in _HELD_BY_FEW
            or plural(reading, word)
            or not self.says(word)
        ):
            return None
        for figure in sorted(self._persons(), key=self._first_named):
            at = self._first_named(figure)
            if at < word or figure.offices or figure.titles:
                # Who is told of with what they are is somebody else.
                continue
            last = next(m.name[1] for m in self.cast.of(figure) if m.first == at and m.name)
            near = 0 < reading.paragraph[at] - reading.paragraph[word] <= _OPENING
            return figure if near and last > at and self.says(last) else None
        return None

    def says(self, noun: int) -> bool:
        """Whether the noun is the subject of a verb of saying."""
        reading = self.reading
        return reading.dep[noun] in _SUBJECTS and reading.low[reading.head[noun]] in acts_of_words()

    def _noun(self, word: int) -> str:
        """The noun in one form for all that mean the same; “the Unionist” may be anybody."""
        reading = self.reading
        member = reading.entity[word] == "NORP" and reading.form[word][0].isupper()
        return _NATIVE if member and word not in self.states else _noun(reading.low[word])

    def _described_here(self, place: int) -> set[Figure]:
        """Whom the same sentence has described before the place, without a name."""
        reading = self.reading
        return {
            mention.figure
            for mention in self.cast.in_sentence(reading.sentence[place])
            if mention.last < place and mention.name is None and reading.low[mention.first] == "the"
        }

    def _first_named(self, figure: Figure) -> int:
        return min(m.first for m in self.cast.of(figure) if m.name is not None)

    def _closed(self, first: int, last: int, word: int) -> bool:
        """Whether the words cannot mean one person told of before: “N's aide”, “the officials”."""
        reading = self.reading
        noun = self._noun(word)
        if self.spoken[word] or plural(reading, word):
            return True
        if noun not in _ANYBODY and reading.low[word] not in OFFICES:
            return True
        if not _ELSE.isdisjoint(reading.low[first:word]):
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
        narrowing = self._narrowing(first, word)
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
                if len(able) == 1 and fresh and not self._speaks_against(figure, narrowing)
                else None
            )
        return able[-1][1]

    def _just_told(self, first: int, last: int, word: int, noun: str) -> Figure | None:
        """The subject of the sentence before, unless what is known of that person speaks against it."""
        narrowing = self._narrowing(first, word)
        former = "former" in self.reading.low[first:word]
        figure = self._subject(first, alone=former) or self._fitting(first, narrowing)
        if figure is None or self._strange.get(noun, -1) > figure.before(first):
            return None
        sex = _OF_A_SEX.get(self.reading.low[word])
        if sex and figure.gender not in {None, sex}:
            return None
        if noun not in _ANYBODY and not former and self._ranks(figure):
            return None
        if noun not in _ANYBODY and noun not in _HELD_BY_FEW:
            return None
        if narrowing and self._speaks_against(figure, narrowing):
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

    def _fitting(self, place: int, narrowing: dict[str, str]) -> Figure | None:
        """The only person named in the sentences before, in whatever role, whom the words fit."""
        here = self.reading.sentence[place]
        able = {
            figure
            for figure in self._persons()
            if (at := figure.before(place)) >= 0
            and here - self.reading.sentence[at] <= _JUST_NOW
            and self._matches(figure, narrowing)
        }
        return able.pop() if len(able) == 1 else None

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

    def _narrowing(self, first: int, word: int) -> dict[str, str]:
        """Capitalised words before the noun, and what they tell: the Northmark senator, a place."""
        reading = self.reading
        begins = first == 0 or reading.sentence[first - 1] != reading.sentence[first]
        out: dict[str, str] = {}
        member = self._noun(word) == _NATIVE
        for i in range(first + (begins and first < word), word + member):
            if reading.form[i][0].isupper() and reading.low[i] not in OFFICES:
                out.update(self._told_by(i))
        return out

    def _told_by(self, i: int) -> Iterator[tuple[str, str]]:
        """A word in parts, L-Northmark, and of each whether it names a people or party, or a place."""
        entity = self.reading.entity[i]
        for part in map(fold, self.reading.form[i].split("-")):
            kind = "people" if entity == "NORP" or part in _PARTIES else ""
            kind = kind or ("place" if entity in {"GPE", "LOC"} else "")
            if part:
                yield _PARTIES.get(part, part), kind

    def _matches(self, figure: Figure, narrowing: dict[str, str]) -> bool:
        known = self._beside(figure)
        return any(
            word in known or any(len(k) > 2 and word.startswith(k) for k in known)
            for word in narrowing
        )

    def _speaks_against(self, figure: Figure, narrowing: dict[str, str]) -> bool:
        """Whether the words fit another person, while this one is of another party or place."""
        if not narrowing or self._matches(figure, narrowing):
            return False
        kinds = set(narrowing.values()) - {""}
        differs = not kinds or not kinds.isdisjoint(self._beside(figure).values())
        return differs and any(
            self._matches(f, narrowing) for f in self._persons() if f is not figure
        )

    def _beside(self, figure: Figure) -> dict[str, str]:
        """Capitalised words near the person's name that are no person's, with what they tell."""
        if figure not in self._words:
            out: dict[str, str] = {}
            for mention in self.cast.of(figure):
                if mention.name is not None:
                    for i in self._near(mention):
                        out.update(self._told_by(i))
            self._words[figure] = out
        return self._words[figure]

    def _near(self, mention: Mention) -> Iterator[int]:
        """Capitalised words of the title, before it up to a verb or a mark, and behind the name."""
        reading, persons = self.reading, self.cast.persons
        assert mention.name is not None
        yield from (
            i for i in range(mention.first, mention.name[0]) if reading.form[i][0].isupper()
        )
        for step, begin in ((-1, mention.first - 1), (1, mention.last + 1)):
            for i in range(begin, begin + step * _BESIDE, step):
                same = reading.same_paragraph(i, mention.first)
                if (
                    not same
                    or reading.sentence[i] != reading.sentence[mention.first]
                    or i in persons
                ):
                    break
                mark = not reading.form[i][0].isalnum() and not reading.joined(i)
                if step < 0 and (mark or reading.dep[i] in _CLAUSES):
                    break
                if reading.form[i][0].isupper():
                    yield i


#: Offices that one calls a person by who has been told of: “the governor”, not “the spokesman”.
_HELD_BY_FEW = {
    "senator", "governor", "mayor", "representative", "president", "secretary", "judge", "minister",
    "ambassador", "general", "speaker", "chancellor", "king", "pope", "author", "journalist",
}  # fmt: skip


def _noun(low: str) -> str:
    word = plain(low)
    word = SAME.get(word, word)
    return _ALIKE.get(word, word)
