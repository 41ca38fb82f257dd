import { element } from './elements';
import { fieldsOf } from './form';
import { fitFrame } from './preview-width';

const PAUSE_MS = 600;

/**
 * The page as readers will see it, made anew after each pause. Every rendering gets a frame of its own, shown when it is
 * there: nothing flashes, and the window's history does not fill with previews.
 */
export function startPreview(form: HTMLFormElement): void {
  const pane = document.querySelector<HTMLElement>('[data-preview]');
  const body = pane?.querySelector<HTMLElement>('[data-preview-body]');
  const first = body?.querySelector('iframe');
  if (!pane || !body || !first) return;
  const p: Preview = { form, body, frame: first, busy: false, again: false, timer: 0, shown: '', scroll: 0, block: null };
  fitFrame(pane, body);
  listen(p, pane);
  if (isSeen(p)) later(p, 300);
}

interface Preview {
  readonly form: HTMLFormElement;
  readonly body: HTMLElement;
  frame: HTMLIFrameElement;
  busy: boolean;
  again: boolean;
  timer: number;
  /** The text of the frame. */
  shown: string;
  scroll: number;
  block: string | null;
}

function listen(p: Preview, pane: HTMLElement): void {
  for (const kind of ['input', 'change']) p.form.addEventListener(kind, () => later(p, PAUSE_MS));
  p.form.addEventListener('focusin', ({ target }) => {
    const block = target instanceof Element ? target.closest<HTMLElement>('[data-blocks] > [data-item]')?.dataset.item ?? null : null;
    if (block === p.block) return;
    p.block = block;
    tell(p, { block });
  });
  addEventListener('message', ({ source, data }: MessageEvent<{ kind?: string; scroll?: number; clicked?: string }>) => {
    if (source !== p.frame.contentWindow || data?.kind !== 'plenary-preview') return;
    if (typeof data.scroll === 'number') p.scroll = data.scroll;
    if (typeof data.clicked === 'string') goTo(p.form, data.clicked);
  });
  // what could not be shown while nobody was signed in
  p.form.addEventListener('plenary:refresh', () => { p.shown = ''; later(p, 0); });
  // it follows by itself
  pane.querySelector<HTMLElement>('[data-refresh]')?.setAttribute('hidden', '');
  new IntersectionObserver(([seen]) => { if (seen?.isIntersecting) later(p, 0); }).observe(p.body);
}

/** What is clicked in the preview is where one goes on writing. */
function goTo(form: HTMLFormElement, id: string): void {
  const block = form.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
  if (!block?.checkVisibility()) return;
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: 'nearest' });
}

/** What nobody looks at is not made. */
function isSeen(p: Preview): boolean {
  return p.body.checkVisibility() && p.body.clientWidth > 0;
}

function later(p: Preview, milliseconds: number): void {
  clearTimeout(p.timer);
  p.timer = setTimeout(() => render(p), milliseconds);
}

/** At most one under way; what was typed meanwhile comes after it. */
function render(p: Preview): void {
  const fields = fieldsOf(p.form);
  for (const name of ['_method', 'then', 'note']) fields.delete(name);
  const text = fields.toString();
  if (!isSeen(p) || text === p.shown || !p.form.dataset.previewUrl) return;
  if (p.busy) { p.again = true; return; }
  Object.assign(p, { busy: true, again: false, shown: text });
  const name = `preview-${Date.now()}`;
  const next = element('iframe', { class: 'preview-frame preview-frame--coming', name, title: 'The page as readers will see it' });
  p.body.append(next);
  post(p.form.dataset.previewUrl, name, fields);
  const patience = setTimeout(() => done(p, next), 15_000);
  next.addEventListener('load', () => {
    // the empty document that a frame begins with says so too
    if (isBlank(next)) return;
    clearTimeout(patience);
    done(p, next);
  });
}

/** A copy of the form is sent, so that its own targets and buttons stay as they are. */
function post(action: string, target: string, fields: URLSearchParams): void {
  const copy = element('form', { method: 'post', action, target, hidden: true });
  for (const [name, value] of fields) {
    const area = element('textarea', { name });
    area.value = value;
    copy.append(area);
  }
  document.body.append(copy);
  copy.submit();
  copy.remove();
}

function isBlank(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentDocument?.URL === 'about:blank';
  } catch {
    return false;
  }
}

function done(p: Preview, next: HTMLIFrameElement): void {
  const old = p.frame;
  p.frame = next;
  tell(p, { scroll: p.scroll });
  tell(p, { block: p.block, quietly: true });
  // a moment to go where the old one was
  setTimeout(() => {
    next.classList.remove('preview-frame--coming');
    old.remove();
  }, 60);
  p.busy = false;
  if (p.again) later(p, PAUSE_MS);
}

/** The frame has an origin of its own (it is sandboxed), so it can only be told to any. There is nothing secret in a place. */
function tell(p: Preview, message: Record<string, unknown>): void {
  p.frame.contentWindow?.postMessage({ kind: 'plenary-preview', ...message }, '*');
}
