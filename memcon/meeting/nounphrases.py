"""How far a noun phrase goes that names a thing: with “of” and “on”, without a clause about it."""

from __future__ import annotations

from memcon.meeting.scene import Scene

_STOPS = {",", ";", ":", "–", "—", "(", "“", '"', "."}
_CLAUSES = {"which", "that", "who", "whose", "where", "when", "while"}


def thing(scene: Scene, head: int, *, without: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last word of the phrase around a noun.

    :param without: prepositions that begin something else: “as” in “a chart as a gift”.
    """
    reading = scene.reading
    first = head
    for child in reading.children[head]:
        if child < head and reading.dep[child] not in {"punct", "cc", "prep", "conj", "appos"}:
            first = min(first, scene.subtree(child)[0])
    last = scene.subtree(head)[1]
    for i in range(head + 1, last + 1):
        stop = reading.form[i] in _STOPS and not reading.joined(i)
        stop = stop or reading.low[i] in _CLAUSES or reading.low[i] in without
        if reading.low[i] == "and" and any(
            reading.dep[c] == "conj" and reading.head[c] == head and c > i
            for c in reading.children[head]
        ):
            stop = True
        if stop:
            last = i - 1
            break
    return first, max(last, head)
