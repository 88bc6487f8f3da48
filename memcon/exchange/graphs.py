"""GEXF and GraphML: the network of who speaks of whom, for Gephi, Cytoscape, yEd and igraph.

A node is an actor of all the Records together, an edge what the one says of the other: how many
statements (`weight`), how many of them for, against and neither, the mean `sign`, the days of the
first and last. See `memcon.charts.network`.

Not carried: texts and spans, the statements one by one, topics, acts, events, meetings; actors who
neither speak of anybody nor are spoken of. So it cannot be read back as Records. Characters that XML
cannot hold become U+FFFD.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from memcon.charts.network import edges, graph
from memcon.exchange.extra import needed
from memcon.exchange.xmltext import legal
from memcon.record import Record


def write_gexf(records: Iterable[Record], path: Path) -> int:
    """Write the network as GEXF 1.2; returns how many Records it is of."""
    count, made = network(records)
    # Gephi shows the label of a node, not its id; networkx writes both.
    _networkx().write_gexf(made, path, encoding="utf-8", version="1.2draft")
    return count


def write_graphml(records: Iterable[Record], path: Path) -> int:
    """Write the network as GraphML; returns how many Records it is of."""
    count, made = network(records)
    _networkx().write_graphml(made, path, encoding="utf-8", named_key_ids=True)
    return count


def network(records: Iterable[Record]) -> tuple[int, Any]:
    """How many Records there are, and their network with strings that XML can hold.

    :raises MissingExtraError: if networkx is not installed.
    """
    nx = _networkx()
    count = 0

    def counted() -> Iterator[Record]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    made = graph(edges(counted()))
    for _, attributes in made.nodes(data=True):
        attributes |= {k: legal(v) for k, v in attributes.items() if isinstance(v, str)}
    return count, nx.relabel_nodes(made, {key: legal(key) for key in made})


def _networkx() -> Any:
    return needed("networkx", "networkx", "GEXF and GraphML")
