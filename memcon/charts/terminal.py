"""Charts for a terminal, as Rich's tables: they fit its width, and can be copied as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from memcon.charts.discourse import Bond
from memcon.charts.measures import Measured
from memcon.charts.network import Edge, Node
from memcon.charts.periods import Period, through
from memcon.charts.timeline import Timeline, busiest
from memcon.charts.topics import Topics
from memcon.report.visible import line

#: Heights of a bar of one character; a period without anything is a dot.
BARS = "▁▂▃▄▅▆▇█"
NOTHING = "·"


def timeline_table(timeline: Timeline, *, dyads: int = 12, columns: int = 36) -> Table:
    """A row for each of the busiest dyads: its statements as a line of bars, sums and score.

    :param columns: of the bars at most; more periods than that share a bar.
    """
    table = _table("speaks of", "", "statements", "for", "against", "events", "score")
    ends = _ends([point.period for point in timeline.points])
    if ends:
        table.columns[1].header = _span(ends, timeline.period)
    for source, target in busiest(timeline, dyads):
        points = [p for p in timeline.points if (p.source, p.target) == (source, target)]
        counts = {p.period: p.statements for p in points}
        scores = [(p.score, p.events) for p in points if p.score is not None]
        weight = sum(events for _, events in scores)
        mean = sum(score * events for score, events in scores) / weight if weight else None
        table.add_row(
            Text(f"{line(source.name)} → {line(target.name)}"),
            Text(bars(counts, ends, timeline.period, columns)),
            *(str(sum(getattr(p, what) for p in points))
              for what in ("statements", "positive", "negative", "events")),
            "" if mean is None else f"{mean:+.1f}",
        )  # fmt: skip
    return table


def topics_table(topics: Topics, *, columns: int = 36) -> Table:
    """A row for each topic: its statements over time as a line of bars, and their sum."""
    table = _table("topic", "", "statements")
    ends = _ends([share.period for share in topics.shares])
    if ends:
        table.columns[1].header = _span(ends, topics.period)
    for topic in topics.topics:
        counts = {s.period: s.statements for s in topics.shares if s.topic == topic}
        drawn = bars(counts, ends, topics.period, columns)
        table.add_row(Text(line(topic)), Text(drawn), str(sum(counts.values())))
    return table


def network_table(edges: Sequence[Edge], *, count: int = 20) -> Table:
    """A row for each of the edges that most statements make: a bar from against to for."""
    table = _table("speaks of", "against  for", "statements", "for", "neither", "against")
    for edge in edges[:count]:
        table.add_row(
            Text(f"{line(edge.source.name)} → {line(edge.target.name)}"), Text(signed(edge.sign)),
            str(edge.statements), str(edge.positive), str(edge.neutral), str(edge.negative),
        )  # fmt: skip
    return table


def nodes_table(nodes: Sequence[Node], *, count: int = 20) -> Table:
    """A row for each of the most central actors."""
    table = _table("actor", "kind", "speaks", "spoken of", "sign", "PageRank", "betweenness")
    table.columns[1].justify = "left"
    for node in nodes[:count]:
        table.add_row(
            Text(line(node.party.name)), node.party.kind, str(node.speaks), str(node.spoken_of),
            f"{node.sign:+.2f}", f"{node.pagerank:.3f}", f"{node.betweenness:.3f}",
        )  # fmt: skip
    return table


def bonds_table(bonds: Sequence[Bond], *, count: int = 20) -> Table:
    """A row for each of the strongest bonds: a bar from differing to agreeing."""
    table = _table("actors", "differ  agree", "weight")
    top = max((abs(bond.weight) for bond in bonds), default=1)
    for bond in bonds[:count]:
        table.add_row(
            Text(f"{line(bond.one.name)} – {line(bond.other.name)}"),
            Text(signed(bond.weight / top)), f"{bond.weight:+.3f}",
        )  # fmt: skip
    return table


def measures_table(found: Sequence[Measured], measure: str, *, count: int = 20) -> Table:
    """A row for each of the first actors by a measure."""
    table = _table("actor", "kind", measure)
    for one in found[:count]:
        value = f"{one.value:.3f}".rstrip("0").rstrip(".")
        table.add_row(Text(line(one.party.name)), one.party.kind, value)
    return table


def bars(
    counts: dict[date, int], ends: tuple[date, date] | None, period: Period, columns: int
) -> str:
    """A bar for each period between the ends, as high as its count beside the highest."""
    if ends is None:
        return ""
    values = [counts.get(at, 0) for at in through(*ends, period)]
    together = -(-len(values) // columns)
    values = [sum(values[i : i + together]) for i in range(0, len(values), together)]
    top = max(values) or 1
    return "".join(BARS[(v * len(BARS) - 1) // top] if v else NOTHING for v in values)


def signed(sign: float, half: int = 5) -> str:
    """A bar from the middle to the left for −1, to the right for +1."""
    length = round(abs(sign) * half)
    left = ("█" * length if sign < 0 else "").rjust(half)
    right = ("█" * length if sign > 0 else "").ljust(half)
    return f"{left}│{right}"


def _ends(periods: Sequence[date]) -> tuple[date, date] | None:
    return (min(periods), max(periods)) if periods else None


def _span(ends: tuple[date, date], period: Period) -> str:
    first, last = (end.isoformat()[: {"year": 4, "month": 7}.get(period, 10)] for end in ends)
    return first if first == last else f"{first} – {last}"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for number, column in enumerate(columns):
        # Numbers stand to the right; the first two columns are words and drawings.
        table.add_column(column, justify="left" if number < 2 else "right", no_wrap=number == 1)
    return table
