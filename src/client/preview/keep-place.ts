interface Told { readonly kind?: unknown; readonly scroll?: unknown; readonly block?: unknown; readonly quietly?: unknown }

const KIND = 'plenary-preview';

/**
 * A preview is made anew with every change: it stays where it was scrolled to, and marks the block that is being written. It
 * talks to the editor around it only; in a tab of its own nothing but its links differs from the public page.
 */
export function keepPlace(): void {
  leadOutside();
  if (parent === window) return;
  addStyle();
  addEventListener('scroll', whenQuiet(() => say({ scroll: scrollY })), { passive: true });
  addEventListener('message', (event: MessageEvent<Told>) => { if (event.source === parent && event.data?.kind === KIND) listen(event.data); });
  document.addEventListener('click', ({ target }) => {
    const block = target instanceof Element ? target.closest<HTMLElement>('[data-block]')?.dataset.block : undefined;
    if (block) say({ clicked: block });
  });
}

/** The sandbox has no origin to name; there is nothing secret in a place. */
function say(message: Record<string, unknown>): void {
  parent.postMessage({ kind: KIND, ...message }, '*');
}

function listen({ scroll, block, quietly }: Told): void {
  if (typeof scroll === 'number') scrollTo({ top: scroll, behavior: 'instant' });
  if (block === null || typeof block === 'string') mark(block, quietly === true);
}

function mark(id: string | null, quietly: boolean): void {
  for (const marked of document.querySelectorAll('.block--edited')) marked.classList.remove('block--edited');
  const block = id === null ? null : document.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`);
  if (!block) return;
  block.classList.add('block--edited');
  if (quietly) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  block.scrollIntoView({ block: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}

/** Links open a tab of their own (`base target`), but places on this page are on this page. */
function leadOutside(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (!link) return;
    event.preventDefault();
    document.getElementById(decodeURIComponent(link.hash.slice(1)))?.scrollIntoView();
  });
}

/** The mark belongs to previews, so readers need not load it. */
function addStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.block--edited { box-shadow: -10px 0 0 var(--paper), -13px 0 0 var(--brand); }');
  document.adoptedStyleSheets.push(sheet);
}

function whenQuiet(act: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      act();
    });
  };
}
