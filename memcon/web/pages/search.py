"""Search: words and facets, counts beside them, searches that are kept."""

from __future__ import annotations

import re
from dataclasses import asdict, fields
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from markupsafe import Markup, escape
from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive import Hit, Query, QueryError, Results
from memcon.archive.terms import stems
from memcon.registry.judgements import now
from memcon.report.visible import line
from memcon.web.accounts.visitors import AtDesk, Posted, Reader, field
from memcon.web.errors import UnfitError
from memcon.web.numbers import row_id
from memcon.web.pages.downloads import table
from memcon.web.pages.paging import Page, paged
from memcon.web.pages.rendering import address, page, to
from memcon.web.store.tables import Search

router = APIRouter(include_in_schema=False, prefix="/search")
#: Parts of a question in the order of the form, as `Query` calls them.
PARTS = tuple(part.name for part in fields(Query))
#: Hits that a download has at most.
_MOST = 1_000
_WORD = re.compile(r"\w+")
_LONGEST = 500
COLUMNS = (
    "id", "date", "title", "publisher", "url", "speaker", "addressee", "act", "stances", "topics",
    "type", "words", "confidence", "url_claimed",
)  # fmt: skip


def asked(request: Request) -> dict[str, str]:
    """What is asked for, without what is left empty."""
    given = {"words": request.query_params.get("q", "")}
    given |= {part: request.query_params.get(part, "") for part in PARTS if part != "words"}
    return {part: value.strip()[:_LONGEST] for part, value in given.items() if value.strip()}


Asked = Annotated[dict[str, str], Depends(asked)]


def question(given: dict[str, str]) -> Query:
    """The question.

    :raises UnfitError: if a stance is none.
    """
    if given.get("stance", "positive") not in ("positive", "neutral", "negative"):
        raise UnfitError("A stance is positive, neutral or negative.")
    return Query(**given)  # type: ignore[arg-type]


@router.get("")
def search(
    request: Request,
    desk: AtDesk,
    visitor: Reader,
    given: Asked,
    at: Annotated[Page, Depends(paged)],
) -> Response:
    """The form, what is found, and by what it can be narrowed down."""
    results: Results | None = None
    problem = ""
    try:
        results = desk.archive.search(question(given), limit=at.size, offset=at.offset)
    except (QueryError, UnfitError) as error:
        problem = str(error)
    with desk.database.reading() as session:
        kept = session.scalars(
            select(Search).where(Search.author == visitor.name).order_by(Search.name)
        ).all()
    return page(
        request, "search.html.j2", given=given, results=results, problem=problem, at=at, kept=kept,
        narrow=set(given) - {"words"},
        narrowed=lambda name, value: narrowed(given, name, value),
        without=lambda *names: link({k: v for k, v in given.items() if k not in names}),
        query=link(given).partition("?")[2], marked=_marker(given.get("words", "")),
    )  # fmt: skip


@router.get("/results.{format}")
def results_table(
    format: Literal["csv", "json"], desk: AtDesk, visitor: Reader, given: Asked
) -> Response:
    """What is found, at most 1,000 statements."""
    try:
        found = desk.archive.search(question(given), limit=_MOST)
    except QueryError as error:
        raise UnfitError(str(error)) from error
    return table([row_of(hit) for hit in found.hits], COLUMNS, "search", format)


@router.post("/kept")
def keep(request: Request, form: Posted, desk: AtDesk, visitor: Reader) -> Response:
    """Keep a search under a name, or let one go."""
    name, query = line(field(form, "name"))[:100], field(form, "query")[:4000]
    gone = field(form, "gone")

    def change(session: Session) -> None:
        if gone:
            row = session.get(Search, row_id(gone) or 0)
            if row is not None and row.author == visitor.name:
                session.delete(row)
            return
        if not name:
            raise UnfitError("Give the search a name.")
        row = session.scalar(
            select(Search).where(Search.author == visitor.name, Search.name == name)
        )
        if row is None:
            session.add(Search(author=visitor.name, name=name, asked=query, added=now()))
        else:
            row.asked = query

    desk.database.write(change)
    return to("/search" + (f"?{query}" if query else ""))


def row_of(hit: Hit) -> dict[str, Any]:
    """A hit as tables and the API have it."""
    row = asdict(hit)
    row["stances"] = [f"{name}: {polarity:+d}" for name, polarity in hit.stances]
    row["spans"] = [list(span) for span in hit.spans]
    return row


def link(given: dict[str, str]) -> str:
    """The address of a search."""
    return address("/search", **{"q" if k == "words" else k: v for k, v in given.items()})


def narrowed(given: dict[str, str], name: str, value: str) -> str:
    """The address of the search with a facet more."""
    if name == "year":
        return link({**given, "since": value, "until": value})
    return link({**given, name: value})


def _marker(words: str) -> Any:
    """Marks the words that were looked for, in any form."""
    wanted = set(stems(words.replace("*", " ")))

    def marked(text: str) -> Markup:
        shown = line(text)
        if not wanted:
            return escape(shown)
        out, at = [], 0
        for match in _WORD.finditer(shown):
            if wanted.intersection(stems(match[0])):
                out += [
                    escape(shown[at : match.start()]),
                    Markup("<mark>{}</mark>").format(match[0]),
                ]
                at = match.end()
        return Markup("").join([*out, escape(shown[at:])])

    return marked
