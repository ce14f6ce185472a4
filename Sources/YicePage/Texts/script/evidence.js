// A file that is dropped on a row is kept as evidence of it.
import { send } from "./files.js";
import { rowAt } from "./state.js";
import { bar } from "./steps.js";
import { tell } from "./told.js";

export function evidence(grid) {
  const { box, root } = grid;
  if (!root.dataset.most) return;
  let over = null;
  function mark(line) {
    over?.classList.remove("over");
    over = line;
    over?.classList.add("over");
  }
  function isFiles(event) { return Array.from(event.dataTransfer.types).includes("Files"); }
  for (const kind of ["dragenter", "dragover"]) {
    box.addEventListener(kind, (event) => {
      if (!isFiles(event)) return;
      // Without this the browser would leave the page and show the file.
      event.preventDefault();
      mark(event.target.closest("tbody tr"));
    });
  }
  box.addEventListener("dragleave", (event) => { if (!box.contains(event.relatedTarget)) mark(null); });
  box.addEventListener("drop", async (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    mark(null);
    const cell = event.target.closest("tbody tr")?.querySelector("td[data-r]");
    const row = cell ? rowAt(grid, Number(cell.dataset.r)) : null;
    if (!row?.key) { tell(grid, "佐证要放在已经写入的一行上。", true); return; }
    const address = `${grid.address}/evidence?key=${encodeURIComponent(row.key)}`;
    const answer = await send(event.dataTransfer.files, address, Number(root.dataset.most), (words, isBad) => { tell(grid, words, isBad); });
    if (!answer) return;
    bar(answer);
    tell(grid, answer.words);
  });
}
