"""What was agreed without its being said by whom: “An agreement was reached to meet in May.”

Minutes and readouts put it so; the source stands nowhere in the sentence. The model has learnt from
news, which names who agrees, and misses the noun with its light verb (Grimshaw and Mester, Linguistic
Inquiry 19, 1988) and the “it was agreed” behind its content.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.attribution.relation import Relation
from memcon.language.words import Words

#: Set by hand: too few annotated ones were there to fit it on.
SURE = 0.75
_NOUNS = frozenset(
    ("agreement", "understanding", "consensus", "decision", "convergence", "compromise")
)
_REACHED = frozenset(("reached", "found", "taken", "achieved", "arrived"))
_BEING = frozenset(("is", "was", "were", "are", "been"))
_AGREED = frozenset(("agreed", "decided", "resolved", "understood"))
#: Words that begin what is agreed.
_BEGINNING = frozenset(("to", "that", "on", "in", "for", "not"))
#: When and where it was agreed: “on Monday”, “in Geneva”.
_CIRCUMSTANCES = frozenset(("DATE", "TIME", "GPE", "LOC", "FAC"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_SIGNS = frozenset((",", "–", "—", ";"))


def find_agreed(words: Words) -> Iterator[Relation]:
    """Every such agreement, in the order of the text; the source is not named."""
    for i in range(len(words)):
        word = words[i].casefold()
        found = None
        if word in _NOUNS:
            found = _noun(words, i)
        elif word in _AGREED and i and words[i - 1].casefold() in _BEING:
            found = _behind(words, i) or _pronoun(words, i)
        if found:
            yield found


def _noun(words: Words, noun: int) -> Relation | None:
    """“An understanding was reached that …”, “there was consensus that …”."""
    sentence = words.sentence_words(int(words.sentence[noun]))
    verb = int(words.head[noun])
    if words.dep[noun] == "nsubjpass" and words[verb].casefold() in _REACHED and verb > noun:
        last = verb
    elif words.dep[noun] == "attr" and any(
        words.dep[i] == "expl" and words.head[i] == verb for i in range(sentence.start, noun)
    ):
        last = noun
    else:
        return None
    first = noun
    while first > sentence.start and words.hangs_on(first - 1, range(noun, noun + 1)):
        first -= 1
    if last + 2 >= sentence.stop or words[last + 1].casefold() not in _BEGINNING:
        return None
    if words.entity[last + 2] in _CIRCUMSTANCES:
        return None
    told = last + 1
    for i in range(last + 1, sentence.stop):
        joined = words.dep[i] == "cc" and words.head[i] == verb
        if joined or not words.hangs_on(i, range(min(noun, verb), last + 1)):
            break
        if any(c.isalnum() for c in words[i]):
            told = i
    cue, content = words.span(first, last), words.span(last + 1, told)
    return Relation((), (cue,), (content,), confidence=SURE)


def _behind(words: Words, verb: int) -> Relation | None:
    """“A group would be set up, it was agreed.”"""
    sentence = words.sentence_words(int(words.sentence[verb]))
    first = verb - 2
    if first - 2 <= sentence.start or words[first].casefold() != "it":
        return None
    ends = verb + 1 >= sentence.stop or words[verb + 1] in (".", ";")
    if words[first - 1] not in _SIGNS or not ends:
        return None
    told = range(sentence.start, first - 1)
    if not any(words.dep[i] in _SUBJECTS for i in told):
        return None
    return Relation(
        (), (words.span(first, verb),), (words.span(told.start, told.stop - 1),), confidence=SURE
    )


def _pronoun(words: Words, verb: int) -> Relation | None:
    """What was agreed is what stands before: “This was agreed.”, but not “This was agreed by all.”"""
    first = verb - 2
    if first < 0 or words[first].casefold() not in ("this", "that"):
        return None
    if words.dep[first] != "nsubjpass" or words.sentence[first] != words.sentence[verb]:
        return None
    sentence = words.sentence_words(int(words.sentence[verb]))
    if any(words.dep[i] == "agent" and words.head[i] == verb for i in sentence):
        return None
    return Relation((), (words.span(verb - 1, verb),), (words.span(first, first),), confidence=SURE)
