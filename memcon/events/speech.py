"""Acts of speech as events: whom somebody praised, accused, thanked or called on."""

from __future__ import annotations

from memcon.clauses.arguments import MUTUAL, Arguments, Places
from memcon.clauses.whom import Mention, Whom
from memcon.events.triggers import is_noun
from memcon.record import Attribution, Stance, Statement

#: Words before the name of what is described.
_BEFORE = {"the", "a", "an", "his", "her", "its", "their", "our", "“", '"', "as"}


def told_by_cue(
    whom: Whom, places: Places, attribution: Attribution, word: int, codes: tuple[str, ...]
) -> Arguments:
    """The speaker, and those whom a word of the cue governs.

    What stands behind “said” is what was said and nobody to whom it was done: only mentions that the
    cue's own verb or noun governs count.
    """
    speaker = attribution.speaker
    noun = is_noun(whom.reading, word)
    own = places.of_noun(word, codes) if noun else places.of_verb(word, codes)
    if speaker is None:
        return own
    source = _mention(whom, attribution, speaker)
    members = _members(whom, source)
    targets = tuple(m for m in own.targets if m[1] not in {speaker, *(id for _, id in members)})
    if members and not targets and not MUTUAL.isdisjoint(codes):
        # “Kestria and Ossel agreed”: the one with the other.
        return Arguments(members[:1], members[1:], told=True)
    if not targets and "THREATEN" in codes:
        targets = _threatened(whom, attribution)
    return Arguments(members or (source,), targets, told=bool(targets) or own.told)


def _members(whom: Whom, group: Mention) -> tuple[Mention, ...]:
    """Those who are joined by “and” in a mention of several; none if it is of one alone."""
    words, id = group
    heads = [i for i in words if whom.reading.dep[i] == "conj" and whom.reading.head[i] in words]
    found = {
        m[1]: m for i in (*(whom.reading.head[h] for h in heads), *heads) if (m := whom.headed(i))
    }
    found.pop(id, None)
    return tuple(found.values()) if len(found) > 1 else ()


def _threatened(whom: Whom, attribution: Attribution) -> tuple[Mention, ...]:
    """“Threatened to cut off the gas supply to Ossel”: whoever is named first in what is threatened."""
    content = [i for span in attribution.content for i in whom.reading.inside(span)]
    others = [m for m in whom.within(content) if m[1] != attribution.speaker]
    return tuple(others[:1])


def described(
    whom: Whom, attribution: Attribution, statement: Statement
) -> tuple[str, Stance, Arguments] | None:
    """Praise or blame by describing: “called Ossel a friend”, “described the raid as a crime”.

    :returns: the root code, the stance that tells it, and who is described by whom.
    """
    if statement.act != "describe" or attribution.speaker is None:
        return None
    start = attribution.content[0][0]
    first = whom.reading.inside((start, start + 1))
    for stance in statement.stances:
        if not stance.polarity or stance.mention is None:
            continue
        words = whom.reading.inside(stance.mention)
        between = whom.reading.low[first.start : words.start]
        if len(words) and set(between) <= _BEFORE:
            source = _mention(whom, attribution, attribution.speaker)
            told = Arguments((source,), ((words, stance.target),), told=True)
            return ("SUPPORT" if stance.polarity > 0 else "ACCUSE"), stance, told
    return None


def _mention(whom: Whom, attribution: Attribution, speaker: str) -> Mention:
    """Where the source names the speaker; the words of the cue where it does not."""
    for span in (*attribution.source, *attribution.cue):
        words = whom.reading.inside(span)
        if len(words):
            return words, speaker
    return range(0), speaker
