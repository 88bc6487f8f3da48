"""The act: what is done by saying it, told by the word that shows it, and how strong that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.account import Account
from memcon.comparison.changes.side import Side, change, low
from memcon.comparison.model import Change, Told
from memcon.comparison.strength import PLAIN, harder, harder_words
from memcon.record import Attribution, Span
from memcon.spans import overlap

#: Letters by which two forms of a verb are told to be one.
_ROOT = 6


def acts(sides: Sequence[Side | None]) -> Iterator[Change]:
    """Another act; or the same in words of another strength, as “urged” and “called for”."""
    values = [_act(side) if side else None for side in sides]
    told = [value for value in values if value]
    names = {value.normal for value in told}
    if len(names) > 1 and not names <= PLAIN and not _said_too(sides, told):
        yield change("act", values).model_copy(update={"stronger": _strongest(told)})
    elif len(names) == 1 and (strongest := _strongest(told)) is not None:
        yield change("wording", values).model_copy(update={"stronger": strongest})


def _strongest(told: Sequence[Told]) -> int | None:
    """The account whose act is stronger than every other's; None if the scales tell of none."""
    for one in told:
        if all(_way(other, one) > 0 for other in told if other is not one):
            return one.account if len(told) > 1 else None
    return None


def _way(before: Told, after: Told) -> int:
    if before.normal == after.normal:
        return harder_words(after.normal, before.text, after.text)
    return harder(before.normal, after.normal)


def _said_too(sides: Sequence[Side | None], told: Sequence[Told]) -> bool:
    """Whether who only “says” does so with the other's word: “she welcomed”, “said she welcomed”."""
    telling = {w[:_ROOT] for v in told if v.normal not in PLAIN for w in low(v.text) if len(w) > 3}
    by_account = {side.account.number: side for side in sides if side}
    plain = [by_account[value.account] for value in told if value.normal in PLAIN]
    return bool(plain) and all(
        telling & {w[:_ROOT] for s in side.spans for w in low(side.account.text(s))}
        for side in plain
    )


def _act(side: Side) -> Told | None:
    """The most telling act of a side: the first that does more than say."""
    best: Told | None = None
    for unit in side.units:
        for n in unit.chain:
            statement, attribution = unit.statements[n], unit.attributions[n]
            span = (*statement.act_evidence, *attribution.cue)[:1]
            if statement.act is None or not span:
                continue
            told = side.told(_with_rest(side.account, attribution, span[0]), statement.act, span[0])
            if statement.act not in PLAIN:
                return told
            best = best or told
    return best


def _with_rest(account: Account, attribution: Attribution, span: Span) -> str:
    """The whole cue in which the word of the act stands: “called for”, not “called”."""
    cue = " ".join(account.record.words(attribution.cue).split())
    if overlap((span,), attribution.cue) or not cue:
        return cue or account.text(span)
    return f"{cue} … {account.text(span)}"
