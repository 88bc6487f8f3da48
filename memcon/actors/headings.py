"""Names in headings, where every word is capitalised: the text below tells where a name ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.actors.introductions import introduced_words
from memcon.actors.pronouns import FUNCTION_WORDS
from memcon.actors.reading import Reading

#: So few capitalised words may be a name, or a line of an address.
_SHORT = 4


def as_below(reading: Reading, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """First and last word of each name; one in a heading is cut to a name that the text has too.

    In “Dara Quill Defends the Bridge” the recogniser takes the verb for a part of the name. If no
    name of the text is in it, or a comma and an office end it, it stays as it is.
    """
    headings = reading.headlines | _with_stop(reading)
    if not any(reading.paragraph[first] in headings and last > first for first, last in spans):
        yield from spans
        return
    names = {
        tuple(reading.form[first : last + 1])
        for first, last in spans
        if reading.paragraph[first] not in headings
    }
    below = names | _runs(reading, headings)
    single = {words[-1] for words in names if words[-1][1:].islower()}
    for first, last in spans:
        words = tuple(reading.form[first : last + 1])
        heading = reading.paragraph[first] in headings and last > first
        if heading and words not in names and not introduced_words(reading, first):
            yield _longest(first, last, words, below, single)
        else:
            yield first, last


def _longest(
    first: int, last: int, words: tuple[str, ...], below: set[tuple[str, ...]], single: set[str]
) -> tuple[int, int]:
    """The longest run of the words that is a name below, or that ends one."""
    size = len(words)
    for length in range(size - 1, 0, -1):
        for start in range(size - length + 1):
            run = words[start : start + length]
            if (run in below and length > 1) or (length == 1 and start == 0 and run[0] in single):
                return first + start, first + start + length - 1
    return first, last


def _runs(reading: Reading, headings: set[int]) -> set[tuple[str, ...]]:
    """Every longest run of two to four capitalised words outside the headings."""
    out: set[tuple[str, ...]] = set()
    run: list[str] = []
    for i, form in enumerate([*reading.form, ""]):
        proper = i < len(reading) and reading.capital(i) and form[0].isalpha()
        new = not proper or not reading.same_paragraph(i - 1, i)
        if new and 1 < len(run) < 5:
            out.add(tuple(run))
        if new:
            run = []
        if proper and reading.paragraph[i] not in headings:
            run.append(form)
    return out


def _with_stop(reading: Reading) -> set[int]:
    """The first paragraph, if all its words but the small ones are capitalised though a stop ends it."""
    forms = [f for i in reading.of_paragraph(0) if (f := reading.form[i])[0].isalpha()]
    small = all(f[0].isupper() or f.lower() in FUNCTION_WORDS for f in forms)
    return {0} if small and len(forms) > _SHORT else set()
