"""Comparing: accounts of one meeting in columns, chosen by hand or by what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from memcon.report.visible import line
from memcon.web.accounts.visitors import AtDesk, Reader
from memcon.web.desk import SHORT
from memcon.web.errors import UnfitError
from memcon.web.holdings.documents import list_texts, texts_of
from memcon.web.holdings.meetings import other_accounts
from memcon.web.pages.downloads import download
from memcon.web.pages.rendering import page

if TYPE_CHECKING:
    from memcon.comparison import Comparison

router = APIRouter(include_in_schema=False)
#: Accounts beside each other that a screen can still show.
_MOST = 4
Texts = Annotated[list[str], Query(default_factory=list, max_length=20)]


@router.get("/compare")
def compare(request: Request, desk: AtDesk, visitor: Reader, text: Texts, q: str = "") -> Response:
    """The accounts in columns; the choice of them, as long as there are not two."""
    digests = tuple(dict.fromkeys(desk.digest(given) for given in text if given))
    if len(digests) > _MOST:
        raise UnfitError(f"At most {_MOST} accounts are compared on a page; use memcon compare.")
    if len(digests) < 2:
        with desk.database.reading() as session:
            first = texts_of(session, list(digests)).get(digests[0]) if digests else None
            others = other_accounts(session, digests[0]) if digests else []
            offered, total = list_texts(session, q, limit=25)
        return page(
            request, "compare_choice.html.j2", first=first, others=others, offered=offered, q=q,
            total=total,
        )  # fmt: skip
    from memcon.comparison import layout

    comparison, records = desk.compared(digests)
    sections = [
        (layout.FACTS, layout.fact_rows(comparison)),
        (layout.SAID, layout.said_rows(comparison)),
        (layout.WORDS, layout.naming_rows(comparison)),
    ]
    return page(
        request, "compare.html.j2", comparison=comparison, records=records, sections=sections,
        titles=_titles(comparison), said=layout.SAID, emphasis=layout.EMPHASIS,
        shares=layout.shares(comparison),
        nothing=layout.NOTHING, digests=digests,
        shorts=[sha256[:SHORT] for sha256 in digests],
    )  # fmt: skip


@router.get("/compare.{format}")
def compare_download(
    format: Literal["json", "csv", "html", "md"], desk: AtDesk, visitor: Reader, text: Texts
) -> Response:
    """The comparison in a format of `memcon compare`."""
    digests = tuple(dict.fromkeys(desk.digest(given) for given in text if given))
    if not 2 <= len(digests) <= _MOST:
        raise UnfitError(f"Name two to {_MOST} documents.")
    from memcon.comparison.views import render

    comparison, records = desk.compared(digests)
    return download(render(comparison, records, format), "comparison", format)


def _titles(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Letter, title (or name) and date of each account."""
    from memcon.comparison.summary import letters_of

    letters = letters_of(len(comparison.accounts))
    return [
        (letter, line(account.title or account.name), line(account.date or ""))
        for letter, account in zip(letters, comparison.accounts, strict=True)
    ]
