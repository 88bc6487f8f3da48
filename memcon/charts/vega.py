"""Charts as Vega-Lite 6 (vega.github.io): specifications with their data, as plain dicts.

The networks are in `memcon.charts.vega_network`.
"""

from __future__ import annotations

from typing import Any

from memcon.charts.timeline import Timeline, busiest
from memcon.charts.topics import Topics
from memcon.report.visible import line

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
Spec = dict[str, Any]


def timeline_chart(timeline: Timeline, *, dyads: int = 8) -> Spec:
    """A panel for each of the busiest dyads: bars of statements, a line of the score over them."""
    shown = busiest(timeline, dyads)
    values = [
        {"dyad": _dyad(p.source.name, p.target.name), "period": p.period.isoformat(),
         "statements": p.statements, "positive": p.positive, "negative": p.negative,
         "events": p.events, "score": p.score}
        for p in timeline.points if (p.source, p.target) in shown
    ]  # fmt: skip
    time = {"field": "period", "type": "temporal", "scale": {"type": "utc"}, "title": None}
    bars: Spec = {
        "mark": {"type": "bar", "color": "#9db8cf"},
        "encoding": {
            "x": time,
            "y": {
                "field": "statements",
                "type": "quantitative",
                "title": "statements",
                "axis": {"tickMinStep": 1, "format": "d"},
            },
            "tooltip": [field(name) for name in ("period", "statements", "positive", "negative")],
        },
    }
    score = {
        "transform": [{"filter": "isValid(datum.score)"}],
        "mark": {"type": "line", "point": True, "color": "#333"},
        "encoding": {
            "x": time,
            "y": {"field": "score", "type": "quantitative", "scale": {"domain": [-10, 10]},
                  "title": "conflict – cooperation"},
            "tooltip": [field(name) for name in ("period", "events", "score")],
        },
    }  # fmt: skip
    # A facet of layers with scales of their own is more than Vega-Lite 6 can compile.
    panels = [
        {"title": {"text": name, "anchor": "start"}, "width": 640, "height": 90,
         "transform": [{"filter": {"field": "dyad", "equal": name}}], "layer": [bars, score],
         "resolve": {"scale": {"y": "independent"}}}
        for name in [_dyad(a.name, b.name) for a, b in shown] or [""]
    ]  # fmt: skip
    return _spec(values, vconcat=panels, resolve={"scale": {"x": "shared"}})


def topics_chart(topics: Topics) -> Spec:
    """Statements of each topic over time, one above the other."""
    values = [
        {"topic": line(s.topic), "period": s.period.isoformat(), "statements": s.statements,
         "documents": s.documents}
        for s in topics.shares
    ]  # fmt: skip
    return _spec(
        values,
        width=640,
        height=320,
        mark="bar",
        encoding={
            "x": {"field": "period", "type": "temporal", "scale": {"type": "utc"}, "title": None},
            "y": {"field": "statements", "type": "quantitative",
                  "axis": {"tickMinStep": 1, "format": "d"}},
            "color": {"field": "topic", "type": "nominal", "scale": {"scheme": "tableau20"},
                      "sort": [line(topic) for topic in topics.topics]},
            "tooltip": [field(n) for n in ("topic", "period", "statements", "documents")],
        },
    )  # fmt: skip


def _dyad(source: str, target: str) -> str:
    return f"{line(source)} → {line(target)}"


def field(name: str) -> Spec:
    """A field, as tooltips list them."""
    return {"field": name}


def _spec(values: list[Spec], **rest: Any) -> Spec:
    return {"$schema": SCHEMA, "data": {"values": values}, **rest}
