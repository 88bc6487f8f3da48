"""Negation: said of something here, and of its contrary there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.changes.side import Side, change, low
from memcon.comparison.model import Change, Told
from memcon.language.inflection import forms_of
from memcon.spans import overlap

#: Verbs that say of something that it is not to be.
_STOPPING = {
    form
    for base in (
        "refrain", "avoid", "stop", "end", "halt", "cease", "prevent", "reject", "refuse", "decline",
        "abstain", "deny", "lack", "prohibit",
    )
    for form in forms_of(base)
}  # fmt: skip


#: Acts that negate by themselves: “refused to sign” is “will not sign”.
_NEGATIVE = frozenset({"refuse", "deny", "oppose", "condemn", "criticise", "doubt"})


def negations(sides: Sequence[Side | None]) -> Iterator[Change]:
    """A negation in one alone, where each says one thing and no act negates by itself."""
    if any(side and len(side.units) != 1 for side in sides):
        return
    values: list[Told | None] = []
    signs = set()
    for side in sides:
        if side is None:
            values.append(None)
            continue
        # What is negated in a condition or an exception is not the statement.
        limits = [s for st, _ in side.statements() for s in (*st.conditions, *st.exceptions)]
        spans = {
            s for st, _ in side.statements() for s in st.negations if not overlap((s,), limits)
        }
        acts = {st.act for st, _ in side.statements()}
        words = sorted(spans)
        text = {w for s in side.spans for w in low(side.account.text(s))}
        odd = (len(words) + len(acts & _NEGATIVE) + len(text & _STOPPING)) % 2
        signs.add(odd)
        values.append(side.told(side.account.text(words[0]), "not", words[0]) if words else None)
    if len(signs) > 1 and any(values):
        yield change("negation", values)
