// Before the first paint: the reader's choice of light or dark, else the system's.
(() => {
  let stored = null;
  try { stored = localStorage.getItem("course-theme"); } catch { /* a page from disk may have no storage */ }
  const dark = stored ? stored === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
