const wide = matchMedia('(width >= 74rem)');

/** On wide screens: Escape and a click elsewhere close the panel, arrows walk between sections and into a panel. */
export function refineMenu(): void {
  const menu = document.querySelector<HTMLElement>('.sections');
  if (!menu) return;

  menu.addEventListener('keydown', (event) => walk(menu, event));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close(menu, true);
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !openPanel(menu)?.parentElement?.contains(event.target)) close(menu, false);
  });
  // Tabbing out of the last link: a panel left open would cover what has the focus.
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !openPanel(menu)?.parentElement?.contains(event.relatedTarget)) close(menu, false);
  });
}

function openPanel(menu: HTMLElement): HTMLDetailsElement | null {
  return menu.querySelector<HTMLDetailsElement>('details[open]');
}

function close(menu: HTMLElement, withFocus: boolean): void {
  const panel = openPanel(menu);
  if (!panel || !wide.matches) return;
  panel.open = false;
  if (withFocus) panel.querySelector<HTMLElement>('summary')?.focus();
}

function walk(menu: HTMLElement, event: KeyboardEvent): void {
  if (!wide.matches || !(event.target instanceof HTMLElement)) return;

  const section = event.target.closest<HTMLElement>('.sections > li');
  const inBar = event.target.parentElement === section || event.target.tagName === 'SUMMARY';
  if (!section || !inBar) return;

  if (event.key === 'ArrowDown') enter(section, event);
  if (event.key === 'ArrowRight') step(menu, section, 1, event);
  if (event.key === 'ArrowLeft') step(menu, section, -1, event);
}

function enter(section: HTMLElement, event: KeyboardEvent): void {
  const details = section.querySelector('details');
  if (!details) return;
  event.preventDefault();
  details.open = true;
  details.querySelector<HTMLElement>('.panel a')?.focus();
}

function step(menu: HTMLElement, section: HTMLElement, by: 1 | -1, event: KeyboardEvent): void {
  const sections = [...menu.children];
  const next = sections[sections.indexOf(section) + by];
  if (!next) return;
  event.preventDefault();
  const wanted = (event.target as HTMLElement).tagName === 'SUMMARY' ? next.querySelector<HTMLElement>('summary') : null;
  (wanted ?? next.querySelector<HTMLElement>('a'))?.focus();
}
