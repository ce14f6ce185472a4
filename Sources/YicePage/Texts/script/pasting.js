// Blocks are copied, cut, pasted and cleared.
import { blockOf, textOf } from "./blocks.js";
import { draw } from "./drawing.js";
import { block, rowAt, shownText } from "./state.js";
import { tell } from "./told.js";
import { put } from "./writing.js";

function copy(grid, event) {
  if (grid.mode) return false;
  const part = block(grid), lines = [];
  event.preventDefault();
  for (let r = part.top; r <= part.bottom; r++) {
    const row = rowAt(grid, r);
    if (!row && r < grid.total) { tell(grid, "还在读取这些行，请稍等再复制。", true); return false; }
    if (row) lines.push(grid.columns.slice(part.left, part.right + 1).map((column) => shownText(row, column)));
  }
  event.clipboardData.setData("text/plain", textOf(lines));
  tell(grid, `复制了 ${lines.length} 行。`);
  return true;
}

function paste(grid, event) {
  if (grid.mode) return;
  event.preventDefault();
  if (!grid.writable) return;
  const pasted = blockOf(event.clipboardData.getData("text/plain")), part = block(grid), cells = [];
  const most = grid.columns.length;
  // One value fills the block that is selected.
  if (pasted.length === 1 && pasted[0].length === 1) {
    for (let r = part.top; r <= part.bottom; r++)
      for (let c = part.left; c <= part.right; c++) cells.push({ r, c, text: pasted[0][0] });
  } else pasted.forEach((line, i) => {
    line.forEach((text, j) => {
      if (part.left + j < most) cells.push({ r: part.top + i, c: part.left + j, text });
    });
  });
  const over = pasted.some((line) => part.left + line.length > most);
  grid.anchor = { r: part.top, c: part.left };
  put(grid, cells);
  grid.at = {
    r: part.top + Math.max(pasted.length, 1) - 1,
    c: Math.min(most - 1, part.left + Math.max(1, pasted[0]?.length ?? 1) - 1)
  };
  draw(grid);
  tell(grid, `粘贴了 ${pasted.length} 行，正在写入…${over ? "右边多出的列没有地方放。" : ""}`, over);
}

export function clear(grid) {
  const part = block(grid), cells = [];
  for (let r = part.top; r <= part.bottom; r++) {
    const row = rowAt(grid, r);
    for (let c = part.left; row && c <= part.right; c++) {
      const column = grid.columns[c];
      if (shownText(row, column) !== "" && !(column.key && !row.isNew)) cells.push({ r, c, text: "" });
    }
  }
  if (cells.length) put(grid, cells);
}

export function pasting(grid) {
  grid.editor.addEventListener("copy", (event) => { copy(grid, event); });
  grid.editor.addEventListener("cut", (event) => { if (copy(grid, event)) clear(grid); });
  grid.editor.addEventListener("paste", (event) => { paste(grid, event); });
}
