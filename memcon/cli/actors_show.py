"""`memcon actors`, `show` and `import`: what the registry holds, printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from memcon.cli.actors_lines import (
    NOBODY,
    citation_line,
    entry_line,
    identifiers_line,
    judgement_line,
    several,
    titles_line,
)
from memcon.cli.actors_output import put_csv, put_json
from memcon.cli.messages import tell
from memcon.errors import RegistryError
from memcon.registry import Entry, Imported, RegisteredActor, Registry
from memcon.registry.judgements import undone
from memcon.report.table import guarded

_COLUMNS = ("id", "name", "kind", "country", "titles", "documents", "identifiers", "names")


def show_list(registry: Registry, name: str, everyone: bool, format: str) -> None:
    """Print the actors, those of documents or all, as far as they are called so."""
    found = registry.called(name)
    shown = [a for a in found if everyone or a.documents]
    if format == "json":
        put_json([told(actor) for actor in shown])
    elif format == "csv":
        put_csv(_COLUMNS, map(_row, shown))
    elif not found and not name:
        print(NOBODY)
    else:
        _print_list(shown)
        rest = sum(not a.documents for a in found)
        if rest and not everyone:
            tell(
                f"{several(rest, 'imported entity is', 'imported entities are')} not shown; use --all"
            )


def show_one(registry: Registry, id: int, format: str) -> None:
    """Print one actor with its entries and the judgements of them.

    :raises RegistryError: if there is no entry of that id.
    """
    entries = registry.entries(outdated=True)
    names = {entry.id: entry.name for entry in entries}
    identity = registry.identity()
    members = identity.members(id)
    actor = next((a for a in registry.actors() if a.id == identity.actor(id)), None)
    if id not in names or actor is None:
        raise RegistryError(f"there is no actor {id}; memcon actors lists them")
    log = registry.judgements()
    about = [j for j in log if j.verdict != "undo" and set(j.pair) & set(members)]
    if format == "json":
        put_json({
            **told(actor),
            "entries": [_entry(registry, entry) for entry in actor.entries],
            "judgements": [judgement.id for judgement in about],
        })  # fmt: skip
        return
    print(f"{actor.id}  {actor.name}")
    for label, words in (
        ("kind", actor.kind),
        ("country", ", ".join(actor.countries)),
        ("also", ", ".join(name for name in actor.names if name != actor.name)),
        ("titles", titles_line(actor, None)),
        ("identifiers", identifiers_line(actor)),
    ):
        if words:
            print(f"    {label}: {words}")
    for entry in actor.entries:
        print(f"\n  entry {entry.id}: {entry.name} – {entry_line(entry)}")
        citation = registry.citation(entry)
        if citation is not None:
            print(f"    {citation_line(citation)}")
    if about:
        print("\n  judgements")
        for judgement in about:
            print(f"  {judgement_line(judgement, names, undone(log))}")


def tell_import(imported: Imported, file: Path) -> None:
    """Say what came of a file."""
    form = {"ftm": "FollowTheMoney", "wikidata": "Wikidata"}[imported.form]
    print(f"{file.name} ({form}): {several(imported.added, 'entity', 'entities')} added")
    if imported.changed:
        print(f"  of these {imported.changed:,} had changed since they were last imported")
    if imported.known:
        print(f"  {imported.known:,} were there already")
    if imported.left_out:
        print(
            f"  {imported.left_out:,} left out: neither persons, states nor bodies, or without a name"
        )
    if imported.added:
        print("Next: memcon actors match")


def told(actor: RegisteredActor) -> dict[str, Any]:
    """An actor for JSON."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "countries": actor.countries,
        "names": actor.names,
        "titles": [{"words": words, "dates": days} for words, days in actor.titles],
        "documents": actor.documents,
        "identifiers": [{"scheme": s, "value": v} for s, v in actor.identifiers],
    }


def _entry(registry: Registry, entry: Entry) -> dict[str, Any]:
    citation = registry.citation(entry)
    sentence = citation and f"{citation.before}{citation.marked}{citation.after}".strip()
    return {
        "id": entry.id, "name": entry.name, "source": entry.source, "date": entry.date,
        "sha256": entry.sha256, "key": entry.key, "sentence": sentence,
    }  # fmt: skip


def _print_list(actors: list[RegisteredActor]) -> None:
    if not actors:
        print("Nobody in the registry is called so.")
    width = len(str(actors[-1].id)) if actors else 0
    for actor in actors:
        about = [actor.kind, *actor.countries, several(len(actor.documents), "document")]
        print(f"{actor.id:>{width}}  {actor.name} ({', '.join(about)})")
        for words in (titles_line(actor), identifiers_line(actor)):
            if words:
                print(f"{'':{width}}    {words}")


def _row(a: RegisteredActor) -> tuple[str | int, ...]:
    return (
        a.id, guarded(a.name), a.kind, " ".join(a.countries), guarded(titles_line(a, None)),
        len(a.documents), guarded(identifiers_line(a)), guarded("; ".join(a.names)),
    )  # fmt: skip
