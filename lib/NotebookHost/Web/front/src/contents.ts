// The list of contents marks the section that is being read.

export function followContents(links: Map<string, HTMLElement>, headings: HTMLElement[]): () => void {
  const mark = () => {
    let current = headings[0];
    for (const heading of headings) if (heading.getBoundingClientRect().top < 120) current = heading;
    links.forEach((link, id) => link.classList.toggle("here", current !== undefined && id === current.id));
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
  return () => removeEventListener("scroll", mark);
}
