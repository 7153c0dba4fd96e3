// Light or dark: the reader's choice is kept, and whoever draws by itself is told.

const root = document.documentElement;
const listeners = new Set<() => void>();

export const onTheme = (listener: () => void) => { listeners.add(listener); };

export function switchTheme(): void {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try { localStorage.setItem("course-theme", root.dataset.theme); } catch { /* see theme.js */ }
  listeners.forEach(listener => listener());
}
