// What changed between two texts, line by line: the longest common subsequence, with equal ends cut off first.

export interface Line { kind: "same" | "gone" | "new"; text: string }

const MAXIMUM = 4_000_000;

export function difference(before: string, after: string): Line[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const same = (text: string): Line => ({ kind: "same", text });
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

function middle(a: string[], b: string[]): Line[] {
  const gone = (text: string): Line => ({ kind: "gone", text });
  const fresh = (text: string): Line => ({ kind: "new", text });
  if (a.length * b.length > MAXIMUM || a.length === 0 || b.length === 0) return [...a.map(gone), ...b.map(fresh)];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j]
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) { lines.push({ kind: "same", text: a[i]! }); i++; j++; }
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) lines.push(gone(a[i++]!));
    else lines.push(fresh(b[j++]!));
  }
  return [...lines, ...a.slice(i).map(gone), ...b.slice(j).map(fresh)];
}
