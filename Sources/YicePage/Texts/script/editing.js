// A cell is opened, typed into, and taken or left as it was.
import { place } from "./caret.js";
import { chosen, close, offer } from "./choices.js";
import { rowAt, shownText } from "./state.js";
import { put } from "./writing.js";

/// - text: what the cell begins with; null leaves what the person has just typed.
export function open(grid, how, text) {
  if (grid.editor.readOnly) return;
  grid.mode = how;
  if (text !== null) grid.editor.value = text;
  place(grid);
  offer(grid);
}

/// Opens the cell with what it holds.
export function edit(grid) {
  const row = rowAt(grid, grid.at.r), column = grid.columns[grid.at.c];
  open(grid, column.choices.length ? "all" : "edit", row ? shownText(row, column) : "");
}

export function shut(grid) {
  grid.mode = null;
  grid.editor.value = "";
  close(grid);
  place(grid);
}

export function take(grid) {
  if (!grid.mode) return;
  const text = chosen(grid) ?? grid.editor.value;
  shut(grid);
  const { r, c } = grid.at, row = rowAt(grid, r);
  if (row ? text !== shownText(row, grid.columns[c]) : text !== "") put(grid, [{ r, c, text }]);
}
