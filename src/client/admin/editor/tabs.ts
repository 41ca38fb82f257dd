/**
 * Content, Promote and Settings as tabs. Without scripts they are links to three parts of one long form. Gives what goes to the part that the
 * address names: again when the form has become what it will be.
 */
export function startTabs(): () => void {
  const bar = document.querySelector<HTMLElement>('[data-tabs]');
  const tabs = [...bar?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? []].filter((tab) => panelOf(tab));
  if (!bar || tabs.length === 0) return () => undefined;

  const list = listAround(tabs);
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', bar.getAttribute('aria-label') ?? 'Parts of the form');
  for (const tab of tabs) makeTab(tab, () => show(tabs, tab), list);
  const showTarget = (): void => { reveal(tabs, location.hash); };
  show(tabs, tabs[0]!);
  showTarget();
  addEventListener('hashchange', showTarget);
  // a link to a field in another tab, such as a problem's
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href*="#"]') : null;
    if (link && !tabs.includes(link) && link.pathname === location.pathname) reveal(tabs, link.hash);
  });
  return showTarget;
}

/** A tab list holds tabs only; the bar has more beside them. */
function listAround(tabs: readonly HTMLAnchorElement[]): HTMLElement {
  const list = document.createElement('div');
  list.className = 'tab-list';
  tabs[0]!.before(list);
  list.append(...tabs);
  return list;
}

function panelOf(tab: HTMLAnchorElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-panel][id="${CSS.escape(tab.hash.slice(1))}"]`);
}

function makeTab(tab: HTMLAnchorElement, choose: () => void, list: HTMLElement): void {
  const panel = panelOf(tab)!;
  tab.id = `tab-${panel.id}`;
  tab.setAttribute('role', 'tab');
  tab.removeAttribute('aria-current');
  tab.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.removeAttribute('aria-label');
  panel.setAttribute('aria-labelledby', tab.id);
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    choose();
  });
  tab.addEventListener('keydown', (event) => {
    const tabs = [...list.querySelectorAll<HTMLAnchorElement>('[role="tab"]')];
    const at = tabs.indexOf(tab);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1, ' ': at }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const target = tabs[next % tabs.length]!;
    target.click();
    target.focus();
  });
}

function show(tabs: readonly HTMLAnchorElement[], chosen: HTMLAnchorElement): void {
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    const panel = panelOf(tab);
    if (panel) panel.hidden = tab !== chosen;
  }
}

/** Opens the tab in which something stands, and goes there. */
function reveal(tabs: readonly HTMLAnchorElement[], hash: string): void {
  const target = targetOf(decodeURIComponent(hash.slice(1)));
  const tab = target && tabs.find((one) => panelOf(one)?.contains(target));
  if (!tab) return;
  show(tabs, tab);
  if (panelOf(tab) === target) return;
  for (let block = target.closest('.collapsed'); block; block = block.parentElement?.closest('.collapsed') ?? null) block.classList.remove('collapsed');
  const written = target.matches(':disabled') ? target.closest('.field')?.querySelector<HTMLElement>('.ProseMirror') : null;
  const place = written ?? asked(target) ?? target;
  // the words of an answer that was not given are not shown
  (target.checkVisibility() ? written ?? target : place).scrollIntoView({ block: 'center', behavior: 'instant' });
  place.focus();
}

/** A part of the form by its id; of a picture in a text (`….image-2`) its place there; else the nearest around it that there is. */
function targetOf(id: string): HTMLElement | null {
  for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const [, text = '', number = '0'] = /^(.+)\.image-(\d+)$/.exec(name) ?? [];
    const found = text === '' ? document.getElementById(name) : document.getElementById(text)?.querySelectorAll<HTMLElement>('.rt-image')[Number(number) - 1];
    if (found) return found;
  }
  return null;
}

/** What a picture is asked is answered there and then. */
function asked(target: HTMLElement): HTMLElement | null {
  const question = target.matches('.rt-image') ? target : target.closest('[data-alt]');
  return question?.querySelector<HTMLElement>('input[type="radio"]:checked') ?? question?.querySelector<HTMLElement>('input[type="radio"]') ?? null;
}
