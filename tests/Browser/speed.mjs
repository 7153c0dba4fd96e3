// Measures what a learner waits for: first page, first cell, completion. Prints medians; run it on a quiet machine.

import { lesson, open, serve, visit } from "./course.mjs";

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const begun = Date.now();
const course = await serve(8764);
console.log(`server listens after ${Date.now() - begun} ms`);
const browser = await open();
try {
  let t = Date.now();
  const page = await visit(browser, course);
  console.log(`first page after ${Date.now() - t} ms`);
  t = Date.now();
  await page.goto(`${course.address}/lesson/00-orientation`);
  await page.waitForSelector(".cell");
  console.log(`lesson shown after ${Date.now() - t} ms`);
  await page.click("#cell-setup .run");
  await page.waitForFunction(() => document.querySelector("#cell-setup .outputs").innerText.includes("Kit"), null, { timeout: 60_000 });
  console.log(`first cell done ${Date.now() - t} ms after the lesson was opened`);
  await lesson(page, course, "00-orientation");
  await page.locator("#cell-setup").focus();
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".cm-content:focus");
  const times = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.insertText("torch.nn");
    await page.waitForTimeout(400);
    const start = await page.evaluate(() => performance.now());
    await page.keyboard.type(".");
    await page.waitForSelector(".cm-tooltip-autocomplete li:has-text(\"AvgPool1d\")");
    times.push(await page.evaluate(() => performance.now()) - start);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.waitForTimeout(100);
  }
  console.log(`keystroke to completion list: median ${Math.round(median(times.slice(1)))} ms of ${times.map(t => Math.round(t)).join(", ")}`);
} finally {
  await browser.close();
  await course.close();
}
