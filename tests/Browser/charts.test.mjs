// Our static pictures beside plotly.js's of the same figures: each axis must span the same values, and every picture must show its title
// and its axes' names. With PICTURES=folder it leaves both, side by side, in light and dark.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open, root } from "./course.mjs";

const pictures = process.env.PICTURES;
const [width, height] = [720, 440];
const folder = mkdtempSync(join(tmpdir(), "course-charts-"));
execFileSync("dotnet", [join(root, "tests/Bench/bin/Release/net10.0/Bench.dll"), "gallery", folder]);
const kinds = readdirSync(folder).filter(file => file.endsWith(".svg")).map(file => file.slice(0, -4)).sort();
const plotly = readFileSync(join(root, "lib/NotebookHost/Html/Assets/plotly-cartesian.min.js"), "utf8");

let browser;
before(async () => { browser = await open(); });
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that holds our picture of a chart and plotly.js's. */
async function both(kind, colorScheme = "light") {
  const page = await browser.newPage({ viewport: { width: 2 * width, height }, colorScheme });
  await page.setContent(`<body style="margin:0;display:flex"><div id="ours">${readFileSync(join(folder, `${kind}.svg`), "utf8")}</div><div id="theirs"></div></body>`);
  await page.addScriptTag({ content: plotly });
  const figure = JSON.parse(readFileSync(join(folder, `${kind}.json`), "utf8"));
  await page.evaluate(({ data, layout, width, height }) => window.Plotly.newPlot("theirs", data, { ...layout, width, height }, { staticPlot: true }), { ...figure, width, height });
  return page;
}

/**
 * The labels that both pictures write at an axis, and where: 0 at the one end of the plot, 1 at the other. Where they agree, both axes
 * span the same values.
 */
const labels = page => page.evaluate(() => {
  const plain = text => text.replaceAll("\u2212", "-").replace(/<[^>]+>/g, "").trim();
  const full = document.getElementById("theirs")._fullLayout;
  const texts = [...document.querySelectorAll("#ours svg text")].map(text => {
    const box = text.getBoundingClientRect();
    return { text: plain(text.textContent), left: box.left, right: box.right, top: box.top, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  });
  const plots = [...document.querySelectorAll("#ours clipPath rect")].map(rect => {
    const [left, top, width, height] = ["x", "y", "width", "height"].map(name => Number(rect.getAttribute(name)));
    return { left, top, width, height, right: left + width, bottom: top + height };
  });
  const between = (value, low, high) => value > low - 20 && value < high + 20;
  const below = plot => texts.filter(t => between(t.x, plot.left, plot.right) && t.right > plot.left + 2 && t.top >= plot.bottom - 2 && t.top < plot.bottom + 40);
  const beside = plot => texts.filter(t => between(t.y, plot.top, plot.bottom) && t.right <= plot.left + 2 && t.right > plot.left - 30);
  return (full._subplots.cartesian ?? []).flatMap((id, index) => id.match(/[xy]\d*/g).flatMap(name => {
    const axis = full[`${name[0]}axis${name.slice(1)}`];
    const plot = plots[index];
    if (!plot || !axis?.visible || !axis.showticklabels || axis.overlaying) return [];
    // Plots above each other share the labels below the lowest.
    const near = axis._id[0] === "y" ? beside(plot) : plots.filter(other => other.left === plot.left && other.right === plot.right).flatMap(below);
    const shared = axis._vals.flatMap(tick => near.filter(({ text }) => text === plain(tick.text ?? "")).slice(0, 1).map(({ text, x, y }) => ({
      text,
      ours: axis._id[0] === "x" ? (x - plot.left) / plot.width : (y - plot.top) / plot.height,
      theirs: axis.l2p(tick.x) / axis._length,
    })));
    return [{ axis: axis._id, shared, near: near.map(({ text }) => text), ticks: axis._vals.map(tick => tick.text) }];
  }));
});

// Left as they are: our picture makes room for the text of a bar, and keeps a note at the edge inside instead of widening the axis.
const apart = kind => ({ column: 0.1, pareto: 0.1, notes: 0.25 })[kind] ?? 0.06;

for (const kind of kinds) {
  test(`${kind}: labels lie where plotly.js puts them, titles are there`, async () => {
    const page = await both(kind);
    for (const { axis, shared, near, ticks } of await labels(page)) {
      assert.ok(shared.length > 0, `${axis}: no label in common: ${near} against ${ticks}`);
      for (const { text, ours, theirs } of shared) {
        assert.ok(Math.abs(ours - theirs) <= apart(kind), `${axis}: ${text} lies at ${ours.toFixed(3)} of the plot, in plotly.js at ${theirs.toFixed(3)}`);
      }
    }
    const shown = await page.evaluate(() => document.querySelector("#ours svg").textContent);
    for (const name of await page.evaluate(() => [...document.querySelectorAll("#theirs :is(.gtitle, .xtitle, .ytitle)")].map(title => title.textContent))) {
      assert.ok(shown.includes(name), `the picture lacks "${name}"`);
    }
    if (pictures) {
      for (const scheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.screenshot({ path: `${pictures}/${kind}-${scheme}.png` });
      }
    }
    await page.close();
  });
}
