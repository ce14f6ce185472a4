// The grid's heading, its columns' widths, and what stands above it.
import { make } from "./make.js";

/// - first: rows as the program sends them, by which widths are guessed.
export function setUp(grid, first) {
  grid.all.forEach((column, i) => { column.place = i; });
  grid.columns = grid.all.filter((column) => !column.hidden);
  const line = make("tr", { "aria-rowindex": "1" });
  line.append(make("th", { scope: "col", "class": "corner" }, "行"));
  addColumn(grid, 52);
  let sum = 52;
  grid.columns.forEach((column, c) => {
    const cell = make("th", { scope: "col", "aria-colindex": String(c + 2) }, column.label);
    if (column.required) cell.append(make("span", { "class": "must", title: "必填" }, "＊"));
    cell.title = column.help;
    line.append(cell);
    const wide = width(grid, column, first);
    addColumn(grid, wide);
    sum += wide;
  });
  grid.table.style.width = sum + "px";
  grid.head.append(line);
  grid.table.setAttribute("aria-colcount", String(grid.columns.length + 1));
}

function addColumn({ group }, wide) {
  group.append(make("col"));
  group.lastChild.style.width = wide + "px";
}

/// Pixels, by the longest text of the first rows.
function width({ schools }, column, first) {
  let wide = column.label.length * 15 + (column.required ? 42 : 26);
  for (const [, , cells] of first.slice(0, 60)) {
    const text = column.name === "org_code" ? schools[cells[column.place]] || "" : cells[column.place];
    let long = 0;
    for (let i = 0; i < text.length && i < 40; i++) long += text.charCodeAt(i) > 255 ? 15 : 8.5;
    wide = Math.max(wide, long + 22);
  }
  return Math.min(Math.max(wide, 64), 320);
}
