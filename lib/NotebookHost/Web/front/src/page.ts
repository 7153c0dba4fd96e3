// A page that `course run` exports. Everything reads without this script.

import { all } from "./dom";
import { switchTheme } from "./theme";
import { makeSortable } from "./tables";
import { renderMath } from "./math";
import { watchFigure, type Figure } from "./figures";
import { followContents } from "./contents";

all(".theme").forEach(button => button.addEventListener("click", switchTheme));

all(".code").forEach(block => {
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = "copy";
  button.addEventListener("click", async () => {
    const text = block.querySelector("pre")!.textContent!;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "copied";
    setTimeout(() => { button.textContent = "copy"; }, 1200);
  });
  block.append(button);
});

renderMath(document);
all<HTMLTableElement>("table").forEach(makeSortable);
if (window.Plotly) {
  all(".figure").forEach(figure => watchFigure(figure, JSON.parse(figure.querySelector("script.figure-json")!.textContent!) as Figure));
}

const links = new Map(all<HTMLAnchorElement>(".side nav a").map(a => [a.hash.slice(1), a]));
if (links.size > 0) followContents(links, all("h2[id], h3[id]").filter(heading => links.has(heading.id)));

interface Section { u: string; l: string; h: string; t: string }

const search = document.querySelector<HTMLInputElement>(".search");
if (search) {
  const sections = JSON.parse(document.getElementById("search-index")!.textContent!) as Section[];
  const hits = document.querySelector(".hits")!;
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(w => w.length > 1);
    hits.replaceChildren();
    if (words.length === 0) return;
    const pattern = new RegExp(`(${words.map(w => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
    const found = sections
      .map(s => ({ s, low: (s.h + " " + s.t).toLowerCase() }))
      .filter(({ low }) => words.every(w => low.includes(w)))
      .map(({ s, low }) => ({ s, score: words.reduce((sum, w) => sum + low.split(w).length - 1 + (s.h.toLowerCase().includes(w) ? 10 : 0), 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 12);
    for (const { s } of found) {
      const at = Math.max(0, s.t.toLowerCase().indexOf(words[0]!) - 60);
      const excerpt = s.t.slice(at, at + 180);
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = s.u;
      link.textContent = `${s.l}: ${s.h}`;
      // At the odd places stands what the words matched.
      const parts = excerpt.split(pattern).map((part, i) => {
        if (i % 2 === 0) return part;
        const mark = document.createElement("mark");
        mark.textContent = part;
        return mark;
      });
      item.append(link, document.createElement("br"), at > 0 ? "… " : "", ...parts, " …");
      hits.append(item);
    }
    if (found.length === 0) hits.innerHTML = "<li>Nothing found.</li>";
  });
}
