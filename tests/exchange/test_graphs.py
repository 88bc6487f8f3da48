"""GEXF and GraphML, read by networkx."""

from pathlib import Path

import networkx as nx
import pytest
from generated_records import records
from hypothesis import HealthCheck, given, settings
from lxml import etree

from memcon.exchange import graphs
from memcon.record import Record

WAYS = {
    "gexf": (graphs.write_gexf, lambda path: nx.read_gexf(path)),
    "graphml": (graphs.write_graphml, lambda path: nx.read_graphml(path)),
}


@pytest.mark.parametrize("way", WAYS)
def test_who_speaks_of_whom_comes_back(tmp_path: Path, talks: Record, empty: Record, way: str):
    write, read = WAYS[way]
    assert write([talks, empty, talks], tmp_path / "out") == 3
    graph = read(tmp_path / "out")
    assert set(graph.edges) == {("wikidata:Q0", "state:kestria")}
    edge = graph.edges["wikidata:Q0", "state:kestria"]
    assert (edge["weight"], edge["negative"], edge["positive"], edge["sign"]) == (2, 2, 0, -1.0)
    assert (edge["first"], edge["last"], edge["documents"]) == ("2024-03-05", "2024-03-05", 1)
    assert graph.nodes["state:kestria"]["kind"] == "state"
    assert graph.nodes["wikidata:Q0"]["label"] == "Dara Quill"


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=records())
def test_any_names_are_xml(tmp_path_factory, way: str, made: Record):
    write, read = WAYS[way]
    path = tmp_path_factory.mktemp("graph") / "out"
    actors = tuple(a.model_copy(update={"name": f"{a.name}\x1b\ufffe"}) for a in made.actors)
    record = made.model_copy(update={"actors": actors})
    write([record], path)
    etree.parse(path)
    _, network = graphs.network([record])
    came = read(path)
    assert set(came.edges) == set(network.edges)
    assert dict(came.nodes(data="label")) == dict(network.nodes(data="label"))


def test_nothing_is_a_graph_without_nodes(tmp_path: Path, empty: Record):
    for write, read in WAYS.values():
        write([empty], tmp_path / "out")
        assert len(read(tmp_path / "out")) == 0
