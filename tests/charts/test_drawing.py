"""Drawn on a terminal, as Vega-Lite, and as files."""

import io
import json
import struct
from collections.abc import Callable
from pathlib import Path

import altair
import pytest
from lxml import etree
from rich.console import Console

from memcon.charts import drawing, terminal, vega, vega_network
from memcon.charts.discourse import discourse
from memcon.charts.network import edges, nodes
from memcon.charts.positions import positions
from memcon.charts.timeline import timeline
from memcon.charts.topics import topics
from memcon.errors import OutputError
from memcon.exchange.errors import ExchangeError

MALICE = "</script><script>alert(1)</script>[bold]\x1b[31m\u202e"


@pytest.fixture
def debate(told):
    return [
        told(("Ossel", "x", {"Kestria": 1}, "praise", ("lamps",)),
             ("Velmar", "x", {"Kestria": -1}, "oppose", ("lamps", "fog")), date=f"2024-{month}-05",
             events=(("Ossel", "Kestria", 3.5, None, "occurred"),))
        for month in ("01", "02", "04")
    ]  # fmt: skip


CHARTS: dict[str, Callable] = {
    "timeline": lambda records: vega.timeline_chart(timeline(records)),
    "topics": lambda records: vega.topics_chart(topics(records)),
    "network": lambda records: vega_network.network_chart(edges(records)),
    "discourse": lambda records: vega_network.discourse_chart(discourse(positions(records))),
}
TABLES: dict[str, Callable] = {
    "timeline": lambda records: terminal.timeline_table(timeline(records)),
    "topics": lambda records: terminal.topics_table(topics(records)),
    "network": lambda records: terminal.network_table(edges(records)),
    "nodes": lambda records: terminal.nodes_table(nodes(edges(records))),
}


def printed(table, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(table)
    return console.file.getvalue()


def test_a_timeline_on_a_terminal(debate):
    text = printed(terminal.timeline_table(timeline(debate)))
    assert "2024-01 – 2024-04" in text
    row = next(row for row in text.splitlines() if row.startswith("Ossel → Kestria"))
    # Nothing in March.
    assert row.split() == ["Ossel", "→", "Kestria", "██·█", "3", "3", "0", "3", "+3.5"]


def test_a_network_on_a_terminal(debate):
    text = printed(terminal.network_table(edges(debate)))
    assert "     │█████" in text
    assert "█████│     " in text
    assert "Kestria" in printed(TABLES["nodes"](debate)).splitlines()[1]


def test_topics_on_a_terminal(debate):
    rows = printed(TABLES["topics"](debate)).splitlines()
    assert [row.split()[0] for row in rows[1:]] == ["lamps", "fog"]


def test_many_periods_share_bars(told):
    records = [told(("Ossel", "x", {"Kestria": 1}), date=f"{1900 + n}-01-01") for n in range(100)]
    text = printed(terminal.timeline_table(timeline(records, "year"), columns=20))
    assert "█" * 20 in text and "█" * 21 not in text


@pytest.mark.parametrize("chart", CHARTS)
def test_specifications_are_vega_lites(debate, chart: str):
    """Altair checks them against the schema; its `$schema` has the full version."""
    spec = CHARTS[chart](debate)
    altair.Chart.from_dict(spec, validate=True)
    json.dumps(spec)
    assert spec == CHARTS[chart](debate), "the same Records, the same picture"


def test_arrows_point_from_the_speaker_to_the_one_spoken_of(debate):
    layers = CHARTS["network"](debate)["layer"]
    for way in layers[1]["data"]["values"]:
        # Degrees from upright, clockwise; the y axis goes up.
        right, up = way["x2"] - way["x"], way["y2"] - way["y"]
        assert (way["angle"] < 180) == (right > 0) or right == 0
        assert (90 < way["angle"] < 270) == (up < 0)
    assert {(way["from"], way["to"]) for way in layers[0]["data"]["values"]} == {
        ("Ossel", "Kestria"), ("Velmar", "Kestria"),
    }  # fmt: skip


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_drawn_in_each_form(tmp_path: Path, debate, chart: str):
    spec = CHARTS[chart](debate)
    for form in ("json", "svg", "png", "html"):
        drawing.write(spec, tmp_path / f"chart.{form}", "Talks")
    assert json.loads((tmp_path / "chart.json").read_text("utf-8")) == spec
    svg = etree.parse(tmp_path / "chart.svg").getroot()
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Kestria" in "".join(svg.itertext()) or chart in ("topics", "discourse")
    png = (tmp_path / "chart.png").read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG") and width > 200 and height > 50
    html = (tmp_path / "chart.html").read_text("utf-8")
    assert "<title>Talks</title>" in html
    assert 'src="http' not in html and "cdn.jsdelivr" not in html


@pytest.mark.parametrize("chart", CHARTS)
def test_names_cannot_act(told, chart: str):
    record = told(("Ossel", "x", {MALICE: 1}, "praise", (MALICE,)),
                  ("Velmar", "x", {MALICE: 1}, "praise", (MALICE,)))  # fmt: skip
    actors = [a.model_copy(update={"name": MALICE}) if a.name == "Velmar" else a
              for a in record.actors]  # fmt: skip
    record = record.model_copy(update={"actors": tuple(actors)})
    html = drawing.page(CHARTS[chart]([record]), MALICE)
    assert "<script>alert" not in html
    assert "\x1b" not in html.partition("</h1>")[2].partition("<script>vegaEmbed")[2]
    if chart in TABLES:
        text = printed(TABLES[chart]([record]), width=200)
        assert "\x1b" not in text and "\u202e" not in text
        assert "[bold]" in text


@pytest.mark.parametrize("chart", CHARTS)
def test_of_nothing_an_empty_chart_is_drawn(tmp_path: Path, told, chart: str):
    drawing.write(CHARTS[chart]([told()]), tmp_path / "chart.svg")
    if chart in TABLES:
        assert len(printed(TABLES[chart]([told()])).splitlines()) <= 2


def test_other_forms_are_refused(tmp_path: Path, debate):
    spec = CHARTS["topics"](debate)
    with pytest.raises(ExchangeError, match=r"a chart is written as .json, .html, .svg, .png"):
        drawing.write(spec, tmp_path / "chart.gif")
    with pytest.raises(OutputError, match="cannot be written"):
        drawing.write(spec, tmp_path / "none" / "chart.json")
