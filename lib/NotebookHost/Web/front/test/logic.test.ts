// The pages' logic, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, spans } from "../src/ansi";
import { harmless, type Found } from "../src/diagnostics";
import { difference } from "../src/difference";
import { Drafts, sameCells } from "../src/drafts";
import { fold } from "../src/fold";
import { inked, visible } from "../src/ink";
import { joined } from "../src/model";
import { fromCodePoints, toCodePoints } from "../src/positions";
import { order, parseNumber } from "../src/tables";

test("colours of a terminal become classes", () => {
  assert.deepEqual(spans("a\x1b[31m\x1b[1mError\x1b[0m: b"), [{ text: "a", classes: "" }, { text: "Error", classes: "ansi-bold ansi-red" }, { text: ": b", classes: "" }]);
  assert.deepEqual(spans("\x1b[2Kplain"), [{ text: "plain", classes: "" }]);
});

test("a carriage return starts its line anew, and one at the end waits", () => {
  assert.equal(settle("10%\r20%\r30%"), "30%");
  assert.equal(settle("long line\rshort"), "shortline");
  assert.equal(settle("one\r\ntwo\n"), "one\ntwo\n");
  assert.equal(settle(settle("50%\r") + "60%"), "60%");
});

test("positions are counted as Jupyter does", () => {
  assert.equal(toCodePoints("a😀b", 3), 2);
  assert.equal(fromCodePoints("a😀b", 2), 3);
  for (let i = 0; i <= 4; i++) assert.equal(toCodePoints("a😀bc", fromCodePoints("a😀bc", i)), i);
});

test("a difference names what is gone and what is new, once", () => {
  assert.deepEqual(difference("a\nb\nc", "a\nx\nc").map(l => `${l.kind} ${l.text}`), ["same a", "gone b", "new x", "same c"]);
  assert.ok(difference("same\ntext", "same\ntext").every(l => l.kind === "same"));
  const [before, after] = ["1\n2\n3\n4\n5", "0\n2\n3\n5\n6"];
  const lines = difference(before, after);
  assert.equal(lines.filter(l => l.kind !== "new").map(l => l.text).join("\n"), before);
  assert.equal(lines.filter(l => l.kind !== "gone").map(l => l.text).join("\n"), after);
});

test("black in a chart becomes the ink of the page and keeps its opacity", () => {
  const ink = "#dfe5ec";
  for (const black of ["black", "#000", "#000000", "rgb(0,0,0)"]) assert.equal(visible(black, ink), "#dfe5ecff");
  assert.equal(visible("rgba(0, 0, 0, 0.5)", ink), "#dfe5ec80");
  for (const other of ["#0072b2", "rgba(0,0,10,0.5)", undefined, ["black"], 3]) assert.equal(visible(other, ink), other);
  const range = [{ type: "scatter", fill: "tonexty", marker: { color: "rgba(0,0,0,0.5)", size: 4 }, line: { width: 0 } }];
  assert.deepEqual(inked(range, ink), [{ type: "scatter", fill: "tonexty", marker: { color: "#dfe5ec80", size: 4 }, line: { width: 0 } }]);
  assert.equal(range[0]!.marker.color, "rgba(0,0,0,0.5)");
  assert.deepEqual(inked([{ type: "bar", error_y: { array: [1] } }], ink), [{ type: "bar", error_y: { array: [1], color: ink } }]);
  assert.deepEqual(inked([{ type: "scatter", error_y: { array: [1] } }], ink), [{ type: "scatter", error_y: { array: [1] } }]);
});

test("a long title folds at the space next to its middle", () => {
  assert.equal(fold("test accuracy (%)", 28), "test accuracy (%)");
  assert.equal(fold("training error (%), mean of 20 steps", 28), "training error (%),<br>mean of 20 steps");
  assert.equal(fold("Donaudampfschifffahrtsgesellschaft", 28), "Donaudampfschifffahrtsgesellschaft");
});

test("columns of numbers sort as numbers", () => {
  assert.equal(parseNumber("1,234.5 ms"), 1234.5);
  assert.equal(parseNumber("−3"), -3);
  assert.deepEqual(order(["10", "9", "1,000"], true), [1, 0, 2]);
  assert.deepEqual(order(["b", "a", "c"], false), [2, 0, 1]);
});

test("a draft survives until it is forgotten, and a broken one is none", () => {
  const kept = new Map<string, string>();
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value); }, removeItem: (key: string) => { kept.delete(key); } };
  const drafts = new Drafts("01", store);
  const cell = { id: "a", type: "code" as const, source: "1" };
  assert.equal(drafts.find(), null);
  drafts.keep([cell], [{ ...cell, source: "2" }]);
  assert.equal(new Drafts("01", store).find()?.cells[0]?.source, "2");
  assert.ok(!sameCells([cell], drafts.find()!.cells));
  drafts.forget();
  assert.equal(drafts.find(), null);
  kept.set("course-draft-01", "{");
  assert.equal(drafts.find(), null);
});

test("messages about cells that have not run are kept back, syntax is told at once", () => {
  const found = (id: string): Found => ({ severity: "error", id, message: "", start: 0, end: 3, line: 1 });
  assert.ok(harmless(found("CS0103"), "net.forward", false, () => false));
  assert.ok(!harmless(found("CS1002"), "net", false, () => false));
  assert.ok(harmless(found("CS0103"), "net.forward", true, word => word === "net"));
  assert.ok(!harmless(found("CS0103"), "nat.forward", true, word => word === "net"));
  assert.ok(!harmless(found("CS0029"), "net", true, () => true));
});

test("nbformat's lists of lines are one text", () => {
  assert.equal(joined(["a\n", "b"]), "a\nb");
  assert.equal(joined("c"), "c");
  assert.equal(joined(undefined), "");
});
