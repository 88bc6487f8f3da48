"""Actors: the list, and one with what it says, and how it and others stand to each other."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from memcon.archive.hits import load_hits
from memcon.web.accounts.visitors import AtDesk, Reader
from memcon.web.holdings.actors import (
    find_actor,
    list_actors,
    stances_given,
    stances_received,
    statements_by,
)
from memcon.web.holdings.times import timeline
from memcon.web.pages.chartspecs import times_chart
from memcon.web.pages.downloads import table
from memcon.web.pages.paging import Page, paged
from memcon.web.pages.rendering import page
from memcon.web.pages.search import COLUMNS, row_of

router = APIRouter(include_in_schema=False, prefix="/actors")
_MOST = 1_000


@router.get("")
def actors(
    request: Request,
    desk: AtDesk,
    visitor: Reader,
    at: Annotated[Page, Depends(paged)],
    q: str = "",
) -> Response:
    """Those who speak, the most statements first."""
    found, total = desk.counted(
        ("actors", q, at), lambda s: list_actors(s, q, limit=at.size, offset=at.offset)
    )
    return page(request, "actors.html.j2", found=found, total=total, q=q, at=at)


@router.get("/{identity}")
def actor(
    request: Request,
    identity: str,
    desk: AtDesk,
    visitor: Reader,
    at: Annotated[Page, Depends(paged)],
) -> Response:
    """One actor."""
    with desk.database.reading() as session:
        who = find_actor(session, identity)
        ids = statements_by(session, identity, limit=at.size, offset=at.offset)
        hits = load_hits(session, [(id, True, None) for id in ids])
        given, received = stances_given(session, identity), stances_received(session, identity)
        times = timeline(session, speaker=identity)
    return page(
        request, "actor.html.j2", who=who, hits=hits, given=given, received=received, at=at,
        times=times, chart=times_chart(times, f"Statements of {who.name} by month") if times else None,
    )  # fmt: skip


@router.get("/{identity}/statements.{format}")
def statements(
    identity: str, format: Literal["csv", "json"], desk: AtDesk, visitor: Reader
) -> Response:
    """The statements of an actor, at most 1,000."""
    with desk.database.reading() as session:
        who = find_actor(session, identity)
        ids = statements_by(session, identity, limit=_MOST, offset=0)
        hits = load_hits(session, [(id, True, None) for id in ids])
    return table([row_of(hit) for hit in hits], COLUMNS, f"statements-{who.name}", format)


@router.get("/{identity}/stances.{format}")
def stances(
    identity: str, format: Literal["csv", "json"], desk: AtDesk, visitor: Reader
) -> Response:
    """How the actor stands towards others, and others towards the actor."""
    with desk.database.reading() as session:
        who = find_actor(session, identity)
        rows = [{"direction": "given", **asdict(s)} for s in stances_given(session, identity)]
        rows += [
            {"direction": "received", **asdict(s)} for s in stances_received(session, identity)
        ]
    columns = ("direction", "identity", "name", "positive", "neutral", "negative")
    return table(rows, columns, f"stances-{who.name}", format)
