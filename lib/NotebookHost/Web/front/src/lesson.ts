// The page of a lesson: notebook, tool bar, contents, notices; saving, drafts, the session's state.

import { lessonBar } from "./bar";
import type { CellView } from "./cell";
import { change, changes, Comparison } from "./comparison";
import { Connection } from "./connection";
import { followContents } from "./contents";
import { all, make, quietly } from "./dom";
import { Drafts, onlySources, sameCells } from "./drafts";
import { loadPlotlyBy } from "./figures";
import { keysDialog } from "./keys";
import type { CellSource, LessonState, Message } from "./model";
import { NotebookView, type NotebookHost } from "./notebook";
import { Notices } from "./notices";
import { ProfileChoice } from "./profile";

const name = document.body.dataset.lesson!;

loadPlotlyBy(() => new Promise(resolve => {
  if (window.Plotly) { resolve(window.Plotly); return; }
  const present = document.querySelector<HTMLScriptElement>("script[data-plotly]");
  const script = present ?? make("script", { src: document.body.dataset.plotly!, "data-plotly": true });
  script.addEventListener("load", () => resolve(window.Plotly));
  script.addEventListener("error", () => resolve(undefined));
  if (!present) document.head.append(script);
}));

class LessonPage implements NotebookHost {
  private readonly notices = new Notices();
  private readonly drafts = new Drafts(name, localStorage);
  private readonly notebook = new NotebookView(this);
  private readonly connection = new Connection(name, { opened: () => this.opened(), closed: refused => this.closed(refused), message: m => this.take(m) });
  private readonly pill = make("span", { class: "pill", role: "status" }, "connecting");
  private readonly saved = make("span", { class: "saved", role: "status" });
  private readonly profile = new ProfileChoice(() => this.notebook.cells);
  private readonly contents = make("nav", { "aria-label": "contents" });
  private readonly main = make("main");
  private readonly keys = keysDialog();
  private readonly comparison = new Comparison(() => this.say("The course's text is back."));
  private lesson: LessonState | undefined;
  private base: CellSource[] = [];
  private dirty = false;
  private saving = false;
  private blocked = false;
  private originals: Map<string, CellSource> | undefined;
  private unfollow: (() => void) | undefined;
  private readonly saveSoon = quietly(300, () => void this.save());
  private readonly draftSoon = quietly(100, () => { if (this.dirty) this.drafts.keep(this.base, this.notebook.sources); });
  private readonly contentsSoon = quietly(400, () => this.drawContents());

  constructor() {
    document.getElementById("page")!.replaceWith(this.frame());
    addEventListener("pagehide", () => { this.draftSoon.flush(); if (this.dirty) void this.save(); });
    addEventListener("beforeunload", event => { if (this.dirty && !this.connection.open) event.preventDefault(); });
    document.addEventListener("keydown", event => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); void this.save(); }
    });
  }

  // What the notebook asks of the page.

  execute(cell: CellView, code = cell.source): void {
    if (!this.connection.open) {
      cell.setRun("none");
      this.notices.show("offline", "bad", "There is no connection to the server: nothing can run. Your text is kept in this browser.");
      return;
    }
    if (this.lesson?.session.state === "dead") {
      cell.setRun("none");
      this.say("The session has ended; restart it first.");
      return;
    }
    if (this.dirty) void this.save();
    this.connection.send("shell", "execute_request",
      { code, silent: false, store_history: code === cell.source, user_expressions: {}, allow_stdin: true, stop_on_error: true }, { cell: cell.id });
  }

  ask(type: string, code: string, position: number): Promise<Record<string, any>> {
    return this.connection.request("control", type, { code, cursor_pos: position });
  }

  async markdown(text: string): Promise<string> {
    const response = await fetch("/api/markdown", { method: "POST", body: text, headers: { "Content-Type": "text/markdown" } });
    return response.ok ? response.text() : "";
  }

  edited(): void {
    this.dirty = true;
    this.saved.textContent = "editing";
    this.draftSoon();
    if (!this.blocked) this.saveSoon();
    this.contentsSoon();
    this.profile.show();
  }

  interrupt(): void {
    this.connection.send("control", "interrupt_request");
  }

  restart(): void {
    this.notices.hide("dead");
    this.connection.send("control", "shutdown_request", { restart: true });
  }

  help(): void {
    this.keys.showModal();
  }

  say(text: string): void {
    this.notices.say(text);
  }

  compare(cell: CellView): void {
    void this.loadOriginals().then(originals => this.comparison.show([change(cell, this.notebook.cells.indexOf(cell), originals)]));
  }

  // The connection.

  private opened(): void {
    this.notices.hide("offline");
  }

  private closed(refused: boolean): void {
    this.pill.textContent = "no connection";
    this.pill.className = "pill dead";
    this.draftSoon.flush();
    if (refused) {
      this.notices.show("offline", "bad", "The server does not answer. If it has ended, start \"course learn\" again and open its link; what you wrote is on the disk or kept in this browser.");
    }
  }

  private take(message: Message): void {
    if (message.channel === "course") {
      this.takeCourse(message);
    } else if (message.channel === "stdin") {
      const cell = this.notebook.cells.find(c => c.id === message.metadata.cell);
      cell?.outputs.ask(message.content.prompt ?? "", message.content.password ?? false, value => this.connection.send("stdin", "input_reply", { value, status: "ok" }));
    } else {
      this.notebook.take(message);
    }
  }

  private takeCourse(message: Message): void {
    switch (message.header.msg_type) {
      case "lesson":
        this.load(message.content as LessonState);
        break;
      case "session":
        if (this.lesson) this.lesson.session = { ...this.lesson.session, ...message.content };
        this.showSession(message.content.state, message.content.reason);
        if (message.content.state !== "busy") this.notebook.session(message.content.state);
        break;
      case "changed":
        if (this.dirty) this.conflict("outdated");
        else this.connection.send("course", "lesson_request");
        break;
      case "outside":
        this.conflict("outside");
        break;
      case "unsaved":
        this.notices.show("unsaved", "bad", message.content.evalue);
        break;
    }
  }

  private load(state: LessonState): void {
    const first = this.lesson === undefined;
    const sources = onlySources(state.cells);
    const draft = first ? this.drafts.find() : null;
    // What was typed while there was no connection, or before a crash, goes on top of the state that it began with.
    const mine = draft && !sameCells(draft.cells, sources) ? draft : !first && this.dirty ? { base: this.base, cells: this.notebook.sources, time: Date.now() } : null;
    this.lesson = state;
    this.base = sources;
    document.title = state.title;
    if (mine && !sameCells(mine.base, sources) && !sameCells(mine.cells, sources)) {
      this.notebook.load(state);
      this.dirty = false;
      this.notices.show("draft", "warn", `Changes from ${new Date(mine.time).toLocaleString()} were not saved, and the lesson was changed elsewhere since.`,
        ["Use those changes", () => { this.adopt(mine.cells); this.notices.hide("draft"); }],
        ["Drop them", () => { this.drafts.forget(); this.notices.hide("draft"); }]);
    } else {
      this.notebook.load(state);
      this.dirty = false;
      if (mine) {
        this.adopt(mine.cells);
        if (first) this.say("Changes that were not saved before are restored.");
      } else {
        this.drafts.forget();
      }
    }
    this.blocked = false;
    this.notices.hide("conflict");
    this.showSession(state.session.state, state.session.reason);
    this.showState();
    this.drawContents();
    this.drawAround();
    this.profile.show();
    if (first) {
      if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
      requestIdleCallback(() => void this.loadOriginals().then(() => this.markOriginals()));
    } else {
      this.markOriginals();
    }
  }

  /** Puts texts of the learner's over the state from the server. */
  private adopt(cells: CellSource[]): void {
    const known = new Map(this.lesson!.cells.map(cell => [cell.id, cell]));
    this.notebook.load({
      ...this.lesson!,
      cells: cells.map(cell => {
        const present = known.get(cell.id);
        return present && present.type === cell.type ? { ...present, ...cell, html: present.source === cell.source ? present.html : "" } : { tags: [], html: "", outputs: [], ...cell };
      }),
    });
    for (const cell of this.notebook.cells) if (cell.type !== "code" && known.get(cell.id)?.source !== cell.source) void cell.render();
    this.edited();
  }

  // Saving.

  private async save(overwrite = false): Promise<void> {
    this.saveSoon.cancel();
    if (!this.lesson || !this.connection.open) return;
    if (this.saving) { this.saveSoon(); return; }
    const cells = this.notebook.sources;
    this.dirty = false;
    this.saving = true;
    try {
      const reply = await this.connection.request("course", "save_request", { revision: this.lesson.revision, cells, overwrite });
      if (reply.status === "ok") {
        this.lesson.revision = reply.revision;
        this.base = cells;
        this.notices.hide("unsaved");
        this.saved.textContent = "saved";
        if (!this.dirty) this.drafts.forget(); else this.draftSoon();
      } else {
        this.dirty = true;
        if (reply.reason === "outdated" || reply.reason === "outside") this.conflict(reply.reason);
        else this.notices.show("unsaved", "bad", reply.evalue);
      }
    } catch {
      this.dirty = true;
      this.draftSoon();
    } finally {
      this.saving = false;
    }
  }

  private conflict(reason: "outdated" | "outside"): void {
    this.blocked = true;
    this.notices.show("conflict", "warn", reason === "outdated" ? "This lesson was changed in another window." : "Another program changed the file of this lesson.",
      ["Show that version", () => { this.dirty = false; this.drafts.forget(); this.connection.send("course", reason === "outdated" ? "lesson_request" : "reload_request"); }],
      ["Keep mine", () => { this.blocked = false; this.notices.hide("conflict"); void this.save(true); }]);
  }

  // What the page shows around the notebook.

  private showSession(state: string, reason: string): void {
    const words: Record<string, string> = { starting: "session starts", idle: "ready", busy: "running", dead: "session ended", none: "no session" };
    this.pill.textContent = words[state] ?? state;
    this.pill.className = `pill ${state}`;
    if (state === "dead") {
      this.notices.show("dead", "bad", `${reason || "The session ended."} Your text is saved; variables are lost.`, ["Restart the session", () => this.restart()]);
    } else {
      this.notices.hide("dead");
    }
  }

  private showState(): void {
    const lesson = this.lesson!;
    if (lesson.trusted) this.notices.hide("trust");
    else this.notices.show("trust", "warn", "The outputs of this notebook were not made by you: they are shown without scripts, in frames.", ["Trust this notebook", () => this.connection.send("course", "trust_request")]);
    if (lesson.outdated) {
      this.notices.show("outdated", "info", "The course has a newer text of this lesson than your copy began with.", ["Compare", () => void this.compareAll()], ["Start anew", () => this.reset()], ["Keep mine", () => this.notices.hide("outdated")]);
    } else {
      this.notices.hide("outdated");
    }
  }

  private reset(): void {
    if (!confirm("Begin this lesson anew? Your copy is kept in the folder .course/backups of your own folder.")) return;
    this.dirty = false;
    this.saveSoon.cancel();
    this.drafts.forget();
    this.connection.send("course", "reset_request");
  }

  private loadOriginals(): Promise<Map<string, CellSource>> {
    if (this.originals) return Promise.resolve(this.originals);
    return fetch(`/api/lessons/${encodeURIComponent(name)}/original`).then(r => r.json() as Promise<CellSource[]>).then(cells => this.originals = new Map(cells.map(c => [c.id, c])));
  }

  private markOriginals(): void {
    if (!this.originals) return;
    for (const cell of this.notebook.cells) cell.setOriginal(this.originals.get(cell.id)?.source ?? null);
  }

  private async compareAll(): Promise<void> {
    this.comparison.show(changes(this.notebook.cells, await this.loadOriginals()));
  }

  private drawContents(): void {
    this.unfollow?.();
    const headings = all(".md h2[id], .md h3[id]", this.notebook.element);
    const links = new Map(headings.map(heading => {
      const text = [...heading.childNodes].filter(node => !(node as HTMLElement).classList?.contains("anchor")).map(node => node.textContent).join("");
      return [heading.id, make("a", { href: `#${heading.id}` }, text)];
    }));
    this.contents.replaceChildren(make("ol", {}, ...headings.map(heading => make("li", { class: heading.tagName.toLowerCase() }, links.get(heading.id)!))));
    this.unfollow = followContents(links, headings);
  }

  private drawAround(): void {
    const { previous, next } = this.lesson!;
    this.main.querySelector(".around")?.remove();
    this.main.append(make("nav", { class: "around", "aria-label": "lessons" },
      make("span", {}, previous && make("a", { href: previous.url }, `← ${previous.title}`)),
      make("span", {}, next && make("a", { href: next.url }, `${next.title} →`))));
  }

  private frame(): HTMLElement {
    const bar = lessonBar({
      runAll: () => this.notebook.execute(this.notebook.cells.filter(cell => cell.type === "code")),
      interrupt: () => this.interrupt(),
      restart: () => this.restart(),
      compareAll: () => void this.compareAll(),
      reset: () => this.reset(),
      clear: () => this.connection.send("course", "clear_request"),
      help: () => this.help(),
      download: name,
    }, { pill: this.pill, profile: this.profile.element, saved: this.saved });
    this.main.append(this.notices.element, this.notebook.element);
    return make("div", { class: "lesson" }, bar,
      make("div", { class: "shell" }, make("div", { class: "side" }, this.contents), this.main),
      this.notices.spoken, this.keys, this.comparison.element);
  }
}

// Safari has no idle callback.
window.requestIdleCallback ??= ((callback: IdleRequestCallback) => setTimeout(callback as () => void, 200)) as typeof requestIdleCallback;
new LessonPage();
