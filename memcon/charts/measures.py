"""Measures of the actors in a network, by networkx."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from memcon.charts.discourse import Bond
from memcon.charts.network import Edge, pagerank
from memcon.charts.people import Party
from memcon.exchange.extra import needed


@dataclass(frozen=True, slots=True)
class Measured:
    """An actor and the value of one measure."""

    party: Party
    value: float


def _betweenness(nx: Any, graph: Any) -> dict[str, float]:
    return nx.betweenness_centrality(_both_ways(graph))


def _closeness(nx: Any, graph: Any) -> dict[str, float]:
    return nx.closeness_centrality(_both_ways(graph))


def _clustering(nx: Any, graph: Any) -> dict[str, float]:
    return nx.clustering(_both_ways(graph))


def _core(nx: Any, graph: Any) -> dict[str, float]:
    return nx.core_number(_both_ways(graph))


def _community(nx: Any, graph: Any) -> dict[str, float]:
    found = nx.community.louvain_communities(_both_ways(graph), weight="weight", seed=0)
    order = sorted(found, key=lambda some: (-len(some), min(some)))
    return {key: number for number, some in enumerate(order, start=1) for key in some}


def _degree(nx: Any, graph: Any) -> dict[str, float]:
    return dict(graph.degree(weight="weight"))


def _spoken_of(nx: Any, graph: Any) -> dict[str, float]:
    degree = graph.in_degree if graph.is_directed() else graph.degree
    return dict(degree(weight="weight"))


def _speaks(nx: Any, graph: Any) -> dict[str, float]:
    degree = graph.out_degree if graph.is_directed() else graph.degree
    return dict(degree(weight="weight"))


def _pagerank(nx: Any, graph: Any) -> dict[str, float]:
    return pagerank(graph if graph.is_directed() else graph.to_directed())


#: Measures by their names; docs/charts.md tells of each.
MEASURES: dict[str, Callable[[Any, Any], dict[str, float]]] = {
    "pagerank": _pagerank, "betweenness": _betweenness, "closeness": _closeness,
    "degree": _degree, "speaks": _speaks, "spoken-of": _spoken_of, "clustering": _clustering,
    "core": _core, "community": _community,
}  # fmt: skip


def measured(lines: Sequence[Edge] | Sequence[Bond], measure: str) -> list[Measured]:
    """The actors of a network by a measure, the greatest first (of communities, the first one first).

    :param lines: edges of who speaks of whom; or bonds, of which those count that join.
    :param measure: one of `MEASURES`.
    :raises MissingExtraError: if networkx is not installed.
    """
    nx = needed("networkx", "networkx", "The network", "charts")
    graph, parties = _graph(nx, lines)
    values = MEASURES[measure](nx, graph) if parties else {}
    sign = 1 if measure == "community" else -1
    order = sorted(parties, key=lambda key: (sign * values[key], key))
    return [Measured(parties[key], values[key]) for key in order]


def _graph(nx: Any, lines: Sequence[Edge] | Sequence[Bond]) -> tuple[Any, dict[str, Party]]:
    bonds = any(isinstance(one, Bond) for one in lines)
    graph = nx.Graph() if bonds else nx.DiGraph()
    parties: dict[str, Party] = {}
    for one in lines:
        if isinstance(one, Bond):
            ends, weight = (one.one, one.other), one.weight
        else:
            ends, weight = (one.source, one.target), float(one.statements)
        if weight > 0:
            parties |= {end.key: end for end in ends}
            graph.add_edge(ends[0].key, ends[1].key, weight=weight)
    return graph, parties


def _both_ways(graph: Any) -> Any:
    """The network without directions, the weights of both added up."""
    if not graph.is_directed():
        return graph
    made = graph.to_undirected()
    for a, b in made.edges:
        weights = [graph[x][y]["weight"] for x, y in ((a, b), (b, a)) if graph.has_edge(x, y)]
        made[a][b]["weight"] = sum(weights)
    return made
