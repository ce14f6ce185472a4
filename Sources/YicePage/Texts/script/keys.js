// The grid's keys, as a spreadsheet has them.
import { isOffered, offer, pickNext } from "./choices.js";
import { draw } from "./drawing.js";
import { edit, open, shut, take } from "./editing.js";
import { arrow, go, isArrow, isAtEnd, next } from "./moving.js";
import { clear } from "./pasting.js";
import { need } from "./reading.js";
import { rowAt } from "./state.js";
import { step } from "./steps.js";
import { tell } from "./told.js";

/// A key while the cell is open. Returns whether it was of use.
function whileOpen(grid, event) {
  const { key } = event, { editor } = grid;
  if (key === "Escape") shut(grid);
  else if (key === "Enter" && event.altKey && grid.columns[grid.at.c].prose) {
    editor.setRangeText("\n", editor.selectionStart, editor.selectionEnd, "end");
  } else if (key === "Enter") { take(grid); go(grid, grid.at.r + (event.shiftKey ? -1 : 1), grid.at.c); }
  else if (key === "Tab") { take(grid); next(grid, event.shiftKey); }
  else if (isOffered(grid) && key === "ArrowDown") pickNext(grid, 1);
  else if (isOffered(grid) && key === "ArrowUp") pickNext(grid, -1);
  else if (grid.mode === "type" && /^Arrow/.test(key)) { take(grid); arrow(grid, event); }
  else return false;
  return true;
}

function whileShut(grid, event, wasLeaving) {
  const { key } = event, command = event.ctrlKey || event.metaKey;
  if (isArrow(key)) arrow(grid, event);
  else if (key === "Tab") {
    if (wasLeaving || isAtEnd(grid, event.shiftKey)) return false;
    next(grid, event.shiftKey);
  } else if (key === "Escape") {
    grid.leaving = true;
    grid.anchor = { ...grid.at };
    draw(grid);
    tell(grid, "按 Tab 离开表格。");
  } else if (key === "Enter") {
    if (grid.columns[grid.at.c].choices.length && rowAt(grid, grid.at.r) && !grid.editor.readOnly) edit(grid);
    else go(grid, grid.at.r + (event.shiftKey ? -1 : 1), grid.at.c);
  } else if (key === "F2") edit(grid);
  else if (key === "Delete" || key === "Backspace") clear(grid);
  else if (command && key === "z") step(grid, "undo");
  else if (command && (key === "y" || (event.shiftKey && key === "Z"))) step(grid, "redo");
  else if (command && key === "a") selectAll(grid);
  else if (command && key === "f") document.querySelector("input[name=q]")?.focus();
  else return false;
  return true;
}

function selectAll(grid) {
  grid.anchor = { r: 0, c: 0 };
  grid.at = { r: Math.max(0, grid.total + grid.added.length - 1), c: grid.columns.length - 1 };
  draw(grid);
  need(grid, 0, grid.total - 1);
}

export function keys(grid) {
  const { editor } = grid;
  editor.addEventListener("compositionstart", () => { if (!grid.mode) open(grid, "type", null); });
  editor.addEventListener("input", () => {
    if (!grid.mode) open(grid, "type", null);
    if (grid.mode === "all") grid.mode = "type";
    offer(grid);
  });
  editor.addEventListener("blur", () => { take(grid); });
  editor.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const wasLeaving = grid.leaving;
    grid.leaving = false;
    if (grid.mode ? whileOpen(grid, event) : whileShut(grid, event, wasLeaving)) event.preventDefault();
  });
}
