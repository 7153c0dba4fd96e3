// Long titles in two lines, for plots on a narrow screen.

/** The title, broken at the space nearest to its middle where it has more characters than the limit. */
export function fold(title: string, limit: number): string {
  if (title.length <= limit || title.includes("<br>")) return title;
  const middle = title.length / 2;
  const spaces = [...title.matchAll(/ /g)].map(match => match.index);
  if (spaces.length === 0) return title;
  const at = spaces.reduce((best, place) => Math.abs(place - middle) < Math.abs(best - middle) ? place : best);
  return `${title.slice(0, at)}<br>${title.slice(at + 1)}`;
}
