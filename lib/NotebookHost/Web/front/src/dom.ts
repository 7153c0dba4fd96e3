// Small helpers for the document.

type Child = Node | string | null | undefined | false;
type Properties = Record<string, unknown>;

/** Makes an element; properties that start with "on" are listeners, others attributes. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

export const all = <T extends HTMLElement = HTMLElement>(selector: string, from: ParentNode = document): T[] =>
  [...from.querySelectorAll<T>(selector)];

/** Runs an action once it was quiet for a while; flush() runs it at once when it waits. */
export function quietly(milliseconds: number, action: () => void): { (): void; flush(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => { timer = undefined; action(); };
  const start = () => { clearTimeout(timer); timer = setTimeout(run, milliseconds); };
  start.flush = () => { if (timer !== undefined) { clearTimeout(timer); run(); } };
  start.cancel = () => { clearTimeout(timer); timer = undefined; };
  return start;
}
