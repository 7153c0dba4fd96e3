// Built from Web/front/src/page.ts: theme, copy buttons, contents, formulas, charts, sortable tables, search.
"use strict";
(() => {
  // src/dom.ts
  var all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // src/theme.ts
  var root = document.documentElement;
  var listeners = /* @__PURE__ */ new Set();
  var onTheme = (listener) => {
    listeners.add(listener);
  };
  function switchTheme() {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("course-theme", root.dataset.theme);
    } catch {
    }
    listeners.forEach((listener) => listener());
  }

  // src/tables.ts
  function parseNumber(text) {
    const match = /^[-+−]?\d*\.?\d+(e[-+]?\d+)?/i.exec(text.replace(/[,\s]/g, ""));
    return match ? parseFloat(match[0].replace("−", "-")) : NaN;
  }
  function order(texts, up) {
    const numeric = texts.every((text) => text === "" || !Number.isNaN(parseNumber(text)));
    return texts.map((_, i) => i).sort((a, b) => (numeric ? (parseNumber(texts[a]) || 0) - (parseNumber(texts[b]) || 0) : texts[a].localeCompare(texts[b])) * (up ? 1 : -1));
  }
  function makeSortable(table) {
    const body = table.tBodies[0];
    const heads = table.tHead?.rows[0] ? [...table.tHead.rows[0].cells] : [];
    if (!body || body.rows.length < 3 || [...body.rows].some((row) => row.cells.length !== heads.length)) return;
    heads.forEach((head, column) => {
      head.classList.add("sortable");
      head.tabIndex = 0;
      head.title = "sort";
      const sort = () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...body.rows];
        body.append(...order(rows.map((row) => row.cells[column].textContent.trim()), up).map((i) => rows[i]));
      };
      head.addEventListener("click", sort);
      head.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          event.stopPropagation();
          sort();
        }
      });
    });
  }

  // src/math.ts
  function renderMath(from) {
    const katex = window.katex;
    if (!katex) return;
    for (const element of from.querySelectorAll(".math")) {
      const text = element.textContent.trim();
      const alone = element.parentElement?.tagName === "P" && element.parentElement.textContent.trim() === text;
      const display = alone || text.startsWith("\\[") || element.tagName === "DIV";
      katex.render(text.replace(/^\\[[(]/, "").replace(/\\[\])]$/, ""), element, { displayMode: display, throwOnError: false });
      if (!display) keepMark(element);
    }
  }
  function keepMark(formula) {
    const behind = formula.nextSibling;
    const last = [...formula.querySelectorAll(".katex-html > .base")].at(-1);
    const mark = behind instanceof Text ? /^[,.;:!?)\]]+/.exec(behind.data)?.[0] : void 0;
    if (!mark || !last) return;
    behind.deleteData(0, mark.length);
    const whole = document.createElement("span");
    whole.className = "whole";
    last.replaceWith(whole);
    const sign = document.createElement("span");
    sign.className = "mark";
    sign.textContent = mark;
    whole.append(last, sign);
  }

  // src/fold.ts
  function fold(title, limit) {
    if (title.length <= limit || title.includes("<br>")) return title;
    const middle = title.length / 2;
    const spaces = [...title.matchAll(/ /g)].map((match) => match.index);
    if (spaces.length === 0) return title;
    const at = spaces.reduce((best, place) => Math.abs(place - middle) < Math.abs(best - middle) ? place : best);
    return `${title.slice(0, at)}<br>${title.slice(at + 1)}`;
  }

  // src/ink.ts
  var black = /^(?:black|#000(?:000)?|rgba?\(\s*0\s*,\s*0\s*,\s*0\s*(?:,\s*([\d.]+)\s*)?\))$/i;
  function visible(color, ink) {
    const found = typeof color === "string" ? black.exec(color.trim()) : null;
    return found ? ink + Math.round(255 * Math.min(1, Number(found[1] ?? 1))).toString(16).padStart(2, "0") : color;
  }
  function inked(data, ink) {
    if (!Array.isArray(data)) return data;
    return data.map((series) => {
      const changed = { ...series };
      if ("fillcolor" in series) changed.fillcolor = visible(series.fillcolor, ink);
      for (const part of ["line", "marker", "error_x", "error_y"]) {
        const given = series[part];
        if (given && "color" in given) changed[part] = { ...given, color: visible(given.color, ink) };
        else if (given && series.type === "bar" && part.startsWith("error")) changed[part] = { ...given, color: ink };
      }
      return changed;
    });
  }

  // src/figures.ts
  var shown = /* @__PURE__ */ new Map();
  var stored = /* @__PURE__ */ new WeakMap();
  var observer;
  var library = async () => window.Plotly;
  var drawn = /* @__PURE__ */ new Set(["bar", "box", "contour", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "image", "pie", "scatter", "scatterternary", "violin"]);
  var isDrawn = ({ data }) => Array.isArray(data) && data.every((series) => drawn.has(series.type ?? "scatter"));
  function watchFigure(element, figure) {
    if (!("IntersectionObserver" in window) || !isDrawn(figure)) return;
    stored.set(element, figure);
    observer ??= new IntersectionObserver((entries) => entries.filter((e) => e.isIntersecting).forEach((e) => {
      observer.unobserve(e.target);
      void show(e.target);
    }), { rootMargin: "400px" });
    observer.observe(element);
  }
  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }
  function themed(layout) {
    const [ink, line2, soft] = ["--ink", "--line", "--soft"].map(colour);
    const clear = "rgba(0,0,0,0)";
    const changed = {
      ...layout,
      paper_bgcolor: clear,
      plot_bgcolor: clear,
      font: { ...layout.font, color: ink },
      modebar: { bgcolor: clear, color: soft, activecolor: ink }
    };
    for (const key of Object.keys(changed).filter((name) => /^[xy]axis\d*$/.test(name))) {
      changed[key] = { ...changed[key], gridcolor: line2, zerolinecolor: soft, linecolor: soft, tickcolor: soft };
    }
    return changed;
  }
  var narrow = 520;
  var [line, axisRoom] = [19, 60];
  function legendLines(figure, width) {
    const names = figure.data.filter((one) => one.name && one.showlegend !== false).map((one) => one.name.length);
    if (figure.layout?.showlegend === false || names.length === 0) return 0;
    return Math.ceil(names.length / Math.max(1, Math.floor(width / (50 + 6.2 * Math.max(...names)))));
  }
  function fitNarrow(layout, lines) {
    const title = layout.title;
    const words = typeof title === "string" ? title : title?.text;
    if (words) layout.title = { ...typeof title === "object" ? title : {}, text: words, font: { ...typeof title === "object" ? title.font : {}, size: words.length > 40 ? 12 : 14 } };
    const own = layout.margin ?? {};
    const atMost = (side, limit) => Math.min(own[side] ?? limit, limit);
    layout.margin = { ...own, l: atMost("l", 52), r: atMost("r", 12), t: atMost("t", words ? 46 : 20), b: atMost("b", 48) };
    const legend = layout.legend ?? {};
    if (legend.x === void 0 && legend.y === void 0) {
      layout.height = layout.height + Math.max(0, lines - 1) * line;
      const plot = layout.height - layout.margin.t - axisRoom - lines * line;
      layout.legend = { ...legend, orientation: "h", x: 0, y: -axisRoom / plot, yanchor: "top", font: { size: 11 } };
    }
    for (const key of Object.keys(layout).filter((name) => /^[xy]axis\d*$/.test(name))) {
      const axis = layout[key];
      const name = typeof axis.title === "string" ? { text: axis.title } : axis.title;
      layout[key] = { automargin: true, ...axis, title: name && { ...name, text: fold(name.text ?? "", 28), font: { ...name.font, size: 11 } } };
    }
  }
  var fewNames = 10;
  function fitNames(data) {
    const series = data;
    const named = series.filter((one) => one.mode?.includes("text") && Array.isArray(one.text));
    const crowded = named.reduce((sum, one) => sum + one.text.length, 0) > fewNames;
    return series.map((one) => named.includes(one) ? { ...one, ...crowded ? { mode: "markers" } : { cliponaxis: false } } : one);
  }
  async function show(element) {
    let figure = stored.get(element);
    const plotly = await library();
    const target = element.querySelector(".interactive");
    if (!plotly || !target || !element.isConnected) return;
    const drawing = element.querySelector(".static svg");
    const layout = { ...figure.layout };
    const box = drawing?.viewBox?.baseVal;
    const ratio = box?.width ? box.height / box.width : 0.6;
    const width = Math.min(element.clientWidth, layout.width || box?.width || 720);
    layout.width = width;
    layout.height = Math.max(width < narrow ? Math.round(width * 0.85) : 240, Math.round(width * ratio));
    if (width < narrow) {
      fitNarrow(layout, legendLines(figure, width));
      figure = { ...figure, data: fitNames(figure.data) };
    }
    const displayModeBar = matchMedia("(hover: hover)").matches ? "hover" : false;
    const config = { ...figure.config, responsive: false, displaylogo: false, displayModeBar };
    element.classList.add("live");
    shown.set(element, { figure, layout, config });
    try {
      await plotly.newPlot(target, inked(figure.data, colour("--ink")), themed(layout), config);
    } catch {
      element.classList.remove("live");
      shown.delete(element);
    }
  }
  onTheme(() => shown.forEach(({ figure, layout, config }, element) => void window.Plotly?.react(element.querySelector(".interactive"), inked(figure.data, colour("--ink")), themed(layout), config)));
  var theme;
  addEventListener("beforeprint", () => {
    theme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    shown.forEach((_, element) => element.classList.remove("live"));
  });
  addEventListener("afterprint", () => {
    if (theme) document.documentElement.dataset.theme = theme;
    shown.forEach((_, element) => element.classList.add("live"));
  });

  // src/contents.ts
  function followContents(links2, headings) {
    const mark = () => {
      let current = headings[0];
      for (const heading of headings) if (heading.getBoundingClientRect().top < 120) current = heading;
      links2.forEach((link, id) => link.classList.toggle("here", current !== void 0 && id === current.id));
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
    return () => removeEventListener("scroll", mark);
  }

  // src/page.ts
  all(".theme").forEach((button) => button.addEventListener("click", switchTheme));
  all(".code").forEach((block) => {
    const button = document.createElement("button");
    button.className = "copy";
    button.textContent = "copy";
    button.addEventListener("click", async () => {
      const text = block.querySelector("pre").textContent;
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
      setTimeout(() => {
        button.textContent = "copy";
      }, 1200);
    });
    block.append(button);
  });
  renderMath(document);
  all("table").forEach(makeSortable);
  if (window.Plotly) {
    all(".figure").forEach((figure) => watchFigure(figure, JSON.parse(figure.querySelector("script.figure-json").textContent)));
  }
  var links = new Map(all(".side nav a").map((a) => [a.hash.slice(1), a]));
  if (links.size > 0) followContents(links, all("h2[id], h3[id]").filter((heading) => links.has(heading.id)));
  var search = document.querySelector(".search");
  if (search) {
    const sections = JSON.parse(document.getElementById("search-index").textContent);
    const hits = document.querySelector(".hits");
    search.addEventListener("input", () => {
      const words = search.value.toLowerCase().split(/\s+/).filter((w) => w.length > 1);
      hits.replaceChildren();
      if (words.length === 0) return;
      const pattern = new RegExp(`(${words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
      const found = sections.map((s) => ({ s, low: (s.h + " " + s.t).toLowerCase() })).filter(({ low }) => words.every((w) => low.includes(w))).map(({ s, low }) => ({ s, score: words.reduce((sum, w) => sum + low.split(w).length - 1 + (s.h.toLowerCase().includes(w) ? 10 : 0), 0) })).sort((a, b) => b.score - a.score).slice(0, 12);
      for (const { s } of found) {
        const at = Math.max(0, s.t.toLowerCase().indexOf(words[0]) - 60);
        const excerpt = s.t.slice(at, at + 180);
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = s.u;
        link.textContent = `${s.l}: ${s.h}`;
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
})();
