"""States that no table knows: the text itself calls them so, “the Foreign Minister of Kestria”.

Names change, and fiction has its own; so do the small recogniser's mistakes, which takes an unknown
state for a person or a firm more often than not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from memcon.actors.reading import Reading
from memcon.actors.statenames import State, state_called
from memcon.actors.states import StateMention
from memcon.actors.titles import HONORIFICS, INSTITUTIONS, MODIFIERS, OFFICES, plain

#: What only a state has; of the second group others have one too (“the president of the bank”).
_SURE = {
    "government", "governments", "republic", "kingdom", "federation", "peoples", "ministers",
    "presidents", "premiers", "chancellors", "leaders", "delegations", "people", "capital", "king",
    "queen", "emir", "sultan", "embassy", "consulate", "sovereignty", "army", "navy", "airspace",
    "independence",
}  # fmt: skip
_LIKELY = {"president", "premier", "chancellor", "delegation", "ambassador"}
#: Offices of a state's, before which its name may stand: “Kestria Foreign Minister N”.
_OFFICES = {"president", "premier", "minister", "chancellor", "ambassador", "pm"}
#: What only a state has, behind its name: “Kestria's embassy”, “Kestria's foreign ministry”.
_OWN = {
    "embassy", "consulate", "sovereignty", "army", "navy", "military", "airspace", "parliament",
    "borders", "territory", "independence",
}  # fmt: skip
_MINISTRIES = {"foreign", "defence", "defense", "interior"}
_GOING = {"visit", "visits", "visited", "visiting", "ambassador", "trip", "envoy"}
_MANY = {
    "governments",
    "ministers",
    "presidents",
    "premiers",
    "chancellors",
    "leaders",
    "peoples",
    "delegations",
}
_SUFFIXES = ("n", "an", "ian", "ese", "i", "ish", "ic")
#: Endings of adjectives that tell where somebody is from.
ADJECTIVES = ("ian", "ean", "ese", "ish", "ani", "can", "dic", "lan", "ran")
_DIRECTIONS = {
    "central",
    "east",
    "eastern",
    "west",
    "western",
    "north",
    "northern",
    "south",
    "southern",
    "middle",
}
_LONGEST = 3


def find_new_states(reading: Reading, taken: Collection[int]) -> list[StateMention]:
    """Mentions of states that the text introduces by what they have.

    :param taken: words that are in mentions of known states.
    """
    names: dict[tuple[str, ...], State] = {}
    called: set[str] = set()
    derived: dict[str, list[str]] = {}
    for form in reading.vocabulary:
        derived.setdefault(form[:4], []).append(form)
    for i, low in enumerate(reading.low):
        if low != "of" or i == 0 or i + 1 >= len(reading):
            continue
        office = _titled(reading, i - 1)
        head, narrower = reading.low[office], reading.low[max(office - 1, 0)]
        if head in {"minister", "ministers"} and narrower not in {"foreign", "prime"}:
            # A minister of works is of no state called so.
            continue
        if head == "affairs" and narrower == "foreign":
            # “The Ministry of Foreign Affairs of Kestria”.
            head = "minister"
        if head in _SURE or head in _LIKELY or head == "minister":
            _learn(reading, i + 1, taken, head, names, derived)
    for form in reading.vocabulary:
        if (
            len(form) > 4
            and form.isalpha()
            and not form.isupper()
            and not form.endswith(ADJECTIVES)
        ):
            others = derived.get(form[:4], ())
            if any(_derived(other, form) and other.endswith(ADJECTIVES) for other in others):
                called.add(form)
    for i, form in enumerate(reading.form):
        if i in taken or not form[0].isupper():
            continue
        by_adjective = form in called and _may_begin(reading, i) and reading.entity[i] != "NORP"
        if by_adjective or _before_office(reading, i) or _owns(reading, i):
            names.setdefault((form,), _state(form))
    if not names:
        return []
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_first.setdefault(name[0], []).append(name)
    prefixes: dict[str, list[tuple[str, State]]] = {}
    for name, state in names.items():
        if len(name) == 1 and len(name[0]) > 3:
            prefixes.setdefault(name[0][:3], []).append((name[0], state))
    out: list[StateMention] = []
    for i, form in enumerate(reading.form):
        if i in taken or not form[0].isupper() or (out and i <= out[-1].last):
            continue
        for name in by_first.get(form, ()):
            if tuple(reading.form[i : i + len(name)]) == name:
                out.append(StateMention(i, i + len(name) - 1, names[name], "name"))
                break
        else:
            for name_word, state in prefixes.get(form[:3], ()):
                if _derived(form, name_word):
                    out.append(StateMention(i, i, state, "adjective"))
                elif form.endswith("s") and _derived(form[:-1], name_word):
                    out.append(StateMention(i, i, state, "people"))
    return out


def _state(name: str) -> State:
    """The state of the table, where a person's name seemed to hide it, or one that it has not."""
    return state_called(name) or State(name, name)


def _titled(reading: Reading, i: int) -> int:
    """The office before a name that ends at the word (“President N of Kestria”), else the word."""
    j = i
    while j > 0 and i - j < 5 and reading.capital(j) and reading.same_paragraph(j, i):
        if reading.low[j] in _OFFICES:
            return j
        j -= 1
    return i


def _learn(
    reading: Reading,
    i: int,
    taken: Collection[int],
    head: str,
    names: dict[tuple[str, ...], State],
    derived: Mapping[str, list[str]],
) -> None:
    """Learn the name that begins at the word, and after a plural head all that it is listed with.

    :param derived: capitalised forms of the text by their first four letters.
    """
    first = i
    while reading.same_paragraph(first, i):
        if reading.low[i] == "the" and reading.same_paragraph(i, i + 1):
            i += 1
        last = i
        if i not in taken:
            if not _may_begin(reading, i):
                return
            while (
                last - i + 1 < _LONGEST
                and reading.same_paragraph(i, last + 1)
                and _may_begin(reading, last + 1)
                and last + 1 not in taken
            ):
                last += 1
            while reading.joined(last + 1) and reading.same_paragraph(last, last + 2):
                last += 2
            if reading.low[last] in INSTITUTIONS:
                return
            if (
                head in _LIKELY
                and reading.entity[i] == "ORG"
                and not _lived_in(reading, i, last, derived)
                and not _gone_to(reading, reading.form[i])
            ):
                return
            name = tuple(reading.form[i : last + 1])
            names.setdefault(name, _state(" ".join(name)))
        else:
            while last + 1 in taken:
                last += 1
        i = last + 1
        if head not in _MANY or not reading.same_paragraph(first, i + 2):
            return
        if reading.form[i] == "," and reading.low[i + 1] == "and":
            i += 2
        elif reading.form[i] == "," or reading.low[i] == "and":
            i += 1
        else:
            return


def _before_office(reading: Reading, i: int) -> bool:
    """Kestria Foreign Minister N; Kestria's prime minister."""
    if (
        not _may_begin(reading, i)
        or reading.entity[i] in {"ORG", "NORP"}
        or reading.form[i].endswith(ADJECTIVES)
    ):
        return False
    if i and reading.capital(i - 1) and reading.same_paragraph(i - 1, i):
        return False
    j = i + 1
    owner = reading.same_paragraph(i, j) and reading.low[j] == "'s"
    j += owner
    first = j
    while reading.same_paragraph(i, j) and reading.low[j] in MODIFIERS and j - i < 5:
        j += 1
    if not reading.same_paragraph(i, j) or reading.low[j] not in _OFFICES:
        return False
    if owner:
        # A person has a foreign minister too, but seldom a prime minister or a president.
        return reading.low[first] == "prime" or (
            first == j and reading.low[j] in {"president", "premier"}
        )
    return (
        j > first
        and reading.form[j][0].isupper()
        and reading.same_paragraph(i, j + 1)
        and reading.capital(j + 1)
    )


def _owns(reading: Reading, i: int) -> bool:
    """Kestria's embassy; Kestria's defence ministry: no person and no firm has one."""
    j = i + 2
    if not (_may_begin(reading, i) and reading.same_paragraph(i, j) and reading.low[j - 1] == "'s"):
        return False
    ministry = reading.low[j] in _MINISTRIES and reading.low[j + 1 : j + 2] == ["ministry"]
    own = ministry or reading.low[j] in _OWN
    return own and not (i and reading.capital(i - 1)) and not _is_surname(reading, reading.form[i])


def _is_surname(reading: Reading, form: str) -> bool:
    """Whether a first name or a title stands before it elsewhere: “Dara Quill” has an army, maybe."""
    return any(
        word == form and i and reading.capital(i - 1) and reading.same_paragraph(i - 1, i)
        and (reading.entity[i] == reading.entity[i - 1] == "PERSON"
             or plain(reading.low[i - 1]) in {*HONORIFICS, *OFFICES})
        for i, word in enumerate(reading.form)
    )  # fmt: skip


def _gone_to(reading: Reading, form: str) -> bool:
    """Whether somebody visits it, or has a side: “a visit to Kestria”, “the Kestria side”."""
    for i, word in enumerate(reading.form):
        if word != form or not i:
            continue
        before = i - 1 - (reading.low[i - 1] == "to")
        if before >= 0 and reading.low[before] in _GOING:
            return True
        if reading.low[i + 1 : i + 2] == ["side"]:
            return True
    return False


def _lived_in(reading: Reading, i: int, last: int, derived: Mapping[str, list[str]]) -> bool:
    """Whether the text also has the adjective of the name, which a firm has not."""
    form = reading.form[i]
    return i == last and any(_derived(other, form) for other in derived.get(form[:4], ()))


def _may_begin(reading: Reading, i: int) -> bool:
    low = reading.low[i]
    return (
        reading.capital(i)
        and reading.form[i].isalpha()
        and not reading.form[i].isupper()
        and low not in OFFICES
        and low not in _SURE
        and low not in _DIRECTIONS
        and low not in MODIFIERS
        and low.rstrip("s") not in OFFICES
        and plain(low) not in HONORIFICS
        and reading.entity[i] not in {"DATE", "NORP", "LAW", "EVENT", "LOC"}
    )


def _derived(form: str, name: str) -> bool:
    """Whether the word is the adjective of the name: Kestria, Kestrian."""
    stem = name[: max(4, len(name) - 2)]
    return (
        form != name
        and form.startswith(stem)
        and len(form) - len(name) <= 4
        and form.endswith(_SUFFIXES)
    )
