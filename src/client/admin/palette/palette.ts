import { ask } from '../request';
import { drawGroups, drawing, type Group } from './draw';

const WAIT = 120;

/** Ctrl/⌘-K anywhere, or the button of the sidebar, which without scripts leads to a page that does the same. */
export function startPalette(): void {
  let palette: Palette | undefined;
  const open = (): void => {
    palette ??= new Palette();
    palette.open();
  };
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  for (const link of document.querySelectorAll('[data-find]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
  }
}

/** A dialog with a combobox: what is typed is looked up, arrows choose, Enter opens. */
class Palette {
  private readonly dialog = document.createElement('dialog');
  private readonly input = document.createElement('input');
  private readonly list = document.createElement('div');
  private readonly said = document.createElement('p');
  private timer = 0;
  private round = 0;
  private at = -1;
  /** What is listed answers to something else than what stands in the field. */
  private stale = true;

  constructor() {
    this.dialog.className = 'palette';
    this.dialog.setAttribute('aria-label', 'Find or do');
    this.input.className = 'palette-input';
    set(this.input, { type: 'text', role: 'combobox', 'aria-label': 'Title, address, name or action', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false', maxlength: '200', placeholder: 'Find or do' });
    this.list.className = 'palette-list';
    set(this.list, { id: 'palette-list', role: 'listbox', 'aria-label': 'Found', tabindex: '-1' });
    this.said.className = 'palette-said soft';
    this.said.setAttribute('role', 'status');
    this.dialog.append(this.input, this.list, this.said, keys());
    document.body.append(this.dialog);
    this.input.addEventListener('input', () => { this.later(); });
    this.input.addEventListener('keydown', (event) => { this.key(event); });
    this.list.addEventListener('click', (event) => { this.follow((event.target as Element).closest<HTMLElement>('[role=option]')); });
    this.dialog.addEventListener('click', ({ target }) => { if (target === this.dialog) this.dialog.close(); });
  }

  open(): void {
    if (this.dialog.open) return this.dialog.close();
    this.input.value = '';
    this.dialog.showModal();
    this.input.focus();
    void this.look();
  }

  private later(): void {
    this.stale = true;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { void this.look(); }, WAIT);
  }

  /** Answers that come too late are left out. */
  private async look(): Promise<void> {
    this.round += 1;
    const round = this.round;
    const query = new URLSearchParams({ q: this.input.value });
    const page = /^\/admin\/pages\/(\d+)/.exec(location.pathname)?.[1];
    if (page !== undefined) query.set('page', page);
    const groups = await found(query);
    if (round !== this.round) return;
    this.stale = this.input.value !== query.get('q');
    this.list.replaceChildren(...groups === null ? [] : drawGroups(groups, this.input.value));
    this.said.textContent = groups === null ? 'That does not work just now.' : groups.length === 0 ? 'Nothing is found.' : '';
    this.choose(this.options().length > 0 ? 0 : -1);
  }

  private options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  private choose(at: number): void {
    const options = this.options();
    this.at = at;
    options.forEach((option, index) => { option.setAttribute('aria-selected', String(index === at)); });
    const chosen = options[at];
    if (chosen) {
      this.input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  private key(event: KeyboardEvent): void {
    const { length } = this.options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && length > 0) {
      event.preventDefault();
      this.choose((this.at + step + length) % length);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      void this.enter(event.ctrlKey || event.metaKey);
    }
  }

  /** Who types fast gets what they typed, not what was listed before. */
  private async enter(elsewhere: boolean): Promise<void> {
    if (this.stale) {
      window.clearTimeout(this.timer);
      await this.look();
    }
    if (!this.stale) this.follow(this.options()[this.at] ?? null, elsewhere);
  }

  private follow(option: HTMLElement | null, elsewhere = false): void {
    const url = option?.dataset.url;
    if (url === undefined) return;
    if (option?.dataset.post !== undefined) return send(url);
    if (elsewhere) window.open(url, '_blank', 'noopener');
    else location.assign(url);
    this.dialog.close();
  }
}

async function found(query: URLSearchParams): Promise<readonly Group[] | null> {
  try {
    const answer = await ask('GET', `/admin/find?${query}`);
    return answer.ok ? (await answer.json() as { groups: readonly Group[] }).groups : null;
  } catch {
    return null;
  }
}

/** Signing out is sent, never followed. */
function send(url: string): void {
  const form = document.createElement('form');
  set(form, { method: 'post', action: url, hidden: '' });
  const token = document.createElement('input');
  set(token, { type: 'hidden', name: '_csrf', value: document.body.dataset.csrf ?? '' });
  form.append(token);
  document.body.append(form);
  form.requestSubmit();
}

function keys(): HTMLElement {
  const line = document.createElement('p');
  line.className = 'palette-keys';
  line.setAttribute('aria-hidden', 'true');
  const parts: readonly (readonly [string | readonly string[], string])[] = [[['up', 'down'], 'choose'], ['Enter', 'open'], ['>', 'only actions'], ['@', 'people'], ['#', 'RFCs and drafts']];
  for (const [key, words] of parts) {
    const [span, box] = [document.createElement('span'), document.createElement('kbd')];
    box.append(...typeof key === 'string' ? [key] : key.map(drawing));
    span.append(box, ` ${words}`);
    line.append(span);
  }
  return line;
}

function set(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
