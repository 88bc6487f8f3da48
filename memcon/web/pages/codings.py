"""Codings: two or more coders work blind; then how far they agree, and what is settled between them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from memcon.record import Record
from memcon.report.visible import line
from memcon.web.accounts.seeing import check_sees, sees
from memcon.web.accounts.users import all_users
from memcon.web.accounts.visitors import Admin, AtDesk, Posted, Reviewer, Visitor, desk_of, field
from memcon.web.desk import Desk
from memcon.web.errors import NotAllowedError
from memcon.web.holdings.documents import list_texts, texts_of
from memcon.web.numbers import row_id
from memcon.web.pages.corrections import ACTIONS, edit_form
from memcon.web.pages.documents import View, show
from memcon.web.pages.downloads import table
from memcon.web.pages.rendering import page, to
from memcon.web.pages.reviewing import Action
from memcon.web.review.adjudication import settle, settled
from memcon.web.review.agreement import agreement
from memcon.web.review.blind import BlindLog
from memcon.web.review.codings import (
    Course,
    all_codings,
    check_coder,
    check_open,
    end_coding,
    find_coding,
    make_coding,
)
from memcon.web.review.disagreements import disagreements

router = APIRouter(include_in_schema=False, prefix="/codings")
_OFFERED = 100


def course_of(id: str, request: Request, visitor: Reviewer) -> Course:
    """The coding of that id; one that the visitor may not see is told of as if there were none."""
    with desk_of(request).database.reading() as session:
        course = find_coding(session, row_id(id) or 0)
    check_sees(visitor, course.author, course.takers, "coding")
    return course


Of = Annotated[Course, Depends(course_of)]


@router.get("")
def codings(request: Request, desk: AtDesk, visitor: Reviewer, q: str = "") -> Response:
    """All codings, and the form for a new one."""
    with desk.database.reading() as session:
        found = [c for c in all_codings(session) if sees(visitor, c.author, c.takers)]
        coders = [u.name for u in all_users(session) if u.active and u.role != "reader"]
        texts, total = list_texts(session, q, limit=_OFFERED)
    return page(
        request, "codings.html.j2", codings=found, coders=coders, texts=texts, total=total, q=q
    )


@router.post("")
def make(request: Request, form: Posted, desk: AtDesk, visitor: Admin) -> Response:
    """Make a coding."""
    texts = [desk.digest(str(d)) for d in form.getlist("text")]
    coders = [str(c) for c in form.getlist("coder")]
    name = field(form, "name")
    id = desk.database.write(lambda s: make_coding(s, name, texts, coders, visitor.name))
    return to(f"/codings/{id}")


@router.get("/{id}")
def coding(request: Request, course: Of, desk: AtDesk, visitor: Reviewer) -> Response:
    """A coding: its documents for its coders, the agreement once all are done."""
    with desk.database.reading() as session:
        known = texts_of(session, list(course.texts))
        done = settled(session, course.id)
    texts = [known[sha256] for sha256 in course.texts if sha256 in known]
    found, apart = [], []
    if course.over:
        records = _records(desk, course)
        found = agreement([[records[t][c] for t in records] for c, _, _ in course.coders])
        apart = [
            (known[sha256], d, done.get((sha256, d.item)))
            for sha256, coded in records.items()
            for d in disagreements(coded)
        ]
    return page(
        request, "coding.html.j2", course=course, texts=texts, found=found, apart=apart,
        open=sum(s is None for _, _, s in apart), may_settle=_may_settle(course, visitor),
    )  # fmt: skip


@router.get("/{id}/agreement.{format}")
def agreement_table(course: Of, format: str, desk: AtDesk, visitor: Reviewer) -> Response:
    """The agreement as a table."""
    if not course.over:
        raise NotAllowedError("Not all coders are done yet.")
    records = _records(desk, course)
    found = agreement([[records[t][c] for t in records] for c, _, _ in course.coders])
    rows = [
        {
            "name": a.name, "alpha": a.alpha, "f1_exact": a.exact, "f1_overlap": a.overlapping,
            "units": a.units, "same": a.same,
        }
        for a in found
    ]  # fmt: skip
    return table(
        rows, list(rows[0]), f"agreement-{course.id}", "csv" if format == "csv" else "json"
    )


@router.post("/{id}/done")
def done(request: Request, course: Of, form: Posted, desk: AtDesk, visitor: Reviewer) -> Response:
    """A coder has coded all."""
    desk.database.write(lambda s: end_coding(s, course.id, visitor.name))
    return to(f"/codings/{course.id}")


@router.post("/{id}/settle")
def settle_one(
    request: Request, course: Of, form: Posted, desk: AtDesk, visitor: Reviewer
) -> Response:
    """A disagreement is settled for one of the coders."""
    if not course.over or not _may_settle(course, visitor):
        raise NotAllowedError("It is settled by an admin, when all coders are done.")
    sha256 = desk.digest(field(form, "text"))
    records = _records(desk, course)[sha256]
    item, chosen = field(form, "item"), field(form, "chosen")
    settle(desk, course, sha256, records, item, chosen, visitor.name)
    return to(f"/codings/{course.id}#apart")


@router.get("/{id}/documents/{digest}")
def document(
    request: Request, course: Of, digest: str, desk: AtDesk, visitor: Reviewer, view: View = "text"
) -> Response:
    """A document as the coder who asks has coded it."""
    log, sha256 = _log(desk, course, visitor, digest)
    ended = any(c == visitor.name and e for c, e, _ in course.coders)
    view = view if view not in ("accounts",) else "text"
    return show(request, log, sha256, visitor, view, open=not ended)


@router.get("/{id}/documents/{digest}/edit")
def edit(
    request: Request, course: Of, digest: str, spans: str, desk: AtDesk, visitor: Reviewer
) -> Response:
    """The form of a statement."""
    log, sha256 = _log(desk, course, visitor, digest)
    return edit_form(request, log, sha256, visitor, spans)


@router.post("/{id}/documents/{digest}/{action}")
def act(
    request: Request,
    course: Of,
    digest: str,
    action: Action,
    form: Posted,
    desk: AtDesk,
    visitor: Reviewer,
) -> Response:
    """Something is done on a document's page."""
    log, sha256 = _log(desk, course, visitor, digest)
    check_open(course, visitor.name)
    return ACTIONS[action](request, log, sha256, visitor, form)


def _log(desk: Desk, course: Course, visitor: Visitor, digest: str) -> tuple[BlindLog, str]:
    sha256 = desk.digest(digest)
    check_coder(course, visitor.name, sha256)
    return BlindLog(desk, course.id, visitor.name), sha256


def _records(desk: Desk, course: Course) -> dict[str, dict[str, Record]]:
    """Of each text the Record of each coder."""
    return {
        sha256: {
            line(coder): BlindLog(desk, course.id, coder).record(sha256)
            for coder, _, _ in course.coders
        }
        for sha256 in course.texts
    }


def _may_settle(course: Course, visitor: Visitor) -> bool:
    return visitor.may("admin")
