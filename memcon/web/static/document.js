// A document: words and statements light each other up; a filter by speaker; keys.
// It is set up anew whenever htmx has put a corrected record into the page.
"use strict";
const reading = { pinned: null };
window.memcon.reading = reading;

function setUp() {
  const root = document.getElementById("record");
  if (!root) return;
  const text = document.getElementById("text");
  const list = document.getElementById("list");
  document.documentElement.classList.add("scripted");
  const entries = [...list.querySelectorAll(".entry")];
  const entryOf = new Map(entries.map((e) => [e.dataset.n, e]));
  const piecesOf = new Map(entries.map((e) => [e.dataset.n, []]));
  const numbers = (piece, role) => (piece.dataset[role] || "").split(" ").filter(Boolean);
  for (const piece of text.querySelectorAll(".p[data-content], .p[data-source], .p[data-cue]")) {
    for (const role of ["source", "cue", "content"]) {
      for (const n of numbers(piece, role)) piecesOf.get(n)?.push(piece);
    }
  }
  const beside = window.matchMedia("(min-width: 60.01rem)");
  // What a piece stands for: the attribution it is source or cue of, else the innermost content.
  const attributionAt = (piece) =>
    numbers(piece, "cue").pop() ?? numbers(piece, "source").pop() ?? numbers(piece, "content").pop() ?? null;

  let lit = [];
  const light = (n) => {
    for (const element of lit) element.classList.remove("lit");
    lit = n === null || !entryOf.has(n) ? [] : [...piecesOf.get(n), entryOf.get(n)];
    for (const element of lit) element.classList.add("lit");
  };
  const pin = (n, { inText = false, inList = false } = {}) => {
    reading.pinned = n === null ? null : entryOf.get(n);
    light(n);
    for (const e of entries) e.firstElementChild.removeAttribute("aria-current");
    document.dispatchEvent(new CustomEvent("memcon:pinned"));
    if (n === null) return;
    entryOf.get(n).firstElementChild.setAttribute("aria-current", "true");
    if (inText) piecesOf.get(n)[0]?.scrollIntoView({ block: "center" });
    if (inList && beside.matches) entryOf.get(n).scrollIntoView({ block: "nearest" });
  };
  const pinnedNumber = () => reading.pinned?.dataset.n ?? null;
  Object.assign(reading, { root, text, list, entries, entryOf, piecesOf, pin, light });

  // Words that scroll under a mouse at rest are not pointed at.
  const rested = (event) => event.screenX === reading.x && event.screenY === reading.y;
  text.addEventListener("mouseover", (event) => {
    if (event.buttons || rested(event)) return;
    const piece = event.target.closest(".p");
    const n = piece && attributionAt(piece);
    light(n ?? pinnedNumber());
  });
  text.addEventListener("mouseleave", () => light(pinnedNumber()));
  text.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) { event.preventDefault(); return pin(mark.dataset.n, { inList: true }); }
    if (String(window.getSelection()) || event.target.closest(".handle")) return;
    const piece = event.target.closest(".p");
    pin(piece ? attributionAt(piece) : null, { inList: true });
  });
  list.addEventListener("mouseover", (event) => {
    if (rested(event)) return;
    const body = event.target.closest(".body");
    light(body ? body.parentElement.dataset.n : pinnedNumber());
  });
  list.addEventListener("mouseleave", () => light(pinnedNumber()));
  list.addEventListener("focusin", (event) => {
    const entry = event.target.closest(".entry");
    if (entry && event.target.matches(".body")) pin(entry.dataset.n);
  });
  list.addEventListener("click", (event) => {
    const entry = event.target.closest(".entry");
    if (!entry || String(window.getSelection()) || event.target.closest("form, button")) return;
    if (event.target.closest("a.number")) event.preventDefault();
    const away = event.target.closest("a:not(.number)");
    pin(entry.dataset.n, { inText: !away && (beside.matches || event.target.closest("a.number")) });
  });

  // The filter: an entry stays if its speaker, or that of one nested in it, is the chosen one.
  const tools = root.querySelector(".tools");
  const select = document.getElementById("by-speaker");
  select.addEventListener("change", () => {
    const chosen = select.value;
    const wanted = (e) => chosen === "*" || e.dataset.speaker === chosen;
    for (const entry of entries) {
      const inside = [...entry.querySelectorAll(".entry")].some(wanted);
      entry.hidden = !wanted(entry) && !inside;
      entry.classList.toggle("aside", !wanted(entry) && inside);
    }
    for (const part of list.querySelectorAll("section, .matter")) part.hidden = !part.querySelector(".entry:not([hidden])");
    const kept = new Set(entries.filter(wanted).flatMap((e) => piecesOf.get(e.dataset.n)));
    for (const piece of text.querySelectorAll(".p")) piece.classList.toggle("faint", chosen !== "*" && !kept.has(piece));
    if (reading.pinned?.hidden) pin(null);
  });
  tools.hidden = !entries.length;

  const told = root.dataset.told;
  if (told) window.memcon.told(told);
  const current = root.dataset.current && entries.find((e) => e.dataset.key === root.dataset.current);
  if (current) pin(current.dataset.n, { inList: true });
  else if (!told) fromAddress();

  function fromAddress() {
    const wanted = location.hash.startsWith("#s") && document.getElementById(location.hash.slice(1));
    if (wanted && wanted.matches(".entry")) return pin(wanted.dataset.n, { inText: true, inList: true });
    const at = (new URLSearchParams(location.search).get("at") ?? location.hash.replace(/^#s/, "")).match(/^(\d+)-(\d+)$/);
    if (!at) return;
    const inside = [...text.querySelectorAll("[data-s]")].filter((run) => {
      const start = Number(run.dataset.s);
      return start < Number(at[2]) && start + [...run.textContent].length > Number(at[1]);
    });
    for (const run of inside) run.classList.add("lit");
    inside[0]?.scrollIntoView({ block: "center" });
  }
  document.dispatchEvent(new CustomEvent("memcon:record"));
}

for (const kind of ["click", "mousemove"]) {
  document.addEventListener(kind, (event) => Object.assign(reading, { x: event.screenX, y: event.screenY }), true);
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !reading.entries) return;
  if (event.target.closest("select, input, textarea")) return;
  if (event.key === "Escape") return reading.pin(null);
  const step = { j: 1, k: -1 }[event.key];
  if (!step) return;
  const shown = reading.entries.filter((e) => !e.closest("[hidden]"));
  if (!shown.length) return;
  const at = shown.indexOf(reading.pinned);
  const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
  const entry = shown[Math.min(Math.max(next, 0), shown.length - 1)];
  reading.pin(entry.dataset.n, { inText: true, inList: true });
  entry.firstElementChild.focus({ preventScroll: true });
});
// Not on afterSwap: until it has settled, htmx lets elements keep the classes that they had.
document.addEventListener("htmx:afterSettle", (event) => { if (event.detail.elt.id === "record" || event.detail.target?.id === "record") setUp(); });
setUp();
