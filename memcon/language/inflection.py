"""The forms of English verbs and nouns, told from their base form.

Only words of a list are ever inflected, so that a rule that would coin a wrong form does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = set("aeiou")
#: Past, participle and other forms that no rule gives.
_IRREGULAR = {
    "say": ("said",), "tell": ("told",), "write": ("wrote", "written"), "think": ("thought",),
    "know": ("knew", "known"), "understand": ("understood",), "see": ("saw", "seen"),
    "find": ("found",), "hold": ("held",), "speak": ("spoke", "spoken"),
    "foresee": ("foresaw", "foreseen"),
    "beg": ("begged", "begging"), "seek": ("sought",), "swear": ("swore", "sworn"),
    "undertake": ("undertook", "undertaken"), "mean": ("meant",), "rue": ("rued", "ruing"),
    "commit": ("committed", "committing"), "plan": ("planned", "planning"),
    "refer": ("referred", "referring"), "slam": ("slammed", "slamming"),
    "rebut": ("rebutted", "rebutting"),
    "dub": ("dubbed", "dubbing"), "extol": ("extolled", "extolling"),
    "recall": ("recalled", "recalling"),
    "meet": ("met",), "give": ("gave", "given"), "lend": ("lent",), "shoot": ("shot",),
    "strike": ("struck", "stricken"), "fight": ("fought",), "withdraw": ("withdrew", "withdrawn"),
    "freeze": ("froze", "frozen"), "expel": ("expelled", "expelling"),
    "confer": ("conferred", "conferring"), "kidnap": ("kidnapped", "kidnapping"),
    "equip": ("equipped", "equipping"),
    "label": ("labelled", "labelling"), "appeal": ("appealed", "appealing"),
}  # fmt: skip


def forms_of(base: str) -> Iterator[str]:
    """The base and every form of it, lower case."""
    yield base
    yield _third_person(base)
    if base in _IRREGULAR:
        yield from _IRREGULAR[base]
    else:
        yield _with(base, "ed")
    if not any(form.endswith("ing") for form in _IRREGULAR.get(base, ())):
        yield _with(base, "ing")


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _with(base: str, ending: str) -> str:
    if base.endswith("ee"):
        return base + ("d" if ending == "ed" else ending)
    if base.endswith("e"):
        return base + "d" if ending == "ed" else base[:-1] + ending
    if base.endswith("y") and base[-2] not in _VOWELS and ending == "ed":
        return base[:-1] + "ied"
    return base + ending


def singular(noun: str) -> str:
    """A noun without the ending of the plural, if it looks like one."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ses", "xes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun
