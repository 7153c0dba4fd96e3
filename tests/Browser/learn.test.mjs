// course learn, end to end: what a learner does, in headless Chromium against the real server.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { lesson, open, root, run, serve, settled, visit, write } from "./course.mjs";

let course, browser, page;
before(async () => {
  course = await serve(8761);
  browser = await open();
  page = await visit(browser, course);
});
after(async () => {
  await browser?.close();
  await course?.close();
});

const copy = name => JSON.parse(readFileSync(join(course.work, `${name}.ipynb`), "utf8"));
const saved = async () => page.waitForFunction(() => document.querySelector(".saved").textContent === "saved");

for (const name of ["00-orientation", "01-convolution-arithmetic"]) {
  test(`all cells of ${name} run in the smoke profile, and a reload shows the same outputs`, async () => {
    await lesson(page, course, name);
    await page.selectOption(".bar select", "smoke");
    await page.click(".run-all");
    await page.waitForSelector(".cell.running, .cell.waiting");
    await settled(page);
    assert.deepEqual(await page.locator(".outputs .error").allInnerTexts(), []);
    const figures = await page.locator(".figure").count();
    if (figures > 0) {
      await page.locator(".figure").first().scrollIntoViewIfNeeded();
      await page.waitForSelector(".figure.live .main-svg");
    }
    const outputs = await page.locator(".outputs").count();
    await page.reload();
    await page.waitForSelector(".cell");
    assert.equal(await page.locator(".outputs").count(), outputs);
    assert.equal(await page.locator(".figure").count(), figures);
    assert.ok(copy(name).cells.some(cell => (cell.outputs ?? []).length > 0));
    assert.equal(await page.locator(".bar select").inputValue(), "smoke");
    assert.ok(await page.locator(".katex").count() > 0);
    assert.deepEqual(page.faults, []);
  });
}

test("what is typed is completed, explained, marked, run and saved", async () => {
  await lesson(page, course, "00-orientation");
  const id = await write(page, "title", "var numbers = new List<int> { 3, 4 };\nnumbers");
  await page.keyboard.type(".Cou");
  const option = page.locator(".cm-tooltip-autocomplete li", { hasText: "Count" }).first();
  await option.waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type("nt");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(cell => document.querySelector(`#cell-${cell} .outputs`).innerText.trim() === "2", id);
  await saved();
  assert.ok(copy("00-orientation").cells.some(cell => cell.source.join("").includes("numbers.Count")));
  await page.locator(`#cell-${id} .cm-line`, { hasText: "numbers.Count" }).hover({ position: { x: 30, y: 8 } });
  await page.waitForSelector(".cm-tooltip .signature");
  await page.mouse.move(0, 0);

  const wrong = await write(page, id, "int wrong = \"text\";");
  await page.waitForSelector(`#cell-${wrong} .cm-lintRange-error`);
  const call = await write(page, wrong, "");
  await page.keyboard.type("Math.Pow(2, ");
  await page.waitForSelector(".cm-tooltip .signature b");
  assert.match(await page.locator(".cm-tooltip .signature b").innerText(), /double y/);
  await page.keyboard.press("Escape");
  await page.locator(`#cell-${call}`).focus();
});

test("Jupyter's keys insert, delete, bring back, change the kind and move", async () => {
  await lesson(page, course, "00-orientation");
  const count = () => page.locator(".cell").count();
  const before = await count();
  await page.locator("#cell-tensors").focus();
  await page.keyboard.press("a");
  assert.equal(await count(), before + 1);
  await page.keyboard.press("m");
  await page.keyboard.type("## Mine\n\nA formula $y^2$");
  await page.keyboard.press("Shift+Enter");
  await page.waitForSelector(".md h2:has-text(\"Mine\")");
  await page.waitForSelector(".md:has(h2:has-text(\"Mine\")) .katex");
  await page.locator(".cell:has(h2:has-text(\"Mine\"))").focus();
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  assert.equal(await count(), before);
  await page.keyboard.press("z");
  assert.equal(await count(), before + 1);
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await page.locator("#cell-tensors-make").focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement.closest("#cell-tensors-make .cm-editor") !== null));
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "cell-tensors-make");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => document.activeElement.id), "cell-tensors-shape");
  await saved();
});

test("an endless loop is interrupted, its output moves while it runs", async () => {
  await lesson(page, course, "00-orientation");
  const id = await write(page, "title", "for (var i = 0; ; i++) { Console.Write($\"\\rturn {i}\"); System.Threading.Thread.Sleep(20); }");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(cell => /turn \d\d/.test(document.querySelector(`#cell-${cell} .outputs`).innerText), id);
  await page.click(".interrupt");
  await page.waitForSelector(`#cell-${id} .outputs .error`);
  await settled(page);
  assert.match(await page.locator(`#cell-${id} .outputs`).innerText(), /stopped/);
});

test("a killed session is told, nothing is lost, and a restart goes on", async () => {
  await lesson(page, course, "00-orientation");
  const id = await write(page, "title", "Console.WriteLine($\"process {Environment.ProcessId} before the end\"); while (true) { }");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(cell => document.querySelector(`#cell-${cell} .outputs`).innerText.includes("before the end"), id);
  process.kill(Number(/process (\d+)/.exec(await page.locator(`#cell-${id} .outputs`).innerText())[1]), "SIGKILL");
  await page.waitForSelector("[data-notice=dead]");
  assert.match(await page.locator("[data-notice=dead]").innerText(), /killed/);
  assert.match(await page.locator(`#cell-${id} .outputs`).innerText(), /before the end/);
  await page.reload();
  await page.waitForSelector("[data-notice=dead]");
  assert.match(await page.locator(`#cell-${id} .outputs`).innerText(), /before the end/);
  await page.click("[data-notice=dead] button");
  await page.waitForFunction(() => document.querySelector(".pill").textContent === "ready");
  const next = await write(page, "title", "6 * 7");
  assert.match(await run(page, next), /42/);
});

test("an exercise is checked wrong and right, compared with its stub and put back", async () => {
  await lesson(page, course, "10-residual-learning");
  await page.selectOption(".bar select", "smoke");
  assert.doesNotMatch(await run(page, "setup"), /error/i);
  const cell = page.locator("#cell-exercise-depth");
  await cell.scrollIntoViewIfNeeded();
  const answer = async body => {
    await cell.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(`// exercise 10.depth (1)\nstatic int BlocksPerStage(int depth) =>\n    ${body};`);
    await cell.locator(".exercise-bar .primary").click();
    await page.waitForSelector(".cell.running, .cell.waiting");
    await settled(page);
    return (await page.locator("#cell-exercise-depth ~ .check .outputs, #cell-exercise-depth .outputs").allInnerTexts()).join("\n");
  };
  const wrong = await answer("depth / 4");
  const right = await answer("depth >= 8 && (depth - 2) % 6 == 0 ? (depth - 2) / 6 : throw new ArgumentException(\"No ResNet has this depth.\")");
  assert.notEqual(wrong, right);
  await cell.locator(".cell-tools .original").click({ force: true });
  await page.waitForSelector(".difference .gone");
  await page.click(".compare-dialog section button");
  await page.waitForFunction(() => document.querySelector("#cell-exercise-depth .cm-content").innerText.includes("NotImplementedException"));
  await saved();
});

test("the quiz of a lesson opens by its button, formulas in hints are set, and the map leads to the sheets", async () => {
  await lesson(page, course, "13-densenet");
  await run(page, "setup");
  await page.click("#cell-quiz .opener");
  await page.waitForSelector("#cell-quiz .quiz");
  assert.ok(!(await page.locator("#cell-quiz .opener").isVisible()));
  assert.ok(await page.locator("#cell-exercise-channels-text details .katex").count() > 0);
  await page.goto(`${course.address}/`);
  await page.waitForSelector(".map");
  assert.match(await page.locator(".map li", { has: page.getByRole("link", { name: "DenseNet", exact: true }) }).innerText(), /builds on 10, 11/);
  await page.getByRole("link", { name: "Glossary" }).click();
  await page.waitForSelector(".sheet");
});

test("a quiz answers each choice with its reason, hints open one by one", async () => {
  await lesson(page, course, "00-orientation");
  await run(page, "setup");
  const id = await write(page, "setup", "new Quiz().Ask(\"What is 1 + 1?\", (\"two\", true, \"One more than one.\"), (\"three\", false, \"That is one too many.\"))");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(`#cell-${id} .quiz`);
  await page.click(`#cell-${id} .quiz summary >> nth=1`);
  assert.match(await page.locator(`#cell-${id} .quiz`).innerText(), /one too many/);
  const hint = page.locator("#cell-exercise-softmax-text details").first();
  await hint.locator("summary").first().click();
  assert.ok(await hint.evaluate(element => element.open));
});

test("a script in an output runs apart, a stranger's HTML does not run at all", async () => {
  await lesson(page, course, "00-orientation");
  const id = await write(page, "title", "#!html\n<p id=\"mark\">plain</p><script>document.getElementById('mark').textContent = 'by script ' + origin; try { parent.document.title = 'hurt' } catch {}</script>");
  await page.keyboard.press("Control+Enter");
  const frame = page.frameLocator(`#cell-${id} iframe.staged`);
  await frame.locator("#mark", { hasText: "by script null" }).waitFor();
  assert.notEqual(await page.title(), "hurt");
  const path = join(course.work, "01-convolution-arithmetic.ipynb");
  const notebook = JSON.parse(readFileSync(join(root, "notebooks/01-convolution-arithmetic.ipynb"), "utf8"));
  notebook.cells.find(cell => cell.cell_type === "markdown").source = ["# Stranger\n", "<img src=x onerror=\"document.title='hurt'\"><form action=\"http://evil.example\"><input></form><div style=\"position:fixed;inset:0\">over</div><script>document.title='hurt'</script>"];
  notebook.cells.find(cell => cell.id === "setup").outputs = [{ output_type: "display_data", metadata: {}, data: { "text/html": "<b>bold</b><script>parent.document.title='hurt'</script><img src=x onerror=\"parent.document.title='hurt'\">" } }];
  writeFileSync(path, JSON.stringify(notebook));
  const second = await serve(8762, course.work);
  try {
    const other = await visit(browser, second);
    await other.goto(`${second.address}/lesson/01-convolution-arithmetic`);
    await other.waitForSelector("[data-notice=trust]");
    await other.waitForSelector("iframe.caged");
    assert.equal(await other.title(), "Stranger");
    assert.equal(await other.locator(".md form, .md script, .md [style]:not(.katex *), .md [onerror]").count(), 0);
    await other.click("[data-notice=trust] button");
    await other.waitForSelector("[data-notice=trust]", { state: "detached" });
    await other.waitForTimeout(200);
    assert.equal(await other.title(), "Stranger");
    await other.context().close();
  } finally {
    await second.close();
  }
});

test("text that the server never got comes back after the page is opened again", async () => {
  await lesson(page, course, "00-orientation");
  await page.locator("#cell-tensors-make").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#cell-tensors-make .cm-content:focus");
  // A connection that is cut at the moment of typing.
  await page.evaluate(() => { const send = WebSocket.prototype.send; WebSocket.prototype.send = function (data) { if (!String(data).includes("save_request")) send.call(this, data); }; });
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" // not yet on the disk");
  await page.waitForTimeout(600);
  assert.ok(!JSON.stringify(copy("00-orientation")).includes("not yet on the disk"));
  await page.reload();
  await page.waitForSelector(".cell");
  await saved();
  assert.ok(JSON.stringify(copy("00-orientation")).includes("not yet on the disk"));
});
