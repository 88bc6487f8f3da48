"""`memcon actors match`: what the rules judge, and what is left for somebody to judge."""

from __future__ import annotations

from typing import Any

from memcon.cli.actors_lines import NOBODY, entry_line, judgement_line, several
from memcon.cli.actors_output import put_json
from memcon.cli.messages import tell
from memcon.errors import RegistryError
from memcon.registry import Candidates, Comparison, Entry, Judgement, Registry


def match_all(registry: Registry, name: str, unsure: bool, format: str) -> None:
    """Apply the rules, say so, and print the candidates, of all or of those called so."""
    judged = registry.apply_rules()
    left = registry.candidates(of=entries_called(registry, name), unsure=unsure)
    entries = {entry.id: entry for entry in registry.entries()}
    if format == "json":
        put_json({
            "judged": [
                {"id": j.id, "left": j.left, "right": j.right, "rule": j.rule, "why": j.why}
                for j in judged
            ],
            "candidates": [_told(found, entries) for found in left.found],
        })  # fmt: skip
    else:
        tell_judged(judged, {id: entry.name for id, entry in entries.items()})
        _print(left, entries)
    for words, count in left.common:
        tell(
            f"{count} actors are named like “{words}”, too many to compare each with each; find them "
            "with memcon actors --name, and judge them with memcon actors judge"
        )


def entries_called(registry: Registry, name: str) -> list[int] | None:
    """Entries of the actors of that name; None for all, if it is empty.

    :raises RegistryError: if nobody is called so.
    """
    if not name:
        return None
    found = [entry.id for actor in registry.called(name) for entry in actor.entries]
    if not found:
        raise RegistryError(f"nobody in the registry is called {name}; memcon actors lists them")
    return found


def tell_judged(judged: list[Judgement], names: dict[int, str]) -> None:
    """Say what was judged by rule."""
    if not judged:
        return
    print(f"Judged by rule: {several(len(judged), 'pair')}; memcon actors undo N takes one back.")
    for judgement in judged:
        print(judgement_line(judgement, names, {}))
    print()


def _print(left: Candidates, entries: dict[int, Entry]) -> None:
    """Print the candidates, or that there are none."""
    if not left.found:
        print("Nothing is left to review." if entries else NOBODY)
        return
    for found in left.found:
        one, other = entries[found.left], entries[found.right]
        print(f"{found.score:>3}  {one.id} {one.name} – {entry_line(one)}")
        print(f"     {other.id} {other.name} – {entry_line(other)}")
        print(f"     {reasons_line(found)}")
    print(f"\nLeft to review: {several(len(left.found), 'pair')}. Next: memcon actors review")


def reasons_line(found: Comparison) -> str:
    """What speaks for a pair, and what against it."""
    words = "; ".join(found.reasons)
    return f"{words}; against it: {'; '.join(found.against)}" if found.against else words


def _told(found: Comparison, entries: dict[int, Entry]) -> dict[str, Any]:
    return {
        "left": found.left, "left_name": entries[found.left].name,
        "right": found.right, "right_name": entries[found.right].name,
        "score": found.score, "reasons": found.reasons, "against": found.against,
    }  # fmt: skip
