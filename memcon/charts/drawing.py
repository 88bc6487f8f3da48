"""Writing a chart: Vega-Lite as JSON, HTML that asks nothing of the network, SVG, PNG."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path

from memcon.charts.vega import Spec
from memcon.errors import OutputError
from memcon.exchange.errors import ExchangeError
from memcon.exchange.extra import needed

#: Pixels of a PNG for one of the chart's.
SCALE = 2

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ font: 16px sans-serif; margin: 2rem }} h1 {{ font-size: 1.2rem }}</style>
</head>
<body>
<h1>{title}</h1>
<div id="chart"></div>
<script>{libraries}</script>
<script>vegaEmbed("#chart", {spec}, {{mode: "vega-lite", renderer: "svg"}});</script>
</body>
</html>
"""


def write(spec: Spec, path: Path, title: str = "memcon") -> None:
    """Write a chart in the form that the path's ending names: .json, .html, .svg or .png.

    :raises ExchangeError: if there is no such form.
    :raises MissingExtraError: if vl-convert-python is not installed and the form needs it.
    :raises OutputError: if it cannot be written.
    """
    form = path.suffix.lower()
    if form not in _FORMS:
        raise ExchangeError(f"{path}: a chart is written as {', '.join(_FORMS)}; end the name so")
    data = drawn(spec, form, title)
    try:
        path.write_bytes(data)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(f"{path} cannot be written: {why}; give another --output") from error


def drawn(spec: Spec, form: str, title: str = "memcon") -> bytes:
    """A chart as the bytes of a file.

    :param form: the file's ending: .json, .html, .svg or .png.
    :raises MissingExtraError: if vl-convert-python is not installed and the form needs it.
    """
    return _FORMS[form](spec, title)


def page(spec: Spec, title: str) -> str:
    """A page with the chart and Vega's scripts in it.

    Names in the data come from documents: every `<` in them is escaped, so that none can end the
    script. (The pages that Altair and vl-convert make do not do so.)
    """
    libraries = needed("vl_convert", "vl-convert-python", "A chart as HTML", "charts")
    data = json.dumps(spec).replace("<", "\\u003c")
    return _PAGE.format(
        title=html.escape(title), libraries=libraries.javascript_bundle(), spec=data
    )


def _json(spec: Spec, title: str) -> bytes:
    return (json.dumps(spec, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _html(spec: Spec, title: str) -> bytes:
    return page(spec, title).encode("utf-8")


def _svg(spec: Spec, title: str) -> bytes:
    converter = needed("vl_convert", "vl-convert-python", "A chart as SVG", "charts")
    return str(converter.vegalite_to_svg(spec)).encode("utf-8")


def _png(spec: Spec, title: str) -> bytes:
    converter = needed("vl_convert", "vl-convert-python", "A chart as PNG", "charts")
    return bytes(converter.vegalite_to_png(spec, scale=SCALE))


_FORMS: dict[str, Callable[[Spec, str], bytes]] = {
    ".json": _json, ".html": _html, ".svg": _svg, ".png": _png,
}  # fmt: skip
