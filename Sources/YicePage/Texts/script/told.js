// The line below the grid.
import { lacking, reason, rowAt } from "./state.js";

export function tell(grid, words, isBad = false) {
  grid.told.textContent = words;
  grid.told.classList.toggle("bad", isBad);
}

/// What is to say of the cell one is in.
export function hint(grid) {
  const row = rowAt(grid, grid.at.r), column = grid.columns[grid.at.c], why = reason(row, column);
  if (why) tell(grid, why, true);
  else if (row?.isNew && lacking(grid, row).length) tell(grid, `新的一行还缺：${lacking(grid, row).join("、")}，填了才写入。`);
  else if (column.fixed && row && !row.isNew && grid.writable) tell(grid, `“${column.label}”不能改：要改请新增一行，再删去旧行。`);
  else tell(grid, `${column.label}：${column.help}`);
}
