// The list of what a cell may hold, filtered by what is typed: a part of the word, or the first letters of its pinyin.
import { initials } from "./initials.js";
import { make } from "./make.js";

/// How well a choice fits: 0 best, 3 not.
function rank(choice, typed) {
  if (choice.includes(typed)) return 0;
  const place = initials(choice).indexOf(typed.toLowerCase());
  return place < 0 ? 3 : Math.min(place, 1) + 1;
}

function fits(choices, typed) {
  return choices.map((choice) => [rank(choice, typed), choice]).filter(([rank]) => rank < 3)
    .sort(([one], [other]) => one - other).map(([, choice]) => choice);
}

export function offer(grid) {
  const { list, editor } = grid, column = grid.columns[grid.at.c];
  if (!column.choices.length) { list.hidden = true; grid.picked = -1; return; }
  const typed = grid.mode === "all" ? "" : editor.value.trim();
  const fitting = fits(column.choices, typed);
  list.replaceChildren(...fitting.map((choice, i) => {
    const item = make("li", { role: "option", id: `choice${i}` }, choice || "（空）");
    item.dataset.value = choice;
    return item;
  }));
  list.hidden = !fitting.length;
  pick(grid, typed && fitting.length ? 0 : -1);
}

function pick(grid, n) {
  const { list, editor } = grid;
  grid.picked = n;
  Array.from(list.children).forEach((item, i) => { item.setAttribute("aria-selected", String(i === n)); });
  if (n >= 0) {
    editor.setAttribute("aria-activedescendant", `choice${n}`);
    list.children[n].scrollIntoView({ block: "nearest" });
  } else editor.removeAttribute("aria-activedescendant");
}

/// One further down or up, as far as there are.
export function pickNext(grid, by) {
  pick(grid, Math.min(Math.max(grid.picked + by, 0), grid.list.children.length - 1));
}

export function isOffered({ list }) { return !list.hidden && list.children.length > 0; }

/// The value that is picked; null where none is.
export function chosen({ list, picked }) { return !list.hidden && picked >= 0 ? list.children[picked].dataset.value : null; }

export function close({ list, editor }) {
  list.hidden = true;
  editor.removeAttribute("aria-activedescendant");
}
