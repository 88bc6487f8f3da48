
"use strict";
(() => {
  const root = document.documentElement;
  const text = document.getElementById("text");
  const list = document.getElementById("list");
  const entries = [...list.querySelectorAll(".entry")];
  if (!entries.length) return;
  root.classList.add("scripted");

  const beside = window.matchMedia("(min-width: 60.01rem)");
  const entryOf = new Map(entries.map((e) => [e.dataset.n, e]));
  const piecesOf = new Map(entries.map((e) => [e.dataset.n, []]));
  const numbers = (piece, role) => (piece.dataset[role] || "").split(" ").filter(Boolean);
  for (const piece of text.querySelectorAll(".p")) {
    for (const role of ["source", "cue", "content"]) {
      for (const n of numbers(piece, role)) piecesOf.get(n).push(piece);
    }
  }

  // What a piece stands for: the attribution it is source or cue of, else the innermost content.
  const attributionAt = (piece) =>
    numbers(piece, "cue").pop() ?? numbers(piece, "source").pop() ?? numbers(piece, "content").pop();

  let pinned = null;
  let lit = [];
  const light = (n) => {
    for (const element of lit) element.classList.remove("lit");
    lit = n === null ? [] : [...piecesOf.get(n), entryOf.get(n)];
    for (const element of lit) element.classList.add("lit");
  };
  const pin = (n, { inText = false, inList = false } = {}) => {
    pinned = n;
    light(n);
    if (n === null) return;
    if (inText) piecesOf.get(n)[0]?.scrollIntoView({ block: "center" });
    if (inList && beside.matches) entryOf.get(n).scrollIntoView({ block: "nearest" });
  };

  text.addEventListener("mouseover", (event) => {
    const piece = event.target.closest(".p");
    light(piece && text.contains(piece) ? attributionAt(piece) : pinned);
  });
  text.addEventListener("mouseleave", () => light(pinned));
  text.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) return pin(mark.id.slice(1));
    const piece = event.target.closest(".p");
    if (String(window.getSelection())) return;
    pin(piece ? attributionAt(piece) : null, { inList: true });
  });
  list.addEventListener("mouseover", (event) => {
    const body = event.target.closest(".body");
    light(body ? body.parentElement.dataset.n : pinned);
  });
  list.addEventListener("mouseleave", () => light(pinned));
  list.addEventListener("focusin", (event) => {
    const entry = event.target.closest(".entry");
    if (entry) light(entry.dataset.n);
  });
  list.addEventListener("click", (event) => {
    const entry = event.target.closest(".entry");
    if (!entry || String(window.getSelection())) return;
    pin(entry.dataset.n, { inText: !event.target.closest("a") && beside.matches });
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("select, input, textarea")) return;
    if (event.key === "Escape") return pin(null);
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const shown = entries.filter((e) => !e.closest("[hidden]"));
    if (!shown.length) return;
    const at = shown.findIndex((e) => e.dataset.n === pinned);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
    const entry = shown[Math.min(Math.max(next, 0), shown.length - 1)];
    pin(entry.dataset.n, { inText: true, inList: true });
  });

  // The filter: an entry stays if its speaker, or that of one nested in it, is the chosen one.
  const tools = document.querySelector(".tools");
  const select = tools.querySelector("select");
  const names = new Map();
  for (const entry of entries) {
    const name = entry.dataset.speaker
      ? entry.querySelector(":scope > .body > .who")?.textContent ?? entry.closest("section").dataset.name
      : "No speaker named";
    if (!names.has(entry.dataset.speaker)) names.set(entry.dataset.speaker, name);
  }
  for (const [id, name] of [...names].sort((a, b) => (a[0] === "") - (b[0] === ""))) {
    select.add(new Option(name, id));
  }
  select.addEventListener("change", () => {
    const chosen = select.value;
    root.classList.toggle("filtered", chosen !== "*");
    const wanted = (e) => chosen === "*" || e.dataset.speaker === chosen;
    for (const entry of entries) {
      const inside = [...entry.querySelectorAll(".entry")].some(wanted);
      entry.hidden = !wanted(entry) && !inside;
      entry.classList.toggle("aside", !wanted(entry) && inside);
    }
    for (const section of list.querySelectorAll("section")) {
      section.hidden = !section.querySelector(".entry:not([hidden])");
    }
    for (const matter of list.querySelectorAll(".matter")) {
      matter.hidden = !matter.querySelector(".entry:not([hidden])");
    }
    const kept = new Set(entries.filter(wanted).flatMap((e) => piecesOf.get(e.dataset.n)));
    for (const piece of text.querySelectorAll(".p")) piece.classList.toggle("faint", !kept.has(piece));
    if (pinned !== null && entryOf.get(pinned).hidden) pin(null);
  });
  tools.hidden = false;
})();
