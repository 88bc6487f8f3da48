import pytest

from memcon.charts.network import edges, graph, nodes


@pytest.fixture
def debate(told):
    return [
        told(("Ossel", "a friend", {"Kestria": 1}), ("Ossel", "Kestria waits", {}),
             ("Velmar", "a threat", {"Kestria": -1}), date="2024-03-05"),
        told(("Ossel", "a threat", {"Kestria": -1}), ("Kestria", "no", {"Ossel": -1}),
             date="2024-01-02", name="b.txt"),
    ]  # fmt: skip


def test_edges_count_statements_for_against_and_neither(debate):
    first, *rest = edges(debate)
    assert (first.source.name, first.target.name) == ("Ossel", "Kestria")
    assert (first.positive, first.neutral, first.negative, first.documents) == (1, 1, 1, 2)
    assert (first.first, first.last, first.sign) == ("2024-01-02", "2024-03-05", 0)
    assert [(e.source.name, e.target.name, e.sign) for e in rest] == [
        ("Kestria", "Ossel", -1), ("Velmar", "Kestria", -1),
    ]  # fmt: skip


def test_nodes_have_their_measures(debate):
    central, *rest = nodes(edges(debate))
    assert (central.party.name, central.speaks, central.spoken_of) == ("Kestria", 1, 4)
    assert central.sign == pytest.approx(-1 / 4)
    # Velmar and Ossel are joined by Kestria alone.
    assert central.betweenness == 1
    assert sum(node.pagerank for node in (central, *rest)) == pytest.approx(1)


def test_pagerank_is_that_of_the_textbook(told):
    """Two who speak of each other share alike; of nobody's node only the damping's part is left."""
    ring = [told(("Ossel", "x", {"Kestria": 0}), ("Kestria", "x", {"Ossel": 0}),
                 ("Velmar", "x", {"Ossel": 0}))]  # fmt: skip
    ranks = {node.party.name: node.pagerank for node in nodes(edges(ring))}
    assert ranks["Velmar"] == pytest.approx(0.15 / 3)
    assert ranks["Ossel"] == pytest.approx(0.05 + 0.85 * (ranks["Kestria"] + ranks["Velmar"]))
    assert ranks["Kestria"] == pytest.approx(0.05 + 0.85 * ranks["Ossel"])


def test_the_graph_has_all_of_it(debate):
    made = graph(edges(debate))
    assert made.edges["state:ossel", "state:kestria"]["weight"] == 3
    assert made.nodes["state:kestria"]["label"] == "Kestria"


def test_of_nothing_there_is_an_empty_network(told):
    assert edges([told()]) == []
    assert nodes([]) == []
    assert len(graph([])) == 0
