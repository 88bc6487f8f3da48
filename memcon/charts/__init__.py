"""Charts: what many Records tell together, as tables, and drawn.

`timeline`, `network`, `discourse` and `topics` take Records and give tables of dataclasses, without
any drawing. `terminal` draws these with Rich; `vega` and `vega_network` make Vega-Lite
of them, which `drawing` writes as JSON, HTML, SVG or PNG.
"""
