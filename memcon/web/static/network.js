// The network, drawn by Cytoscape.js; the table below it has the same for who cannot see it.
"use strict";
(() => {
  const place = document.getElementById("network");
  const graph = JSON.parse(place.dataset.graph);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const most = Math.max(1, ...graph.edges.map((e) => e.statements));
  const heaviest = Math.max(1, ...graph.nodes.map((n) => n.weight));
  const kind = (sign) => (sign > 0.2 ? "positive" : sign < -0.2 ? "negative" : "neither");
  const style = () => [
    { selector: "node", style: {
      label: "data(name)", color: colour("--ink"), "background-color": colour("--quiet"), "font-size": 12, "font-family": "system-ui, Liberation Sans, Arial, sans-serif",
      width: "data(size)", height: "data(size)", "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "ellipsis", "text-max-width": 140,
      "text-background-color": colour("--paper"), "text-background-opacity": 0.75, "text-background-padding": 1,
    } },
    { selector: "edge", style: { width: "data(width)", "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": colour("--border"), "target-arrow-color": colour("--border"), "arrow-scale": 0.9, opacity: 0.85 } },
    { selector: 'edge[kind = "positive"]', style: { "line-color": colour("--positive"), "target-arrow-color": colour("--positive") } },
    { selector: 'edge[kind = "negative"]', style: { "line-color": colour("--negative"), "target-arrow-color": colour("--negative"), "line-style": "dashed" } },
    { selector: ".faint", style: { opacity: 0.12 } },
  ];
  const cy = window.cytoscape({
    container: place,
    elements: {
      nodes: graph.nodes.map((n) => ({ data: { ...n, size: 12 + 28 * Math.sqrt(n.weight / heaviest) } })),
      edges: graph.edges.map((e, i) => ({ data: { ...e, id: `edge ${i}`, width: 1 + 6 * Math.sqrt(e.statements / most), kind: kind(e.sign) } })),
    },
    style: style(),
    // From a circle, so that the same network is always drawn alike, and not as a line.
    layout: { name: "circle" },
    wheelSensitivity: 0.3, minZoom: 0.2, maxZoom: 4, userZoomingEnabled: false,
  });
  cy.layout({ name: "cose", animate: false, padding: 30, nodeRepulsion: () => 12000, idealEdgeLength: () => 110, randomize: false }).run();
  // The page scrolls by the wheel; the drawing is made larger with Ctrl, as maps are.
  place.addEventListener("wheel", (event) => { cy.userZoomingEnabled(event.ctrlKey); }, { passive: true, capture: true });
  cy.on("mouseover", "node", (event) => { cy.elements().difference(event.target.closedNeighborhood()).addClass("faint"); });
  cy.on("mouseout", "node", () => cy.elements().removeClass("faint"));
  cy.on("tap", "node", (event) => { location.href = `/actors/${encodeURIComponent(event.target.id())}`; });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(style()));
  place.dataset.drawn = "yes";
})();
