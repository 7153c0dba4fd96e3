// The real server on a free port over a copy of the course's lessons, and Chromium on it.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** @param folder The learner's folder; a fresh one, removed in the end, when it is left out. */
export async function serve(port, folder) {
  const work = folder ?? mkdtempSync(join(tmpdir(), "course-browser-"));
  const server = spawn("dotnet", [join(root, "lib/Course/bin/Release/net10.0/course.dll"), "learn", "--no-browser", "--folder", work, "--port", String(port)], { cwd: root });
  let text = "";
  const link = await new Promise((resolve, reject) => {
    server.stdout.on("data", data => {
      text += data;
      const found = /http:\/\/\S+/.exec(text);
      if (found) resolve(found[0]);
    });
    server.stderr.on("data", data => { text += data; });
    server.on("exit", code => reject(new Error(`The server ended with ${code}: ${text}`)));
  });
  return {
    link,
    work,
    address: new URL(link).origin,
    async close() {
      const ended = new Promise(resolve => server.on("exit", resolve));
      server.kill("SIGINT");
      await ended;
      if (!folder) rmSync(work, { recursive: true, force: true });
    },
  };
}

export const open = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

/** A page that notes every error of its scripts and every breach of the content security policy. */
export async function visit(browser, course, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  const page = await context.newPage();
  // FRESH=1 takes the pages' own files from the source folder: work on them needs no build of the program.
  if (process.env.FRESH) {
    await context.route(/\/assets\/\w+\/(home\.js|lesson\.js|learn\.css|page\.css)$/, (route, request) =>
      route.fulfill({ path: join(root, "lib/NotebookHost", request.url().endsWith("page.css") ? "Html" : "Web", "Assets", request.url().split("/").at(-1)) }));
  }
  page.setDefaultTimeout(Number(process.env.LIMIT ?? 60_000));
  page.faults = [];
  page.on("pageerror", error => page.faults.push(String(error)));
  page.on("console", message => { if (message.type() === "error") page.faults.push(message.text()); });
  await page.goto(course.link);
  await page.waitForSelector(".map");
  return page;
}

export async function lesson(page, course, name) {
  await page.goto(`${course.address}/lesson/${name}`);
  await page.waitForSelector(".cell");
  await page.waitForFunction(() => document.querySelector(".pill").textContent === "ready");
}

/** Waits until nothing runs any more. */
export const settled = page => page.waitForFunction(() => document.querySelector(".pill").textContent === "ready" && !document.querySelector(".cell.running, .cell.waiting"), null, { timeout: 240_000 });

/** The outputs of a cell as text, once they are there. */
export async function run(page, id) {
  await page.click(`#cell-${id} .run`);
  await page.waitForSelector(`#cell-${id}:is(.running, .waiting)`).catch(() => {});
  await page.waitForFunction(cell => !document.querySelector(`#cell-${cell}`).matches(".running, .waiting"), id);
  await page.waitForTimeout(60);
  return page.locator(`#cell-${id} .outputs`).innerText();
}

/** Writes a new code cell below the one given and returns its id; the editor has the focus. */
export async function write(page, below, code) {
  await page.locator(`#cell-${below}`).focus();
  await page.keyboard.press("b");
  const id = await page.evaluate(() => document.querySelector(".cell.selected").id.slice(5));
  await page.keyboard.press("Enter");
  await page.waitForSelector(`#cell-${id} .cm-content:focus`);
  await page.keyboard.insertText(code);
  return id;
}
