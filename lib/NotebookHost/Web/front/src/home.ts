// The home page: the map of lessons with the learner's own progress, the scoreboard, the family tree.

import { make } from "./dom";
import { clean, enliven } from "./html";
import { switchTheme } from "./theme";

interface Card {
  name: string; number: string; title: string; url: string; summary: string; begun: boolean; problem?: string;
  cells: number; ran: number; time?: string; needs?: string[]; claims: number; held: number; exercises: number; solved?: number;
}

interface Course { version: string; lessons: Card[]; claims: number; held: number; scoreboard: string; sheets: { title: string; url: string }[]; tree: string }

const many = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

function card(lesson: Card): HTMLElement {
  if (lesson.problem) {
    return make("li", { class: "broken" }, make("a", { href: lesson.url }, lesson.title), make("p", {}, lesson.problem));
  }
  const share = lesson.cells > 0 ? lesson.ran / lesson.cells : 0;
  const facts = [
    lesson.time && /\d/.test(lesson.time) ? `runs in ${lesson.time}` : "",
    lesson.needs?.length ? `builds on ${lesson.needs.join(", ")}` : "",
    lesson.exercises > 0 ? (lesson.solved !== undefined ? `${lesson.solved} of ${many(lesson.exercises, "exercise")}` : many(lesson.exercises, "exercise")) : "",
    lesson.claims > 0 ? `${lesson.held} of ${many(lesson.claims, "claim")} held` : "",
  ].filter(Boolean).join(" · ");
  return make("li", { class: share === 1 ? "whole" : lesson.begun ? "begun" : "" },
    make("span", { class: "number" }, lesson.number),
    make("a", { href: lesson.url }, lesson.title.replace(/^\d+ · /, "")),
    make("p", {}, lesson.summary),
    make("span", { class: "state" }, facts),
    make("progress", { max: "1", value: String(share), "aria-label": `${lesson.ran} of ${lesson.cells} cells have run` }));
}

async function show(): Promise<void> {
  const page = document.getElementById("page")!;
  const response = await fetch("/api/course");
  if (!response.ok) {
    page.replaceChildren(make("main", { class: "site" }, make("p", { class: "notice bad" }, await response.text())));
    return;
  }
  const course = await response.json() as Course;
  const begun = course.lessons.filter(lesson => lesson.begun);
  const last = begun.at(-1);
  const ran = course.lessons.reduce((sum, lesson) => sum + (lesson.ran ?? 0), 0);
  const cells = course.lessons.reduce((sum, lesson) => sum + (lesson.cells ?? 0), 0);
  const words = begun.length === 0
    ? "Each lesson rebuilds one paper: its idea, its block, its table, its experiment. Begin with the first one."
    : `You have begun ${begun.length} of ${many(course.lessons.length, "lesson")} and run ${ran} of ${cells} cells.`;
  const board = make("section", { id: "scoreboard" }, make("h2", {}, "What the papers claim, and what you measured"));
  if (course.scoreboard) board.append(enliven(make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Scoreboard" }, clean(course.scoreboard, true))));
  else board.append(make("p", { class: "quiet" }, "Run the experiments of a lesson: each claim that you measure appears here."));
  const tree = make("section", { id: "tree" }, make("h2", {}, "Who learned from whom"),
    make("div", { class: "wide tree", tabindex: "0", role: "region", "aria-label": "Family tree of the networks" }, clean(course.tree, true)));
  // A picture with links inside is a group: readers must reach the links.
  tree.querySelector("svg")?.setAttribute("role", "group");
  page.replaceWith(
    make("div", { class: "tools" }, make("button", { class: "theme", type: "button", title: "Light or dark", "aria-label": "Light or dark", onclick: switchTheme }, "◐")),
    make("main", { class: "site" },
      make("h1", {}, "Convolutional networks, rebuilt"),
      make("p", { class: "lead" }, words, last ? " " : "", last && make("a", { href: last.url }, `Go on with ${last.title}.`)),
      make("ol", { class: "map" }, ...course.lessons.map(card)),
      course.sheets.length > 0 ? make("p", { class: "quiet" }, "Beside the lessons: ", ...course.sheets.flatMap((sheet, i) => [i > 0 ? " · " : "", make("a", { href: sheet.url }, sheet.title)])) : null,
      board, tree,
      make("p", { class: "made" }, `course ${course.version}. Everything here runs on your machine.`)));
}

void show();
