// What all pages share: messages, copying, dropping files.
"use strict";
const told = (words) => {
  const place = document.getElementById("told");
  place.textContent = words;
  clearTimeout(told.timer);
  told.timer = setTimeout(() => { place.textContent = ""; }, 6000);
};
window.memcon = { told };

document.addEventListener("click", async (event) => {
  const copying = event.target.closest("[data-copy]");
  if (copying) {
    const from = document.querySelector(copying.dataset.copy);
    try {
      await navigator.clipboard.writeText(from.textContent);
      told("Copied.");
    } catch {
      window.getSelection().selectAllChildren(from);
      told("Selected; copy it with Ctrl+C.");
    }
  }
  if (event.target.closest('[data-do="dismiss"]')) event.target.closest(".citation").remove();
  const menu = event.target.closest(".menu");
  for (const open of document.querySelectorAll(".menu[open]")) if (open !== menu) open.open = false;
});

// An answer that is an error is told, and changes nothing in the page.
document.addEventListener("htmx:responseError", (event) => {
  const words = event.detail.xhr.responseText;
  told(words && words.length < 300 && !words.startsWith("<") ? words : "That did not work; load the page again.");
});
document.addEventListener("htmx:sendError", () => told("The server does not answer."));

const form = document.getElementById("hand-in");
if (form) {
  const files = document.getElementById("files");
  for (const name of ["dragover", "dragenter"]) {
    form.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      form.classList.add("dropping");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    files.files = event.dataTransfer.files;
    told(`${files.files.length} chosen; press “Read it”.`);
  });
  form.addEventListener("submit", () => {
    form.querySelector(".busy").textContent = "Reading …";
    form.querySelector("button.primary").disabled = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.contains(event.target)) form.requestSubmit();
  });
  window.addEventListener("pageshow", () => { form.querySelector("button.primary").disabled = false; });
}
