// Sentences that the learner must see: bars above the lesson, each under a name, and short ones that pass.

import { make } from "./dom";

type Button = [text: string, action: () => void];

export class Notices {
  readonly element = make("div", { class: "notices" });
  readonly spoken = make("div", { class: "spoken", role: "status", "aria-live": "polite" });
  private readonly shown = new Map<string, HTMLElement>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  show(name: string, kind: "bad" | "warn" | "info", text: string, ...buttons: Button[]): void {
    this.hide(name);
    const notice = make("div", { class: `notice ${kind}`, role: kind === "bad" ? "alert" : "status", "data-notice": name },
      make("p", {}, text),
      ...buttons.map(([words, action]) => make("button", { type: "button", onclick: action }, words)));
    this.shown.set(name, notice);
    this.element.append(notice);
  }

  hide(name: string): void {
    this.shown.get(name)?.remove();
    this.shown.delete(name);
  }

  /** A short sentence at the edge of the window; screen readers speak it. */
  say(text: string): void {
    clearTimeout(this.timer);
    this.spoken.textContent = text;
    this.timer = setTimeout(() => { this.spoken.textContent = ""; }, 6000);
  }
}
