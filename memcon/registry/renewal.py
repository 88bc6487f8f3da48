"""Renewal: a document read anew; its new entries are joined to the old ones of the same words.

So what was judged of the old entries holds for the new ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.registry.tables import EntryRow, MentionRow, Reading

_Places = dict[int, set[tuple[int, int]]]


def renewals(session: Session, sha256: str, rows: Sequence[EntryRow]) -> Iterator[tuple[int, int]]:
    """Pairs of an old entry and the new one that most of its mentions are now of; each once.

    :param rows: the entries of the newest reading.
    """
    before = session.scalar(
        select(func.max(Reading.id)).where(
            Reading.sha256 == sha256, Reading.id.not_in({row.reading_id for row in rows})
        )
    )
    if before is None or not rows:
        return
    old_rows = session.scalars(select(EntryRow).where(EntryRow.reading_id == before)).all()
    old, new = _mentions(session, old_rows), _mentions(session, rows)
    kinds = {row.id: row.kind for row in (*old_rows, *rows)}
    likely = sorted(
        (-len(old[one] & new[other]), one, other)
        for one in old
        for other in new
        if kinds[one] == kinds[other] and 2 * len(old[one] & new[other]) > len(old[one])
    )
    taken: set[int] = set()
    for _, one, other in likely:
        if one not in taken and other not in taken:
            taken |= {one, other}
            yield one, other


def _mentions(session: Session, rows: Sequence[EntryRow]) -> _Places:
    found: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    of = [row.id for row in rows]
    for row in session.scalars(select(MentionRow).where(MentionRow.entry_id.in_(of))):
        found[row.entry_id].add((row.start, row.end))
    return dict(found)
