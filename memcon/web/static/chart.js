// Charts: Vega-Lite specifications drawn without `Function` and without any style in the page.
"use strict";
(() => {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  function theme() {
    const ink = colour("--ink"), quiet = colour("--quiet"), rule = colour("--rule");
    const font = "system-ui, 'Liberation Sans', Arial, sans-serif";
    return {
      background: "transparent", font,
      axis: { labelColor: ink, titleColor: quiet, gridColor: rule, domainColor: rule, tickColor: rule, labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" },
      legend: { labelColor: ink, titleColor: quiet, labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" },
      view: { stroke: null },
    };
  }
  async function draw(place) {
    const spec = JSON.parse(place.dataset.chart);
    const width = Math.max(240, place.clientWidth - 8);
    const made = window.charting.compile({ ...spec, width, autosize: { type: "fit-x", contains: "padding" } }, { config: theme() });
    const view = new window.charting.View(
      window.charting.parse(made.spec, null, { ast: true }),
      { renderer: "canvas", container: place, hover: true, expr: window.charting.expressionInterpreter, logLevel: window.charting.Warn },
    );
    view.tooltip((_, __, ___, value) => { place.title = value ? Object.entries(value).map(([k, v]) => `${k}: ${v}`).join(", ") : ""; });
    await view.runAsync();
    place.dataset.drawn = "yes";
    return view;
  }
  for (const place of document.querySelectorAll("[data-chart]")) {
    let view = draw(place);
    let timer = 0;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => { (await view).finalize(); place.replaceChildren(); view = draw(place); }, 150);
    };
    window.addEventListener("resize", again);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  }
})();
