// Charts: the static drawing is there at once; when it comes into view, plotly takes its place.

import { fold } from "./fold";
import { inked } from "./ink";
import { onTheme } from "./theme";

export interface Figure { data: unknown; layout?: Record<string, unknown>; config?: Record<string, unknown> }

interface Shown { figure: Figure; layout: Record<string, unknown>; config: Record<string, unknown> }

const shown = new Map<HTMLElement, Shown>();
const stored = new WeakMap<HTMLElement, Figure>();
let observer: IntersectionObserver | undefined;
let library: () => Promise<PlotlyLibrary | undefined> = async () => window.Plotly;

/** Says how plotly comes onto the page, for pages that do not have it from the beginning. */
export function loadPlotlyBy(load: () => Promise<PlotlyLibrary | undefined>): void {
  library = load;
}

/** The kinds of series that the pages' plotly draws; for another one it would draw empty axes. */
const drawn = new Set(["bar", "box", "contour", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "image", "pie", "scatter", "scatterternary", "violin"]);

const isDrawn = ({ data }: Figure) => Array.isArray(data) && data.every((series: { type?: string }) => drawn.has(series.type ?? "scatter"));

/** Makes an element of class "figure" (a .static and an .interactive inside) live once it is in view. */
export function watchFigure(element: HTMLElement, figure: Figure): void {
  if (!("IntersectionObserver" in window) || !isDrawn(figure)) return;
  stored.set(element, figure);
  observer ??= new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(e => {
    observer!.unobserve(e.target);
    void show(e.target as HTMLElement);
  }), { rootMargin: "400px" });
  observer.observe(element);
}

/** Frees what a figure that leaves the page holds. */
export function forgetFigure(element: HTMLElement): void {
  observer?.unobserve(element);
  if (shown.delete(element)) window.Plotly?.purge(element.querySelector<HTMLElement>(".interactive")!);
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function themed(layout: Record<string, unknown>): Record<string, unknown> {
  const [ink, line, soft] = ["--ink", "--line", "--soft"].map(colour);
  const clear = "rgba(0,0,0,0)";
  const changed: Record<string, unknown> = {
    ...layout, paper_bgcolor: clear, plot_bgcolor: clear, font: { ...(layout.font as object), color: ink },
    modebar: { bgcolor: clear, color: soft, activecolor: ink },
  };
  for (const key of Object.keys(changed).filter(name => /^[xy]axis\d*$/.test(name))) {
    changed[key] = { ...(changed[key] as object), gridcolor: line, zerolinecolor: soft, linecolor: soft, tickcolor: soft };
  }
  return changed;
}

/** Below this width, in pixels, a legend beside the plot would leave no room for the plot. */
const narrow = 520;

/** Height in pixels of a line of the legend, and of the numbers and the title of the axis above it. */
const [line, axisRoom] = [19, 60];

/** The lines of a legend below the plot: plotly gives each entry the room of the widest. */
function legendLines(figure: Figure, width: number): number {
  const names = (figure.data as { name?: string; showlegend?: boolean }[]).filter(one => one.name && one.showlegend !== false).map(one => one.name!.length);
  if (figure.layout?.showlegend === false || names.length === 0) return 0;
  return Math.ceil(names.length / Math.max(1, Math.floor(width / (50 + 6.2 * Math.max(...names)))));
}

function fitNarrow(layout: Record<string, unknown>, lines: number): void {
  const title = layout.title as string | { text?: string; font?: object } | undefined;
  const words = typeof title === "string" ? title : title?.text;
  if (words) layout.title = { ...(typeof title === "object" ? title : {}), text: words, font: { ...(typeof title === "object" ? title.font : {}), size: words.length > 40 ? 12 : 14 } };
  const own = (layout.margin ?? {}) as Record<string, number>;
  const atMost = (side: string, limit: number) => Math.min(own[side] ?? limit, limit);
  layout.margin = { ...own, l: atMost("l", 52), r: atMost("r", 12), t: atMost("t", words ? 46 : 20), b: atMost("b", 48) };
  const legend = (layout.legend ?? {}) as Record<string, unknown>;
  if (legend.x === undefined && legend.y === undefined) {
    layout.height = (layout.height as number) + Math.max(0, lines - 1) * line;
    const plot = (layout.height as number) - (layout.margin as { t: number }).t - axisRoom - lines * line;
    layout.legend = { ...legend, orientation: "h", x: 0, y: -axisRoom / plot, yanchor: "top", font: { size: 11 } };
  }
  for (const key of Object.keys(layout).filter(name => /^[xy]axis\d*$/.test(name))) {
    const axis = layout[key] as { title?: string | { text?: string; font?: object } };
    const name = typeof axis.title === "string" ? { text: axis.title } : axis.title;
    layout[key] = { automargin: true, ...axis, title: name && { ...name, text: fold(name.text ?? "", 28), font: { ...name.font, size: 11 } } };
  }
}

/** More names than this beside points would cover each other on a narrow screen; a tap shows them. */
const fewNames = 10;

function fitNames(data: Figure["data"]): Figure["data"] {
  const series = data as { mode?: string; text?: unknown }[];
  const named = series.filter(one => one.mode?.includes("text") && Array.isArray(one.text));
  const crowded = named.reduce((sum, one) => sum + (one.text as unknown[]).length, 0) > fewNames;
  return series.map(one => named.includes(one) ? { ...one, ...(crowded ? { mode: "markers" } : { cliponaxis: false }) } : one);
}

async function show(element: HTMLElement): Promise<void> {
  let figure = stored.get(element)!;
  const plotly = await library();
  const target = element.querySelector<HTMLElement>(".interactive");
  if (!plotly || !target || !element.isConnected) return;
  const drawing = element.querySelector<SVGSVGElement>(".static svg");
  const layout: Record<string, unknown> = { ...figure.layout };
  // A chart with fixed sizes keeps its shape on a narrow screen, too.
  const box = drawing?.viewBox?.baseVal;
  const ratio = box?.width ? box.height / box.width : 0.6;
  const width = Math.min(element.clientWidth, (layout.width as number) || box?.width || 720);
  layout.width = width;
  layout.height = Math.max(width < narrow ? Math.round(width * 0.85) : 240, Math.round(width * ratio));
  if (width < narrow) {
    fitNarrow(layout, legendLines(figure, width));
    figure = { ...figure, data: fitNames(figure.data) };
  }
  // Where nothing hovers, plotly would keep its tools over the title.
  const displayModeBar = matchMedia("(hover: hover)").matches ? "hover" : false;
  const config = { ...figure.config, responsive: false, displaylogo: false, displayModeBar };
  element.classList.add("live");
  shown.set(element, { figure, layout, config });
  try {
    await plotly.newPlot(target, inked(figure.data, colour("--ink")), themed(layout), config);
  } catch {
    element.classList.remove("live");
    shown.delete(element);
  }
}

onTheme(() => shown.forEach(({ figure, layout, config }, element) =>
  void window.Plotly?.react(element.querySelector<HTMLElement>(".interactive")!, inked(figure.data, colour("--ink")), themed(layout), config)));

// Print shows the drawing: it is sharp, and on paper it is light.
let theme: string | undefined;
addEventListener("beforeprint", () => {
  theme = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
  shown.forEach((_, element) => element.classList.remove("live"));
});
addEventListener("afterprint", () => {
  if (theme) document.documentElement.dataset.theme = theme;
  shown.forEach((_, element) => element.classList.add("live"));
});
