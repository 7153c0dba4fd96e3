// The lesson beside the course's own text: what the learner changed, and the way back, cell by cell.

import type { CellView } from "./cell";
import { difference } from "./difference";
import { make } from "./dom";
import type { CellSource } from "./model";

const signs = { same: " ", gone: "−", new: "+" };
const spoken = { same: null, gone: "was", new: "is" };

export interface Change { title: string; before: string; after: string; cell?: CellView | undefined; restore?: string | undefined }

/** The changes of all cells, those that the learner deleted at the end. */
export function changes(cells: CellView[], originals: Map<string, CellSource>): Change[] {
  const mine = new Set(cells.map(cell => cell.id));
  return [
    ...cells.map((cell, i) => change(cell, i, originals)).filter(each => each.before !== each.after),
    ...[...originals.values()].filter(cell => !mine.has(cell.id)).map(cell => ({ title: "A cell that you deleted", before: cell.source, after: "" })),
  ];
}

export function change(cell: CellView, index: number, originals: Map<string, CellSource>): Change {
  const original = originals.get(cell.id)?.source;
  return { title: `Cell ${index + 1}`, before: original ?? "", after: cell.source, cell, restore: original };
}

export class Comparison {
  readonly element = make("dialog", { class: "compare-dialog", "aria-label": "Comparison with the original" });

  /** @param restored Called when the course's text went back into a cell. */
  constructor(private readonly restored: () => void) {}

  show(list: Change[]): void {
    this.element.replaceChildren(
      make("h2", {}, "Compared with the course's text"),
      ...(list.every(each => each.before === each.after) ? [make("p", {}, "Nothing differs.")] : list.map(each => this.section(each))),
      make("p", { class: "end" }, make("button", { type: "button", onclick: () => this.element.close() }, "Close")));
    this.element.showModal();
  }

  private section({ title, before, after, cell, restore }: Change): HTMLElement {
    return make("section", {},
      make("h3", {}, title),
      make("pre", { class: "difference", tabindex: "0" }, ...difference(before, after).map(line =>
        make("div", { class: line.kind }, make("span", { class: "sign", "aria-label": spoken[line.kind] }, signs[line.kind]), line.text || " "))),
      cell && restore !== undefined && restore !== after
        ? make("button", { type: "button", onclick: () => { cell.setSource(restore); this.element.close(); this.restored(); } }, "Back to the course's text")
        : null);
  }
}
