"""The summary: one paragraph built from the counts alone, in neutral words."""

from __future__ import annotations

from collections import Counter

from memcon.comparison.model import Comparison

#: How a change is counted, one and several.
_CHANGES = {
    "speaker": ("the speaker", "the speaker"),
    "addressee": ("the addressee", "the addressee"),
    "act": ("the act", "the act"),
    "wording": ("the wording of an act", "the wording of acts"),
    "form": ("quoted or reported", "quoted or reported"),
    "stance": ("the stance", "the stance"),
    "negation": ("a negation", "negations"),
    "hedge": ("a hedge", "hedges"),
    "condition": ("a condition", "conditions"),
    "exception": ("an exception", "exceptions"),
    "number": ("a number", "numbers"),
    "date": ("a date", "dates"),
}


def summarise(comparison: Comparison) -> str:
    """The paragraph; the accounts go by their letters, A, B, C …"""
    letters = letters_of(len(comparison.accounts))
    verdicts = Counter(fact.verdict for fact in comparison.facts)
    total = len(comparison.facts)
    sentences = []
    if total:
        alone = f"{verdicts['one']} {'is' if verdicts['one'] == 1 else 'are'} told by one alone"
        parts = [f"{verdicts['same']} agree", f"{verdicts['different']} differ", alone]
        sentences.append(f"Of {_several(total, 'fact')}, {', '.join(parts[:2])} and {parts[2]}.")
    count = len(comparison.accounts)
    whom = "both accounts" if count == 2 else f"two or more of the {count} accounts"
    sentences.append(f"{_several(len(comparison.pairs), 'point')} in what is said "
                     f"{'is' if len(comparison.pairs) == 1 else 'are'} in {whom}.")  # fmt: skip
    nested = [{s.id for s in statements if s.nested} for statements in comparison.statements] or [
        set() for _ in comparison.accounts
    ]
    left = [
        f"{sum(id not in inner for id in ids)} only in {letter}"
        for letter, ids, inner in zip(letters, comparison.only, nested, strict=True)
    ]
    sentences.append(f"{', '.join(left[:-1])} and {left[-1]}.")
    changed = [pair for pair in comparison.pairs if pair.changes]
    kinds = Counter(change.change for pair in changed for change in pair.changes)
    if changed:
        told = ", ".join(f"{_CHANGES[kind][n > 1]} ({n})" for kind, n in kinds.most_common())
        sentences.append(f"Of the shared points, {len(changed)} "
                         f"{'differs' if len(changed) == 1 else 'differ'} in: {told}.")  # fmt: skip
    elif comparison.pairs:
        sentences.append("Nothing differs in the shared points.")
    return " ".join(sentences)


def letters_of(count: int) -> list[str]:
    """A, B, … Z, A2, B2 … by which accounts go in a view."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [alphabet[n % 26] + (str(n // 26 + 1) if n >= 26 else "") for n in range(count)]


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
