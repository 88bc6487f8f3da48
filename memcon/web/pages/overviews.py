"""Overviews of the archive: times, network, topics."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from memcon.web.accounts.visitors import AtDesk, Reader
from memcon.web.errors import UnfitError
from memcon.web.holdings.actors import list_actors
from memcon.web.holdings.network import Tie, network
from memcon.web.holdings.times import timeline
from memcon.web.holdings.topics import topics
from memcon.web.pages.chartspecs import times_chart
from memcon.web.pages.downloads import table
from memcon.web.pages.paging import Page, paged
from memcon.web.pages.rendering import page

router = APIRouter(include_in_schema=False)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Given = Annotated[str, Query(max_length=300)]
Format = Literal["csv", "json"]
_TIMES = ("period", "statements", "documents", "positive", "negative")
_TIES = ("source", "source_name", "target", "target_name", "positive", "neutral", "negative")
_TOPICS = ("identity", "name", "statements", "documents", "speakers", "first", "last")
_MOST = 1_000


def bounds(since: Given = "", until: Given = "") -> dict[str, str]:
    """First and last day.

    :raises UnfitError: if one is no date.
    """
    for given in (since, until):
        if given and not _DATE.fullmatch(given):
            raise UnfitError(f"{given} is no date; write 2015, 2015-11 or 2015-11-30.")
    return {"since": since, "until": until}


Bounds = Annotated[dict[str, str], Depends(bounds)]


@router.get("/timeline")
def times(
    request: Request,
    desk: AtDesk,
    visitor: Reader,
    days: Bounds,
    speaker: Given = "",
    topic: Given = "",
) -> Response:
    """Statements over time."""
    key = ("times", speaker, topic, *days.values())
    found = desk.counted(key, lambda s: timeline(s, speaker=speaker, topic=topic, **days))
    speakers, _ = desk.counted("speakers", lambda s: list_actors(s, limit=100))
    subjects, _ = desk.counted("subjects", lambda s: topics(s, limit=100))
    return page(
        request, "timeline.html.j2", times=found, speakers=speakers, subjects=subjects,
        speaker=speaker, topic=topic, days=days,
        chart=times_chart(found, "Statements by month") if found else None,
    )  # fmt: skip


@router.get("/timeline.{format}")
def times_table(
    format: Format,
    desk: AtDesk,
    visitor: Reader,
    days: Bounds,
    speaker: Given = "",
    topic: Given = "",
) -> Response:
    """The same as a table."""
    with desk.database.reading() as session:
        found = timeline(session, speaker=speaker, topic=topic, **days)
    return table([asdict(t) for t in found], _TIMES, "timeline", format)


@router.get("/network")
def ties(
    request: Request, desk: AtDesk, visitor: Reader, days: Bounds, actor: Given = ""
) -> Response:
    """Who takes a stance towards whom."""
    key = ("network", actor, *days.values())
    found = desk.counted(
        key, lambda s: network(s, actor=actor, since=days["since"], until=days["until"])
    )
    speakers, _ = desk.counted("speakers", lambda s: list_actors(s, limit=100))
    return page(
        request, "network.html.j2", ties=found, graph=_graph(found), speakers=speakers, actor=actor,
        days=days,
    )  # fmt: skip


@router.get("/network.{format}")
def ties_table(
    format: Format, desk: AtDesk, visitor: Reader, days: Bounds, actor: Given = ""
) -> Response:
    """The same as a table."""
    with desk.database.reading() as session:
        found = network(session, actor=actor, since=days["since"], until=days["until"], most=_MOST)
    return table([asdict(t) for t in found], _TIES, "network", format)


@router.get("/topics")
def subjects(
    request: Request,
    desk: AtDesk,
    visitor: Reader,
    at: Annotated[Page, Depends(paged)],
    q: Given = "",
) -> Response:
    """What is spoken of."""
    found, total = desk.counted(
        ("topics", q, at), lambda s: topics(s, q, limit=at.size, offset=at.offset)
    )
    return page(request, "topics.html.j2", found=found, total=total, q=q, at=at)


@router.get("/topics.{format}")
def subjects_table(format: Format, desk: AtDesk, visitor: Reader, q: Given = "") -> Response:
    """The same as a table."""
    with desk.database.reading() as session:
        found, _ = topics(session, q, limit=_MOST)
    return table([asdict(t) for t in found], _TOPICS, "topics", format)


def _graph(ties: list[Tie]) -> dict[str, Any]:
    """Nodes and edges as `static/network.js` draws them."""
    weight: dict[str, int] = {}
    names: dict[str, str] = {}
    for tie in ties:
        for key, name in ((tie.source, tie.source_name), (tie.target, tie.target_name)):
            names[key] = name
            weight[key] = weight.get(key, 0) + tie.statements
    return {
        "nodes": [{"id": key, "name": names[key], "weight": weight[key]} for key in names],
        "edges": [
            {
                "source": t.source, "target": t.target, "statements": t.statements,
                "sign": round(t.sign, 3), "positive": t.positive, "negative": t.negative,
            }
            for t in ties
        ],
    }  # fmt: skip
