"""Polarity of any sentence towards somebody whom it names.

The head was trained on NewsMTSC (Hamborg and Donnay, EACL 2021): the polarity of a sentence of the news
towards a person, body or state in it. Inside a statement what a sentence feels is what its speaker feels:
see `memcon.statements.stances`.
"""

from __future__ import annotations

from memcon.actors.reading import Reading
from memcon.errors import SpanError
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.states import read_states
from memcon.record import Stance
from memcon.statements.judging import decide, judge


def stance_towards(text: str, start: int, end: int, model: Model | None = None) -> Stance:
    """Polarity of a sentence towards somebody or something that it names.

    :param text: a sentence, or a passage; the sentence that names the target is what is judged.
    :param start, end: the target, in code points, end exclusive.
    :returns: the stance; its `target` are the words at the offsets.
    :raises SpanError: if the offsets name no word of the text.
    :raises ModelError: if the model has no head for stances.
    """
    engine = model or shipped_model()
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise SpanError(
            f"({start}, {end}) names no words of a text of {len(text)} characters: give the first "
            "character of the target and the one behind its last"
        )
    words = parse(text)
    pointed = words.inside((start, end))
    sentence = words.sentence_words(int(words.sentence[words.head_of(pointed)]))
    states = read_states(words, engine)
    found, evidence = judge(engine, states, Reading(words), sentence, [pointed])
    polarity, confidence = decide(found[0])
    return Stance(
        target=text[start:end],
        polarity=polarity,
        confidence=confidence,
        evidence=evidence[0],
        mention=(start, end),
    )
