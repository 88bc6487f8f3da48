"""The start: a text pasted, files dropped, an address given; and what was read last."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from memcon.web.accounts.seeing import check_sees
from memcon.web.accounts.visitors import AtDesk, Posted, Reader, field
from memcon.web.errors import TooLargeUploadError, UnfitError
from memcon.web.holdings.documents import list_texts
from memcon.web.pages.rendering import fill, page, to
from memcon.web.reading import jobs

router = APIRouter(include_in_schema=False)
#: Seconds that a form waits for its document: most are read by then, and no page is between.
_WAIT = 4.0
_LATEST = 12


@router.get("/")
def start(request: Request, desk: AtDesk, visitor: Reader) -> Response:
    """The form, and the documents that were added last."""
    with desk.database.reading() as session:
        texts, total = list_texts(session, limit=_LATEST)
        waiting = [job for job in jobs.latest(session, visitor.name, 5) if not job.over]
    return page(request, "start.html.j2", texts=texts, total=total, waiting=waiting)


async def handed(form: Posted, desk: AtDesk) -> tuple[FormData, list[tuple[str, bytes]]]:
    """The form with the files in it, read while the server may still wait for them."""
    files: list[tuple[str, bytes]] = []
    size = 0
    for value in form.getlist("files"):
        if isinstance(value, UploadFile) and value.filename:
            data = await value.read()
            size += len(data)
            if size > desk.configuration.largest:
                raise TooLargeUploadError(desk.configuration.largest)
            files.append((value.filename, data))
    return form, files


@router.post("/read")
def read(
    request: Request,
    desk: AtDesk,
    visitor: Reader,
    given: Annotated[tuple[FormData, list[tuple[str, bytes]]], Depends(handed)],
) -> Response:
    """Take what is to be read, and show it as soon as it is."""
    form, files = given
    asked = {
        key: field(form, key).strip() for key in ("url", "title", "publisher", "date", "address")
    }
    asked["text"] = field(form, "text")
    if not (asked["text"].strip() or asked["url"] or files):
        raise UnfitError("Paste a text, choose a file or give an address.")
    checked = {"text": asked["text"], "url": asked["url"]}
    if asked["text"].strip():
        # The address of the form's text is where it stood; that of the form itself is to be asked.
        about = {"title": asked["title"], "publisher": asked["publisher"], "date": asked["date"]}
        checked = {**checked, **about, "stood": asked["address"]}
    id = desk.database.write(lambda s: jobs.ask(s, "read", checked, visitor.name, files))
    worker = request.app.state.worker
    worker.call()
    for _ in range(int(_WAIT / 0.5)):
        with desk.database.reading() as session:
            job = jobs.find(session, id)
        if job.over:
            break
        worker.wait_for_change(0.5)
    return to(_outcome(job), request=request)


def _outcome(job: jobs.Ticket) -> str:
    if job.state == "done" and len(job.documents) == 1 and not job.failures:
        return f"/documents/{job.documents[0][0][:12]}"
    return f"/jobs/{job.id}"


@router.get("/jobs/{id}")
def show_job(request: Request, id: str, desk: AtDesk, visitor: Reader) -> Response:
    """How far a job is, and what became of it."""
    with desk.database.reading() as session:
        job = jobs.find(session, id)
    check_sees(visitor, job.author, (), "job")
    if request.headers.get("hx-request"):
        if job.over and _outcome(job).startswith("/documents/"):
            return Response(status_code=204, headers={"HX-Redirect": _outcome(job)})
        return Response(fill(request, "_job.html.j2", job=job), media_type="text/html")
    return page(request, "job.html.j2", job=job)


@router.post("/jobs/{id}/stop")
def stop_job(request: Request, id: str, form: Posted, desk: AtDesk, visitor: Reader) -> Response:
    """Stop a job; what has been read stays in the archive."""
    with desk.database.reading() as session:
        check_sees(visitor, jobs.find(session, id).author, (), "job")
    desk.database.write(lambda s: jobs.stop(s, id))
    return to(f"/jobs/{id}", request=request)
