// A chart's own black is the page's ink: black, the half-transparent black of a range and the dark grey that plotly gives to
// the error bars of bars cannot be seen on dark paper.

const black = /^(?:black|#000(?:000)?|rgba?\(\s*0\s*,\s*0\s*,\s*0\s*(?:,\s*([\d.]+)\s*)?\))$/i;

/** The colour, or the ink with the colour's opacity where it is black. */
export function visible(color: unknown, ink: string): unknown {
  const found = typeof color === "string" ? black.exec(color.trim()) : null;
  return found ? ink + Math.round(255 * Math.min(1, Number(found[1] ?? 1))).toString(16).padStart(2, "0") : color;
}

/** The series with their black lines, markers and areas, and bars' error bars, in the colour of the ink, as #rrggbb. */
export function inked(data: unknown, ink: string): unknown {
  if (!Array.isArray(data)) return data;
  return data.map((series: Record<string, unknown>) => {
    const changed = { ...series };
    if ("fillcolor" in series) changed.fillcolor = visible(series.fillcolor, ink);
    for (const part of ["line", "marker", "error_x", "error_y"]) {
      const given = series[part] as Record<string, unknown> | undefined;
      if (given && "color" in given) changed[part] = { ...given, color: visible(given.color, ink) };
      else if (given && series.type === "bar" && part.startsWith("error")) changed[part] = { ...given, color: ink };
    }
    return changed;
  });
}
