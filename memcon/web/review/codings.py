"""Codings: which texts two or more coders work on, and how far each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.registry.judgements import now
from memcon.report.visible import line
from memcon.web.accounts.users import find_user
from memcon.web.errors import NotAllowedError, NotFoundError, UnfitError
from memcon.web.store.tables import Coder, Coding, CodingText, Judgement


@dataclass(frozen=True, slots=True)
class Course:
    """A coding and how far it is.

    :param coders: name, when that one said that all is done, and how many judgements there are.
    """

    id: int
    name: str
    author: str
    added: str
    texts: tuple[str, ...]
    coders: tuple[tuple[str, str | None, int], ...]

    @property
    def over(self) -> bool:
        """Whether all coders are done; only then anybody sees what they found."""
        return all(ended for _, ended, _ in self.coders)

    @property
    def takers(self) -> tuple[str, ...]:
        """The coders' names."""
        return tuple(name for name, _, _ in self.coders)

    def codes(self, name: str) -> bool:
        """Whether somebody is one of the coders."""
        return any(coder == name for coder, _, _ in self.coders)


def make_coding(
    session: Session, name: str, texts: Sequence[str], coders: Sequence[str], by: str
) -> int:
    """Make a coding.

    :param texts: digests.
    :raises UnfitError: if there are no texts, or fewer than two coders who may review.
    """
    name = line(name)
    given = list(dict.fromkeys(coder.strip() for coder in coders if coder.strip()))
    wanted = list(dict.fromkeys(_reviewer(session, coder) for coder in given))
    if not 0 < len(name) <= 100:
        raise UnfitError("Give the coding a name of 1 to 100 characters.")
    if not texts:
        raise UnfitError("Choose at least one document to be coded.")
    if len(wanted) < 2:
        raise UnfitError("Two coders or more are needed; an admin adds users in the settings.")
    row = Coding(name=name, author=by, added=now())
    session.add(row)
    session.flush()
    session.add_all(
        CodingText(coding_id=row.id, number=number, text_sha256=sha256)
        for number, sha256 in enumerate(dict.fromkeys(texts))
    )
    session.add_all(Coder(coding_id=row.id, name=coder, ended=None) for coder in wanted)
    return row.id


def find_coding(session: Session, id: int) -> Course:
    """The coding of that id.

    :raises NotFoundError: if there is none.
    """
    row = session.get(Coding, id)
    if row is None:
        raise NotFoundError("There is no such coding.")
    return _course(session, row)


def all_codings(session: Session) -> list[Course]:
    """All codings, the newest first."""
    rows = session.scalars(select(Coding).order_by(Coding.id.desc()).limit(200)).all()
    return [_course(session, row) for row in rows]


def end_coding(session: Session, id: int, coder: str) -> None:
    """Say that a coder has coded all.

    :raises NotAllowedError: if that one does not take part.
    """
    row = session.get(Coder, (id, coder))
    if row is None:
        raise NotAllowedError("You do not take part in this coding.")
    row.ended = row.ended or now()


def check_coder(course: Course, name: str, sha256: str) -> None:
    """Let a coder work on a text.

    :raises NotAllowedError: if the coder does not take part, or is done already.
    """
    if not course.codes(name):
        raise NotAllowedError("You do not take part in this coding.")
    if sha256 not in course.texts:
        raise NotFoundError("This document is not part of the coding.")


def check_open(course: Course, name: str) -> None:
    """Let a coder change something: not after having said that all is done."""
    if any(coder == name and ended for coder, ended, _ in course.coders):
        raise NotAllowedError("You said that your coding is done; it can no longer be changed.")


def _reviewer(session: Session, coder: str) -> str:
    user = find_user(session, coder)
    if user is None or not user.active or user.role == "reader":
        raise UnfitError(f"{line(coder)[:100]} is no user who may review.")
    return user.name


def _course(session: Session, row: Coding) -> Course:
    texts = session.scalars(
        select(CodingText.text_sha256)
        .where(CodingText.coding_id == row.id)
        .order_by(CodingText.number)
    )
    counted = session.execute(
        select(Judgement.author, func.count())
        .where(Judgement.coding_id == row.id)
        .group_by(Judgement.author)
    )
    counts = {row[0]: row[1] for row in counted}
    coders = session.scalars(select(Coder).where(Coder.coding_id == row.id).order_by(Coder.name))
    return Course(
        row.id, row.name, row.author, row.added, tuple(texts),
        tuple((c.name, c.ended, counts.get(c.name, 0)) for c in coders),
    )  # fmt: skip
