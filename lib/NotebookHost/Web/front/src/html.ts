// HTML that was not written by the page itself: cleaned before it enters the page; a stranger's shown in a frame that can do nothing.

import DOMPurify from "dompurify";
import { all, make } from "./dom";
import { renderMath } from "./math";
import { makeSortable } from "./tables";

const forbidden = ["form", "button", "textarea", "select", "iframe", "object", "embed", "link", "meta", "base"];

/** A text as nodes, cleaned; Markdown may carry no styles, which could paint over the page. */
export function clean(html: string, styles: boolean): DocumentFragment {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: styles ? forbidden : [...forbidden, "style"],
    FORBID_ATTR: styles ? [] : ["style"],
    ADD_ATTR: ["target"],
  });
}

/** Formulas, sortable tables, links that leave the course. */
export function enliven(element: HTMLElement): HTMLElement {
  renderMath(element);
  all<HTMLTableElement>("table", element).forEach(makeSortable);
  for (const link of all<HTMLAnchorElement>("a[href]", element)) {
    if (link.host && link.host !== location.host) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }
  return element;
}

/** A stranger's HTML: no scripts, no origin, no network. */
export function cage(html: string): HTMLIFrameElement {
  return make("iframe", { class: "caged", sandbox: "", title: "Output of a notebook that you have not trusted", srcdoc: html });
}

/** HTML with scripts: they run in a page of their own that has no origin, no cookie and no network. */
export function stage(html: string): HTMLIFrameElement {
  const frame = make("iframe", { class: "staged", sandbox: "allow-scripts", title: "Output with a script", src: "/frame" });
  addEventListener("message", event => {
    if (event.source !== frame.contentWindow) return;
    const { frameReady, frameHeight } = (event.data ?? {}) as { frameReady?: boolean; frameHeight?: number };
    if (frameReady) frame.contentWindow?.postMessage(html, "*");
    if (typeof frameHeight === "number") frame.style.height = `${Math.min(1200, Math.max(20, frameHeight))}px`;
  });
  return frame;
}
