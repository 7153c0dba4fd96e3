// The cells of a lesson and what Jupyter's hands know: a selection, a command mode with its keys, editing, running in order.

import type { Assistant } from "./assist";
import { CellView, type CellAction, type CellHost, type RunState } from "./cell";
import { make } from "./dom";
import type { EditorActions } from "./editor";
import type { CellSource, CellState, CellType, LessonState, Message } from "./model";

export interface NotebookHost {
  /** Code goes to the session; the promise of nothing: answers come as messages. */
  execute(cell: CellView, code?: string): void;
  ask(type: string, code: string, position: number): Promise<Record<string, any>>;
  markdown(text: string): Promise<string>;
  edited(): void;
  interrupt(): void;
  restart(): void;
  help(): void;
  compare(cell: CellView): void;
  say(text: string): void;
}

export class NotebookView implements CellHost {
  readonly element = make("div", { class: "cells" });
  cells: CellView[] = [];
  /** How many cells have run in this session. */
  executed = 0;
  private isTrusted = true;
  private selected = 0;
  private removed: { state: CellState; at: number }[] = [];
  private lastKey = { key: "", time: 0 };
  private readonly ranHere = new Set<string>();
  private readonly near_ = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      this.near_.unobserve(entry.target);
      this.cells.find(cell => cell.element === entry.target && cell.type === "code")?.mountEditor();
    }
  }, { rootMargin: "300px" });

  constructor(private readonly host: NotebookHost) {
    this.element.addEventListener("keydown", event => this.key(event));
  }

  get sources(): CellSource[] {
    return this.cells.map(({ id, type, source }) => ({ id, type, source }));
  }

  get current(): CellView | undefined {
    return this.cells[this.selected];
  }

  /** Shows a state from the server; cells that are there already keep their place and their editors. */
  load(state: LessonState): void {
    const trustChanged = this.isTrusted !== state.trusted;
    this.isTrusted = state.trusted;
    const known = new Map(this.cells.map(cell => [cell.id, cell]));
    const fresh = this.cells.length === 0;
    this.cells = state.cells.map(cell => {
      const present = known.get(cell.id);
      if (!present || trustChanged) return new CellView(cell, this);
      known.delete(cell.id);
      present.take(cell);
      return present;
    });
    for (const gone of known.values()) gone.dispose();
    this.arrange();
    this.executed = state.session.executed;
    if (this.executed === 0) this.ranHere.clear();
    this.session(state.session.state, state.session.pending, state.session.running);
    this.selected = Math.min(this.selected, Math.max(0, this.cells.length - 1));
    if (!fresh) this.mark();
  }

  /** Which cells wait and which one runs. */
  session(state: string, pending: string[] = [], running: string | null = null): void {
    for (const cell of this.cells) cell.setRun(running === cell.id ? "running" : pending.includes(cell.id) ? "waiting" : "none");
    if (state === "starting" || state === "dead" || state === "none") {
      this.executed = 0;
      this.ranHere.clear();
    }
  }

  /** A message about a running cell. */
  take(message: Message): void {
    const { content } = message;
    if (message.header.msg_type === "update_display_data") {
      for (const cell of this.cells) cell.outputs.update(content.transient?.display_id ?? "", content.data);
      return;
    }
    const cell = this.cells.find(c => c.id === message.metadata.cell);
    if (!cell) return;
    switch (message.header.msg_type) {
      case "execute_input":
        cell.outputs.clear(false);
        cell.setCount(content.execution_count);
        this.run(cell, "running");
        this.executed++;
        break;
      case "execute_reply":
        this.run(cell, "none");
        if (content.status === "ok") this.ranHere.add(cell.id);
        if (content.status === "error") this.host.say(`Cell ${this.cells.indexOf(cell) + 1} ended with an error: ${content.ename}`);
        break;
      case "clear_output":
        cell.outputs.clear(content.wait);
        break;
      case "input_request":
        break;
      default:
        cell.outputs.add({ output_type: message.header.msg_type, ...content } as never);
    }
  }

  /** Runs cells one after another, in the session's order. */
  execute(cells: CellView[]): void {
    for (const cell of cells) {
      if (cell.type === "code") {
        if (!cell.source.trim()) continue;
        this.run(cell, "waiting");
        this.host.execute(cell);
      } else {
        void cell.render();
      }
    }
  }

  private run(cell: CellView, state: RunState): void {
    cell.setRun(state);
  }

  // What a cell asks of its notebook.

  trusted(): boolean {
    return this.isTrusted;
  }

  markdown(text: string): Promise<string> {
    return this.host.markdown(text);
  }

  near(cell: CellView): void {
    this.near_.observe(cell.element);
  }

  changed(): void {
    this.host.edited();
  }

  select(cell: CellView): void {
    const at = this.cells.indexOf(cell);
    if (at < 0 || (at === this.selected && cell.element.classList.contains("selected"))) return;
    this.selected = at;
    this.mark();
  }

  assistant(cell: CellView): Assistant {
    return {
      ask: (type, code, position) => this.host.ask(type, code, position),
      begun: () => this.executed > 0,
      declaredElsewhere: word => /^\w+$/.test(word) && this.cells.some(other =>
        other !== cell && other.type === "code" && !this.ranHere.has(other.id) && new RegExp(`\\b${word}\\b`).test(other.source)),
    };
  }

  actions(cell: CellView): EditorActions {
    return {
      changed: () => {},
      run: how => this.runFrom(cell, how),
      leave: () => cell.leave(),
      above: () => this.step(cell, -1),
      below: () => this.step(cell, 1),
      focused: () => { this.select(cell); cell.element.classList.add("open"); },
    };
  }

  act(cell: CellView, action: CellAction): void {
    const at = this.cells.indexOf(cell);
    switch (action) {
      case "run":
        this.select(cell);
        this.execute([cell]);
        break;
      case "run-to":
        this.execute(this.cells.slice(0, at + 1).filter(c => c.type === "code"));
        break;
      case "add":
        this.insert(at + 1, "code").edit();
        break;
      case "up":
      case "down":
        this.move(at, action === "up" ? -1 : 1);
        break;
      case "delete":
        this.remove(at);
        break;
      case "original":
        this.host.compare(cell);
        break;
      case "check":
        this.check(cell);
        break;
    }
  }

  /** The check of an exercise stands in a cell below it. */
  checkOf(cell: CellView): CellView | undefined {
    const below = this.cells.slice(this.cells.indexOf(cell) + 1);
    const end = below.findIndex(c => c.exercise);
    return (end < 0 ? below : below.slice(0, end)).find(c => c.isCheck);
  }

  private check(cell: CellView): void {
    const check = this.checkOf(cell);
    this.execute([cell]);
    if (check) {
      this.execute([check]);
    } else {
      // The answer appears under the exercise itself.
      this.run(cell, "waiting");
      this.host.execute(cell, `ConvNets.Lessons.Exercise.Check("${cell.exercise![1]}")`);
    }
  }

  private runFrom(cell: CellView, how: "next" | "stay" | "below"): void {
    this.execute([cell]);
    const at = this.cells.indexOf(cell);
    if (how === "below") {
      this.insert(at + 1, "code").edit();
    } else if (how === "next") {
      const next = this.cells[at + 1];
      if (next) { this.focus(at + 1); } else { this.insert(at + 1, "code").edit(); }
    } else {
      cell.leave();
    }
  }

  private step(cell: CellView, by: number): void {
    const next = this.cells[this.cells.indexOf(cell) + by];
    if (!next) return;
    this.select(next);
    if (next.type === "code") next.edit(by < 0); else this.focus(this.cells.indexOf(next));
  }

  private focus(at: number): void {
    const cell = this.cells[at];
    if (!cell) return;
    this.selected = at;
    this.mark();
    cell.element.focus({ preventScroll: true });
    cell.element.scrollIntoView({ block: "nearest" });
  }

  private mark(): void {
    this.cells.forEach((cell, i) => {
      cell.element.classList.toggle("selected", i === this.selected);
      if (i !== this.selected) cell.element.classList.remove("open");
      cell.element.tabIndex = i === this.selected ? 0 : -1;
    });
  }

  private arrange(): void {
    // Only what is not in its place moves: a cell that keeps its place keeps its focus.
    this.cells.forEach((cell, i) => {
      const there = this.element.children[i];
      if (there !== cell.element) this.element.insertBefore(cell.element, there ?? null);
      cell.setNumber(i + 1);
    });
    while (this.element.children.length > this.cells.length) this.element.lastElementChild!.remove();
  }

  insert(at: number, type: CellType, state?: CellState): CellView {
    const id = state?.id ?? crypto.randomUUID().replaceAll("-", "").slice(0, 8);
    const cell = new CellView(state ?? { id, type, source: "", tags: [], html: "" }, this);
    cell.setOriginal(null);
    this.cells.splice(at, 0, cell);
    this.arrange();
    this.focus(at);
    this.host.edited();
    return cell;
  }

  private remove(at: number): void {
    const [cell] = this.cells.splice(at, 1);
    if (!cell) return;
    this.removed.push({ state: { id: cell.id, type: cell.type, source: cell.source, tags: cell.tags, html: "" }, at });
    cell.dispose();
    if (this.cells.length === 0) this.insert(0, "code");
    this.arrange();
    this.focus(Math.min(at, this.cells.length - 1));
    this.host.edited();
    this.host.say("Cell deleted; z brings it back.");
  }

  private restore(): void {
    const last = this.removed.pop();
    if (!last) return;
    const cell = this.insert(Math.min(last.at, this.cells.length), last.state.type, last.state);
    void cell.render();
  }

  private move(at: number, by: number): void {
    const to = at + by;
    if (to < 0 || to >= this.cells.length) return;
    const [cell] = this.cells.splice(at, 1);
    this.cells.splice(to, 0, cell!);
    this.arrange();
    this.focus(to);
    this.host.edited();
  }

  // Command mode: the keys of Jupyter, while no editor and no control has the focus.
  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const cell = this.current;
    if (!cell || target !== cell.element) return;
    const twice = this.lastKey.key === event.key && event.timeStamp - this.lastKey.time < 800;
    this.lastKey = { key: event.key, time: event.timeStamp };
    const at = this.selected;
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    if (event.key === "Enter") {
      done();
      if (event.shiftKey) this.runFrom(cell, "next");
      else if (event.ctrlKey || event.metaKey) this.runFrom(cell, "stay");
      else if (event.altKey) this.runFrom(cell, "below");
      else cell.edit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case "a": done(); this.insert(at, "code"); break;
      case "b": done(); this.insert(at + 1, "code"); break;
      case "d": if (twice) { done(); this.lastKey.key = ""; this.remove(at); } break;
      case "z": done(); this.restore(); break;
      case "m": done(); cell.setType("markdown"); break;
      case "y": done(); cell.setType("code"); cell.element.focus(); break;
      case "j": case "ArrowDown": done(); this.focus(at + 1); break;
      case "k": case "ArrowUp": done(); this.focus(at - 1); break;
      case "i": if (twice) { done(); this.lastKey.key = ""; this.host.interrupt(); } break;
      case "0": if (twice) { done(); this.lastKey.key = ""; this.host.restart(); } break;
      case "h": case "?": done(); this.host.help(); break;
    }
  }
}
