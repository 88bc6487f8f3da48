// Handles at the ends of the chosen statement's source, cue and content: dragged, they correct the span.
// By keys the same is done with s, q and c; so assistive technology is not told of them. They are placed
// from here, through the CSSOM: the policy allows no style in the page itself.
"use strict";
(() => {
  const { reading, places, moving } = window.memcon;
  const ENDS = ["start", "end"];
  let handles = [];
  let dragged = null; // the handle that is held

  function put(handle, place) {
    const isEnd = handle.dataset.end === "end";
    const box = places.boxAt(place, isEnd);
    handle.hidden = !box;
    if (!box) return;
    const around = reading.text.getBoundingClientRect();
    handle.style.left = `${(isEnd ? box.right : box.left) - around.left}px`;
    handle.style.top = `${box.top - around.top}px`;
    handle.style.height = `${box.height}px`;
  }
  function show() {
    if (dragged) return;
    for (const handle of handles) handle.remove();
    handles = [];
    const entry = reading.pinned;
    if (!entry?.isConnected) return;
    for (const role of ["source", "cue", "content"]) {
      const parts = moving.partsOf(entry, role);
      if (!parts.length) continue;
      for (const end of ENDS) {
        const handle = document.createElement("span");
        handle.className = `handle for-${role}`;
        Object.assign(handle.dataset, { end, of: role });
        handle.setAttribute("aria-hidden", "true");
        reading.text.append(handle);
        handles.push(handle);
        put(handle, end === "start" ? parts[0][0] : parts.at(-1)[1]);
      }
    }
  }
  function letGo(kept) {
    dragged = null;
    reading.text.classList.remove("dragging");
    const now = moving.now();
    const parts = now && moving.partsOf(now.entry, now.role);
    const changed = now && (now.start !== parts[0][0] || now.end !== parts.at(-1)[1]);
    if (kept && changed) moving.keep();
    else if (now) moving.leave();
    if (!kept || !changed) show();
  }

  document.addEventListener("pointerdown", (event) => {
    const handle = event.button === 0 && event.target.closest?.(".handle");
    if (!handle || moving.now()) return;
    dragged = handle;
    reading.text.classList.add("dragging");
    moving.begin(reading.pinned, handle.dataset.of);
  });
  // Else the words under the pointer would be selected.
  document.addEventListener("mousedown", (event) => { if (event.target.closest(".handle")) event.preventDefault(); });
  document.addEventListener("pointermove", (event) => {
    if (!dragged || !moving.now()) return;
    const end = dragged.dataset.end;
    const place = places.placeUnder(event.clientX, event.clientY, end === "end");
    if (place === null) return;
    moving.to(end, place);
    put(dragged, moving.now()[end]);
  });
  document.addEventListener("pointerup", () => {
    if (!dragged) return;
    // The click that comes of it is none on the words below.
    const stop = (event) => { event.stopPropagation(); event.preventDefault(); };
    document.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", stop, { capture: true }), 0);
    letGo(true);
  });
  document.addEventListener("pointercancel", () => dragged && letGo(false));
  document.addEventListener("keydown", (event) => { if (dragged && event.key === "Escape") { event.preventDefault(); letGo(false); } }, true);
  document.addEventListener("memcon:pinned", () => requestAnimationFrame(show));
  document.addEventListener("memcon:record", () => { dragged = null; requestAnimationFrame(show); });
  window.addEventListener("resize", show);
  show();
})();
