"""Stance: how the speaker of a statement stands towards those of whom it speaks.

The head was trained on NewsMTSC (Hamborg and Donnay, EACL 2021): the polarity of a sentence of the news
towards a person, body or state in it. Inside a statement what a sentence feels is what its speaker feels.
It is weighed with what the words themselves make of somebody (`connotations`), and where the cue itself
tells (“praised”, “accused”), the cue decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from memcon.actors.pronouns import FIRST, FIRST_PLURAL, SECOND
from memcon.actors.reading import Reading
from memcon.attribution.extract import encode, prepare
from memcon.clauses.whom import Whom
from memcon.errors import ModelError, SpanError
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.pointing import ask
from memcon.language.quotations import find_quotations
from memcon.language.states import States
from memcon.record import Attribution, Spans, Stance
from memcon.spans import merge
from memcon.statements.acts import Act
from memcon.statements.connotations import Connotations, Shown
from memcon.statements.cuetargets import cue_target

Polarity = Literal[-1, 0, 1]
#: Polarities in the order of the head's classes.
POLARITIES: tuple[Polarity, ...] = (-1, 0, 1)
#: A statement's stance other than 0 is told only if it is at least so likely.
LEAST = 0.6
#: Confidence of a stance that the cue tells in so many words.
_BY_CUE = 0.95
#: Probabilities of an actor whom the head was not asked about.
_OPEN = np.array([0.1, 0.8, 0.1], dtype=np.float32)
#: What a word that says what is thought of somebody adds to the head's logit.
_WEIGHT = 4.0
#: Words that show a stance: the weightiest, until they weigh so much together, so many at most.
_SHOWN, _MOST = 0.5, 5


def stance_towards(text: str, start: int, end: int, model: Model | None = None) -> Stance:
    """Polarity of a sentence towards somebody or something that it names.

    :param text: a sentence, or a passage; the sentence that names the target is what is judged.
    :param start, end: the target, in code points, end exclusive.
    :returns: the stance; its `target` are the words at the offsets.
    :raises SpanError: if the offsets name no word of the text.
    :raises ModelError: if the model has no head for stances.
    """
    engine = (model or shipped_model()).reader
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise SpanError(
            f"({start}, {end}) names no words of a text of {len(text)} characters: give the first "
            "character of the target and the one behind its last"
        )
    words = parse(text)
    prepared = prepare(words, find_quotations(text), engine)
    parts = [encode(prepared, window, engine) for window in prepared.windows]
    states = States(prepared, parts, engine)
    pointed = words.inside((start, end))
    sentence = words.sentence_words(int(words.sentence[words.head_of(pointed)]))
    reading = Reading(words)
    found, evidence = _judge(engine, states, reading, sentence, [pointed], None)
    polarity, confidence = decide(found[0], least=0.0)
    return Stance(
        target=text[start:end],
        polarity=polarity,
        confidence=confidence,
        evidence=evidence[0],
        mention=(start, end),
    )


class Stances:
    """Finds the stances of statements.

    :param states: of the words, as the encoder left them.
    :param whom: the actors that the words mean.
    """

    def __init__(
        self, whom: Whom, states: States, model: Model, attributions: Sequence[Attribution] = ()
    ) -> None:
        self.whom = whom
        self.reading = whom.reading
        self.states = states
        self.model = model
        self.connotations = Connotations(whom)
        #: Speaker of the innermost attribution in whose content a word stands.
        self.speaking: dict[int, str | None] = {}
        for a in sorted(attributions, key=lambda a: a.content[0][0] - a.content[-1][1]):
            for span in a.content:
                self.speaking.update(dict.fromkeys(self.reading.inside(span), a.speaker))

    def of(
        self, attribution: Attribution, content: Sequence[int], own: Sequence[int], act: Act
    ) -> tuple[Stance, ...]:
        """One stance for each actor that the statement's own words mention, its speaker apart.

        :param content: words of the content, and
        :param own: those of them that are not reported in it as another's.
        """
        if self.model.stance is None:
            return ()
        pointed: dict[int, list[tuple[range, str]]] = defaultdict(list)
        for mention, id in [*self.whom.within(own), *self._hearer(attribution, own)]:
            # “We” are the speaker's own side, of whom nothing is felt by saying what they do.
            if id != attribution.speaker and not self._is_first_person(mention):
                pointed[self.reading.sentence[mention.start]].append((mention, id))
        votes: dict[str, list[tuple[NDArray[np.float32], Spans, range]]] = defaultdict(list)
        for sentence, mentions in pointed.items():
            inside = self.reading.of_sentence(sentence)
            heard = self._heard(attribution, own, inside)
            found, evidence = _judge(
                self.model, self.states, self.reading, inside, [m for m, _ in mentions], heard
            )
            for (mention, id), row, words in zip(mentions, found, evidence, strict=True):
                votes[id].append((row, words, mention))
        shown: dict[str, list[Shown]] = defaultdict(list)
        mine = set(own)
        for sign in self.connotations.find(content):
            # What somebody is said to want or to say is said of them, whoever says it.
            told = sign.word in mine or self.speaking.get(sign.word) == sign.actor
            if sign.actor != attribution.speaker and told:
                shown[sign.actor].append(sign)
                votes.setdefault(sign.actor, [(_OPEN, (), sign.mention)])
        blamed = {
            self.reading.sentence[sign.word]
            for signs in shown.values()
            for sign in signs
            if sign.sign < 0
        }
        out = {id: self._settle(id, rows, shown[id], blamed) for id, rows in votes.items()}
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
        return tuple(sorted(out.values(), key=lambda s: s.mention or (0, 0)))

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
            row = _weighed(row, _WEIGHT * np.sign(total) * np.array([-1, 0, 1]))
            telling = [sign for sign in shown if sign.sign * total > 0]
            mention = telling[0].mention
            words = (self.reading.words.span(s.word, s.word) for s in telling)
            evidence = merge(words, self.reading.words.text)
        polarity, confidence = decide(row)
        return Stance(
            target=id,
            polarity=polarity,
            confidence=confidence,
            evidence=evidence,
            mention=self.reading.words.span(mention.start, mention.stop - 1),
        )

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
            if i in inside:
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


def decide(row: NDArray[np.float32], least: float | None = None) -> tuple[Polarity, float]:
    """Polarity and confidence from the probabilities of −1, 0, +1.

    :param least: probability from which another polarity than 0 is told; default `LEAST`.
    """
    best = int(row.argmax())
    if best != 1 and row[best] < (LEAST if least is None else least):
        best = 1
    return POLARITIES[best], round(min(float(row[best]), 1.0), 3)


def _judge(
    model: Model,
    states: States,
    reading: Reading,
    inside: range,
    mentions: list[range],
    heard: NDArray[np.bool_] | None,
) -> tuple[NDArray[np.float32], list[Spans]]:
    """Probabilities `(mentions, 3)`, and for each mention the words that weighed most."""
    if model.stance is None:
        raise ModelError(
            "the model has no head for stances: name the shipped model, or export one with "
            "training/export.py"
        )
    rows = None if heard is None else [_with(heard, m, inside) for m in mentions]
    found = ask(model.stance, states, inside, [(m,) for m in mentions], rows)
    shown = [
        _weightiest(reading, inside, weights, mention)
        for weights, mention in zip(found.weights, mentions, strict=True)
    ]
    return found.probabilities, shown


def _with(heard: NDArray[np.bool_], mention: range, inside: range) -> NDArray[np.bool_]:
    out = heard.copy()
    out[max(mention.start - inside.start, 0) : mention.stop - inside.start] = True
    return out


def _weightiest(
    reading: Reading, inside: range, weights: NDArray[np.float32], mention: range
) -> Spans:
    """The words that weighed most, the target's own left out."""
    order = sorted(range(len(inside)), key=lambda n: (-float(weights[n]), n))
    chosen: list[int] = []
    total = 0.0
    for n in order:
        i = inside[n]
        if i in mention or not reading.form[i][0].isalnum():
            continue
        if weights[n] <= 0:
            break
        chosen.append(i)
        total += float(weights[n])
        if total >= _SHOWN or len(chosen) == _MOST:
            break
    return merge((reading.words.span(i, i) for i in chosen), reading.words.text)
