// One cell on the page: its text (rendered, highlighted, or in an editor), its outputs, its state.

import type { EditorView } from "@codemirror/view";
import type { Assistant } from "./assist";
import { make } from "./dom";
import { createEditor, type EditorActions } from "./editor";
import { clean, enliven } from "./html";
import type { CellState, CellType } from "./model";
import { Outputs } from "./outputs";

export type RunState = "none" | "waiting" | "running";

export type CellAction = "run" | "run-to" | "add" | "up" | "down" | "delete" | "original" | "check";

export interface CellHost {
  changed(cell: CellView): void;
  act(cell: CellView, action: CellAction): void;
  select(cell: CellView): void;
  actions(cell: CellView): EditorActions;
  assistant(cell: CellView): Assistant;
  markdown(text: string): Promise<string>;
  trusted(): boolean;
  /** Asks for an editor once the cell comes near the screen. */
  near(cell: CellView): void;
}

const EXERCISE = /^\/\/ exercise ([\w.-]+)(?: \((\d+)\))?/;
const CHECK = /^\s*(?:await\s+)?Exercise\.Check\(/;

export class CellView {
  readonly id: string;
  readonly element: HTMLElement;
  readonly outputs: Outputs;
  type: CellType;
  source: string;
  tags: string[];
  /** The course's own text, once it is known; null for a cell of the learner's. */
  original: string | null | undefined;
  private readonly host: CellHost;
  private readonly body = make("div", { class: "body" });
  private readonly counter = make("span", { class: "count" });
  private readonly clock = make("span", { class: "clock" });
  private editor: EditorView | undefined;
  private number = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private state: RunState = "none";
  private html: string;

  constructor(state: CellState, host: CellHost) {
    this.id = state.id;
    this.type = state.type;
    this.source = state.source;
    this.tags = state.tags;
    this.html = state.html;
    this.host = host;
    this.outputs = new Outputs(() => host.trusted(), text => host.markdown(text));
    this.element = make("section", { id: `cell-${state.id}`, tabindex: "-1", role: "group" });
    this.element.addEventListener("mousedown", () => host.select(this));
    this.element.addEventListener("focus", () => host.select(this));
    this.element.addEventListener("dblclick", () => { if (this.type !== "code" && !this.editing) this.edit(); });
    this.draw();
    this.outputs.set(state.outputs ?? []);
    this.setCount(state.count ?? null);
  }

  get editing(): boolean {
    return this.editor?.hasFocus ?? false;
  }

  get exercise(): RegExpExecArray | null {
    return this.type === "code" ? EXERCISE.exec(this.source) : null;
  }

  get isCheck(): boolean {
    return this.type === "code" && CHECK.test(this.source);
  }

  /** Its place among all cells, for those who hear it. */
  setNumber(number: number): void {
    this.number = number;
    this.element.setAttribute("aria-label", `${this.type === "code" ? (this.exercise ? "Exercise" : "Code") : this.type === "markdown" ? "Text" : "Raw text"}, cell ${number}`);
  }

  /** Takes what another window or a reset brought. */
  take(state: CellState): void {
    if (state.type !== this.type || state.source !== this.source || state.html !== this.html) {
      this.type = state.type;
      this.source = state.source;
      this.html = state.html;
      this.closeEditor();
      this.draw();
    }
    this.outputs.set(state.outputs ?? []);
    this.setCount(state.count ?? null);
  }

  setSource(source: string): void {
    this.source = source;
    if (this.editor) this.editor.dispatch({ changes: { from: 0, to: this.editor.state.doc.length, insert: source } });
    else if (this.type === "code") this.draw();
    else void this.render();
    this.host.changed(this);
  }

  setType(type: CellType): void {
    if (type === this.type) return;
    this.closeEditor();
    this.type = type;
    this.html = "";
    this.outputs.clear(false);
    this.draw();
    if (type !== "code") this.edit();
    this.host.changed(this);
  }

  setCount(count: number | null): void {
    this.counter.textContent = count === null ? "" : String(count);
  }

  setRun(state: RunState): void {
    if (state === this.state) return;
    this.state = state;
    this.element.classList.toggle("waiting", state === "waiting");
    this.element.classList.toggle("running", state === "running");
    this.element.toggleAttribute("aria-busy", state !== "none");
    clearInterval(this.timer);
    this.clock.textContent = "";
    if (state === "running") {
      const begun = Date.now();
      this.timer = setInterval(() => { this.clock.textContent = `${Math.round((Date.now() - begun) / 1000)} s`; }, 1000);
    }
  }

  /** An editor in the place of the highlighted text; nothing moves, the two look the same. */
  mountEditor(): EditorView {
    if (this.editor) return this.editor;
    const label = `${this.type === "code" ? "C# code" : "Text"} of cell ${this.number}; Escape leaves the editor`;
    const actions = this.host.actions(this);
    const place = make("div", { class: "editor" });
    this.editor = createEditor(place, this.source, this.type, label, {
      ...actions,
      changed: text => {
        this.source = text;
        this.element.classList.toggle("changed", this.changed);
        this.host.changed(this);
        actions.changed(text);
      },
    }, this.type === "code" ? this.host.assistant(this) : null);
    this.body.replaceChildren(place);
    return this.editor;
  }

  edit(atEnd = false): void {
    const editor = this.mountEditor();
    this.element.classList.add("open");
    editor.focus();
    if (atEnd) editor.dispatch({ selection: { anchor: editor.state.doc.length } });
  }

  /** Ends editing: the keys are the notebook's again. */
  leave(): void {
    this.element.classList.remove("open");
    this.element.focus({ preventScroll: true });
  }

  /** Shows Markdown as it reads. */
  async render(): Promise<void> {
    if (this.type === "code") return;
    const source = this.source;
    const html = this.type === "markdown" ? await this.host.markdown(source) : "";
    if (source !== this.source) return;
    this.html = html;
    this.closeEditor();
    this.draw();
  }

  /** Whether the text differs from the course's. */
  get changed(): boolean {
    return this.original !== undefined && this.original !== null && this.original !== this.source;
  }

  setOriginal(source: string | null): void {
    this.original = source;
    this.element.classList.toggle("changed", this.changed);
  }

  dispose(): void {
    clearInterval(this.timer);
    this.closeEditor();
    this.outputs.clear(false);
    this.element.remove();
  }

  private closeEditor(): void {
    this.editor?.destroy();
    this.editor = undefined;
  }

  private draw(): void {
    const exercise = this.exercise;
    this.element.className = ["cell", `is-${this.type}`, exercise && "exercise", this.isCheck && "check", this.changed && "changed"].filter(Boolean).join(" ");
    this.element.replaceChildren(...(this.type === "code" ? this.drawCode() : this.drawText()), this.drawTools());
    this.setNumber(this.number);
  }

  private drawCode(): Node[] {
    const run = make("button", { class: "run", type: "button", title: "Run (Shift+Enter)", "aria-label": "Run this cell", onclick: () => this.host.act(this, "run") }, "▶");
    const hidden = this.tags.includes("hide-input") || this.isCheck;
    if (this.editor) this.body.replaceChildren(this.editor.dom.parentElement!);
    else this.body.replaceChildren(this.still());
    const code = make("div", { class: "code" }, make("div", { class: "gutter" }, run, this.counter, this.clock), this.body);
    this.host.near(this);
    const bar = this.exercise ? this.drawExercise() : null;
    return [
      hidden ? make("details", { class: "hidden-input" }, make("summary", {}, this.isCheck ? "check" : "code"), code) : code,
      ...(hidden && !this.isCheck ? [this.drawOpener()] : []),
      ...(bar ? [bar] : []),
      this.outputs.element,
    ];
  }

  private still(): HTMLElement {
    const still = make("pre", { class: "still", tabindex: "0", onmousedown: (event: Event) => this.wake(event as MouseEvent), onfocus: () => this.edit() });
    const code = make("code");
    // The server's highlighter made this from the text; for a text that changed since, the text itself.
    if (this.html) code.innerHTML = this.html;
    else code.textContent = this.source;
    still.append(code);
    return still;
  }

  private wake(event: MouseEvent): void {
    event.preventDefault();
    const editor = this.mountEditor();
    this.edit();
    const position = editor.posAtCoords({ x: event.clientX, y: event.clientY });
    if (position !== null) editor.dispatch({ selection: { anchor: position } });
  }

  private drawText(): Node[] {
    const text = make("div", { class: "md" });
    if (this.type === "markdown" && this.source.trim()) text.append(clean(this.html, false));
    else text.append(make("p", { class: "empty" }, this.source.trim() || "Empty text: double-click, or press Enter, to write."));
    enliven(text);
    this.body.replaceChildren(text);
    return [this.body];
  }

  /** Runs a cell whose code is folded away; it is there until the cell has shown something. */
  private drawOpener(): HTMLElement {
    return make("button", { type: "button", class: "opener", onclick: () => this.host.act(this, "run") }, this.source.includes("new Quiz(") ? "Open the quiz" : "Run");
  }

  private drawExercise(): HTMLElement {
    const [, name, points] = this.exercise!;
    return make("div", { class: "exercise-bar" },
      make("span", {}, `Exercise ${name}${points ? ` · ${points} ${points === "1" ? "point" : "points"}` : ""}`),
      make("button", { type: "button", class: "primary", onclick: () => this.host.act(this, "check") }, "Check"),
      make("button", { type: "button", class: "back", onclick: () => this.host.act(this, "original") }, "Back to the stub"));
  }

  private drawTools(): HTMLElement {
    const button = (action: CellAction, text: string, label: string) =>
      make("button", { type: "button", class: action, title: label, "aria-label": label, onclick: (event: Event) => { event.stopPropagation(); this.host.act(this, action); } }, text);
    return make("div", { class: "cell-tools", role: "toolbar", "aria-label": "Cell" },
      ...(this.type === "code" ? [button("run-to", "▶|", "Run from the top to here")] : []),
      button("add", "+", "Insert a cell below (b)"),
      button("up", "↑", "Move up"),
      button("down", "↓", "Move down"),
      ...(this.type === "code" ? [button("original", "⟲", "Compare with the course's text")] : []),
      button("delete", "✕", "Delete (d d)"));
  }
}
