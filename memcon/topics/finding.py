"""Topics of the statements of a document: those of the user's list first, then those found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.actors.reading import Reading
from memcon.record import Actor, Attribution
from memcon.topics.candidates import Phrase, find_phrases
from memcon.topics.grouping import group
from memcon.topics.likeness import Likeness
from memcon.topics.listed import Topics
from memcon.topics.naming import name
from memcon.topics.terms import matcher

#: Topics of one statement that the text alone gives, at most: those that it names most often, and of
#: these the document's most frequent first.
MOST = 4


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the topics of a document's statements.

    :param parties: codes of the states that speak: a talk between two of them is not about either.
    :param listed: the user's own list, which takes precedence: words that its terms cover make no
        other topic, and a statement under a topic is under those that this one lies in, too.
    :param likeness: of phrases in meaning; without it, topics go by lemmas alone.
    """

    parties: frozenset[str] = frozenset()
    listed: Topics | None = None
    likeness: Likeness | None = None

    def find(
        self,
        reading: Reading,
        contents: Mapping[str, Sequence[int]],
        codes: Mapping[int, str],
        states: Mapping[str, str],
    ) -> dict[str, tuple[str, ...]]:
        """Topics of each statement, the same by whatever words the document has for them.

        :param contents: the words of each statement, by its id.
        :param codes: code of the state that each word names.
        :param states: name of each state, by its code.
        """
        given, found = self._candidates(reading, contents, codes)
        phrases = [phrase for own in found.values() for phrase in own]
        home = group(phrases, states, self.likeness)
        totals = Counter(key for own in found.values() for key in {home[p.key] for p in own})
        names = _names(phrases, home, states)
        out = {}
        for id, own in found.items():
            often = Counter(home[phrase.key] for phrase in own)
            # A lone word that the document has once (“picked up speed”) is seldom what is spoken of.
            telling = [
                key
                for key in often
                if len(key) > 1 or often[key] > 1 or totals[key] > 1 or key <= set(states)
            ]
            keys = sorted(telling or often, key=lambda key: (-often[key], -totals[key]))[:MOST]
            taken = {topic.casefold() for topic in given[id]}
            topics = dict.fromkeys(names[key] for key in keys)
            out[id] = given[id] + tuple(topic for topic in topics if topic.casefold() not in taken)
        return out

    def _candidates(
        self, reading: Reading, contents: Mapping[str, Sequence[int]], codes: Mapping[int, str]
    ) -> tuple[dict[str, tuple[str, ...]], dict[str, list[Phrase]]]:
        """The list's topics of each statement, and the phrases that are none of them."""
        terms = matcher(self.listed) if self.listed is not None else None
        places = frozenset(reading.vocabulary)
        given: dict[str, tuple[str, ...]] = {}
        found: dict[str, list[Phrase]] = {}
        for id, content in contents.items():
            lines, covered = terms.match(reading, content) if terms else ((), set())
            given[id] = tuple(dict.fromkeys(topic for line in lines for topic in line))
            found[id] = [
                phrase
                for phrase in find_phrases(reading, content, codes, places)
                if covered.isdisjoint(range(phrase.first, phrase.last + 1))
                and not phrase.key <= self.parties
            ]
        return given, found


def parties(attributions: Iterable[Attribution], actors: Iterable[Actor]) -> frozenset[str]:
    """Codes of the states for which those speak who speak in the document by themselves."""
    speaking = {a.speaker for a in attributions if a.parent is None} - {None}
    return frozenset(actor.country for actor in actors if actor.id in speaking and actor.country)


def _names(
    phrases: Sequence[Phrase],
    home: Mapping[frozenset[str], frozenset[str]],
    states: Mapping[str, str],
) -> dict[frozenset[str], str]:
    members: dict[frozenset[str], list[Phrase]] = {}
    for phrase in phrases:
        members.setdefault(home[phrase.key], []).append(phrase)
    return {key: name(own, key, states) for key, own in members.items()}
