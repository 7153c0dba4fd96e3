// What is not yet on the disk lies in the browser's own store: a crash of the server, the page or the machine costs no word.

import type { CellSource } from "./model";

export interface Draft { time: number; base: CellSource[]; cells: CellSource[] }

export const sameCells = (a: CellSource[], b: CellSource[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell.id === b[i]!.id && cell.type === b[i]!.type && cell.source === b[i]!.source);

export const onlySources = (cells: CellSource[]): CellSource[] => cells.map(({ id, type, source }) => ({ id, type, source }));

export class Drafts {
  private readonly key: string;

  constructor(lesson: string, private readonly store: Pick<Storage, "getItem" | "setItem" | "removeItem">) {
    this.key = `course-draft-${lesson}`;
  }

  keep(base: CellSource[], cells: CellSource[]): void {
    try {
      this.store.setItem(this.key, JSON.stringify({ time: Date.now(), base: onlySources(base), cells: onlySources(cells) } satisfies Draft));
    } catch { /* A full or forbidden store: the server still has every saved change. */ }
  }

  forget(): void {
    try { this.store.removeItem(this.key); } catch { /* as above */ }
  }

  /** The draft that was left behind, or null. */
  find(): Draft | null {
    try {
      const draft = JSON.parse(this.store.getItem(this.key) ?? "null") as Draft | null;
      return draft && Array.isArray(draft.base) && Array.isArray(draft.cells) ? draft : null;
    } catch {
      return null;
    }
  }
}
