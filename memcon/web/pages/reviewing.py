"""Reviewing: the queue, and what is done on documents in the archive's own log."""

from __future__ import annotations

from collections import deque
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response, StreamingResponse

from memcon.web.accounts.visitors import Admin, AtDesk, Posted, Reviewer, field
from memcon.web.pages.corrections import ACTIONS, edit_form, spans_of
from memcon.web.pages.paging import Page, paged
from memcon.web.pages.rendering import page, to
from memcon.web.review.log import SharedLog
from memcon.web.review.queue import queue
from memcon.web.review.training import examples

router = APIRouter(include_in_schema=False)
Action = Literal["accept", "correct", "statement", "undo"]


@router.get("/review")
def review(
    request: Request, desk: AtDesk, visitor: Reviewer, at: Annotated[Page, Depends(paged)]
) -> Response:
    """Statements that wait for a look."""
    with desk.database.reading() as session:
        waiting, total = queue(session, limit=at.size, offset=at.offset)
    return page(request, "review.html.j2", waiting=waiting, total=total, at=at)


@router.post("/review/{action}")
def judge(
    request: Request,
    action: Literal["accept", "reject", "undo"],
    form: Posted,
    desk: AtDesk,
    visitor: Reviewer,
) -> Response:
    """A statement of the queue is accepted or rejected, or that is taken back."""
    log, sha256 = SharedLog(desk), desk.digest(field(form, "text"))
    if action == "undo":
        log.undo(sha256, visitor.name)
    elif action == "accept":
        log.accept(sha256, spans_of(field(form, "spans")), visitor.name)
    else:
        log.correct(sha256, spans_of(field(form, "spans")), "rejected", "yes", visitor.name)
    if request.headers.get("hx-request"):
        return Response(status_code=204)
    return to("/review")


@router.get("/review/examples.jsonl")
def training_examples(desk: AtDesk, visitor: Admin) -> Response:
    """All corrections as examples for training, or none: `memcon export corrections` leaves out
    Records that are damaged, since it can say which.
    """
    # One that is damaged is told of before the answer begins, not by an answer cut in the middle.
    deque(examples(desk.archive), maxlen=0)
    return StreamingResponse(
        examples(desk.archive),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="corrections.jsonl"'},
    )


@router.get("/documents/{digest}/edit")
def edit(request: Request, digest: str, spans: str, desk: AtDesk, visitor: Reviewer) -> Response:
    """The form of a statement."""
    return edit_form(request, SharedLog(desk), desk.digest(digest), visitor, spans)


@router.post("/documents/{digest}/{action}")
def act(
    request: Request, digest: str, action: Action, form: Posted, desk: AtDesk, visitor: Reviewer
) -> Response:
    """Something is done on a document's page."""
    return ACTIONS[action](request, SharedLog(desk), desk.digest(digest), visitor, form)
