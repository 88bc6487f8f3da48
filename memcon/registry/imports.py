"""Imports: entities with identifiers from a file of FollowTheMoney or Wikidata JSON.

Nothing is fetched: the file is what the user was given or has downloaded.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.errors import EmptyError
from memcon.registry.entity import Entity
from memcon.registry.entityfile import Form, read_entities
from memcon.registry.judgements import RULES, add_judgement, now
from memcon.registry.tables import EntryRow, IdentifierRow, Import, NameRow, TitleRow
from memcon.report.visible import line

#: Entities that are written together; they are all kept, or none, whatever their number.
_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file.

    :param added: entities that are new; `changed` are among them, of which an older form was there.
    :param known: entities that were there already, unchanged.
    :param left_out: things in it that are nobody, such as addresses and places.
    """

    form: Form
    added: int
    changed: int
    known: int
    left_out: int


def import_file(session: Session, path: Path, by: str) -> Imported:
    """Write the entities of a file; those of which nothing has changed are not written again.

    :raises SourceError: if the file is not in order; what was written is then to be rolled back.
    """
    form, found = read_entities(path, _countries(session))
    row = Import(name=line(path.name), form=form, by=line(by), added=now())
    session.add(row)
    session.flush()
    added = changed = known = left_out = 0
    keys: set[str] = set()
    entities = iter(found)
    for together in iter(lambda: list(islice(entities, _TOGETHER)), []):
        before = _before(session, form, [entity.key for entity in together if entity])
        for entity in together:
            if entity is None:
                left_out += 1
            elif entity.key in keys or before.get(entity.key, (0, ""))[1] == _digest(entity):
                known += 1
            else:
                new = _add(session, row.id, entity)
                added += 1
                if entity.key in before:
                    changed += 1
                    why = f"the same {form} entity {entity.key}, imported anew"
                    add_judgement(
                        session, "same", before[entity.key][0], new, RULES, why, "same-entity"
                    )
            if entity is not None:
                keys.add(entity.key)
    if not added and not known and not left_out:
        raise EmptyError(path.name, "there is no entity in it; check that it was downloaded whole")
    return Imported(form, added, changed, known, left_out)


def _before(session: Session, form: str, keys: list[str]) -> dict[str, tuple[int, str]]:
    """Of each of those entities that was imported before: its newest entry, and that one's digest."""
    newest = (
        select(func.max(EntryRow.id))
        .join(Import, EntryRow.import_id == Import.id)
        .where(Import.form == form, EntryRow.key.in_(keys))
        .group_by(EntryRow.key)
    )
    rows = session.scalars(select(EntryRow).where(EntryRow.id.in_(newest)))
    return {row.key: (row.id, row.digest or "") for row in rows}


def _add(session: Session, import_id: int, entity: Entity) -> int:
    row = EntryRow(
        import_id=import_id,
        key=entity.key,
        digest=_digest(entity),
        name=line(entity.name),
        kind=entity.kind,
        country=entity.country,
        gender=entity.gender,
    )
    session.add(row)
    session.flush()
    session.add_all(NameRow(entry_id=row.id, words=line(name)) for name in entity.names)
    session.add_all(TitleRow(entry_id=row.id, words=line(title)) for title in entity.titles)
    session.add_all(
        IdentifierRow(entry_id=row.id, scheme=scheme, value=value)
        for scheme, value in entity.identifiers
    )
    return row.id


def _digest(entity: Entity) -> str:
    return hashlib.sha256(json.dumps(entity.told()).encode()).hexdigest()


def _countries(session: Session) -> dict[str, str]:
    """Wikidata's ids of the states that were imported before, with their ISO codes."""
    rows = session.execute(
        select(IdentifierRow.value, EntryRow.country)
        .join(EntryRow, IdentifierRow.entry_id == EntryRow.id)
        .where(IdentifierRow.scheme == "wikidata", EntryRow.kind == "state")
    )
    return {value: country for value, country in rows if country}
