// The tool bar above a lesson: home, state of the session, buttons, and a menu for what is needed less often.

import { make } from "./dom";
import { switchTheme } from "./theme";

export interface BarActions { runAll(): void; interrupt(): void; restart(): void; compareAll(): void; reset(): void; clear(): void; help(): void; download: string }

/** @param parts What the page itself keeps up to date: the session's state, the choice of the profile, whether all is saved. */
export function lessonBar(actions: BarActions, parts: { pill: HTMLElement; profile: HTMLElement; saved: HTMLElement }): HTMLElement {
  return make("header", { class: "bar" },
    make("a", { class: "home", href: "/", title: "All lessons", "aria-label": "All lessons" }, "☰"),
    make("span", { class: "name" }, document.title),
    parts.pill,
    make("div", { class: "buttons", role: "toolbar", "aria-label": "Lesson" },
      button("▶▶", "Run all cells", () => actions.runAll(), "run-all"),
      button("■", "Interrupt (i i)", () => actions.interrupt(), "interrupt"),
      button("↻", "Restart the session (0 0)", () => actions.restart(), "restart"),
      parts.profile,
      menu(actions),
      button("◐", "Light or dark", switchTheme, "theme")),
    parts.saved);
}

function button(text: string, label: string, action: () => void, name: string): HTMLElement {
  return make("button", { type: "button", title: label, "aria-label": label, onclick: action, class: name }, text);
}

function menu(actions: BarActions): HTMLElement {
  const close = () => element.removeAttribute("open");
  const item = (text: string, action: () => void) => make("button", { type: "button", onclick: () => { close(); action(); } }, text);
  const element: HTMLElement = make("details", { class: "menu" },
    make("summary", { title: "More", "aria-label": "More" }, "⋯"),
    make("div", {},
      item("Compare with the original", () => actions.compareAll()),
      item("Begin the lesson anew", () => actions.reset()),
      item("Remove all outputs", () => actions.clear()),
      make("a", { href: `/api/lessons/${encodeURIComponent(actions.download)}/download`, download: `${actions.download}.ipynb` }, "Save as .ipynb"),
      item("Keys", () => actions.help())));
  element.addEventListener("keydown", event => { if (event.key === "Escape") { close(); element.querySelector("summary")!.focus(); } });
  document.addEventListener("click", event => { if (!element.contains(event.target as Node)) close(); });
  return element;
}
