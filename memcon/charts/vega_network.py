"""Networks as Vega-Lite 6, which has no layout of its own: networkx places the nodes.

Colours go from orange to blue through grey, which those who cannot tell red from green can tell
apart, and which say neither good nor bad.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import Any

from memcon.charts.discourse import Bond
from memcon.charts.network import Edge, graph, nodes
from memcon.charts.vega import SCHEMA, Spec, field
from memcon.exchange.extra import needed
from memcon.report.visible import line

#: Against, neither, for.
COLOURS = ["#d8610a", "#b9b9b9", "#2166ac"]
_WIDTH, _HEIGHT = 760, 560
#: The layout goes from −1 to 1; some room is left around it, and between two lines that run beside.
_EDGE, _BESIDE = 1.15, 0.012
#: Nodes that are drawn at most: with more, nothing can be told apart.
MOST = 60


def network_chart(edges: Sequence[Edge], *, seed: int = 0) -> Spec:
    """The network of who speaks of whom: its most central nodes, and the signs of their edges.

    :param seed: of the layout (Fruchterman and Reingold 1991): the same seed, the same picture.
    :raises MissingExtraError: if networkx is not installed.
    """
    central = nodes(edges)[:MOST]
    kept = {node.party.key for node in central}
    drawn = [e for e in edges if e.source.key in kept and e.target.key in kept]
    places = _layout(graph(drawn), seed)
    lines = [
        {"from": line(e.source.name), "to": line(e.target.name), "statements": e.statements,
         "sign": round(e.sign, 3), **_arrow(_ends(places, e.source.key, e.target.key))}
        for e in drawn
    ]  # fmt: skip
    points = [
        {"actor": line(n.party.name), "kind": n.party.kind, "speaks": n.speaks,
         "spoken of": n.spoken_of, "sign": round(n.sign, 3), "x": places[n.party.key][0],
         "y": places[n.party.key][1]}
        for n in central if n.party.key in places
    ]  # fmt: skip
    about = ("from", "to", "statements", "sign")
    told = ("actor", "kind", "speaks", "spoken of", "sign")
    return _drawn(lines, points, about, told, "against – for")


def discourse_chart(bonds: Sequence[Bond], *, count: int = 150, seed: int = 0) -> Spec:
    """A discourse network: its strongest bonds, those that join and those that part.

    :raises MissingExtraError: if networkx is not installed.
    """
    nx = needed("networkx", "networkx", "The discourse network", "charts")
    top = max((abs(bond.weight) for bond in bonds), default=1)
    made = nx.Graph()
    shown = bonds[:count]
    for bond in shown:
        # Who differs is drawn apart: only what joins pulls.
        made.add_edge(bond.one.key, bond.other.key, weight=max(bond.weight, 0.01) / top)
    names = {p.key: line(p.name) for bond in shown for p in (bond.one, bond.other)}
    places = _layout(made, seed)
    lines = [
        {"from": names[b.one.key], "to": names[b.other.key], "statements": abs(b.weight),
         "sign": max(-1.0, min(1.0, b.weight / top)), "weight": round(b.weight, 3),
         **_ends(places, b.one.key, b.other.key)}
        for b in shown
    ]  # fmt: skip
    points = [
        {"actor": names[key], "spoken of": made.degree(key), "x": x, "y": y}
        for key, (x, y) in places.items()
    ]
    return _drawn(lines, points, ("from", "to", "weight"), ("actor",), "differ – agree")


def _drawn(
    lines: list[Spec],
    points: list[Spec],
    of_lines: Sequence[str],
    of_points: Sequence[str],
    legend: str,
) -> Spec:
    # Fixed, since the angles of the arrows are reckoned for it.
    hidden = {"axis": None, "scale": {"domain": [-_EDGE, _EDGE]}}
    x, y = ({"field": name, "type": "quantitative", **hidden} for name in ("x", "y"))
    sign = {"field": "sign", "type": "quantitative", "title": legend,
            "scale": {"domain": [-1, 0, 1], "range": COLOURS}}  # fmt: skip
    edges = {
        "data": {"values": lines},
        "mark": {"type": "rule", "opacity": 0.7},
        "encoding": {
            "x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}, "color": sign,
            "size": {"field": "statements", "type": "quantitative", "legend": None,
                     "scale": {"range": [0.5, 6]}},
            "tooltip": [field(name) for name in of_lines],
        },
    }  # fmt: skip
    arrows = {
        "data": {"values": [line for line in lines if "angle" in line]},
        "mark": {"type": "point", "shape": "triangle-up", "filled": True, "size": 70},
        "encoding": {
            "x": x | {"field": "ax"}, "y": y | {"field": "ay"}, "color": sign,
            "angle": {"field": "angle", "type": "quantitative",
                      "scale": {"domain": [0, 360], "range": [0, 360]}, "legend": None},
            "tooltip": [field(name) for name in of_lines],
        },
    }  # fmt: skip
    nodes = {
        "data": {"values": points},
        "mark": {"type": "circle", "color": "#444", "opacity": 1},
        "encoding": {
            "x": x, "y": y, "tooltip": [field(name) for name in of_points],
            "size": {"field": "spoken of", "type": "quantitative", "legend": None,
                     "scale": {"range": [30, 600]}},
        },
    }  # fmt: skip
    labels = {
        "data": {"values": points},
        "mark": {"type": "text", "dy": -20, "fontSize": 11},
        "encoding": {"x": x, "y": y, "text": {"field": "actor", "type": "nominal"}},
    }
    layers = [edges, arrows, nodes, labels]
    return {
        "$schema": SCHEMA, "width": _WIDTH, "height": _HEIGHT, "layer": layers,
        "view": {"stroke": None}, "resolve": {"scale": {"size": "independent"}},
    }  # fmt: skip


def _layout(graph: Any, seed: int) -> dict[str, tuple[float, float]]:
    nx = needed("networkx", "networkx", "The network", "charts")
    found = nx.spring_layout(graph.to_undirected(), seed=seed, weight="weight")
    return {key: (round(float(x), 4), round(float(y), 4)) for key, (x, y) in found.items()}


def _ends(places: dict[str, tuple[float, float]], one: str, other: str) -> Spec:
    (x, y), (x2, y2) = places[one], places[other]
    return {"x": x, "y": y, "x2": x2, "y2": y2}


def _arrow(ends: Spec) -> Spec:
    """A line moved to its left, so that the one that comes back lies beside it, and its arrow.

    The arrow stands behind the middle; its angle is in degrees from upright, clockwise.
    """
    across, up = ends["x2"] - ends["x"], ends["y2"] - ends["y"]
    length = hypot(across, up) or 1
    dx, dy = -_BESIDE * up / length, _BESIDE * across / length
    moved = {"x": ends["x"] + dx, "y": ends["y"] + dy, "x2": ends["x2"] + dx, "y2": ends["y2"] + dy}
    angle = degrees(atan2(across * _WIDTH, up * _HEIGHT)) % 360
    return {
        **moved, "ax": moved["x"] + 0.6 * across, "ay": moved["y"] + 0.6 * up,
        "angle": round(angle, 1),
    }  # fmt: skip
