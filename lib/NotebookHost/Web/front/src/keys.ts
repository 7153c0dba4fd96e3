// The list of keys, in a dialog.

import { make } from "./dom";

const keys: [string, string][] = [
  ["Shift+Enter", "run the cell, go to the next"], ["Ctrl+Enter", "run the cell, stay"], ["Alt+Enter", "run the cell, insert one below"],
  ["Enter", "edit the cell"], ["Esc", "leave the editor: the keys below work"], ["↑ ↓ or k j", "select another cell"],
  ["a, b", "insert a cell above, below"], ["d d", "delete the cell"], ["z", "bring it back"], ["m, y", "make it text, code"],
  ["i i", "interrupt"], ["0 0", "restart the session"], ["Tab", "take a completion, or indent"], ["Ctrl+Space", "completions"],
];

export function keysDialog(): HTMLDialogElement {
  const dialog: HTMLDialogElement = make("dialog", { class: "help-dialog", "aria-label": "Keys" },
    make("h2", {}, "Keys"),
    make("table", {}, make("tbody", {}, ...keys.map(([key, words]) => make("tr", {}, make("th", { scope: "row" }, key), make("td", {}, words))))),
    make("p", { class: "end" }, make("button", { type: "button", onclick: () => dialog.close() }, "Close")));
  return dialog;
}
