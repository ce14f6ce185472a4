// The one text field of the grid, upon the cell that it stands for.
import { HEIGHT, cellAt, label, reason, rowAt } from "./state.js";

export function place(grid) {
  const { editor, list, at } = grid;
  const cell = cellAt(grid), column = grid.columns[at.c], row = rowAt(grid, at.r);
  if (cell) {
    editor.style.left = list.style.left = cell.offsetLeft + "px";
    editor.style.top = cell.offsetTop + "px";
    editor.style.width = list.style.minWidth = cell.offsetWidth + "px";
    editor.style.height = (grid.mode && column.prose ? HEIGHT * 4 : HEIGHT) + "px";
    list.style.top = cell.offsetTop + HEIGHT + "px";
  }
  editor.classList.toggle("open", Boolean(grid.mode));
  editor.readOnly = !grid.writable || Boolean(column.fixed && row && !row.isNew);
  const text = row ? label(grid, row, column) : "", why = reason(row, column);
  editor.setAttribute("aria-label", `第 ${at.r + 1} 行，${column.label}：${text || "空"}${why ? "。" + why : ""}`);
}

/// A dialog that closes gives the focus back, but not the caret: what is typed would go nowhere.
export function takeUp({ editor }) {
  if (document.activeElement === editor) editor.blur();
  editor.focus({ preventScroll: true });
}
