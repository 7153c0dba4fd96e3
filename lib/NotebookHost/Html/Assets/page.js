// A lesson's page: theme, copy buttons, contents, formulas, charts, sortable tables. Everything reads without it.
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  all(".theme").forEach(button => button.addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem("course-theme", root.dataset.theme); } catch { /* see theme.js */ }
    all(".figure.live .interactive").forEach(restyle);
  }));

  all(".code").forEach(block => {
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
      setTimeout(() => { button.textContent = "copy"; }, 1200);
    });
    block.append(button);
  });

  if (window.katex) {
    all(".math").forEach(element => {
      const text = element.textContent.trim();
      const display = text.startsWith("\\[") || element.tagName === "DIV";
      const formula = text.replace(/^\\[[(]/, "").replace(/\\[\])]$/, "");
      katex.render(formula, element, { displayMode: display, throwOnError: false });
    });
  }

  const links = new Map(all(".side nav a").map(a => [a.hash.slice(1), a]));
  if (links.size > 0 && "IntersectionObserver" in window) {
    const headings = all("h2[id], h3[id]").filter(h => links.has(h.id));
    const mark = () => {
      let current = headings[0];
      for (const h of headings) { if (h.getBoundingClientRect().top < 120) current = h; }
      links.forEach((a, id) => a.classList.toggle("here", current !== undefined && id === current.id));
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
  }

  const number = text => {
    const match = text.replace(/[,\s]/g, "").match(/^[-+−]?\d*\.?\d+(e[-+]?\d+)?/i);
    return match ? parseFloat(match[0].replace("−", "-")) : NaN;
  };
  all("table").forEach(table => {
    const body = table.tBodies[0];
    const heads = table.tHead ? [...table.tHead.rows[0].cells] : [];
    if (!body || body.rows.length < 3 || [...body.rows].some(row => row.cells.length !== heads.length)) return;
    heads.forEach((head, column) => {
      head.classList.add("sortable");
      head.tabIndex = 0;
      head.title = "sort";
      const sort = () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach(h => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const keyed = [...body.rows].map(row => ({ row, text: row.cells[column].textContent.trim() }));
        const numeric = keyed.every(k => k.text === "" || !Number.isNaN(number(k.text)));
        keyed.sort((a, b) => (numeric ? (number(a.text) || 0) - (number(b.text) || 0) : a.text.localeCompare(b.text)) * (up ? 1 : -1));
        body.append(...keyed.map(k => k.row));
      };
      head.addEventListener("click", sort);
      head.addEventListener("keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); sort(); } });
    });
  });

  const colours = () => {
    const style = getComputedStyle(root);
    const ink = style.getPropertyValue("--ink").trim();
    const line = style.getPropertyValue("--line").trim();
    const soft = style.getPropertyValue("--soft").trim();
    return { ink, line, soft };
  };
  const themed = layout => {
    const { ink, line, soft } = colours();
    const clear = "rgba(0,0,0,0)";
    const changed = {
      ...layout, paper_bgcolor: clear, plot_bgcolor: clear, font: { ...layout.font, color: ink },
      modebar: { bgcolor: clear, color: soft, activecolor: ink },
    };
    Object.keys(changed).filter(key => /^[xy]axis\d*$/.test(key)).forEach(key => {
      changed[key] = { ...changed[key], gridcolor: line, zerolinecolor: soft, linecolor: soft, tickcolor: soft };
    });
    return changed;
  };
  function restyle(div) {
    Plotly.react(div, div.figure.data, themed(div.figure.layout), div.figure.config);
  }
  const show = figure => {
    const target = figure.querySelector(".interactive");
    const stored = JSON.parse(figure.querySelector("script.figure-json").textContent);
    const drawing = figure.querySelector(".static svg");
    const layout = { ...stored.layout };
    // A chart with fixed sizes keeps its shape on a narrow screen, too.
    const box = drawing && drawing.viewBox && drawing.viewBox.baseVal;
    const ratio = box && box.width ? box.height / box.width : 0.6;
    const width = Math.min(figure.clientWidth, layout.width || (box && box.width) || 720);
    layout.width = width;
    layout.height = Math.max(240, Math.round(width * ratio));
    target.figure = { data: stored.data, layout, config: { ...stored.config, responsive: false, displaylogo: false, displayModeBar: "hover" } };
    figure.classList.add("live");
    Plotly.newPlot(target, stored.data, themed(layout), target.figure.config).catch(() => figure.classList.remove("live"));
  };
  if (window.Plotly) {
    const waiting = all(".figure");
    const observer = new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(e => {
      observer.unobserve(e.target);
      try { show(e.target); } catch { e.target.classList.remove("live"); }
    }), { rootMargin: "400px" });
    waiting.forEach(figure => observer.observe(figure));
    let printing = false;
    addEventListener("beforeprint", () => { printing = true; all(".figure.live").forEach(f => f.classList.remove("live")); });
    addEventListener("afterprint", () => { if (printing) all(".figure").filter(f => f.querySelector(".interactive").figure).forEach(f => f.classList.add("live")); });
  }

  const search = document.querySelector(".search");
  if (search) {
    const sections = JSON.parse(document.getElementById("search-index").textContent);
    const hits = document.querySelector(".hits");
    const escape = text => text.replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" })[c]);
    search.addEventListener("input", () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(w => w.length > 1);
      hits.replaceChildren();
      if (words.length === 0) return;
      const found = sections
        .map(s => ({ s, low: (s.h + " " + s.t).toLowerCase() }))
        .filter(({ low }) => words.every(w => low.includes(w)))
        .map(({ s, low }) => ({ s, score: words.reduce((sum, w) => sum + low.split(w).length - 1 + (s.h.toLowerCase().includes(w) ? 10 : 0), 0) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, 12);
      for (const { s } of found) {
        const at = Math.max(0, s.t.toLowerCase().indexOf(words[0]) - 60);
        let excerpt = escape(s.t.slice(at, at + 180));
        for (const w of words) excerpt = excerpt.replace(new RegExp(w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi"), m => `<mark>${m}</mark>`);
        const item = document.createElement("li");
        item.innerHTML = `<a href="${escape(s.u)}">${escape(s.l)}: ${escape(s.h)}</a><br>${at > 0 ? "… " : ""}${excerpt} …`;
        hits.append(item);
      }
      if (found.length === 0) hits.innerHTML = "<li>Nothing found.</li>";
    });
  }
})();
