"""Which word of a name is the family's: by capitals, by how the text uses it, by the name's form.

Chinese, Korean, Vietnamese and Hungarian names put it first; English style, and many who live among
English speakers, put it last. The text itself tells where it can: “Tao Wenlin … Mr. Tao”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from memcon.actors.reading import fold

#: One syllable of pinyin, and one of the Korean romanisations.
_PINYIN = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|"
    "uo|[aeiou])"
)
_KOREAN = (
    "(?:kk|tt|pp|ss|jj|ch|[bdghjklmnprstwy])?"
    "(?:yeo|yae|ya|yo|yu|wo|wa|we|wi|ui|eo|eu|ae|oe|oo|ee|[aeiou])(?:ng|[nklmpgbt])?"
)
_GIVEN_NAME = re.compile(rf"(?:{_PINYIN}){{1,3}}|(?:{_KOREAN}){{1,2}}")
#: Behind these the given name stands: Sir Ivo, Sheikh Faris, Queen Dara.
_WITH_GIVEN_NAME = {
    "sir", "dame", "sheikh", "shaikh", "shaykh", "king", "queen", "prince", "princess", "emir",
    "emperor", "empress", "sultan", "pope", "father", "sister", "brother", "imam", "lord", "lady",
    "seyyed", "sayyid", "mullah", "tsar", "sheikha",
}  # fmt: skip


@cache
def _table() -> dict[str, frozenset[str]]:
    """The commonest family names of a language, folded, as any dictionary of names has them."""
    lines = (files("memcon.actors") / "families.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {language: frozenset(names.split()) for language, names in rows}


def _goes_first(word: str) -> bool:
    return any(word in names for names in _table().values())


def _vietnamese(word: str) -> bool:
    """Whether only Vietnamese has the name: there the last word is called, and is no family name."""
    table = _table()
    return word in table["vi"] and word not in table["zh"] | table["ko"]


def family_name(name: str, mentions: Iterable[str]) -> str:
    """The family name in a full name, as printed in it.

    :param name: the fullest form that the text gives, without titles.
    :param mentions: the words of the mentions by name, with their titles.
    """
    words = tuple(name.split())
    if not words:
        return ""
    used: Counter[str] = Counter()
    for mention in mentions:
        *titles, word = mention.split()
        known = {fold(w) for w in words}
        if known & {fold(w) for w in titles} or fold(word) not in known:
            continue
        if titles and titles[-1].rstrip(".").casefold() not in _WITH_GIVEN_NAME:
            used[fold(word)] += 1
        elif not titles and _goes_first(fold(word)):
            # Alone, a given name may stand as well; in the table it hardly is one.
            used[fold(word)] += 1
    index = start = family_index(words, used)
    # Particles go with the family name: van der Berg, al-Mendari is one word.
    while start > 1 and words[start - 1].islower():
        start -= 1
    return " ".join(words[start : index + 1])


def family_index(words: tuple[str, ...], used: Mapping[str, int]) -> int:
    """Index of the family name among the words of a name as printed.

    :param words: the name's words; what stands between hyphens is one word.
    :param used: how often the text names the person by a word alone, by the folded word.
    """
    final = len(words) - 1
    capitals = [i for i, w in enumerate(words) if len(fold(w)) > 1 and w.isupper()]
    if len(capitals) == 1 and "." not in words[capitals[0]]:
        return capitals[0]
    first, last = fold(words[0]), fold(words[-1])
    if is_patronymic(last):
        # Ivan Sergeyevich has no family name printed; in Petrov Ivan Sergeyevich it goes first.
        return 0 if final > 1 else final
    if not _vietnamese(first) and used.get(first, 0) != used.get(last, 0):
        return 0 if used.get(first, 0) > used.get(last, 0) else final
    return 0 if family_first(words) else final


def family_first(words: tuple[str, ...]) -> bool:
    """Whether the form of a name says that its family name goes first: Kim Dae-woon, Tao Wenlin."""
    first = fold(words[0])
    given = words[1:]
    if not _goes_first(first) or not given or len(given) > 3:
        return False
    if _vietnamese(first):
        return True
    parts = [fold(part) for word in given for part in re.split("[-‐‑]", word)]
    if not all(_GIVEN_NAME.fullmatch(part) for part in parts):
        return False
    # One syllable that is a family name too may be the family's, put last as in English.
    return len(parts) > 1 or len(parts[0]) > 4 or not _goes_first(parts[0])


def either_way(words: tuple[str, ...]) -> bool:
    """Whether first and last word are both family names: what goes first, other names must tell."""
    return len(words) == 2 and all(_goes_first(fold(word)) for word in words)


def is_patronymic(word: str) -> bool:
    """Whether a folded word has the ending of a Russian patronymic: Sergeyevich, Ivanovna.

    Family names of the South Slavs (Petrovic) do not end so in English print.
    """
    return word.endswith(("ovich", "evich", "ovna", "evna", "ichna", "yevich", "yich")) and (
        len(word) > 6
    )
