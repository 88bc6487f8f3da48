"""Contradiction: what no judgement may do to those that stand, told with the way out."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.errors import ContradictionError, RegistryError
from memcon.registry.identity import Identity
from memcon.registry.judgements import Judgement, standing, undone


def refuse_contradiction(identity: Identity, verdict: str, left: int, right: int) -> None:
    """Let no “same” pass between actors that are kept apart, nor “different” within one.

    Nor “unsure” of what is settled: it would change nothing, and the log would read as if it did.

    :raises ContradictionError: naming what stands against it, and how to undo it.
    """
    words = "the same" if verdict == "same" else verdict
    if verdict != "different":
        against = identity.apart(left, right)
        if against is not None:
            raise ContradictionError(
                f"{left} and {right} cannot be {words}: {_told(against)}; if that is wrong, undo "
                f"it first: memcon actors undo {against.id}"
            )
    if verdict != "same" and identity.joined(left, right):
        chain = identity.chain(left, right)
        raise ContradictionError(
            f"{left} and {right} cannot be {words}: {'; '.join(map(_told, chain))}; if that is "
            f"wrong, undo {'it' if len(chain) == 1 else 'one of them'} first: "
            f"memcon actors undo {chain[-1].id}"
        )


def refuse_undoing(log: Sequence[Judgement], judgement: int) -> None:
    """Let nothing be undone that is not there or is undone already, or what would then contradict.

    :raises RegistryError: naming what undid it.
    :raises ContradictionError: if what would stand again contradicts what stands by now.
    """
    if judgement not in {j.id for j in log}:
        raise RegistryError(f"there is no judgement {judgement}; memcon actors log lists them")
    by = undone(log).get(judgement)
    if by is not None:
        raise RegistryError(
            f"judgement {judgement} is undone already, by {by}; to let it stand again, undo that: "
            f"memcon actors undo {by}"
        )
    stood = {j.id for j in standing(log)}
    undoing = Judgement(log[-1].id + 1, "undo", None, None, judgement, "", "", "")
    for restored in standing([*log, undoing]):
        if restored.id not in stood:
            refuse_contradiction(Identity(log), restored.verdict, *restored.pair)


def _told(judgement: Judgement) -> str:
    left, right = judgement.pair
    return (
        f"judgement {judgement.id} of {judgement.by} says that {left} and {right} are "
        f"{'the same' if judgement.verdict == 'same' else judgement.verdict}"
    )
