// The two libraries that pages load by themselves, as far as the pages use them.

interface Katex {
  render(formula: string, element: HTMLElement, options: { displayMode: boolean; throwOnError: boolean }): void;
}

interface PlotlyLibrary {
  newPlot(element: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  react(element: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  purge(element: HTMLElement): void;
}

interface Window {
  katex?: Katex;
  Plotly?: PlotlyLibrary;
}
