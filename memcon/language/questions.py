"""Questions that ask whether something is so: the auxiliary stands before the subject."""

from __future__ import annotations

from memcon.language.words import Words

_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def is_inverted(words: Words, word: int) -> bool:
    """Whether the word is the verb of a question, or its auxiliary: “did she promise”, “does it hold”."""
    verb = int(words.head[word]) if words.dep[word] == "aux" else word
    sentence = words.sentence_words(int(words.sentence[verb]))
    if "?" not in (words[i] for i in sentence[-2:]):
        return False
    subject = next(
        (i for i in sentence if words.dep[i] in _SUBJECTS and words.head[i] == verb), None
    )
    return subject is not None and any(
        words.dep[i] == "aux" and words.head[i] == verb for i in range(sentence.start, subject)
    )
