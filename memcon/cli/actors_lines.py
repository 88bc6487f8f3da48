"""Lines for a terminal about actors, their titles and what was judged of them."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.registry import Entry, Judgement, RegisteredActor
from memcon.registry.citation import Citation

#: What a registry says in which nobody is.
NOBODY = "There is nobody in the registry yet: memcon actors add PATH reads documents into it."
#: Titles in a list; `memcon actors show` gives all.
_SOME = 3


def titles_line(actor: RegisteredActor, most: int | None = _SOME) -> str:
    """Titles with the days of the documents that give them: `president (2031-05-14)`."""
    shown = [f"{words}{_days(days)}" for words, days in actor.titles[:most]]
    more = len(actor.titles) - len(shown)
    return ", ".join([*shown, *([f"{more} more"] if more else [])])


def identifiers_line(actor: RegisteredActor) -> str:
    """Identifiers with their schemes: `wikidata Q1`."""
    return ", ".join(f"{scheme} {value}" for scheme, value in actor.identifiers)


def entry_line(entry: Entry) -> str:
    """Where an entry is from: a document and its day, or an imported file."""
    if entry.imported:
        return f"imported from {entry.source} ({entry.key})"
    return f"{entry.source}, {entry.date or 'no date'}"


def citation_line(citation: Citation) -> str:
    """The sentence with the name between ▸ and ◂, which any terminal and file can show."""
    return f"“{citation.before.lstrip()}▸{citation.marked}◂{citation.after}”"


def judgement_line(judgement: Judgement, names: dict[int, str], undone: dict[int, int]) -> str:
    """One row of the log."""
    what = (
        f"undoes {judgement.undoes}"
        if judgement.undoes is not None
        else f"{pair_words(judgement, names)}: {judgement.verdict}"
    )
    by = f"{judgement.by} (rule {judgement.rule})" if judgement.rule else judgement.by
    why = f" – {judgement.why}" if judgement.why else ""
    gone = f" [undone by {undone[judgement.id]}]" if judgement.id in undone else ""
    return f"{judgement.id:>4}  {judgement.at}  {by}: {what}{why}{gone}"


def pair_words(judgement: Judgement, names: dict[int, str]) -> str:
    """The two entries by number and name."""
    return " and ".join(f"{entry} {names.get(entry, '?')}" for entry in judgement.pair)


def several(count: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _days(days: Sequence[str | None]) -> str:
    dated = [day for day in days if day]
    if not dated:
        return ""
    return f" ({dated[0]})" if len(dated) == 1 else f" ({dated[0]} to {dated[-1]})"
