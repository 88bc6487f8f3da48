"""With whom something was discussed is no part of it: “discussed the dam | with Minister N”."""

from __future__ import annotations

from memcon.actors.titles import OFFICES
from memcon.attribution.relation import Relation
from memcon.language.acts import acts_of_words
from memcon.language.words import Words

_PRONOUNS = frozenset(("him", "her", "them", "me", "us"))


def without_partner(relation: Relation, words: Words) -> Relation:
    """The relation, its content ending before the people with whom it was talked over."""
    cue = [i for span in relation.cue for i in words.inside(span)]
    acts = acts_of_words()
    verb = next((i for i in cue if "discuss" in acts.get(words[i].casefold(), ())), None)
    if verb is None or not relation.content:
        return relation
    told = words.inside(relation.content[-1])
    for i in told:
        if words[i].casefold() != "with" or words.dep[i] != "prep" or i - 1 not in told:
            continue
        phrase = range(i + 1, told.stop)
        behind = range(i, i + 1)
        if not phrase or not all(words.hangs_on(j, behind) for j in phrase):
            continue
        head = next((j for j in phrase if words.head[j] == i), None)
        if head is None:
            continue
        if _is_person(words, head):
            return relation.ending(int(words.end[i - 1]))
    return relation


def _is_person(words: Words, head: int) -> bool:
    """An office in the singular or plural, a person’s name or a pronoun."""
    word = words[head].casefold()
    office = word in OFFICES or word.removesuffix("s") in OFFICES
    return office or word in _PRONOUNS or words.entity[head] == "PERSON"
