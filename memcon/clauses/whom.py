"""Which actor each word of a text means, for all that is told of actors by their words."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors.pronouns import ARTICLES, FIRST, FIRST_PLURAL, SECOND
from memcon.actors.reading import Reading
from memcon.record import Actor, Attribution

#: Words of what is reported among which a pronoun may open it: “that it”.
_OPENING = 3
#: Words of a mention, and the id of the actor that they mean.
Mention = tuple[range, str]


class Whom:
    """The mentions of a Record's actors, word by word.

    :param attributions: in whose own words “I” is the speaker, “we” the speaker's side and “you” the
        one to whom they are said.
    """

    def __init__(
        self, reading: Reading, actors: Sequence[Actor], attributions: Sequence[Attribution] = ()
    ) -> None:
        self.reading = reading
        self._actors = {actor.id: actor for actor in actors}
        #: Words of each mention, and its actor, in the order of the text, longer ones first.
        self.mentions: list[Mention] = sorted(
            (
                (reading.inside(span), actor.id)
                for actor in actors
                for span in actor.mentions
            ),
            key=lambda m: (m[0].start, -m[0].stop),
        )  # fmt: skip
        self._of: dict[int, Mention] = {}
        for words, id in self.mentions:
            for i in words:
                # Within “the president of Ossel” the state has its own, shorter mention.
                if i not in self._of or len(words) < len(self._of[i][0]):
                    self._of[i] = (words, id)
        #: By each head, the mentions that have it, with their number in the order of `mentions`.
        self._heads: dict[int, list[tuple[int, Mention]]] = {}
        for number, (words, id) in enumerate(self.mentions):
            if len(words):
                self._heads.setdefault(self._head(words), []).append((number, (words, id)))
        self._headed = {head: some[-1][1] for head, some in self._heads.items()}
        self._meant = self._in_person(attributions)

    def at(self, word: int) -> str | None:
        """The actor whose mention the word belongs to, of nested mentions the innermost."""
        found = self._of.get(word)
        return found[1] if found else None

    def headed(self, word: int) -> Mention | None:
        """The mention that the word is the head of, and its actor."""
        return self._headed.get(word) or self._meant.get(word)

    def is_thing(self, id: str) -> bool:
        """Whether it is a treaty, a law or a plan, and nobody."""
        actor = self._actors.get(id)
        return actor is not None and actor.kind == "thing"

    def side(self, id: str) -> str:
        """The state that a person belongs to or acts for, if it is an actor; else the one itself."""
        actor = self._actors.get(id)
        if actor is None or actor.kind != "person" or actor.country is None:
            return id
        states = (a for a in self._actors.values() if a.kind == "state")
        return next((a.id for a in states if a.country == actor.country), id)

    def within(self, words: Sequence[int]) -> list[Mention]:
        """The mentions whose head is among the words."""
        found = [some for word in set(words) for some in self._heads.get(word, ())]
        return [mention for _, mention in sorted(found, key=lambda some: some[0])]

    def _in_person(self, attributions: Sequence[Attribution]) -> dict[int, Mention]:
        """“I”, “we” and “you” that are nobody's mentions; of nested attributions the innermost tells."""
        out: dict[int, Mention] = {}
        for a in sorted(attributions, key=lambda a: a.content[0][0] - a.content[-1][1]):
            for span in a.content if a.speaker and a.type != "indirect" else ():
                for i in self.reading.inside(span):
                    meant = self._person(self.reading.low[i], a)
                    if meant is not None and self.at(i) is None:
                        out[i] = (range(i, i + 1), meant)
        for a in attributions:
            opening = self.reading.inside(a.content[0])[:_OPENING] if a.type == "indirect" else ()
            for i in opening:
                if self.at(i) is None and self._takes_up_speaker(i, a):
                    out.setdefault(i, (range(i, i + 1), a.speaker or ""))
        return out

    def _takes_up_speaker(self, word: int, attribution: Attribution) -> bool:
        """“Ossel denied that it …”: the subject that opens what is reported is who reports it."""
        speaker = self._actors.get(attribution.speaker or "")
        if speaker is None or self.reading.dep[word] not in {"nsubj", "nsubjpass"}:
            return False
        pronouns = {"he", "she"} if speaker.kind == "person" else {"it"}
        return self.reading.low[word] in pronouns

    def _person(self, low: str, attribution: Attribution) -> str | None:
        if attribution.speaker is None:
            return None
        if low in FIRST:
            return attribution.speaker
        if low in FIRST_PLURAL:
            return self.side(attribution.speaker)
        return attribution.addressee if low in SECOND else None

    def _head(self, words: range) -> int:
        """The word of a mention that hangs outside it; an article may do so beside it."""
        head, low = self.reading.head, self.reading.low
        outside = [i for i in words if head[i] == i or head[i] not in words]
        return next((i for i in outside if low[i] not in ARTICLES), words.stop - 1)
