// Places in the text: characters are code points, and one that is spelt out counts as one.
"use strict";
(() => {
  const { reading } = window.memcon;
  const lengthOf = (run) => (run.classList.contains("spelt") ? 1 : [...run.textContent].length);
  const endOf = (run) => Number(run.dataset.s) + lengthOf(run);
  const runs = () => [...reading.text.querySelectorAll("[data-s]")];
  function pointAt(node, offset, forEnd) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const run = element.closest("[data-s]");
    if (run) {
      if (run.classList.contains("spelt")) return Number(run.dataset.s) + (forEnd ? 1 : 0);
      if (node.nodeType === Node.TEXT_NODE) return Number(run.dataset.s) + [...node.data.slice(0, offset)].length;
      return offset ? endOf(run) : Number(run.dataset.s);
    }
    // Between runs: the first that comes behind, or the last before.
    const range = document.createRange();
    range.setStart(node, offset);
    const all = runs();
    if (forEnd) {
      const before = all.filter((r) => range.comparePoint(r, 0) < 0);
      return before.length ? endOf(before.at(-1)) : null;
    }
    const behind = all.find((r) => range.comparePoint(r, 0) >= 0);
    return behind ? Number(behind.dataset.s) : null;
  }
  const whole = () => runs().map((r) => [Number(r.dataset.s), r]);
  function wordsIn(start, end) {
    return whole().map(([s, r]) => {
      const letters = r.classList.contains("spelt") ? [r.textContent] : [...r.textContent];
      return letters.slice(Math.max(0, start - s), Math.max(0, end - s)).join("");
    }).join("");
  }
  // Without the white space at its ends.
  function trimmed(start, end) {
    const letters = new Map();
    for (const [s, r] of whole()) if (!r.classList.contains("spelt")) [...r.textContent].forEach((c, i) => letters.set(s + i, c));
    const blank = (i) => !letters.has(i) || /\s/.test(letters.get(i));
    while (start < end && blank(start)) start += 1;
    while (end > start && blank(end - 1)) end -= 1;
    return start < end ? [start, end] : null;
  }
  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!reading.text.contains(range.startContainer) || !reading.text.contains(range.endContainer)) return null;
    const start = pointAt(range.startContainer, range.startOffset, false);
    const end = pointAt(range.endContainer, range.endOffset, true);
    return start === null || end === null || start >= end ? null : trimmed(start, end);
  }
  // The box of the character before which a span begins, or behind which it ends.
  function boxAt(place, isEnd) {
    const at = isEnd ? place - 1 : place;
    const run = runs().find((r) => Number(r.dataset.s) <= at && at < endOf(r));
    if (!run) return null;
    if (run.classList.contains("spelt")) return run.getBoundingClientRect();
    const letters = [...run.textContent];
    const before = letters.slice(0, at - Number(run.dataset.s)).join("").length;
    const range = document.createRange();
    range.setStart(run.firstChild, before);
    range.setEnd(run.firstChild, before + letters[at - Number(run.dataset.s)].length);
    return range.getBoundingClientRect();
  }
  // The place between characters that is under a point of the window.
  function placeUnder(x, y, isEnd) {
    const found = document.caretPositionFromPoint?.(x, y);
    const range = found ? null : document.caretRangeFromPoint?.(x, y);
    const node = found?.offsetNode ?? range?.startContainer;
    if (!node || !reading.text.contains(node)) return null;
    return pointAt(node, found?.offset ?? range.startOffset, isEnd);
  }
  window.memcon.places = { runs, whole, endOf, wordsIn, trimmed, selected, boxAt, placeUnder };
})();
