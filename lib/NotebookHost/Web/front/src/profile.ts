// How much the lesson computes: the word stands in the cell tagged "parameters", and a choice in the bar changes it there.

import type { CellView } from "./cell";
import { make } from "./dom";

const assignment = /\bprofile\s*=\s*"(smoke|quick|full)"/;

export class ProfileChoice {
  readonly element = make("select", { "aria-label": "How much the lesson computes", onchange: () => this.set(this.element.value) },
    ...["smoke", "quick", "full"].map(word => make("option", { value: word }, word)));

  /** @param cells The cells of the lesson as they are now. */
  constructor(private readonly cells: () => CellView[]) {}

  /** Shows what the cell says; without such a cell there is no choice. */
  show(): void {
    const cell = this.cell();
    this.element.hidden = !cell;
    if (cell) this.element.value = assignment.exec(cell.source)![1]!;
  }

  private set(word: string): void {
    const cell = this.cell();
    if (cell) cell.setSource(cell.source.replace(assignment, `profile = "${word}"`));
  }

  private cell(): CellView | undefined {
    return this.cells().find(cell => cell.type === "code" && cell.tags.includes("parameters") && assignment.test(cell.source));
  }
}
