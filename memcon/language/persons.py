"""Persons whom the entity recogniser misses, known by the office or the verb beside their name.

It was trained on one country's papers and takes names that it has not met for companies, or for nothing:
more often so of some languages than of others. “Foreign Minister N N”, “the president of Kestria, N N”
and “N N, the minister of trade” are persons whatever the name, and so is whoever is thanked or accused,
unless the recogniser takes the name for a body's.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from memcon.actors.pronouns import ARTICLES, FUNCTION_WORDS, POSSESSIVE
from memcon.actors.titles import HONORIFICS, OFFICES
from memcon.language.ordinary import ordinary_words
from memcon.language.statewords import types_of_states

#: Types that stay: a state's name may stand beside an office as well. A place that is no state does not
#: stay: what stands there beside an office is seldom one.
_KEPT = {"PERSON", "GPE", "NORP", "DATE", "TIME", "LAW", "LANGUAGE"}
_BODIES = {
    "council", "ministry", "office", "department", "committee", "commission", "assembly", "agency",
    "party", "union", "forum", "parliament", "senate", "house", "congress", "court", "bank", "university",
    "affairs", "state", "states", "nations", "foundation", "institute", "group", "organisation",
    "organization", "association", "agreement", "summit", "street", "palace", "post", "times", "news",
    "force", "forces", "army", "navy", "republic", "kingdom", "east", "west", "north", "south",
}  # fmt: skip
_HUMAN = {
    "man",
    "woman",
    "person",
    "leader",
    "politician",
    "statesman",
    "friend",
    "human",
    "hero",
    "liar",
}
#: Verbs that take persons, states and bodies for their object, and no places.
_DONE_TO = {
    "told", "thanked", "praised", "accused", "criticised", "criticized", "condemned", "urged",
    "described", "congratulated", "greeted", "met", "received", "hosted", "called", "blamed",
    "asked", "invited", "warned", "assured", "informed", "reminded", "applauded", "commended", "rebuked",
}  # fmt: skip
#: Verbs that persons do, and no places.
_DONE_BY = {
    "said", "told", "added", "described", "thanked", "praised", "accused", "criticised", "criticized",
    "condemned", "urged", "warned", "replied", "argued", "denied", "insisted", "stressed", "noted",
    "claimed", "asked",
}  # fmt: skip
#: A body does and suffers these as well.
_BODIES_TYPES = {"ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"}
_LONGEST, _BEFORE, _BEHIND = 4, 9, 6
#: Words behind a name in which it is taken up by “he” or “she”.
_SOON = 30
#: “The minister of trade and the sea of Kestria, N N”: read from the name back to the office.
_OF = {"of", "for", "and"}


def find_persons(forms: Sequence[str], entity: Sequence[str]) -> list[range]:
    """Words of persons' names that no entity covers, or one of another type.

    :param entity: OntoNotes type of the named entity each word is in, or "".
    :returns: every place of every such name, in order.
    """
    low = [form.lower() for form in forms]
    known: dict[tuple[str, ...], None] = {}
    for run in _runs(forms, low, entity):
        if (
            _by_office(low, run)
            or _called_so(low, run)
            or _taken_up(forms, low, run)
            or (not _BODIES_TYPES.intersection(entity[run.start : run.stop]) and _by_verb(low, run))
        ):
            known[tuple(forms[run.start : run.stop])] = None
    if not known:
        return []
    out = []
    for i in range(len(forms)):
        for name in known:
            run = range(i, i + len(name))
            if tuple(forms[run.start : run.stop]) == name and not any(
                _stays(entity[k], low[k]) for k in run
            ):
                out.append(run)
                break
    return out


def find_unknown(forms: Sequence[str], entity: Sequence[str]) -> list[range]:
    """Words of names, of whatever, whose last word is none that English has.

    They are read by stand-ins like persons' names: what a name that nobody has met is taken for must
    not decide how a sentence is read.
    """
    low = [form.lower() for form in forms]
    runs = _runs(forms, low, entity)
    return [run for run in runs if low[run.stop - 1] not in ordinary_words()]


def _runs(forms: Sequence[str], low: Sequence[str], entity: Sequence[str]) -> list[range]:
    """Two to four capitalised words one behind the other that are no offices, states or bodies."""
    out: list[range] = []
    start = None
    for i in range(len(forms) + 1):
        if i < len(forms) and _may_be_name(forms[i], low[i], entity[i]):
            start = i if start is None else start
            continue
        if start is not None and 2 <= i - start <= _LONGEST:
            out.append(range(start, i))
        start = None
    return out


def _stays(type: str, low: str) -> bool:
    return type in _KEPT and (type != "GPE" or low in types_of_states())


def _may_be_name(form: str, low: str, type: str) -> bool:
    return (
        form[0].isupper()
        and not form.isupper()
        and form.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and not _stays(type, low)
        and low not in FUNCTION_WORDS
        and low not in OFFICES
        and low not in HONORIFICS
        and low not in _BODIES
    )


def _by_office(low: Sequence[str], run: range) -> bool:
    before = low[run.start - 1] if run.start else ""
    if before in ARTICLES:
        return False
    if before.rstrip(".") in OFFICES or before.rstrip(".") in HONORIFICS:
        return True
    if before in types_of_states() and _office_in(_backwards(low, run.start), _OF):
        # “Ambassador of the Republic of Estonia N N”, as many ministries write.
        return True
    if before == "," and _office_in(_backwards(low, run.start - 1), _OF):
        return True
    return low[run.stop : run.stop + 1] == [","] and _office_in(
        low[run.stop + 1 : run.stop + 1 + _BEHIND], set()
    )


def _backwards(low: Sequence[str], stop: int) -> Sequence[str]:
    return low[max(stop - _BEFORE, 0) : stop][::-1]


def _called_so(low: Sequence[str], run: range) -> bool:
    """“Described N N as an honest man.”"""
    behind = low[run.stop : run.stop + 1 + _BEHIND]
    phrase = set(itertools.takewhile(str.isalnum, behind))
    return behind[:1] == ["as"] and not _HUMAN.isdisjoint(phrase)


def _taken_up(forms: Sequence[str], low: Sequence[str], run: range) -> bool:
    """“…,” N N said. She …: whoever says so and is then “she” is a person, and has a name of no words."""
    said = low[run.stop : run.stop + 1]
    if not said or said[0] not in _DONE_BY or any(low[i] in ordinary_words() for i in run[1:]):
        return False
    stop = min(run.stop + _SOON, len(forms))
    return any(
        forms[i] in {"He", "She"} and low[i - 1].strip() in {"", ".", "”", '"'}
        for i in range(run.stop + 1, stop)
    )


def _by_verb(low: Sequence[str], run: range) -> bool:
    before = low[run.start - 1] if run.start else ""
    behind = low[run.stop] if run.stop < len(low) else ""
    begins = before.strip() in {"", ".", "”"}
    return before in _DONE_TO or (begins and behind in _DONE_BY)


def _office_in(words: Sequence[str], joining: set[str]) -> bool:
    """Whether an office stands there before the phrase is left.

    :param joining: words that do not leave it, though others of their kind do.
    """
    for word in words:
        if word in OFFICES:
            return True
        if word in FUNCTION_WORDS - ARTICLES - POSSESSIVE - joining or not word[0].isalnum():
            return False
    return False
