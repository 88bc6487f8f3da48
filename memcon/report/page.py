"""The report as one self-contained HTML page: the text with its attributions, the list beside it.

The page asks nothing of any network and, by its Content-Security-Policy, cannot: only the style and
the script whose SHA-256 the policy names are run. It reads without JavaScript; the script adds
lighting up, a filter and keys. Words of the document reach it through Jinja's escaping alone.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from memcon.record import Record
from memcon.report.actors import portraits
from memcon.report.events import EVENTS, events_told
from memcon.report.matters import about
from memcon.report.meaning import POLARITY
from memcon.report.meeting import MEETING, meeting_facts
from memcon.report.outline import LOW_CONFIDENCE, counts, description, outline
from memcon.report.pieces import ROLES, pieces
from memcon.report.standing import COLUMNS, STANDING, standing
from memcon.report.visible import line, visible

#: Contents nested deeper than this share one tint.
DEEPEST_TINT = 4


def page(record: Record) -> str:
    """The page, as text to be written in UTF-8."""
    style, script = _asset("page.css"), _asset("page.js")
    document = record.document
    # Any other scheme (javascript:, data:) could act when clicked.
    url = document.url if (document.url or "").startswith(("https://", "http://")) else None
    return _template().render(
        title=line(document.title or document.name),
        description=description(record),
        counts=counts(record),
        meeting=MEETING,
        facts=meeting_facts(record),
        url=line(url) if url else None,
        lines=[(n, row) for n, row in enumerate(pieces(record), start=1)],
        groups=outline(record),
        about=about,
        standing=STANDING,
        rows=standing(record),
        columns=[POLARITY[column] for column in COLUMNS],
        events=EVENTS,
        told=events_told(record),
        people=portraits(record),
        labels=[
            line(a.id) + ("?" if a.confidence < LOW_CONFIDENCE else "") for a in record.attributions
        ],
        record=record,
        roles=ROLES,
        deepest=DEEPEST_TINT,
        # Safe to leave unescaped: both are files of this package.
        style=Markup(style),  # noqa: S704 (a file of this package)
        script=Markup(script),  # noqa: S704 (a file of this package)
        policy=_policy(style, script),
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("memcon.report").joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["visible"] = visible
    return environment.from_string(_asset("page.html.j2"))
