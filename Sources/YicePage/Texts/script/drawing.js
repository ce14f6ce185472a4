// Rows in the window, and none besides.
import { place } from "./caret.js";
import { make } from "./make.js";
import { HEIGHT, block, count, label, lacking, rowAt } from "./state.js";

/// First and last row that are drawn: those in the window and some about it.
export function windowOf(grid) {
  const first = Math.max(0, Math.floor(grid.box.scrollTop / HEIGHT) - 8);
  return { first, last: Math.min(count(grid) - 1, first + Math.ceil(grid.box.clientHeight / HEIGHT) + 16) };
}

export function draw(grid) {
  if (!grid.columns.length) return;
  const { first, last } = windowOf(grid);
  grid.table.setAttribute("aria-rowcount", String(count(grid) + 1));
  const lines = [spacer(grid, first * HEIGHT)];
  for (let r = first; r <= last; r++) lines.push(line(grid, r));
  lines.push(spacer(grid, (count(grid) - 1 - last) * HEIGHT));
  grid.body.replaceChildren(...lines);
  place(grid);
}

function spacer(grid, height) {
  const row = make("tr", { "aria-hidden": "true", "class": "spacer" });
  const cell = row.appendChild(make("td"));
  cell.colSpan = grid.columns.length + 1;
  cell.style.height = Math.max(0, height) + "px";
  return row;
}

function line(grid, r) {
  const row = rowAt(grid, r), isBlank = !row && r >= grid.total;
  const element = make("tr", { "aria-rowindex": String(r + 2) });
  element.style.height = HEIGHT + "px";
  element.append(number(grid, row, r, isBlank));
  const within = block(grid), isWithin = r >= within.top && r <= within.bottom;
  grid.columns.forEach((column, c) => {
    const cell = make("td", { role: "gridcell", "aria-colindex": String(c + 2), id: `c${r}-${c}` });
    cell.dataset.r = r; cell.dataset.c = c;
    const classes = [];
    if (column.number) classes.push("n");
    if (row) fill(grid, cell, row, column, classes);
    else if (!isBlank) cell.textContent = "…";
    if (isWithin && c >= within.left && c <= within.right) { classes.push("in"); cell.setAttribute("aria-selected", "true"); }
    if (r === grid.at.r && c === grid.at.c) classes.push("at");
    cell.className = classes.join(" ");
    element.append(cell);
  });
  return element;
}

function number(grid, row, r, isBlank) {
  const cell = make("th", { scope: "row", "class": "number" }, isBlank ? "＋" : String(r + 1));
  if (isBlank) cell.title = "在这里写，就增加一行";
  if (row?.refusal) { cell.className += " bad"; cell.title = row.refusal; }
  else if (row?.isNew && lacking(grid, row).length) {
    cell.className += " open"; cell.title = "还缺：" + lacking(grid, row).join("、");
  }
  return cell;
}

function fill(grid, cell, row, column, classes) {
  const isDraft = row.draft[column.place] !== undefined;
  cell.textContent = label(grid, row, column);
  const why = row.bad[column.place] || (isDraft && row.refusal);
  if (why) { classes.push("bad"); cell.setAttribute("aria-invalid", "true"); cell.title = why; }
  else if (isDraft) classes.push("draft");
  else if (row.remark[column.place]) { classes.push("remark"); cell.title = row.remark[column.place]; }
  if (column.fixed && !row.isNew) classes.push("fixed");
}
