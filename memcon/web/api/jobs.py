"""Jobs: documents handed in to be read, and how far that is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, HTTPException, Path, Request, UploadFile
from fastapi.responses import Response

from memcon.web.accounts.seeing import check_sees
from memcon.web.accounts.visitors import AtDesk
from memcon.web.api.answers import JobState, NewJob
from memcon.web.api.asking import Caller, InPart
from memcon.web.api.bodies import Bounded
from memcon.web.errors import TooLargeUploadError, UnfitError
from memcon.web.reading import jobs

router = APIRouter(tags=["jobs"], route_class=Bounded)
Id = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{8,40}$")]


@router.get("/jobs", response_model=list[JobState])
def list_jobs(desk: AtDesk, caller: Caller, part: InPart) -> Any:
    """The caller's jobs, the newest first."""
    with desk.database.reading() as session:
        return jobs.latest(session, caller.name, part.limit, part.offset)


@router.get("/jobs/files", include_in_schema=False)
def get_files() -> Any:
    """Nothing can be had there: else it would be taken for the job called files."""
    raise HTTPException(405)


@router.get("/jobs/{id}", response_model=JobState)
def get_job(id: Id, desk: AtDesk, caller: Caller) -> Any:
    """How far a job of the caller's is, and what became of it."""
    with desk.database.reading() as session:
        job = jobs.find(session, id)
    check_sees(caller, job.author, (), "job")
    return job


@router.post("/jobs/{id}/stop", response_model=JobState)
def stop_job(id: Id, desk: AtDesk, caller: Caller) -> Any:
    """Stop a job of the caller's; what has been read stays in the archive."""
    with desk.database.reading() as session:
        check_sees(caller, jobs.find(session, id).author, (), "job")
    desk.database.write(lambda s: jobs.stop(s, id))
    with desk.database.reading() as session:
        return jobs.find(session, id)


@router.post("/jobs", response_model=JobState, status_code=202)
def read(request: Request, response: Response, new: NewJob, desk: AtDesk, caller: Caller) -> Any:
    """Have a text or an address read and added to the archive."""
    if bool(new.text and new.text.strip()) == bool(new.url):
        raise UnfitError("Give either a text or an address.")
    asked = {key: value or "" for key, value in new.model_dump().items()}
    return _asked(request, response, desk, caller.name, asked, [])


@router.post("/jobs/files", response_model=JobState, status_code=202)
async def read_files(
    request: Request,
    response: Response,
    desk: AtDesk,
    caller: Caller,
    files: Annotated[list[UploadFile], File(min_length=1, max_length=1000)],
) -> Any:
    """Have files read and added to the archive; what is packed is unpacked."""
    from starlette.concurrency import run_in_threadpool

    kept, size = [], 0
    for file in files:
        data = await file.read()
        size += len(data)
        if size > desk.configuration.largest:
            raise TooLargeUploadError(desk.configuration.largest)
        kept.append((file.filename or "file", data))
    return await run_in_threadpool(_asked, request, response, desk, caller.name, {}, kept)


def _asked(
    request: Request,
    response: Response,
    desk: Any,
    author: str,
    asked: dict[str, str],
    files: list[tuple[str, bytes]],
) -> jobs.Ticket:
    id = desk.database.write(lambda s: jobs.ask(s, "read", asked, author, files))
    request.app.state.worker.call()
    response.headers["Location"] = f"/api/v1/jobs/{id}"
    with desk.database.reading() as session:
        return jobs.find(session, id)
