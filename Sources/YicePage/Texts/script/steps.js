// Undo and redo, one step of the file at a time.
import { ask } from "./ask.js";
import { reload } from "./reading.js";
import { tell } from "./told.js";

const steps = ["undo", "redo"];

/// What the buttons above the page take back now.
export function bar(answer) {
  for (const what of steps) {
    const form = document.getElementById(what), next = answer[what];
    form.hidden = !next;
    if (!next) continue;
    form.querySelector("input[name=revision]").value = next.revision;
    form.querySelector("button").textContent = next.words;
  }
}

export async function step(grid, what) {
  const form = document.getElementById(what);
  if (!form) { tell(grid, what === "undo" ? "没有可以撤销的操作。" : "没有可以恢复的操作。"); return; }
  try {
    const answer = await ask("/undo", new URLSearchParams(new FormData(form)));
    bar(answer);
    await reload(grid);
    tell(grid, answer.words);
  } catch (error) { tell(grid, error.message, true); }
}

export function stepping(grid) {
  for (const what of steps) {
    document.getElementById(what).addEventListener("submit", (event) => { event.preventDefault(); step(grid, what); });
  }
}
