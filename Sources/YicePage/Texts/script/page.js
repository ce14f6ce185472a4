// Where the page's script begins. Every page works without it, but for dropping files and the grid's
// keys. Decision 0165.
import { dropping } from "./files.js";

// The program ends ten minutes after the last page has asked for something.
setInterval(() => { fetch("/alive", { method: "POST" }).catch(() => {}); }, 60000);

for (const form of document.querySelectorAll("form[data-ask]")) {
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.getAttribute("data-ask"))) event.preventDefault();
  });
}

for (const select of document.querySelectorAll("select[data-go]")) {
  select.addEventListener("change", () => { select.form.submit(); });
}

document.querySelectorAll("[data-upload]").forEach(dropping);

const grids = document.querySelectorAll("[data-grid]");
if (grids.length) import("./grid.js").then(({ grid }) => { grids.forEach(grid); });
