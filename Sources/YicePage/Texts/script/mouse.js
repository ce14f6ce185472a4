// Cells and choices are clicked, blocks drawn out, and the grid scrolled.
import { takeUp } from "./caret.js";
import { draw } from "./drawing.js";
import { edit, take } from "./editing.js";
import { go } from "./moving.js";
import { look } from "./reading.js";

function press(grid, event) {
  const { box } = grid, item = event.target.closest("li[role=option]");
  if (item) {
    event.preventDefault();
    grid.editor.value = item.dataset.value;
    grid.picked = -1;
    grid.list.hidden = true;
    take(grid);
    return;
  }
  const cell = event.target.closest("td[data-r]");
  if (!cell) return;
  event.preventDefault();
  take(grid);
  go(grid, Number(cell.dataset.r), Number(cell.dataset.c), event.shiftKey);
  takeUp(grid);
  // Not by dblclick: the cell that was pressed first has been drawn anew since.
  if (event.detail === 2) { edit(grid); return; }
  function drag(move) {
    const over = move.target.closest?.("td[data-r]");
    if (!over) return;
    const r = Number(over.dataset.r), c = Number(over.dataset.c);
    if (r !== grid.at.r || c !== grid.at.c) { grid.at = { r, c }; draw(grid); }
  }
  box.addEventListener("mousemove", drag);
  document.addEventListener("mouseup", () => { box.removeEventListener("mousemove", drag); }, { once: true });
}

export function mouse(grid) {
  let drawing = false;
  grid.box.addEventListener("mousedown", (event) => { press(grid, event); });
  grid.box.addEventListener("scroll", () => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => { drawing = false; look(grid); });
  });
  window.addEventListener("resize", () => { look(grid); });
}
