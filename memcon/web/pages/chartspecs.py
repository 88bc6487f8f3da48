"""Charts as Vega-Lite specifications: data and drawing in one, for `static/chart.js`.

Colours are those of Okabe and Ito (2008), which are told apart without red and green; the two signs
differ in lightness as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memcon.web.holdings.times import Period

POSITIVE, NEGATIVE, OTHER = "#0072b2", "#d55e00", "#8a8a8a"


def times_chart(times: Sequence[Period], title: str) -> dict[str, Any]:
    """Statements by month or year, parted by the sides that they take."""
    values = []
    for t in times:
        # A statement with stances of both signs is counted with both; the rest is never less than 0.
        rest = max(0, t.statements - t.positive - t.negative)
        values += [
            {"period": t.period, "stance": stance, "order": n, "statements": count}
            for n, (stance, count) in enumerate(
                (("positive", t.positive), ("neither", rest), ("negative", t.negative))
            )
        ]
    years = all(len(t.period) == 4 for t in times)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": title,
        "width": "container",
        "height": 220,
        "data": {"values": values},
        # Few bars as wide as the page would look like walls.
        "mark": {"type": "bar", **({"width": 56} if len(times) < 8 else {})},
        "encoding": {
            "x": {
                "field": "period", "type": "ordinal", "title": "Year" if years else "Month",
                "axis": {"labelAngle": 0, "labelOverlap": "greedy"},
            },
            "y": {"aggregate": "sum", "field": "statements", "type": "quantitative",
                  "title": "Statements", "axis": {"tickMinStep": 1}},
            "color": {
                "field": "stance", "type": "nominal", "title": "Stance",
                "scale": {"domain": ["positive", "neither", "negative"],
                          "range": [POSITIVE, OTHER, NEGATIVE]},
                "legend": {"orient": "top"},
            },
            "order": {"field": "order", "type": "ordinal"},
            "tooltip": [
                {"field": "period", "type": "nominal", "title": "Period"},
                {"field": "stance", "type": "nominal", "title": "Stance"},
                {"field": "statements", "type": "quantitative", "title": "Statements"},
            ],
        },
    }  # fmt: skip
