// Jupyter counts code points, the editor counts UTF-16 units.

export function toCodePoints(text: string, index: number): number {
  let count = 0;
  for (let i = 0; i < Math.min(index, text.length); i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}

export function fromCodePoints(text: string, count: number): number {
  let index = 0;
  for (let seen = 0; index < text.length && seen < count; seen++) index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  return index;
}
