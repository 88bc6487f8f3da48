"""The words of a text as plain lists, which a loop over single words reads faster than arrays."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property

from memcon.actors.pronouns import FUNCTION_WORDS
from memcon.language.words import Words
from memcon.spans import Span


class Reading:
    """Words with their forms and syntax; every list has one item a word."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.start: list[int] = words.start.tolist()
        self.end: list[int] = words.end.tolist()
        self.head: list[int] = words.head.tolist()
        self.sentence: list[int] = words.sentence.tolist()
        self.paragraph: list[int] = words.paragraph.tolist()
        self.begins: list[bool] = words.entity_start.tolist()
        self.dep = words.dep
        self.entity = words.entity
        self.form = [words.text[a:b] for a, b in zip(self.start, self.end, strict=True)]
        self.low = [form.lower().replace("’", "'") for form in self.form]

    def __len__(self) -> int:
        return len(self.form)

    @cached_property
    def children(self) -> list[list[int]]:
        """Words that hang on each word, in order."""
        out: list[list[int]] = [[] for _ in self.form]
        for i, head in enumerate(self.head):
            if head != i:
                out[head].append(i)
        return out

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each form stands, in order."""
        out: dict[str, list[int]] = {}
        for i, form in enumerate(self.form):
            out.setdefault(form, []).append(i)
        return out

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every different capitalised form, in the order of the text."""
        return [form for form in dict.fromkeys(self.form) if form[0].isupper()]

    @cached_property
    def headlines(self) -> set[int]:
        """Paragraphs that are printed as headings: most words capitalised, no stop at the end."""
        counts: dict[int, list[int]] = {}
        last: dict[int, int] = {}
        for i, paragraph in enumerate(self.paragraph):
            row = counts.setdefault(paragraph, [0, 0])
            if len(self.form[i]) > 3 and self.form[i][0].isalpha():
                row[0] += 1
                row[1] += self.form[i][0].isupper()
            last[paragraph] = i
        return {
            p
            for p, (words, upper) in counts.items()
            if words
            and 3 * upper >= 2 * words
            and self.form[last[p]] not in {".", "!", "?", "”", '"'}
        }

    def capital(self, i: int) -> bool:
        """Whether the word is capitalised, and not just as any word of a headline would be.

        No word stands behind the last one: a text may end where a name would begin.
        """
        if i >= len(self):
            return False
        form = self.form[i]
        return form[0].isupper() and (
            (len(form) > 2 and form.isupper()) or self.low[i] not in FUNCTION_WORDS
        )

    def same_paragraph(self, i: int, j: int) -> bool:
        """Whether both words exist and stand in one paragraph."""
        return 0 <= i < len(self) and 0 <= j < len(self) and self.paragraph[i] == self.paragraph[j]

    def joined(self, i: int) -> bool:
        """Whether the word is a hyphen printed between two words without a space."""
        return (
            0 < i < len(self) - 1
            and self.form[i] in {"-", "‑", "–"}
            and self.end[i - 1] == self.start[i]
            and self.end[i] == self.start[i + 1]
        )

    def descends(self, i: int, ancestor: int, steps: int = 8) -> bool:
        """Whether the word hangs on the other one, directly or through at most so many others."""
        for _ in range(steps):
            if i == ancestor:
                return True
            if self.head[i] == i:
                return False
            i = self.head[i]
        return False

    def inside(self, span: Span) -> range:
        """Indices of the words that share a character with the span.

        As `Words.inside`, which on a long text is slower: numpy there converts the whole array.
        """
        return range(bisect_right(self.end, span[0]), bisect_left(self.start, span[1]))

    def of_sentence(self, sentence: int) -> range:
        """Indices of the words of a sentence."""
        return range(bisect_left(self.sentence, sentence), bisect_right(self.sentence, sentence))

    def of_paragraph(self, paragraph: int) -> range:
        """Indices of the words of a paragraph."""
        return range(
            bisect_left(self.paragraph, paragraph), bisect_right(self.paragraph, paragraph)
        )

    def text(self, first: int, last: int) -> str:
        """The characters from the first word to the last, line breaks as spaces."""
        return " ".join(self.words.text[self.start[first] : self.end[last]].split())


def fold(word: str) -> str:
    """A word without case, accents and points, so that Quillă and QUILLA are one."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if c.isalnum())
