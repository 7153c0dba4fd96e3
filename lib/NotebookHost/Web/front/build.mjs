// Bundles the pages' scripts, collects the licences of what went in, and with --test runs the unit tests.

import { build } from "esbuild";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";

const here = dirname(fileURLToPath(import.meta.url));
const learn = join(here, "..", "Assets");
const shared = { bundle: true, format: "iife", target: "es2022", charset: "utf8", legalComments: "none", absWorkingDir: here, logLevel: "warning" };

if (process.argv.includes("--test")) {
  const out = join(here, "node_modules", ".tests");
  rmSync(out, { recursive: true, force: true });
  const entryPoints = readdirSync(join(here, "test")).filter(name => name.endsWith(".test.ts")).map(name => join("test", name));
  await build({ ...shared, format: "esm", platform: "node", entryPoints, outdir: out, outExtension: { ".js": ".mjs" } });
  const files = readdirSync(out).map(name => join(out, name));
  process.exit(spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1);
}

// The pages that `course run` exports stay readable: they are small.
await build({ ...shared, entryPoints: ["src/page.ts"], outfile: join(here, "..", "..", "Html", "Assets", "page.js"), banner: { js: "// Built from Web/front/src/page.ts: theme, copy buttons, contents, formulas, charts, sortable tables, search." } });
const { metafile } = await build({ ...shared, minify: true, metafile: true, entryPoints: ["src/lesson.ts", "src/home.ts"], outdir: learn });

const packages = new Set(Object.keys(metafile.inputs).map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
const licences = [...packages].sort().map(name => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim() : "No licence file."}\n`;
});
writeFileSync(join(learn, "lesson.LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
