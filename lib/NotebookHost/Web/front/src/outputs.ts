// The outputs of a cell, as they come: text is appended, a display with an identity is replaced, of each bundle the richest form
// that the page can show is shown.

import { ansiToNodes, settle } from "./ansi";
import { all, make } from "./dom";
import { forgetFigure, watchFigure, type Figure } from "./figures";
import { cage, clean, enliven, stage } from "./html";
import { joined, type Bundle, type Output } from "./model";

const MAXIMUM_TEXT = 400_000;

export class Outputs {
  readonly element = make("div", { class: "outputs" });
  private readonly displayed = new Map<string, HTMLElement[]>();
  private stream: { name: string; text: string; element: HTMLElement; stale: boolean } | undefined;
  private clearing = false;

  constructor(private readonly trusted: () => boolean, private readonly markdown: (text: string) => Promise<string>) {}

  get empty(): boolean {
    return this.element.childElementCount === 0;
  }

  set(outputs: Output[]): void {
    this.clear(false);
    outputs.forEach(output => this.add(output));
  }

  clear(wait: boolean): void {
    this.clearing = wait;
    if (wait) return;
    all(".figure", this.element).forEach(forgetFigure);
    this.element.replaceChildren();
    this.displayed.clear();
    this.stream = undefined;
  }

  add(output: Output): void {
    if (this.clearing) this.clear(false);
    if (output.output_type === "stream") {
      this.write(output.name ?? "stdout", joined(output.text));
      return;
    }
    this.stream = undefined;
    if (output.output_type === "error") {
      const trace = output.traceback?.length ? output.traceback.join("\n") : `${output.ename}: ${output.evalue}`;
      this.element.append(make("pre", { class: "error", tabindex: "0" }, ...ansiToNodes(trace)));
      return;
    }
    const place = make("div", { class: "output" });
    this.show(place, output.data ?? {});
    this.element.append(place);
    const id = output.transient?.display_id;
    if (id) this.displayed.set(id, [...(this.displayed.get(id) ?? []), place]);
  }

  /** Replaces what was displayed under an identity. */
  update(id: string, data: Bundle): void {
    for (const place of this.displayed.get(id) ?? []) {
      all(".figure", place).forEach(forgetFigure);
      this.show(place, data);
    }
  }

  /** A question of the running cell. */
  ask(prompt: string, hidden: boolean, answer: (text: string) => void): void {
    const input = make("input", { type: hidden ? "password" : "text", "aria-label": prompt || "Input of the cell" });
    const place = make("div", { class: "question" }, make("label", {}, prompt, " ", input));
    input.addEventListener("keydown", event => {
      event.stopPropagation();
      if (event.key !== "Enter") return;
      answer(input.value);
      place.replaceChildren(prompt, " ", hidden ? "········" : input.value);
    });
    this.element.append(place);
    input.focus();
  }

  private write(name: string, text: string): void {
    if (this.stream?.name !== name) {
      const element = make("pre", { class: name === "stderr" ? "stderr" : "stdout" });
      this.element.append(element);
      this.stream = { name, text: "", element, stale: false };
    }
    const stream = this.stream;
    stream.text = settle(stream.text + text);
    if (stream.text.length > MAXIMUM_TEXT) stream.text = "[The beginning is not shown.]\n" + stream.text.slice(-MAXIMUM_TEXT / 2);
    if (stream.stale) return;
    stream.stale = true;
    // Many small pieces are drawn once a frame; a page in the background draws when it is looked at.
    requestAnimationFrame(() => {
      stream.stale = false;
      stream.element.replaceChildren(...ansiToNodes(stream.text.replace(/[\r\n]+$/, "")));
    });
  }

  private show(place: HTMLElement, data: Bundle): void {
    const has = (type: string) => data[type] !== undefined && data[type] !== null;
    const text = (type: string) => joined(data[type]);
    if (!this.trusted() && (has("text/html") || has("image/svg+xml"))) {
      place.replaceChildren(cage(has("text/html") && !has("image/svg+xml") ? text("text/html") : text("image/svg+xml")));
    } else if (has("application/vnd.plotly.v1+json")) {
      const figure = make("div", { class: "figure" }, make("div", { class: "static" }), make("div", { class: "interactive" }));
      figure.firstElementChild!.append(has("image/svg+xml") ? clean(text("image/svg+xml"), true) : make("pre", {}, text("text/plain")));
      place.replaceChildren(figure);
      watchFigure(figure, data["application/vnd.plotly.v1+json"] as Figure);
    } else if (has("text/html")) {
      const html = text("text/html");
      place.replaceChildren(/<script[\s>]/i.test(html) ? stage(html) : this.block("html", html, true));
    } else if (has("text/markdown") || has("text/latex")) {
      const markdown = has("text/markdown") ? text("text/markdown") : `$$\n${text("text/latex").replace(/^[$\n]+|[$\n]+$/g, "")}\n$$`;
      void this.markdown(markdown).then(html => place.replaceChildren(this.block("md", html, false)));
    } else if (has("image/svg+xml")) {
      place.replaceChildren(this.block("svg", text("image/svg+xml"), true));
    } else {
      const type = ["image/png", "image/jpeg", "image/gif"].find(has);
      place.replaceChildren(type
        ? make("img", { alt: text("text/plain"), src: `data:${type};base64,${text(type).replace(/\s/g, "")}` })
        : make("pre", {}, ...ansiToNodes(text("text/plain"))));
    }
  }

  private block(name: string, html: string, styles: boolean): HTMLElement {
    return enliven(make("div", { class: name }, clean(html, styles)));
  }
}
