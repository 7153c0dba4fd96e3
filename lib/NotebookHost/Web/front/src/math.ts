// Formulas, by KaTeX where the page has it.

export function renderMath(from: ParentNode): void {
  const katex = window.katex;
  if (!katex) return;
  for (const element of from.querySelectorAll<HTMLElement>(".math")) {
    const text = element.textContent!.trim();
    // A formula that is a paragraph of its own is set as one.
    const alone = element.parentElement?.tagName === "P" && element.parentElement.textContent!.trim() === text;
    const display = alone || text.startsWith("\\[") || element.tagName === "DIV";
    katex.render(text.replace(/^\\[[(]/, "").replace(/\\[\])]$/, ""), element, { displayMode: display, throwOnError: false });
  }
}
