"""Statements: searched, and those that wait for review."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from memcon.archive import Hit, QueryError
from memcon.archive import Query as Question
from memcon.web.accounts.visitors import AtDesk
from memcon.web.api.answers import FacetCounts, Found, Listing, Statement, WaitingLine
from memcon.web.api.asking import Caller, Day, InPart, ReviewingCaller, listing, unless_known
from memcon.web.errors import UnfitError
from memcon.web.review.queue import queue

router = APIRouter(tags=["statements"])
Words = Annotated[str, Query(max_length=500)]


@router.get("/statements", response_model=Found)
def search(
    request: Request,
    desk: AtDesk,
    caller: Caller,
    part: InPart,
    q: Words = "",
    speaker: Words = "",
    about: Words = "",
    addressee: Words = "",
    stance: Literal["negative", "neutral", "positive"] | None = None,
    act: Words = "",
    speech_act: Words = "",
    topic: Words = "",
    type: Words = "",
    publisher: Words = "",
    genre: Words = "",
    since: Day = "",
    until: Day = "",
    meaning: bool = True,
) -> Response:
    """Find statements by words, by meaning, and by what they are."""
    asked = Question(
        words=q, speaker=speaker, about=about, addressee=addressee, stance=stance, act=act,
        speech_act=speech_act, topic=topic, type=type, publisher=publisher, genre=genre, since=since,
        until=until,
    )  # fmt: skip
    try:
        found = desk.archive.search(asked, limit=part.limit, offset=part.offset, meaning=meaning)
    except QueryError as error:
        raise UnfitError(str(error)) from error
    made = Found(
        **listing(request, part, [statement(hit) for hit in found.hits], found.total),
        more=found.more,
        facets=[FacetCounts.model_validate(facet) for facet in found.facets],
    )
    return unless_known(request, made)


@router.get("/review/queue", response_model=Listing[WaitingLine])
def waiting(request: Request, desk: AtDesk, caller: ReviewingCaller, part: InPart) -> Any:
    """Statements that nobody has looked at, the most doubtful first."""
    with desk.database.reading() as session:
        found, total = queue(session, limit=part.limit, offset=part.offset)
    lines = [WaitingLine(statement=statement(w.hit), coded_apart=w.coded_apart) for w in found]
    return listing(request, part, lines, total)


def statement(hit: Hit) -> Statement:
    """A hit as the API gives it."""
    return Statement.model_validate(asdict(hit))
