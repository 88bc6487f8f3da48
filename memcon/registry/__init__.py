"""The registry of actors: who of one document is who of another, by judgements that can be undone.

    from memcon import read
    from memcon.registry import Registry

    with Registry("actors.db") as registry:
        registry.add(read("monday.txt"))
        registry.add(read("friday.txt"))
        registry.apply_rules()
        for pair in registry.candidates().found:
            print(pair.left, pair.right, pair.score, pair.reasons)
        registry.judge(3, 12, "same", by="an archivist", why="same office, a week apart")

Entries (one for each actor of each document, or imported entity) and judgements are rows that are only
added; who is who is computed from the judgements that stand.
"""

from memcon.registry.actors import RegisteredActor
from memcon.registry.candidates import Candidates
from memcon.registry.comparison import Comparison
from memcon.registry.entries import Entry, Held
from memcon.registry.identity import Identity
from memcon.registry.imports import Imported
from memcon.registry.judgements import Judgement, Verdict, standing
from memcon.registry.registry import Registry

__all__ = [
    "Candidates",
    "Comparison",
    "Entry",
    "Held",
    "Identity",
    "Imported",
    "Judgement",
    "RegisteredActor",
    "Registry",
    "Verdict",
    "standing",
]
