// A row that was written elsewhere meanwhile: both versions stand side by side, and the person chooses.
import { make } from "./make.js";
import { reload } from "./reading.js";

/// Shows the first clash that waits, and then the others.
/// - then: after each that is decided.
export function decide(grid, then) {
  const { dialog, clashes } = grid;
  if (dialog.open || !clashes.length) return;
  const { row, line } = clashes[0], now = line.row;
  function decided() {
    clashes.shift();
    dialog.close();
    decide(grid, then);
    then();
  }
  const mine = make("button", { type: "button" }, now ? "用我写的" : "作为新的一行写入");
  mine.addEventListener("click", () => {
    if (now) [, row.version, row.cells] = now;
    else makeNew(grid, row);
    grid.waiting.add(row);
    decided();
  });
  const theirs = make("button", { type: "button" }, now ? "用现在文件里的" : "放弃我写的");
  theirs.addEventListener("click", () => {
    row.draft = {};
    row.bad = {};
    if (now) [, row.version, row.cells] = now;
    decided();
    if (!now) reload(grid);
  });
  const buttons = make("p", { "class": "buttons" });
  buttons.append(mine, theirs);
  const { author, at } = line.clash, who = author ? `“${author}”` : "别处";
  const words = `这一行在你改的时候被${who}${at ? `于 ${at}` : ""}${now ? "改过" : "删去"}。两边都没有丢，请选一个。`;
  dialog.replaceChildren(
    make("h2", { id: "clash-title" }, "两边都改了这一行：" + row.key), make("p", {}, words), versions(grid, row, now), buttons);
  dialog.showModal();
}

/// The row is gone from the file: all of it is written again.
function makeNew(grid, row) {
  grid.all.forEach((column, place) => {
    if (row.draft[place] === undefined && row.cells[place] && !column.filled) row.draft[place] = row.cells[place];
  });
  row.key = row.version = "";
  row.isNew = true;
}

function versions(grid, row, now) {
  const table = make("table"), head = make("thead"), heads = make("tr"), body = make("tbody");
  heads.append(...["列", "原来", "你写的", "现在文件里的"].map((word) => make("th", { scope: "col" }, word)));
  head.append(heads);
  function add(place, mine, theirs) {
    const line = make("tr");
    line.append(
      make("th", { scope: "row" }, grid.all[place].label), make("td", {}, row.cells[place] || "（空）"),
      make("td", {}, mine), make("td", {}, theirs));
    body.append(line);
  }
  for (const place of Object.keys(row.draft)) add(place, row.draft[place] || "（空）", now ? now[2][place] || "（空）" : "（已删除）");
  now?.[2].forEach((text, place) => {
    if (row.draft[place] === undefined && text !== row.cells[place]) add(place, "（没有改）", text || "（空）");
  });
  table.append(head, body);
  return table;
}
