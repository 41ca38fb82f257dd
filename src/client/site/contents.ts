/** Marks the section being read in the contents list. */
export function markContents(): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) links.set(decodeURIComponent(link.hash.slice(1)), link);
  if (links.size === 0) return;

  // Only headings in the upper third count: the section that begins at the foot of the window is not read yet.
  const observer = new IntersectionObserver((entries) => {
    const reached = entries.filter((entry) => entry.isIntersecting).at(-1);
    if (reached) mark(links, reached.target.id);
  }, { rootMargin: '0px 0px -70% 0px' });

  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) observer.observe(heading);
  }
}

function mark(links: ReadonlyMap<string, HTMLAnchorElement>, current: string): void {
  for (const [id, link] of links) {
    if (id === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
