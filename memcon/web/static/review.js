// Reviewing a document: one key for each judgement, words selected by mouse, ends moved by keys.
"use strict";
(() => {
  const { told, reading } = window.memcon;
  const { runs, whole, endOf, wordsIn, trimmed, selected } = window.memcon.places;
  const base = () => reading.root.dataset.base;
  let held = null; // the selection, as the spans of characters that it covers
  let moving = null; // { role, start, end } while ends are moved by keys

  const send = (action, values) => window.htmx.ajax("POST", `${base()}/${action}`, {
    target: "#record", swap: "outerHTML", values: { csrf: document.body.dataset.csrf, ...values },
  });
  const correct = (spans, field, value) => send("correct", { spans, field, value });
  const pinnedOr = (doing) => {
    if (reading.pinned) return doing(reading.pinned);
    told("Choose a statement first: j and k, or a click.");
  };

  document.addEventListener("selectionchange", () => {
    if (!reading.root?.isConnected || moving) return;
    held = selected();
    const bar = reading.root.querySelector(".selection-tools");
    if (bar) bar.hidden = !held;
  });

  function use(role) {
    const spans = held && `${held[0]} ${held[1]}`;
    if (role === "new") {
      if (!spans) return told("Select the words of the statement first.");
      return correct(spans, "added", "yes");
    }
    return pinnedOr((entry) => (spans ? correct(entry.dataset.spans, role, spans) : move(entry, role)));
  }

  // Moving the ends by words, for who has no mouse.
  function words() {
    const found = [];
    let text = "";
    const places = [];
    for (const [s, r] of whole()) {
      const letters = r.classList.contains("spelt") ? ["\uFFFC"] : [...r.textContent];
      if (places.length && places.at(-1) + 1 !== s) { text += "\n"; places.push(-1); }
      letters.forEach((c, i) => { text += c.length > 1 ? "\uFFFD" : c; places.push(s + i); });
    }
    for (const match of text.matchAll(/\S+/g)) found.push([places[match.index], places[match.index + match[0].length - 1] + 1]);
    return found;
  }
  // Where a role of a statement lies now: spans, in order.
  function partsOf(entry, role) {
    if (role === "content") return entry.dataset.spans.split(";").map((p) => p.split(" ").map(Number));
    const parts = [];
    let within = false;
    for (const run of runs()) {
      const inside = (run.dataset[role] || "").split(" ").includes(entry.dataset.n);
      if (inside && within) parts.at(-1)[1] = endOf(run);
      else if (inside) parts.push([Number(run.dataset.s), endOf(run)]);
      within = inside;
    }
    return parts;
  }
  // The spans with other ends; what lies between them stays as it was.
  function withEnds(parts, start, end) {
    const kept = parts.filter(([a, b]) => b > start && a < end).map((part) => [...part]);
    if (!kept.length) return `${start} ${end}`;
    kept[0][0] = start;
    kept.at(-1)[1] = end;
    return kept.map((part) => part.join(" ")).join(";");
  }
  function move(entry, role, dragged = false) {
    const parts = partsOf(entry, role);
    const all = dragged ? [] : words();
    const start = (parts[0] ?? partsOf(entry, "content")[0])[0];
    const end = parts.length ? parts.at(-1)[1] : (all.find(([a]) => a >= start) ?? [start, start + 1])[1];
    moving = { entry, role, all, parts, start, end, dragged };
    reading.root.querySelector(".span-tools").hidden = false;
    show();
  }
  function show() {
    let first = null;
    for (const run of runs()) {
      const inside = Number(run.dataset.s) < moving.end && endOf(run) > moving.start;
      run.classList.toggle("moved", inside);
      if (inside) first ??= run;
    }
    if (!moving.dragged) first?.scrollIntoView({ block: "nearest" });
    const shown = wordsIn(moving.start, moving.end);
    const short = shown.length > 90 ? `${shown.slice(0, 40)} … ${shown.slice(-40)}` : shown;
    reading.root.querySelector(".span-told").textContent = `${moving.role} of ${moving.entry.querySelector(".number").textContent.trim()}: “${short}” (${moving.start}–${moving.end})`;
  }
  function shift(which, step) {
    const { all } = moving;
    const index = which === "start" ? 0 : 1;
    const now = moving[which];
    let at = all.findIndex((word) => word[index] >= now);
    if (at < 0) at = all.length - 1;
    const exact = all[at][index] === now;
    const next = all[step > 0 ? (exact ? at + 1 : at) : at - 1];
    if (next) moving[which] = next[index];
  }
  function leave() {
    moving = null;
    for (const run of runs()) run.classList.remove("moved");
    reading.root.querySelector(".span-tools").hidden = true;
  }
  function keep() {
    const { entry, role, parts } = moving;
    const [start, end] = trimmed(moving.start, moving.end) ?? [moving.start, moving.end];
    leave();
    correct(entry.dataset.spans, role, withEnds(parts, start, end));
  }
  function whileMoving(event) {
    if (event.key === "Escape") leave();
    else if (event.key === "Enter") keep();
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const step = event.key === "ArrowRight" ? 1 : -1;
      const before = { ...moving };
      if (event.ctrlKey || event.metaKey) { shift("start", step); shift("end", step); }
      else shift(event.shiftKey ? "start" : "end", step);
      if (moving.start >= moving.end) Object.assign(moving, { start: before.start, end: before.end });
      show();
    } else return;
    event.preventDefault();
  }

  function edit(entry) {
    const place = entry.querySelector(":scope > .body > .editor");
    for (const open of reading.list.querySelectorAll(".editor")) if (open !== place) open.replaceChildren();
    window.htmx.ajax("GET", `${base()}/edit?spans=${encodeURIComponent(entry.dataset.spans)}`, { target: place, swap: "innerHTML" })
      .then(() => place.querySelector("input:not([type=hidden]), select")?.focus());
  }
  const doing = {
    accept: (entry) => send("accept", { spans: entry.dataset.spans }),
    reject: (entry) => correct(entry.dataset.spans, "rejected", "yes"),
    edit,
  };

  document.addEventListener("click", (event) => {
    const role = event.target.closest("[data-role]")?.dataset.role;
    if (role) return use(role);
    const span = event.target.closest("[data-span]")?.dataset.span;
    if (span && moving) return span === "keep" ? keep() : leave();
    const button = event.target.closest("[data-do]");
    const entry = button?.closest(".entry");
    if (!entry) return;
    if (button.dataset.do === "close") { entry.querySelector(".editor").replaceChildren(); entry.firstElementChild.focus(); return; }
    doing[button.dataset.do]?.(entry);
  });
  // A click on the buttons must not take the selection away.
  document.addEventListener("mousedown", (event) => { if (event.target.closest(".selection-tools")) event.preventDefault(); });

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("select, input, textarea")) {
      if (event.key === "Escape" && event.target.closest(".editor")) event.target.closest(".editor").replaceChildren();
      return;
    }
    if (moving) return whileMoving(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    if (key === "a") pinnedOr(doing.accept);
    else if (key === "x") pinnedOr(doing.reject);
    else if (key === "e") pinnedOr(edit);
    else if (key === "u") send("undo", { spans: reading.pinned?.dataset.spans ?? "" });
    else if (key === "n") use("new");
    else if (key === "s") use("source");
    else if (key === "q") use("cue");
    else if (key === "c") use("content");
    else return;
    event.preventDefault();
  }, true);
  document.addEventListener("memcon:record", () => { held = null; moving = null; });

  // For who drags: see handles.js.
  window.memcon.moving = {
    partsOf, leave, keep, begin: (entry, role) => move(entry, role, true), now: () => moving,
    to(which, place) {
      const next = { start: moving.start, end: moving.end, [which]: place };
      if (next.start >= next.end) return;
      Object.assign(moving, next);
      show();
    },
  };
})();
