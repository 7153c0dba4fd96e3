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
    if (!display) keepMark(element);
  }
}

/** A comma or full stop behind a formula stays on the line of the formula's last part. */
function keepMark(formula: HTMLElement): void {
  const behind = formula.nextSibling;
  const last = [...formula.querySelectorAll(".katex-html > .base")].at(-1);
  const mark = behind instanceof Text ? /^[,.;:!?)\]]+/.exec(behind.data)?.[0] : undefined;
  if (!mark || !last) return;
  (behind as Text).deleteData(0, mark.length);
  const whole = document.createElement("span");
  whole.className = "whole";
  last.replaceWith(whole);
  const sign = document.createElement("span");
  sign.className = "mark";
  sign.textContent = mark;
  whole.append(last, sign);
}
