// What a grid knows: its columns, the rows that were read, those that were added, and where the person is.
import { make } from "./make.js";

export const HEIGHT = 30, PAGE = 200;

export function stateOf(root) {
  const grid = {
    root, address: root.dataset.address, query: root.dataset.query,
    // `all` columns as rows hold them; `columns` are those that are shown.
    all: [], columns: [], schools: {}, writable: false,
    // Rows of the file by their place, and new ones behind them.
    total: 0, rows: new Map(), added: [],
    // The cell one is in, and the other corner of the block.
    at: { r: 0, c: 0 }, anchor: { r: 0, c: 0 },
    // How the cell is open: "type", "edit", "all" of its list; null where it is not.
    mode: null, leaving: false, picked: -1,
    asked: new Set(), kept: new Map(),
    sending: false, isMoved: false, waiting: new Set(), clashes: [],
    box: make("div", { "class": "sheet" }),
    table: make("table", { role: "grid", "aria-label": root.dataset.label, "aria-multiselectable": "true" }),
    group: make("colgroup"), head: make("thead"), body: make("tbody"),
    editor: make("textarea", {
      "class": "editor", spellcheck: "false", autocomplete: "off", autocapitalize: "off", rows: "1"
    }),
    list: make("ul", { role: "listbox", id: "choices", "class": "choices", hidden: "", "aria-label": "可选的值" }),
    told: make("p", { "class": "told", role: "status" }),
    tools: make("div", { "class": "tools" }),
    dialog: make("dialog", { "class": "clash", "aria-labelledby": "clash-title" })
  };
  grid.table.append(grid.group, grid.head, grid.body);
  grid.box.append(grid.table, grid.editor, grid.list);
  root.replaceChildren(grid.tools, grid.box, grid.told, grid.dialog);
  return grid;
}

export function count(grid) { return grid.total + grid.added.length + (grid.writable ? 1 : 0); }

/// undefined: not read yet. null: the row for new ones.
export function rowAt(grid, r) {
  if (r < grid.total) return grid.rows.get(r);
  return grid.added[r - grid.total] ?? null;
}

/// The new row at a place, with those before it.
export function ensure(grid, r) {
  while (r - grid.total >= grid.added.length) {
    grid.added.push({
      key: "", version: "", cells: grid.all.map(() => ""), draft: {}, bad: {}, remark: {}, isNew: true
    });
  }
  return rowAt(grid, r);
}

/// A row as the program sends it, with what was typed into it before and is not written.
export function rowOf(grid, [key, version, cells]) {
  const fresh = { key, version, cells, draft: {}, bad: {}, remark: {} }, old = grid.kept.get(key);
  grid.kept.delete(key);
  return old ? Object.assign(fresh, { draft: old.draft, bad: old.bad, refusal: old.refusal }) : fresh;
}

export function isTyped(row) { return Object.keys(row.draft).length > 0; }

export function shownText(row, column) { return row.draft[column.place] ?? row.cells[column.place]; }

export function label(grid, row, column) {
  const text = shownText(row, column);
  return column.name === "org_code" && grid.schools[text] ? grid.schools[text] : text;
}

/// Labels of what a row must hold and does not.
export function lacking(grid, row) {
  return grid.all.filter((column) => column.required && !column.filled && !shownText(row, column))
    .map((column) => column.label);
}

/// Why a cell is marked.
export function reason(row, column) {
  return row ? row.bad[column.place] || row.refusal || row.remark[column.place] || "" : "";
}

export function placeOf(grid, name) { return grid.all.findIndex((column) => column.name === name); }

export function block({ at, anchor }) {
  return {
    top: Math.min(at.r, anchor.r), bottom: Math.max(at.r, anchor.r),
    left: Math.min(at.c, anchor.c), right: Math.max(at.c, anchor.c)
  };
}

export function cellAt({ at }) { return document.getElementById(`c${at.r}-${at.c}`); }
