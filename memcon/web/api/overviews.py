"""Overviews: actors, times, ties, topics, comparisons."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from memcon.web.accounts.visitors import AtDesk
from memcon.web.api.answers import (
    ActorLine,
    Listing,
    Me,
    PeriodLine,
    StandingLine,
    TieLine,
    TopicLine,
    WholeActor,
)
from memcon.web.api.asking import Caller, Day, InPart, listing, unless_known
from memcon.web.errors import UnfitError
from memcon.web.holdings.actors import find_actor, list_actors, stances_given, stances_received
from memcon.web.holdings.network import network
from memcon.web.holdings.times import timeline
from memcon.web.holdings.topics import topics

router = APIRouter(tags=["overviews"])
Words = Annotated[str, Query(max_length=300)]


@router.get("/me", response_model=Me)
def me(caller: Caller) -> Any:
    """Who asks."""
    return Me(name=caller.name, role=caller.role)


@router.get("/actors", response_model=Listing[ActorLine])
def actors(request: Request, desk: AtDesk, caller: Caller, part: InPart, q: Words = "") -> Response:
    """Those who speak, the most statements first."""
    with desk.database.reading() as session:
        found, total = list_actors(session, q, limit=part.limit, offset=part.offset)
    lines = [ActorLine(identity=a, name=b, kind=c, statements=d) for a, b, c, d in found]
    return unless_known(request, Listing[ActorLine](**listing(request, part, lines, total)))


@router.get("/actors/{identity}", response_model=WholeActor)
def actor(
    request: Request, identity: Annotated[str, Path(max_length=300)], desk: AtDesk, caller: Caller
) -> Response:
    """An actor, `person:ana quill` or `state:IS`, over all documents."""
    with desk.database.reading() as session:
        who = find_actor(session, identity)
        given, received = stances_given(session, identity), stances_received(session, identity)
    made = WholeActor(
        **asdict(who),
        given=[StandingLine.model_validate(s) for s in given],
        received=[StandingLine.model_validate(s) for s in received],
    )
    return unless_known(request, made)


@router.get("/timeline", response_model=list[PeriodLine])
def times(
    desk: AtDesk,
    caller: Caller,
    speaker: Words = "",
    topic: Words = "",
    since: Day = "",
    until: Day = "",
) -> list[Any]:
    """Statements by month; by year over a long time. `speaker` and `topic` are identities."""
    with desk.database.reading() as session:
        return list(timeline(session, speaker=speaker, topic=topic, since=since, until=until))


@router.get("/network", response_model=list[TieLine])
def ties(
    desk: AtDesk, caller: Caller, actor: Words = "", since: Day = "", until: Day = "",
    most: Annotated[int, Query(ge=1, le=1000)] = 150,
) -> list[Any]:  # fmt: skip
    """Who takes a stance towards whom, the most statements first."""
    with desk.database.reading() as session:
        return list(network(session, actor=actor, since=since, until=until, most=most))


@router.get("/topics", response_model=Listing[TopicLine])
def subjects(
    request: Request, desk: AtDesk, caller: Caller, part: InPart, q: Words = ""
) -> Response:
    """What is spoken of, the most statements first."""
    with desk.database.reading() as session:
        found, total = topics(session, q, limit=part.limit, offset=part.offset)
    lines = [TopicLine.model_validate(topic) for topic in found]
    return unless_known(request, Listing[TopicLine](**listing(request, part, lines, total)))


@router.get("/comparison", response_model=dict[str, Any])
def comparison(
    desk: AtDesk,
    caller: Caller,
    text: Annotated[list[str], Query(min_length=2, max_length=6, description="Digests of texts.")],
) -> Any:
    """Two to six accounts of one meeting compared, as `memcon compare --format json` gives it."""
    digests = tuple(dict.fromkeys(desk.digest(given) for given in text))
    if len(digests) < 2:
        raise UnfitError("The digests are of one text; name another.")
    found, _ = desk.compared(digests)
    return json.loads(found.to_json())
