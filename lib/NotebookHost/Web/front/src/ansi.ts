// Text of a terminal: colours become classes, a carriage return starts its line anew.

export interface Span { text: string; classes: string }

const colours = ["grey", "red", "green", "yellow", "blue", "magenta", "cyan", ""];

/** The text in pieces of one style each. */
export function spans(text: string): Span[] {
  const found: Span[] = [];
  let bold = false;
  let colour = "";
  let at = 0;
  const add = (part: string) => {
    if (part) found.push({ text: part, classes: [bold && "ansi-bold", colour && `ansi-${colour}`].filter(Boolean).join(" ") });
  };
  for (const match of text.matchAll(/\x1b\[([0-9;]*)([A-Za-z])/g)) {
    add(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[2] !== "m") continue;
    for (const code of match[1]!.split(";").map(Number)) {
      if (code === 0) { bold = false; colour = ""; }
      else if (code === 1) bold = true;
      else if (code === 22) bold = false;
      else if (code === 39) colour = "";
      else if (code >= 30 && code <= 37) colour = colours[code - 30]!;
      else if (code >= 90 && code <= 97) colour = colours[code - 90]!;
    }
  }
  add(text.slice(at));
  return found;
}

/** Applies carriage returns as a terminal does; one at the very end waits for what follows. */
export function settle(text: string): string {
  if (!text.includes("\r")) return text;
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  return lines.map((line, i) => {
    const waits = line.endsWith("\r");
    let shown = "";
    for (const part of line.replace(/\r+$/, "").split("\r")) shown = part.length >= shown.length ? part : part + shown.slice(part.length);
    return waits && i === lines.length - 1 ? shown + "\r" : shown;
  }).join("\n");
}

export function ansiToNodes(text: string): Node[] {
  return spans(text).map(({ text: part, classes }) => {
    if (!classes) return document.createTextNode(part);
    const span = document.createElement("span");
    span.className = classes;
    span.textContent = part;
    return span;
  });
}
