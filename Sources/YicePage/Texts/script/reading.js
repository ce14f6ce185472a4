// Reads rows as they are come to, a page of them at a time.
import { ask } from "./ask.js";
import { draw, windowOf } from "./drawing.js";
import { PAGE, isTyped, rowOf } from "./state.js";
import { tell } from "./told.js";

/// The first page, with the columns.
export async function begin(grid) {
  const answer = await ask(`${grid.address}/rows?${grid.query}&from=0&count=${PAGE}&columns=1`);
  grid.all = answer.columns;
  grid.writable = answer.writable;
  grid.schools = answer.schools || {};
  grid.asked.add(0);
  keep(grid, answer);
  return answer.rows;
}

function keep(grid, answer) {
  grid.total = answer.total;
  answer.rows.forEach((row, i) => { grid.rows.set(answer.from + i, rowOf(grid, row)); });
}

async function fetchPage(grid, page) {
  if (grid.asked.has(page)) return;
  grid.asked.add(page);
  try {
    keep(grid, await ask(`${grid.address}/rows?${grid.query}&from=${page * PAGE}&count=${PAGE}`));
    look(grid);
  } catch (error) {
    grid.asked.delete(page);
    tell(grid, error.message, true);
  }
}

export function need(grid, from, to) {
  const last = Math.min(to, grid.total - 1);
  for (let page = Math.floor(from / PAGE); page * PAGE <= last; page++) fetchPage(grid, page);
}

/// Draws the window where it stands now, and asks for what it lacks.
export function look(grid) {
  if (!grid.columns.length) return;
  const { first, last } = windowOf(grid);
  need(grid, first, last);
  draw(grid);
}

/// Reads everything anew; what was typed and is not written stays.
export async function reload(grid) {
  for (const row of grid.rows.values()) if (isTyped(row)) grid.kept.set(row.key, row);
  grid.rows.clear();
  grid.asked.clear();
  grid.added = grid.added.filter((row) => row.isNew && isTyped(row));
  await fetchPage(grid, Math.floor(Math.min(grid.at.r, Math.max(grid.total - 1, 0)) / PAGE));
  look(grid);
}
