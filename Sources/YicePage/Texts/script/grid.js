// A table as a grid that is written into.
import { evidence } from "./evidence.js";
import { setUp } from "./heading.js";
import { keys } from "./keys.js";
import { make } from "./make.js";
import { mouse } from "./mouse.js";
import { pasting } from "./pasting.js";
import { begin, look } from "./reading.js";
import { isTyped, stateOf } from "./state.js";
import { stepping } from "./steps.js";
import { hint, tell } from "./told.js";
import { removeRows } from "./writing.js";

const WORDS = "方向键走动，直接打字即改，F2 接着改，Enter、Tab 写入；Ctrl+C、Ctrl+V 与 WPS 互相复制；Ctrl+Z 撤销；先按 Esc 再按 Tab 离开表格；佐证文件拖到它那一行上。";

/// - root: what stands in its place without a script.
export async function grid(root) {
  const grid = stateOf(root);
  grid.dialog.addEventListener("cancel", (event) => { event.preventDefault(); });
  keys(grid);
  mouse(grid);
  pasting(grid);
  evidence(grid);
  stepping(grid);
  window.addEventListener("beforeunload", (event) => {
    if ([...grid.added, ...grid.rows.values()].some(isTyped)) event.preventDefault();
  });
  try {
    setUp(grid, await begin(grid));
    tools(grid);
    look(grid);
    root.dataset.ready = "1";
    hint(grid);
  } catch (error) { tell(grid, error.message, true); }
}

function tools(grid) {
  if (grid.writable) {
    const button = make("button", { type: "button" }, "删除所选的行");
    button.addEventListener("click", () => { removeRows(grid); });
    grid.tools.append(button);
  }
  grid.tools.append(make("span", { "class": "hint" }, grid.writable ? WORDS : "这张表在本文件里只能看。"));
}
