"""Stand-ins: the encoder reads the same few names in place of those of persons, states and peoples.

A network that was trained on the news has seen some names with praise and others with blame, and would
judge a sentence by who is in it. So it never reads who: the first person named in a text is read by the
first name of a list, the second by the next, whoever they are, and likewise states and peoples. The
same name has the same stand-in throughout a text; offices, parties of the sentence and the syntax stay
as they are. The idea is that of counterfactual training data (Zmigrod et al., ACL 2019), carried through
to reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from memcon.actors.titles import HONORIFICS, OFFICES
from memcon.language.persons import find_unknown
from memcon.language.statewords import types_of_states
from memcon.language.words import Words


def stand_ins_of(words: Words, shift: int = 0) -> dict[int, str]:
    """What is read in place of a word, by the index of the word; `shift` as in `stand_ins`."""
    return stand_ins([words[i] for i in range(len(words))], words.entity, shift)


def stand_ins(forms: Sequence[str], entity: Sequence[str], shift: int = 0) -> dict[int, str]:
    """What is read in place of a word, by the index of the word.

    :param entity: OntoNotes type of the named entity each word is in, or "".
    :param shift: place in the lists at which to begin; training begins at other places each time.
    """
    lists = _lists()
    unknown = {i for run in find_unknown(forms, entity) for i in run}
    counts = dict.fromkeys(lists, shift)
    chosen: dict[str, str] = {}
    for i, (form, found) in enumerate(zip(forms, entity, strict=True)):
        low = form.lower()
        type = found if found in lists else types_of_states().get(low, "")
        type = type or ("PERSON" if i in unknown else "")
        if type and form[0].isupper() and low not in chosen and low.rstrip(".") not in _TITLES:
            chosen[low] = lists[type][counts[type] % len(lists[type])]
            counts[type] += 1
    # What the entity recogniser takes for a name once is one wherever it is written so.
    return {
        i: chosen[form.lower()]
        for i, form in enumerate(forms)
        if form[0].isupper() and form.lower() in chosen
    }


#: Titles stay, also where the entity recogniser takes them for a part of the name.
_TITLES = OFFICES | set(HONORIFICS)


@cache
def _lists() -> dict[str, list[str]]:
    """Stand-ins of each type of entity: one wordpiece each, so that none is longer than another."""
    text = files("memcon.language").joinpath("standins.tsv").read_text(encoding="utf-8")
    return {type: names.split() for type, names in (row.split("\t") for row in text.splitlines())}
