"""Away: what is told when the database does not answer, and to those who watch over the server."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response
from sqlalchemy import text
from sqlalchemy.exc import InterfaceError, OperationalError

from memcon.archive.errors import ConnectionLostError
from memcon.web.accounts.visitors import AtDesk

router = APIRouter(include_in_schema=False)
#: Seconds after which to ask again.
AFTER = 30
AWAY = "The database does not answer; try again in half a minute."


def away(error: BaseException) -> bool:
    """Whether an error means that the database does not answer, told by the archive or the driver."""
    return isinstance(error, ConnectionLostError | OperationalError | InterfaceError) or isinstance(
        error.__cause__, OperationalError | InterfaceError
    )


def _answers(desk: AtDesk) -> bool:
    try:
        with desk.database.reading() as session:
            session.execute(text("SELECT 1"))
    except Exception as error:
        if not away(error):
            raise
        return False
    return True


@router.get("/healthy")
def healthy(desk: AtDesk) -> Response:
    """Whether the server runs, which it also does without its database; that is told."""
    return PlainTextResponse("yes\n" if _answers(desk) else f"yes, but: {AWAY}\n")


@router.get("/ready")
def ready(desk: AtDesk) -> Response:
    """Whether requests can be answered."""
    if _answers(desk):
        return PlainTextResponse("yes\n")
    return PlainTextResponse(f"{AWAY}\n", 503, {"Retry-After": str(AFTER)})
