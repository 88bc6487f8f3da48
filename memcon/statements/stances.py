"""The stances of statements: how their speakers stand towards those of whom they speak.

The head's answer is weighed with what the words themselves make of somebody (`connotations`), and where
the cue itself tells (“praised”, “accused”), the cue decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from memcon.actors.pronouns import FIRST, FIRST_PLURAL, SECOND
from memcon.clauses.whom import Mention, Whom
from memcon.language.acts import Act
from memcon.language.model import Model
from memcon.language.states import States
from memcon.record import Attribution, Spans, Stance
from memcon.spans import merge
from memcon.statements.connotations import Connotations, Shown
from memcon.statements.cuetargets import cue_target
from memcon.statements.judging import Polarity, decide, judge
from memcon.statements.parts import Parts

#: A stance other than 0 is told only if it is at least so likely: where a word says what is thought of
#: somebody, and where the head alone judges the sentence.
LEAST, LEAST_BY_HEAD = 0.6, 0.85
#: Confidence of a stance that the cue tells in so many words.
_BY_CUE = 0.95
#: Probabilities of an actor whom the head was not asked about.
_OPEN = np.array([0.1, 0.8, 0.1], dtype=np.float32)
#: What a word that says what is thought of somebody adds to the head's logit.
_WEIGHT = 4.0


class Stances:
    """Finds the stances of statements.

    :param states: of the words, as the encoder left them.
    :param whom: the actors and the named things that the words mean.
    """

    def __init__(
        self, whom: Whom, states: States, model: Model, attributions: Sequence[Attribution] = ()
    ) -> None:
        self.whom = whom
        self.reading = whom.reading
        self.states = states
        self.model = model
        self.connotations = Connotations(whom)
        self.parts = Parts(whom)
        #: “The Kestrian deal” is not Kestria.
        self._in_things = {i for words, id in whom.mentions if whom.is_thing(id) for i in words}
        #: Speaker of the innermost attribution in whose content a word stands.
        self.speaking: dict[int, str | None] = {}
        for a in sorted(attributions, key=lambda a: a.content[0][0] - a.content[-1][1]):
            for span in a.content:
                self.speaking.update(dict.fromkeys(self.reading.inside(span), a.speaker))
        #: Of a word of a cue, whose words are told by it; not of what “we” say.
        self.cued: dict[int, str | None] = {}
        for a in attributions:
            source = [i for span in a.source for i in self.reading.inside(span)]
            if not source or any(self.reading.low[i] not in FIRST | FIRST_PLURAL for i in source):
                for span in a.cue:
                    self.cued.update(dict.fromkeys(self.reading.inside(span), a.speaker))

    def of(
        self, attribution: Attribution, content: Sequence[int], own: Sequence[int], act: Act
    ) -> tuple[Stance, ...]:
        """One stance for each actor that the statement's own words mention, its speaker apart.

        Towards a named thing there is one only if it is for or against it.

        :param content: words of the content, and
        :param own: those of them that are not reported in it as another's.
        """
        if self.model.stance is None:
            return ()
        pointed: dict[int, list[tuple[range, str]]] = defaultdict(list)
        for mention, id in [*self.whom.within(own), *self._hearer(attribution, own)]:
            # “We” are the speaker's own side, of whom nothing is felt by saying what they do.
            named_in = mention.start in self._in_things and not self.whom.is_thing(id)
            if id != attribution.speaker and not named_in and not self._is_first_person(mention):
                pointed[self.reading.sentence[mention.start]].append((mention, id))
        votes: dict[str, list[tuple[NDArray[np.float32], Spans, range]]] = defaultdict(list)
        for sentence, mentions in pointed.items():
            inside = self.reading.of_sentence(sentence)
            heard = self._heard(attribution, own, inside)
            found, evidence = judge(
                self.model, self.states, self.reading, inside, [m for m, _ in mentions], heard
            )
            for (mention, id), row, words in zip(mentions, found, evidence, strict=True):
                felt = self._felt((mention, id), row, attribution.speaker)
                votes[id].append((felt, words, mention))
        shown: dict[str, list[Shown]] = defaultdict(list)
        mine = set(own)
        for sign in self.connotations.find(content):
            # What somebody is said to want or to say is said of them, whoever says it.
            told = sign.word in mine or self.speaking.get(sign.word) == sign.actor
            ours = self._is_first_person(sign.mention)
            theirs = self._tells_of_another(sign.word, attribution)
            # Of whoever “falsely claims” something no good is thought by who says so.
            if theirs and (sign.sign > 0 or sign.actor != self.cued[sign.word]):
                continue
            if sign.actor != attribution.speaker and told and not ours:
                shown[sign.actor].append(sign)
                votes.setdefault(sign.actor, [(_OPEN, (), sign.mention)])
        blamed = {
            self.reading.sentence[sign.word]
            for signs in shown.values()
            for sign in signs
            if sign.sign < 0
        }
        out = {id: self._settle(id, rows, shown[id], blamed) for id, rows in votes.items()}
        own_side = self.whom.side(attribution.speaker) if attribution.speaker else None
        if own_side in out and out[own_side].polarity > 0 and not shown[own_side]:
            # “Ossel supports the accord”, says its minister: that is no praise of Ossel.
            del out[own_side]
        for id in [*out]:
            if not shown[id] and self._only_told(out[id], id, attribution, act):
                del out[id]
        by_cue = cue_target(self.whom, attribution, act)
        if by_cue is not None:
            id, polarity, mention = by_cue
            out[id] = Stance(
                target=id,
                polarity=cast(Polarity, polarity),
                confidence=_BY_CUE,
                evidence=act.evidence,
                mention=self.reading.words.span(mention.start, mention.stop - 1),
            )
        shown_of = [s for s in out.values() if s.polarity or not self.whom.is_thing(s.target)]
        return tuple(sorted(shown_of, key=lambda s: s.mention or (0, 0)))

    def _only_told(self, stance: Stance, id: str, attribution: Attribution, act: Act) -> bool:
        """Whether a stance by the head alone rests on “said” alone, or is of those who are spoken for.

        “The High Representative on behalf of the Council” and “Ossel's minister” speak for them.
        """
        if not stance.polarity:
            return False
        source = [i for span in attribution.source for i in self.reading.inside(span)]
        if any(known == id for _, known in self.whom.within(source)):
            return True
        cue = {i for span in attribution.cue for i in self.reading.inside(span)}
        felt = {i for span in stance.evidence for i in self.reading.inside(span)}
        return bool(felt) and felt <= cue and act.name in {"state", "stress", "describe", "refer"}

    def _tells_of_another(self, word: int, attribution: Attribution) -> bool:
        """Whether the word tells another's words: who says that “N thanked Ossel” praises nobody."""
        return self.cued.get(word, attribution.speaker) != attribution.speaker

    def _is_first_person(self, mention: range) -> bool:
        return all(self.reading.low[i] in FIRST | FIRST_PLURAL for i in mention)

    def _settle(
        self,
        id: str,
        rows: list[tuple[NDArray[np.float32], Spans, range]],
        shown: list[Shown],
        blamed: set[int],
    ) -> Stance:
        """One stance from all mentions of one actor: that of which the head is surest.

        Somebody is named now and then in passing; of a mention without feeling nothing follows for
        another with it. Where a word says of the actor what is thought of it, the head's answer is
        weighed with that; and where a sentence so blames somebody, it does not blame those as well whom
        it only names beside them.

        :param blamed: sentences in which a word blames somebody.
        """
        row, evidence, mention = max(rows, key=lambda r: max(float(r[0][0]), float(r[0][2])))
        total = sum(sign.sign for sign in shown)
        if not shown and self.reading.sentence[mention.start] in blamed:
            row = _weighed(row, _WEIGHT * np.array([-1, 0, -0.5]))
        if total:
            # The head hears “betrayed” in “never betrayed”.
            weight = _WEIGHT * (2 if any(sign.turned for sign in shown) else 1)
            row = _weighed(row, weight * np.sign(total) * np.array([-1, 0, 1]))
            telling = [sign for sign in shown if sign.sign * total > 0]
            mention = telling[0].mention
            words = (self.reading.words.span(s.word, s.word) for s in telling)
            evidence = merge(words, self.reading.words.text)
        polarity, confidence = decide(row, LEAST if shown else LEAST_BY_HEAD)
        return Stance(
            target=id,
            polarity=polarity,
            confidence=confidence,
            evidence=evidence,
            mention=self.reading.words.span(mention.start, mention.stop - 1),
        )

    def _felt(
        self, mention: Mention, row: NDArray[np.float32], speaker: str | None
    ) -> NDArray[np.float32]:
        """Probabilities without blame of whoever suffers something, or praise of whoever is urged or is
        named only to say of what kind something is.
        """
        row = row.copy()
        for polarity, ruled_out in (
            (0, self.parts.suffers(mention, speaker)),
            (2, self.parts.urged(mention) or self.parts.only_modifies(mention)),
        ):
            if ruled_out:
                row[1] += row[polarity]
                row[polarity] = 0
        return row

    def _hearer(self, attribution: Attribution, own: Sequence[int]) -> list[tuple[range, str]]:
        """“You” in somebody's own words is whom they are said to."""
        if attribution.addressee is None or attribution.type == "indirect":
            return []
        return [
            (range(i, i + 1), attribution.addressee)
            for i in own
            if self.reading.low[i] in SECOND and self.whom.at(i) is None
        ]

    def _heard(
        self, attribution: Attribution, own: Sequence[int], inside: range
    ) -> NDArray[np.bool_]:
        """Words of a sentence that the speaker is answerable for: cue and own words."""
        heard = np.zeros(len(inside), dtype=bool)
        for i in own:
            if i in inside and not self._tells_of_another(i, attribution):
                heard[i - inside.start] = True
        for span in attribution.cue:
            for i in self.reading.inside(span):
                if i in inside:
                    heard[i - inside.start] = True
        return heard


def _weighed(row: NDArray[np.float32], added: NDArray[np.float64]) -> NDArray[np.float32]:
    """Probabilities with something added to their logits."""
    weighed = row * np.exp(added)
    return (weighed / weighed.sum()).astype(np.float32)
