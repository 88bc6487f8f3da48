"""The signed network of who speaks of whom.

Nodes are actors; an edge goes from the one who speaks to the one spoken of and counts the statements
for, against and neither. Measures are those of networkx.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from memcon.charts.part import Part
from memcon.charts.people import Party
from memcon.charts.ties import ties
from memcon.exchange.extra import needed
from memcon.record import Record


@dataclass(frozen=True, slots=True)
class Edge:
    """What one actor says of another.

    :param first, last: days of the first and last dated document, ISO 8601.
    """

    source: Party
    target: Party
    positive: int
    neutral: int
    negative: int
    documents: int
    first: str | None
    last: str | None

    @property
    def statements(self) -> int:
        """How many there are."""
        return self.positive + self.neutral + self.negative

    @property
    def sign(self) -> float:
        """−1 (all against) to +1 (all for); 0 where they balance or take no side."""
        return (self.positive - self.negative) / self.statements


@dataclass(frozen=True, slots=True)
class Node:
    """An actor and its place in the network.

    :param speaks: statements of others; `spoken_of`: statements about it.
    :param sign: mean sign of the statements about it, −1 to +1.
    :param betweenness: 0 to 1, of the network without directions and signs (Freeman 1977).
    :param pagerank: weighted by statements; of all nodes they add up to 1.
    """

    party: Party
    speaks: int
    spoken_of: int
    sign: float
    betweenness: float
    pagerank: float


def edges(records: Iterable[Record | Part]) -> list[Edge]:
    """An edge for each pair of which the one speaks of the other, the most statements first."""
    found: dict[tuple[str, str], list[Any]] = {}
    names: dict[str, Party] = {}
    for tie in ties(records):
        # The first spelling of a name stands for all.
        source = names.setdefault(tie.source.key, tie.source)
        target = names.setdefault(tie.target.key, tie.target)
        counts = found.setdefault((source.key, target.key), [0, 0, 0, set(), set()])
        counts[tie.polarity + 1] += 1
        counts[3].add(tie.text)
        if tie.date:
            counts[4].add(tie.date)
    made = [
        Edge(names[a], names[b], positive, neutral, negative, len(documents),
             min(days, default=None), max(days, default=None))
        for (a, b), (negative, neutral, positive, documents, days) in found.items()
    ]  # fmt: skip
    return sorted(made, key=lambda e: (-e.statements, e.source.key, e.target.key))


def nodes(ties: Iterable[Edge]) -> list[Node]:
    """The actors of the edges and their measures, the most central (PageRank) first.

    :raises MissingExtraError: if networkx is not installed.
    """
    nx = needed("networkx", "networkx", "The network", "charts")
    given = list(ties)
    graph = nx.DiGraph()
    parties: dict[str, Party] = {}
    speaks: dict[str, int] = {}
    heard: dict[str, list[Edge]] = {}
    for edge in given:
        graph.add_edge(edge.source.key, edge.target.key, weight=edge.statements)
        parties |= {edge.source.key: edge.source, edge.target.key: edge.target}
        speaks[edge.source.key] = speaks.get(edge.source.key, 0) + edge.statements
        heard.setdefault(edge.target.key, []).append(edge)
    between = nx.betweenness_centrality(graph.to_undirected())
    rank = pagerank(graph) if given else {}
    made = []
    for key, who in parties.items():
        about = heard.get(key, [])
        count = sum(edge.statements for edge in about)
        balance = sum(edge.positive - edge.negative for edge in about)
        made.append(Node(who, speaks.get(key, 0), count, balance / count if count else 0.0,
                         between[key], rank[key]))  # fmt: skip
    return sorted(made, key=lambda node: (-node.pagerank, node.party.key))


def graph(ties: Iterable[Edge]) -> Any:
    """The edges as a `networkx.DiGraph`, with all that is told of nodes and edges as attributes.

    :raises MissingExtraError: if networkx is not installed.
    """
    nx = needed("networkx", "networkx", "The network", "charts")
    given = list(ties)
    made = nx.DiGraph()
    for node in nodes(given):
        made.add_node(
            node.party.key, label=node.party.name, kind=node.party.kind,
            country=node.party.country or "", speaks=node.speaks, spoken_of=node.spoken_of,
            sign=node.sign, betweenness=node.betweenness, pagerank=node.pagerank,
        )  # fmt: skip
    for edge in given:
        made.add_edge(
            edge.source.key, edge.target.key, weight=edge.statements, sign=edge.sign,
            positive=edge.positive, neutral=edge.neutral, negative=edge.negative,
            documents=edge.documents, first=edge.first or "", last=edge.last or "",
        )  # fmt: skip
    return made


def pagerank(graph: Any, damping: float = 0.85, steps: int = 100) -> dict[str, float]:
    """PageRank by powers (Brin and Page 1998), weighted; networkx's own takes as long to import scipy."""
    import numpy as np

    keys = list(graph)
    index = {key: number for number, key in enumerate(keys)}
    out = {key: graph.out_degree(key, weight="weight") for key in keys}
    share = np.full(len(keys), 1 / len(keys))
    dangling = np.array([not out[key] for key in keys])
    for _ in range(steps):
        flow = np.zeros(len(keys))
        for a, b, weight in graph.edges(data="weight"):
            flow[index[b]] += share[index[a]] * weight / out[a]
        after = (1 - damping + damping * share[dangling].sum()) / len(keys) + damping * flow
        if np.abs(after - share).sum() < 1e-10:
            break
        share = after
    return dict(zip(keys, after.tolist(), strict=True))
