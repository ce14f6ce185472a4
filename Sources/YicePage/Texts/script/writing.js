// What was typed is sent, and what became of it shown. Rows that are typed into meanwhile go with the next.
import { ask } from "./ask.js";
import { takeUp } from "./caret.js";
import { decide } from "./clashes.js";
import { draw } from "./drawing.js";
import { reload } from "./reading.js";
import { PAGE, block, ensure, isTyped, lacking, placeOf, rowAt } from "./state.js";
import { bar } from "./steps.js";
import { tell } from "./told.js";

/// - cells: { r, c, text } each.
export function put(grid, cells) {
  if (!grid.writable) return;
  let fixed = 0;
  // What tells rows apart is changed one at a time, never by a block that was pasted one row too low.
  const isKept = (column) => column.fixed || (column.key && cells.length > 1);
  const touched = new Set();
  for (const { r, c, text } of cells) {
    const row = r < grid.total ? rowAt(grid, r) : ensure(grid, r), column = grid.columns[c];
    if (!row) continue;
    if (!touched.has(row)) for (const place of keptCells(row)) delete row.bad[place];
    touched.add(row);
    if (isKept(column) && !row.isNew) {
      if (text !== row.cells[column.place]) {
        row.bad[column.place] = `这一格指明是哪一行，没有改；粘贴的是“${text}”。${column.fixed ? "" : "要改请单独改这一格。"}`;
        fixed++;
      }
      continue;
    }
    if (row.draft[column.place] === undefined && row.cells[column.place] === text) continue;
    row.draft[column.place] = text;
    delete row.bad[column.place];
    delete row.remark[column.place];
    row.refusal = null;
    grid.waiting.add(row);
  }
  draw(grid);
  if (fixed) tell(grid, `${fixed} 格指明是哪一行，没有改。`, true);
  flush(grid);
}

/// Places of cells that were pasted over and kept what they held.
function keptCells(row) { return Object.keys(row.bad).filter((place) => row.draft[place] === undefined); }

function flush(grid) {
  if (grid.sending) return;
  let batch = Array.from(grid.waiting).filter((row) => !(row.isNew && lacking(grid, row).length));
  batch.forEach((row) => { grid.waiting.delete(row); });
  batch = batch.filter(isTyped);
  if (!batch.length) return;
  const fields = new URLSearchParams(), sent = batch.map((row) => ({ ...row.draft })), { school } = grid.root.dataset;
  batch.forEach((row, i) => {
    fields.append("row", row.key);
    fields.append("version", row.version);
    for (const [place, text] of Object.entries(sent[i])) fields.append("c." + grid.all[place].name, text);
    if (row.isNew && school && sent[i][0] === undefined) fields.append("c.org_code", school);
  });
  write(grid, fields, batch, sent);
}

async function write(grid, fields, batch, sent) {
  grid.sending = true;
  tell(grid, "正在写入…");
  let answer;
  try {
    answer = await ask(`${grid.address}/write?${grid.query}`, fields);
  } catch (error) {
    grid.sending = false;
    // Sent again with whatever is typed next.
    batch.forEach((row) => { row.refusal = error.message; grid.waiting.add(row); });
    draw(grid);
    tell(grid, error.message, true);
    return;
  }
  grid.sending = false;
  answer.lines.forEach((line, i) => { settle(grid, batch[i], sent[i], line); });
  bar(answer);
  draw(grid);
  summary(grid, answer.lines, batch.flatMap(keptCells).length);
  if (grid.isMoved && grid.total > PAGE) await reload(grid);
  grid.isMoved = false;
  flush(grid);
}

function settle(grid, row, sent, line) {
  function byPlace(words = {}) {
    return Object.fromEntries(Object.entries(words).map(([name, text]) => [placeOf(grid, name), text]));
  }
  for (const place of Object.keys(sent)) delete row.bad[place];
  Object.assign(row.bad, byPlace(line.problems));
  row.remark = byPlace(line.remarks);
  row.refusal = line.refusal || null;
  if (line.clash) { grid.clashes.push({ row, line }); decide(grid, () => { decided(grid); }); return; }
  if (line.removed) { row.isGone = true; return; }
  if (!line.row || line.refusal) return;
  // Rows stand in the order of their keys: those that are not read yet begin elsewhere now.
  if (!row.isNew && row.key !== line.row[0]) grid.isMoved = true;
  [row.key, row.version, row.cells] = line.row;
  row.isNew = false;
  for (const place of Object.keys(sent)) {
    // Typed again meanwhile: that is sent next.
    if (row.draft[place] === sent[place] && !row.bad[place]) delete row.draft[place];
  }
}

/// After the last clash the person is back in the grid.
function decided(grid) {
  draw(grid);
  flush(grid);
  if (!grid.dialog.open) takeUp(grid);
}

/// - kept: how many cells kept what they held.
function summary(grid, lines, kept) {
  const problems = (line) => Object.values(line.problems || {});
  const bad = lines.reduce((sum, line) => sum + problems(line).length, 0);
  const held = lines.filter((line) => line.refusal).length;
  if (bad || held) {
    const first = lines.find((line) => line.refusal || problems(line).length);
    const counts = [bad ? `${bad} 格没有写入（标红）` : "", held ? `${held} 行没有写入（标红）` : ""];
    tell(grid, `${counts.filter(Boolean).join("，")}：${first.refusal || problems(first)[0]}`, true);
    return;
  }
  const written = lines.filter((line) => line.written).length;
  if (kept) tell(grid, `已写入 ${written} 行；${kept} 格指明是哪一行，没有改（标红）。`, true);
  else if (written || !grid.clashes.length) tell(grid, written ? `已写入 ${written} 行。` : "与文件里的相同，没有改动。");
  else tell(grid, "没有写入：别处也改了。", true);
}

export async function removeRows(grid) {
  const part = block(grid), chosen = new Set();
  for (let r = part.top; r <= part.bottom; r++) if (rowAt(grid, r)) chosen.add(rowAt(grid, r));
  grid.added = grid.added.filter((row) => !(row.isNew && chosen.has(row)));
  const batch = Array.from(chosen).filter((row) => !row.isNew);
  if (!batch.length) { draw(grid); return; }
  if (!window.confirm(`要删除所选的 ${batch.length} 行吗？可以撤销。`)) return;
  const fields = new URLSearchParams();
  for (const row of batch) {
    fields.append("row", row.key);
    fields.append("version", row.version);
    fields.append("remove", "1");
  }
  await write(grid, fields, batch, batch.map(() => ({})));
  grid.added = grid.added.filter((row) => !row.isGone);
  grid.at = { r: part.top, c: grid.at.c };
  grid.anchor = { ...grid.at };
  await reload(grid);
}
