// Which of the compiler's messages to show while a cell is being written: those that speak of this cell, not of cells that have
// not run yet.

export interface Found { severity: "error" | "warning"; id: string; message: string; start: number; end: number; line: number }

/** Unknown names: their declaration may stand in a cell above that has not run. */
const unknownName = new Set(["CS0103", "CS0246", "CS0234", "CS1061", "CS0117"]);

/** The parser's own messages, which need no other cell. */
const syntax = (id: string) => /^CS(1[05]\d\d|8[46]\d\d)$/.test(id) && id !== "CS1503" && id !== "CS1061";

/** Whether to keep silent about a message. */
export function harmless(found: Found, code: string, begun: boolean, declaredElsewhere: (word: string) => boolean): boolean {
  if (!begun) return !syntax(found.id);
  return unknownName.has(found.id) && declaredElsewhere(code.slice(found.start, found.end));
}
