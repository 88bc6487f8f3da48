"""Documents, their Records, and what reviewers found in them."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from memcon.archive import ArchiveError, styles
from memcon.archive.provenance import provenances
from memcon.report.visible import writable
from memcon.web.accounts.visitors import AtDesk
from memcon.web.api.answers import (
    Came,
    CitationForms,
    CorrectionLine,
    DocumentLine,
    Listing,
    NewAcceptance,
    NewCorrection,
    Undone,
    WholeDocument,
)
from memcon.web.api.asking import Caller, InPart, ReviewingCaller, listing, unless_known
from memcon.web.api.bodies import Bounded
from memcon.web.errors import NotFoundError, UnfitError
from memcon.web.holdings.documents import list_texts
from memcon.web.review.log import SharedLog

router = APIRouter(tags=["documents"], route_class=Bounded)
Digest = Annotated[
    str, Path(pattern="^[0-9a-f]{12,64}$", description="SHA-256 of the text, or how it begins.")
]


@router.get("/documents", response_model=Listing[DocumentLine])
def list_documents(
    request: Request,
    desk: AtDesk,
    caller: Caller,
    part: InPart,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The documents, the last added first."""
    with desk.database.reading() as session:
        texts, total = list_texts(session, q, limit=part.limit, offset=part.offset)
    lines = [DocumentLine.model_validate(text) for text in texts]
    return unless_known(request, Listing[DocumentLine](**listing(request, part, lines, total)))


@router.get("/documents/{digest}", response_model=WholeDocument)
def get_document(
    request: Request,
    digest: Digest,
    desk: AtDesk,
    caller: Caller,
    text: bool = False,
    corrected: bool = True,
) -> Response:
    """The Record of a document, corrected or as it was read."""
    sha256 = desk.digest(digest)
    record = desk.record(sha256) if corrected else desk.as_read(sha256)
    with desk.database.reading() as session:
        came = [Came.model_validate(one) for one in provenances(session, sha256)]
    whole = WholeDocument(
        sha256=sha256, record=json.loads(record.to_json()), came=came,
        text=writable(record.text) if text else None,
    )  # fmt: skip
    return unless_known(request, whole)


@router.get("/documents/{digest}/corrections", response_model=list[CorrectionLine])
def list_corrections(digest: Digest, desk: AtDesk, caller: Caller) -> list[Any]:
    """The log of corrections, the oldest first; those that were taken back are in it."""
    return desk.archive.corrections(desk.digest(digest))


@router.post("/documents/{digest}/corrections", response_model=CorrectionLine, status_code=201)
def correct(digest: Digest, new: NewCorrection, desk: AtDesk, caller: ReviewingCaller) -> Any:
    """Correct a statement, add one (`added`), or reject one (`rejected`)."""
    sha256 = desk.digest(digest)
    try:
        return desk.archive.correct(
            sha256, _spans(new.spans), new.field, new.value, by=caller.name, why=new.why
        )
    except ArchiveError as error:
        raise UnfitError(str(error)) from error


@router.post("/documents/{digest}/acceptances", response_model=Undone, status_code=201)
def accept(digest: Digest, new: NewAcceptance, desk: AtDesk, caller: ReviewingCaller) -> Any:
    """Say that a statement is right as it stands; `undone` is empty."""
    SharedLog(desk).accept(desk.digest(digest), _spans(new.spans), caller.name)
    return Undone(undone="")


@router.post("/documents/{digest}/undo", response_model=Undone)
def undo(digest: Digest, desk: AtDesk, caller: ReviewingCaller) -> Any:
    """Take back what the caller did last in this document."""
    return Undone(undone=SharedLog(desk).undo(desk.digest(digest), caller.name))


@router.get("/places/{place}/citation", response_model=CitationForms)
def cite(
    place: Annotated[str, Path(pattern=r"^[0-9a-f]{12,64}:\d{1,9}-\d{1,9}$")],
    desk: AtDesk,
    caller: Caller,
) -> Any:
    """How the words at a place, `3f2a9c1bd0e4:140-238`, are cited."""
    try:
        found = desk.archive.cite(place)
    except ArchiveError as error:
        raise NotFoundError(str(error)) from error
    return CitationForms(
        id=found.id, chicago=styles.chicago(found), bibtex=styles.bibtex(found),
        ris=styles.ris(found), w3c=styles.annotation(found),
    )  # fmt: skip


def _spans(given: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    if any(not 0 <= start < end < 2_000_000_000 for start, end in given):
        raise UnfitError("A span is a first character and the one behind the last, from 0.")
    if any(a[1] > b[0] for a, b in pairwise(given)):
        raise UnfitError("Spans stand in the order of the text and do not overlap.")
    return tuple(given)
