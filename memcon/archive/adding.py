"""Adding: entries written together, after a look at what is there already, so that nothing is twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, aliased

from memcon.archive.correcting import load_corrections
from memcon.archive.corrections import apply
from memcon.archive.decoding import digest
from memcon.archive.entry import Entry, Origin, Outcome, key_of, pack
from memcon.archive.errors import ArchiveError
from memcon.archive.forgetting.tombstones import forgotten
from memcon.archive.index import take_from_index
from memcon.archive.neighbours import bands, find_neighbours, signature
from memcon.archive.renewal import remake
from memcon.archive.rows import Rows, add_parts, by_content, statement_ids
from memcon.archive.tables import (
    Band,
    Capture,
    DocumentRow,
    Likeness,
    Original,
    RecordRow,
    Text,
    Version,
)
from memcon.registry.judgements import now
from memcon.report.visible import line

#: Columns of a version: id, number, text.
_Newest = tuple[int, int, str]


def add_entries(session: Session, entries: Sequence[Entry]) -> list[Outcome]:
    """Add entries; what is there already stays as it is.

    :returns: what became of each.
    :raises ArchiveError: if an entry without a Record has a text that has none in the archive either.
    """
    adding = _Adding(session, entries)
    outcomes = [adding.add(entry) for entry in entries]
    adding.finish()
    return outcomes


def known_place(session: Session, place: str, sha256: str) -> bool:
    """Whether these bytes were the last that were had from the place."""
    newest = (
        select(Capture.original_sha256)
        .where(Capture.key == key_of(place))
        .order_by(Capture.id.desc())
        .limit(1)
    )
    return session.scalar(newest) == sha256


class _Adding:
    """Entries that are added together, and what was there before them."""

    def __init__(self, session: Session, entries: Sequence[Entry]) -> None:
        self.session = session
        self.rows = Rows(session)
        self.now = now()
        self.origins = [entry.came_from() for entry in entries]
        self._of = {id(entry): origin for entry, origin in zip(entries, self.origins, strict=True)}
        self.sha256 = {id(origin): origin.sha256 for origin in self.origins}
        texts = {entry.document.sha256 for entry in entries}
        self.texts = self._there(Text.sha256, texts)
        self.records = self._there(RecordRow.text_sha256, texts)
        self.originals = self._there(Original.sha256, self.sha256.values())
        self.documents = self._documents({key_of(origin.address) for origin in self.origins})
        self.captures = self._captures({key_of(origin.place) for origin in self.origins})
        self.corrected = load_corrections(session, texts)
        self.forgotten = forgotten(session, {*texts, *self.sha256.values()})
        self.signatures: dict[str, bytes] = {}
        self._last: tuple[str, bytes] = "", b""
        self.left: set[str] = set()
        self.reached: set[str] = set()

    def add(self, entry: Entry) -> Outcome:
        """Take the rows of an entry."""
        origin = self._of[id(entry)]
        place, original = key_of(origin.place), self.sha256[id(origin)]
        if self.captures.get(place) == original:
            return "known"
        self.captures[place] = original
        sha256 = entry.document.sha256
        self._refuse_forgotten(entry.document.name, sha256, original)
        new_text = self._add_text(entry)
        if original not in self.originals:
            self.originals.add(original)
            self.rows.add(
                Original, original, len(origin.data), line(origin.media),
                self._packed(original, origin.data),
            )  # fmt: skip
        key = key_of(origin.address)
        before = self.documents.get(key)
        version = self._version(entry, origin, key)
        self.rows.add(
            Capture, self.rows.id(Capture), place, origin.place, original, version, self.now,
            origin.etag, origin.modified, origin.how, _line(origin.by), _line(origin.said_at),
        )  # fmt: skip
        if sha256 not in self.records:
            self._add_record(entry, version)
        elif before is None or before[1][2] != sha256:
            self.reached.add(sha256)
        if before is not None and before[1][2] != sha256:
            self.left.add(before[1][2])
            return "new version"
        return "added" if new_text else ("same text" if before is None else "known")

    def finish(self) -> None:
        """Write the rows, and what follows from them for texts that were there before."""
        for left, right, alike in find_neighbours(self.session, self.signatures):
            self.rows.add(Likeness, left, right, alike)
        for sha256, made in self.signatures.items():
            for value in set(bands(made)):
                self.rows.add(Band, value, sha256)
        self.rows.write()
        if self.left or self.reached:
            settle_current(self.session, self.left | self.reached)

    def _refuse_forgotten(self, name: str, *digests: str) -> None:
        for sha256 in digests:
            buried = self.forgotten.get(sha256)
            if buried is not None:
                why = f" ({buried.why})" if buried.why else ""
                raise ArchiveError(
                    f"{line(name)}: it was forgotten on {buried.at[:10]}{why}, and is not added again"
                )

    def _add_text(self, entry: Entry) -> bool:
        document = entry.document
        if document.sha256 in self.texts:
            return False
        if "\0" in document.text:
            raise ArchiveError(f"{document.name}: there is a NUL character in it; take it out")
        self.texts.add(document.sha256)
        made = signature(document.text)
        if made:
            self.signatures[document.sha256] = made
        data = document.text.encode("utf-8", "surrogatepass")
        content = self._packed(document.sha256, data)
        self.rows.add(Text, document.sha256, len(document.text), content, made, self.now)
        return True

    def _version(self, entry: Entry, origin: Origin, key: str) -> int:
        """Id of the version that the entry is of; a new one if another text stood there last."""
        sha256 = entry.document.sha256
        known = self.documents.get(key)
        if known is None:
            document, number = self.rows.id(DocumentRow), 0
            self.rows.add(DocumentRow, document, key, origin.address, self.now)
        else:
            document, (version, number, newest) = known
            if newest == sha256:
                return version
        made = self.rows.id(Version)
        about = entry.document
        self.rows.add(
            Version, made, document, number + 1, sha256, line(about.name), _line(about.title),
            _line(about.publisher), _line(about.url), about.date, self.now,
        )  # fmt: skip
        self.documents[key] = document, (made, number + 1, sha256)
        return made

    def _add_record(self, entry: Entry, version: int) -> None:
        record = entry.record
        if record is None:
            raise ArchiveError(f"{entry.document.name}: it has not been read yet; add its Record")
        self.records.add(record.document.sha256)
        made = self.rows.id(RecordRow)
        data = record.to_json().encode()
        self.rows.add(
            RecordRow, made, record.document.sha256, record.engine.version, record.engine.model,
            version, record.document.genre, record.document.date, 1, self.now,
            pack(data), digest(data),
        )  # fmt: skip
        vectors = by_content(record, entry.vectors)
        record, _ = apply(record, self.corrected.get(record.document.sha256, ()))
        add_parts(self.rows, record, made, _line(entry.document.publisher), vectors)

    def _packed(self, sha256: str, data: bytes) -> bytes:
        """Bytes as they are kept; a plain text and its original are the same, and packed once."""
        if self._last[0] != sha256:
            self._last = sha256, pack(data)
        return self._last[1]

    def _there(self, column: Any, values: Iterable[str]) -> set[str]:
        return set(self.session.scalars(select(column).where(column.in_(set(values)))))

    def _documents(self, keys: set[str]) -> dict[str, tuple[int, _Newest]]:
        other = aliased(Version)
        last = (
            select(func.max(other.number))
            .where(other.document_id == Version.document_id)
            .scalar_subquery()
        )
        found = self.session.execute(
            select(DocumentRow.key, DocumentRow.id, Version.id, Version.number, Version.text_sha256)
            .join(Version, Version.document_id == DocumentRow.id)
            .where(DocumentRow.key.in_(keys), Version.number == last)
        )
        return {key: (id, (version, number, sha)) for key, id, version, number, sha in found}

    def _captures(self, keys: set[str]) -> dict[str, str]:
        """Of each place, the bytes that were last had from it."""
        newest = select(func.max(Capture.id)).where(Capture.key.in_(keys)).group_by(Capture.key)
        found = self.session.execute(
            select(Capture.key, Capture.original_sha256).where(Capture.id.in_(newest))
        )
        return {row.key: row.original_sha256 for row in found}


def settle_current(session: Session, texts: set[str]) -> None:
    """Say of texts by which version they are cited and whether they are searched, after a change."""
    newer = aliased(Version)
    for sha256 in sorted(texts):
        versions = session.execute(
            select(
                Version.id,
                ~select(newer.id)
                .where(newer.document_id == Version.document_id, newer.number > Version.number)
                .exists(),
            )
            .where(Version.text_sha256 == sha256)
            .order_by(Version.id)
        ).all()
        row = session.execute(
            select(RecordRow.id, RecordRow.current, RecordRow.version_id).where(
                RecordRow.text_sha256 == sha256
            )
        ).one_or_none()
        if row is None or not versions:
            continue
        standing = next((id for id, newest in versions if newest), None)
        current, cited = int(standing is not None), standing or versions[0][0]
        if (current, cited) == (row[1], row[2]):
            continue
        session.execute(
            update(RecordRow)
            .where(RecordRow.id == row[0])
            .values(current=current, version_id=cited)
        )
        if current:
            # The publisher that it is found by may be another.
            remake(session, sha256, load_corrections(session, [sha256]).get(sha256, ()))
        else:
            take_from_index(session, statement_ids(session, [row[0]]))


def _line(words: str | None) -> str | None:
    return line(words) if words else None
