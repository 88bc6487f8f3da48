"""The two networks of `memcon network`, in all their forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.charts import terminal, vega_network
from memcon.charts.discourse import Aggregation, Bond, Normalisation, discourse
from memcon.charts.measures import measured
from memcon.charts.network import Edge, edges, nodes
from memcon.charts.part import Part
from memcon.charts.positions import positions
from memcon.cli.charting import Chart


def speaking(parts: Iterable[Part], measure: str | None, most: int) -> Chart:
    """Who speaks of whom.

    :param measure: to rank the actors by; None for the edges.
    :param most: rows of each table on a terminal.
    """
    made = edges(parts)
    chart = Chart(
        title="Who speaks of whom",
        empty=not made,
        tables=lambda: [
            terminal.network_table(made, count=most),
            terminal.nodes_table(nodes(made), count=most),
        ],
        columns=(
            "source", "source_kind", "target", "target_kind", "statements", "positive", "neutral",
            "negative", "sign", "documents", "first", "last",
        ),
        rows=lambda: (
            (e.source.name, e.source.kind, e.target.name, e.target.kind, e.statements, e.positive,
             e.neutral, e.negative, e.sign, e.documents, e.first, e.last)
            for e in made
        ),
        spec=lambda: vega_network.network_chart(made),
    )  # fmt: skip
    return _ranked(chart, made, measure, most) if measure else chart


def agreeing(
    parts: Iterable[Part],
    aggregation: Aggregation,
    normalisation: Normalisation,
    measure: str | None,
    most: int,
) -> Chart:
    """Who agrees with whom, or differs; see `memcon.charts.discourse`."""
    made = discourse(positions(parts), aggregation, normalisation)
    chart = Chart(
        title=f"Who agrees with whom ({aggregation})",
        empty=not made,
        tables=lambda: [terminal.bonds_table(made, count=most)],
        columns=("one", "one_kind", "other", "other_kind", "weight"),
        rows=lambda: ((b.one.name, b.one.kind, b.other.name, b.other.kind, b.weight) for b in made),
        spec=lambda: vega_network.discourse_chart(made),
    )
    return _ranked(chart, made, measure, most) if measure else chart


def _ranked(chart: Chart, lines: Sequence[Edge] | Sequence[Bond], measure: str, most: int) -> Chart:
    """The chart with its actors ranked where it was a table."""
    found = measured(lines, measure)
    return replace(
        chart,
        empty=not found,
        tables=lambda: [terminal.measures_table(found, measure, count=most)],
        columns=("actor", "kind", "country", measure),
        rows=lambda: ((m.party.name, m.party.kind, m.party.country, m.value) for m in found),
    )
