"""Documents from a seed: templates in any order, and what printers, typists and software do to a page."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.generated_templates import TEMPLATES
from benchmarks.generated_words import WORDS

_SLOT = re.compile(r"\{([^{}]+)\}")
#: Slots within slots; deeper ones are filled with words alone.
_DEPTH = 4
_MARKS = [
    '""',
    "“”",
    "‘’",
    "''",
    "«»",
    "»«",
    "„“",
    "„”",
    "‚‘",
    "‹›",
    "「」",
    "『』",
    "``",
    "”“",
    "””",
    "´´",
]
_NUMBERS = [
    "two",
    "three",
    "40",
    "1.5",
    "0",
    "-1",
    "12",
    "1,000,000",
    "½",
    "ten",
    "a half",
    "², ",
    "XIV",
    "٣",
]
_NUMBERS += [
    "99999999999999999999",
    "1e9",
    "a dozen",
    "hundred and fifty",
    "²",
    "①",
    "一",
    "70",
    "2½",
    "a couple of",
]
_ENDS = [
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x85",
    "\x0c",
    "\n \n",
    "\n\t",
    "\n\n\n\n",
    " ",
    "\v",
]
_NOISE = [
    "\u200b",
    "\u00ad",
    "\u202e",
    "\ufeff",
    "\u0301",
    "\xa0",
    "\x00",
    "\t",
    "…",
    "--",
    "’",
    '"',
    "(",
    ")",
    "[",
    "]",
]
_NOISE += [
    ":",
    ";",
    ",",
    ".",
    "?",
    "!",
    "/",
    "“",
    "”",
    "«",
    "\n",
    "\ud800",
    "😀",
    "\u2066",
    "|",
    "<b>",
    "&amp;",
    "\\",
    "%",
]


def document(seed: int) -> str:
    """A document of one to eight lines; the same for the same seed."""
    chance = random.Random(seed)
    lines = [fill("{line}", chance) for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 6, 8)))]
    if chance.random() < 0.3:  # a page of one kind of lines
        kind = chance.choice(("label line", "list line", "head line", "sentence"))
        lines = [fill("{" + kind + "}", chance) for _ in lines]
    end = chance.choice(_ENDS)
    text = "".join(
        line + (end if chance.random() < 0.9 else chance.choice(_ENDS)) for line in lines
    )
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        text = chance.choice(_CHANGES)(text, chance)
    return text


def fill(template: str, chance: random.Random, depth: int = 0) -> str:
    """The template with all its slots filled; a slot in capitals is filled with capitals."""
    pair = chance.choice(_MARKS)

    def one(found: re.Match[str]) -> str:
        slot = found[1]
        if slot in ("open", "close"):
            return pair[slot == "close"]
        return _slot(slot, chance, depth)

    return _SLOT.sub(one, template)


def _slot(slot: str, chance: random.Random, depth: int) -> str:
    name = slot if slot == "label line" else slot.lower()
    if name in WORDS:
        words = chance.choice(WORDS[name])
    elif name == "initial":
        words = chance.choice("ABCDEIOQÉ") + chance.choice((".", ".", "", "-"))
    elif name == "number":
        words = chance.choice(_NUMBERS) if chance.random() < 0.6 else str(chance.randrange(200))
    elif name == "footnote":
        words = chance.choice(("[1]", "*", "¹", "(1)", "†", ""))
    else:
        choices = TEMPLATES[name]
        # The first ones of each kind are the plain ones, with fewest slots of their own kind.
        choices = choices if depth < _DEPTH else choices[:3]
        words = (
            _plain(name, chance)
            if depth > _DEPTH + 2
            else fill(chance.choice(choices), chance, depth + 1)
        )
    if slot.isupper():
        return words.upper()
    return words[:1].upper() + words[1:] if slot[:1].isupper() else words


def _plain(name: str, chance: random.Random) -> str:
    return chance.choice(WORDS["body" if name in ("person", "name") else "topic"])


def _wrap(text: str, chance: random.Random) -> str:
    """Lines broken at a width, with hyphens now and then."""
    width, out, column = chance.randint(10, 80), [], 0
    for word in re.split(r"(?<= )", text):
        if column + len(word) > width:
            if len(word) > 6 and chance.random() < 0.2:
                word = word[:3] + "-\n" + word[3:]
            out.append(chance.choice(("\n", "\n", "\r\n", "\n    ")))
            column = 0
        out.append(word)
        column += len(word)
    return "".join(out)


def _noise(text: str, chance: random.Random) -> str:
    """A few characters that belong elsewhere."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_NOISE) + text[at:]
    return text


def _words_lost(text: str, chance: random.Random) -> str:
    """Some words left out, doubled or changed for their neighbours."""
    words = text.split(" ")
    for _ in range(chance.randint(1, 8)):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        chance.choice((_drop, _double, _swap))(words, at, other)
    return " ".join(words)


def _drop(words: list[str], at: int, _: int) -> None:
    words[at] = ""


def _double(words: list[str], at: int, _: int) -> None:
    words.insert(at, words[at])


def _swap(words: list[str], at: int, other: int) -> None:
    words[at], words[other] = words[other], words[at]


def _cut(text: str, chance: random.Random) -> str:
    """A piece from the middle."""
    start = chance.randint(0, len(text))
    return text[start : chance.randint(start, len(text))]


def _bracketed(text: str, chance: random.Random) -> str:
    """A stretch put into brackets or marks, of one kind or two."""
    start = chance.randint(0, len(text))
    end = chance.randint(start, len(text))
    pairs = ["()", "[]", "{}", "<>", "(]", *_MARKS]
    first, last = chance.choice(pairs)
    return text[:start] + first + text[start:end] + last + text[end:]


_CHANGES: list[Callable[[str, random.Random], str]] = [
    _wrap, _wrap, _noise, _noise, _words_lost, _words_lost, _cut, _bracketed,
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: text.title(),
    lambda text, _: text.replace(" ", "\xa0"),
    lambda text, _: text.replace(".", ""),
    lambda text, _: re.sub(r"^", "> ", text, flags=re.MULTILINE),
    lambda text, _: re.sub(r"^", "    ", text, flags=re.MULTILINE),
]  # fmt: skip
