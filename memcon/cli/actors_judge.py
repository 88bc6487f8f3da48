"""`memcon actors judge`, `undo` and `log`: judgements made, taken back and listed."""

from __future__ import annotations

from memcon.cli.actors_lines import judgement_line, several
from memcon.cli.actors_output import put_csv, put_json
from memcon.cli.messages import tell
from memcon.registry import Registry, Verdict
from memcon.registry.judgements import undone
from memcon.report.table import guarded

_COLUMNS = ("id", "verdict", "left", "right", "undoes", "undone_by", "by", "at", "why", "rule")


def judge_pair(
    registry: Registry, left: int, right: int, verdict: Verdict, by: str, why: str
) -> None:
    """Judge two actors and print the row of the log; say so if their kinds differ."""
    judgement = registry.judge(left, right, verdict, by=by, why=why)
    if judgement is None:
        print(f"{left} and {right} were judged {verdict} before; nothing is added")
        return
    entries = {entry.id: entry for entry in registry.entries(outdated=True)}
    print(judgement_line(judgement, {id: entry.name for id, entry in entries.items()}, {}))
    kinds = entries[left].kind, entries[right].kind
    if verdict == "same" and "person" in kinds and kinds[0] != kinds[1]:
        tell(
            f"{left} was read as {kinds[0]} and {right} as {kinds[1]}; if you meant another, "
            f"memcon actors undo {judgement.id} takes it back"
        )


def undo_one(registry: Registry, number: int, by: str, why: str) -> None:
    """Undo a judgement, print the row of the log, and say what became of its actors."""
    undoing = registry.undo(number, by=by, why=why)
    log = registry.judgements()
    print(judgement_line(undoing, {}, {}))
    judgement = next(j for j in log if j.id == number)
    if judgement.verdict == "same":
        left, right = judgement.pair
        identity = registry.identity()
        if identity.joined(left, right):
            others = ", ".join(str(j.id) for j in identity.chain(left, right))
            print(f"{left} and {right} are still one actor, by {others}")
        else:
            print(f"{left} and {right} are two actors again")


def show_log(registry: Registry, format: str) -> None:
    """Print all judgements, the oldest first."""
    log = registry.judgements()
    gone = undone(log)
    if format == "json":
        put_json([
            {
                "id": j.id, "verdict": j.verdict, "left": j.left, "right": j.right,
                "undoes": j.undoes, "undone_by": gone.get(j.id), "by": j.by, "at": j.at,
                "why": j.why, "rule": j.rule,
            }
            for j in log
        ])  # fmt: skip
    elif format == "csv":
        put_csv(_COLUMNS, (
            (
                j.id, j.verdict, j.left or "", j.right or "", j.undoes or "", gone.get(j.id, ""),
                guarded(j.by), j.at, guarded(j.why), j.rule or "",
            )
            for j in log
        ))  # fmt: skip
    else:
        names = _names(registry)
        for judgement in log:
            print(judgement_line(judgement, names, gone))
        if not log:
            print(f"{several(0, 'judgement')} so far")


def _names(registry: Registry) -> dict[int, str]:
    return {entry.id: entry.name for entry in registry.entries(outdated=True)}
