// The review queue: one key for each judgement; what is judged goes pale and can be taken back.
"use strict";
(() => {
  const { told } = window.memcon;
  const items = [...document.querySelectorAll(".waiting")];
  let at = -1;
  const done = [];
  const choose = (n) => {
    items[at]?.removeAttribute("data-current");
    at = Math.min(Math.max(n, 0), items.length - 1);
    items[at]?.setAttribute("data-current", "");
    items[at]?.focus({ preventScroll: true });
    items[at]?.scrollIntoView({ block: "nearest" });
  };
  async function judge(item, action) {
    const form = item.querySelector("form.judge");
    const answer = await fetch(`/review/${action}`, {
      method: "POST", body: new FormData(form), headers: { "HX-Request": "true", "X-CSRF-Token": document.body.dataset.csrf },
    });
    if (!answer.ok) return told((await answer.text()).slice(0, 300));
    if (action === "undo") {
      item.classList.remove("gone");
      return told("Taken back.");
    }
    item.classList.add("gone");
    done.push(item);
    told(action === "accept" ? "Accepted." : "Rejected.");
    if (items[at] === item && at < items.length - 1) choose(at + 1);
  }
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.judge")) return;
    event.preventDefault();
    judge(event.target.closest(".waiting"), event.submitter?.dataset.do ?? "accept");
  });
  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".waiting");
    if (item && items[at] !== item) { items[at]?.removeAttribute("data-current"); at = items.indexOf(item); item.setAttribute("data-current", ""); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input, textarea")) return;
    const item = items[at];
    if (event.key === "j") choose(at + 1);
    else if (event.key === "k") choose(at - 1);
    else if (event.key === "a" && item) judge(item, "accept");
    else if (event.key === "x" && item) judge(item, "reject");
    else if (event.key === "u") { const last = done.pop(); if (last) judge(last, "undo"); else told("There is nothing to undo here."); }
    else if (event.key === "Enter" && item && event.target === item) item.querySelector("a.button").click();
    else return;
    event.preventDefault();
  });
})();
