// From cell to cell.
import { look, need } from "./reading.js";
import { HEIGHT, cellAt, count } from "./state.js";
import { hint } from "./told.js";

export function go(grid, r, c, extend = false) {
  const { box, head } = grid;
  grid.at = {
    r: Math.max(0, Math.min(r, count(grid) - 1)), c: Math.max(0, Math.min(c, grid.columns.length - 1))
  };
  if (!extend) grid.anchor = { ...grid.at };
  const top = grid.at.r * HEIGHT, high = box.clientHeight - head.offsetHeight - HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top > box.scrollTop + high) box.scrollTop = top - high;
  look(grid);
  const cell = cellAt(grid);
  if (cell) {
    const left = cell.offsetLeft - 52;
    if (left < box.scrollLeft) box.scrollLeft = Math.max(0, left);
    else if (cell.offsetLeft + cell.offsetWidth > box.scrollLeft + box.clientWidth) {
      box.scrollLeft = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
    }
  }
  need(grid, Math.min(grid.at.r, grid.anchor.r), Math.max(grid.at.r, grid.anchor.r));
  if (!grid.sending) hint(grid);
}

/// Whether a key is one that walks.
export function isArrow(key) { return /^Arrow/.test(key) || ["Home", "End", "PageUp", "PageDown"].includes(key); }

export function arrow(grid, event) {
  const command = event.ctrlKey || event.metaKey, far = Math.max(1, Math.floor(grid.box.clientHeight / HEIGHT) - 2);
  const lastRow = count(grid) - 1, lastColumn = grid.columns.length - 1;
  let { r, c } = grid.at;
  switch (event.key) {
  case "ArrowUp": r = command ? 0 : r - 1; break;
  case "ArrowDown": r = command ? lastRow : r + 1; break;
  case "ArrowLeft": c = command ? 0 : c - 1; break;
  case "ArrowRight": c = command ? lastColumn : c + 1; break;
  case "PageUp": r -= far; break;
  case "PageDown": r += far; break;
  case "Home": c = 0; if (command) r = 0; break;
  case "End": c = lastColumn; if (command) r = lastRow; break;
  }
  go(grid, r, c, event.shiftKey);
}

/// To the next cell of the row, then to the next row.
export function next(grid, isBack) {
  let { r, c } = grid.at;
  c += isBack ? -1 : 1;
  if (c < 0) { c = grid.columns.length - 1; r--; }
  if (c >= grid.columns.length) { c = 0; r++; }
  go(grid, r, c);
}

/// Whether there is no next cell.
export function isAtEnd(grid, isBack) {
  const { r, c } = grid.at;
  return isBack ? r === 0 && c === 0 : r === count(grid) - 1 && c === grid.columns.length - 1;
}
