/** Marks the section being read in the contents list. */
export function markContents(): void {
  const sections = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  if (sections.length === 0) return;

  // Called whenever a heading crosses the line at a third of the window: what begins below it is not read yet.
  const observer = new IntersectionObserver(() => {
    const line = innerHeight / 3;
    const read = sections.filter(({ heading }) => heading.getBoundingClientRect().top < line).at(-1);
    for (const { link } of sections) {
      if (link === read?.link) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }, { rootMargin: '0px 0px -66% 0px' });
  for (const { heading } of sections) observer.observe(heading);
}
