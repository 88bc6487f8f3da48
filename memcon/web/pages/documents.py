"""Documents: the list, a document in its views, downloads, citations."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from memcon.archive import ArchiveError, styles
from memcon.archive.provenance import provenances
from memcon.language.acts import forces
from memcon.report import render
from memcon.report.actors import portraits
from memcon.report.events import events_told
from memcon.report.matters import about
from memcon.report.meaning import POLARITY
from memcon.report.standing import COLUMNS, standing
from memcon.report.visible import line, writable
from memcon.web.accounts.visitors import AtDesk, Reader, Visitor
from memcon.web.desk import Desk, State
from memcon.web.errors import NotFoundError
from memcon.web.holdings.documents import list_texts, texts_of
from memcon.web.holdings.meetings import other_accounts
from memcon.web.pages.documentview import accepted_numbers, document_view
from memcon.web.pages.downloads import download
from memcon.web.pages.ownwords import own_words
from memcon.web.pages.paging import Page, paged
from memcon.web.pages.rendering import fill, page, part, to
from memcon.web.review.log import Log, SharedLog

router = APIRouter(include_in_schema=False)
_Made = TypeVar("_Made")
View = Literal["text", "own", "stances", "events", "actors", "accounts", "history"]
#: Colours that speakers have in the text; with more they come again.
COLOURS = 6


@router.get("/documents")
def documents(
    request: Request,
    desk: AtDesk,
    visitor: Reader,
    at: Annotated[Page, Depends(paged)],
    q: str = "",
) -> Response:
    """The documents, the last added first."""
    with desk.database.reading() as session:
        texts, total = list_texts(session, q, limit=at.size, offset=at.offset)
    return page(request, "documents.html.j2", texts=texts, total=total, q=q, at=at)


@router.get("/documents/{digest}")
def document(
    request: Request, digest: str, desk: AtDesk, visitor: Reader, view: View = "text"
) -> Response:
    """A document."""
    return show(request, SharedLog(desk), desk.digest(digest), visitor, view)


@router.get("/documents/{digest}/download.{format}")
def download_document(
    digest: str, format: Literal["json", "csv", "html", "md", "txt"], desk: AtDesk, visitor: Reader
) -> Response:
    """The Record in a format of the report's, or the text itself."""
    sha256 = desk.digest(digest)
    record = desk.record(sha256)
    name = record.document.title or record.document.name
    if format == "txt":
        return download(writable(record.text), name, "txt")
    return download(render(record, format), name, format)


@router.get("/documents/{digest}/original")
def original(digest: str, desk: AtDesk, visitor: Reader) -> Response:
    """The bytes as they came; to be saved, and never run in our name."""
    sha256 = desk.digest(digest)
    version = desk.archive.versions(sha256)[-1]
    kept = desk.archive.original(version.original_sha256)
    return Response(
        kept,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{version.original_sha256[:12]}"'},
    )


@router.get("/places/{place}")
def place(request: Request, place: str, desk: AtDesk, visitor: Reader) -> Response:
    """Words by their place, `3f2a9c1bd0e4:140-238`: the document, there."""
    digest, _, where = place.partition(":")
    desk.digest(digest)
    return to(f"/documents/{digest[:12]}#s{where}")


@router.get("/places/{place}/citation")
def citation(request: Request, place: str, desk: AtDesk, visitor: Reader) -> Response:
    """How the words at a place are cited."""
    try:
        found = desk.archive.cite(place)
    except ArchiveError as error:
        raise NotFoundError(str(error)) from error
    forms = [
        ("Chicago", styles.chicago(found)), ("BibTeX", styles.bibtex(found)),
        ("RIS", styles.ris(found)), ("W3C Web Annotation", styles.w3c(found)),
    ]  # fmt: skip
    context: dict[str, Any] = {"citation": found, "forms": forms, "place": found.id}
    if request.headers.get("hx-request"):
        return Response(fill(request, "_citation.html.j2", **context), media_type="text/html")
    return page(request, "citation.html.j2", **context)


def show(
    request: Request, log: Log, sha256: str, visitor: Visitor, view: View, *, open: bool = True
) -> Response:
    """A document as a log has it.

    :param open: whether the visitor, if allowed to at all, may change something.
    """
    return page(request, "document.html.j2", **context(log, sha256, visitor, view, open=open))


def context(
    log: Log, sha256: str, visitor: Visitor, view: View = "text", *, open: bool = True
) -> dict[str, Any]:
    """What the templates of a document need."""
    desk = log.desk
    record = log.record(sha256)
    state = None if log.blind else desk.state(sha256)
    seen = _once(desk, state, "view", lambda: document_view(record))
    accepted = log.accepted(sha256)
    numbers = accepted_numbers(record, [a.spans for a in accepted])
    may_review = visitor.may("reviewer") and open
    with desk.database.reading() as session:
        text = texts_of(session, [sha256]).get(sha256)
        came = provenances(session, sha256)
        others = other_accounts(session, sha256) if view == "accounts" and not log.blind else []
    more: dict[str, Any] = {}
    if view == "text":
        shared = {"seen": seen, "colours": COLOURS}
        judged = {"accepted": numbers, "may_review": may_review, "blind": log.blind}
        more["article"] = _once(desk, state, "article", lambda: part("_article.html.j2", **shared))
        more["statements"] = _once(
            desk, state, ("statements", frozenset(numbers), may_review),
            lambda: part(
                "_statements.html.j2", **shared, **judged, short=sha256[:12], about=about
            ),
        )  # fmt: skip
    elif view == "own":
        more["voices"] = own_words(record)
    elif view == "stances":
        more |= {"rows": standing(record), "columns": [POLARITY[c] for c in COLUMNS]}
    elif view == "events":
        more["told"] = events_told(record)
    elif view == "actors":
        more["people"] = portraits(record)
    elif view == "history":
        more["log"] = list(reversed(log.rows(sha256)))
        more["accepted_rows"] = accepted
    return {
        "seen": seen, "record": record, "sha256": sha256, "short": sha256[:12], "view": view,
        "base": log.base(sha256), "blind": log.blind, "text": text, "others": others,
        "came": came,
        "may_review": may_review,
        "names": sorted({line(a.name) for a in record.actors}), "acts": sorted(forces()), **more,
    }  # fmt: skip


def _once(desk: Desk, state: State | None, of: Hashable, make: Callable[[], _Made]) -> _Made:
    """What a page works out of a Record in a state; of none, a single coder's, nothing is kept."""
    if state is None:
        return make()
    found: _Made | None = desk.views.get((of, state))
    return found or desk.views.put((of, state), make())
