// Blocks of cells as spreadsheet programs copy them: tabs, line ends, and quotes about cells that hold one of these.

export function blockOf(text) {
  const rows = [[]];
  let cell = "", quoted = false, start = true;
  function close() { rows[rows.length - 1].push(cell); cell = ""; start = true; }
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\"" && text[i + 1] === "\"") { cell += "\""; i++; }
      else if (c === "\"") quoted = false;
      else if (c !== "\r") cell += c;
    } else if (c === "\"" && start) { quoted = true; start = false; }
    else if (c === "\t") close();
    else if (c === "\n") { close(); rows.push([]); }
    else if (c !== "\r") { cell += c; start = false; }
  }
  if (cell !== "" || rows[rows.length - 1].length) close(); else rows.pop();
  return rows;
}

export function textOf(rows) {
  return rows.map((row) => row.map((cell) => {
    return /[\t\n"]/.test(cell) ? "\"" + cell.replace(/"/g, "\"\"") + "\"" : cell;
  }).join("\t")).join("\n");
}
