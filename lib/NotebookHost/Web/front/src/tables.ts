// Tables that sort: a click, or Enter, on a head. Numbers sort as numbers.

export function parseNumber(text: string): number {
  const match = /^[-+−]?\d*\.?\d+(e[-+]?\d+)?/i.exec(text.replace(/[,\s]/g, ""));
  return match ? parseFloat(match[0].replace("−", "-")) : NaN;
}

/** The order of rows by the texts of one column. */
export function order(texts: string[], up: boolean): number[] {
  const numeric = texts.every(text => text === "" || !Number.isNaN(parseNumber(text)));
  return texts.map((_, i) => i).sort((a, b) =>
    (numeric ? (parseNumber(texts[a]!) || 0) - (parseNumber(texts[b]!) || 0) : texts[a]!.localeCompare(texts[b]!)) * (up ? 1 : -1));
}

export function makeSortable(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const heads = table.tHead?.rows[0] ? [...table.tHead.rows[0].cells] : [];
  if (!body || body.rows.length < 3 || [...body.rows].some(row => row.cells.length !== heads.length)) return;
  heads.forEach((head, column) => {
    head.classList.add("sortable");
    head.tabIndex = 0;
    head.title = "sort";
    const sort = () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach(h => h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...body.rows];
      body.append(...order(rows.map(row => row.cells[column]!.textContent!.trim()), up).map(i => rows[i]!));
    };
    head.addEventListener("click", sort);
    head.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.stopPropagation(); sort(); } });
  });
}
