"""Metonymy: whether a capital, or the seat of a government, acts or only lies there.

“Tehran said” is a government, “in Tehran” a city (Markert and Nissim 2007 call the first
place-for-people). The syntax around the name decides, with the words of `statecraft`; whatever it
leaves open is taken for the place, so that no government is made of a city.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.reading import Reading
from memcon.actors.statecraft import (
    ADDRESSING,
    GOING,
    LYING,
    PLACES,
    REACHING,
    is_dealing,
    is_one_of,
    looks,
)

Use = Literal["government", "place"]

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_COPULAS = {"is", "was", "are", "were", "be", "been", "'s", "remains", "remained", "becomes", "became",
            "become", "being"}  # fmt: skip
_HAVING = {"has", "had", "have", "having"}
_TAKING = {"take", "put", "give", "see", "show", "want"}
#: What a word is when it is a verb: “moving it to”, not “a move to”.
_CLAUSES = {"ROOT", "ccomp", "advcl", "xcomp", "relcl", "acl", "pcomp", "parataxis"}
#: Behind these stands somebody to deal with, unless one goes there.
_WITH = {"by", "with", "against", "on", "upon", "versus", "vis", "via", "among"}
_DASHES = {"–", "—", "-", "―", "(", "/", ":"}


def use_of(reading: Reading, first: int, last: int, country: Collection[int] = ()) -> Use:
    """How the name from first to last (both included), without article, is used.

    :param country: words that name the country in which it lies.
    """
    if _is_part(reading, first, last) or _is_address(reading, first, last, country):
        return "place"
    return "government" if _acts(reading, _head(reading, first, last), last) else "place"


def _head(reading: Reading, first: int, last: int) -> int:
    outside = [i for i in range(first, last + 1) if not first <= reading.head[i] <= last]
    return outside[-1] if outside else last


def _is_part(reading: Reading, first: int, last: int) -> bool:
    """The Washington Lamp, the Minsk agreements, Tower Manila: the name is part of another."""
    before, after = first - 1, last + 1
    if reading.low[before : before + 1] == ["the"]:
        before -= 1
    head = _head(reading, first, last)
    if reading.dep[head] in {"compound", "amod", "nmod"} and reading.head[head] > last:
        return True
    if reading.same_paragraph(after, last) and (
        reading.joined(after) or (reading.capital(after) and reading.entity[after] == "ORG")
    ):
        return True
    if not reading.same_paragraph(before, first) or before + 1 != first:
        return False
    begins = before == 0 or reading.sentence[before - 1] != reading.sentence[before]
    return reading.joined(before) or (
        reading.capital(before)
        and reading.form[before][0].isalpha()
        and not begins
        and reading.sentence[before] == reading.sentence[first]
        and reading.head[before] in range(first, last + 1)
    )


def _is_address(reading: Reading, first: int, last: int, country: Collection[int]) -> bool:
    """GENEVA (Agency) –, GENEVA, 4 May; Moscow, Russia."""
    before, after = first - 1, last + 1
    begins = not reading.same_paragraph(before, first)
    if not reading.same_paragraph(after, last):
        return begins
    if reading.form[after] == "," and after + 1 in country:
        return True
    if not begins:
        return False
    follows = after + 1 if reading.same_paragraph(after + 1, last) else after
    dated = reading.form[after] == "," and (
        reading.entity[follows] in {"DATE", "TIME", "GPE"} or reading.form[follows][0].isdigit()
    )
    dated = dated and not any(
        reading.low[i] == "and" and reading.entity[i + 1 : i + 2] == ["GPE"]
        for i in range(after, min(after + 8, len(reading) - 1))
    )
    shouted = reading.form[first].isupper() and len(reading.form[first]) > 3
    return dated or shouted or reading.form[after] in _DASHES


def _acts(reading: Reading, word: int, last: int) -> bool:
    """Whether the word's place in its clause is one of somebody who acts, or is dealt with."""
    dep, head = reading.dep[word], reading.head[word]
    if reading.same_paragraph(last + 1, last) and reading.form[last + 1] in POSSESSIVE_MARKS:
        noun = head if head > last else min(last + 2, len(reading) - 1)
        return is_dealing(reading.low[noun]) or _ends_in_dealing(reading, last + 2)
    if _told_further(reading, word):
        return True
    if dep in _SUBJECTS:
        return _subject_acts(reading, head, dep)
    if dep in {"dobj", "dative", "oprd"}:
        return is_one_of(reading.low[head], ADDRESSING) and not _moves(reading, head, word)
    if dep in {"pobj", "pcomp"}:
        return _behind(reading, head)
    if dep == "conj" and reading.entity[head] in {"GPE", "ORG", "NORP", "LOC", "FAC", "PERSON"}:
        return _acts(reading, head, head)
    if dep == "appos" and reading.form[head][0].isupper():
        return _acts(reading, head, head)
    return False


def _ends_in_dealing(reading: Reading, start: int) -> bool:
    """Tehran's nuclear programme and policy: one word of the next three tells, if no stop is before."""
    for i in range(start, start + 3):
        if not reading.same_paragraph(i, start - 1) or not reading.form[i][0].isalpha():
            return False
        if reading.dep[i] not in {"amod", "compound", "nummod", "advmod"}:
            return is_dealing(reading.low[i])
    return False


def _told_further(reading: Reading, word: int) -> bool:
    """A blow to Manila, which had hoped for more: the clause behind it says that it acts."""
    for child in reading.children[word]:
        if child > word and reading.dep[child] == "relcl":
            subjects = [c for c in reading.children[child] if reading.dep[c] == "nsubj"]
            if any(reading.low[c] in {"which", "who"} for c in subjects):
                return _subject_acts(reading, child, "nsubj", known=True)
    return False


def _subject_acts(reading: Reading, verb: int, dep: str, known: bool = False) -> bool:
    """Whether the subject of the verb does something that a city does not.

    :param known: whether more than the verb must tell, as in a clause about a place.
    """
    low, children = reading.low[verb], reading.children[verb]
    if low in _COPULAS:
        for child in children:
            if child > verb and reading.dep[child] in {"attr", "acomp", "prep", "advmod"}:
                noun = reading.low[child]
                if is_one_of(noun, PLACES) or looks(noun) or reading.dep[child] == "prep":
                    return False
        return not known
    if low in _HAVING:
        objects = [c for c in children if reading.dep[c] == "dobj"]
        return bool(objects) and is_dealing(reading.low[objects[0]])
    if dep == "nsubjpass":
        return is_one_of(low, ADDRESSING)
    if is_one_of(low, LYING):
        return False
    if known:
        return low not in {"is", "was"} and not is_one_of(low, GOING)
    return reading.form[verb][0].isalpha()


def _moves(reading: Reading, verb: int, word: int) -> bool:
    """Take a city, see a city: without more behind the object nobody is taken or seen anywhere."""
    alone = all(
        c == word or reading.dep[c] not in {"prep", "dobj", "ccomp", "xcomp"}
        for c in reading.children[verb]
    )
    return alone and is_one_of(reading.low[verb], _TAKING)


def _behind(reading: Reading, prep: int) -> bool:
    """Whether somebody to deal with stands behind the preposition."""
    low = reading.low[prep]
    if low in {"and", "but"} or reading.dep[prep] == "agent":
        return True
    owners = _owners(reading, prep)
    words = [reading.low[i] for i in owners]
    going = any(is_one_of(word, GOING) for word in words)
    if low in _WITH:
        return not going
    dealt = any(is_dealing(reading.low[i]) for i in owners if reading.dep[i] not in _CLAUSES)
    if low in {"between", "for", "of", "about", "toward", "towards", "without", "like", "over"}:
        return dealt and not going
    if low in {"to", "from"}:
        reached = any(is_one_of(word, REACHING) for word in words)
        return (dealt or reached) and not (going and not dealt)
    return False


def _owners(reading: Reading, prep: int) -> list[int]:
    """The word that the preposition hangs on, and the object beside it: expects [a reply] from."""
    owner = reading.head[prep]
    out = [owner]
    out += [c for c in reading.children[owner] if c < prep and reading.dep[c] in {"dobj", "advmod"}]
    if reading.dep[owner] == "prep":
        out.append(reading.head[owner])
    if reading.dep[owner] in {"relcl", "acl"}:
        # “The cooperation that exists between Velmar and Talvik” is cooperation between them.
        out.append(reading.head[owner])
    return out
