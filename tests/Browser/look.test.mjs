// How the pages look and speak: accessibility rules, dark mode, narrow and wide screens. With PICTURES=folder it leaves pictures.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { lesson, open, run, serve, visit } from "./course.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.PICTURES;
let course, browser;
before(async () => {
  course = await serve(8763);
  browser = await open();
});
after(async () => {
  await browser?.close();
  await course?.close();
});

async function rules(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(v => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(" | ")}`);
}

const screens = [["phone", 390, 844], ["laptop", 1366, 860], ["beamer", 1920, 1080]];

for (const scheme of ["light", "dark"]) {
  for (const [screen, width, height] of screens) {
    test(`home and lesson keep the rules of accessibility and fit a ${screen} in ${scheme}`, async () => {
      // bypassCSP lets the test's own script in; every other test runs under the policy.
      const page = await visit(browser, course, { viewport: { width, height }, colorScheme: scheme, bypassCSP: true });
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), scheme);
      assert.deepEqual(await rules(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "home scrolls sideways");
      if (pictures) await page.screenshot({ path: `${pictures}/home-${screen}-${scheme}.png` });
      await lesson(page, course, "00-orientation");
      await run(page, "setup");
      await run(page, "tensors-make");
      await run(page, "autograd-run");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "lesson scrolls sideways");
      assert.deepEqual(await rules(page), []);
      if (pictures) {
        await page.screenshot({ path: `${pictures}/lesson-${screen}-${scheme}-top.png` });
        await page.locator("#cell-autograd").scrollIntoViewIfNeeded();
        await page.evaluate(() => document.querySelector("#cell-tensors").scrollIntoView());
        await page.screenshot({ path: `${pictures}/lesson-${screen}-${scheme}.png` });
      }
      await page.context().close();
    });
  }
}

test("the theme switch changes light to dark and is remembered", async () => {
  const page = await visit(browser, course);
  const before = await page.evaluate(() => document.documentElement.dataset.theme);
  await page.click(".theme");
  await page.reload();
  await page.waitForSelector(".map");
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.theme), before);
  await page.context().close();
});
